"""`why` in words: the tree of what a goal waits for, and the list of goals that wait for anything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from pourparler.case.conditions.requirement import Goal, Move, Part, Requirement, Value
from pourparler.case.conditions.unblocking import unblock
from pourparler.case.conditions.why import Why, WhyRequirement, why
from pourparler.faces.system.answer import Answer, Line, as_of_words
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.phrases import (
    VALUES,
    basis_words,
    clear_words,
    condition_words,
    goal_words,
    move_words,
    truth_words,
    value_words,
)
from pourparler.faces.system.values import goal_values, move_values, requirement_values, truth_values
from pourparler.faces.wording.names import some
from pourparler.faces.wording.quoting import quoted, upper_first

CLOSING = "What nobody was reported to say is not here; silence tells neither that something is met nor that it is not."


def tree(asking: Asking, goal: Goal) -> Answer:
    """What a goal waits for, in words."""
    found = why(asking.graph, goal.id)
    title = f"What {goal_words(asking.lookup, goal)} waits for, {as_of_words(asking.lookup)}"
    values = {"asked": "why", "entries": list(found.entries), "tree": _values(found)}
    return Answer(title, tuple(_tree(asking, found, 1)), CLOSING, values)


MOST_NODES = 5_000
"""Nodes of diagrams up to which the sets of a goal are counted in a list of many goals: some 20 ms."""


@dataclass(frozen=True, slots=True)
class Wait:
    """A goal that waits: what the record tells of that, the conditions before it, its own and those that these wait
    for, and how many minimal sets of moves would clear it; None where they are more than can be counted."""

    goal: Goal
    value: Value
    conditions: tuple[Requirement, ...]
    sets: int | None


def waits(asking: Asking, goals: Sequence[str]) -> Iterator[Wait]:
    """Goals (ids) with what stands before them."""
    for one in goals:
        value, conditions = _standing(asking, one)
        yield Wait(asking.graph.goals[one], value, conditions, asking.once(("sets", one), partial(_sets, asking, one)))


def _sets(asking: Asking, goal: str) -> int | None:
    sets = unblock(asking.graph, goal, 0, nodes=MOST_NODES)
    return None if sets.tangled else sets.total


def conditions_before(asking: Asking, goals: Sequence[str]) -> tuple[Requirement, ...]:
    """The conditions before any of these goals (ids), their own and those that these wait for, each once."""
    found = (one for goal in goals for one in _standing(asking, goal)[1])
    return tuple({one.id: one for one in found}.values())


def _standing(asking: Asking, goal: str) -> tuple[Value, tuple[Requirement, ...]]:
    """What the record tells of a goal, and the conditions in the tree of what it waits for."""

    def look() -> tuple[Value, tuple[Requirement, ...]]:
        found = why(asking.graph, goal)
        known = asking.requirements
        return found.value, tuple(known[name] for name in found.entries if name in known)

    return asking.once(("standing", goal), look)


def goals_waiting(asking: Asking, wanted: Sequence[Wait] | None = None) -> Answer:
    """The goals that conditions stand before, each with what the record tells of these; all, or those that are
    wanted."""
    found = list(waits(asking, asking.waiting)) if wanted is None else wanted
    lines = [
        Line(
            f"{upper_first(goal_words(asking.lookup, one.goal))}: {wait_words(one)}",
            1,
            tuple(place for each in one.conditions for place in each.evidence),
            (one.goal.id,),
        )
        for one in found
    ]
    if not lines:
        lines.append(Line("No goal waits for anything that the reports tell of."))
    title = f"Goals that conditions stand before, {as_of_words(asking.lookup)}"
    return Answer(title, tuple(lines), CLOSING, {"asked": "waiting", "goals": [wait_values(one) for one in found]})


def wait_words(one: Wait) -> str:
    """What is told of a goal that waits: not told whether met; 7 conditions; 128 minimal sets of moves clear it."""
    return f"{VALUES[one.value]}; {some(len(one.conditions), 'condition')}; {clear_words(one.sets)}"


def wait_values(one: Wait) -> dict[str, object]:
    """A goal that waits, for JSON."""
    return {
        "goal": goal_values(one.goal),
        "value": one.value.value,
        "conditions": [each.id for each in one.conditions],
        "sets": one.sets,
    }


def _tree(asking: Asking, found: Why, level: int) -> Iterator[Line]:
    lookup = asking.lookup
    if found.circle:
        yield Line("… which stands above already: a circle.", level, (), (), "pourparler deadlocks")
        return
    if found.again:
        yield Line("… which is told in full at another place here.", level)
        return
    for basis in found.goal.reached:
        yield Line(f"It has come about: {basis_words(lookup, basis)}.", level, basis.evidence, (basis.entry,))
    if not found.requirements and not found.instruments and not found.goal.reached:
        yield Line("The reports tell of no condition on it.", level)
    for one in found.requirements:
        yield from _requirement(asking, one, level)
    for instrument in found.instruments:
        name = upper_first(goal_words(lookup, instrument.goal))
        yield Line(f"{name} waits for something itself: {VALUES[instrument.value]}", level, (), (instrument.goal.id,))
        yield from _tree(asking, instrument, level + 1)
    for dispute in found.goal.disputes:
        yield Line(
            "Reports are at odds about it.", level, (), (dispute,), f"pourparler explain {lookup.short(dispute)}"
        )


def _requirement(asking: Asking, told: WhyRequirement, level: int) -> Iterator[Line]:
    one, lookup = told.requirement, asking.lookup
    yield Line(f"{upper_first(condition_words(lookup, one))}; {value_words(one)}.", level, one.evidence, (one.id,))
    for of in told.parts:
        if len(told.parts) > 1 or of.below or of.part.truth.value is not Value.UNKNOWN or of.part.truth.beside:
            yield Line(f"{quoted(of.part.phrase, 160)}: {truth_words(of.part.truth)}.", level + 1)
        yield from _told(asking, of.part, level + 2)
        if of.part.truth.value is not Value.MET:
            yield _way(of.part.grant, level + 1)
        if of.below:
            name = upper_first(goal_words(lookup, of.below.goal))
            yield Line(f"{name} waits in turn for:", level + 1, (), (of.below.goal.id,))
            yield from _tree(asking, of.below, level + 2)
    if one.value is not Value.MET:
        yield _way(one.waive, level + 1)
    for basis in one.later:
        words = f"Its holder has since said otherwise: {basis_words(lookup, basis)}; the condition goes on standing."
        yield Line(words, level + 1, basis.evidence, (basis.entry,))
    for dispute in one.disputes:
        yield Line("Disputed.", level + 1, (), (dispute,), f"pourparler explain {lookup.short(dispute)}")


def _way(move: Move, level: int) -> Line:
    return Line(f"Way out: {move_words(move)}.", level)


def _told(asking: Asking, part: Part, level: int) -> Iterator[Line]:
    truth = part.truth
    for name, bases in (("For it", truth.met_by), ("Against it", truth.unmet_by), ("Beside it", truth.beside)):
        for basis in bases:
            yield Line(f"{name}: {basis_words(asking.lookup, basis)}.", level, basis.evidence, (basis.entry,))


def _values(found: Why) -> dict[str, object]:
    return {
        "goal": goal_values(found.goal),
        "value": found.value.value,
        "circle": list(found.circle),
        "again": found.again,
        "conditions": [
            {
                **requirement_values(one.requirement),
                "of": [
                    {
                        "phrase": of.part.phrase,
                        "goal": of.part.goal,
                        "truth": truth_values(of.part.truth),
                        "grant": move_values(of.part.grant),
                        "waits_for": _values(of.below) if of.below else None,
                    }
                    for of in one.parts
                ],
            }
            for one in found.requirements
        ],
        "instruments": [_values(one) for one in found.instruments],
    }
