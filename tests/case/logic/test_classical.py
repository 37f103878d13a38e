"""Minimal sets in tens of thousands, from drawn trees of the size of the classical ones: counts and samples."""

from itertools import combinations
from random import Random

import pytest

from bench.moves import SHAPES, Shape, drawn
from pourparler.case.logic.formula import heads, holds
from pourparler.case.logic.solving import listed, solve

COUNTS = {"small": 6_322, "classical": 55_243}
SAMPLE = 40


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_every_set_is_listed_once_and_is_minimal(shape: Shape) -> None:
    system = drawn(shape)
    diagrams, found = solve(system, "g0")
    sizes = diagrams.sizes(diagrams.minimal(found))
    sets = listed(diagrams, found)
    assert sizes.total() == len(sets) == len(set(sets)) == COUNTS[shape.name]
    assert [len(one) for one in sets] == sorted(len(one) for one in sets)
    sample = Random(shape.name).sample(sets, SAMPLE)
    for one in sample:
        assert holds(system, "g0", one)
        assert not any(holds(system, "g0", one - {leaf}) for leaf in one)
    assert not any(one < other or other < one for one, other in combinations(sample, 2))


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_what_stops_stops_and_its_dual_is_what_brings_about(shape: Shape) -> None:
    diagrams, found = solve(drawn(shape), "g0")
    stopping = diagrams.dual(found)
    assert diagrams.dual(stopping) == found
    few = listed(diagrams, stopping, largest=min(diagrams.sizes(diagrams.minimal(stopping))))
    everything = frozenset(diagrams.order)
    assert few and not any(holds(drawn(shape), "g0", everything - one) for one in few)


def test_the_larger_tree_is_of_the_size_of_the_classical_ones() -> None:
    _, shape = SHAPES
    system = drawn(shape)
    assert (len(system), shape.leaves) == (84, 61)
    assert len({name for formula in system.values() for name in heads(formula)}) == 83
    assert COUNTS[shape.name] >= 46_000
