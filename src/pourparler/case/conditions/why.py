"""Why something has not come about: the tree of what it waits for."""

from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from pourparler.case.conditions.graph import Graph
from pourparler.case.conditions.requirement import Goal, Part, Requirement, Value
from pourparler.core.errors import InputError

MOST_TOLD = 500
"""Places of a tree up to which every goal is told wherever it comes: a hundred fit a page. Where conditions tie many
goals to each other there are as many places as ways from one to the next, which no memory holds."""


@dataclass(frozen=True, slots=True)
class WhyPart:
    """One thing required; `below` is what that itself waits for, None where nothing is known to stand before it."""

    part: Part
    below: "Why | None"


@dataclass(frozen=True, slots=True)
class WhyRequirement:
    """One requirement with what each of its parts waits for."""

    requirement: Requirement
    parts: tuple[WhyPart, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """What a goal waits for. `value` is met where nothing stands before it that the record does not tell as met, unmet
    where something does that it tells as unmet, else unknown.

    `circle` marks a goal that stands above itself in the tree, which is cut there: the ids from it down to itself.
    `instruments` are its papers that wait for something themselves. In a tree that would have more than MOST_TOLD
    places every goal is told in full once, at a place nearest to the top; `again` marks its other places.
    """

    goal: Goal
    value: Value
    requirements: tuple[WhyRequirement, ...] = ()
    instruments: tuple["Why", ...] = ()
    circle: tuple[str, ...] = ()
    again: bool = False

    @property
    def entries(self) -> tuple[str, ...]:
        """The ids of the entries that the tree rests on, each once, from the top."""
        return tuple(dict.fromkeys(_entries(self)))


def why(graph: Graph, goal: str) -> Why:
    """The tree of what a goal (by its id) waits for; raises InputError where the graph has no such goal."""
    asked = goal_of(graph, goal).id
    return _tree(graph, asked, ()) if _is_few(graph, asked) else _Once(graph, asked).tree(asked)


def goal_of(graph: Graph, goal: str) -> Goal:
    """A goal by its id, or an issue by a phrase for it; raises InputError where there is neither."""
    found = graph.goals.get(goal)
    issue = graph.issues.of(goal) if found is None else None
    found = found or (graph.goals.get(issue.id) if issue else None)
    if found is None:
        near = "; ".join(one.name for one in graph.issues.issues[:6])
        raise InputError(f"Nothing in this record is the goal {goal!r}.", f"Issues are, most told first: {near}.")
    return found


def _tree(graph: Graph, goal: str, above: tuple[str, ...]) -> Why:
    told = graph.goals[goal]
    if goal in above:
        return Why(told, Value.UNKNOWN, circle=(*above[above.index(goal) :], goal))
    if told.reached:
        return Why(told, Value.MET)
    way = (*above, goal)
    return _told(graph, told, lambda below: _tree(graph, below, way))


def _told(graph: Graph, goal: Goal, tree: Callable[[str], Why]) -> Why:
    """A goal with what stands before it; `tree` gives what that waits for in turn, asked place by place."""
    requirements = tuple(
        WhyRequirement(
            one,
            tuple(WhyPart(part, tree(below) if (below := _below(graph, part)) else None) for part in one.parts),
        )
        for one in graph.before(goal.id)
    )
    instruments = tuple(tree(one) for one in graph.below.get(goal.id, ()))
    values = [
        _value(one.requirement, [of.below.value if of.below else None for of in one.parts]) for one in requirements
    ]
    return Why(goal, worst(values + [one.value for one in instruments]), requirements, instruments)


def _is_few(graph: Graph, goal: str) -> bool:
    """True where a whole tree has few enough places to be told."""
    places, left = 0, [(goal, frozenset[str]())]
    while left and places <= MOST_TOLD:
        here, above = left.pop()
        places += 1
        if here not in above and not graph.goals[here].reached:
            left += [(below, above | {here}) for below in _all_below(graph, here)]
    return places <= MOST_TOLD


class _Once:
    """The trees of goals that are tied so much that each is told in full at one place only."""

    def __init__(self, graph: Graph, top: str) -> None:
        self._graph = graph
        self._homes: dict[str, tuple[str, int]] = {top: ("", 0)}
        """The place at which a goal is told in full: under which goal, and the how manieth below it."""
        left = deque([top])
        while left:
            here = left.popleft()
            for place, below in enumerate(_all_below(graph, here)):
                if below not in self._homes:
                    self._homes[below] = (here, place)
                    left.append(below)
        self._values = _values(graph, self._homes)

    def tree(self, goal: str, above: tuple[str, ...] = ()) -> Why:
        """The tree of a goal that is told in full."""
        places, way = count(), (*above, goal)

        def below(name: str) -> Why:
            place = (goal, next(places))
            if self._homes[name] == place or self._graph.goals[name].reached:
                return self.tree(name, way)
            circle = (*way[way.index(name) :], name) if name in way else ()
            return Why(self._graph.goals[name], self._values[name], circle=circle, again=not circle)

        if self._graph.goals[goal].reached:
            return Why(self._graph.goals[goal], Value.MET)
        return replace(_told(self._graph, self._graph.goals[goal], below), value=self._values[goal])


def _values(graph: Graph, goals: Collection[str]) -> dict[str, Value]:
    """What the record tells of goals, among which is all that they wait for: what follows step by step from nothing
    being known, which is what the trees of few goals tell of their tops."""
    values = {goal: Value.MET if graph.goals[goal].reached else Value.UNKNOWN for goal in goals}
    while True:
        now = {goal: _standing(graph, goal, values) for goal in goals}
        if now == values:
            return values
        values = now


def _standing(graph: Graph, goal: str, values: Mapping[str, Value]) -> Value:
    if graph.goals[goal].reached:
        return Value.MET
    told = [_value(one, [values.get(_below(graph, part) or "") for part in one.parts]) for one in graph.before(goal)]
    return worst(told + [values[one] for one in graph.below.get(goal, ())])


def worst(values: list[Value]) -> Value:
    """All together: unmet where one is, else unknown where one is, else met."""
    for value in (Value.UNMET, Value.UNKNOWN):
        if value in values:
            return value
    return Value.MET


def _value(one: Requirement, below: Sequence[Value | None]) -> Value:
    """The value of a requirement, by the record's word on its parts; silent parts are as what they wait for."""
    values = [
        Value.UNMET if waits is Value.UNMET and part.truth.value is Value.UNKNOWN else part.truth.value
        for part, waits in zip(one.parts, below, strict=True)
    ]
    if values.count(Value.MET) >= one.number:
        return Value.MET
    return Value.UNMET if len(values) - values.count(Value.UNMET) < one.number else Value.UNKNOWN


def _below(graph: Graph, part: Part) -> str | None:
    """The goal that a part is, where it is not told as met and something is known to stand before it."""
    if part.goal is None or part.truth.value is Value.MET:
        return None
    return part.goal if graph.before(part.goal) or graph.below.get(part.goal) else None


def _all_below(graph: Graph, goal: str) -> list[str]:
    """What a goal waits for that waits for something itself, place by place."""
    if graph.goals[goal].reached:
        return []
    told = [below for one in graph.before(goal) for part in one.parts if (below := _below(graph, part))]
    return [*told, *graph.below.get(goal, ())]


def _entries(tree: Why) -> list[str]:
    found = [basis.entry for basis in tree.goal.reached] + list(tree.goal.disputes)
    for one in tree.requirements:
        found += [one.requirement.id, *(basis.entry for basis in one.requirement.later), *one.requirement.disputes]
        for of in one.parts:
            truth = of.part.truth
            found += [basis.entry for basis in (*truth.met_by, *truth.unmet_by, *truth.beside)]
            found += _entries(of.below) if of.below else []
    for instrument in tree.instruments:
        found += [instrument.goal.id, *_entries(instrument)]
    return found
