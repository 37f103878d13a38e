"""What a record comes to in a snapshot: its reports and entries in their places, with what may change beside them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pourparler.core.entry import CaseRecord, Entry, Meeting, ReportView
from pourparler.faces.rows.labels import label
from pourparler.faces.rows.lookup import Lookup, entry_id
from pourparler.faces.rows.times import order_of
from pourparler.faces.snapshot.encoding import KINDS
from pourparler.faces.snapshot.numbering import RANGE, numbered


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry in its place; `key` sorts those of its kind. The rest are columns that may change though it stays the
    same: its short id, its label, and how many disputes are about it."""

    seq: int
    key: tuple[Any, ...]
    entry: Entry
    short: str
    label: str
    disputed: int


@dataclass(frozen=True, slots=True)
class Shelved:
    """A report in its place, with its short id and how many entries it tells of."""

    seq: int
    key: tuple[Any, ...]
    view: ReportView
    short: str
    told: int


class Contents:
    """The reports and entries of a record in their places, both by id.

    Where there were contents `before`, what has kept its order keeps its number; raises Crowded where that leaves no
    room for what came between.
    """

    def __init__(self, record: CaseRecord, before: "Contents | None" = None) -> None:
        self.record, self.lookup = record, Lookup(record)
        old_reports = before.reports if before else None
        old_entries = before.entries if before else None
        told = Counter(
            report for entry in self.lookup.entries for report in {account.report for account in entry.accounts}
        )
        views = sorted(record.reports, key=_report_key)
        seqs = _numbers([(view.report.id, _report_key(view)) for view in views], old_reports)
        self.reports: dict[str, Shelved] = {
            view.report.id: Shelved(
                seqs[view.report.id],
                _report_key(view),
                view,
                self.lookup.short(view.report.id),
                told[view.report.id],
            )
            for view in views
        }
        self._disputed = Counter(dispute.about for dispute in record.disputes)
        self._labels = _labels(self.lookup, before)
        self.entries: dict[str, Placed] = {}
        for number, entries in enumerate(_by_kind(record)):
            self._place(entries, number * RANGE, old_entries)

    def has_reports_of(self, before: "Contents") -> bool:
        """True where every report of the contents before is here, and is the same."""
        return all(
            report in self.reports and self.reports[report].view.report == was.view.report
            for report, was in before.reports.items()
        )

    def _place(self, entries: Sequence[Entry], first: int, before: Mapping[str, Placed] | None) -> None:
        """Put the entries of one kind in their places."""
        lookup = self.lookup
        keyed = sorted((order_of(lookup, entry), entry) for entry in entries)
        seqs = _numbers([(entry.id, key) for key, entry in keyed], before, first)
        for key, entry in keyed:
            self.entries[entry.id] = Placed(
                seqs[entry.id],
                key,
                entry,
                lookup.short(entry.id),
                self._labels.get(entry.id) or label(lookup, entry),
                self._disputed[entry.id],
            )


def former_of(entry: Entry) -> Iterator[str]:
    """The ids that an entry is found by though it does not go by them: those of its accounts, and those it would have
    if another account were its earliest."""
    for account in entry.accounts:
        yield account.id
        former = entry_id(account.kind, account.id)
        if former != entry.id:
            yield former


def _by_kind(record: CaseRecord) -> tuple[tuple[Entry, ...], ...]:
    return record.meetings, record.statements, record.positions, record.conditions, record.instruments


def _labels(lookup: Lookup, before: Contents | None) -> dict[str, str]:
    """Labels of entries that are the same as before, and are told in words of themselves alone: a label of a meeting
    also depends on whom the people in it speak for."""
    if before is None:
        return {}
    ours, theirs = lookup.represents, before.lookup.represents
    moved = {name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)}
    known = {}
    for entry in lookup.entries:
        placed = before.entries.get(entry.id)
        if placed is None or (placed.entry is not entry and placed.entry != entry):
            continue
        if not (isinstance(entry, Meeting) and moved.intersection(entry.people)):
            known[entry.id] = placed.label
    return known


def _numbers(
    ordered: Sequence[tuple[str, tuple[Any, ...]]], before: Mapping[str, Placed | Shelved] | None, first: int = 0
) -> dict[str, int]:
    """Numbers of things, by id; those whose key is what it was keep theirs."""
    kept = {}
    for one, key in ordered:
        was = before.get(one) if before else None
        if was is not None and was.key == key:
            kept[one] = was.seq
    return numbered([one for one, _ in ordered], kept, first)


def _report_key(view: ReportView) -> tuple[bool, date, str]:
    day = view.report.published
    return day is None, day or date.max, view.report.name


def kind_of(entry: Entry) -> str:
    """The word for the kind of an entry."""
    return KINDS[type(entry)].value
