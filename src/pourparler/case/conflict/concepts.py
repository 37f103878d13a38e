"""Stability: which states a party has no reason to leave, by four concepts, and which are equilibria for all parties.

Definitions as in Fang, Hipel and Kilgour 1993 ("Interactive Decision Making: The Graph Model for Conflict
Resolution"). Of a party and a state s:
- Nash (R): the party has no improvement from s.
- General metarational (GMR): every improvement can be answered by the others with moves, liked by them or not, to a
  state no better for the party than s.
- Symmetric metarational (SMR): such an answer, from which no move of the party itself leads to a state better than s.
- Sequential (SEQ): every improvement can be answered by improvements of the others to a state no better than s.

A party with no one to answer it is stable only where it is Nash stable.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from pourparler.case.conflict.graph import Graph, Mask
from pourparler.case.conflict.order import Order
from pourparler.case.conflict.reach import GREATEST, LEAST, Rule, gathered, improvements, one_move
from pourparler.core.errors import InputError


class Concept(StrEnum):
    """Concepts of stability, from the one that looks least ahead."""

    NASH = "nash"
    GMR = "gmr"
    SMR = "smr"
    SEQ = "seq"


CONCEPTS = tuple(Concept)


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """Which states are stable: `stable[concept, party, state]`, counted from 0 in the order of each."""

    graph: Graph
    rule: Rule
    stable: NDArray[np.bool_]

    def of(self, concept: Concept, party: str | None = None) -> tuple[int, ...]:
        """The states (numbered from 1) that are stable for one party; without one the equilibria, stable for all."""
        found = self.stable[CONCEPTS.index(concept)]
        return _numbers(found.all(axis=0) if party is None else found[self.graph.conflict.place(party)])


def solve(graph: Graph, orders: Sequence[Order], rule: Rule = Rule.STANDARD) -> Solution:
    """Every concept for every party; raises InputError where an order is missing or of another conflict."""
    check_orders(graph, orders)
    parties = range(len(graph.moves))
    found = [[stable(graph, orders, party, concept, rule) for party in parties] for concept in CONCEPTS]
    return Solution(graph, rule, np.array(found))


def stable(graph: Graph, orders: Sequence[Order], party: int, concept: Concept, rule: Rule) -> Mask:
    """The states that are stable for one party (its place in the order of parties), by one concept."""
    own = orders[party]
    better = improvements(graph.moves[party], own)
    found = np.ones(len(graph), dtype=np.bool_)
    if concept is Concept.NASH:
        found[better.starts] = False
        return found
    others = [place for place in range(len(graph.moves)) if place != party]
    answers = [
        improvements(graph.moves[place], orders[place]) if concept is Concept.SEQ else graph.moves[place]
        for place in others
    ]
    best_after = own
    if concept is Concept.SMR:
        best_after = np.maximum(own, one_move(own, graph.moves[party], GREATEST))
    worst = gathered(best_after, answers, rule, LEAST)
    found[better.starts[worst[better.ends] > own[better.starts]]] = False
    return found


def check_orders(graph: Graph, orders: Sequence[Order]) -> None:
    """Raises InputError where there is not one order of the graph's states for every party."""
    if len(orders) != len(graph.moves) or any(order.shape != (len(graph),) for order in orders):
        parties = ", ".join(graph.conflict.parties)
        raise InputError(
            f"Solving takes one order of the {len(graph)} states for each of {parties}.",
            "Rank the states for every party.",
        )


def _numbers(mask: Mask) -> tuple[int, ...]:
    return tuple((np.flatnonzero(mask) + 1).tolist())
