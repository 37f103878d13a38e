"""Reports: what was read, when it was published and where, and how much of the record each tells."""

from sqlite3 import Row

from pydantic import Field

from pourparler.faces.export.tables import COLUMNS
from pourparler.faces.web.listing import Where, page_values
from pourparler.faces.web.page import Answer, Day, ListAsk, Page, Table, Word, sliced
from pourparler.faces.web.visit import Visit

OUTLETS = 300
"""Outlets that are offered: those of most reports."""

COPIES = {"without": "copies_of IS NULL", "only": "copies_of IS NOT NULL"}
TOLD = {"yes": "told > 0", "no": "told = 0"}
"""What may be asked of near copies and of what is told, as conditions of a query."""


class ReportsAsk(ListAsk):
    """Which reports."""

    outlet: Word = Field(None, description="An outlet, or a part of its name or of the report's.")
    since: Day = None
    until: Day = None
    told: Word = Field(None, description="`yes` for reports that tell of an entry, `no` for those of none.")
    copies: Word = Field(None, description="`without` near copies, or `only` these.")


def reports(visit: Visit, ask: ReportsAsk) -> Answer:
    """The reports that are asked for, by day of publication; those without a day come last."""
    where = asked(visit, ask)
    counted = visit.snapshot.one(f"SELECT count(*) AS total FROM reports {where.sql}", *where.values)
    cut = sliced(counted["total"] if counted else 0, ask.page)
    rows = visit.snapshot.rows(
        f"SELECT * FROM reports {where.sql} ORDER BY seq LIMIT ? OFFSET ?", *where.values, cut.rows, cut.skip
    )
    every = (tuple(values(row).get(name) for name in COLUMNS["reports"]) for row in _all(visit, where))
    outlets = (
        "SELECT outlet FROM reports WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY count(*) DESC, outlet LIMIT ?"
    )
    return Answer(
        "Reports",
        page_values(visit, cut, [values(row) for row in rows]),
        Table(COLUMNS["reports"], every),
        {
            "slice": cut,
            "dated": [row for row in rows if row["published"]],
            "undated": [row for row in rows if not row["published"]],
            "outlets": visit.snapshot.rows(outlets, OUTLETS),
            "originals": _originals(visit, rows),
        },
    )


def asked(visit: Visit, ask: ReportsAsk) -> Where:
    """The reports that are asked for, as conditions of a query; a report without a day is of no days."""
    where = Where()
    if ask.outlet:
        known = visit.snapshot.one("SELECT 1 FROM reports WHERE outlet = ? LIMIT 1", ask.outlet)
        part = "instr(lower(coalesce(outlet, '') || ' ' || name || ' ' || coalesce(url, '')), lower(?))"
        where.add("outlet = ?" if known else part, ask.outlet)
    if ask.since:
        where.add("published >= ?", ask.since.isoformat())
    if ask.until:
        where.add("published <= ?", ask.until.isoformat())
    for given, conditions in ((ask.told, TOLD), (ask.copies, COPIES)):
        if given in conditions:
            where.add(conditions[given])
    return where


def _all(visit: Visit, where: Where) -> list[Row]:
    return visit.snapshot.rows(f"SELECT * FROM reports {where.sql} ORDER BY seq", *where.values)


def values(row: Row) -> dict[str, object]:
    """A report as a row of a list: the export's fields without the text, how long that is, and how much it tells."""
    names = ("id", "outlet", "title", "url", "language", "published", "published_from", "copies_of", "told")
    return {"report": row["name"]} | {name: row[name] for name in names} | {"characters": row["length"]}


def _originals(visit: Visit, rows: list[Row]) -> dict[str, str]:
    """By name, the ids of the reports that some are near copies of."""
    names = [row["copies_of"] for row in rows if row["copies_of"]]
    marks = ", ".join("?" * len(names))
    found = visit.snapshot.rows(f"SELECT name, id FROM reports WHERE name IN ({marks})", *names)
    return {row["name"]: row["id"] for row in found}


PAGES = (Page("/reports", "reports.html", reports, ReportsAsk, "Reports"),)
