"""What a record holds now, read on from what it held before: only what was added since comes from the file."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from pourparler.core.account import Account
from pourparler.core.report import Report
from pourparler.record import journal, queries, readings, rows
from pourparler.record.decisions import decisions
from pourparler.record.schema import JOURNAL, READINGS, REPORTS
from pourparler.record.store import Holdings, JournalAct, Wording

MOST = 500
"""Reports that came since up to which they are read one by one; with more, all is read at once."""

_ADDED = frozenset({JournalAct.REPORT, JournalAct.READING})
"""Acts that change what is held of the one report they name."""

_ELSEWHERE = frozenset({JournalAct.JUDGEMENT, JournalAct.WITHDRAWAL, JournalAct.DISCARD})
"""Acts that change nothing that is held of any report."""


def grown(connection: Connection, before: Holdings) -> Holdings:
    """Everything the record is computed from now; `before` is what it held at an earlier edition, as handed out then.

    All is read anew where another reader's readings took effect since, or a report got another name.
    """
    fresh = _fresh(connection, before)
    names = {row.id: row.name for row in connection.execute(select(REPORTS.c.id, REPORTS.c.name))}
    kept = {report.id: report for report in before.reports if fresh is not None and report.id not in fresh}
    moved = any(names.get(report.id) != report.name for report in before.reports)
    if fresh is None or moved or names.keys() != kept.keys() | fresh:
        return queries.holdings(connection, None, None)
    edition, version = journal.end(connection)
    came = [
        rows.report_of(row) for key in fresh for row in connection.execute(select(REPORTS).where(REPORTS.c.id == key))
    ]
    told = [account for account in before.accounts if account.report in kept]
    worded = [wording for wording in before.wordings if wording.report in kept]
    for key in fresh:
        keys = readings.counting().where(READINGS.c.report_id == key)
        told += queries.accounts_of(connection, keys, key)
        worded += queries.wordings_of(connection, keys)
    reports = {report.id: report for report in sorted((*kept.values(), *came), key=_report_order)}
    return Holdings(
        name=queries.case_name(connection),
        version=version,
        reports=tuple(reports.values()),
        accounts=tuple(sorted(told, key=lambda account: _account_order(reports[account.report], account))),
        wordings=tuple(sorted(worded, key=_wording_order)),
        judgements=decisions(connection),
        edition=edition,
    )


def _fresh(connection: Connection, before: Holdings) -> Collection[str] | None:
    """The ids of the reports that were added or read again since, None where that is not all that can have changed."""
    lines = connection.execute(select(JOURNAL.c.act, JOURNAL.c.subject).where(JOURNAL.c.number > before.edition))
    fresh = set()
    for line in lines:
        if line.act in _ADDED:
            fresh.add(line.subject)
        elif line.act not in _ELSEWHERE:
            return None
    return fresh if len(fresh) <= MOST else None


def _report_order(report: Report) -> tuple[bool, str, str]:
    return report.published is not None, _day(report), report.name


def _account_order(report: Report, account: Account) -> tuple[str, str, int, str, str]:
    start = account.evidence[0].start if account.evidence else 0
    return _day(report), report.name, start, account.kind.value, account.id


def _wording_order(one: Wording) -> tuple[str, str, str, str, bool, str, bool, str]:
    """The order in which the file gives them: what is not known comes first."""
    party, office = one.party, one.office
    return (
        one.report, one.text, one.kind.value, one.name,
        party is not None, party or "", office is not None, office or "",
    )  # fmt: skip


def _day(report: Report) -> str:
    return report.published.isoformat() if report.published else ""
