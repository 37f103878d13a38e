"""Finding entries and reports by words: how many there are, which come first, and what else could be typed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from sqlite3 import Row

from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.web.listing import Where
from pourparler.faces.web.part import KINDS, among
from pourparler.faces.web.texts.typed import Term, match

WEIGHED = 20_000
"""Hits up to which all are weighed and the best come first: to weigh as many takes some 30 ms; of more, the newest."""

REPORTS = "report"
"""The kind of a search that wants reports alone."""

_SHORTEST = 3
"""Letters of the beginning of a word that is offered where the word itself is nowhere."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: all of the terms, in entries and reports of these days."""

    terms: tuple[Term, ...]
    since: date | None = None
    until: date | None = None

    @property
    def has_days(self) -> bool:
        """True where only some days are looked at."""
        return self.since is not None or self.until is not None

    def of_days(self, first: str, last: str) -> Where:
        """The days as conditions on columns of a first and a last day; a row without a day is of no days."""
        where = Where()
        if self.since:
            where.add(f"{last} >= ?", self.since.isoformat())
        if self.until:
            where.add(f"{first} <= ?", self.until.isoformat())
        return where


@dataclass(frozen=True, slots=True)
class Stretch:
    """The places, first to last, of what may be found in a list: `within` are the conditions on the places between
    them that count too, None where all of them do. `dated` is the last place of a row with a day."""

    first: int
    last: int
    dated: int
    within: Where | None = None

    def clause(self, table: str, is_hard: bool) -> tuple[str, list[object]]:
        """The places as a condition on the place of a hit.

        With `is_hard` the full text is asked for no others. That must not be told of a set of places: SQLite would ask
        the full text anew for each of them, which takes it minutes.
        """
        sign = "" if is_hard else "+"
        if self.within is None:
            return f"({sign}rowid BETWEEN ? AND ?)", [self.first, self.last]
        inner = f"+rowid IN (SELECT seq FROM {table} {self.within.sql})"
        return f"({sign}rowid BETWEEN ? AND ? AND {inner})", [self.first, self.last, *self.within.values]


@dataclass(frozen=True, slots=True)
class Field:
    """Where it is looked for: the stretch of each kind of entry that has any of these days, and that of the reports."""

    sought: Sought
    entries: Mapping[str, Stretch]
    reports: Stretch | None

    @property
    def matching(self) -> str:
        """What is looked for in the language of FTS5."""
        return match(self.sought.terms)

    def hits(self, kind: str | None) -> tuple[str, Where]:
        """The table of full text and the conditions for hits of a kind; None for entries of all kinds."""
        table = "report_words" if kind == REPORTS else "entry_words"
        where = Where().add(f"{table} MATCH ?", self.matching)
        if kind is None:
            if self.sought.has_days:
                clauses = [stretch.clause("entries", is_hard=False) for stretch in self.entries.values()]
                joined = " OR ".join(clause for clause, _ in clauses) or "0"
                where.add(f"({joined})", *(value for _, values in clauses for value in values))
            return table, where
        stretch = self.stretch(kind)
        if stretch is None:
            return table, where.add("0")
        clause, values = stretch.clause("reports" if kind == REPORTS else "entries", is_hard=True)
        return table, where.add(clause, *values)

    def stretch(self, kind: str) -> Stretch | None:
        """The stretch of a kind, None where it has nothing of these days."""
        return self.reports if kind == REPORTS else self.entries.get(kind)


def field_of(snapshot: Snapshot, sought: Sought) -> Field:
    """Where something is to be looked for."""
    days = sought.of_days("day", "coalesce(last_day, day)")
    entries = {}
    for kind in KINDS:
        where = Where(["kind = ?", *days.clauses], [kind, *days.values])
        if found := _stretch(snapshot, "entries", "day", where, sought.has_days):
            entries[kind] = found
    published = sought.of_days("published", "published")
    return Field(sought, entries, _stretch(snapshot, "reports", "published", published, sought.has_days))


