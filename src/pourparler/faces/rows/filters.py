"""Which entries a list keeps: one party's, of certain days; what was left out is counted, never passed over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pourparler.core.actor import Actor
from pourparler.core.entry import Dispute, Entry, Instrument, Meeting, ReportView
from pourparler.faces.rows.lookup import Found, Lookup
from pourparler.faces.rows.times import time_of
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.names import some

Row = TypeVar("Row", bound=Found)


@dataclass(frozen=True, slots=True)
class Filter:
    """What to keep: entries that touch `party` and the days from `since` to `until`, both included."""

    party: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many rows a filter left out: of other parties, of other days, and for want of any day."""

    other_party: int = 0
    other_days: int = 0
    undated: int = 0


def keep(lookup: Lookup, rows: Sequence[Row], wanted: Filter) -> tuple[list[Row], LeftOut]:
    """The rows that `wanted` keeps, in their order, and how many it left out and why."""
    kept: list[Row] = []
    other_party = other_days = undated = 0
    for row in rows:
        if wanted.party and wanted.party not in parties_of(lookup, row):
            other_party += 1
        elif (fits := _fits(lookup, row, wanted)) is None:
            undated += 1
        elif not fits:
            other_days += 1
        else:
            kept.append(row)
    return kept, LeftOut(other_party, other_days, undated)


def _fits(lookup: Lookup, row: Found, wanted: Filter) -> bool | None:
    """True when the row's days meet those wanted; None when days are wanted and the row has none."""
    if isinstance(row, Actor) or not (wanted.since or wanted.until):
        return True
    if isinstance(row, ReportView):
        start = end = row.report.published
    else:
        time = time_of(lookup, row)
        start, end = (time.start, time.end) if time else (None, None)
    if start is None or end is None:
        return None
    return (not wanted.since or end >= wanted.since) and (not wanted.until or start <= wanted.until)


def parties_of(lookup: Lookup, row: Found) -> frozenset[str]:
    """The parties that a row touches; a dispute touches those of its entry, a report those of all that it tells."""
    match row:
        case Meeting():
            return frozenset((*row.parties, *row.mediators, *row.excluded))
        case Instrument():
            return frozenset(row.parties)
        case Dispute():
            about = lookup.things.get(row.about)
            named = [reading.value for reading in row.readings if row.field == "parties"]
            values = {name for value in named for name in ((value,) if isinstance(value, str) else value)}
            return frozenset(values) | (parties_of(lookup, about) if isinstance(about, Entry) else frozenset())
        case Actor():
            return frozenset(name for name in (row.name, row.represents) if name)
        case ReportView():
            told = lookup.told_by.get(row.report.id, ())
            return frozenset(name for entry in told for name in parties_of(lookup, entry))
    return frozenset({row.party} if row.party else ())


def left_out_words(left: LeftOut, wanted: Filter, noun: str) -> str:
    """What a filter left out, in one line; empty when it left out nothing."""
    parts = []
    if left.other_party:
        parts.append(f"{some(left.other_party, noun)} without {wanted.party}")
    if left.other_days:
        parts.append(f"{left.other_days} of days {_outside(wanted)}")
    if left.undated:
        parts.append(f"{left.undated} without a day (a day was asked for)")
    return f"Left out: {'; '.join(parts)}." if parts else ""


def _outside(wanted: Filter) -> str:
    if wanted.since and wanted.until:
        return f"outside {day_words(wanted.since)} to {day_words(wanted.until)}"
    return f"before {day_words(wanted.since)}" if wanted.since else f"after {day_words(wanted.until or date.max)}"
