"""Moves by what people type: short ids to show, ids or beginnings of them to find, near ones for what is none."""

import shlex
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from pourparler.case.conditions.requirement import Goal, Move
from pourparler.case.conditions.supposing import suppose
from pourparler.core.errors import InputError
from pourparler.faces.rows.lookup import SHORTEST
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.phrases import goal_words, move_words

MOST_NEAR = 6
"""Moves that are offered for one that there is not."""


def short_moves(moves: Iterable[Move]) -> dict[str, str]:
    """By the id of each move its shortest beginning that names no other of them, whole where none is short:
    waive:c3f2a."""
    ids = [move.id for move in moves]
    found = {}
    for one in ids:
        kind, _, rest = one.partition(":")
        thing = rest.partition(":")[0]
        begun = (f"{kind}:{thing[:length]}" for length in range(SHORTEST, len(thing) + 1))
        found[one] = next((short for short in begun if sum(each.startswith(short) for each in ids) == 1), one)
    return found


def typed_words(short: str) -> str:
    """The short id of a move as a terminal takes it: in quotes where a party of two words stands in it."""
    return shlex.quote(short)


def moves_called(asking: Asking, goal: Goal, typed: Sequence[str]) -> tuple[str, ...]:
    """The ids of the moves that were typed, each once: whole ids or beginnings, of moves that a condition before the
    goal asks for. Raises InputError with near ones for what is none of them, or several."""
    moves = {move.id: move for move in suppose(asking.graph, goal.id, (), 0).moves}
    return tuple(dict.fromkeys(_called(asking, goal, moves, one) for one in typed))


def _called(asking: Asking, goal: Goal, moves: dict[str, Move], typed: str) -> str:
    wanted = typed.strip().casefold()
    begun = [one for one in moves if wanted and one.casefold().startswith(wanted)]
    exact = [one for one in begun if one.casefold() == wanted]
    if len(exact or begun) == 1:
        return (exact or begun)[0]
    name = goal_words(asking.lookup, goal)
    if not moves:
        raise InputError(
            f"{name} waits for no move, so {typed!r} cannot be supposed made.", "All that waits: pourparler unblock."
        )
    near = begun or [one for one in moves if wanted and wanted in one.casefold()]
    near = near or get_close_matches(typed, moves, n=MOST_NEAR, cutoff=0.6)
    short = short_moves(moves.values())
    shown = near or list(moves)
    told = "; ".join(f"{typed_words(short[one])} ({move_words(moves[one])})" for one in shown[:MOST_NEAR])
    rest = f"; and {len(shown) - MOST_NEAR} more" if len(shown) > MOST_NEAR else ""
    todo = f"Did you mean {told}{rest}?" if near else f"Its moves: {told}{rest}."
    what = f"{len(begun)} of the moves that {name} waits for begin with {typed!r}."
    raise InputError(what if begun else f"No move that {name} waits for is {typed!r}.", todo)
