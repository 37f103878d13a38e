"""Formulas over leaves, without negation: what holds goes on holding when more holds."""

from collections.abc import Iterable, Iterator, Mapping
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
    known: set[str] = set()
    while True:
        more = {head for head, formula in system.items() if head not in known and _true(formula, granted, known)}
        if not more:
            return goal in known
        known |= more


def _true(formula: Formula, granted: frozenset[str], known: set[str]) -> bool:
    match formula:
        case Leaf(name):
            return name in granted
        case Head(name):
            return name in known
        case AtLeast(number, parts):
            return sum(_true(part, granted, known) for part in parts) >= number
