"""`deadlocks` and `burden` in words: circles of conditions with the ways out, and what rests on whom."""

from collections.abc import Iterator, Sequence

from pourparler.case.conditions.burden import Load, Unaddressed, burden, unaddressed
from pourparler.case.conditions.deadlocks import Deadlock, Exit, ExitKind
from pourparler.case.conditions.requirement import Requirement, Whose
from pourparler.faces.system.answer import Answer, Line, as_of_words
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.phrases import VALUES, condition_words, either, goal_words, value_words, who_could
from pourparler.faces.system.values import goal_values, requirement_values
from pourparler.faces.wording.names import parties, series, some, the
from pourparler.faces.wording.quoting import quoted, upper_first, visible

EXITS = (
    "The exits are those that the structure of a circle has; each is a move of those named. None is a recommendation, "
    "and none tells that anybody will take it."
)
CIRCLE = (
    "A circle is told of where each of its goals waits for the next by a condition that is not told as met, and the "
    "last for the first: one party asks for talks before a truce, another for a truce before talks. A goal that waits "
    "for many things is none, nor are parties that disagree."
)
"""What counts as a circle."""

LOADS = (
    "A party is asked where the words of a condition name it, or name nobody and it is the only other party concerned. "
    "Concerned is who has a word on the matter; that tells neither who could make a move nor who is in the right."
)


def standstills(asking: Asking) -> Answer:
    """Every circle of conditions, in words."""
    found = asking.deadlocks
    lines: list[Line] = []
    for number, one in enumerate(found, 1):
        lines += _circle(asking, one, f"Circle {number} of {len(found)}")
    if not found:
        lines.append(Line("No goal waits for itself by the conditions that the reports tell of."))
    title = f"Conditions that wait for each other, {as_of_words(asking.lookup)}"
    closing = EXITS if found else CIRCLE
    return Answer(title, tuple(lines), closing, {"asked": "deadlocks", "deadlocks": [_values(one) for one in found]})


def _circle(asking: Asking, one: Deadlock, title: str) -> Iterator[Line]:
    lookup = asking.lookup
    goals = " → ".join(goal_words(lookup, goal) for goal in (*one.goals, one.goals[0]))
    yield Line(f"{title}: {goals}", 0, (), tuple(goal.id for goal in one.goals))
    for told in one.requirements:
        text = f"{upper_first(condition_words(lookup, told))}; {value_words(told)}."
        yield Line(text, 1, told.evidence, (told.id,))
    yield Line("Ways out of the circle", 1)
    for way in one.exits:
        yield Line(_exit_words(asking, way, one), 2, (), way.about)


def _exit_words(asking: Asking, way: Exit, circle: Deadlock) -> str:
    """One way out, with who takes it."""
    phrases = series([quoted(phrase, 120) for phrase in way.phrases])
    match way.kind:
        case ExitKind.WAIVE:
            who = either(way.by) or "whoever set it, which is not told,"
            left = "" if way.opens else "; another circle is left then"
            return f"Waive: {who} waives its condition {phrases} ({asking.lookup.short(way.about[0])}){left}."
        case ExitKind.SIMULTANEITY:
            return f"Simultaneity: {parties(way.by)} do at one time what each wants first: {phrases}."
        case ExitKind.SPLIT:
            goal = next(goal for goal in circle.goals if goal.id == way.about[0])
            who = parties(way.by) or "those concerned"
            made = f"; the reports' words for it are {phrases}" if phrases else ""
            cut = "cuts" if len(way.by) == 1 else "cut"
            return f"Split: {who} {cut} {goal_words(asking.lookup, goal)} in parts, of which one goes first{made}."
        case ExitKind.GUARANTEE:
            return f"Third-party guarantee: {either(way.by)} vouches that the second step follows the first."


def _values(one: Deadlock) -> dict[str, object]:
    return {
        "goals": [goal_values(goal) for goal in one.goals],
        "conditions": [requirement_values(told) for told in one.requirements],
        "holders": list(one.holders),
        "exits": [
            {
                "kind": way.kind.value,
                "by": list(way.by),
                "about": list(way.about),
                "phrases": list(way.phrases),
                "opens": way.opens,
            }
            for way in one.exits
        ],
    }


