"""What happened when: meetings, states of documents, statements, positions and conditions as rows by day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from sqlite3 import Row

from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.web.server.keeping import Kept

KINDS = ("meeting", "instrument", "statement", "position", "condition")
USUAL = ("meeting", "instrument")
"""What is listed unless something else is asked for; statements are then counted day by day."""

MOST_A_DAY = 20
"""Most rows of one day on a page that shows several; a day asked for by itself shows MOST_ALONE."""

MOST_ALONE = 300
MOST_ROWS, MOST_DAYS = 120, 45
"""About how many rows, and how many days, one page shows."""

EXACT = (None, "day", "span")
"""Precisions of which the first day is the day of a meeting."""

UNDATED = 20
"""Most undated rows at the end of the list; all of them are a list of their own."""


APART = timedelta(days=183)
FEW_ROWS = 0.05
"""How long before all others days must lie, and what part of all rows they may hold at most, to be left out of a
drawing. Set by hand: half a year is where the drawing begins to count months."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rows: of which kinds, of a party in any of its parts, in a state (`held`, `signed`), of which days."""

    kinds: tuple[str, ...] = USUAL
    party: str | None = None
    status: str | None = None
    since: date | None = None
    until: date | None = None
    overdue: bool = False

    def holds(self, day: date) -> bool:
        """True for a day that is asked for."""
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Event:
    """A row of the list: an entry, its day (None: none is told), and what it is or became then. `place` is that of a
    state among the states of a document; `vague` is True for a meeting of which a week, a month or more is told, which
    begins on the day."""

    id: str
    kind: str
    day: date | None
    what: str | None
    place: int | None
    vague: bool = False


@dataclass(frozen=True, slots=True)
class DayOf:
    """A day on a page: its rows, how many more there are, and how many statements there are that are only counted."""

    day: date
    events: tuple[Event, ...]
    more: int
    statements: int


@dataclass(frozen=True, slots=True)
class Days:
    """How many rows there are on each day, kind by kind, whatever the days asked for."""

    counts: Mapping[date, Mapping[str, int]] = field(default_factory=dict)

    def chosen(self, choice: Choice) -> list[date]:
        """The days asked for that have something listed or counted, the first first."""
        return [day for day in sorted(self.counts) if choice.holds(day)]

    @property
    def main_part(self) -> list[date]:
        """The days without the few (FEW_ROWS at most) that lie by themselves long before all others (APART at least):
        what reports recall of earlier years. A drawing with these would have no room for the rest."""
        days = sorted(self.counts)
        rows = [sum(self.counts[day].values()) for day in days]
        apart = [at for at in range(1, len(days))
                 if days[at] - days[at - 1] > APART and sum(rows[:at]) <= FEW_ROWS * sum(rows)]  # fmt: skip
        return days[max(apart, default=0) :]


_kept: Kept[Days] = Kept(32)


def count_days(snapshot: Snapshot, choice: Choice) -> Days:
    """How many rows there are on each day, of the kinds asked for and of statements; whatever days are asked for."""
    everyday = replace(choice, since=None, until=None)
    return _kept.get(snapshot, everyday, lambda: _count_days(snapshot, everyday))


def _count_days(snapshot: Snapshot, choice: Choice) -> Days:
    found: dict[date, dict[str, int]] = {}
    for kind in dict.fromkeys((*choice.kinds, *(("statement",) if counts_statements(choice) else ()))):
        where, values = _where(choice, kind)
        query = f"SELECT {_day(kind)} AS day, count(*) AS number FROM {_table(kind)} {where} GROUP BY 1"
        for row in snapshot.rows(query, *values):
            if row["day"] is not None:
                found.setdefault(date.fromisoformat(row["day"]), {})[kind] = row["number"]
    return Days(found)


def counts_statements(choice: Choice) -> bool:
    """True where statements are counted day by day: nothing is asked for that they do not have."""
    return "statement" not in choice.kinds and choice.kinds == USUAL and not choice.status and not choice.overdue


def pages(days: Days, choice: Choice) -> list[list[date]]:
    """The days asked for, cut into pages of whole days, each of about MOST_ROWS rows."""
    found: list[list[date]] = [[]]
    rows = 0
    for day in days.chosen(choice):
        shown = 1 + min(MOST_A_DAY, sum(number for kind, number in days.counts[day].items() if kind in choice.kinds))
        if found[-1] and (rows + shown > MOST_ROWS or len(found[-1]) == MOST_DAYS):
            found.append([])
            rows = 0
        found[-1].append(day)
        rows += shown
    return found


def page_of(cut: Sequence[Sequence[date]], day: date | None) -> int:
    """The page, counted from 1, that shows a day or the last one before it; the last page where there is no day."""
    before = [number for number, days in enumerate(cut, 1) if day is None or (days and days[0] <= day)]
    return before[-1] if before else 1


