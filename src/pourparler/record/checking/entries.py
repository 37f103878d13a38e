"""What every entry keeps to: accounts, each in one entry; words of those accounts; counts, times and states."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from pourparler.core.account import Account
from pourparler.core.entry import CaseRecord, Entry, Instrument, Meeting, Statement
from pourparler.core.evidence import Evidence
from pourparler.core.moment import When
from pourparler.core.report import Report
from pourparler.core.vocabulary import MeetingStatus
from pourparler.record.checking.problem import Problem, misplaced, parts, wrong_time
from pourparler.record.merging.progress import is_overdue

TO_COME = frozenset({MeetingStatus.PROPOSED, MeetingStatus.CONDITIONAL, MeetingStatus.PLANNED})
"""States of a meeting that may be overdue."""


def entries_of(record: CaseRecord) -> list[Entry]:
    """Every entry of a record."""
    return [*record.meetings, *record.statements, *record.positions, *record.conditions, *record.instruments]


def corrected_fields(entry: Entry) -> frozenset[str]:
    """The fields that a person has set right: what no report may tell."""
    return frozenset(correction.field.partition(".")[0] for correction in entry.corrected)


def check_each(record: CaseRecord, accounts: Iterable[Account]) -> Iterator[Problem]:
    """What is wrong with entries one by one, and accounts (those that are shown) in no entry or in two."""
    reports = {view.report.id: view.report for view in record.reports}
    entries = entries_of(record)
    uses = Counter(account.id for entry in entries for account in entry.accounts)
    for entry in entries:
        where = f"entry {entry.id}"
        for what in (*_accounts(entry, reports), *_times(entry)):
            yield Problem(what, where)
        yield from _words(entry, reports)
        if isinstance(entry, Meeting):
            yield from (Problem(what, where) for what in _meeting(entry, record, reports))
        elif isinstance(entry, Statement):
            yield from (Problem(what, where) for what in _statement(entry, reports))
        elif isinstance(entry, Instrument):
            yield from (Problem(what, where) for what in _instrument(entry))
    for account in accounts:
        if uses[account.id] != 1:
            yield Problem(f"it stands in {uses[account.id]} entries, not in one", f"account {account.id}")


def _accounts(entry: Entry, reports: Mapping[str, Report]) -> Iterator[str]:
    """No accounts, accounts of another kind or of reports that are not shown, counts that count something else."""
    if not entry.accounts:
        yield "it has no account"
    kind = type(entry).__name__.lower()
    for account in entry.accounts:
        if account.kind != kind:
            yield f"its account {account.id} is of a {account.kind}"
        if account.report not in reports:
            yield f"its account {account.id} is of a report that is not shown"
    counts, own = entry.counts, len({account.report for account in entry.accounts})
    if (counts.accounts, counts.reports) != (len(entry.accounts), own):
        told = f"{counts.accounts} accounts of {counts.reports} reports"
        yield f"it counts {told}, and has {len(entry.accounts)} of {own}"
    if own and not 1 <= counts.sources <= own:
        yield f"it counts {counts.sources} independent sources among {own} reports"


def _words(entry: Entry, reports: Mapping[str, Report]) -> Iterator[Problem]:
    """Nothing cited, or words that are not at their place or that none of its accounts cites."""
    where = f"entry {entry.id}"
    if not (entry.content if isinstance(entry, Statement) else entry.evidence):
        yield Problem("it cites nothing", where)
    names = {report.name: report for report in reports.values()}
    cited = {
        evidence
        for account in entry.accounts
        for evidence in (*account.evidence, *(support.evidence for support in account.support))
    }
    for evidence in dict.fromkeys(parts(entry, Evidence)):
        if evidence.report not in names:
            yield Problem(f"its evidence names {evidence.report}, which is no report of the record", where)
            continue
        yield from misplaced(evidence, names[evidence.report], where)
        if evidence not in cited:
            place = f"{evidence.start}–{evidence.end} of {evidence.report}"
            yield Problem(f"it cites {place}, which none of its accounts does", where)


def _times(entry: Entry) -> Iterator[str]:
    for when in parts(entry, When):
        if what := wrong_time(when):
            yield what


def _meeting(meeting: Meeting, record: CaseRecord, reports: Mapping[str, Report]) -> Iterator[str]:
    """States that no report gives, reports that give none, overdue without reason, held on a day still to come."""
    own = {reports[account.report].name for account in meeting.accounts if account.report in reports}
    told = [name for name, _ in meeting.reported]
    if sorted(told) != sorted(own):
        yield "the reports that give its status are not those of its accounts, each once"
    free = corrected_fields(meeting)
    if "status" not in free and meeting.status not in {status for _, status in meeting.reported}:
        yield f"no report gives its status, {meeting.status}"
    days = [report.published for report in reports.values() if report.published]
    today = record.as_of or max(days, default=None)
    if meeting.overdue != is_overdue(meeting.status, meeting.when, today):
        yield f"it is {'' if meeting.overdue else 'not '}called overdue, being {meeting.status} as of {today}"
    start = meeting.when.start if meeting.when else None
    by_reports = meeting.status is MeetingStatus.HELD and len(days) == len(reports) and not free & {"status", "when"}
    if by_reports and today and start and start > today:
        yield f"it was held on {start}, which is still to come on {today}"
    for party, _ in meeting.leads:
        if party not in (*meeting.parties, *meeting.mediators) and not free & {"parties", "leads", "mediators"}:
            yield f"somebody leads {party}, which is no party to it"


def _statement(statement: Statement, reports: Mapping[str, Report]) -> Iterator[str]:
    if statement.speaker is not None and statement.anonymous:
        yield "its speaker is named and not named"
    if statement.report not in {reports[one.report].name for one in statement.accounts if one.report in reports}:
        yield f"it is said to stand in {statement.report}, of which it has no account"


def _instrument(instrument: Instrument) -> Iterator[str]:
    for line in instrument.status:
        if not line.evidence:
            yield f"its status {line.status} has no words"
    for (on, status), count in Counter((line.on, line.status) for line in instrument.status).items():
        if count > 1:
            yield f"its status {status} on {on} stands there {count} times"
