"""Who asked for a meeting: one voice names one side, another voice the other."""

import re
from collections.abc import Iterator

from pourparler.core.entry import Meeting
from pourparler.core.vocabulary import MeetingKind
from pourparler.record.contradictions.passages import Passage, Passages
from pourparler.record.contradictions.sides import Told

_NOUN = r"(?P<noun>meeting|call|conversation|talks|session|encounter|round|contacts?|negotiations|summit|visit)"
_REQUEST = r"(?:request|initiative|behest|insistence|urging)"
_DID = re.compile(
    r"\b(?:(?:asked for|requested|sought|initiated) (?:(?:the|this|that|these|a) )?|"
    r"(?:called for|had proposed|(?:first )?suggested|set up) (?:the|this|that|these) )"
    rf"(?:[\w’'-]+ ){{0,2}}?{_NOUN}\b|\b(?P<summoned>(?:called|summoned) (?:it|them|us) in)\b"
)
_AT = re.compile(
    rf"\b(?:at|on|upon) (?:the )?(?:(?P<owner>[\w.’' -]{{2,50}}?)(?:[’']s?) (?:own )?{_REQUEST}\b|"
    rf"{_REQUEST} of (?P<after>[\w.’' -]{{2,60}}))"
)
_WE = re.compile(
    r"\b(?P<we>we|they) (?:had |have )?(?:initiated|asked first|requested it|called first|reached out first)\b"
)


def asked_for(passages: Passages) -> Iterator[tuple[Meeting, Told]]:
    """Every word on who asked for a meeting, with the meeting; a denial names who did not."""
    for pattern, who in ((_DID, _doer), (_AT, _owner), (_WE, _we)):
        for passage, match in passages.found(pattern):
            party = who(passages, passage, match)
            if not party:
                continue
            noun = match.groupdict().get("noun")
            met = passages.meetings.nearest(passage, lambda entry, noun=noun: _is_called(entry, noun))  # type: ignore[misc]
            if met:
                yield met, passages.told(f"not {party}" if passage.denied else party, passage)


def _is_called(met: Meeting, noun: str | None) -> bool:
    """True when a word may name a meeting: a call is no session, but a conversation may be either."""
    if noun is None or noun.startswith(("conversation", "contact", "talks")):
        return True
    return (met.kind is MeetingKind.CALL) is (noun == "call")


def _doer(passages: Passages, passage: Passage, match: re.Match[str]) -> str | None:
    return passages.subject(passage, match.start())


def _owner(passages: Passages, passage: Passage, match: re.Match[str]) -> str | None:
    if match["owner"]:
        return passages.party(match["owner"], at_end=True)
    return passages.party(match["after"], at_end=False)


def _we(passages: Passages, passage: Passage, match: re.Match[str]) -> str | None:
    return passages.speaker_party(passage) if match["we"] == "we" else None


def differ(one: str, other: str) -> bool:
    """True when two cannot both be right on who asked: two sides, or one side and that it was not that one."""
    if one.startswith("not ") and other.startswith("not "):
        return False
    plain = one.removeprefix("not "), other.removeprefix("not ")
    return (plain[0] == plain[1]) is (one.startswith("not ") or other.startswith("not "))