def events(snapshot: Snapshot, choice: Choice, days: Sequence[date], counts: Days) -> list[DayOf]:
    """The days of one page with their rows."""
    if not days:
        return []
    most = MOST_ALONE if len(days) == 1 else MOST_A_DAY
    found: dict[date, list[Event]] = {day: [] for day in days}
    for kind in choice.kinds:
        for row in _rows(snapshot, choice, kind, (days[0], days[-1]), most):
            found[date.fromisoformat(row["day"])].append(_event(kind, row))
    statements = counts_statements(choice)
    return [
        DayOf(
            day,
            tuple(found[day][:most]),
            max(0, sum(counts.counts[day].get(kind, 0) for kind in choice.kinds) - len(found[day][:most])),
            counts.counts[day].get("statement", 0) if statements else 0,
        )
        for day in days
    ]


def everything(snapshot: Snapshot, choice: Choice) -> list[Row]:
    """All rows asked for, by day, as columns of `entries` with `happened` and `what`."""
    found: list[Row] = []
    for kind in choice.kinds:
        where, values = _where(choice, kind, dated=True)
        query = f"SELECT e.*, {_day(kind)} AS happened, {_what(kind)} AS what FROM {_table(kind)} {where}"
        found += [row for row in snapshot.rows(query, *values) if choice.holds(date.fromisoformat(row["happened"]))]
    return sorted(found, key=lambda row: (row["happened"], row["seq"]))


def undated(snapshot: Snapshot, choice: Choice, most: int, skip: int = 0) -> tuple[list[Event], int]:
    """Entries of the kinds asked for of which no report tells a day, some of them, and how many there are."""
    where, values = _where(choice, "")
    kinds = ", ".join("?" * len(choice.kinds))
    none = f"{where} {'AND' if where else 'WHERE'} e.day IS NULL AND e.kind IN ({kinds})"
    total = snapshot.rows(f"SELECT count(*) AS number FROM entries e {none}", *values, *choice.kinds)[0]["number"]
    query = f"SELECT e.id, e.kind, e.status FROM entries e {none} ORDER BY e.seq LIMIT ? OFFSET ?"
    rows = snapshot.rows(query, *values, *choice.kinds, most, skip)
    return [Event(row["id"], row["kind"], None, row["status"], None) for row in rows], total


def statuses(snapshot: Snapshot, choice: Choice) -> list[str]:
    """The states that rows of the kinds asked for are in."""
    found: dict[str, None] = {}
    for kind in choice.kinds:
        rows = snapshot.rows("SELECT DISTINCT status FROM entries WHERE kind = ? AND status IS NOT NULL", kind)
        found |= dict.fromkeys(row["status"] for row in rows)
    return sorted(found)


def _rows(snapshot: Snapshot, choice: Choice, kind: str, span: tuple[date, date], most: int) -> list[Row]:
    """The first `most` rows of each day of a span, and those of days in it alone."""
    where, values = _where(choice, kind)
    day = _day(kind)
    inner = (
        f"SELECT e.id, {day} AS day, {_what(kind)} AS what, {_place(kind)} AS place, e.precision, e.seq, "
        f"row_number() OVER (PARTITION BY {day} ORDER BY e.seq) AS nth FROM {_table(kind)} "
        f"{where} {'AND' if where else 'WHERE'} {day} BETWEEN ? AND ?"
    )
    query = f"SELECT * FROM ({inner}) WHERE nth <= ? ORDER BY day, seq"
    return snapshot.rows(query, *values, span[0].isoformat(), span[1].isoformat(), most)


def _event(kind: str, row: Row) -> Event:
    vague = kind == "meeting" and row["precision"] not in EXACT
    return Event(row["id"], kind, date.fromisoformat(row["day"]), row["what"], row["place"], vague)


def _table(kind: str) -> str:
    return "states s JOIN entries e ON e.seq = s.seq" if kind == "instrument" else "entries e"


def _day(kind: str) -> str:
    return "s.day" if kind == "instrument" else "e.day"


def _what(kind: str) -> str:
    return "s.value" if kind == "instrument" else "e.status"


def _place(kind: str) -> str:
    return "s.place" if kind == "instrument" else "NULL"


def _where(choice: Choice, kind: str, dated: bool = False) -> tuple[str, list[object]]:
    """The conditions of a query over the rows of a kind, but for the days; no kind is every kind."""
    clauses: list[str] = ["e.kind = ?"] if kind else []
    values: list[object] = [kind] if kind else []
    if kind == "instrument":
        clauses.append("s.followed")
    if dated:
        clauses.append(f"{_day(kind)} IS NOT NULL")
    if choice.party:
        clauses.append("e.seq IN (SELECT seq FROM entry_actors WHERE name = ?)")
        values.append(choice.party)
    if choice.status:
        clauses.append(f"{_what(kind)} = ?")
        values.append(choice.status)
    if choice.overdue:
        clauses.append("e.overdue")
    return (f"WHERE {' AND '.join(clauses)}" if clauses else ""), values