def _stretch(snapshot: Snapshot, table: str, day: str, where: Where, has_days: bool) -> Stretch | None:
    """The stretch of a list; lists are in the order of days, so that most often all between the first and the last
    counts, and nothing need be looked up for each hit."""
    first, last, number = (f"(SELECT {what} FROM {table} {where.sql})" for what in ("min(seq)", "max(seq)", "count(*)"))
    row = snapshot.one(f"SELECT {first} AS first, {last} AS last", *where.values, *where.values)
    if row is None or row["first"] is None:
        return None
    if not has_days:
        dated = Where([*where.clauses, f"{day} IS NOT NULL"], where.values)
        found = snapshot.one(f"SELECT max(seq) AS last FROM {table} {dated.sql}", *dated.values)
        return Stretch(row["first"], row["last"], (found["last"] if found else None) or 0)
    between = Where(["seq BETWEEN ? AND ?"], [row["first"], row["last"]])
    counted = snapshot.one(f"SELECT {number} = (SELECT count(*) FROM {table} {between.sql}) AS solid",
                           *where.values, *between.values)  # fmt: skip
    solid = counted is not None and counted["solid"]
    return Stretch(row["first"], row["last"], row["last"], None if solid else where)


def count(snapshot: Snapshot, field: Field, kind: str) -> int:
    """How many hits of a kind there are."""
    table, where = field.hits(kind)
    return int(snapshot.rows(f"SELECT count(*) FROM {table} {where.sql}", *where.values)[0][0])


def count_all(snapshot: Snapshot, field: Field) -> dict[str, int]:
    """How many entries of each kind and how many reports there are."""
    return {kind: count(snapshot, field, kind) for kind in (*KINDS, REPORTS)}


def best(snapshot: Snapshot, field: Field, kind: str | None, most: int, skip: int = 0) -> list[int]:
    """The places of the hits of a kind that say it best; of a kind that is None, of entries of all kinds."""
    return _places(snapshot, field, kind, "rank, rowid", most, skip)


def newest(snapshot: Snapshot, field: Field, kind: str, most: int, skip: int = 0) -> list[int]:
    """The places of the latest hits of a kind, those without a day last."""
    stretch = field.stretch(kind)
    dated = stretch.dated if stretch else 0
    return _places(snapshot, field, kind, f"rowid > {int(dated)}, rowid DESC", most, skip)


def _places(snapshot: Snapshot, field: Field, kind: str | None, order: str, most: int, skip: int) -> list[int]:
    table, where = field.hits(kind)
    query = f"SELECT rowid FROM {table} {where.sql} ORDER BY {order} LIMIT ? OFFSET ?"
    return [row[0] for row in snapshot.rows(query, *where.values, most, skip)]


def rows_at(snapshot: Snapshot, table: str, places: Sequence[int]) -> list[Row]:
    """The rows of `entries` or `reports` at these places, in their order."""
    found = {row["seq"]: row for row in among(snapshot, f"SELECT * FROM {table}", "seq", places)}
    return [found[place] for place in places]


@dataclass(frozen=True, slots=True)
class Hint:
    """A word of a search that found nothing: how often it is found alone, and the beginning of it that is found."""

    term: Term
    entries: int
    reports: int
    begun: Term | None


def hints(snapshot: Snapshot, sought: Sought) -> Iterator[Hint]:
    """What each word of a search finds by itself, of all days."""
    for term in sought.terms:
        found = _alone(snapshot, "entry_words", term), _alone(snapshot, "report_words", term)
        yield Hint(term, *found, None if any(found) else _begun(snapshot, term))


def _alone(snapshot: Snapshot, table: str, term: Term) -> int:
    return int(snapshot.rows(f"SELECT count(*) FROM {table} WHERE {table} MATCH ?", term.match)[0][0])


def _begun(snapshot: Snapshot, term: Term) -> Term | None:
    """The longest beginning of a word that some report has a word with."""
    for length in range(len(term.words) - 1, _SHORTEST - 1, -1):
        shorter = Term(term.words[:length].rstrip(), True)
        if snapshot.rows("SELECT rowid FROM report_words WHERE report_words MATCH ? LIMIT 1", shorter.match):
            return shorter
    return None
