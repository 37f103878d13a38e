"""Which glimpses of meetings are of one meeting.

Glimpses are taken in the order of the reports: those with days and parties, those with days, the rest. Each
joins the meeting it has most in common with, by named points, when nothing keeps the two apart; else it begins a
meeting of its own.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import timedelta

from pourparler.record.merging.encounter import Encounter
from pourparler.record.merging.glimpse import MET, Glimpse
from pourparler.record.merging.grouping import Apart, Doubt, Grouped, are_apart
from pourparler.record.merging.resemblance import Points, points

ENOUGH = 4.0
"""Points at which a glimpse joins a meeting: one day and one set of parties (5) are enough; one day alone (3), or one
set of parties alone (2), are not."""

DOUBTFUL, SURE = 3.0, 4.5
"""Points between which a person is asked, whichever way it was decided. Set by hand."""

ALONE = 3.0
"""Points at which something that was held, told without its day, is the one known meeting of its parties that it can
be: the same parties (2) within the days it is remembered (1). With two such meetings it stays apart."""

SOME = 1.5
"""Points of two glimpses from which on they may be of one meeting, when others tell more of it. Set by hand: pairs
found on the corpus are those of a search through all meetings."""

_FRESH = 10
"""Days in one stretch of time: what is told without a day is looked for in the stretch of its report, the one
before and the one after, so that all within NEAR days are found."""


def marks(glimpse: Glimpse) -> Iterator[Hashable]:
    """Under what a glimpse is looked up: its report, days, rounds and parties, and the time it is of."""
    yield "report", glimpse.report
    stretches = _stretches(glimpse)
    for family in sorted(glimpse.families):
        yield from (("day", family, day) for day in _ordinals(glimpse, after=1))
        yield from (("round", family, number) for number in sorted(glimpse.rounds))
        yield "parties", family, glimpse.parties
        yield from (("time", family, party, stretch) for party in sorted(glimpse.parties) for stretch in stretches)
        if not glimpse.parties or glimpse.days:
            yield from (("time", family, stretch) for stretch in stretches)


def _stretches(glimpse: Glimpse) -> list[int]:
    """The stretches of time a glimpse may be of: those of its days, else those around its report."""
    if glimpse.days:
        return sorted({day // _FRESH for day in _ordinals(glimpse)})
    if glimpse.published is None:
        return []
    here = glimpse.published.toordinal() // _FRESH
    return [here - 1, here, here + 1]


def near(later: Glimpse, earlier: Glimpse) -> bool:
    """True when two glimpses may be of one meeting."""
    first, second = (later, earlier) if _turn(later) < _turn(earlier) else (earlier, later)
    met = Encounter()
    met.add(first)
    return points(second, met).total >= SOME


def group(glimpses: Sequence[Glimpse], apart: Apart) -> Grouped[Glimpse]:
    """The glimpses of each meeting, and what was in doubt; no meeting has two accounts that are `apart`."""
    table = _Table(apart)
    for turn in range(3):
        for glimpse in glimpses:
            if _turn(glimpse) == turn:
                table.place(glimpse)
    return Grouped([met.glimpses for met in table.met], table.doubts)


def _turn(glimpse: Glimpse) -> int:
    """When a glimpse is placed: those with days and parties first, then those with days alone, then the undated."""
    return 2 if not glimpse.days else 0 if glimpse.parties or glimpse.people else 1


class _Table:
    """The meetings found so far, looked up by day, by round and by parties."""

    def __init__(self, apart: Apart) -> None:
        self.met: list[Encounter] = []
        self.doubts: list[Doubt] = []
        self._apart = apart
        self._by_day: dict[tuple[str, int], list[int]] = defaultdict(list)
        self._by_round: dict[tuple[str, int], list[int]] = defaultdict(list)
        self._by_parties: dict[tuple[str, frozenset[str]], list[int]] = defaultdict(list)
        self._by_report: dict[str, list[int]] = defaultdict(list)

    def place(self, glimpse: Glimpse) -> None:
        """Put a glimpse with the meeting it has most in common with, the earliest among equals, or on its own."""
        best, most, remembered = -1, Points(), []
        for index in sorted(set(self._candidates(glimpse))):
            met = self.met[index]
            if self._are_apart(glimpse, met):
                continue
            value = points(glimpse, met)
            if best < 0 or value.total > most.total:
                best, most = index, value
            if value.total >= ALONE and glimpse.statuses <= MET and not glimpse.days and met.held:
                remembered.append(index)
        joins = self._joins(glimpse, (best, most), remembered)
        if best >= 0 and DOUBTFUL <= most.total < SURE:
            self._doubt(glimpse, self.met[best], most)
        if joins < 0:
            joins = len(self.met)
            self.met.append(Encounter())
        self.met[joins].add(glimpse)
        self._enter(glimpse, joins)

    def _joins(self, glimpse: Glimpse, best: tuple[int, Points], remembered: Sequence[int]) -> int:
        """The meeting that a glimpse joins; -1 for none that is known."""
        if best[0] >= 0 and best[1].total >= ENOUGH:
            return best[0]
        if len(remembered) == 1:
            return remembered[0]
        if glimpse.days and not glimpse.parties and not glimpse.people:
            return self._only_one_of_that_day(glimpse)
        return -1

    def _are_apart(self, glimpse: Glimpse, met: Encounter) -> bool:
        apart = self._apart
        return bool(apart) and any(are_apart(glimpse.accounts, other.accounts, apart) for other in met.glimpses)

    def _doubt(self, glimpse: Glimpse, met: Encounter, told: Points) -> None:
        first = met.glimpses[0].accounts[0]
        self.doubts.append(Doubt(first, glimpse.accounts[0], told.total - ENOUGH, told.traits))

    def _only_one_of_that_day(self, glimpse: Glimpse) -> int:
        """The meeting that something told by its day alone must be: the only one known of that day; -1 for none."""
        days = _ordinals(glimpse)
        that_day = {index for family in glimpse.families for index in self._by_day[family, days[0]]}
        if len(days) > 1 or len(that_day) != 1:
            return -1
        [only] = that_day
        if self._are_apart(glimpse, self.met[only]):
            return -1
        return only if points(glimpse, self.met[only]).total >= ALONE else -1

    def _candidates(self, glimpse: Glimpse) -> Iterator[int]:
        yield from self._by_report[glimpse.report]
        for family in sorted(glimpse.families):
            for day in _ordinals(glimpse, before=1, after=1):
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


def _ordinals(glimpse: Glimpse, before: int = 0, after: int = 0) -> Sequence[int]:
    """The days of a glimpse as numbers, with days before and after them."""
    least, most = timedelta(days=before), timedelta(days=after)
    return sorted(
        {day for start, end in glimpse.days for day in range((start - least).toordinal(), (end + most).toordinal() + 1)}
    )
