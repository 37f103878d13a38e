"""Verdicts for a board, worked out once: they rest on the board, its hypotheses and the rule alone."""

from dataclasses import replace
from functools import lru_cache

from pourparler.case.conflict.answer import Answer
from pourparler.case.conflict.answer import answer as solve
from pourparler.case.conflict.graph import Graph, draw
from pourparler.case.conflict.hypothesis import Hypothesis
from pourparler.case.conflict.model import Conflict
from pourparler.case.conflict.reach import Rule
from pourparler.case.options.supposed import Kept

MOST_MOVES = 3_000_000
"""Moves between states up to which a page waits for verdicts: seconds, and some 50 MB. Of boards of twelve options only
those have more of which one party holds ten or eleven (docs/conflict.md)."""

MOST_KEPT = 6
"""Answers that a server keeps: a board by each rule, and another's; one of 4,096 states takes some 50 MB."""

MOST_GRAPHS = 2
"""Graphs that it keeps beside: one of 4,096 states takes up to 140 MB."""


def graph_of(kept: Kept) -> Graph:
    """The states of a board and the moves between them."""
    return _graph(kept.model.conflict)


def moves_in(graph: Graph) -> int:
    """How many moves there are between the states of a graph."""
    return sum(moves.starts.size for moves in graph.moves)


def verdicts_for(kept: Kept, rule: Rule) -> Answer | None:
    """The verdicts for a board; None where it has more moves than a page waits for.

    Raises InputError where its hypotheses contradict one another.
    """
    if moves_in(graph_of(kept)) > MOST_MOVES:
        return None
    plain = tuple(replace(one, because="because", evidence=()) for one in kept.hypotheses)
    return _solved(kept.model.conflict, plain, rule)


@lru_cache(maxsize=MOST_GRAPHS)
def _graph(conflict: Conflict) -> Graph:
    return draw(conflict)


@lru_cache(maxsize=MOST_KEPT)
def _solved(conflict: Conflict, hypotheses: tuple[Hypothesis, ...], rule: Rule) -> Answer:
    return solve(_graph(conflict), hypotheses, rule)
