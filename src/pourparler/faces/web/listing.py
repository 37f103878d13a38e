"""Lists of entries: what is asked for as SQL, one page of it as entries, all of it as rows of CSV."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pourparler.core.entry import Entry
from pourparler.faces.export.shape import values_of
from pourparler.faces.export.tables import COLUMNS, lines_of
from pourparler.faces.web.page import ROWS, Day, ListAsk, Slice, Table, Word, sliced
from pourparler.faces.web.part import Part
from pourparler.faces.web.visit import Visit

AT_ONCE = 200
"""Entries decoded at a time for a CSV."""


class EntriesAsk(ListAsk):
    """What may be asked of any list of entries: whose, of which days. An entry without a day is of no days."""

    party: Word = None
    since: Day = None
    until: Day = None


@dataclass
class Where:
    """Conditions of a query over `entries`, with their values."""

    clauses: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)

    def add(self, clause: str, *values: object) -> "Where":
        """One more condition; gives itself."""
        self.clauses.append(clause)
        self.values += values
        return self

    def equal(self, column: str, value: object) -> "Where":
        """A column that has a value; nothing where no value is asked for."""
        return self if value is None else self.add(f"{column} = ?", value)

    @property
    def sql(self) -> str:
        """The conditions with their WHERE; empty for none."""
        return f"WHERE {' AND '.join(self.clauses)}" if self.clauses else ""


def wanted(kind: str, ask: EntriesAsk) -> Where:
    """The entries of a kind that are asked for: those of a party, in any of its roles, and of the days."""
    where = wanted_of_all(ask)
    where.clauses.insert(0, "kind = ?")
    where.values.insert(0, kind)
    return where


def wanted_of_all(ask: EntriesAsk) -> Where:
    """The entries of any kind that are asked for; without conditions where everything is."""
    where = Where()
    if ask.party:
        where.add("seq IN (SELECT seq FROM entry_actors WHERE name = ?)", ask.party)
    if ask.since:
        where.add("coalesce(last_day, day) >= ?", ask.since.isoformat())
    if ask.until:
        where.add("day <= ?", ask.until.isoformat())
    return where


@dataclass(frozen=True)
class Listing:
    """One page of a list: which, its rows in the snapshot, the entries themselves, and the words they are told in."""

    slice: Slice
    rows: Sequence[Any]
    entries: tuple[Entry, ...]
    lookup: Part

    @property
    def values(self) -> list[dict[str, object]]:
        """The entries in the shape of the export."""
        return [values_of(entry) for entry in self.entries]


def listed(visit: Visit, where: Where, page: int = 1, order: str = "seq", most: int = ROWS) -> Listing:
    """One page of the entries that are asked for, in the order of the export or another (columns of `entries`)."""
    total = visit.snapshot.rows(f"SELECT count(*) AS total FROM entries {where.sql}", *where.values)[0]["total"]
    cut = sliced(total, page, most)
    rows = visit.snapshot.rows(
        f"SELECT * FROM entries {where.sql} ORDER BY {order} LIMIT ? OFFSET ?", *where.values, most, cut.skip
    )
    entries = visit.snapshot.entries([row["id"] for row in rows])
    return Listing(cut, rows, entries, visit.part(entries))


def table(visit: Visit, kind: str, where: Where, order: str = "seq") -> Table:
    """All entries that are asked for as the rows of the export's table of that kind (`meetings`)."""
    return Table(COLUMNS[kind], _rows(visit, kind, where, order))


def _rows(visit: Visit, kind: str, where: Where, order: str) -> Iterator[tuple[object, ...]]:
    ids = [
        row["id"] for row in visit.snapshot.rows(f"SELECT id FROM entries {where.sql} ORDER BY {order}", *where.values)
    ]
    for start in range(0, len(ids), AT_ONCE):
        for entry in visit.snapshot.entries(ids[start : start + AT_ONCE]):
            for line in lines_of(entry):
                yield tuple(line.get(column) for column in COLUMNS[kind])


def list_values(visit: Visit, listing: Listing) -> dict[str, object]:
    """The JSON of a list of entries, as exported; see `page_values`."""
    return page_values(visit, listing.slice, listing.values)


def page_values(visit: Visit, cut: Slice, rows: Sequence[object]) -> dict[str, object]:
    """The JSON of one page of a list: the record, what was asked, which page of how many, and the rows."""
    return {
        "case": case_values(visit),
        "asked": asked_values(visit),
        "total": cut.total,
        "page": cut.page,
        "pages": cut.pages,
        "next": visit.here(page=cut.page + 1) if cut.page < cut.pages else None,
        "rows": rows,
    }


def asked_values(visit: Visit) -> dict[str, str | list[str]]:
    """What was asked of a page, as its address gives it, without what was left empty."""
    once: dict[str, str | list[str]] = {name: value for name, value in visit.asked.items() if value}
    return once | {name: list(values) for name, values in visit.many.items()}


def case_values(visit: Visit) -> dict[str, object]:
    """Which record, as of which day, is answered from, and at which edition of the record it was put together."""
    head = visit.snapshot.head
    day = head.as_of.isoformat() if head.as_of else None
    return {"name": head.name, "as_of": day, "record_version": head.version, "edition": head.edition}


def parties(visit: Visit) -> list[str]:
    """The parties of the record, those of most entries first."""
    query = ("SELECT name, count(*) AS entries FROM entry_actors WHERE role IN ('party', 'mediator') "
             "GROUP BY name ORDER BY entries DESC, name LIMIT 200")  # fmt: skip
    return [row["name"] for row in visit.snapshot.rows(query)]
