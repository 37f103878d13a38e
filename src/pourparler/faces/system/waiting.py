"""`why` in words: the tree of what a goal waits for, and the list of goals that wait for anything."""

from collections.abc import Iterator

from pourparler.case.conditions.requirement import Goal, Move, Part, Value
from pourparler.case.conditions.why import Why, WhyRequirement, why
from pourparler.faces.system.answer import Answer, Line, as_of_words
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.phrases import (
    VALUES,
    basis_words,
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


def goals_waiting(asking: Asking) -> Answer:
    """The goals that conditions stand before, each with what the record tells of these."""
    lines: list[Line] = []
    rows = []
    for one in asking.waiting:
        found = why(asking.graph, one)
        told = [asking.requirements[name] for name in found.entries if name in asking.requirements]
        count = some(len(told), "condition")
        lines.append(
            Line(
                f"{upper_first(goal_words(asking.lookup, found.goal))}: {VALUES[found.value]}; {count}",
                1,
                tuple(place for each in told for place in each.evidence),
                (one,),
            )
        )
        rows.append({"goal": goal_values(found.goal), "value": found.value.value, "conditions": [e.id for e in told]})
    if not lines:
        lines.append(Line("No goal waits for anything that the reports tell of."))
    title = f"Goals that conditions stand before, {as_of_words(asking.lookup)}"
    return Answer(title, tuple(lines), CLOSING, {"asked": "waiting", "goals": rows})


def _tree(asking: Asking, found: Why, level: int) -> Iterator[Line]:
    lookup = asking.lookup
    if found.circle:
        yield Line("… which stands above already: a circle. See: pourparler deadlocks.", level)
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
        yield Line(f"Reports are at odds about it: pourparler explain {lookup.short(dispute)}.", level, (), (dispute,))


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
            yield Line(f"{upper_first(goal_words(lookup, of.below.goal))} waits in turn for:", level + 1)
            yield from _tree(asking, of.below, level + 2)
    if one.value is not Value.MET:
        yield _way(one.waive, level + 1)
    for basis in one.later:
        words = f"Its holder has since said otherwise: {basis_words(lookup, basis)}; the condition goes on standing."
        yield Line(words, level + 1, basis.evidence, (basis.entry,))
    for dispute in one.disputes:
        yield Line(f"Disputed: pourparler explain {lookup.short(dispute)}.", level + 1, (), (dispute,))


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
