"""Whose voice a passage is in: the outlet's own, or that of the attribution it stands in."""

from collections.abc import Sequence

from pourparler.core.account import Voice
from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution

OUTLET = Voice(outlet=True)


def voice_of(said: Attribution) -> Voice:
    """The voice that an attribution gives to its content."""
    return Voice(outlet=False, speaker=said.speaker, party=said.party, anonymous=said.anonymous, via=said.via)


def voice_at(passage: Span, attributions: Sequence[Attribution]) -> Voice:
    """The voice of `passage`: of the shortest content that covers more than half of it, else the outlet's."""
    covering = [
        (content.end - content.start, index)
        for index, said in enumerate(attributions)
        for content in said.content
        if 2 * _shared(passage, content) > passage.end - passage.start
    ]
    return voice_of(attributions[min(covering)[1]]) if covering else OUTLET


def _shared(one: Span, other: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))
