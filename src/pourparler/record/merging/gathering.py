"""Gathering what is told of one entry: each part joins the entry that its traits speak for most.

A part is what one report tells of one entry. Two parts are compared by named traits, each with a weight; traits that
cannot be of one entry give None. The parts come in the order of the reports, so the order of arrival does not show.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from typing import TypeVar

from pourparler.record.merging.weights import ENOUGH, Weights

P = TypeVar("P")

Compare = Callable[[P, P], Collection[str] | None]

LIKELY = 12
"""Entries that a part is compared with: those that share most marks with it."""

FIRST, LAST = 3, 5
"""Parts of an entry that another is compared with: the first and the last told."""

STOCK = 200
"""Entries under one mark above which it is looked up only for want of another: it tells too little."""


def gather(
    parts: Sequence[P], marks: Callable[[P], Iterable[Hashable]], compare: Compare[P], weights: Weights
) -> list[list[P]]:
    """The parts of each entry, in the order of the parts; only those that share a mark are compared."""
    entries: list[list[P]] = []
    shelf: dict[Hashable, list[int]] = defaultdict(list)
    for part in parts:
        mine = list(dict.fromkeys(marks(part)))
        shared = Counter(index for mark in mine for index in shelf[mark][-STOCK:])
        likely = sorted(shared, key=lambda index: (-shared[index], -index))[:LIKELY]
        scores = [(_score(part, entries[index], compare, weights), -index) for index in likely]
        best, place = max(scores, default=(ENOUGH, 0))
        if best > ENOUGH:
            index = -place
            entries[index].append(part)
        else:
            index = len(entries)
            entries.append([part])
        for mark in mine:
            if not shelf[mark] or shelf[mark][-1] != index:
                shelf[mark].append(index)
    return entries


def _score(part: P, entry: Sequence[P], compare: Compare[P], weights: Weights) -> float:
    """Half the best and half the average score of a part with those of an entry; far below where most cannot be."""
    told = entry if len(entry) <= FIRST + LAST else [*entry[:FIRST], *entry[-LAST:]]
    found = [compare(part, other) for other in told]
    scores = [weights.score(traits) for traits in found if traits is not None]
    if 2 * len(scores) <= len(told):
        return float("-inf")
    return (max(scores) + sum(scores) / len(scores)) / 2
