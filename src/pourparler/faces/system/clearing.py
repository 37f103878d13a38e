"""`unblock` and `block` in words: minimal sets of moves, with who holds each, and the conditions they are about."""

from collections.abc import Iterator, Mapping, Sequence

from pourparler.case.conditions.graph import Graph
from pourparler.case.conditions.requirement import Goal
from pourparler.case.conditions.unblocking import MOST_SETS, NO_MOVES, MoveSet, Sets, block, unblock
from pourparler.case.issues.states import State
from pourparler.core.evidence import Evidence
from pourparler.faces.system.answer import Answer, Line, as_of_words
from pourparler.faces.system.asking import Asking, behind
from pourparler.faces.system.phrases import basis_words, condition_words, goal_words, move_words, value_words
from pourparler.faces.system.standing import sign_places, sign_words
from pourparler.faces.system.values import goal_values, requirement_values, set_values
from pourparler.faces.wording.names import counted, parties, some
from pourparler.faces.wording.quoting import upper_first

UNBLOCKS = (
    "This tells what would clear the conditions that the reports tell of. It does not tell that anybody will make "
    "these moves, nor that the goal then comes about; nobody's silence counts as consent."
)
BLOCKS = (
    "As long as none of the moves of one set is made, a condition that the reports tell of stays in the way. It does "
    "not tell what anybody will do."
)


CLEAR, KEEP = "clear it", "keep it waiting while unmade"
"""What sets of moves do."""

FEW = 8
"""Sets up to which each is told by itself, where they can also be told as a choice from each of several lines."""

MOST_TYPED = 10_000
"""Sets up to which a list of all is offered."""

LISTED = 20
"""Sets that are told at most unless a number is asked for; the values have more."""


def clearing(asking: Asking, goal: Goal, most: int | None = None) -> Answer:
    """What would clear a goal, in words. At most so many sets are listed, the rest is counted; without a number, many
    sets that are one choice from each of several lines are told as these lines."""
    found = unblock(asking.graph, goal.id, most or MOST_SETS)
    lines = list(head_lines(asking, found))
    rows = choices(asking.graph, found) if most is None and found.total > FEW else ()
    if rows:
        lines += _choice_lines(asking, found, rows)
    else:
        lines += _sets(asking, found, CLEAR, most or LISTED)
    lines += _conditions(asking, found)
    title = f"What would clear {goal_words(asking.lookup, goal)}, {as_of_words(asking.lookup)}"
    return Answer(title, tuple(lines), UNBLOCKS, {"asked": "unblock", **sets_values(asking, found)})


def stopping(asking: Asking, goal: Goal, most: int | None = None) -> Answer:
    """What keeps a goal waiting, in words: sets of moves of which not one is made."""
    found = block(asking.graph, goal.id, most or MOST_SETS)
    lines = [
        *head_lines(asking, found),
        *_sets(asking, found, KEEP, most or LISTED),
        *_conditions(asking, found),
    ]
    title = f"What keeps {goal_words(asking.lookup, goal)} waiting, {as_of_words(asking.lookup)}"
    return Answer(title, tuple(lines), BLOCKS, {"asked": "block", **sets_values(asking, found)})


def choices(graph: Graph, found: Sets, made: frozenset[str] = NO_MOVES) -> tuple[MoveSet, ...]:
    """Sets of moves such that one move of each, whichever, is a minimal set, and no other is; empty where there are
    none. They are what keeps the goal waiting, where no move stands in two of these sets."""
    stops = block(graph, found.goal.id, made=made)
    moves = [move.id for one in stops.sets for move in one.moves]
    return () if stops.tangled or stops.rest or len(set(moves)) < len(moves) else stops.sets


def choice_words(found: Sets, rows: Sequence[MoveSet]) -> str:
    """That one move of each of some lines clears a goal."""
    return f"{counted(found.total)} minimal sets of moves clear it: one move of each of these {len(rows)} lines."


def _choice_lines(asking: Asking, found: Sets, rows: Sequence[MoveSet]) -> Iterator[Line]:
    """The lines of which one move each clears the goal."""
    yield Line(choice_words(found, rows), 0)
    words = behind(asking.graph)
    for number, one in enumerate(rows, 1):
        told = "; or ".join(move_words(move) for move in one.moves)
        places = tuple(dict.fromkeys(place for move in one.moves for place in words.get(move.id, ())))
        yield Line(f"{number} of {len(rows)}: {told}.", 1, places)
    every = "lists the sets one by one" if found.total <= MOST_TYPED else "lists so many of them"
    yield Line(f"--most {min(found.total, MOST_TYPED)} {every}.")


