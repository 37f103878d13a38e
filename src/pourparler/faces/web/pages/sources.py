"""The sources: which outlets the reports are from, how many are near copies, and what they tell."""

import json
from collections.abc import Iterator
from sqlite3 import Row

from pydantic import Field

from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.web.listing import page_values
from pourparler.faces.web.page import ROWS, Answer, ListAsk, Page, Table, Word, sliced
from pourparler.faces.web.times.covering import covered
from pourparler.faces.web.visit import Visit

COLUMNS = ("outlet", "reports", "own", "near_copies", "undated", "first_day", "last_day", "entries")


class SourcesAsk(ListAsk):
    """Which outlets."""

    q: Word = Field(None, description="A part of the outlet's name.")


def sources(visit: Visit, ask: SourcesAsk) -> Answer:
    """The outlets, those of most reports first."""
    snapshot = visit.snapshot
    cut = sliced(_count(snapshot, ask.q), ask.page)
    rows = outlets(snapshot, ask.q, ROWS, cut.skip)
    told = entries_told(snapshot, rows)
    lines = [_line(row, told) for row in rows]
    return Answer(
        "Sources",
        page_values(visit, cut, [dict(zip(COLUMNS, line, strict=True)) for line in lines]),
        Table(COLUMNS, _all(snapshot, ask.q)),
        {
            "slice": cut,
            "lines": lines,
            "coverage": covered(snapshot, lambda first, last: visit.to("/reports", since=first, until=last)),
        },
    )


def outlets(snapshot: Snapshot, part: str | None, most: int, skip: int = 0) -> list[Row]:
    """Outlets with their reports: how many, how many of them near copies, the first and the last day."""
    query = (
        "SELECT outlet, count(*) AS reports, count(copies_of) AS copies, sum(published IS NULL) AS undated, "
        "min(published) AS first, max(published) AS last FROM reports "
        "WHERE ?1 IS NULL OR outlet LIKE '%' || ?1 || '%' GROUP BY outlet "
        "ORDER BY reports DESC, outlet LIMIT ?2 OFFSET ?3"
    )
    return snapshot.rows(query, part, most, skip)


def entries_told(snapshot: Snapshot, rows: list[Row]) -> dict[str | None, int]:
    """How many entries reports of each of these outlets tell of, each entry once."""
    names = json.dumps([row["outlet"] for row in rows if row["outlet"] is not None])
    query = (
        "SELECT r.outlet, count(DISTINCT er.seq) AS entries FROM reports r JOIN entry_reports er ON er.report = r.seq "
        "WHERE r.outlet IN (SELECT value FROM json_each(?)) GROUP BY r.outlet"
    )
    found: dict[str | None, int] = {row["outlet"]: row["entries"] for row in snapshot.rows(query, names)}
    if any(row["outlet"] is None for row in rows):
        untold = (
            "SELECT count(DISTINCT er.seq) AS entries FROM reports r JOIN entry_reports er ON er.report = r.seq "
            "WHERE r.outlet IS NULL"
        )
        found[None] = snapshot.rows(untold)[0]["entries"]
    return found


def _line(row: Row, told: dict[str | None, int]) -> tuple[object, ...]:
    own = row["reports"] - row["copies"]
    return (row["outlet"], row["reports"], own, row["copies"], row["undated"], row["first"], row["last"],
            told.get(row["outlet"], 0))  # fmt: skip


def _count(snapshot: Snapshot, part: str | None) -> int:
    query = (
        "SELECT count(*) AS number FROM (SELECT 1 FROM reports "
        "WHERE ?1 IS NULL OR outlet LIKE '%' || ?1 || '%' GROUP BY outlet)"
    )
    return int(snapshot.rows(query, part)[0]["number"])


def _all(snapshot: Snapshot, part: str | None) -> Iterator[tuple[object, ...]]:
    for skip in range(0, _count(snapshot, part), ROWS):
        rows = outlets(snapshot, part, ROWS, skip)
        told = entries_told(snapshot, rows)
        yield from (_line(row, told) for row in rows)


PAGES = (Page("/sources", "sources.html", sources, SourcesAsk, "Sources"),)
