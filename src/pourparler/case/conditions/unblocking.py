"""Which moves would leave nothing standing before a goal, and which keep it blocked while they are not made."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from pourparler.case.conditions.formulas import system_of
from pourparler.case.conditions.graph import Graph
from pourparler.case.conditions.requirement import Goal, Move, Requirement
from pourparler.case.conditions.why import goal_of
from pourparler.case.logic.diagram import Diagrams, Tangled
from pourparler.case.logic.formula import System, given, holding
from pourparler.case.logic.solving import order_of, solve

MOST_NODES = 200_000
"""Nodes of diagrams up to which a goal is solved: about a second. The larger of the systems that bench/moves solves, 61
moves with 55,243 minimal sets, takes fewer."""

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
    them. `free` is True where nothing stands before the goal: no move is asked for. Where the goal is `tangled` with
    others in so many ways that its sets cannot be found, `sets` are some of them, and `total` counts these."""

    goal: Goal
    sets: tuple[MoveSet, ...]
    total: int
    sizes: tuple[tuple[int, int], ...]
    requirements: tuple[str, ...]
    free: bool
    tangled: bool = False

    @property
    def rest(self) -> int:
        """How many sets there are beside those listed."""
        return self.total - len(self.sets)


def unblock(
    graph: Graph, goal: str, most: int = MOST_SETS, made: frozenset[str] = NO_MOVES, nodes: int = MOST_NODES
) -> Sets:
    """All minimal sets of moves after which nothing known stands before a goal (an id, or a phrase of an issue); with
    `made`, the ids of moves, those that it then takes beside these. Diagrams of more than `nodes` nodes are given up.

    A set says what would clear the conditions that the record tells of, by public statements; not that anybody will
    make the moves, nor that the goal then comes about. Raises InputError where there is no such goal.
    """
    asked, system = goal_of(graph, goal), _system(graph, made)
    try:
        return _answer(graph, asked, solve(system, asked.id, most=nodes), False, most)
    except Tangled:
        waived = tuple(sorted((one.waive for one in _own(graph, system, asked.id)), key=lambda move: move.id))
        free = asked.id in holding(system, NO_MOVES)
        return _few(graph, asked, order_of(system, asked.id), (MoveSet(() if free else waived),), free)


def block(
    graph: Graph, goal: str, most: int = MOST_SETS, made: frozenset[str] = NO_MOVES, nodes: int = MOST_NODES
) -> Sets:
    """All minimal sets of moves that keep a goal blocked while none of them is made, with `made` of those that then
    still matter; gives up and raises as `unblock`."""
    asked, system = goal_of(graph, goal), _system(graph, made)
    try:
        return _answer(graph, asked, solve(system, asked.id, most=nodes), True, most)
    except Tangled:
        leaves = frozenset(order_of(system, asked.id))
        found = dict.fromkeys(_stopping(one, leaves) for one in _own(graph, system, asked.id))
        sets = tuple(one for one in found if _is_stopping(system, asked.id, leaves, one))
        return _few(graph, asked, leaves, sets, False)


def _system(graph: Graph, made: frozenset[str]) -> System:
    system = system_of(graph)
    return given(system, made) if made else system


def _answer(graph: Graph, goal: Goal, solved: tuple[Diagrams, int], stopping: bool, most: int) -> Sets:
    diagrams, found = solved
    free = diagrams.sizes(diagrams.minimal(found)) == Counter({0: 1})
    found = diagrams.dual(found) if stopping else found
    sizes = diagrams.sizes(diagrams.minimal(found))
    moves = graph.moves()
    first = islice(diagrams.smallest(diagrams.minimal(found)), most)
    sets = tuple(MoveSet(tuple(sorted((moves[one] for one in each), key=lambda move: move.id))) for each in first)
    asked = _concerned(graph, set(diagrams.order))
    return Sets(goal, sets, sizes.total(), tuple(sorted(sizes.items())), asked, free)


def _concerned(graph: Graph, moves: set[str]) -> tuple[str, ...]:
    """The ids of the requirements that these moves are about."""
    return tuple(
        one.id
        for one in graph.requirements
        if one.waive.id in moves or any(part.grant.id in moves for part in one.parts)
    )


def _few(graph: Graph, goal: Goal, moves: Iterable[str], sets: tuple[MoveSet, ...], free: bool) -> Sets:
    """What can be told of a goal whose sets are too many: these, each of them minimal."""
    sizes = Counter(len(one.moves) for one in sets)
    concerned = _concerned(graph, set(moves))
    return Sets(goal, sets, len(sets), tuple(sorted(sizes.items())), concerned, free, True)


def _own(graph: Graph, system: System, goal: str) -> tuple[Requirement, ...]:
    """The requirements on a goal and on its instruments that still stand: in waiving them all none is to spare."""
    asked = set(order_of(system, goal))
    heads = (goal, *graph.below.get(goal, ()))
    return tuple(one for head in heads for one in graph.before(head) if one.waive.id in asked)


def _stopping(one: Requirement, leaves: frozenset[str]) -> MoveSet:
    """The moves without which one requirement may stand: the waiver, and so many grants that the others are too few."""
    grants = {part.grant.id: part.grant for part in one.parts if part.grant.id in leaves}
    kept = list(grants.values())[: max(1, len(one.parts) - one.number + 1)]
    return MoveSet(tuple(sorted((one.waive, *kept), key=lambda move: move.id)))


def _is_stopping(system: System, goal: str, leaves: frozenset[str], one: MoveSet) -> bool:
    """True where a goal cannot hold without these moves, whatever else is made, and can with any one of them."""
    unmade = {move.id for move in one.moves}
    return goal not in holding(system, leaves - unmade) and all(
        goal in holding(system, leaves - unmade | {each}) for each in unmade
    )
