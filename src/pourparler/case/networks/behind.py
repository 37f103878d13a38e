"""What stands behind an edge: how many statements, reports and independent sources, and the floor below which an edge
is not drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pourparler.core.account import Account
from pourparler.core.entry import CaseRecord, Counts
from pourparler.core.report import Report
from pourparler.record.sources import count


@dataclass(frozen=True, slots=True)
class Sources:
    """The reports of a record by id, and for each the first report of its chain of near copies."""

    reports: Mapping[str, Report]
    texts: Mapping[str, str]

    def count(self, accounts: Sequence[Account]) -> Counts:
        """Accounts, reports and independent sources, as the record counts them behind an entry."""
        return count(accounts, self.reports, self.texts)


@dataclass(frozen=True, slots=True)
class Floor:
    """The fewest statements (or meetings) and independent sources that an edge is drawn with."""

    times: int = 1
    sources: int = 1


def sources_of(record: CaseRecord) -> Sources:
    """What the sources of a record's accounts are counted by."""
    ids = {view.report.name: view.report.id for view in record.reports}
    return Sources(
        {view.report.id: view.report for view in record.reports},
        {view.report.id: ids.get(view.copies_of or "", view.report.id) for view in record.reports},
    )
