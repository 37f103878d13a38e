"""What a calendar shows on a day: a meeting or a deadline, with where it stands and the words it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pourparler.core.account import Account
from pourparler.core.entry import Entry
from pourparler.faces.rows.cells import counts_words
from pourparler.faces.rows.labels import value_words
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.rows.times import published_days
from pourparler.faces.wording.days import published_words
from pourparler.faces.wording.names import some
from pourparler.faces.wording.quoting import quoted, visible
from pourparler.faces.wording.voices import whose

NO_DAY = date(1970, 1, 1)
"""The day that stands where iCalendar wants one and no report bears any: nobody's guess."""

MOST_SOURCES = 12
"""Most accounts that one description cites; the rest are counted."""

MOST_QUOTED = 300
"""Most characters of the words of one account."""


class Standing(StrEnum):
    """The STATUS of a VEVENT."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Happening:
    """One VEVENT. `start` and `end` are its first and last day; `sequence` counts its changes; `first` and `last` are
    the days of publication of the first and the latest report of it."""

    uid: str
    entry: Entry
    what: str
    status: str
    standing: Standing
    start: date
    end: date
    precision: str
    summary: str
    place: str
    description: tuple[str, ...]
    sequence: int
    first: date
    last: date


def told_between(lookup: Lookup, entry: Entry) -> tuple[date, date]:
    """The days on which the first and the latest report of an entry were published, or a person set it right."""
    days = published_days(lookup, entry.accounts)
    return min(days, default=NO_DAY), max([*days, *(one.at.date() for one in entry.corrected)], default=NO_DAY)


def sources(lookup: Lookup, entry: Entry) -> Iterator[str]:
    """Lines on how many tell of an entry, who does and in which words, what they disagree on, and where to see all."""
    yield f"Accounts·reports·independent sources: {counts_words(entry.counts)}"
    for dispute in lookup.disputes_about.get(entry.id, ()):
        values = " / ".join(value_words(reading.value) for reading in dispute.readings)
        yield f"Reports disagree on {dispute.field.replace('_', ' ')}: {values}"
    for account in entry.accounts[:MOST_SOURCES]:
        yield _source(lookup, account)
    rest = len(entry.accounts) - MOST_SOURCES
    if rest > 0:
        yield f"… and {some(rest, 'more account', 'more accounts')}"
    yield f"pourparler explain {lookup.short(entry.id)}"


def _source(lookup: Lookup, account: Account) -> str:
    report = lookup.report_of(account)
    address = f" <{visible(report.url)}>" if report.url and report.url.startswith(("http://", "https://")) else ""
    words = " […] ".join(quoted(place.text, MOST_QUOTED) for place in account.evidence)
    return f"- {whose(account.voice, report)}, {published_words(report)}{address}: {words}"
