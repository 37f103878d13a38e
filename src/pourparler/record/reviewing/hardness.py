"""How hard a question is, as a tuple that sorts the hardest first.

1. What the merge would ask, by how near its score lies to the threshold of its kind, then by how many accounts hang
   on the answer.
2. Disputes over a status, then disputes over other fields, those with more readings and more words first.
3. Whether entries are right: first those still to come or overdue, then by how many entries wait for them, by how many
   accounts they hold, by how many reasons there are to ask, and the latest told first.

It weighs only what is asked and what hangs on it, never who is right or what will happen.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import chain

from pourparler.core.entry import CaseRecord, Condition, Dispute, Entry, Instrument, Meeting, Position
from pourparler.core.vocabulary import MeetingStatus

MERGE, STATUS, FIELD, ENTRY = range(4)
"""The tiers, hardest first."""

TO_COME = frozenset({MeetingStatus.PROPOSED, MeetingStatus.CONDITIONAL, MeetingStatus.PLANNED,
                     MeetingStatus.UNDER_WAY, MeetingStatus.POSTPONED})  # fmt: skip
"""States of a meeting that somebody still has to follow."""


def of_merge(distance: float, accounts: int) -> tuple[float, ...]:
    """The hardness of a pair or a join whose score lies `distance` from the threshold."""
    return MERGE, distance, -accounts


def of_dispute(dispute: Dispute) -> tuple[float, ...]:
    """The hardness of a dispute."""
    tier = STATUS if dispute.field == "status" else FIELD
    return tier, -len(dispute.readings), -sum(len(reading.evidence) for reading in dispute.readings)


class Leaning:
    """Knows what hangs on the entries of a record."""

    def __init__(self, record: CaseRecord) -> None:
        """What hangs on the entries of `record`, seen on its day: the day asked for, else that of its last report."""
        published = {view.report.id: view.report.published for view in record.reports}
        self._published = published
        self._today = record.as_of or max((day for day in published.values() if day), default=None)
        self._waiting = Counter(
            one.condition for one in chain[Meeting | Position](record.meetings, record.positions) if one.condition
        )

    def of(self, entry: Entry, reasons: int) -> tuple[float, ...]:
        """The hardness of the question whether `entry` is right, asked for so many reasons."""
        latest = max((day.toordinal() for day in self._days(entry)), default=0)
        return ENTRY, -self.is_to_come(entry), -self._waiting[entry.id], -entry.counts.accounts, -reasons, -latest

    def is_to_come(self, entry: Entry) -> bool:
        """True for what is still to come on the record's day, or is overdue on it."""
        if isinstance(entry, Meeting) and entry.status in TO_COME:
            end = entry.when.end if entry.when else None
            return entry.overdue or (end is not None and self._is_ahead(end))
        if isinstance(entry, Condition | Instrument) and entry.deadline and entry.deadline.end:
            return self._is_ahead(entry.deadline.end)
        return False

    def _is_ahead(self, day: date) -> bool:
        return self._today is None or day >= self._today

    def _days(self, entry: Entry) -> Iterable[date]:
        days = (self._published[account.report] for account in entry.accounts)
        return [day for day in days if day]
