"""The graph of conditions as formulas over moves: what holds when which moves are made."""

from pourparler.case.conditions.graph import Graph
from pourparler.case.conditions.requirement import Part, Requirement, Value
from pourparler.case.logic.formula import ALWAYS, AtLeast, Formula, Head, Leaf, every, heads, some


def system_of(graph: Graph, top: str | None = None) -> dict[str, Formula]:
    """For each goal what must be done so that nothing stands before it any more; with `top` (an id) for that goal alone
    and for those that it rests on.

    Each requirement on it has to be met or waived, each of one holder or of many; of what is required, a part that the
    record does not tell as met needs the move that grants it, and where it is a goal itself, that nothing stands before
    it. Goals that are reached wait for nothing.
    """
    if top is None:
        return {goal: _waits(graph, goal) for goal in graph.goals}
    system: dict[str, Formula] = {}
    left = [top]
    while left:
        goal = left.pop()
        if goal in graph.goals and goal not in system:
            system[goal] = _waits(graph, goal)
            left += heads(system[goal])
    return system


def _waits(graph: Graph, goal: str) -> Formula:
    """What must be done for one goal, by its id."""
    if graph.goals[goal].reached:
        return ALWAYS
    waits: list[Formula] = [formula_of(graph, one) for one in graph.before(goal)]
    waits += [Head(instrument) for instrument in graph.below.get(goal, ())]
    return every(waits) if waits else ALWAYS


def formula_of(graph: Graph, requirement: Requirement) -> Formula:
    """What must be done so that one requirement stands no more: its holder waives it, or enough parts are granted."""
    if requirement.value is Value.MET:
        return ALWAYS
    parts = tuple(_part(graph, part) for part in requirement.parts)
    return some((Leaf(requirement.waive.id), AtLeast(requirement.number, parts)))


def _part(graph: Graph, part: Part) -> Formula:
    if part.truth.value is Value.MET:
        return ALWAYS
    grant = Leaf(part.grant.id)
    waits = part.goal is not None and (graph.before(part.goal) or graph.below.get(part.goal))
    return every((grant, Head(part.goal))) if waits and part.goal else grant
