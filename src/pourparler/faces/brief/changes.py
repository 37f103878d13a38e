"""Sentences on what was otherwise before of a meeting: moved, or put off."""

from collections.abc import Sequence
from typing import TypeVar

from pourparler.core.change import Change
from pourparler.core.entry import Meeting
from pourparler.core.moment import When
from pourparler.core.vocabulary import MeetingStatus
from pourparler.faces.brief.footnotes import Footnotes
from pourparler.faces.brief.paper import Sentence, say
from pourparler.faces.wording.days import in_prose, short_day
from pourparler.faces.wording.names import the

T = TypeVar("T")

TURNS: dict[MeetingStatus, str] = {
    MeetingStatus.POSTPONED: "put off",
    MeetingStatus.CANCELLED: "called off",
    MeetingStatus.DENIED: "denied",
}
"""States that a reader wants to know of when they are over; that what was held had been planned needs no telling."""


def earlier(notes: Footnotes, meeting: Meeting) -> list[Sentence]:
    """That a meeting was to be on another day or elsewhere, and that it had been off, where reports told so before."""
    days = [one for one in _left(meeting.days) if _lie_apart(one.value, meeting.when)]
    places = _left(meeting.places)
    turns = [one for one in _left(meeting.states) if one.value in TURNS]
    sentences = []
    if days:
        sentences.append(_told(notes, f"It was first to be {in_prose(days[0].value)}", days[0]))
    if places:
        first = ", ".join(the(place) for place in places[0].value)
        sentences.append(_told(notes, f"It was first to be in {first}", places[0]))
    if turns:
        sentences.append(_told(notes, f"Before that it was {TURNS[turns[-1].value]}", turns[-1]))
    return sentences


def _left(changes: Sequence[Change[T]]) -> list[Change[T]]:
    """What stood once and stands no more."""
    followed = [one for one in changes if one.followed]
    return [one for one in followed[:-1] if one.value != followed[-1].value]


def _lie_apart(before: When, now: When | None) -> bool:
    """True when two times have no day in common."""
    if before.start is None or before.end is None or now is None or now.start is None or now.end is None:
        return False
    return before.end < now.start or now.end < before.start


def _told(notes: Footnotes, words: str, before: Change[T]) -> Sentence:
    told = f" (report of {short_day(before.told)} {before.told.year})" if before.told else ""
    return say(f"{words}{told}.", notes=notes.cite(before.evidence, most=1))
