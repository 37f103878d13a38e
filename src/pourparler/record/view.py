"""The record as of a day: everything the faces show, computed from what is stored."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

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
from pourparler.core.judgement import Judgement
from pourparler.core.reading import Attribution
from pourparler.core.report import Report
from pourparler.core.vocabulary import EntryKind
from pourparler.record.carrying import carry
from pourparler.record.copies import find_copies
from pourparler.record.corrections import corrected, with_links
from pourparler.record.directory import know_actors
from pourparler.record.disputes import find_disputes
from pourparler.record.merging.background import Background
from pourparler.record.merging.conditions import group_conditions, make_condition
from pourparler.record.merging.instruments import group_instruments, make_instrument
from pourparler.record.merging.links import by_group, condition_of
from pourparler.record.merging.meeting_fields import make_meeting
from pourparler.record.merging.meetings import group_meetings
from pourparler.record.merging.positions import PositionMaker, group_positions
from pourparler.record.merging.progress import is_overdue
from pourparler.record.merging.statements import group_statements, make_statement
from pourparler.record.store import Holdings, Store
from pourparler.record.verdicts import keep, regroup

E = TypeVar("E", bound=Entry)
Grouping = Callable[[Iterable[Account], Background], list[list[Account]]]


def load_case(store: Store, as_of: date | None = None) -> CaseRecord:
    """The record of a store as the reports published up to `as_of` give it; with None, as all reports do.

    Reports without a day of publication are part of the record only when no day is asked for: nobody can say that
    they were out by then. Nothing depends on the order of adding, nor on the day on which this is called.
    """
    return compute(store.holdings(), as_of)


def compute(holdings: Holdings, as_of: date | None = None) -> CaseRecord:
    """The record of what is stored; a pure function, see `load_case`."""
    carried = carry(holdings)
    holdings = replace(holdings, judgements=carried.judgements)
    accounts, background = ground(holdings, as_of)
    merge = _Merge(accounts, holdings.judgements, background)
    statements = merge.of(EntryKind.STATEMENT, group_statements, make_statement, _statement_order(background))
    conditions = merge.of(EntryKind.CONDITION, group_conditions, make_condition, _told_order(background))
    maker = PositionMaker(background, conditions, statements)
    positions = merge.of(
        EntryKind.POSITION, group_positions, lambda these, _: maker.make(these), _told_order(background)
    )
    linked = by_group(conditions)
    meetings = tuple(
        replace(
            met,
            overdue=is_overdue(met.status, met.when, background.today),
            condition=condition_of(met.accounts, linked),
        )
        for met in merge.of(EntryKind.MEETING, group_meetings, make_meeting, _meeting_order)
    )
    instruments = merge.of(EntryKind.INSTRUMENT, group_instruments, make_instrument, _instrument_order)
    copies = background.copies.of
    return CaseRecord(
        name=holdings.name,
        as_of=as_of,
        made_by=f"pourparler {__version__}",
        version=holdings.version,
        reports=tuple(
            ReportView(report, background.reports[copies[report.id]].name if report.id in copies else None)
            for report in background.reports.values()
        ),
        actors=background.actors.all,
        meetings=with_links(meetings, conditions),
        statements=statements,
        positions=with_links(positions, conditions),
        conditions=conditions,
        instruments=instruments,
        disputes=find_disputes(meetings, instruments, statements, background),
        judgements=carried.judgements,
        lost=tuple(lost.judgement for lost in carried.lost if lost.whole),
    )


def ground(holdings: Holdings, as_of: date | None = None) -> tuple[list[Account], Background]:
    """What entries are made of: the accounts shown, with their voices, and what the merge looks at beside them."""
    shown = [r for r in holdings.reports if as_of is None or (r.published is not None and r.published <= as_of)]
    background = _background(shown, holdings, as_of)
    accounts = keep((a for a in holdings.accounts if a.report in background.reports), holdings.judgements)
    return [_voiced(account, background) for account in accounts], background


def _voiced(account: Account, background: Background) -> Account:
    """An account with its voice under canonical names: a bare surname or title is the person whom the record knows."""
    voice, actors = account.voice, background.actors
    if voice.outlet:
        return account
    speaker = actors.name_of(voice.speaker) if voice.speaker else None
    if isinstance(account.fields, Attribution) and speaker is None and account.fields.office and voice.party:
        speaker = actors.holder_of(account.fields.office, voice.party, background.reports[account.report].published)
    party = actors.name_of(voice.party) if voice.party else actors.party_of(speaker)
    if (speaker, party) == (voice.speaker, voice.party):
        return account
    return replace(account, voice=replace(voice, speaker=speaker, party=party))


def _background(shown: Sequence[Report], holdings: Holdings, as_of: date | None) -> Background:
    """Reports in their order, who is who in them, which are near copies, and the day the record is seen on."""
    ordered = sorted(shown, key=lambda report: (report.published or date.min, report.name))
    reports = {report.id: report for report in ordered}
    latest = max((report.published for report in ordered if report.published), default=None)
    return Background(
        reports=reports,
        rank={report: rank for rank, report in enumerate(reports)},
        actors=know_actors(
            (wording for wording in holdings.wordings if wording.report in reports),
            {report.id: report.published for report in ordered},
            holdings.judgements,
        ),
        copies=find_copies(ordered),
        today=as_of or latest,
    )


class _Merge:
    """Groups the accounts of one kind, lays the judgements over them, and makes the entries in their order."""

    def __init__(self, accounts: Sequence[Account], judgements: Sequence[Judgement], background: Background) -> None:
        self._accounts, self._judgements, self._background = accounts, judgements, background

    def of(
        self,
        kind: EntryKind,
        group: Grouping,
        make: Callable[[list[Account], Background], E],
        order: Callable[[E], tuple[object, ...]],
    ) -> tuple[E, ...]:
        """All entries of one kind."""
        mine = [account for account in self._accounts if account.kind is kind]
        groups = regroup(group(mine, self._background), self._judgements)
        entries = [make(self._background.sorted(these), self._background) for these in groups]
        return tuple(sorted(corrected(entries, self._judgements, self._background.actors.name_of), key=order))


def _meeting_order(meeting: Meeting) -> tuple[object, ...]:
    start = meeting.when.start if meeting.when else None
    return start is None, start or date.min, meeting.id


def _instrument_order(instrument: Instrument) -> tuple[object, ...]:
    first = min((line.on for line in instrument.status if line.on), default=None)
    return first is None, first or date.min, instrument.id


def _statement_order(background: Background) -> Callable[[Statement], tuple[object, ...]]:
    """By the report that is cited and the place in it: the order in which a reader meets them."""
    return lambda statement: (*background.order(statement.accounts[0]), statement.id)


def _told_order(background: Background) -> Callable[[Position | Condition], tuple[object, ...]]:
    """By the first account."""
    return lambda entry: (*background.order(entry.accounts[0]), entry.id)
