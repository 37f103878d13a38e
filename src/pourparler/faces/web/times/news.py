"""What reports brought since somebody last looked, asked of the record's journal and the snapshot: nothing is merged.

An entry is *new* where all reports that tell it came since; *changed* where reports that came since brought a meeting
or an instrument into another state; *told again* where they tell an older entry without that; *decided* where a person
decided on it since. How the fields of an entry differ, `pourparler changes` tells, which merges both states.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from sqlite3 import Connection

from pourparler.core.entry import Dispute
from pourparler.core.judgement import OF_BOARDS
from pourparler.faces.snapshot.encoding import decode
from pourparler.faces.snapshot.imprint import looking
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.web.part import among
from pourparler.faces.web.times.mark import Mark
from pourparler.faces.web.visit import Visit

MOST_DISPUTES = 2_000
"""Disputes about entries told since that are looked at; their bodies must be read."""


class Sort(StrEnum):
    """What became of an entry."""

    NEW = "new"
    CHANGED = "changed"
    AGAIN = "told again"
    DECIDED = "decided on"


@dataclass(frozen=True, slots=True)
class Arrived:
    """What the journal tells: the reports (their places in the snapshot) that came since, how many of those that were
    there before were read anew, and the accounts that decisions made or withdrawn since are about."""

    reports: tuple[int, ...]
    reread: int = 0
    decided: tuple[str, ...] = ()


class News:
    """What came since a mark, as the snapshot of a visit has it."""

    def __init__(self, visit: Visit, mark: Mark) -> None:
        """Ask the journal what arrived; entries are looked for once they are asked for."""
        self.mark, self._snapshot = mark, visit.snapshot
        self.arrived = _arrived(visit, mark)

    @cached_property
    def counts(self) -> Mapping[Sort, Mapping[str, int]]:
        """How many entries of each kind came, by what became of them."""
        rows = self._brought.rows("SELECT sort, kind, count(*) AS entries FROM temp.brought GROUP BY sort, kind")
        found: dict[Sort, dict[str, int]] = {sort: {} for sort in Sort}
        for row in rows:
            found[Sort(row["sort"])][row["kind"]] = row["entries"]
        return found

    def ids(self, sort: Sort | None, kinds: Sequence[str], most: int, skip: int = 0) -> list[str]:
        """Ids of entries by what became of them, of some kinds (none: of all): the best attested of each kind first."""
        query = (
            "SELECT e.id FROM temp.brought b JOIN entries e USING (seq) "
            "WHERE (?1 IS NULL OR b.sort = ?1) AND (?2 = '[]' OR b.kind IN (SELECT value FROM json_each(?2))) "
            "ORDER BY b.sort = 'decided on', b.sort = 'told again', b.sort = 'new', b.place, e.sources DESC, "
            "e.told_last DESC, e.seq LIMIT ?3 OFFSET ?4"
        )
        sort_name = sort.value if sort else None
        return [row["id"] for row in self._brought.rows(query, sort_name, json.dumps(list(kinds)), most, skip)]

    def sorts(self, ids: Iterable[str]) -> dict[str, Sort]:
        """What became of each of these entries."""
        query = "SELECT e.id, b.sort FROM entries e JOIN temp.brought b USING (seq)"
        return {row["id"]: Sort(row["sort"]) for row in among(self._brought, query, "e.id", list(ids))}

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """The disputes that stand only by what came since: before, fewer than two of their readings were told."""
        query = (
            "SELECT d.body FROM temp.brought b JOIN entries e USING (seq) JOIN disputes d ON d.about = e.id "
            f"WHERE b.sort <> 'decided on' ORDER BY d.rank LIMIT {MOST_DISPUTES}"
        )
        found = [decode(Dispute, row["body"]) for row in self._brought.rows(query)]
        names = {place.report for one in found for reading in one.readings for place in reading.evidence}
        came = {row["name"] for row in among(self._brought, _CAME, "r.name", sorted(names))}
        return tuple(one for one in found if _told_before(one, came) < 2)

    @cached_property
    def _brought(self) -> Snapshot:
        """The snapshot with the temporary tables `arrived` (reports) and `brought` (entries)."""
        snapshot = self._snapshot
        snapshot.rows("PRAGMA temp_store = MEMORY")
        for table in _TABLES:
            snapshot.rows(table)
        snapshot.rows(
            "INSERT INTO temp.arrived SELECT value FROM json_each(?)", json.dumps(sorted(self.arrived.reports))
        )
        told = snapshot.rows("SELECT count(*) AS number FROM reports")[0]["number"]
        snapshot.rows(_ALL_NEW if len(self.arrived.reports) == told else _BROUGHT)
        snapshot.rows(_DECIDED, json.dumps(self.arrived.decided))
        return snapshot


_CAME = "SELECT r.name FROM reports r JOIN temp.arrived a ON a.report = r.seq"

_TABLES = (
    "CREATE TEMP TABLE arrived (report INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE brought (seq INTEGER PRIMARY KEY, kind TEXT, place INTEGER, sort TEXT)",
)

_PLACE = """
CASE e.kind WHEN 'meeting' THEN 1 WHEN 'instrument' THEN 2 WHEN 'position' THEN 3 WHEN 'condition' THEN 4 ELSE 5 END
"""

_BROUGHT = f"""
INSERT INTO temp.brought
SELECT e.seq, e.kind, {_PLACE},
       CASE WHEN t.came = (SELECT count(*) FROM entry_reports o WHERE o.seq = e.seq) THEN 'new'
            WHEN e.kind IN ('meeting', 'instrument') AND EXISTS (
                SELECT 1 FROM states s WHERE s.seq = e.seq AND s.place > 0 AND s.followed AND NOT EXISTS (
                    SELECT 1 FROM json_each(s.body, '$.evidence') w JOIN reports r ON r.name = w.value ->> 'report'
                    WHERE r.seq NOT IN (SELECT report FROM temp.arrived)
                )
            ) THEN 'changed'
            ELSE 'told again' END
