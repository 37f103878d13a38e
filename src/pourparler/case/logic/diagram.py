"""Binary decision diagrams: a formula as a graph of choices, and its minimal sets as another.

Bryant 1986 gives the diagrams, Rauzy 1993 ("New algorithms for fault trees analysis") the minimal sets: those of the
branch where a leaf does not hold, and those of the branch where it does unless one of the former is part of them.
Formulas are without negation, so the low branch of a diagram always implies its high one.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence

FALSE, TRUE = 0, 1
_FRAMES = 4
"""Frames of recursion that a leaf may take; Python's own limit is raised where there are many leaves."""
END = 1 << 60
"""The level of the two ends, below that of every leaf."""


class Tangled(Exception):
    """A formula whose diagrams have more nodes than they may."""


class Diagrams:
    """Diagrams over leaves in one order; each is a number, and equal formulas have equal numbers."""

    def __init__(self, order: Sequence[str], most: int | None = None) -> None:
        """Diagrams over the leaves of `order`, the first tested first; whatever makes more than `most` nodes raises
        Tangled."""
        self._most = most
        self.order = tuple(order)
        if sys.getrecursionlimit() < _FRAMES * len(self.order):  # walks go as deep as there are leaves
            sys.setrecursionlimit(_FRAMES * len(self.order))
        self._level = {name: place for place, name in enumerate(self.order)}
        self._nodes: list[tuple[int, int, int]] = [(END, FALSE, FALSE), (END, TRUE, TRUE)]
        self._numbers: dict[tuple[int, int, int], int] = {}
        self._joined: dict[tuple[bool, int, int], int] = {}
        self._dual: dict[int, int] = {}
        self._minimal: dict[int, int] = {}
        self._lacking: dict[tuple[int, int], int] = {}

    def leaf(self, name: str) -> int:
        """The diagram of one leaf; raises KeyError for a leaf that is not in the order."""
        return self._node(self._level[name], TRUE, FALSE)

    def both(self, one: int, other: int) -> int:
        """Where both hold."""
        return self._join(True, one, other)

    def either(self, one: int, other: int) -> int:
        """Where at least one holds."""
        return self._join(False, one, other)

    def at_least(self, number: int, parts: Sequence[int]) -> int:
        """Where at least `number` of these hold."""
        if number <= 0:
            return TRUE
        if number in (1, len(parts)):  # one or all, from the last: what comes first in the order is then put on top
            join, joined = (self.either, FALSE) if number == 1 else (self.both, TRUE)
            for part in reversed(parts):
                joined = join(part, joined)
            return joined
        counted = [TRUE] + [FALSE] * number  # counted[k]: at least k of the parts seen so far
        for part in parts:
            for k in range(number, 0, -1):
                counted[k] = self.either(counted[k], self.both(part, counted[k - 1]))
        return counted[number]

    def dual(self, diagram: int) -> int:
        """What stops a diagram: it holds of the leaves that are stopped where the diagram fails without them."""
        if diagram in (FALSE, TRUE):
            return TRUE - diagram
        found = self._dual.get(diagram)
        if found is None:
            level, high, low = self._nodes[diagram]
            found = self._dual[diagram] = self._node(level, self.dual(low), self.dual(high))
        return found

    def minimal(self, diagram: int) -> int:
        """The minimal sets of a diagram, as a diagram of sets: a leaf is in the set on the high branch."""
        if diagram in (FALSE, TRUE):
            return diagram
        found = self._minimal.get(diagram)
        if found is None:
            level, high, low = self._nodes[diagram]
            fewer = self.minimal(low)
            found = self._minimal[diagram] = self._sets(level, self._lack(self.minimal(high), fewer), fewer)
        return found

    def sizes(self, sets: int) -> Counter[int]:
        """How many sets there are of each size, without making them."""
        return self._counted(sets)[sets]

    def smallest(self, sets: int) -> Iterator[frozenset[str]]:
        """The sets one by one, the smaller first, then in the order of the leaves; however many there are, the first
        come at once."""
        counted = self._counted(sets)

        def walk(node: int, left: int, taken: tuple[str, ...]) -> Iterator[frozenset[str]]:
            if node == TRUE:
                yield frozenset(taken)
            elif counted[node][left]:
                level, high, low = self._nodes[node]
                if left and counted[high][left - 1]:
                    yield from walk(high, left - 1, (*taken, self.order[level]))
                if counted[low][left]:
                    yield from walk(low, left, taken)

        for size in sorted(counted[sets]):
            yield from walk(sets, size, ())

    def sets(self, sets: int, largest: int | None = None) -> Iterator[frozenset[str]]:
        """The sets themselves, of at most `largest` leaves where that is given, in the order of the leaves."""

        def walk(node: int, taken: tuple[str, ...]) -> Iterator[frozenset[str]]:
            if node == TRUE:
                yield frozenset(taken)
            elif node != FALSE:
                level, high, low = self._nodes[node]
                if largest is None or len(taken) < largest:
                    yield from walk(high, (*taken, self.order[level]))
                yield from walk(low, taken)

        return walk(sets, ())

    def _counted(self, sets: int) -> dict[int, Counter[int]]:
        """For every node below, how many sets of each size it has."""
        known: dict[int, Counter[int]] = {FALSE: Counter(), TRUE: Counter({0: 1})}

        def count(node: int) -> Counter[int]:
            if node not in known:
                _, high, low = self._nodes[node]
                more = Counter({size + 1: number for size, number in count(high).items()})
                known[node] = more + count(low)
            return known[node]

        count(sets)
        return known

    def _node(self, level: int, high: int, low: int) -> int:
        """A choice: `high` where the leaf of a level holds, `low` where it does not."""
        return low if high == low else self._made(level, high, low)

    def _sets(self, level: int, high: int, low: int) -> int:
        """Sets: those of `high` with the leaf of a level, and those of `low`."""
        return low if high == FALSE else self._made(level, high, low)

    def _made(self, level: int, high: int, low: int) -> int:
        key = (level, high, low)
        found = self._numbers.get(key)
        if found is None:
            if self._most is not None and len(self._nodes) >= self._most:
                raise Tangled
            found = self._numbers[key] = len(self._nodes)
            self._nodes.append(key)
        return found

    def _join(self, both: bool, one: int, other: int) -> int:
        weak, strong = (TRUE, FALSE) if both else (FALSE, TRUE)
        if one in (other, strong) or other == weak:
            return one
        if one == weak or other == strong:
            return other
        key = (both, one, other) if one < other else (both, other, one)
        found = self._joined.get(key)
        if found is None:
            level, high, low = self._nodes[one]
            beside, high_too, low_too = self._nodes[other]
            if level < beside:
                high_too = low_too = other
            elif beside < level:
                level, high, low = beside, one, one
            found = self._node(level, self._join(both, high, high_too), self._join(both, low, low_too))
            self._joined[key] = found
        return found

    def _lack(self, sets: int, others: int) -> int:
        """The sets of which none of the others is a part."""
        if FALSE in (sets, others):
            return sets
        if others == TRUE:
            return FALSE
        if sets == TRUE:
            return FALSE if self._has_empty(others) else TRUE
        found = self._lacking.get((sets, others))
        if found is None:
            level, high, low = self._nodes[sets]
            beside, more, fewer = self._nodes[others]
            if beside < level:
                found = self._lack(sets, fewer)
            elif level < beside:
                found = self._sets(level, self._lack(high, others), self._lack(low, others))
            else:
                found = self._sets(level, self._lack(self._lack(high, more), fewer), self._lack(low, fewer))
            self._lacking[sets, others] = found
        return found

    def _has_empty(self, sets: int) -> bool:
        """True when the empty set is one of these."""
        while sets not in (FALSE, TRUE):
            sets = self._nodes[sets][2]
        return sets == TRUE
