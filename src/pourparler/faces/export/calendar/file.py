"""All happenings of a record as one iCalendar file, which calendars subscribe to or take in."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from pourparler.faces.export.calendar.deadlines import Bound, of_deadline
from pourparler.faces.export.calendar.happening import Happening
from pourparler.faces.export.calendar.meetings import of_meeting
from pourparler.faces.export.leftout import counted, other_kinds
from pourparler.faces.export.parcel import Parcel, alone
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.quoting import visible

if TYPE_CHECKING:
    from icalendar import Event


def case_calendar(lookup: Lookup) -> Parcel:
    """Meetings with a day, and dated deadlines, as VEVENTs of whole days; no clock enters the bytes."""
    from icalendar import Calendar

    name = visible(lookup.record.name) or "Negotiation"
    calendar = Calendar()
    calendar.add("prodid", f"-//{visible(lookup.record.made_by)}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    for happening in happenings(lookup):
        calendar.add_component(_event(happening))
    return alone(calendar.to_ical(), "calendar.ics", tuple(_left_out(lookup)))


def happenings(lookup: Lookup) -> list[Happening]:
    """Meetings with a day, and deadlines of meetings, instruments and conditions, by day."""
    record = lookup.record
    found = [of_meeting(lookup, meeting) for meeting in record.meetings]
    bound: tuple[Bound, ...] = (*record.meetings, *record.instruments, *record.conditions)
    found += [of_deadline(lookup, one) for one in bound]
    return sorted((one for one in found if one), key=lambda one: (one.start, one.end, one.uid))


def _event(one: Happening) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", _moment(one.last))
    event.add("created", _moment(one.first))
    event.add("last-modified", _moment(one.last))
    event.add("sequence", one.sequence)
    event.add("dtstart", one.start)
    event.add("dtend", one.end + timedelta(1) if one.end < date.max else one.end)
    event.add("summary", one.summary)
    event.add("status", one.standing.value)
    event.add("transp", "TRANSPARENT")
    if one.place:
        event.add("location", one.place)
    event.add("description", "\n".join(one.description))
    event.add("categories", [one.what])
    event.add("x-pourparler-id", one.entry.id)
    event.add("x-pourparler-status", one.status)
    event.add("x-pourparler-precision", one.precision)
    return event


def _moment(day: date) -> datetime:
    """A day as iCalendar has moments: its first in universal time."""
    return datetime.combine(day, time(), UTC)


def _left_out(lookup: Lookup) -> Iterator[str]:
    record = lookup.record
    yield from counted(sum(of_meeting(lookup, one) is None for one in record.meetings), "meeting", "without a day")
    bound: tuple[tuple[str, tuple[Bound, ...]], ...] = (
        ("instrument", record.instruments), ("condition", record.conditions),
    )  # fmt: skip
    for kind, entries in bound:
        without = sum(of_deadline(lookup, one) is None for one in entries)
        yield from counted(without, kind, "without a deadline of a known day")
    yield from other_kinds(lookup, "meetings", "instruments", "conditions", "disputes")
