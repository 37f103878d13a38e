"""What still stands before a goal when some moves are supposed to have been made."""

from collections.abc import Collection
from dataclasses import dataclass, field

from pourparler.case.conditions.formulas import formula_of, system_of
from pourparler.case.conditions.graph import Graph
from pourparler.case.conditions.requirement import Move, Requirement
from pourparler.case.conditions.unblocking import MOST_SETS, Sets, Solved, solved
from pourparler.case.logic.formula import ALWAYS, System, given, holding, left
from pourparler.case.logic.solving import order_of


@dataclass(frozen=True, slots=True)
class Supposed:
    """A goal as it stands when `made` are made, and nothing else changes.

    `concerned` are the conditions before it that are not told as met, its own and those that these wait for, in the
    record's order. Of these `standing` still stand in its way then, `cleared` do not, and the others are no longer
    asked for: what waits for them is cleared another way. `unknown` are ids of moves that the goal does not wait for.
    """

    goal: str
    made: tuple[Move, ...]
    unknown: tuple[str, ...]
    concerned: tuple[Requirement, ...]
    standing: tuple[str, ...]
    cleared: tuple[str, ...]
    left: Sets
    solved: Solved = field(repr=False, compare=False)
    """The goal with these moves made, for who asks what then keeps it waiting."""

    @property
    def moves(self) -> tuple[Move, ...]:
        """Every move that a condition of it asks for, each once, in the order of the conditions."""
        return tuple({move.id: move for one in self.concerned for move in one.ways}.values())


def suppose(graph: Graph, goal: str, made: Collection[str] = (), most: int = MOST_SETS) -> Supposed:
    """A goal (an id) when the moves of these ids are made. Raises InputError where there is no such goal.

    It says what the conditions that the record tells of then still ask for; not that anybody will make these moves, nor
    that making them is all that it takes.
    """
    system = system_of(graph, goal)
    concerned = _standing(graph, system, goal)
    moves = {move.id: graph.moves[move.id] for one in concerned for move in one.ways}
    known = frozenset(one for one in made if one in moves)
    then = given(system, known)
    standing = {one.id for one in _standing(graph, then, goal)} if known else {one.id for one in concerned}
    heads = holding(system, known)
    worked_out = solved(graph, goal, known)
    cleared = tuple(one.id for one in concerned if left(formula_of(graph, one), known, heads) == ALWAYS)
    return Supposed(
        goal,
        tuple(moves[one] for one in dict.fromkeys(made) if one in known),
        tuple(one for one in dict.fromkeys(made) if one not in known),
        concerned,
        tuple(one.id for one in concerned if one.id in standing),
        cleared,
        worked_out.clearing(most),
        worked_out,
    )


def _standing(graph: Graph, system: System, goal: str) -> tuple[Requirement, ...]:
    """The requirements that a goal still rests on in a system: each can be waived by a move of its own."""
    asked = set(order_of(system, goal))
    return tuple(one for one in graph.requirements if one.waive.id in asked)
