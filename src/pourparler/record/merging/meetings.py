"""Which glimpses of meetings are of one meeting.

Glimpses are taken in the order of the reports: those with days and parties, those with days, the rest. Each
joins the meeting it has most in common with, by named points, when nothing keeps the two apart; else it begins a
meeting of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from pourparler.core.account import Account
from pourparler.record.merging.background import Background
from pourparler.record.merging.encounter import Encounter, points
from pourparler.record.merging.glimpse import MET, Glimpse, glimpses

ENOUGH = 4.0
"""Points at which a glimpse joins a meeting: one day and one set of parties (5) are enough; one day alone (3), or one
set of parties alone (2), are not."""

ALONE = 3.0
"""Points at which something that was held, told without its day, is the one known meeting of its parties that it can
be: the same parties (2) within the days it is remembered (1). With two such meetings it stays apart."""


def group_meetings(accounts: Iterable[Account], background: Background) -> list[list[Account]]:
    """Accounts by meeting, each group in the order of reports and text."""
    seen = glimpses(accounts, background)
    table = _Table()
    for turn in range(3):
        for glimpse in seen:
            if _turn(glimpse) == turn:
                table.place(glimpse)
    return [background.sorted(a for g in met.glimpses for a in g.accounts) for met in table.met]


def _turn(glimpse: Glimpse) -> int:
    """When a glimpse is placed: those with days and parties first, then those with days alone, then the undated."""
    return 2 if not glimpse.days else 0 if glimpse.parties or glimpse.people else 1


class _Table:
    """The meetings found so far, looked up by day, by round and by parties."""

    def __init__(self) -> None:
        self.met: list[Encounter] = []
        self._by_day: dict[tuple[str, int], list[int]] = defaultdict(list)
        self._by_round: dict[tuple[str, int], list[int]] = defaultdict(list)
        self._by_parties: dict[tuple[str, frozenset[str]], list[int]] = defaultdict(list)
        self._by_report: dict[str, list[int]] = defaultdict(list)

    def place(self, glimpse: Glimpse) -> None:
        """Put a glimpse with the meeting it has most in common with, the earliest among equals, or on its own."""
        best, most, remembered = -1, ENOUGH, []
        for index in sorted(set(self._candidates(glimpse))):
            value = points(glimpse, self.met[index])
            if value >= most and (best < 0 or value > most):
                best, most = index, value
            if value >= ALONE and glimpse.statuses <= MET and not glimpse.days and self.met[index].held:
                remembered.append(index)
        if best < 0 and len(remembered) == 1:
            best = remembered[0]
        if best < 0 and glimpse.days and not glimpse.parties and not glimpse.people:
            best = self._only_one_of_that_day(glimpse)
        if best < 0:
            best = len(self.met)
            self.met.append(Encounter())
        self.met[best].add(glimpse)
        self._enter(glimpse, best)

    def _only_one_of_that_day(self, glimpse: Glimpse) -> int:
        """The meeting that something told by its day alone must be: the only one known of that day; -1 for none."""
        days = _ordinals(glimpse)
        that_day = {index for family in glimpse.families for index in self._by_day[family, days[0]]}
        if len(days) > 1 or len(that_day) != 1:
            return -1
        [only] = that_day
        return only if points(glimpse, self.met[only]) >= ALONE else -1

    def _candidates(self, glimpse: Glimpse) -> Iterator[int]:
        yield from self._by_report[glimpse.report]
        for family in sorted(glimpse.families):
            for day in _ordinals(glimpse, margin=1):
                yield from self._by_day[family, day]
            for number in sorted(glimpse.rounds):
                yield from self._by_round[family, number]
            yield from self._by_parties[family, glimpse.parties]
            if not glimpse.days and glimpse.published:
                for day in range(glimpse.published.toordinal() - 10, glimpse.published.toordinal() + 11):
                    yield from self._by_day[family, day]

    def _enter(self, glimpse: Glimpse, index: int) -> None:
        keys = [self._by_report[glimpse.report]]
        for family in sorted(glimpse.families):
            keys += [self._by_day[family, day] for day in _ordinals(glimpse)]
            keys += [self._by_round[family, number] for number in sorted(glimpse.rounds)]
            keys += [self._by_parties[family, glimpse.parties]]
        for key in keys:
            if not key or key[-1] != index:
                key.append(index)


def _ordinals(glimpse: Glimpse, margin: int = 0) -> Sequence[int]:
    """The days of a glimpse as numbers, with `margin` days around them."""
    step = timedelta(days=margin)
    return sorted(
        {day for start, end in glimpse.days for day in range((start - step).toordinal(), (end + step).toordinal() + 1)}
    )
