"""Which moves would leave nothing standing before a goal, and which keep it blocked while they are not made."""

from collections import Counter
from collections.abc import Set
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


@dataclass(frozen=True, slots=True)
class Solved:
    """A goal worked out once, for `unblock` and `block` of it alike; `solution` is None where it is tangled."""

    graph: Graph
    goal: Goal
    system: System
    solution: tuple[Diagrams, int] | None

    def clearing(self, most: int = MOST_SETS) -> Sets:
        """The minimal sets of moves that clear it; see `unblock`."""
        found = self._answer(False, most)
        if found is not None:
            return found
        waived = tuple(sorted((one.waive for one in self._own()), key=lambda move: move.id))
        free = self.goal.id in holding(self.system, NO_MOVES)
        return self._few((MoveSet(() if free else waived),), free)

    def stopping(self, most: int = MOST_SETS) -> Sets:
        """The minimal sets of moves that keep it blocked while unmade; see `block`."""
        found = self._answer(True, most)
        if found is not None:
            return found
        leaves = self._moves()
        told = dict.fromkeys(_stopping(one, leaves) for one in self._own())
        return self._few(tuple(one for one in told if _is_stopping(self.system, self.goal.id, leaves, one)), False)

    def _answer(self, stopping: bool, most: int) -> Sets | None:
        """The sets, where the diagrams do not take too many nodes."""
        if self.solution is None:
            return None
        diagrams, found = self.solution
        try:
            free = diagrams.sizes(diagrams.minimal(found)) == Counter({0: 1})
            minimal = diagrams.minimal(diagrams.dual(found) if stopping else found)
        except Tangled:
            return None
        sizes = diagrams.sizes(minimal)
        first = islice(diagrams.smallest(minimal), most)
        moves = self.graph.moves
        sets = tuple(MoveSet(tuple(sorted((moves[one] for one in each), key=lambda move: move.id))) for each in first)
        asked = _concerned(self.graph, set(diagrams.order))
        return Sets(self.goal, sets, sizes.total(), tuple(sorted(sizes.items())), asked, free)

    def _few(self, sets: tuple[MoveSet, ...], free: bool) -> Sets:
        """What can be told of a goal whose sets are too many: these, each of them minimal."""
        sizes = Counter(len(one.moves) for one in sets)
        concerned = _concerned(self.graph, self._moves())
        return Sets(self.goal, sets, len(sets), tuple(sorted(sizes.items())), concerned, free, True)

    def _moves(self) -> frozenset[str]:
        """The ids of the moves that the goal rests on."""
        return frozenset(order_of(self.system, self.goal.id))

    def _own(self) -> tuple[Requirement, ...]:
        """The requirements on the goal and on its instruments that still stand: in waiving them all none is to
        spare."""
        asked = self._moves()
        heads = (self.goal.id, *self.graph.below.get(self.goal.id, ()))
        return tuple(one for head in heads for one in self.graph.before(head) if one.waive.id in asked)


def solved(graph: Graph, goal: str, made: frozenset[str] = NO_MOVES, nodes: int = MOST_NODES) -> Solved:
    """A goal with what `unblock` and `block` are told from, for who asks both; takes and raises what they do."""
    asked = goal_of(graph, goal)
    system: System = system_of(graph, asked.id)
    system = given(system, made) if made else system
    tried = (asked.id, made, nodes)
    if tried not in graph.given_up:
        try:
            return Solved(graph, asked, system, solve(system, asked.id, most=nodes))
        except Tangled:
            graph.given_up.add(tried)
    return Solved(graph, asked, system, None)


def unblock(
    graph: Graph, goal: str, most: int = MOST_SETS, made: frozenset[str] = NO_MOVES, nodes: int = MOST_NODES
) -> Sets:
    """All minimal sets of moves after which nothing known stands before a goal (an id, or a phrase of an issue); with
    `made`, the ids of moves, those that it then takes beside these. Diagrams of more than `nodes` nodes are given up.

    A set says what would clear the conditions that the record tells of, by public statements; not that anybody will
    make the moves, nor that the goal then comes about. Raises InputError where there is no such goal.
    """
    return solved(graph, goal, made, nodes).clearing(most)


def block(
    graph: Graph, goal: str, most: int = MOST_SETS, made: frozenset[str] = NO_MOVES, nodes: int = MOST_NODES
) -> Sets:
    """All minimal sets of moves that keep a goal blocked while none of them is made, with `made` of those that then
    still matter; gives up and raises as `unblock`."""
    return solved(graph, goal, made, nodes).stopping(most)


def _concerned(graph: Graph, moves: Set[str]) -> tuple[str, ...]:
    """The ids of the requirements that these moves are about."""
    return tuple(
        one.id
        for one in graph.requirements
        if one.waive.id in moves or any(part.grant.id in moves for part in one.parts)
    )


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
