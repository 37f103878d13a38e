"""How a meeting came to be what it is: its states, days and places as they were told, one after the other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pourparler.core.change import Change
from pourparler.core.entry import Meeting
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import MeetingStatus
from pourparler.faces.rows.history import STEPS, tellers
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.days import when_words
from pourparler.faces.wording.quoting import visible

T = TypeVar("T")

SORTS = ("state", "day", "place")
"""What of a meeting changes, in the order of lines that were told on one day."""


@dataclass(frozen=True, slots=True)
class Line:
    """One change: the day its first report was published (None: unknown), what it is of, the value in words, how it
    goes with what was told before, whether the record goes by it, who tells it, and the words."""

    told: date | None
    sort: str
    value: str
    status: MeetingStatus | None
    step: str
    followed: bool
    who: str
    place: Evidence | None


def changes_of(lookup: Lookup, meeting: Meeting) -> tuple[Line, ...]:
    """The changes of a meeting by the day of the report that brings each; empty where nothing was told in two ways."""
    if max(len(meeting.states), len(meeting.days), len(meeting.places)) < 2:
        return ()
    lines = [
        *_lines(lookup, meeting, "state", meeting.states, lambda status: status.value),
        *_lines(lookup, meeting, "day", meeting.days, when_words),
        *_lines(lookup, meeting, "place", meeting.places, lambda places: ", ".join(map(visible, places))),
    ]
    return tuple(sorted(lines, key=lambda line: (line.told is None, line.told or date.max, SORTS.index(line.sort))))


def _lines(
    lookup: Lookup, meeting: Meeting, sort: str, changes: Sequence[Change[T]], words: Callable[[T], str]
) -> Iterator[Line]:
    by_id = {account.id: account for account in meeting.accounts}
    for one in changes:
        status = one.value if isinstance(one.value, MeetingStatus) else None
        who = tellers(lookup, [by_id[each] for each in one.accounts if each in by_id])
        places = lookup.in_order(one.evidence)
        yield Line(
            one.told, sort, words(one.value), status, STEPS[one.step], one.followed, who, places[0] if places else None
        )
