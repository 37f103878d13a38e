"""The whole record out of a snapshot: the same as the merge gives, read instead of computed."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from pourparler.core.actor import Actor
from pourparler.core.entry import (
    Ask,
    CaseRecord,
    Condition,
    Dispute,
    Entry,
    Instrument,
    Meeting,
    Position,
    ReportView,
    Statement,
)
from pourparler.core.judgement import Judgement
from pourparler.core.report import Report
from pourparler.core.vocabulary import EntryKind
from pourparler.faces.snapshot.encoding import decode, decode_entry
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.record.collecting import at_rest
from pourparler.record.copies import Rank, rank_of

E = TypeVar("E", bound=Entry)
T = TypeVar("T")


def load(snapshot: Snapshot, reports: Iterable[Report]) -> CaseRecord:
    """The record that a snapshot was made of; `reports` are those of the record's file, with their texts.

    It is the record of today only where the snapshot is fresh.
    """
    with at_rest():
        return _load(snapshot, {report.id: report for report in reports})


def _load(snapshot: Snapshot, texts: Mapping[str, Report]) -> CaseRecord:
    rows = snapshot.rows("SELECT id, copies_of FROM reports")
    views = [ReportView(texts[row["id"]], row["copies_of"]) for row in rows]  # whose names are as cited, where fresh
    views.sort(key=lambda view: rank_of(view.report))
    ranks = {view.report.id: rank_of(view.report) for view in views}
    head = snapshot.head
    return CaseRecord(
        name=head.name,
        as_of=head.as_of,
        made_by=head.made_by,
        version=head.version,
        reports=tuple(views),
        actors=_listed(snapshot, Actor, "SELECT body FROM actors ORDER BY rank"),
        meetings=tuple(sorted(_entries(snapshot, Meeting), key=_by_start)),
        statements=_as_told(_entries(snapshot, Statement), ranks),
        positions=_as_told(_entries(snapshot, Position), ranks),
        conditions=_as_told(_entries(snapshot, Condition), ranks),
        instruments=tuple(sorted(_entries(snapshot, Instrument), key=_by_first_state)),
        disputes=_listed(snapshot, Dispute, "SELECT body FROM disputes ORDER BY rank"),
        asks=_listed(snapshot, Ask, "SELECT body FROM asks ORDER BY seq"),
        judgements=_listed(snapshot, Judgement, "SELECT body FROM judgements WHERE NOT lost ORDER BY seq"),
        lost=_listed(snapshot, Judgement, "SELECT body FROM judgements WHERE lost ORDER BY seq"),
    )


def _listed(snapshot: Snapshot, wanted: type[T], query: str) -> tuple[T, ...]:
    return tuple(decode(wanted, row["body"]) for row in snapshot.rows(query))


def _entries(snapshot: Snapshot, wanted: type[E]) -> list[E]:
    """All entries of a kind."""
    kind = EntryKind(wanted.__name__.lower())
    rows = snapshot.rows("SELECT body FROM entries JOIN bodies USING (seq) WHERE kind = ?", kind.value)
    entries = (decode_entry(kind, row["body"]) for row in rows)
    return [entry for entry in entries if isinstance(entry, wanted)]


def _as_told(entries: list[E], ranks: Mapping[str, Rank]) -> tuple[E, ...]:
    """By report and place of the first account: the order in which the ledger has them."""

    def told(entry: E) -> tuple[Any, ...]:
        first = entry.accounts[0]
        return ranks[first.report], first.evidence[0].start if first.evidence else 0, first.id, entry.id

    return tuple(sorted(entries, key=told))


def _by_start(meeting: Meeting) -> tuple[Any, ...]:
    start = meeting.when.start if meeting.when else None
    return start is None, start or date.min, meeting.id


def _by_first_state(instrument: Instrument) -> tuple[Any, ...]:
    first = min((line.on for line in instrument.status if line.on), default=None)
    return first is None, first or date.min, instrument.id
