"""`unblock` and `block` in words: minimal sets of moves, with who holds each, and the conditions they are about; also
what is left of both if some moves were made."""

from collections.abc import Iterator, Mapping, Sequence

from pourparler.case.conditions.requirement import Goal
from pourparler.case.conditions.supposing import Supposed, suppose
from pourparler.case.conditions.unblocking import MOST_SETS, MoveSet, Sets
from pourparler.case.issues.states import State
from pourparler.core.evidence import Evidence
from pourparler.faces.system.answer import Answer, Line, as_of_words
from pourparler.faces.system.asking import Asking, behind
from pourparler.faces.system.choices import Choice, choice_words, choices
from pourparler.faces.system.moves import short_moves, typed_words
from pourparler.faces.system.phrases import (
    basis_words,
    condition_words,
    either,
    goal_words,
    move_words,
    value_words,
)
from pourparler.faces.system.standing import sign_places, sign_words
from pourparler.faces.system.supposing import supposed_values, supposed_words, then_of
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


CLEAR, CLEAR_REST, KEEP = "clear it", "clear what is left", "keep it waiting while unmade"
"""What sets of moves do."""

FEW = 4
"""Sets up to which each is told by itself, where they can also be told as a choice from each of several lines."""

MOST_TYPED = 10_000
"""Sets up to which a list of all is offered."""

LISTED = 20
"""Sets that are told at most unless a number is asked for; the values have more."""


def clearing(asking: Asking, goal: Goal, most: int | None = None, made: Sequence[str] = ()) -> Answer:
    """What would clear a goal, in words; with `made`, the ids of moves, what would clear it if these were made. At most
    so many sets are listed, the rest is counted; without a number, many sets that are one choice from each of several
    lines are told as these lines."""
    found = suppose(asking.graph, goal.id, made, most or MOST_SETS)
    left = found.left
    lines = list(_begun(asking, found))
    rows = choices(found.solved) if most is None and left.total > FEW else ()
    if rows:
        lines += [Line(choice_words(left, rows, bool(found.made)), 0), *_choice_lines(asking, left, rows)]
    else:
        lines += _sets(asking, left, CLEAR_REST if found.made else CLEAR, most or LISTED)
    lines += condition_lines(asking, found)
    title = f"What would clear {goal_words(asking.lookup, goal)}{_if_made(found)}, {as_of_words(asking.lookup)}"
    values = {"asked": "unblock", "supposed": supposed_values(found), **sets_values(asking, left)}
    return Answer(title, tuple(lines), UNBLOCKS, values)


def stopping(asking: Asking, goal: Goal, most: int | None = None, made: Sequence[str] = ()) -> Answer:
    """What keeps a goal waiting, in words: sets of moves of which not one is made; with `made`, the ids of moves, those
    that still do if these were made."""
    found = suppose(asking.graph, goal.id, made, 0)
    stops = found.solved.stopping(most or MOST_SETS)
    lines = [
        *_begun(asking, found),
        *_sets(asking, stops, KEEP, most or LISTED),
        *condition_lines(asking, found),
    ]
    name = goal_words(asking.lookup, goal)
    title = f"What keeps {name} waiting{_if_made(found)}, {as_of_words(asking.lookup)}"
    values = {"asked": "block", "supposed": supposed_values(found), **sets_values(asking, stops)}
    return Answer(title, tuple(lines), BLOCKS, values)


def _if_made(found: Supposed) -> str:
    """How many moves a title supposes made; empty for none."""
    number = len(found.made)
    moves = "this move were" if number == 1 else f"these {number} moves were"
    return f" if {moves} made" if number else ""


def _begun(asking: Asking, found: Supposed) -> Iterator[Line]:
    """What is said before any set: of the goal as it stands, or of what is supposed and what then still stands."""
    if not found.made:
        yield from head_lines(asking, found.left)
        return
    words = behind(asking.graph)
    yield Line(supposed_words(asking, found))
    for move in found.made:
        yield Line(f"Supposed made: {move_words(move)}.", 2, words.get(move.id, ()))


def _choice_lines(asking: Asking, found: Sets, rows: Sequence[Choice]) -> Iterator[Line]:
    """The lines of which one choice each clears the goal."""
    words = behind(asking.graph)
    for number, row in enumerate(rows, 1):
        told = "; or ".join(" and ".join(move_words(move) for move in one.moves) for one in row)
        moves = dict.fromkeys(move.id for one in row for move in one.moves)
        places = tuple(dict.fromkeys(place for move in moves for place in words.get(move, ())))
        yield Line(f"{number} of {len(rows)}: {told}.", 1, places)
    every = "lists the sets one by one" if found.total <= MOST_TYPED else "lists so many of them"
    yield Line(f"--most {min(found.total, MOST_TYPED)} {every}.")


def set_lines(one: MoveSet, words: Mapping[str, tuple[Evidence, ...]], title: str) -> Iterator[Line]:
    """A set as lines: whose moves these are, then each move with the words of the conditions that it is about."""
    yield Line(f"{title}: {held_words(one)}")
    for move in one.moves:
        yield Line(upper_first(move_words(move)), 2, words.get(move.id, ()))


def held_words(one: MoveSet) -> str:
    """Whose moves a set is made of: a move of Norland or Sudland; moves of Norland and Sudland. Of one that is asked
    of nobody by name, that it is somebody's."""
    asked = sorted({party for move in one.moves for party in move.asked})
    single = len(one.moves) == 1
    if not asked:
        return f"nobody is told to hold its {'move' if single else 'moves'}"
    if single:
        return f"a move of {either(tuple(asked))}"
    more = "" if all(move.asked for move in one.moves) else " and of somebody not told"
    any_one = any(len(move.asked) > 1 for move in one.moves)
    return (
        f"moves of {parties(asked)}{more}{' (where several are named for a move, any one of them)' if any_one else ''}"
    )


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


def condition_lines(asking: Asking, found: Supposed) -> Iterator[Line]:
    """The conditions before a goal, each with the moves that clear it, by the ids that `--made` takes; where moves are
    supposed made, also what becomes of it."""
    if not found.concerned:
        return
    yield Line("The conditions before it, and the moves that clear each", 0)
    short = short_moves(found.moves)
    for one in found.concerned:
        then = f" Then: {then_of(found, one).value}." if found.made else ""
        text = f"{upper_first(condition_words(asking.lookup, one))}; {value_words(one)}; {some(one.sources, 'source')}."
        yield Line(f"{text}{then}", 1, one.evidence, (one.id,))
        names = ", ".join(typed_words(short[move.id]) for move in one.ways)
        yield Line(f"{'Moves' if len(one.ways) > 1 else 'Move'}: {names}", 2)
        for basis in one.later:
            yield Line(f"Its holder has since said otherwise: {basis_words(asking.lookup, basis)}.", 2,
                       basis.evidence, (basis.entry,))  # fmt: skip
    if not found.made:
        first = typed_words(short[found.moves[0].id])
        yield Line(f"--made {first} tells what would still stand if that move were made; it may be given again.", 1)


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
