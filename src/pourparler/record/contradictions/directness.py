"""Whether two sides met face to face or through others: direct for one voice, indirect for another."""

import re
from collections.abc import Iterator

from pourparler.core.entry import Meeting
from pourparler.core.vocabulary import MeetingKind
from pourparler.record.contradictions.passages import Passage, Passages
from pourparler.record.contradictions.sides import Told

_MEETING = r"(?:talks?|negotiations?|meetings?|contacts?|discussions?|conversations?|dialogue|exchanges?)"
_BE = r"(?:were|was|are|is|will be|would be|had been|have been|be)"
_DIRECT = re.compile(
    rf"(?<!without )\b(?:(?P<no>no|not|never)\b[^.;:,]{{0,40}}?)?"
    rf"(?P<direct>\bdirect(?:, [\w-]+)? {_MEETING}|{_MEETING} {_BE} (?:held )?direct(?:ly)?\b(?! result)|"
    r"face[- ]to[- ]face|(?:met|meet|meeting|spoke|talked|negotiated) directly)\b"
)
_INDIRECT = re.compile(
    rf"\b(?P<indirect>indirect {_MEETING}|{_MEETING} {_BE} (?:held )?indirect(?:ly)?|"
    r"(?:met|spoke|talked|negotiated|negotiating|talking) indirectly|in separate rooms|"
    r"through (?:the |an? |[\w-]+ )?(?:mediators?|intermediar(?:y|ies)|go-betweens?)|"
    r"shuttl(?:ed|ing) between (?:the )?(?:two )?(?:delegations|rooms|sides))\b"
)
_WISH = re.compile(
    r"\b(?:want|wish|demand|reject|refus|prefer|call(?:s|ed)? for|press|hop(?:e|ing)|urg|push|insist|rul(?:e|ed) out|"
    r"offer|propos|open to|ready for|willing|could|might|should|if|unless)\w*\b",
    re.I,
)
"""Words of a wish, an offer or a condition: what somebody wants of the talks is a position and no account of them."""


def met_how(passages: Passages) -> Iterator[tuple[Meeting, Told]]:
    """Every word on whether a meeting was, or will be, direct or indirect, with the meeting."""
    for pattern in (_DIRECT, _INDIRECT):
        for passage, match in passages.found(pattern):
            if _WISH.search(passage.evidence.text):
                continue
            direct = pattern is _DIRECT and not match["no"]
            value = "direct" if direct is not passage.denied else "indirect"
            met = passages.meetings.nearest(passage, _is_of_sides)
            if met and _is_about(passage, met, passages):
                yield met, passages.told(value, passage)


def _is_of_sides(met: Meeting) -> bool:
    """True for a meeting that may be either: in person, of two parties or more."""
    return met.kind is not MeetingKind.CALL and len(met.parties) != 1


def _is_about(passage: Passage, met: Meeting, passages: Passages) -> bool:
    """True unless the words name parties and none of them was there."""
    named = passages.parties(passage) - {passages.speaker_party(passage)}
    return not named or not named.isdisjoint((*met.parties, *met.mediators, *met.people))
