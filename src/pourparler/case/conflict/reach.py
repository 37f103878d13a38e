"""Where parties can go together: the legal sequences of moves of a coalition, under the rule that binds them.

In the standard definition (Fang, Hipel and Kilgour 1993, "Interactive Decision Making") a coalition reaches a state by
any sequence of moves of its members in which nobody moves twice in a row; by improvements, where every move of the
sequence is one that its mover strictly prefers to the state just before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from pourparler.case.conflict.graph import Graph, Mask, Moves
from pourparler.case.conflict.order import Order

Values = NDArray[np.int64]
"""A value for every state."""


@dataclass(frozen=True, slots=True)
class Join:
    """How the values of several states become one, and the value of no state at all."""

    by: np.ufunc
    nothing: int


LEAST = Join(np.minimum, int(np.iinfo(np.int64).max))
GREATEST = Join(np.maximum, int(np.iinfo(np.int64).min))


class Rule(StrEnum):
    """How often members of a coalition move when they answer a move."""

    STANDARD = "no_party_twice_in_a_row"
    TWICE = "twice_allowed"
    SINGLE = "one_move_of_one_party"


@dataclass(frozen=True, slots=True)
class Step:
    """A move as a person reads it: which party, from where to where (states numbered from 1)."""

    party: str
    start: int
    end: int


def improvements(moves: Moves, order: Order) -> Moves:
    """The moves to a state that an order holds strictly better."""
    return moves.only(order[moves.ends] > order[moves.starts])


def steps(graph: Graph, party: str, state: int, order: Order | None = None) -> tuple[Step, ...]:
    """The moves of one party out of a state, in ascending order; only its improvements where its order is given."""
    moves = graph.moves[graph.conflict.place(party)]
    if order is not None:
        moves = improvements(moves, order)
    ends = moves.ends[moves.starts == graph.place(state)]
    return tuple(Step(party, state, end + 1) for end in sorted(ends.tolist()))


def reached(
    graph: Graph, parties: Sequence[str], state: int, rule: Rule, orders: Sequence[Order] | None = None
) -> Mask:
    """The states (places from 0) that a coalition reaches from a state numbered from 1, the start itself left out.

    With `orders` (of all parties, in their order) it goes by improvements alone.
    """
    members = [graph.conflict.place(party) for party in parties]
    allowed = [
        graph.moves[member] if orders is None else improvements(graph.moves[member], orders[member])
        for member in members
    ]
    start = graph.place(state)
    found = np.zeros(len(graph), dtype=np.bool_)
    seen = {(start, -1)}
    waiting = list(seen)
    while waiting:
        place, last = waiting.pop()
        for member, moves in enumerate(allowed):
            if (member == last and rule is Rule.STANDARD) or (rule is Rule.SINGLE and last != -1):
                continue
            for end in moves.ends[moves.starts == place].tolist():
                found[end] = True
                if (end, member) not in seen:
                    seen.add((end, member))
                    waiting.append((end, member))
    found[start] = False
    return found


def gathered(values: Values, coalition: Sequence[Moves], rule: Rule, join: Join) -> Values:
    """For every state the values joined over all states that a coalition reaches from it; a row a state.

    Worked out for all states at once: what is reached after one more move, until nothing changes.
    """
    nothing = np.full_like(values, join.nothing)
    after = [nothing] * len(coalition)
    while True:
        first = [
            one_move(join.by(values, then).astype(values.dtype), moves, join)
            for then, moves in zip(after, coalition, strict=True)
        ]
        if rule is Rule.SINGLE or (rule is Rule.STANDARD and len(coalition) == 1):
            return _joined(first, nothing, join)
        if rule is Rule.TWICE:
            then = [_joined(first, nothing, join)] * len(coalition)
        else:
            then = [_joined(first[:last] + first[last + 1 :], nothing, join) for last in range(len(coalition))]
        if all(np.array_equal(new, old) for new, old in zip(then, after, strict=True)):
            return _joined(first, nothing, join)
        after = then


def one_move(values: Values, moves: Moves, join: Join) -> Values:
    """For every state the values joined over the states one move away."""
    found = np.full_like(values, join.nothing)
    starts, begins = moves.rows
    if begins.size:
        found[starts] = join.by.reduceat(values[moves.ends], begins, axis=0)
    return found


def _joined(found: Sequence[Values], nothing: Values, join: Join) -> Values:
    together = nothing
    for one in found:
        together = join.by(together, one).astype(nothing.dtype)
    return together
