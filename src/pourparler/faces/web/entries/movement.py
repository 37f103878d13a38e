"""How positions follow each other: the chain that one stands in, and the drawing of all on an issue."""

from collections.abc import Sequence
from datetime import date
from sqlite3 import Row

from pourparler.core.entry import Position
from pourparler.core.vocabulary import Stance
from pourparler.faces.charts.chart import Caption, Chart
from pourparler.faces.charts.movement import StanceDay, movement
from pourparler.faces.web.part import among
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.names import some

MOST = 25
"""Steps of a chain before and after that a page shows."""

_BEFORE = """WITH RECURSIVE chain(id, step) AS (
    SELECT moved_from, 1 FROM entries WHERE id = ? AND moved_from IS NOT NULL
    UNION ALL
    SELECT e.moved_from, step + 1 FROM entries e JOIN chain ON e.id = chain.id
    WHERE e.moved_from IS NOT NULL AND step < ?
) SELECT e.*, -step AS step FROM chain JOIN entries e ON e.id = chain.id ORDER BY step"""

_AFTER = """WITH RECURSIVE chain(id, step) AS (
    SELECT id, 1 FROM entries WHERE moved_from = ?
    UNION ALL
    SELECT e.id, step + 1 FROM entries e JOIN chain ON e.moved_from = chain.id WHERE step < ?
) SELECT e.*, step FROM chain JOIN entries e ON e.id = chain.id ORDER BY step, e.seq LIMIT ?"""


def chain_of(visit: Visit, position: Position) -> list[Row]:
    """The rows of positions before a position and after it, itself in between (its `step` is 0); empty where it moved
    from none and none from it."""
    before = visit.snapshot.rows(_BEFORE, position.id, MOST)
    after = visit.snapshot.rows(_AFTER, position.id, MOST, MOST)
    if not before and not after:
        return []
    own = visit.snapshot.rows("SELECT *, 0 AS step FROM entries WHERE id = ?", position.id)
    return [*before, *own, *after]


def movement_chart(visit: Visit, title: str, rows: Sequence[Row]) -> Chart | None:
    """Positions as a drawing over time, those whose party and day are known; None where none follows another."""
    stances = [
        StanceDay(date.fromisoformat(row["day"]), row["party"], Stance(row["status"]), row["label"],
                  visit.entry("position", row["id"]))
        for row in rows
        if row["day"] and row["party"]
    ]  # fmt: skip
    told = f"{some(len(stances), 'position')} with a day; the list below has all, with their words."
    return movement(stances, Caption(title, told)) if len({one.party for one in stances}) < len(stances) else None


def in_other_words(visit: Visit, rows: Sequence[Row], wordings: Sequence[str]) -> list[Row]:
    """The positions on an issue of other wordings that these (an issue of `wordings`) moved from, or that moved from
    these: what the record takes for the same issue."""
    before = among(
        visit.snapshot, "SELECT * FROM entries", "id", [row["moved_from"] for row in rows if row["moved_from"]]
    )
    after = among(visit.snapshot, "SELECT * FROM entries", "moved_from", [row["id"] for row in rows])
    found = {row["seq"]: row for row in (*before, *after) if row["issue"] not in wordings}
    return [row for _, row in sorted(found.items())][:MOST]