def set_lines(one: MoveSet, words: Mapping[str, tuple[Evidence, ...]], title: str) -> Iterator[Line]:
    """A set as lines: whose moves these are, then each move with the words of the conditions that it is about."""
    yield Line(f"{title}: {held_words(one)}")
    for move in one.moves:
        yield Line(upper_first(move_words(move)), 2, words.get(move.id, ()))


def held_words(one: MoveSet) -> str:
    """Whose moves a set is made of."""
    held = f"moves of {parties(one.parties)}" if one.parties else "nobody is told to hold its moves"
    if any(len(move.by) > 1 for move in one.moves):
        held += " (where several are named for a move, any one of them)"
    return held


def head_lines(asking: Asking, found: Sets) -> Iterator[Line]:
    """What is to be said of the goal before any set."""
    for basis in found.goal.reached:
        yield Line(f"It has come about: {basis_words(asking.lookup, basis)}.", 1, basis.evidence, (basis.entry,))
    for standing in asking.standings:
        sign = standing.sign
        if standing.issue.id == found.goal.id and sign is not None and sign.state is State.CLAIMED:
            places = sign_places(asking, sign)
            yield Line(f"Claimed: {sign_words(asking, standing, sign)}.", 1, places, sign.entries)
    if found.free and not found.goal.reached:
        below = [one for paper in asking.graph.below.get(found.goal.id, ()) for one in asking.graph.before(paper)]
        told = (*asking.graph.before(found.goal.id), *below)
        why = "every condition on it is told as met" if told else "the reports tell of no condition on it"
        yield Line(f"Nothing known stands before it: {why}. No move is asked for.")
        for one in told:
            yield Line(
                f"{upper_first(condition_words(asking.lookup, one))}; {value_words(one)}.", 2, one.evidence, (one.id,)
            )
    for dispute in found.goal.disputes:
        command = f"pourparler explain {asking.lookup.short(dispute)}"
        yield Line("Reports are at odds about it.", 1, (), (dispute,), command)


def sizes_words(found: Sets, what: str) -> str:
    """How many minimal sets there are, and of how many moves: 4 minimal sets of moves that clear it (4 of 2 moves)."""
    if found.tangled:
        few = "one of them" if found.total == 1 else f"{found.total} of them"
        return f"More minimal sets of moves than can be counted {what}: it is tied to too many other goals; {few}:"
    sizes = "; ".join(f"{counted(count)} of {some(size, 'move')}" for size, count in found.sizes)
    noun = "minimal set" if found.total == 1 else "minimal sets"
    return f"{counted(found.total)} {noun} of moves that {what} ({sizes}); none has a move to spare."


def _sets(asking: Asking, found: Sets, what: str, most: int) -> Iterator[Line]:
    if found.free or not found.total:
        return
    yield Line(sizes_words(found, what), 0)
    words = behind(asking.graph)
    for number, one in enumerate(found.sets[:most], 1):
        yield from set_lines(one, words, f"{number} of {counted(found.total)}")
    if found.total > most:
        left = found.total - most
        every = f": --most {found.total} lists all" if found.total <= MOST_TYPED else ""
        yield Line(f"… and {counted(left)} {'set' if left == 1 else 'sets'} more{every}.")


def _conditions(asking: Asking, found: Sets) -> Iterator[Line]:
    if not found.requirements:
        return
    yield Line("The conditions that these moves are about", 0)
    for one in (asking.requirements[name] for name in found.requirements):
        text = f"{upper_first(condition_words(asking.lookup, one))}; {value_words(one)}; {some(one.sources, 'source')}."
        yield Line(text, 1, one.evidence, (one.id,))
        for basis in one.later:
            yield Line(f"Its holder has since said otherwise: {basis_words(asking.lookup, basis)}.", 2,
                       basis.evidence, (basis.entry,))  # fmt: skip


def sets_values(asking: Asking, found: Sets) -> dict[str, object]:
    """Minimal sets, for JSON."""
    return {
        "goal": goal_values(found.goal),
        "free": found.free,
        "total": None if found.tangled else found.total,
        "not_listed": None if found.tangled else found.rest,
        "sizes": [] if found.tangled else [{"moves": size, "sets": count} for size, count in found.sizes],
        "sets": [] if found.free else [set_values(one) for one in found.sets],
        "conditions": [requirement_values(asking.requirements[name]) for name in found.requirements],
    }
