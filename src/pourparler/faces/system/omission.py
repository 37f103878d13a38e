"""`whatif` in words: what of the answers changes when a report, a source or an entry is left out."""

from collections.abc import Iterator, Mapping, Sequence

from pourparler.case.conditions.blocking import blocking
from pourparler.case.conditions.requirement import Goal, Move
from pourparler.case.conditions.unblocking import MoveSet, Sets
from pourparler.case.conditions.whatif import DropKind, WhatIf, Without, compare
from pourparler.case.issues.states import Standing, standings
from pourparler.core.evidence import Evidence
from pourparler.faces.rows.labels import label
from pourparler.faces.system.answer import Answer, Line, as_of_words
from pourparler.faces.system.asking import Asking, behind, waiting_in
from pourparler.faces.system.clearing import set_lines
from pourparler.faces.system.phrases import VALUES, clear_words, condition_words, goal_words, move_words
from pourparler.faces.system.values import goal_values, set_values
from pourparler.faces.wording.names import some
from pourparler.faces.wording.quoting import upper_first, visible

CLOSING = "It tells what the answers rest on; not that anything left out is wrong."
MOST = 10
"""Names of reports shown."""

MOST_SETS_SHOWN = 4
"""Sets of a goal, gone or new, up to which each is told; the JSON has all."""


def omission(asking: Asking, without: Without, goal: Goal | None = None) -> Answer:
    """What changes for a goal, or for every goal that waits for something, without what was dropped."""
    after = [one for one in waiting_in(without.after) if one in asking.graph.goals]
    goals = [goal.id] if goal else list(dict.fromkeys((*asking.waiting, *after)))
    found = [compare(without, one) for one in goals]
    moved = [one for one in found if goal or _differs(one)]
    lines = [*_head(without), *_gone(asking, found), *_states(asking, without)]
    for one in moved:
        lines += _goal(asking, without, one)
    if not any(_differs(one) for one in found):
        lines.append(
            Line("No answer of `unblock` changes." if not goal else "The answer of `unblock` does not change.")
        )
    title = f"Without {_what(asking, without)}, {as_of_words(asking.lookup)}"
    return Answer(title, tuple(lines), CLOSING, _values(without, moved, _moved_states(without)))


def _what(asking: Asking, without: Without) -> str:
    drop = without.drop
    thing = asking.lookup.things.get(drop.what)
    if drop.kind is DropKind.ENTRY and thing is not None:
        return f"{type(thing).__name__.lower()} {asking.lookup.short(drop.what)}, {label(asking.lookup, thing)}"
    names = without.reports if drop.kind is DropKind.REPORT else (drop.what,)
    return f"the {drop.kind.value} {visible(', '.join(names) or drop.what)}"


def _head(without: Without) -> Iterator[Line]:
    if without.reports and without.drop.kind is not DropKind.REPORT:
        shown = ", ".join(visible(name) for name in without.reports[:MOST])
        rest = f" and {len(without.reports) - MOST} more" if len(without.reports) > MOST else ""
        yield Line(f"{some(len(without.reports), 'report')} left out: {shown}{rest}.")


def _differs(one: WhatIf) -> bool:
    return bool(one.after is None or one.sets_gone or one.sets_new)


def _gone(asking: Asking, found: Sequence[WhatIf]) -> Iterator[Line]:
    """Conditions that nothing tells of any more, and those of another value; the same for every goal."""
    if not found:
        return
    for name in found[0].gone:
        one = asking.requirements[name]
        yield Line(f"Nothing tells any more of {condition_words(asking.lookup, one)}.", 1, one.evidence, (name,))
    for changed in found[0].changed:
        one = asking.requirements[changed.requirement]
        text = f"{VALUES[changed.before]} → {VALUES[changed.after]}: {condition_words(asking.lookup, one)}."
        yield Line(upper_first(text), 1, one.evidence, (one.id,))


def _moved_states(without: Without) -> list[tuple[Standing, Standing | None]]:
    """Issues whose state is another without it, or that are gone."""
    before, after = (
        standings(record, graph.issues, blocking(graph))
        for record, graph in ((without.full, without.before), (without.left, without.after))
    )
    left = {one.issue.id: one for one in after}
    pairs = [(one, left.get(one.issue.id)) for one in before]
    return [(one, other) for one, other in pairs if other is None or other.state is not one.state]


