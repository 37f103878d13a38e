"""The words for goals, conditions, moves and what the record tells of them; shared by all answers."""

from collections.abc import Sequence

from pourparler.case.conditions.requirement import (
    Basis,
    Goal,
    GoalKind,
    Move,
    MoveKind,
    Requirement,
    Truth,
    Value,
    Whose,
)
from pourparler.faces.rows.labels import label
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.days import day_words, when_words
from pourparler.faces.wording.names import counted, parties, the
from pourparler.faces.wording.quoting import quoted, visible

VALUES = {Value.MET: "met", Value.UNMET: "not met", Value.UNKNOWN: "not told whether met"}
"""What the record tells of something required."""

_VERBS = {
    MoveKind.GRANT: "grants",
    MoveKind.WAIVE: "waives",
    MoveKind.RATIFY: "ratifies",
    MoveKind.MEET: "holds",
}


def either(names: tuple[str, ...]) -> str:
    """Names of whom any one will do: A, B or the C."""
    told = [the(name) for name in names]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} or {told[-1]}" if told else ""


def goal_words(lookup: Lookup, goal: Goal) -> str:
    """A goal in a few words, with its short id where it is an entry: “ceasefire”; talks in Geneva (m3f2a)."""
    if goal.kind is GoalKind.UNTOLD:
        return goal.name
    thing = lookup.things.get(goal.id)
    if goal.kind is GoalKind.ISSUE or thing is None:
        return f"“{visible(goal.name)}”"
    return f"{label(lookup, thing)} ({lookup.short(goal.id)})"


def condition_words(lookup: Lookup, one: Requirement) -> str:
    """A condition with who holds it: condition c3f2a of Norland on “a truce”: unless “the crew is freed”."""
    who = f"of {the(one.holder)}" if one.holder else "of nobody named"
    voiced = f", voiced by {visible(one.voiced_by)}," if one.voiced_by and one.voiced_by != one.holder else ""
    said = (one.operator.value, "precondition", "deadline" if one.deadline else "")
    sort = "" if one.sort.value in said else f", a {one.sort.value}"
    due = f", deadline {when_words(one.deadline)}" if one.deadline else ""
    return (
        f"condition {lookup.short(one.id)} {who}{voiced} on {quoted(one.blocks, 120)}: {one.operator.value} "
        f"{required_words(one)}{sort}{due}"
    )


def required_words(one: Requirement) -> str:
    """What is required, in the record's phrases, and how many of them."""
    phrases = [quoted(part.phrase, 160) for part in one.parts]
    if len(phrases) == 1:
        return phrases[0]
    count = "all" if one.number == len(phrases) else "one" if one.number == 1 else f"{one.number}"
    return f"{count} of: {'; '.join(phrases)}"


def value_words(one: Requirement) -> str:
    """What the record tells of a condition: not met, disputed."""
    return VALUES[one.value] + (", disputed" if one.is_disputed else "")


def truth_words(truth: Truth) -> str:
    """What the record tells of one thing required."""
    return VALUES[truth.value] + (", disputed" if truth.disputed else "")


def clear_words(sets: int | None) -> str:
    """How many sets clear a goal: 128 minimal sets of moves clear it; None: too many to be found."""
    if sets is None:
        return "more minimal sets of moves clear it than can be counted"
    return f"{counted(sets)} minimal {'set of moves clears' if sets == 1 else 'sets of moves clear'} it"


def move_words(move: Move) -> str:
    """A move with who holds it: Sudland or Westmark grants “freeing the crew” (…)."""
    known = known_words(move)
    return f"{act_words(move)} ({known})" if known else act_words(move)


def act_words(move: Move) -> str:
    """Who does what: Sudland or Westmark grants “freeing the crew”; somebody, where it is asked of nobody by name."""
    verb, what = _VERBS[move.kind], quoted(move.about, 160)
    if move.kind is MoveKind.WAIVE:
        what = f"its condition {what}"
    who = either(move.asked) or ("whoever set it" if move.kind is MoveKind.WAIVE else "somebody")
    return f"{who} {verb} {what}"


def known_words(move: Move) -> str:
    """How it is known who holds a move, where its words do not name them; else empty."""
    if move.kind is MoveKind.WAIVE and not move.by:
        return "nobody is told to hold this move"
    if not move.asked:
        return who_could(move.by)
    return "the words name nobody; the only other party concerned" if move.whose is Whose.ONLY else ""


def who_could(concerned: Sequence[str]) -> str:
    """That nothing tells who could make a move, with the parties concerned: who could make it: not told; concerned:
    Norland and Westmark."""
    return f"who could make it: not told{f'; concerned: {parties(concerned)}' if concerned else ''}"


def basis_words(lookup: Lookup, basis: Basis) -> str:
    """What an entry tells: Sudland rejects freeing the crew (p3f2a): rejects, own voice, told Tue 4 Mar 2025."""
    thing = lookup.things.get(basis.entry)
    name = f"{label(lookup, thing)} ({lookup.short(basis.entry)})" if thing else basis.entry
    told = f"told {day_words(basis.told)}" if basis.told else "on no known day"
    return ", ".join(filter(None, (f"{name}: {basis.says}", basis.voice, told)))
