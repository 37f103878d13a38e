"""What comes next, what is past its day, what waits for what, and where each side stands, as rows of the snapshot."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from sqlite3 import Row

from pourparler.core.vocabulary import MeetingStatus
from pourparler.faces.snapshot.snapshot import Snapshot

AHEAD = (
    MeetingStatus.PLANNED,
    MeetingStatus.PROPOSED,
    MeetingStatus.CONDITIONAL,
    MeetingStatus.POSTPONED,
)
"""What a meeting is that may still come."""

_AHEAD = json.dumps([status.value for status in AHEAD])

DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Coming:
    """Something that reports set for a day: an entry, the day, and what it is then (a status, or a deadline)."""

    id: str
    day: date
    what: str


@dataclass(frozen=True, slots=True)
class Side:
    """A party, how many positions of it the record holds, and the ids of its latest, the newest first."""

    party: str
    positions: int
    latest: tuple[str, ...]


def coming(snapshot: Snapshot, since: date, most: int) -> list[Coming]:
    """What is set for the days from `since` on: meetings that may still come, states of documents, deadlines."""
    query = """
    SELECT id, coalesce(last_day, day) AS due, status AS what FROM entries
    WHERE kind = 'meeting' AND status IN (SELECT value FROM json_each(?1)) AND NOT overdue AND due >= ?2
    UNION ALL SELECT id, deadline, 'deadline' FROM entries WHERE deadline >= ?2
    UNION ALL
    SELECT e.id, s.day, s.value FROM states s JOIN entries e ON e.seq = s.seq
    WHERE s.day > ?2 AND s.followed AND e.kind = 'instrument'
    ORDER BY due, what, id LIMIT ?3
    """
    rows = snapshot.rows(query, _AHEAD, since.isoformat(), most)
    return [Coming(row["id"], date.fromisoformat(row["due"]), row["what"]) for row in rows]


def overdue(snapshot: Snapshot, most: int) -> tuple[list[str], int]:
    """Ids of meetings whose day went by without a report of them, the latest first, and how many there are."""
    ids = [row["id"] for row in snapshot.rows("SELECT id FROM entries WHERE overdue ORDER BY day DESC LIMIT ?", most)]
    return ids, _count(snapshot, "SELECT count(*) AS number FROM entries WHERE overdue")


def undated(snapshot: Snapshot) -> int:
    """How many meetings that may still come have no day."""
    query = (
        "SELECT count(*) AS number FROM entries WHERE kind = 'meeting' AND day IS NULL "
        "AND status IN (SELECT value FROM json_each(?))"
    )
    return _count(snapshot, query, _AHEAD)


def waiting(snapshot: Snapshot, most: int) -> list[Row]:
    """Rows of conditions that are not told as met, each with the goal before which it stands and what is told of it:
    those that something waits for first, then by independent sources, then the latest."""
    query = """
    SELECT c.id, r.value, g.id AS goal, g.name AS goal_name, g.kind AS goal_kind,
           (SELECT count(*) FROM entries w WHERE w.waits_for = c.id) AS waiters
    FROM requirements r JOIN entries c ON c.id = r.id JOIN goals g ON g.id = r.goal
    WHERE r.value <> 'met' AND NOT g.reached
    ORDER BY waiters > 0 DESC, c.sources DESC, c.told_last DESC, c.seq LIMIT ?
    """
    return snapshot.rows(query, most)


def waiting_goals(snapshot: Snapshot) -> int:
    """How many goals wait for a condition that is not told as met."""
    return _count(snapshot, "SELECT count(*) AS number FROM goals WHERE waiting")


def waiters(snapshot: Snapshot, conditions: Sequence[str], most: int) -> dict[str, list[str]]:
    """Ids of the entries that wait for each of some conditions, at most so many for each; a position that says no more
    than that there is a condition is left out."""
    query = (
        "SELECT waits_for, id FROM entries WHERE waits_for IN (SELECT value FROM json_each(?)) "
        "AND (kind <> 'position' OR status <> 'conditional') ORDER BY seq"
    )
    found: dict[str, list[str]] = {one: [] for one in conditions}
    for row in snapshot.rows(query, json.dumps(list(conditions))):
        if len(found[row["waits_for"]]) < most:
            found[row["waits_for"]].append(row["id"])
    return found


def sides(snapshot: Snapshot, most: int, latest: int) -> list[Side]:
    """The parties of most positions, each with its latest ones; a position that the party moved on from is none."""
    query = (
        "SELECT party, count(*) AS positions FROM entries WHERE kind = 'position' AND party IS NOT NULL "
        "GROUP BY party ORDER BY positions DESC, party LIMIT ?"
    )
    one = (
        "SELECT id FROM entries p WHERE kind = 'position' AND party = ? "
        "AND NOT EXISTS (SELECT 1 FROM entries n WHERE n.moved_from = p.id) "
        "ORDER BY day IS NULL, day DESC, told_last DESC, seq DESC LIMIT ?"
    )
    return [
        Side(row["party"], row["positions"], tuple(found["id"] for found in snapshot.rows(one, row["party"], latest)))
        for row in snapshot.rows(query, most)
    ]


def _count(snapshot: Snapshot, query: str, *values: object) -> int:
    row = snapshot.one(query, *values)
    return int(row["number"]) if row is not None else 0
