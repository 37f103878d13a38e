"""Minimal sets against brute force, and against the laws that they obey."""

from collections.abc import Iterator
from itertools import combinations, islice
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.moves import brute_force, tangled
from pourparler.case.logic import formula as formulas
from pourparler.case.logic.formula import ALWAYS, NEVER, Formula, Head, Leaf, every, holds, some
from pourparler.case.logic.solving import circles, listed, minimal_sets, order_of, solve, stopping_sets

RANDOM_SYSTEMS = 1000


@pytest.mark.parametrize("part", range(10))
def test_random_systems_against_brute_force(part: int) -> None:
    random = Random(f"systems {part}")
    circular = 0
    for number in range(RANDOM_SYSTEMS // 10):
        leaves = 15 if number % 50 == 0 else random.randint(1, 9)
        system = tangled(random, leaves, random.randint(1, 7))
        found = minimal_sets(system, "h0")
        assert len(found) == len(set(found))
        assert set(found) == brute_force(system, "h0", order_of(system, "h0"))
        circular += any(len(circle) > 1 for circle in circles(system, "h0"))
    assert circular > RANDOM_SYSTEMS // 40, "too few systems had a circle"


@given(st.integers(0, 10_000))
def test_what_unblocks_and_what_stops_meet(seed: int) -> None:
    """Each set that brings the goal about meets each that stops it; and what stops what stops is what brings about."""
    system = tangled(Random(seed), 7, 4)
    bringing, stopping = minimal_sets(system, "h0"), stopping_sets(system, "h0")
    assert all(one & other for one in bringing for other in stopping)
    leaves = frozenset(order_of(system, "h0"))
    for one in stopping:
        assert not holds(system, "h0", leaves - one)
        assert all(holds(system, "h0", leaves - one | {leaf}) for leaf in one)


def transversals(sets: list[frozenset[str]], leaves: frozenset[str]) -> set[frozenset[str]]:
    """The minimal sets that have a leaf in common with each of some sets, by trying all."""
    found: list[frozenset[str]] = []
    for size in range(len(leaves) + 1):
        for one in map(frozenset, combinations(sorted(leaves), size)):
            if not any(less <= one for less in found) and all(one & other for other in sets):
                found.append(one)
    return set(found)


@given(st.integers(0, 10_000))
def test_what_stops_are_the_minimal_transversals_of_what_brings_about(seed: int) -> None:
    """Duality, both ways round, the sets of each kind complete."""
    system = tangled(Random(seed), 7, 4)
    bringing, stopping = minimal_sets(system, "h0"), stopping_sets(system, "h0")
    leaves = frozenset(order_of(system, "h0"))
    assert set(stopping) == transversals(bringing, leaves)
    assert set(bringing) == transversals(stopping, leaves)


@given(st.integers(0, 10_000))
def test_more_moves_never_hurt(seed: int) -> None:
    random = Random(seed)
    system = tangled(random, 7, 4)
    leaves = order_of(system, "h0")
    granted = frozenset(random.sample(leaves, random.randint(0, len(leaves))))
    if holds(system, "h0", granted):
        assert all(holds(system, "h0", granted | {leaf}) for leaf in leaves)
        assert any(one <= granted for one in minimal_sets(system, "h0"))


@given(st.integers(0, 10_000))
def test_what_is_left_when_some_leaves_hold(seed: int) -> None:
    """The minimal sets of what is left are those of the whole without these leaves, the larger ones struck."""
    random = Random(seed)
    system = tangled(random, 7, 4)
    leaves = order_of(system, "h0")
    granted = frozenset(random.sample(leaves, random.randint(0, len(leaves))))
    rest = formulas.given(system, granted)
    shorter = {one - granted for one in minimal_sets(system, "h0")}
    assert set(minimal_sets(rest, "h0")) == {one for one in shorter if not any(less < one for less in shorter)}
    assert not granted & set(order_of(rest, "h0"))
    assert formulas.holding(system, granted) == {head for head in system if holds(system, head, granted)}


def test_the_ends() -> None:
    assert minimal_sets({"g": ALWAYS}, "g") == [frozenset()]
    assert minimal_sets({"g": NEVER}, "g") == []
    assert minimal_sets({}, "g") == []
    assert stopping_sets({"g": NEVER}, "g") == [frozenset()]
    assert stopping_sets({"g": ALWAYS}, "g") == []


def test_a_circle_by_itself_brings_nothing_about() -> None:
    system = {"a": Head("b"), "b": Head("a")}
    assert minimal_sets(system, "a") == []
    waived = {"a": some([Head("b"), Leaf("waived")]), "b": Head("a")}
    assert minimal_sets(waived, "a") == [frozenset({"waived"})]
    assert circles(waived, "a") == [("a", "b")]


def test_a_long_chain_is_no_trouble() -> None:
    length = 5_000
    system: dict[str, Formula] = {f"h{number}": Head(f"h{number + 1}") for number in range(length)}
    system[f"h{length}"] = Leaf("x")
    assert minimal_sets(system, "h0") == [frozenset({"x"})]


def test_the_largest_set_that_is_asked_for() -> None:
    system = {"g": some([Leaf("a"), every([Leaf("b"), Leaf("c")])])}
    assert minimal_sets(system, "g", largest=1) == [frozenset("a")]


def tree(random: Random, name: str, depth: int, count: Iterator[int]) -> dict[str, Formula]:
    """A fault tree of alternating gates, of which some share leaves."""
    width = random.randint(2, 4)
    parts: list[Formula] = []
    system: dict[str, Formula] = {}
    for number in range(width):
        if depth and random.random() < 0.75:
            system |= tree(random, f"{name}.{number}", depth - 1, count)
            parts.append(Head(f"{name}.{number}"))
        else:
            parts.append(Leaf(f"x{next(count) if random.random() < 0.85 else 0}"))
    system[name] = every(parts) if depth % 2 else some(parts)
    return system


def test_the_smallest_of_more_sets_than_could_be_listed() -> None:
    pairs = 600
    system = {"g": every(some([Leaf(f"a{number}"), Leaf(f"b{number}")]) for number in range(pairs))}
    diagrams, found = solve(system, "g")
    minimal = diagrams.minimal(found)
    assert diagrams.sizes(minimal) == {pairs: 2**pairs}
    assert len(set(islice(diagrams.smallest(minimal), 100))) == 100


@given(st.integers(0, 10_000))
def test_the_smallest_first_are_all(seed: int) -> None:
    diagrams, found = solve(tangled(Random(seed), 8, 5), "h0")
    assert list(diagrams.smallest(diagrams.minimal(found))) == listed(diagrams, found)


def test_sets_are_counted_without_being_made() -> None:
    random = Random("a tree of the size of the classical ones")
    system = tree(random, "top", 6, iter(range(1, 10_000)))
    diagrams, found = solve(system, "top")
    sizes = diagrams.sizes(diagrams.minimal(found))
    few = [size for size in sizes if size <= 4]
    assert sizes.total() > 0
    for size in few:
        assert sum(len(one) == size for one in diagrams.sets(diagrams.minimal(found), size)) == sizes[size]