def loads(asking: Asking, party: str | None = None) -> Answer:
    """What rests on each party, or on one, then what is asked of nobody by name, in words."""
    found = [one for one in burden(asking.graph) if party in (None, one.party)]
    nobody = [one for one in unaddressed(asking.graph) if party is None or party in one.concerned]
    lines = [line for one in found for line in _load(asking, one)]
    lines += _to_nobody(asking, nobody, party)
    if not lines:
        lines.append(Line(f"The reports tell of no open condition that rests on {the(party) if party else 'anybody'}."))
    title = f"What conditions rest on whom, {as_of_words(asking.lookup)}"
    values = {
        "asked": "burden",
        "parties": [_load_values(one) for one in found],
        "asked_of_nobody": [_nobody_values(one) for one in nobody],
    }
    return Answer(title, tuple(lines), LOADS, values)


def _load(asking: Asking, load: Load) -> Iterator[Line]:
    lookup = asking.lookup
    number = len({one.requirement for one in load.asked})
    sole = f", {len(load.alone)} of them of nobody else" if load.alone else ""
    if len(load.alone) == number:
        sole = " and of nobody else" if number else ""
    asked = some(number, "condition asks", "conditions ask")
    yield Line(f"{upper_first(the(load.party))}: {asked} something of it{sole}; it holds {len(load.sets) or 'none'}", 0)
    for one in load.asked:
        told = asking.requirements[one.requirement]
        how = "" if one.whose is Whose.TOLD else " (the words name nobody; the only other party concerned)"
        asked_for = f"{quoted(one.phrase, 160)}, {_by_for(asking, told)}{how}"
        text = f"Asked: {asked_for}; {VALUES[one.value]} ({lookup.short(told.id)})."
        yield Line(text, 1, told.evidence, (told.id, told.head))
    for name in load.sets:
        told = asking.requirements[name]
        what = series([quoted(part.phrase, 160) for part in told.parts])
        goal = goal_words(lookup, asking.graph.goals[told.head])
        text = f"Can waive: its condition {what} on {goal}; {value_words(told)} ({lookup.short(name)})."
        yield Line(text, 1, told.evidence, (name, told.head))


def _to_nobody(asking: Asking, found: Sequence[Unaddressed], party: str | None) -> Iterator[Line]:
    """Each condition that names nobody, once, with those concerned."""
    if not found:
        return
    among = f", {the(party)} among those concerned" if party else ""
    yield Line(f"Asked of nobody by name{among}: {some(len(found), 'condition')}", 0)
    for one in found:
        told = asking.requirements[one.requirement]
        what = series([quoted(phrase, 160) for phrase in one.phrases])
        text = f"{what}, {_by_for(asking, told)}; {value_words(told)} ({asking.lookup.short(told.id)})"
        yield Line(f"{text}; {who_could(one.concerned)}.", 1, told.evidence, (told.id, told.head))


def _by_for(asking: Asking, told: Requirement) -> str:
    """Who asks, and for what: by Norland for “a truce”."""
    holder = the(told.holder) if told.holder else "nobody named"
    return f"by {holder} for {goal_words(asking.lookup, asking.graph.goals[told.head])}"


def _load_values(load: Load) -> dict[str, object]:
    return {
        "party": visible(load.party),
        "asked": [
            {
                "condition": one.requirement,
                "holder": one.holder,
                "goal": one.head,
                "phrase": one.phrase,
                "value": one.value.value,
                "known_by": one.whose.value,
            }
            for one in load.asked
        ],
        "alone": list(load.alone),
        "holds": list(load.sets),
    }


def _nobody_values(one: Unaddressed) -> dict[str, object]:
    return {
        "condition": one.requirement,
        "holder": one.holder,
        "goal": one.head,
        "phrases": list(one.phrases),
        "value": one.value.value,
        "concerned": [visible(party) for party in one.concerned],
    }
