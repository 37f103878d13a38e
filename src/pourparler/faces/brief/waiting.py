"""Sentences on what waits for what: one condition with what is told of it and whose moves would clear it, a circle."""

from collections.abc import Sequence

from pourparler.case.conditions.deadlocks import Deadlock, Exit, ExitKind
from pourparler.case.conditions.requirement import (
    Basis,
    Goal,
    GoalKind,
    Move,
    MoveKind,
    Part,
    Requirement,
    Value,
)
from pourparler.core.entry import Condition, Instrument, Meeting, Position
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import InstrumentStatus
from pourparler.faces.brief.documents import document_name, state_sentence
from pourparler.faces.brief.footnotes import Footnotes
from pourparler.faces.brief.paper import Item, Sentence, say, strong
from pourparler.faces.brief.stances import condition_sentence, first_of, tells_itself
from pourparler.faces.brief.standing import stand_words
from pourparler.faces.rows.labels import label
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.system.phrases import VALUES, either, known_words
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.names import parties, series, the
from pourparler.faces.wording.quoting import lower_first, quoted, upper_first

PHRASE = 90
"""Most characters of what is required, where it is named again."""

MOST_BASES = 2
"""Most of what the record tells for or against something that one sentence names; `pourparler why` has the rest."""

_GRANTED = {MoveKind.RATIFY: "ratified", MoveKind.MEET: "held"}
_GRANTS = {MoveKind.RATIFY: "ratifies", MoveKind.MEET: "holds"}


def goal_item(notes: Footnotes, goal: Goal, shown: Sequence[Requirement], held_up_by: Sequence[Requirement]) -> Item:
    """A goal with those of the conditions before it that are shown; `held_up_by` are all that hold it up.

    A condition of an issue tells by itself what waits for it, where its words do.
    """
    one = held_up_by[0]
    if (
        len(held_up_by) == 1
        and one.head == goal.id
        and goal.kind is GoalKind.ISSUE
        and tells_itself(notes.lookup, one.id)
    ):
        return Item(_condition(notes, one))
    places = [one.evidence[0] for one in (*shown, *held_up_by)]
    told = say("Before ", strong(goal_name(notes.lookup, goal)), f" {_tally(held_up_by)}.", notes=notes.cite(places))
    if len(shown) == 1:
        return Item((told, *_condition(notes, shown[0])))
    return Item((told,), tuple(Item(_condition(notes, one)) for one in shown))


def free_item(notes: Footnotes, one: Requirement) -> Item:
    """A condition that holds nothing up: it is met, or what it was about has come about."""
    sentences = _condition(notes, one, is_free=True)
    return Item(sentences[:2])


def goal_name(lookup: Lookup, goal: Goal) -> str:
    """A goal as a sentence has it: “ceasefire”, or talks in Geneva."""
    if goal.kind is GoalKind.UNTOLD:
        return goal.name
    thing = lookup.things.get(goal.id)
    if goal.kind is GoalKind.ISSUE or thing is None:
        return quoted(goal.name, PHRASE)
    if isinstance(thing, Instrument):
        return lower_first(document_name(thing))
    return lower_first(label(lookup, thing))


def _tally(held_up_by: Sequence[Requirement]) -> str:
    """How many conditions stand before something, and what is told of them."""
    if len(held_up_by) == 1:
        return "stands one condition"
    counted = [(value, sum(one.value is value for one in held_up_by)) for value in (Value.UNMET, Value.UNKNOWN)]
    told = [f"{number} {VALUES[value]}" for value, number in counted if number]
    if len(told) == 1:
        told = [VALUES[value] for value, number in counted if number]
    return f"stand {len(held_up_by)} conditions ({', '.join(told)})"


def _condition(notes: Footnotes, one: Requirement, is_free: bool = False) -> tuple[Sentence, ...]:
    """Who holds it, on whose word; what is told of it and who can clear it; what its holder has said since."""
    condition = notes.lookup.things[one.id]
    assert isinstance(condition, Condition)
    sentences = [condition_sentence(notes, condition, one.holder), _state(notes, one, is_free)]
    for basis in one.later[:1]:
        words = f"Since then {_basis_words(notes.lookup, basis)}; the condition goes on standing."
        sentences.append(say(words, notes=notes.cite(basis.evidence, most=1)))
    return tuple(sentences)


