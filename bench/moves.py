"""Minimal sets of moves: how many generated trees of the size of the classical ones have, the CPU seconds, and how many
small systems agree with a brute force.

The fault trees that papers on minimal sets measure on have 61 leaves and 84 gates and 46,188 sets, or are smaller. The
ones here are drawn, not rebuilt: of the same size, with gates and leaves that many others share.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random
from time import process_time

from pourparler.case.logic.formula import AtLeast, Formula, Head, Leaf, System, holds
from pourparler.case.logic.solving import circles, listed, minimal_sets, order_of, solve

_NEAR, _SHARED, _SOME, _REACH = 12, 0.2, 0.1, 8
"""How far up a gate is hung, how often below a second one, how often two of its parts are enough, and how far along
the leaves it reaches."""

BAR_SECONDS = 2.0
"""CPU seconds that the larger tree may take, from the formulas to the list of all sets."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a drawn system is like: `seed` makes it the same everywhere."""

    name: str
    leaves: int
    gates: int
    seed: int


SHAPES = (Shape("small", 40, 50, 864), Shape("classical", 61, 84, 372))
"""The first drawn of their size that have 5,000 and 46,000 sets and not many more: 6,322 and 55,243."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures of one shape: CPU seconds of solving and of listing, and the sets by their size."""

    shape: Shape
    sets: int
    largest: int
    solving: float
    listing: float

    @property
    def seconds(self) -> float:
        """Seconds of both."""
        return self.solving + self.listing


def drawn(shape: Shape) -> dict[str, Formula]:
    """A system of gates named g0 (the goal) on, by turns of all and of one, some of two; each gate is below one or two
    earlier ones, and every leaf below several gates."""
    random = Random(f"moves {shape.leaves} {shape.gates} {shape.seed}")
    depth, below = [0], defaultdict[int, list[Formula]](list)
    for gate in range(1, shape.gates):
        above = random.randrange(max(0, gate - _NEAR), gate)
        depth.append(depth[above] + 1)
        below[above].append(Head(f"g{gate}"))
        other = random.randrange(max(0, gate - _NEAR), gate)
        if other != above and random.random() < _SHARED:
            below[other].append(Head(f"g{gate}"))
    system: dict[str, Formula] = {}
    for gate in range(shape.gates):
        one_is_enough = depth[gate] % 2 == 1
        wanted = random.randint(1, 2) if one_is_enough else max(0, 2 - len(below[gate]))
        place = gate * shape.leaves // shape.gates
        near = range(max(0, place - _REACH), min(shape.leaves, place + _REACH))
        parts = [*below[gate], *(Leaf(f"x{leaf}") for leaf in random.sample(near, wanted))]
        least = 2 if random.random() < _SOME else 1 if one_is_enough else len(parts)
        system[f"g{gate}"] = AtLeast(min(least, len(parts)), tuple(parts))
    return system


def measure(shape: Shape) -> Measured:
    """Solve a drawn system and list all its minimal sets."""
    system = drawn(shape)
    begin = process_time()
    diagrams, found = solve(system, "g0")
    minimal = diagrams.minimal(found)
    sizes = diagrams.sizes(minimal)
    solved = process_time()
    listed(diagrams, found)
    done = process_time()
    return Measured(shape, sizes.total(), max(sizes, default=0), solved - begin, done - solved)


TANGLED = 100
"""Systems that are checked against the brute force here; the tests check ten times as many."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of so many drawn systems, how many have heads that rest on each other, and how many agree with brute force."""

    systems: int
    circular: int
    agreed: int


def tangled(random: Random, leaves: int, heads: int) -> dict[str, Formula]:
    """A system of heads h0 (the goal) on in which any may rest on any other, so that circles are common."""
    names = [f"h{number}" for number in range(heads)]
    everything: list[Formula] = [*(Leaf(f"x{number}") for number in range(leaves)), *map(Head, names)]

    def formula(depth: int) -> Formula:
        parts = [
            formula(depth - 1) if depth and random.random() < 0.3 else random.choice(everything)
            for _ in range(random.randint(1, 4))
        ]
        return AtLeast(random.randint(1, len(parts)), tuple(parts))

    return {name: formula(2) for name in names}


def brute_force(system: System, goal: str, leaves: Sequence[str]) -> set[frozenset[str]]:
    """The minimal sets by trying all, the smaller first, each by the definition of the least solution."""
    found: list[frozenset[str]] = []
    for size in range(len(leaves) + 1):
        for one in map(frozenset, combinations(leaves, size)):
            if not any(less <= one for less in found) and holds(system, goal, one):
                found.append(one)
    return set(found)


def compare(systems: int = TANGLED) -> Agreement:
    """Solve drawn systems of up to 15 leaves both ways."""
    random = Random("moves, by brute force")
    circular = agreed = 0
    for number in range(systems):
        system = tangled(random, 15 if number % 50 == 0 else random.randint(1, 9), random.randint(1, 7))
        found = minimal_sets(system, "h0")
        agreed += len(found) == len(set(found)) and set(found) == brute_force(system, "h0", order_of(system, "h0"))
        circular += any(len(circle) > 1 for circle in circles(system, "h0"))
    return Agreement(systems, circular, agreed)


def floor_figures() -> tuple[dict[str, float], Path]:
    """What is pinned: how many sets each tree has, and the share of small systems that agree; drawn by this file."""
    compared = compare()
    figures = {f"{shape.name} sets": float(measure(shape).sets) for shape in SHAPES}
    return figures | {"agrees with brute force": compared.agreed / compared.systems}, Path(__file__)


def report(measured: list[Measured], compared: Agreement) -> str:
    """The figures as a table, whether the larger tree keeps to the bar, and the agreement."""
    lines = [f"{'tree':<12} {'leaves':>6} {'gates':>6} {'sets':>8} {'largest':>8} {'solve s':>8} {'list s':>8}"]
    for one in measured:
        lines.append(
            f"{one.shape.name:<12} {one.shape.leaves:>6} {one.shape.gates:>6} {one.sets:>8,} {one.largest:>8} "
            f"{one.solving:>8.2f} {one.listing:>8.2f}"
        )
    slowest = max(one.seconds for one in measured)
    lines.append(f"bar: {BAR_SECONDS:g} s of CPU; the slowest took {slowest:.2f} s")
    lines.append(
        f"brute force: {compared.agreed} of {compared.systems} systems of up to 15 leaves agree, "
        f"{compared.circular} of them with heads that rest on each other"
    )
    return "\n".join(lines)
