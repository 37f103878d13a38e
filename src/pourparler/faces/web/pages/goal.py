"""One goal: why it waits, which moves would clear it, what would still stand if some were made, what holds it up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from pourparler.case.conditions.requirement import Goal, GoalKind, Move, Requirement
from pourparler.case.conditions.supposing import Supposed, suppose
from pourparler.case.conditions.unblocking import MoveSet, Sets
from pourparler.core.errors import InputError, UnknownEntryError
from pourparler.faces.system.answer import Answer as SystemAnswer
from pourparler.faces.system.answer import as_of_words
from pourparler.faces.system.asking import Asking, behind
from pourparler.faces.system.choices import choice_words, choices
from pourparler.faces.system.clearing import (
    BLOCKS,
    CLEAR,
    CLEAR_REST,
    FEW,
    KEEP,
    UNBLOCKS,
    head_lines,
    held_words,
    sets_values,
    sizes_words,
)
from pourparler.faces.system.goals import goal_called
from pourparler.faces.system.phrases import act_words, condition_words, goal_words, known_words, move_words
from pourparler.faces.system.supposing import NOT_THAT, supposed_values, supposed_words, then_of
from pourparler.faces.system.waiting import CLOSING, tree
from pourparler.faces.web.answering import nested, system_values
from pourparler.faces.web.page import Answer, Ask, Page, Table
from pourparler.faces.web.shapes.system import GoalPage
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.quoting import upper_first

LISTED = 20
"""Sets that the page lists unless more are asked for."""

MOST = 1_000
"""Sets that may be asked for; the command line lists as many as there are."""

SHOWN = 100
"""Conditions that the page shows at first; all of them are in its JSON."""

MOVES = 60
"""Moves that may be supposed at once."""

OPEN = 12
"""Conditions up to which the tree stands unfolded."""

COLUMNS = ("question", "set", "move", "kind", "about", "by", "known_by", "conditions")


class GoalAsk(Ask):
    """What is supposed of a goal, and how many sets are listed."""

    made: tuple[Annotated[str, Field(max_length=1_000)], ...] = Field(
        (), max_length=MOVES, description="The id of a move that is supposed to be made; may be given more than once."
    )
    all: bool = Field(False, description=f"Every condition on the page, where there are more than {SHOWN}.")
    most: int = Field(LISTED, ge=1, le=MOST, description="How many minimal sets are listed at most.")


@dataclass(frozen=True, slots=True)
class Way:
    """A move as the page shows it: its words, how it is known who holds it where they do not say that, whether it is
    supposed made, and the address that supposes otherwise."""

    move: Move
    words: str
    known: str
    is_made: bool
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """A condition before the goal, its moves, and what becomes of it then."""

    requirement: Requirement
    words: str
    ways: tuple[Way, ...]
    then: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Minimal sets as the page lists them: what is said of all, then so many, each with an address that supposes it."""

    heading: str
    sets: tuple[tuple[MoveSet, str, str], ...]
    rest: int
    more: str


def goal_page(visit: Visit, ask: GoalAsk) -> Answer:
    """One goal, by its id, by the id of an entry of it, or by its words."""
    asking, goal = visit.asking, named(visit)
    visit.path = f"/goals/{goal.id}"
    found = suppose(asking.graph, goal.id, ask.made, ask.most)
    stops = found.solved.stopping(ask.most)
    why = tree(asking, goal)
    shown = len(why.lines) if ask.all or visit.site.is_copy else SHOWN
    rows = choices(found.solved) if "most" not in visit.asked and found.left.total > FEW else ()
    return Answer(
        f"What {goal_words(asking.lookup, goal)} waits for",
        lambda: _values(visit, goal, found, (why, stops)),
        Table(COLUMNS, _rows(asking, found, stops)),
        {
            "goal": goal,
            "about": _about(visit, goal),
            "about_words": "condition" if goal.kind is GoalKind.UNTOLD else goal.kind.value,
            "basis": upper_first(as_of_words(asking.lookup)),
            "found": found,
            "says": supposed_words(asking, found),
            "heads": nested(visit, tuple(head_lines(asking, found.left)) if not found.made else ()),
            "rows": [_row(visit, found, one) for one in found.concerned[:shown]],
            "unshown": len(found.concerned[shown:]),
            "made": [_way(visit, found, one) for one in found.made],
            "tree": nested(visit, why.lines)[:shown],
            "is_short": len(why.lines) <= OPEN * 4,
            "choices": [[[_way(visit, found, move) for move in one.moves] for one in row] for row in rows],
            "choice_words": choice_words(found.left, rows, bool(found.made)) if rows else "",
            "clear": _listed(visit, found, found.left, CLEAR_REST if found.made else CLEAR),
            "keep": _listed(visit, found, stops, KEEP),
            "behind": behind(asking.graph),
            "move_words": lambda move: upper_first(move_words(move)),
            "name_of": lambda key: goal_words(asking.lookup, asking.graph.goals[key]),
            "notes": (CLOSING, UNBLOCKS, BLOCKS, NOT_THAT),
        },
    )


