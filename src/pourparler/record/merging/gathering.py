"""Gathering what is told of one entry: each part joins the entry that its traits speak for most.

A part is what one report tells of one entry. Two parts are compared by named traits, each with a weight; traits that
cannot be of one entry give None. The parts come in the order of the reports, so the order of arrival does not show.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Generic, Protocol, TypeVar

from pourparler.core.account import Account
from pourparler.record.merging.grouping import Apart, Doubt, Grouped, are_apart
from pourparler.record.merging.weights import DOUBTFUL, ENOUGH, SURE, Weights

LIKELY = 12
"""Entries that a part is compared with: those that share most marks with it."""

FIRST, LAST = 3, 5
"""Parts of an entry that another is compared with: the first and the last told."""

STOCK = 200
"""Entries under one mark above which it is looked up only for want of another: it tells too little."""

NEVER = float("-inf")


class Part(Protocol):
    """What one report tells of one entry."""

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts that it was made of."""
        ...


P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Rule(Generic[P]):
    """How parts of one kind are told to be of one entry: under what they are looked up, and what speaks for it."""

    marks: Callable[[P], Iterable[Hashable]]
    compare: Callable[[P, P], Collection[str] | None]
    weights: Weights

    def score(self, one: P, other: P) -> float:
        """The logarithm of the odds that two parts are of one entry; NEVER where they cannot be."""
        traits = self.compare(one, other)
        return NEVER if traits is None else self.weights.score(traits)

    def near(self, one: P, other: P) -> bool:
        """True when two parts are of one entry, or a person would be asked."""
        return self.score(one, other) > DOUBTFUL


@dataclass(slots=True)
class _Shelf(Generic[P]):
    """The entries found so far, looked up by their marks."""

    entries: list[list[P]] = field(default_factory=list)
    by_mark: defaultdict[Hashable, dict[int, None]] = field(default_factory=lambda: defaultdict(dict))
    """Under each mark the entries, that which was told last at the end."""

    def likely(self, marks: Sequence[Hashable]) -> list[int]:
        """The entries that share most marks; the latest among equals."""
        shared = Counter(index for mark in marks for index in islice(reversed(self.by_mark[mark]), STOCK))
        return sorted(shared, key=lambda index: (-shared[index], -index))[:LIKELY]

    def put(self, part: P, index: int, marks: Sequence[Hashable]) -> None:
        """Put a part to an entry; one more than there are begins a new one."""
        if index == len(self.entries):
            self.entries.append([])
        self.entries[index].append(part)
        for mark in marks:
            self.by_mark[mark].pop(index, None)
            self.by_mark[mark][index] = None


def gather(parts: Sequence[P], rule: Rule[P], apart: Apart) -> Grouped[P]:
    """The parts of each entry, in the order of the parts; only those that share a mark are compared.

    No entry has two accounts that are `apart`.
    """
    shelf = _Shelf[P]()
    doubts: list[Doubt] = []
    for part in parts:
        marks = list(dict.fromkeys(rule.marks(part)))
        scores = [(_score(part, shelf.entries[index], rule, apart), -index) for index in shelf.likely(marks)]
        best, place = max(scores, default=(NEVER, 0))
        if DOUBTFUL < best < SURE:
            doubts.append(_doubt(part, shelf.entries[-place], best, rule))
        shelf.put(part, -place if best > ENOUGH else len(shelf.entries), marks)
    return Grouped(shelf.entries, doubts)


def _score(part: P, entry: Sequence[P], rule: Rule[P], apart: Apart) -> float:
    """Half the best and half the average score of a part with those of an entry; far below where most cannot be."""
    if apart and any(are_apart(part.accounts, other.accounts, apart) for other in entry):
        return NEVER
    told = entry if len(entry) <= FIRST + LAST else [*entry[:FIRST], *entry[-LAST:]]
    scores = [score for other in told if (score := rule.score(part, other)) != NEVER]
    if 2 * len(scores) <= len(told):
        return NEVER
    return (max(scores) + sum(scores) / len(scores)) / 2


def _doubt(part: P, entry: Sequence[P], score: float, rule: Rule[P]) -> Doubt:
    """What a person would be asked of a part and an entry: the two that are most alike, and why."""
    other = max(entry, key=lambda each: rule.score(part, each))
    traits = rule.compare(part, other) or ()
    return Doubt(other.accounts[0], part.accounts[0], score - ENOUGH, tuple(traits))