def _states(asking: Asking, without: Without) -> Iterator[Line]:
    moved = _moved_states(without)
    for one, other in moved:
        if other is not None:
            words = f"State of “{visible(one.issue.name)}”: {one.state.value} → {other.state.value}."
            yield Line(words, 1, (), (one.issue.id,))
    lost = [one.issue for one, other in moved if other is None]
    if lost:
        names = ", ".join(f"“{visible(issue.name)}”" for issue in lost)
        yield Line(f"No longer issues of the record: {names}.", 1, (), tuple(issue.id for issue in lost))


def _goal(asking: Asking, without: Without, one: WhatIf) -> Iterator[Line]:
    name = upper_first(goal_words(asking.lookup, one.before.goal))
    if one.after is None:
        yield Line(f"{name}: without it the record has no such goal.", 0, (), (one.before.goal.id,))
        return
    was, now = (
        "nothing stands before it" if told.free else clear_words(None if told.tangled else told.total)
        for told in (one.before, one.after)
    )
    yield Line(f"{name}: {was}; without it, {now}.", 0, (), (one.before.goal.id,))
    words = behind(without.before), behind(without.after)
    was_moves, now_moves = _moves(one.before), _moves(one.after)
    for title, moves, known, places in (
        ("No longer one of the moves", was_moves, now_moves, words[0]),
        ("Now one of the moves", now_moves, was_moves, words[1]),
    ):
        for key, move in moves.items():
            if key not in known:
                yield Line(f"{title}: {move_words(move)}.", 1, places.get(move.id, ()))
    for title, sets, known, places in (
        ("no longer a set", one.sets_gone, now_moves, words[0]),
        ("now a set", one.sets_new, was_moves, words[1]),
    ):
        yield from _sets(title, [each for each in sets if each.moves and _only_of(each, known)], places)


def _only_of(one: MoveSet, known: Mapping[tuple[str, str, tuple[str, ...]], Move]) -> bool:
    """True where a set is made of known moves alone: that it is gone, or new, does not follow from its moves."""
    return all(_key(move) in known for move in one.moves)


def _moves(told: Sets) -> dict[tuple[str, str, tuple[str, ...]], Move]:
    """The moves of all sets, by what they are: an id can be another without an account."""
    moves = {move.id: move for one in told.sets for move in one.moves}
    return {_key(move): move for _, move in sorted(moves.items())}


def _key(move: Move) -> tuple[str, str, tuple[str, ...]]:
    return move.kind.value, move.about, move.by


def _sets(title: str, sets: Sequence[MoveSet], places: Mapping[str, tuple[Evidence, ...]]) -> Iterator[Line]:
    """A few sets one by one; of many only how many."""
    if len(sets) > MOST_SETS_SHOWN:
        yield Line(f"{title.capitalize()}: {len(sets):,}; the JSON has them.")
        return
    for number, each in enumerate(sets, 1):
        yield from set_lines(each, places, f"{title.capitalize()}, {number} of {len(sets)}")


def _values(
    without: Without, found: Sequence[WhatIf], states: Sequence[tuple[Standing, Standing | None]]
) -> dict[str, object]:
    return {
        "asked": "whatif",
        "drop": {"kind": without.drop.kind.value, "what": without.drop.what, "reports": list(without.reports)},
        "conditions_gone": list(found[0].gone) if found else [],
        "conditions_changed": [
            {"condition": one.requirement, "before": one.before.value, "after": one.after.value}
            for one in (found[0].changed if found else ())
        ],
        "states_changed": [
            {"issue": one.issue.id, "name": one.issue.name, "before": one.state.value,
             "after": other.state.value if other else None}
            for one, other in states
        ],
        "goals": [
            {
                "goal": goal_values(one.before.goal),
                "sets_before": _number(one.before),
                "sets_after": _number(one.after),
                "sets_gone": [set_values(each) for each in one.sets_gone],
                "sets_new": [set_values(each) for each in one.sets_new],
            }
            for one in found
        ],
    }  # fmt: skip


def _number(told: Sets | None) -> int | None:
    """How many sets there are; None where there is no such goal, or more than can be counted."""
    return None if told is None or told.tangled else 0 if told.free else told.total
