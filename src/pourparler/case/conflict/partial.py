"""What is known of a party's preference where not every pair is: known better, known equal, and the rest unknown.

An order *completes* it where it keeps every known pair and holds equal only the states that are known to be equal
(linear extensions, with ties as agreed).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from pourparler.case.conflict.graph import Mask
from pourparler.case.conflict.order import Order
from pourparler.case.conflict.packed import Naming, pack, turned, unpack
from pourparler.core.errors import InputError


@dataclass(frozen=True, slots=True, eq=False)
class Partial:
    """`above[a, b]`: a is known to be better than b. `group[a]`: states known to be equal have the same number.

    `groups[g, h]`: the same of groups.
    """

    above: Mask
    group: NDArray[np.intp]
    groups: Mask

    @property
    def unknown(self) -> int:
        """How many pairs of states are unknown."""
        alike = np.bincount(self.group)
        pairs = len(self.group) ** 2 - int((alike * alike).sum())
        return pairs // 2 - int(np.count_nonzero(self.above))


def close(above: Mask, equal: Mask) -> Partial:
    """What follows from pairs said to be better and pairs said to be equal.

    Raises InputError, naming two states, where one would be better than itself.
    """
    group = _groups(equal)
    parted = int(group.max()) + 1 == len(group)
    closed = _closed(above if parted else _of_groups(above, group))
    circular = np.flatnonzero(closed.diagonal())
    if circular.size:
        one = int(np.flatnonzero(group == circular[0])[0])
        other = int(np.flatnonzero(np.isin(group, circular))[-1])
        raise InputError(
            f"By these statements state {one + 1} would be better than itself (state {other + 1} is in a circle too).",
            "Take back one of them, or state them as two variants.",
        )
    return Partial(closed if parted else closed[np.ix_(group, group)], group, closed)


def completions(partial: Partial) -> Iterator[Order]:
    """Every order that completes it, each once, best groups chosen first; there can be very many."""
    above = partial.groups
    count = len(above)
    if not partial.unknown:
        yield _order(partial, tuple(np.argsort(-above.sum(axis=1)).tolist()))
        return

    def place(left: list[int], ranks: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if not left:
            yield ranks
        for group in left:
            if not above[left, group].any():
                yield from place([other for other in left if other != group], (*ranks, group))

    for chosen in place(list(range(count)), ()):
        yield _order(partial, chosen)


def draw(partial: Partial, generator: Generator) -> Order:
    """One order that completes it, by random keys; any can come, but they are not drawn evenly.

    A group comes after the last key among itself and what is above it; of those that wait for the same key, the one
    with fewer above it is first.
    """
    above = partial.groups
    keys = generator.permutation(len(above)).astype(np.int16) + 1
    last = np.maximum(keys, (above * keys[:, None]).max(axis=0))
    chosen = np.lexsort((keys, above.sum(axis=0), last))
    return _order(partial, tuple(chosen.tolist()))


def _order(partial: Partial, chosen: tuple[int, ...]) -> Order:
    ranks = np.empty(len(chosen), dtype=np.int64)
    ranks[list(chosen)] = np.arange(len(chosen), 0, -1)
    return ranks[partial.group]


def _groups(equal: Mask) -> NDArray[np.intp]:
    """The number of the group of each state, groups numbered by their first state."""
    first = np.arange(len(equal))
    paired = np.flatnonzero(np.count_nonzero(equal, axis=1) - equal.diagonal())
    if paired.size:
        paired = np.union1d(paired, np.flatnonzero(equal[paired].any(axis=0)))
        among = equal[np.ix_(paired, paired)]
        held = _closed(among | among.T | np.eye(paired.size, dtype=np.bool_))
        first[paired] = paired[held.argmax(axis=1)]
    return np.unique(first, return_inverse=True)[1]


def _of_groups(above: Mask, group: NDArray[np.intp]) -> Mask:
    """Which group has a state above one of which group."""
    order = np.argsort(group, kind="stable")
    begins = np.searchsorted(group[order], np.arange(int(group.max()) + 1))
    rows = np.bitwise_or.reduceat(pack(above)[order], begins, axis=0)
    below = turned(rows, len(group))[order]
    return unpack(np.bitwise_or.reduceat(below, begins, axis=0), begins.size).T


def _closed(pairs: Mask) -> Mask:
    """The transitive closure: what leads on from what a pair leads to, in steps that double."""
    rows = pack(pairs)
    while True:
        more = rows | Naming(rows).unite(rows)
        if np.array_equal(more, rows):
            return unpack(rows, len(pairs))
        rows = more
