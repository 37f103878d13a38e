"""Checks a record against the rules that never give way: every evidence holds, every entry has its accounts."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from pourparler.core.account import Account
from pourparler.core.entry import CaseRecord
from pourparler.core.errors import RecordError
from pourparler.record.checking.accounts import check_accounts
from pourparler.record.checking.entries import check_each
from pourparler.record.checking.judgements import check_judgements
from pourparler.record.checking.problem import Problem
from pourparler.record.checking.references import check_references
from pourparler.record.checking.reports import check_reports
from pourparler.record.store import Holdings, Store
from pourparler.record.verdicts import keep
from pourparler.record.view import compute

__all__ = ["Problem", "check", "check_accounts", "check_entries", "check_judgements"]


def check(store: Store, as_of: date | None = None) -> list[Problem]:
    """Every broken rule of a stored record; an empty list when all is well.

    Looked at are the tables, the texts of reports, the words behind every account, the closed vocabularies (a value
    outside them cannot be loaded), judgements, and the entries, disputes and actors as computed. With `as_of`, reports
    and entries are those of the reports published up to that day.
    """
    problems: list[Problem] = []
    try:
        problems += store.faults()
        changed = store.changed_reports()
        holdings = store.holdings()
    except RecordError as error:
        return [*problems, Problem(error.what, "the record")]
    record = compute(holdings, as_of)
    names = {view.report.name for view in record.reports}
    problems += [Problem("the text is not the one that was added", name) for name in changed if name in names]
    problems += check_judgements(holdings)
    problems += check_told(holdings, record)
    problems += check_entries(record, shown(holdings, record))
    return problems


def check_told(holdings: Holdings, record: CaseRecord) -> Iterator[Problem]:
    """Every broken rule of the reports that a record shows, and of their accounts."""
    ids = {view.report.id for view in record.reports}
    hidden = {report.id for report in holdings.reports} - ids
    told = replace(
        holdings,
        reports=tuple(report for report in holdings.reports if report.id in ids),
        accounts=tuple(account for account in holdings.accounts if account.report not in hidden),
        wordings=tuple(wording for wording in holdings.wordings if wording.report not in hidden),
    )
    yield from check_reports(told)
    yield from check_accounts(told)


def check_entries(record: CaseRecord, accounts: Iterable[Account]) -> Iterator[Problem]:
    """Every broken rule of what is computed; `accounts` are those which must be in it."""
    yield from check_each(record, accounts)
    yield from check_references(record)


def shown(holdings: Holdings, record: CaseRecord) -> list[Account]:
    """The accounts that a record must show: those of its reports that nobody has rejected."""
    reports = {view.report.id for view in record.reports}
    return keep((one for one in holdings.accounts if one.report in reports), record.judgements)
