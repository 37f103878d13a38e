"""Why something has not come about: the tree of what it waits for."""

from dataclasses import dataclass

from pourparler.case.conditions.graph import Graph
from pourparler.case.conditions.requirement import Goal, Part, Requirement, Value
from pourparler.core.errors import InputError


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
    `instruments` are its papers that wait for something themselves.
    """

    goal: Goal
    value: Value
    requirements: tuple[WhyRequirement, ...] = ()
    instruments: tuple["Why", ...] = ()
    circle: tuple[str, ...] = ()

    @property
    def entries(self) -> tuple[str, ...]:
        """The ids of the entries that the tree rests on, each once, from the top."""
        return tuple(dict.fromkeys(_entries(self)))


def why(graph: Graph, goal: str) -> Why:
    """The tree of what a goal (by its id) waits for; raises InputError where the graph has no such goal."""
    return _tree(graph, goal_of(graph, goal).id, ())


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
    requirements = tuple(
        WhyRequirement(one, tuple(WhyPart(part, _below(graph, part, way)) for part in one.parts))
        for one in graph.before(goal)
    )
    instruments = tuple(_tree(graph, one, way) for one in graph.below.get(goal, ()))
    values = [_value(one) for one in requirements] + [one.value for one in instruments]
    return Why(told, worst(values), requirements, instruments)


def worst(values: list[Value]) -> Value:
    """All together: unmet where one is, else unknown where one is, else met."""
    for value in (Value.UNMET, Value.UNKNOWN):
        if value in values:
            return value
    return Value.MET


def _value(one: WhyRequirement) -> Value:
    """The value of a requirement, by the record's word on its parts; silent parts are as what they wait for."""
    values = [
        Value.UNMET if of.below and of.below.value is Value.UNMET and of.part.truth.value is Value.UNKNOWN
        else of.part.truth.value
        for of in one.parts
    ]  # fmt: skip
    if values.count(Value.MET) >= one.requirement.number:
        return Value.MET
    return Value.UNMET if len(values) - values.count(Value.UNMET) < one.requirement.number else Value.UNKNOWN


def _below(graph: Graph, part: Part, way: tuple[str, ...]) -> Why | None:
    if part.goal is None or part.truth.value is Value.MET:
        return None
    if not graph.before(part.goal) and not graph.below.get(part.goal):
        return None
    return _tree(graph, part.goal, way)


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
