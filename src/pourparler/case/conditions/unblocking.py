"""Which moves would leave nothing standing before a goal, and which keep it blocked while they are not made."""

from collections import Counter
from dataclasses import dataclass
from itertools import islice

from pourparler.case.conditions.formulas import system_of
from pourparler.case.conditions.graph import Graph
from pourparler.case.conditions.requirement import Goal, Move
from pourparler.case.conditions.why import goal_of
from pourparler.case.logic.formula import System, given
from pourparler.case.logic.solving import solve

NO_MOVES: frozenset[str] = frozenset()

MOST_SETS = 100
"""Sets that an answer lists at most unless more are asked for; the rest is counted."""


@dataclass(frozen=True, slots=True)
class MoveSet:
    """Moves that together do it, none of them to spare; `parties` hold them, all that can for each."""

    moves: tuple[Move, ...]

    @property
    def parties(self) -> tuple[str, ...]:
        """Every party that holds one of the moves, by name."""
        return tuple(sorted({party for move in self.moves for party in move.by}))


@dataclass(frozen=True, slots=True)
class Sets:
    """The minimal sets for a goal, the smallest first. `total` counts all, `rest` those not listed, and `sizes` pairs a
    number of moves with how many sets have so many. `requirements` are the ids of the conditions whose moves are in
    them. `free` is True where nothing stands before the goal: no move is asked for."""

    goal: Goal
    sets: tuple[MoveSet, ...]
    total: int
    sizes: tuple[tuple[int, int], ...]
    requirements: tuple[str, ...]
    free: bool

    @property
    def rest(self) -> int:
        """How many sets there are beside those listed."""
        return self.total - len(self.sets)


def unblock(graph: Graph, goal: str, most: int = MOST_SETS, made: frozenset[str] = NO_MOVES) -> Sets:
    """All minimal sets of moves after which nothing known stands before a goal (an id, or a phrase of an issue); with
    `made`, the ids of moves, those that it then takes beside these.

    A set says what would clear the conditions that the record tells of, by public statements; not that anybody will
    make the moves, nor that the goal then comes about. Raises InputError where there is no such goal.
    """
    return _answer(graph, _system(graph, made), goal_of(graph, goal), False, most)


def block(graph: Graph, goal: str, most: int = MOST_SETS, made: frozenset[str] = NO_MOVES) -> Sets:
    """All minimal sets of moves that keep a goal blocked while none of them is made, with `made` of those that then
    still matter; raises as `unblock`."""
    return _answer(graph, _system(graph, made), goal_of(graph, goal), True, most)


def _system(graph: Graph, made: frozenset[str]) -> System:
    system = system_of(graph)
    return given(system, made) if made else system


def _answer(graph: Graph, system: System, goal: Goal, stopping: bool, most: int) -> Sets:
    diagrams, found = solve(system, goal.id)
    free = diagrams.sizes(diagrams.minimal(found)) == Counter({0: 1})
    found = diagrams.dual(found) if stopping else found
    sizes = diagrams.sizes(diagrams.minimal(found))
    moves = graph.moves()
    first = islice(diagrams.smallest(diagrams.minimal(found)), most)
    sets = tuple(MoveSet(tuple(sorted((moves[one] for one in each), key=lambda move: move.id))) for each in first)
    asked = set(diagrams.order)
    requirements = tuple(
        one.id
        for one in graph.requirements
        if one.waive.id in asked or any(part.grant.id in asked for part in one.parts)
    )
    return Sets(goal, sets, sizes.total(), tuple(sorted(sizes.items())), requirements, free)
