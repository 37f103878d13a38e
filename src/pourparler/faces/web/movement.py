"""The chain of positions that one stands in: what it moved away from, and what moved away from it."""

from sqlite3 import Row

from pourparler.core.entry import Position
from pourparler.faces.web.visit import Visit

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
