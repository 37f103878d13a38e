"""One month of the record: meetings on their days, states that documents took, and deadlines."""

import json
from calendar import Calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from sqlite3 import Row

from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.web.times.days import EXACT

KINDS = ("meeting", "document", "deadline")
"""What a calendar shows."""

MOST = 400
"""Most rows of one month; a month of more says so."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: one kind of row or all, of a party, in a state."""

    kind: str | None = None
    party: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A row of a month: an entry and what it is or becomes (`what`) from its first day to its last. `kind` is that of
    the row, `entry` that of the entry; `vague` is True where no single days are told, only a week, a month or more."""

    id: str
    kind: str
    entry: str
    what: str
    label: str
    first: date
    last: date
    parties: tuple[str, ...]
    vague: bool


@dataclass(frozen=True, slots=True)
class Month:
    """A month: its weeks as days from Monday on, those of the months beside it too, and the rows that fall into it."""

    first: date
    last: date
    weeks: tuple[tuple[date, ...], ...]
    items: tuple[Item, ...]
    more: bool

    def on(self, day: date) -> list[Item]:
        """The rows of a day; those without a single day are of none."""
        return [item for item in self.items if not item.vague and item.first <= day <= item.last]


def month_of(snapshot: Snapshot, wanted: Wanted, day: date) -> Month:
    """The month of a day, with what falls into it."""
    first = day.replace(day=1)
    last = (first.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)
    weeks = tuple(tuple(week) for week in Calendar().monthdatescalendar(first.year, first.month))
    query, values = _union(wanted, "AND {first} <= ? AND {last} >= ?", (last.isoformat(), first.isoformat()))
    rows = snapshot.rows(f"SELECT * FROM ({query}) ORDER BY first, last, seq LIMIT ?", *values, MOST + 1)
    return Month(first, last, weeks, tuple(_item(row) for row in rows[:MOST]), len(rows) > MOST)


def beside(snapshot: Snapshot, wanted: Wanted, month: Month) -> tuple[date | None, date | None]:
    """A day of the nearest month before this one, and of the nearest after it, that has anything; None for none."""
    earlier, values = _union(wanted, "AND {first} < ?", (month.first.isoformat(),))
    before = snapshot.one(f"SELECT max(first) AS day FROM ({earlier})", *values)
    later, values = _union(wanted, "AND {first} > ?", (month.last.isoformat(),))
    after = snapshot.one(f"SELECT min(first) AS day FROM ({later})", *values)
    return _day(before), _day(after)


def ids_for_calendar(snapshot: Snapshot, wanted: Wanted) -> list[str]:
    """The entries that a calendar file holds: meetings with a day, and whatever has a deadline."""
    meetings, values = _part("meeting", wanted, "")
    deadlines, more = _part("deadline", wanted, "")
    parts = {"meeting": (meetings, values), "deadline": (deadlines, more), "document": None}
    chosen = [parts[kind] for kind in ([wanted.kind] if wanted.kind else parts)]
    found: dict[str, None] = {}
    for one in chosen:
        if one is not None:
            found |= dict.fromkeys(row["id"] for row in snapshot.rows(f"{one[0]} ORDER BY e.seq", *one[1]))
    return list(found)


def count_undated(snapshot: Snapshot, wanted: Wanted) -> int:
    """How many of the meetings asked for have no day."""
    if wanted.kind not in (None, "meeting"):
        return 0
    where, values = _where("meeting", wanted)
    row = snapshot.one(f"SELECT count(*) AS number FROM entries e WHERE e.day IS NULL AND {where}", *values)
    return int(row["number"]) if row is not None else 0


def _union(wanted: Wanted, bounds: str, limits: Sequence[str]) -> tuple[str, list[object]]:
    """A query for the rows of all kinds asked for, within bounds on their first and last day."""
    parts, values = [], list[object]()
    for kind in [wanted.kind] if wanted.kind in KINDS else KINDS:
        query, given = _part(kind or "", wanted, bounds)
        parts.append(query)
        values += [*given, *limits]
    return " UNION ALL ".join(parts), values


def _part(kind: str, wanted: Wanted, bounds: str) -> tuple[str, list[object]]:
    table = "states s JOIN entries e ON e.seq = s.seq" if kind == "document" else "entries e"
    first = {"meeting": "e.day", "document": "s.day", "deadline": "e.deadline"}[kind]
    last = "coalesce(e.last_day, e.day)" if kind == "meeting" else first
    what = {"meeting": "e.status", "document": "s.value", "deadline": "'deadline'"}[kind]
    precision = "e.precision" if kind == "meeting" else "NULL"
    where, values = _where(kind, wanted)
    return (
        f"SELECT e.id, '{kind}' AS kind, e.kind AS entry, {what} AS what, e.label, {first} AS first, {last} AS last, "
        f"e.parties, {precision} AS precision, e.seq FROM {table} "
        f"WHERE {first} IS NOT NULL AND {where} {bounds.format(first=first, last=last)}"
    ), values


def _where(kind: str, wanted: Wanted) -> tuple[str, list[object]]:
    """The conditions on the rows of a kind, but for the days."""
    clauses = {"meeting": ["e.kind = 'meeting'"], "document": ["e.kind = 'instrument'", "s.followed"]}.get(kind, ["1"])
    values: list[object] = []
    if wanted.party:
        clauses.append("e.seq IN (SELECT seq FROM entry_actors WHERE name = ?)")
        values.append(wanted.party)
    if wanted.status:
        clauses.append(f"{'s.value' if kind == 'document' else 'e.status'} = ?")
        values.append(wanted.status)
    return " AND ".join(clauses), values


def _item(row: Row) -> Item:
    return Item(
        row["id"],
        row["kind"],
        row["entry"],
        row["what"],
        row["label"],
        date.fromisoformat(row["first"]),
        date.fromisoformat(row["last"]),
        tuple(json.loads(row["parties"])),
        row["precision"] not in EXACT,
    )


def _day(row: Row | None) -> date | None:
    return date.fromisoformat(row["day"]) if row is not None and row["day"] else None


def rows_of(month: Month) -> Iterator[tuple[object, ...]]:
    """The rows of a month as a table has them."""
    for item in month.items:
        yield (item.first.isoformat(), item.last.isoformat(), item.kind, item.what, item.id, "; ".join(item.parties),
               item.label)  # fmt: skip
