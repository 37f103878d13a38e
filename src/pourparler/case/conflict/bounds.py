"""Stability where preferences are partly unknown: what holds in every completion, and what holds in at least one.

For Nash, GMR and SMR only the party's own order counts, and of it only which states are at or below the state judged:
the more of them, the fewer improvements it has and the more answers deter it. So the completion that puts a state as
high as can be decides whether it is stable under some order, and the one that puts it as low as can be whether it is
under all. For SEQ the others' orders count too: see `sequential`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from pourparler.case.conflict.concepts import Concept
from pourparler.case.conflict.graph import Graph, Mask
from pourparler.case.conflict.packed import Bits, Naming, Packed, pack, turned, unpack
from pourparler.case.conflict.partial import Partial
from pourparler.case.conflict.reach import Rule


@dataclass(frozen=True, eq=False)
class Below:
    """Tables of which state (the row) is no better than which (the bit): in every completion, and in at least one."""

    surely: Bits
    perhaps: Bits

    @cached_property
    def no_better(self) -> Naming:
        """Every state naming those that it is surely no better than."""
        return Naming(self.surely)


def below(partial: Partial) -> Below:
    """What is no better than what."""
    alike = pack(partial.group[:, None] == partial.group[None, :])
    above = pack(partial.above)
    return Below(turned(above, len(above)) | alike, ~above)


def joint(variants: Sequence[Below]) -> Below:
    """What is no better than what, in all of several variants together."""
    surely = [one.surely for one in variants]
    return Below(np.bitwise_and.reduce(surely), np.bitwise_or.reduce([one.perhaps for one in variants]))


class Ground:
    """A graph made ready: the moves of every party as blocks, and how others answer together under a rule."""

    def __init__(self, graph: Graph, rule: Rule) -> None:
        """A graph under one rule."""
        self.graph = graph
        self.rule = rule
        self.moves = tuple(Packed.of(moves, len(graph)) for moves in graph.moves)

    def others(self, party: int) -> tuple[Packed, ...]:
        """The moves of all but one party."""
        return tuple(moves for place, moves in enumerate(self.moves) if place != party)

    @cached_property
    def is_direct(self) -> bool:
        """Whether what a party can do in two moves it can do in one, as wherever no states are merged."""
        return all(len(codes) == 1 for codes in self.graph.codes)

    def is_one_step(self, coalition: Sequence[Packed]) -> bool:
        """Whether one move is all that a coalition answers with."""
        return self.rule is Rule.SINGLE or (len(coalition) == 1 and (self.rule is Rule.STANDARD or self.is_direct))

    def answered(self, table: Bits, coalition: Sequence[Packed], composed: bool = True) -> Bits:
        """For every state the union of the rows that a coalition reaches from it; its own row may be among them (it is
        no answer to an improvement, which is better than the state judged).

        `composed`: the moves are such that two of one party in a row are one of them, where no states are merged. Then
        the standard rule allows what moving twice in a row does, and the shorter way is taken.
        """
        if self.is_one_step(coalition):
            return joined([moves.around(table) for moves in coalition], table)
        if (composed and self.is_direct) or (self.rule is Rule.TWICE and not self.is_direct):
            return closed(table, coalition)
        return _by_turns(table, coalition)

    def unanswered(self, improvements: Bits, answered: Bits) -> Mask:
        """The states with an improvement (a bit in the row where it leads) that is not answered."""
        return unpack(np.bitwise_or.reduce(improvements & ~answered, axis=0), len(self.graph))


def stable_where(ground: Ground, party: int, no_better: Bits, concept: Concept) -> Mask:
    """The states that are stable for a party by Nash, GMR or SMR when the table says which are no better than which."""
    improvements = ground.moves[party].table & ~no_better
    if concept is Concept.NASH:
        return ~ground.unanswered(improvements, np.zeros_like(no_better))
    deters = no_better
    if concept is Concept.SMR:
        deters = no_better & ~ground.moves[party].around(~no_better)
    return ~ground.unanswered(improvements, ground.answered(deters, ground.others(party)))


def closed(table: Bits, coalition: Sequence[Packed]) -> Bits:
    """The union over all sequences of moves: party after party, until a round brings nothing more."""
    found = table
    while True:
        before = found
        for moves in coalition:
            found = moves.around(found)
        if np.array_equal(found, before):
            return found


def _by_turns(table: Bits, coalition: Sequence[Packed]) -> Bits:
    """The union over the sequences in which nobody moves twice in a row."""
    first = [np.zeros_like(table) for _ in coalition]
    while True:
        now = [moves.ahead(joined(first[:place] + first[place + 1 :], table)) for place, moves in enumerate(coalition)]
        if all(np.array_equal(one, other) for one, other in zip(now, first, strict=True)):
            return joined(now, np.zeros_like(table))
        first = now


def joined(tables: Sequence[Bits], table: Bits) -> Bits:
    """The union of tables, and of one more."""
    for one in tables:
        table = table | one
    return table
