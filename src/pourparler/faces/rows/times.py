"""Where an entry stands in time, and on what that rests: when it happened, was said, or only when it was published."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pourparler.core.account import Account
from pourparler.core.entry import Condition, Dispute, Entry, Instrument, Meeting, Position, Statement
from pourparler.core.moment import When
from pourparler.core.reading import MeetingFrame
from pourparler.core.report import Report
from pourparler.faces.rows.lookup import Lookup


class Basis(StrEnum):
    """Which of the three times places an entry."""

    HAPPENED = "happened"
    SAID = "said"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Time:
    """First and last day of an entry, and which of the three times they are."""

    start: date
    end: date
    basis: Basis


def time_of(lookup: Lookup, entry: Entry | Dispute) -> Time | None:
    """The time of an entry; None when neither a day of its own nor a day of publication is known.

    A meeting has a day of its own or none: the day that a report of it was published never stands in for it.
    """
    match entry:
        case Meeting():
            return _of_when(entry.when)
        case Statement() if entry.said_on:
            return Time(entry.said_on, entry.said_on, Basis.SAID)
        case Position() if entry.since:
            return Time(entry.since, entry.since, Basis.SAID)
        case Instrument() if any(state.on for state in entry.status):
            days = [state.on for state in entry.status if state.on]
            return Time(min(days), max(days), Basis.HAPPENED)
        case Dispute():
            about = lookup.things.get(entry.about)
            return time_of(lookup, about) if isinstance(about, Entry) else None
        case Statement() | Position() | Condition() | Instrument():
            return _published(lookup, entry.accounts)


def _of_when(when: When | None) -> Time | None:
    if when is None or (when.start is None and when.end is None):
        return None
    start, end = when.start or when.end, when.end or when.start
    assert start is not None and end is not None
    return Time(start, end, Basis.HAPPENED)


def _published(lookup: Lookup, accounts: tuple[Account, ...]) -> Time | None:
    days = published_days(lookup, accounts)
    return Time(min(days), max(days), Basis.PUBLISHED) if days else None


def published_days(lookup: Lookup, accounts: tuple[Account, ...]) -> list[date]:
    """The days on which the reports of these accounts were published, those that are known."""
    days = (lookup.report_of(account).published for account in accounts)
    return [day for day in days if day is not None]


def order_of(lookup: Lookup, entry: Entry | Dispute) -> tuple[bool, date, date, str]:
    """The sorting key of every list: time, then id; what has no time comes last."""
    time = time_of(lookup, entry)
    return (time is None, time.start if time else date.max, time.end if time else date.max, entry.id)


def day_from(lookup: Lookup, meeting: Meeting) -> Report | None:
    """The report whose account gives the meeting its day: the earliest with these days in the entry's wording.

    None for a day that a person set right: no report is behind it.
    """
    if meeting.when is None or any(one.field == "when" for one in meeting.corrected):
        return None
    alike = [
        (account.fields.when.said != meeting.when.said, index, lookup.report_of(account))
        for index, account in enumerate(meeting.accounts)
        if isinstance(account.fields, MeetingFrame)
        and account.fields.when is not None
        and (account.fields.when.start, account.fields.when.end) == (meeting.when.start, meeting.when.end)
    ]
    return min(alike, key=lambda item: item[:2])[2] if alike else None
