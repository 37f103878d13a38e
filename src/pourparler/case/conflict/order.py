"""What a party prefers, as an order of all states: by ranking, or by priorities (option prioritisation).

An order is kept as one number a state, higher for better and equal for states it does not tell apart; the numbers mean
nothing beyond their order.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pourparler.case.conflict.condition import Condition
from pourparler.case.conflict.graph import Graph
from pourparler.core.errors import InputError

Order = NDArray[np.int64]
Ranking = tuple[tuple[int, ...], ...]
"""States numbered from 1, best first, states held equal in one tuple."""


def by_ranking(graph: Graph, ranking: Sequence[int | Sequence[int]]) -> Order:
    """The order of a ranking, best first, ties as inner sequences.

    Raises InputError where a state is left out, named twice or not there.
    """
    found = np.zeros(len(graph), dtype=np.int64)
    for depth, tied in enumerate(ranking):
        for state in [tied] if isinstance(tied, int) else tied:
            place = graph.place(state)
            if found[place]:
                raise InputError(f"The ranking names state {state} twice.", "Name every state once.")
            found[place] = len(ranking) - depth
    missing = np.flatnonzero(found == 0) + 1
    if missing.size:
        raise InputError(
            f"The ranking leaves out {', '.join(map(str, missing[:10].tolist()))} of the {len(graph)} states.",
            "Rank every state, or state a hypothesis: there, unknown pairs are allowed.",
        )
    return found


def by_priorities(graph: Graph, statements: Sequence[Condition]) -> Order:
    """The order of preference statements, the most important first (Hipel, Kilgour, Fang and Peng 1997).

    A state is better where the first statement on which two states differ holds; states that meet the same statements
    are equal.
    """
    order = np.zeros(len(graph), dtype=np.int64)
    for statement in statements:
        order = _dense(order * 2 + graph.where(statement))
    return order


def ranking_of(order: Order) -> Ranking:
    """An order as a person reads it: states numbered from 1, best first, equal ones together."""
    return tuple(
        tuple((np.flatnonzero(order == value) + 1).tolist()) for value in sorted(set(order.tolist()), reverse=True)
    )


def _dense(order: Order) -> Order:
    return np.unique(order, return_inverse=True)[1].astype(np.int64)
