"""Stability where preferences are partly unknown: what holds in every completion, and what holds in at least one.

For Nash, GMR and SMR only the party's own order counts, and of it only which states are at or below the state judged:
the more of them, the fewer improvements it has and the more answers deter it. So the completion that puts a state as
high as can be decides whether it is stable under some order, and the one that puts it as low as can be whether it is
under all. For SEQ the same holds of the others' improvements, but one order of theirs need not have all the possible
ones at once: there the two bounds are sure, and what lies between them is for enumeration to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pourparler.case.conflict.concepts import Concept
from pourparler.case.conflict.graph import Graph, Mask, Moves
from pourparler.case.conflict.partial import Partial
from pourparler.case.conflict.reach import ANY_BIT, EVERY_BIT, Rule, gathered, one_move

MOST_BYTES = 1 << 26
"""How much of the table of moves by states is worked on at once."""


@dataclass(frozen=True, slots=True, eq=False)
class Below:
    """`surely[t, s]`: t is no better than s in every completion; `perhaps[t, s]`: in at least one."""

    surely: Mask
    perhaps: Mask


def below(partials: Sequence[Partial]) -> Below:
    """What is no better than what, in all of several variants together."""
    surely = [partial.above.T | (partial.group[:, None] == partial.group[None, :]) for partial in partials]
    perhaps = [~partial.above for partial in partials]
    return Below(np.logical_and.reduce(surely), np.logical_or.reduce(perhaps))


def sure_and_possible(moves: Moves, known: Below) -> tuple[Moves, Moves]:
    """The moves of a party that improve in every completion, and those that do in at least one."""
    return (
        moves.only(~known.perhaps[moves.ends, moves.starts]),
        moves.only(~known.surely[moves.ends, moves.starts]),
    )


def stable_where(
    graph: Graph, party: int, no_better: Mask, answers: Sequence[Moves], how: tuple[Concept, Rule]
) -> Mask:
    """The states that are stable for a party when `no_better[t, s]` says which states are no better than s.

    `answers` are the moves of each of the others; every column (a state s) is judged by itself.
    """
    concept, rule = how
    own = graph.moves[party]
    better = ~no_better[own.ends, own.starts]
    found = np.ones(len(graph), dtype=np.bool_)
    if concept is Concept.NASH:
        found[own.starts[better]] = False
        return found
    edges = max([1, own.starts.size, *(moves.starts.size for moves in answers)])
    width = max(1, MOST_BYTES // edges) * 8
    for begin in range(0, len(graph), width):
        columns = slice(begin, begin + width)
        deters = np.packbits(no_better[:, columns], axis=1)
        if concept is Concept.SMR:
            deters &= one_move(deters, own, EVERY_BIT)
        bits = gathered(deters, answers, rule, ANY_BIT)
        answered = np.unpackbits(bits, axis=1, count=no_better[:, columns].shape[1]).astype(np.bool_)
        here = better & (own.starts >= begin) & (own.starts < begin + width)
        starts, ends = own.starts[here], own.ends[here]
        found[starts[~answered[ends, starts - begin]]] = False
    return found
