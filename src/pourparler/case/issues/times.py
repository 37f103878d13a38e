"""When things were told: by the days on which the reports were published."""

from collections.abc import Iterable
from datetime import date

from pourparler.core.account import Account
from pourparler.core.entry import CaseRecord, Entry


class Days:
    """Days of publication of the reports of a record."""

    def __init__(self, record: CaseRecord) -> None:
        self._published = {view.report.id: view.report.published for view in record.reports}
        self._names = {view.report.id: view.report.name for view in record.reports}
        self.last = record.as_of or max((day for day in self._published.values() if day), default=None)
        """The day the record is of: that asked for, else the last day of publication; None where no report has one."""

    def told(self, account: Account) -> date | None:
        """The day an account was published; None where its report has no day."""
        return self._published.get(account.report)

    def first(self, entry: Entry) -> date | None:
        """The day an entry was first told."""
        return min(self._of(entry.accounts), default=None)

    def latest(self, entry: Entry) -> date | None:
        """The day an entry was last told."""
        return max(self._of(entry.accounts), default=None)

    def _of(self, accounts: Iterable[Account]) -> list[date]:
        return [day for account in accounts if (day := self.told(account))]