def _state(notes: Footnotes, one: Requirement, is_free: bool) -> Sentence:
    """What is told of a condition, and who can clear it."""
    bases = [basis for part in one.parts for basis in _telling(part)][:MOST_BASES]
    told = f": {series([_basis_words(notes.lookup, basis) for basis in bases])}" if bases else ""
    beside = " beside it" if bases and one.value is Value.UNKNOWN else ""
    disputed = ", disputed" if one.is_disputed else ""
    words = f"{upper_first(VALUES[one.value])}{disputed}{f', told{beside}' if beside else ''}{told}"
    ways = "" if is_free else f"; cleared if {_ways(one)}"
    places: list[Evidence] = [basis.evidence[0] for basis in bases if basis.evidence] or [*one.evidence]
    return say(f"{words}{ways}.", notes=notes.cite(places, most=max(1, len(bases))))


def _telling(part: Part) -> Sequence[Basis]:
    """What the value of a part rests on; what is told beside it where that leaves it open."""
    truth = part.truth
    if truth.value is Value.UNKNOWN:
        return (*truth.met_by, *truth.unmet_by, *truth.beside)
    return truth.met_by if truth.value is Value.MET else truth.unmet_by


def _basis_words(lookup: Lookup, basis: Basis) -> str:
    """What an entry tells, whose word that is, and when: the accord has been agreed (own voice, Tue 4 Mar 2025)."""
    thing = lookup.things.get(basis.entry)
    match thing:
        case Instrument() if thing.status:
            told = state_sentence(thing, InstrumentStatus(basis.says))
        case Meeting():
            told = f"{lower_first(label(lookup, thing))} is told as {basis.says}"
        case Position():
            account = first_of(lookup, thing.accounts)
            told = f"{the(thing.party or 'nobody named')} {stand_words(lookup, account, thing.stance, thing.issue)}"
        case None:
            told = basis.says
        case _:
            told = label(lookup, thing)
    when = day_words(basis.told) if basis.told else ""
    behind = ", ".join(filter(None, (basis.voice, when)))
    return f"{told} ({behind})" if behind else told


def _ways(one: Requirement) -> str:
    """Who can clear a condition: whoever grants what it requires, or its holder."""
    open_parts = [part for part in one.parts if part.truth.value is not Value.MET]
    several = len(one.parts) > 1
    joined = " or " if one.number == 1 else " and "
    grants = joined.join(_grant_words(part.grant, quoted(part.phrase, PHRASE) if several else "it")
                         for part in open_parts)  # fmt: skip
    holder = the(one.waive.by[0]) if one.waive.by else "whoever set it"
    few = f" ({one.number} of these are enough)" if 1 < one.number < len(one.parts) else ""
    if not several and open_parts[0].grant.by == one.waive.by != ():
        return f"{holder} {_GRANTS.get(open_parts[0].grant.kind, 'grants')} or waives it"
    return f"{grants}{few} or {holder} waives it"


def _grant_words(move: Move, what: str) -> str:
    """Who grants something; where the words name nobody, that they do not, and who is concerned."""
    known = known_words(move)
    named = f" ({known})" if known else ""
    if not move.asked:
        return f"{what} is {_GRANTED.get(move.kind, 'granted')}{named}"
    return f"{either(move.asked)} {_GRANTS.get(move.kind, 'grants')} {what}{named}"


def circle_item(notes: Footnotes, circle: Deadlock) -> Item:
    """Goals that wait for each other, by whose conditions, and the ways out that a circle has."""
    names = [goal_name(notes.lookup, goal) for goal in circle.goals]
    waits = "; ".join(f"{one} for {other}" for one, other in zip(names, (*names[1:], names[0]), strict=True))
    holders = f", by conditions of {parties(circle.holders)}" if circle.holders else ""
    places = [one.evidence[0] for one in circle.requirements]
    told = say(strong("A circle"), f": of these, each waits for the next: {waits}{holders}.", notes=notes.cite(places))
    ways = "; ".join(filter(None, (_exit_words(way) for way in circle.exits)))
    return Item((told, say(f"Ways out that a circle has: {ways}.", notes=notes.cite(places))))


def _exit_words(way: Exit) -> str:
    """One way out of a circle."""
    phrases = series([quoted(phrase, PHRASE) for phrase in way.phrases])
    match way.kind:
        case ExitKind.WAIVE:
            return f"{either(way.by) or 'whoever set it'} waives {phrases}"
        case ExitKind.SIMULTANEITY:
            return f"{parties(way.by)} do both at one time"
        case ExitKind.SPLIT:
            return ""
        case ExitKind.GUARANTEE:
            return f"a third party vouches for the second step ({either(way.by)})"
