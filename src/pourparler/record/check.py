"""Checks a record against the rules that never give way: every evidence holds, every entry has its accounts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from pourparler.core.account import Account
from pourparler.core.entry import CaseRecord, Entry, Meeting, Position, Statement
from pourparler.core.errors import InputError, RecordError
from pourparler.core.evidence import Evidence
from pourparler.core.judgement import Verdict
from pourparler.core.report import Report
from pourparler.record.carrying import carry
from pourparler.record.corrections import read_value
from pourparler.record.store import Holdings, Store
from pourparler.record.verdicts import keep
from pourparler.record.view import compute


@dataclass(frozen=True, slots=True)
class Problem:
    """A rule that is broken: what is wrong, and where."""

    what: str
    where: str


def check(store: Store) -> list[Problem]:
    """Every broken rule of a stored record; an empty list when all is well.

    Looked at are the texts of reports, the words behind every account, the closed vocabularies (a value outside them
    cannot be loaded), and the entries and disputes as computed.
    """
    problems: list[Problem] = []
    try:
        problems += check_texts(store)
        holdings = store.holdings()
    except RecordError as error:
        return [*problems, Problem(error.what, "the record")]
    problems += check_accounts(holdings)
    problems += check_judgements(holdings)
    problems += check_entries(compute(holdings), keep(holdings.accounts, carry(holdings).judgements))
    return problems


def check_texts(store: Store) -> Iterator[Problem]:
    """Reports whose text is no longer the one that was added."""
    yield from (Problem("the text is not the one that was added", name) for name in store.changed_reports())


def check_accounts(holdings: Holdings) -> Iterator[Problem]:
    """Accounts without words, with words that do not stand where they say, or of no report."""
    reports = {report.id: report for report in holdings.reports}
    for account in holdings.accounts:
        where = f"account {account.id}"
        if account.report not in reports:
            yield Problem(f"its report {account.report} is not in the record", where)
            continue
        if not account.evidence:
            yield Problem("it has no evidence", where)
        report = reports[account.report]
        for evidence in (*account.evidence, *(support.evidence for support in account.support)):
            yield from _misplaced(evidence, report, where)
            if any(part.start < evidence.end and evidence.start < part.end for part in report.not_news):
                yield Problem(f"{evidence.start}–{evidence.end} of {report.name} is marked as no news", where)


def check_judgements(holdings: Holdings) -> Iterator[Problem]:
    """Corrections of a field or to a value that no entry can have, and judgements on accounts that are not there.

    A judgement that no newer reading gives a hold is no fault: `pourparler log --lost` lists it for a person.
    """
    kinds = {account.id: account.kind for account in holdings.accounts}
    carried = carry(holdings)
    for lost in carried.lost:
        if lost.judgement.accounts and not lost.judgement.anchors:
            yield Problem("none of its accounts is in the record", f"judgement {lost.judgement.id}")
    for judgement in carried.judgements:
        if judgement.verdict is Verdict.CORRECTED:
            try:
                read_value(kinds[judgement.accounts[0]], judgement.field or "", judgement.value or "")
            except InputError as error:
                yield Problem(error.what, f"judgement {judgement.id}")


def check_entries(record: CaseRecord, accounts: Iterable[Account]) -> Iterator[Problem]:
    """Entries without accounts or words, accounts in no entry or in two, and references that lead nowhere."""
    reports = {view.report.name: view.report for view in record.reports}
    entries: list[Entry] = [
        *record.meetings, *record.statements, *record.positions, *record.conditions, *record.instruments
    ]  # fmt: skip
    uses = Counter(account.id for entry in entries for account in entry.accounts)
    for entry in entries:
        where = f"entry {entry.id}"
        words = entry.content if isinstance(entry, Statement) else entry.evidence
        if not entry.accounts:
            yield Problem("it has no account", where)
        if not words:
            yield Problem("it cites nothing", where)
        for evidence in words:
            yield from _in_reports(evidence, reports, where)
    for account in accounts:
        if uses[account.id] != 1:
            yield Problem(f"it stands in {uses[account.id]} entries, not in one", f"account {account.id}")
    ids = Counter(item.id for item in chain(entries, record.disputes, record.actors))
    yield from (Problem(f"{count} entries have this id", f"entry {name}") for name, count in ids.items() if count > 1)
    yield from _references(record, reports, frozenset(ids))


def _references(record: CaseRecord, reports: Mapping[str, Report], ids: frozenset[str]) -> Iterator[Problem]:
    waiting: list[Position | Meeting] = [*record.positions, *record.meetings]
    for entry in waiting:
        if entry.condition is not None and entry.condition not in ids:
            yield Problem(f"its condition {entry.condition} is not in the record", f"entry {entry.id}")
    for dispute in record.disputes:
        where = f"dispute {dispute.id}"
        if dispute.about not in ids:
            yield Problem(f"it is about {dispute.about}, which is not in the record", where)
        if len(dispute.readings) < 2 or not all(reading.evidence for reading in dispute.readings):
            yield Problem("it needs two readings with words", where)
        for evidence in chain.from_iterable(reading.evidence for reading in dispute.readings):
            yield from _in_reports(evidence, reports, where)
    for view in record.reports:
        if view.copies_of is not None and view.copies_of not in reports:
            yield Problem(f"it copies {view.copies_of}, which is not in the record", view.report.name)


def _in_reports(evidence: Evidence, reports: Mapping[str, Report], where: str) -> Iterator[Problem]:
    report = reports.get(evidence.report)
    if report is None:
        yield Problem(f"its evidence names {evidence.report}, which is no report of the record", where)
    else:
        yield from _misplaced(evidence, report, where)


def _misplaced(evidence: Evidence, report: Report, where: str) -> Iterator[Problem]:
    if not evidence.text or report.text[evidence.start : evidence.end] != evidence.text:
        yield Problem(f"its words do not stand at {evidence.start}–{evidence.end} of {report.name}", where)
