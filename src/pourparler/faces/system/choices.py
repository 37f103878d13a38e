"""Many minimal sets told as few lines: one choice of each line, where the lines have no move in common."""

from collections.abc import Iterable, Sequence
from math import prod

from pourparler.case.conditions.requirement import Move
from pourparler.case.conditions.unblocking import MoveSet, Sets, Solved
from pourparler.faces.wording.names import counted

Choice = tuple[MoveSet, ...]
"""What is to be chosen from: sets of moves, mostly of one move each, of which any one will do."""

MOST_CHOICES = 12
"""Sets of one line beyond which a line is no easier to read than a list; set by hand."""


def choices(found: Solved) -> tuple[Choice, ...]:
    """Lines such that one set of each, whichever, is together a minimal set that clears a goal, and no other is; empty
    where there are none.

    They come from what keeps the goal waiting: sets that have a move in common belong to one line, which offers every
    smallest way of hitting them all. Where no two have a move in common, a line offers the moves of one.
    """
    stops = found.stopping()
    if stops.tangled or stops.rest:
        return ()
    moves = {move.id: move for one in stops.sets for move in one.moves}
    lines = tuple(_offered(tied, moves) for tied in _tied(frozenset(m.id for m in one.moves) for one in stops.sets))
    fits = all(0 < len(line) <= MOST_CHOICES for line in lines) and prod(map(len, lines)) == found.clearing(0).total
    return lines if fits and len(lines) > 1 else ()


def choice_words(found: Sets, rows: Sequence[Choice], made: bool = False) -> str:
    """That one choice of each of some lines clears a goal, or with moves `made` what is left before it."""
    noun = "move" if all(len(one.moves) == 1 for row in rows for one in row) else "choice"
    what = "sets of further moves clear what is left" if made else "sets of moves clear it"
    return f"{counted(found.total)} minimal {what}: one {noun} of each of these {len(rows)} lines."


def _tied(sets: Iterable[frozenset[str]]) -> list[list[frozenset[str]]]:
    """Sets in groups, so that no move is in two groups; in the order of their first set."""
    groups: list[list[frozenset[str]]] = []
    for one in sets:
        near = [group for group in groups if any(one & other for other in group)]
        if near:
            near[0].append(one)
            for group in near[1:]:
                near[0].extend(group)
                groups.remove(group)
        else:
            groups.append([one])
    return groups


def _offered(tied: list[frozenset[str]], moves: dict[str, Move]) -> Choice:
    """Every minimal set of moves that has one of each set (Berge 1989, the transversals taken set by set), the smallest
    first; none where there are far too many."""
    found: list[frozenset[str]] = [frozenset()]
    for one in tied:
        wider = {each if each & one else each | {move} for each in found for move in one}
        found = [each for each in wider if not any(other < each for other in wider)]
        if len(found) > MOST_CHOICES**2:
            return ()
    found.sort(key=lambda each: (len(each), sorted(each)))
    return tuple(MoveSet(tuple(moves[name] for name in sorted(each))) for each in found)
