"""The record as it grows: what is stored goes in, the record comes out, and only what has changed is computed again.

Everything is a function of what is in the ledger, never of how it came in: reports one by one, in any order, or all at
once give the same record. What one report gives (`bundles`), what one component of the merge gives (`entries`), and
what contradicts in one entry are kept until something they depend on changes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Any, TypeVar

from pourparler import __version__
from pourparler.core.account import Account
from pourparler.core.entry import (
    CaseRecord,
    Condition,
    Entry,
    Instrument,
    Meeting,
    Position,
    ReportView,
    Statement,
)
from pourparler.core.report import Report
from pourparler.core.vocabulary import EntryKind
from pourparler.record.bundles import Bundles
from pourparler.record.carrying import Carried, carry
from pourparler.record.collecting import at_rest
from pourparler.record.contradictions.judged import standing
from pourparler.record.copies import Copying, rank_of
from pourparler.record.corrections import with_links
from pourparler.record.directory import Directory
from pourparler.record.disputes import Disputes
from pourparler.record.doubts import asks
from pourparler.record.entries import Entries, Place
from pourparler.record.merging.background import Background
from pourparler.record.merging.components import Effort
from pourparler.record.merging.conditions import make_condition
from pourparler.record.merging.instruments import make_instrument
from pourparler.record.merging.links import by_group, condition_of
from pourparler.record.merging.meeting_fields import make_meeting
from pourparler.record.merging.movements import follow_movements
from pourparler.record.merging.positions import PositionMaker
from pourparler.record.merging.progress import is_overdue
from pourparler.record.merging.statements import make_statement
from pourparler.record.rulings import Rulings
from pourparler.record.store import Holdings, Wording

T = TypeVar("T")


class Ledger:
    """The record of what was taken in, as of any day."""

    def __init__(self) -> None:
        """An empty ledger."""
        self._name, self._version = "", 0
        self._reports: dict[str, Report] = {}
        self._told: dict[str, tuple[Account, ...]] = {}
        self._wordings: dict[str, tuple[Wording, ...]] = {}
        self._carried = Carried((), ())
        self._rulings, self._seen = Rulings(), Rulings()
        self._directory, self._copying, self._bundles = Directory(), Copying(), Bundles()
        self._shown: dict[str, tuple[Report, tuple[Wording, ...]]] = {}
        self._statements = Entries[Statement](EntryKind.STATEMENT, make_statement, _as_told)
        self._conditions = Entries[Condition](EntryKind.CONDITION, make_condition, _as_told)
        self._positions = Entries[Position](EntryKind.POSITION, self._position, _as_told)
        self._meetings = Entries[Meeting](EntryKind.MEETING, self._meeting, _by_start)
        self._instruments = Entries[Instrument](EntryKind.INSTRUMENT, make_instrument, _by_first_state)
        self._disputes = Disputes(self._meetings, self._instruments, self._statements)

    def take(self, holdings: Holdings) -> None:
        """Bring the ledger to what is stored now; what it had and is not stored any more goes."""
        self._name, self._version = holdings.name, holdings.version
        told: dict[str, list[Account]] = defaultdict(list)
        for account in holdings.accounts:
            told[account.report].append(account)
        worded: dict[str, list[Wording]] = defaultdict(list)
        for wording in holdings.wordings:
            worded[wording.report].append(wording)
        self._reports = {report.id: _kept(self._reports.get(report.id), report) for report in holdings.reports}
        self._told = {
            report: _kept(self._told.get(report), tuple(sorted(told[report], key=_place))) for report in self._reports
        }
        self._wordings = {
            report: _kept(self._wordings.get(report), tuple(sorted(worded[report], key=_wording)))
            for report in self._reports
        }
        self._carried = carry(holdings) if holdings.judgements else Carried((), ())
        self._rulings = Rulings(self._carried.judgements)

    def record(self, as_of: date | None = None) -> CaseRecord:
        """The record as the reports published up to `as_of` give it; with None, as all reports do."""
        with at_rest():
            return self._record(as_of)

    def _record(self, as_of: date | None) -> CaseRecord:
        background = self.settle(as_of)
        statements, conditions = tuple(self._statements.all()), tuple(self._conditions.all())
        positions = follow_movements(tuple(self._positions.all()), background)
        meetings = tuple(_as_of(met, background) for met in self._meetings.all())
        instruments = tuple(self._instruments.all())
        disputable = chain[Entry](meetings, instruments, statements)
        order = {entry.id: place for place, entry in enumerate(disputable)}
        return CaseRecord(
            name=self._name,
            as_of=as_of,
            made_by=f"pourparler {__version__}",
            version=self._version,
            reports=tuple(_views(background)),
            actors=background.actors.all,
            meetings=with_links(meetings, conditions),
            statements=statements,
            positions=with_links(positions, conditions),
            conditions=conditions,
            instruments=instruments,
            disputes=standing(
                self._disputes.settle(self._bundles.in_order(background), order, background),
                (*meetings, *instruments, *statements),
                self._carried.judgements,
            ),
            asks=asks(((entries.kind, entries.doubts()) for entries in self._kinds), self._rulings),
            judgements=self._carried.judgements,
            lost=tuple(lost.judgement for lost in self._carried.lost if lost.whole),
        )

    @property
    def _kinds(self) -> tuple[Entries[Any], ...]:
        return self._statements, self._conditions, self._positions, self._meetings, self._instruments

    @property
    def effort(self) -> Effort:
        """How much was compared and put together since the beginning."""
        return Effort(
            sum(entries.effort.pairs for entries in self._kinds),
            sum(entries.effort.components for entries in self._kinds),
        )

    def settle(self, as_of: date | None) -> Background:
        """Bring the entries to what is in the ledger and published up to a day; gives what they were made on."""
        background = self._background(as_of)
        shown = {report: self._told[report] for report in background.reports}
        rulings = Rulings(self._rulings.judgements, self._seen)
        self._seen = rulings
        change = self._bundles.settle(shown, rulings.rejected, background)
        first: tuple[Entries[Any], ...] = (self._statements, self._conditions)
        for entries in first:
            entries.settle(change, rulings, background)
            entries.correct(rulings.marks, background)
        moved = self._statements.touched | self._conditions.touched
        others: tuple[Entries[Any], ...] = (self._positions, self._meetings, self._instruments)
        for entries in others:
            entries.settle(change, rulings, background)
            if entries is not self._instruments:
                entries.remake(moved & shown.keys(), background)
            entries.correct(rulings.marks, background)
        for entries in (self._statements, self._meetings, self._instruments):
            self._disputes.note(entries.touched)
        return background

    def ground(self, as_of: date | None) -> tuple[list[Account], Background]:
        """What entries are made of: the accounts shown, with their voices, and what the merge looks at beside them."""
        background = self.settle(as_of)
        return [account for bundle in self._bundles.in_order(background) for account in bundle.accounts], background

    def _background(self, as_of: date | None) -> Background:
        """Reports in their order, who is who in them, which are near copies, and the day the record is seen on."""
        ordered = sorted((report for report in self._reports.values() if _is_out(report, as_of)), key=rank_of)
        self._show({report.id: (report, self._wordings[report.id]) for report in ordered})
        latest = max((report.published for report in ordered if report.published), default=None)
        return Background(
            reports={report.id: report for report in ordered},
            rank={report.id: rank_of(report) for report in ordered},
            actors=self._directory.settle(self._rulings.judgements),
            copies=self._copying.settle(),
            today=as_of or latest,
        )

    def _show(self, shown: Mapping[str, tuple[Report, tuple[Wording, ...]]]) -> None:
        """Put the reports that came to what is kept of names and copies, and drop those that went."""
        for gone in self._shown.keys() - shown.keys():
            self._directory.drop(gone)
            self._copying.drop(gone)
        for key, (report, wordings) in shown.items():
            before = self._shown.get(key)
            if before is None or before[1] is not wordings or before[0].published != report.published:
                self._directory.put(key, wordings, report.published)
            if before is None or before[0] is not report:
                self._copying.put(report)
        self._shown = dict(shown)

    def _position(self, accounts: list[Account], background: Background) -> Position:
        """A position, with the conditions and statements that stand in the same reports."""
        reports = dict.fromkeys(account.report for account in accounts)
        conditions = _each(self._conditions.of_report(report) for report in reports)
        statements = _each(self._statements.of_report(report) for report in reports)
        return PositionMaker(background, conditions, statements).make(accounts)

    def _meeting(self, accounts: list[Account], background: Background) -> Meeting:
        """A meeting, with the condition of the same report that it waits for."""
        reports = dict.fromkeys(account.report for account in accounts)
        linked = by_group(_each(self._conditions.of_report(report) for report in reports))
        return replace(make_meeting(accounts, background), condition=condition_of(accounts, linked))


def _is_out(report: Report, as_of: date | None) -> bool:
    """True when a report was published by a day; with None, whenever it was."""
    return as_of is None or (report.published is not None and report.published <= as_of)


def _kept(before: T | None, now: T) -> T:
    """What was there before, where it is equal to what is there now: what was made of it stays."""
    return before if before == now and before is not None else now


def _each(groups: Iterable[Iterable[T]]) -> list[T]:
    return list({id(one): one for group in groups for one in group}.values())


def _place(account: Account) -> tuple[int, str, str]:
    return account.evidence[0].start if account.evidence else 0, account.kind.value, account.id


def _wording(wording: Wording) -> tuple[str, ...]:
    return wording.text, wording.kind.value, wording.name, wording.party or "", wording.office or ""


def _views(background: Background) -> Iterator[ReportView]:
    """Reports, each with the name of the one that it is a near copy of."""
    of = background.copies.of
    for report in background.reports.values():
        yield ReportView(report, background.reports[of[report.id]].name if report.id in of else None)


def _as_of(meeting: Meeting, background: Background) -> Meeting:
    """A meeting as the day on which the record is seen has it."""
    overdue = is_overdue(meeting.status, meeting.when, background.today)
    return meeting if meeting.overdue == overdue else replace(meeting, overdue=overdue)


def _by_start(meeting: Meeting, _: Background) -> Place:
    start = meeting.when.start if meeting.when else None
    return start is None, start or date.min, meeting.id


def _by_first_state(instrument: Instrument, _: Background) -> Place:
    first = min((line.on for line in instrument.status if line.on), default=None)
    return first is None, first or date.min, instrument.id


def _as_told(entry: Position | Condition | Statement, background: Background) -> Place:
    """By the report and the place of the first account: the order in which a reader meets entries."""
    return *background.order(entry.accounts[0]), entry.id