def named(visit: Visit) -> Goal:
    """The goal that the path names; raises UnknownEntryError with near ones where there is none."""
    try:
        return goal_called(visit.asking, visit.key)
    except InputError as error:
        raise UnknownEntryError(error.what, error.todo) from error


def _about(visit: Visit, goal: Goal) -> str:
    """The address of the page of what waits: of its issue, its meeting or its instrument; else of the condition."""
    if goal.kind is GoalKind.UNTOLD:
        return visit.entry("condition", visit.asking.graph.before(goal.id)[0].id)
    kind = "issue" if goal.kind is GoalKind.ISSUE else goal.kind.value
    return visit.entry(kind, goal.id)


def _values(visit: Visit, goal: Goal, found: Supposed, more: tuple[SystemAnswer, Sets]) -> dict[str, object]:
    """The JSON: the answers of `why`, `unblock` and `block`, and what is supposed."""
    asking, (why, stops) = visit.asking, more
    whole = SystemAnswer(
        why.title,
        why.lines,
        f"{CLOSING} {UNBLOCKS} {BLOCKS}",
        {
            "goal": why.values["tree"]["goal"],
            "supposed": supposed_values(found),
            "why": why.values["tree"],
            "unblock": sets_values(asking, found.left),
            "block": sets_values(asking, stops),
        },
    )
    return system_values(visit, whole)


def _way(visit: Visit, found: Supposed, move: Move) -> Way:
    made = tuple(one.id for one in found.made)
    is_made = move.id in made
    then = tuple(one for one in made if one != move.id) if is_made else (*made, move.id)
    return Way(move, upper_first(act_words(move)), known_words(move), is_made, _supposing(visit, then))


def _supposing(visit: Visit, made: Sequence[str]) -> str:
    """The address of this page with these moves supposed made."""
    return f"{visit.here(made=tuple(made))}#h-stands"


def _row(visit: Visit, found: Supposed, one: Requirement) -> Row:
    words = upper_first(condition_words(visit.asking.lookup, one))
    return Row(one, words, tuple(_way(visit, found, move) for move in one.ways), then_of(found, one).value)


def _listed(visit: Visit, found: Supposed, sets: Sets, what: str) -> Listed:
    made = tuple(one.id for one in found.made)
    shown = () if sets.free else sets.sets
    rows = tuple((one, held_words(one), _supposing(visit, (*made, *(move.id for move in one.moves)))) for one in shown)
    most = min(MOST, max(LISTED, len(shown)) * 5)
    return Listed(sizes_words(sets, what) if shown else "", rows, sets.rest if shown else 0, visit.here(most=most))


def _rows(asking: Asking, found: Supposed, stops: Sets) -> Iterator[tuple[object, ...]]:
    """A row for every move of every set that is listed."""
    about = _conditions(asking)
    for question, sets in (("unblock", found.left), ("block", stops)):
        for number, one in enumerate(() if sets.free else sets.sets, 1):
            for move in one.moves:
                yield (question, number, move.id, move.kind.value, move.about, "; ".join(move.by), move.whose.value,
                       "; ".join(about.get(move.id, ())))  # fmt: skip


def _conditions(asking: Asking) -> Mapping[str, list[str]]:
    """By the id of a move, the ids of the conditions that it is about."""
    found: dict[str, list[str]] = {}
    for one in asking.graph.requirements:
        for move in one.ways:
            found.setdefault(move.id, []).append(one.id)
    return found


PAGES = (Page("/goals/{key}", "goal.html", goal_page, GoalAsk, deep=True, shape=GoalPage),)
