"""What the merge of every kind looks at beside the accounts: reports and their order, actors, near copies, today."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pourparler.core.account import Account
from pourparler.core.entry import Counts
from pourparler.core.evidence import Evidence, Span
from pourparler.core.report import Report
from pourparler.record.actors import Actors
from pourparler.record.copies import Copies, Rank
from pourparler.record.sources import count

Order = tuple[Rank, int, str]
"""Sorts accounts: by report, place in the text and id."""


@dataclass(frozen=True, slots=True)
class Background:
    """`reports` by id, `rank` what sorts them by day (undated first) and name; `today` is the day the record is seen
    on: the day asked for, or the day of the latest report; None when no report has a day."""

    reports: Mapping[str, Report]
    rank: Mapping[str, Rank]
    actors: Actors
    copies: Copies
    today: date | None

    def published(self, account: Account) -> date | None:
        """The day on which the report of an account was published."""
        return self.reports[account.report].published

    def order(self, account: Account) -> Order:
        """Sorts accounts by report and place in the text; no two are equal."""
        first = account.evidence[0].start if account.evidence else 0
        return self.rank[account.report], first, account.id

    def sorted(self, accounts: Iterable[Account]) -> list[Account]:
        """Accounts by day and name of their report, then by place in the text."""
        return sorted(accounts, key=self.order)

    def cite(self, account: Account, span: Span) -> Evidence:
        """The words at `span` of the account's report."""
        report = self.reports[account.report]
        return Evidence(report.name, span.start, span.end, span.of(report.text))

    def evidence(self, accounts: Sequence[Account]) -> tuple[Evidence, ...]:
        """All evidence of accounts in their order, each place once."""
        return tuple(dict.fromkeys(evidence for account in accounts for evidence in account.evidence))

    def support(self, accounts: Sequence[Account], field: str) -> tuple[Evidence, ...]:
        """The words behind one field of accounts in their order, each place once."""
        found = (support for account in accounts for support in account.support)
        return tuple(dict.fromkeys(support.evidence for support in found if support.field == field))

    def counts(self, accounts: Sequence[Account]) -> Counts:
        """Accounts, reports and independent sources."""
        return count(accounts, self.reports, self.copies.text)
