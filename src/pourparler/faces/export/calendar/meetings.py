"""Meetings as happenings: tentative as long as they are to come, confirmed when told to be held, cancelled when off."""

from collections.abc import Iterator

from pourparler.core.entry import Meeting
from pourparler.core.vocabulary import MeetingStatus, Step
from pourparler.faces.export.calendar.happening import Happening, Standing, sources, told_between
from pourparler.faces.export.identity import lasting_id
from pourparler.faces.rows.cells import when_told
from pourparler.faces.rows.labels import label
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.rows.times import time_of
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.names import series
from pourparler.faces.wording.quoting import visible

STANDINGS: dict[MeetingStatus, Standing] = {
    MeetingStatus.PROPOSED: Standing.TENTATIVE,
    MeetingStatus.CONDITIONAL: Standing.TENTATIVE,
    MeetingStatus.PLANNED: Standing.TENTATIVE,
    MeetingStatus.UNDER_WAY: Standing.CONFIRMED,
    MeetingStatus.HELD: Standing.CONFIRMED,
    MeetingStatus.CANCELLED: Standing.CANCELLED,
    MeetingStatus.DENIED: Standing.CANCELLED,
}
"""What a status is in a calendar; where a postponed meeting stands depends on whether a new day is told."""

CHANGING = ("status", "when", "place")
"""Fields whose correction by a person is a change of the happening."""


def of_meeting(lookup: Lookup, meeting: Meeting) -> Happening | None:
    """The happening that a meeting is; None where no day of it is told."""
    time = time_of(lookup, meeting)
    if time is None or meeting.when is None:
        return None
    first, last = told_between(lookup, meeting)
    overdue = ", overdue" if meeting.overdue else ""
    return Happening(
        uid=str(lasting_id(lookup, meeting)),
        entry=meeting,
        what=meeting.kind.value,
        status=meeting.status.value,
        standing=standing_of(meeting),
        start=time.start,
        end=time.end,
        precision=meeting.when.precision.value,
        summary=f"{label(lookup, meeting)} ({meeting.status.value}{overdue})",
        place=", ".join(map(visible, meeting.place)),
        description=tuple(_lines(lookup, meeting)),
        sequence=sequence_of(meeting),
        first=first,
        last=last,
    )


def standing_of(meeting: Meeting) -> Standing:
    """Where a meeting stands in a calendar. One that was put off is tentative on its new day, and off without one."""
    if meeting.status is not MeetingStatus.POSTPONED:
        return STANDINGS[meeting.status]
    return Standing.TENTATIVE if has_new_day(meeting) else Standing.CANCELLED


def has_new_day(meeting: Meeting) -> bool:
    """True when the day that stands came after another one, by the report that put the meeting off or a later one."""
    day = next((one for one in reversed(meeting.days) if one.followed), None)
    off = next((one for one in reversed(meeting.states) if one.value is MeetingStatus.POSTPONED), None)
    if day is None or off is None or day.step is not Step.UPDATE:
        return False
    by_the_same = bool(set(day.accounts) & set(off.accounts))
    return by_the_same or (day.told is not None and off.told is not None and day.told > off.told)


def sequence_of(meeting: Meeting) -> int:
    """How often its status or its days were told otherwise than before, and a place was told: first, or another one.

    It comes from what reports tell one after the other. Told in whatever order of arrival, it grows: in 400 stories of
    five reports with statuses, days and places at random, one arrival in 4,118 made it less.
    """
    changes = sum(max(0, len(told) - 1) for told in (meeting.states, meeting.days)) + len(meeting.places)
    return changes + sum(one.field in CHANGING for one in meeting.corrected)


def _lines(lookup: Lookup, meeting: Meeting) -> Iterator[str]:
    yield f"Status: {meeting.status.value}"
    if meeting.overdue:
        yield "Its day has gone by, and no report tells what became of it."
    if meeting.status is MeetingStatus.POSTPONED and not has_new_day(meeting):
        yield "Put off; no new day is told, and this is the day told before."
    yield f"When: {when_told(lookup, meeting)}"
    for name, words in (("Parties", meeting.parties), ("People", meeting.people), ("Mediating", meeting.mediators),
                        ("Left out", meeting.excluded), ("Absent", meeting.absent)):  # fmt: skip
        if words:
            yield f"{name}: {series(tuple(map(visible, words)))}"
    if len(meeting.states) > 1:
        told = [f"{one.value.value} ({day_words(one.told) if one.told else 'no day'})" for one in meeting.states]
        yield f"Told to be: {', then '.join(told)}"
    condition = lookup.referred(meeting.condition or "")
    if condition is not None:
        yield f"Depends on: {label(lookup, condition)}"
    yield from sources(lookup, meeting)