FROM (
    SELECT er.seq, count(*) AS came FROM temp.arrived a CROSS JOIN entry_reports er ON er.report = a.report
    GROUP BY er.seq
) t JOIN entries e ON e.seq = t.seq
"""

_ALL_NEW = f"INSERT INTO temp.brought SELECT e.seq, e.kind, {_PLACE}, 'new' FROM entries e"
"""The same where every report came since."""

_DECIDED = f"""
INSERT OR IGNORE INTO temp.brought
SELECT e.seq, e.kind, {_PLACE}, 'decided on'
FROM json_each(?) j JOIN former f ON f.id = j.value JOIN entries e ON e.id = f.thing
"""


def _told_before(dispute: Dispute, came: set[str]) -> int:
    """How many readings of a dispute reports told that were there before."""
    return sum(any(place.report not in came for place in reading.evidence) for reading in dispute.readings)


def _arrived(visit: Visit, mark: Mark) -> Arrived:
    if mark.edition is None:
        day = mark.day.isoformat() if mark.day else ""
        rows = visit.snapshot.rows("SELECT seq FROM reports WHERE published > ?", day)
        return Arrived(tuple(row["seq"] for row in rows))
    until = visit.snapshot.head.edition
    with looking(visit.site.record) as connection:
        connection.execute("BEGIN")
        ids = [
            row[0]
            for row in connection.execute(
                "SELECT subject FROM journal WHERE number > ? AND number <= ? AND act = 'report'", (mark.edition, until)
            )
        ]
        reread = _reread(connection, mark.edition, until)
        decided = _decided(connection, mark.edition, until)
    query = "SELECT r.seq FROM json_each(?) j JOIN reports r ON r.id = j.value"
    return Arrived(tuple(row["seq"] for row in visit.snapshot.rows(query, json.dumps(ids))), reread, decided)


def _reread(connection: Connection, since: int, until: int) -> int:
    """How many reports that were there are seen by another reading since."""
    query = """
    SELECT count(DISTINCT i.report_id) FROM in_effect i WHERE i.number > ?1 AND i.number <= ?2
    AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.number = i.number AND j.act = 'report')
    AND i.report_id IN (SELECT subject FROM journal WHERE number <= ?1 AND act = 'report')
    """
    changed = connection.execute(
        "SELECT 1 FROM journal WHERE number > ? AND number <= ? AND act IN ('reading', 'current') LIMIT 1",
        (since, until),
    )
    return int(connection.execute(query, (since, until)).fetchone()[0]) if changed.fetchone() else 0


def _decided(connection: Connection, since: int, until: int) -> tuple[str, ...]:
    """The accounts that decisions made or withdrawn since are about; a hypothesis is no decision on its grounds."""
    query = (
        "SELECT accounts FROM judgements WHERE ((made_in > ?1 AND made_in <= ?2) OR "
        "(withdrawn_in > ?1 AND withdrawn_in <= ?2)) AND verdict NOT IN (SELECT value FROM json_each(?3))"
    )
    rows = connection.execute(query, (since, until, json.dumps(sorted(OF_BOARDS)))).fetchall()
    return tuple(dict.fromkeys(account for row in rows for account in json.loads(row[0])))
