"""Formulas over leaves, without negation: what holds goes on holding when more holds."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leaf:
    """Something that holds or does not by itself: a move that somebody can make."""

    name: str


@dataclass(frozen=True, slots=True)
class Head:
    """Something that holds when its formula in the system holds; a head without a formula never does."""

    name: str


@dataclass(frozen=True, slots=True)
class AtLeast:
    """Holds when `number` of its parts hold; all parts: and; one: or; none: always."""

    number: int
    parts: tuple["Formula", ...]


Formula = Leaf | Head | AtLeast

System = Mapping[str, Formula]
"""The formula of each head. Heads may name each other in circles: the least solution counts, in which a circle by
itself brings nothing about."""

ALWAYS = AtLeast(0, ())
NEVER = AtLeast(1, ())


def every(parts: Iterable[Formula]) -> Formula:
    """Holds when all parts hold."""
    given = tuple(parts)
    return given[0] if len(given) == 1 else AtLeast(len(given), given)


def some(parts: Iterable[Formula]) -> Formula:
    """Holds when at least one part holds."""
    given = tuple(parts)
    return given[0] if len(given) == 1 else AtLeast(1, given)


def heads(formula: Formula) -> Iterator[str]:
    """The heads named in a formula, from left to right, each as often as it is named."""
    match formula:
        case Head(name):
            yield name
        case AtLeast(_, parts):
            for part in parts:
                yield from heads(part)


def holds(system: System, goal: str, granted: frozenset[str]) -> bool:
    """Whether a goal holds when these leaves do, by the definition: the least solution, found step by step."""
    return goal in holding(system, granted)


def holding(system: System, granted: frozenset[str]) -> frozenset[str]:
    """Every head that holds when these leaves do, in the least solution."""
    known: set[str] = set()
    while True:
        more = {head for head, formula in system.items() if head not in known and _true(formula, granted, known)}
        if not more:
            return frozenset(known)
        known |= more


def given(system: System, granted: frozenset[str]) -> dict[str, Formula]:
    """What a system still asks for when these leaves hold: heads that then hold always do, and of the others the parts
    that hold are struck. A set of leaves brings a head about in it where the set with `granted` does in `system`."""
    known = holding(system, granted)
    return {head: left(formula, granted, known) for head, formula in system.items()}


def left(formula: Formula, granted: frozenset[str], known: Set[str]) -> Formula:
    """What a formula still asks for when these leaves and these heads hold; ALWAYS where that is nothing."""
    if _true(formula, granted, known):
        return ALWAYS
    if not isinstance(formula, AtLeast):
        return formula
    parts = [part for part in formula.parts if not _true(part, granted, known)]
    there = len(formula.parts) - len(parts)
    return AtLeast(formula.number - there, tuple(left(part, granted, known) for part in parts))


def _true(formula: Formula, granted: frozenset[str], known: Set[str]) -> bool:
    match formula:
        case Leaf(name):
            return name in granted
        case Head(name):
            return name in known
        case AtLeast(number, parts):
            return sum(_true(part, granted, known) for part in parts) >= number
