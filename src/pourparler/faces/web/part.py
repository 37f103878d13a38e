"""A part of the record, made from a snapshot: what the words of tables and cells can be asked of without all of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from sqlite3 import Row
from typing import Any

from pourparler.core.actor import Actor
from pourparler.core.entry import CaseRecord, Dispute, Entry, Meeting, Position, ReportView
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.snapshot.looking import lean
from pourparler.faces.snapshot.snapshot import Snapshot

KINDS = ("meeting", "statement", "position", "condition", "instrument")
AT_ONCE = 500
"""Values of one IN (...): SQLite takes 32,766 at most, and a page has far fewer."""

Things = Sequence[Entry | Dispute]


@dataclass(frozen=True)
class Part(Lookup):
    """A lookup of some entries that calls them as the whole record does."""

    snapshot: Snapshot

    @cached_property
    def short_ids(self) -> Mapping[str, str]:
        """The short ids that the whole record gives."""
        short: dict[str, str] = {}
        for table in ("entries", "disputes", "actors"):
            found = among(self.snapshot, f"SELECT id, short FROM {table}", "id", list(self.things))
            short |= {row["id"]: row["short"] for row in found}
        return {key: short.get(key, key) for key in self.things}


def part(snapshot: Snapshot, things: Things, texts: bool = False) -> Part:
    """The part of a record that holds these entries and disputes, what they point to, and the reports that tell them.

    The texts of reports are in it only with `texts`, which words in their context need.
    """
    entries = {thing.id: thing for thing in things if not isinstance(thing, Dispute)}
    wanted = [key for thing in things for key in _pointed(thing) if key not in entries]
    entries |= {found.id: found for found in snapshot.entries(wanted)}
    disputes = tuple(thing for thing in things if isinstance(thing, Dispute))
    kinds: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    for entry in entries.values():
        kinds[type(entry).__name__.lower()].append(entry)
    head = snapshot.head
    return Part(
        CaseRecord(
            name=head.name,
            as_of=head.as_of,
            made_by=head.made_by,
            version=head.version,
            reports=tuple(_views(snapshot, entries.values(), disputes, texts)),
            actors=tuple(_actors(snapshot, entries.values())),
            meetings=tuple(kinds["meeting"]),
            statements=tuple(kinds["statement"]),
            positions=tuple(kinds["position"]),
            conditions=tuple(kinds["condition"]),
            instruments=tuple(kinds["instrument"]),
            disputes=disputes,
        ),
        snapshot,
    )


def _pointed(thing: Entry | Dispute) -> Iterator[str]:
    """The ids of entries that an entry or a dispute points to."""
    match thing:
        case Meeting(condition=str(key)):
            yield key
        case Position():
            yield from filter(None, (thing.condition, thing.moved_from))
        case Dispute():
            yield thing.about


def _views(
    snapshot: Snapshot, entries: Iterable[Entry], disputes: Iterable[Dispute], texts: bool
) -> Iterator[ReportView]:
    """The reports that entries and disputes are told by, in the order of the record."""
    cited = {place.report for one in disputes for reading in one.readings for place in reading.evidence}
    cited |= {witness.report for one in disputes for reading in one.readings for witness in reading.witnesses}
    ids = {account.report for entry in entries for account in entry.accounts}
    rows = {row["seq"]: row for row in among(snapshot, "SELECT * FROM reports", "id", list(ids))}
    rows |= {row["seq"]: row for row in among(snapshot, "SELECT * FROM reports", "name", list(cited))}
    shown = [row for _, row in sorted(rows.items())]
    reports = snapshot.texts([row["id"] for row in shown]) if texts and shown else map(lean, shown)
    for row, report in zip(shown, reports, strict=True):
        yield ReportView(report, row["copies_of"])


def _actors(snapshot: Snapshot, entries: Iterable[Entry]) -> Iterator[Actor]:
    """The actors whose names entries bear: who speaks for whom is told of them."""
    names = {account.voice.speaker for entry in entries for account in entry.accounts}
    names |= {person for entry in entries if isinstance(entry, Meeting) for person in entry.people}
    for row in among(snapshot, "SELECT seq, id FROM actors", "name", [name for name in names if name]):
        found = snapshot.entry(row["id"])
        if isinstance(found, Actor):
            yield found


def among(snapshot: Snapshot, query: str, column: str, values: Sequence[object]) -> list[Row]:
    """The rows of a query without conditions in which a column has one of these values."""
    found: list[Row] = []
    for start in range(0, len(values), AT_ONCE):
        some = values[start : start + AT_ONCE]
        found += snapshot.rows(f"{query} WHERE {column} IN ({','.join('?' * len(some))})", *some)
    return found
