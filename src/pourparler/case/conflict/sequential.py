"""Sequential stability where preferences are partly unknown: what every order shows, and an order that shows it.

For each state and party two bounds and two proofs. *Sure*: answered by improvements that every order has. *Possible*:
answered by improvements that some order has, each by itself. *Held*: one set of orders was constructed under which the
state is stable; *failed*: one under which it is not.

A state is held where orders can be written from the best down so that no improvement from it is placed before one of
its answers: each waits for one of several states to come first, and for all that are known to be better. What can be
placed is placed, until nothing more can be (precedence with "and" and "or": Möhring, Skutella and Stork 2004, "Scheduling
with AND/OR precedence constraints"). With two parties nothing else can help, so that held is the same as possible under
one order, and failed the opposite of sure; with more, an answer may take several moves, and what is neither proved
nor excluded is left for enumeration.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pourparler.case.conflict.bounds import Below, Ground, joined
from pourparler.case.conflict.graph import Mask, Places
from pourparler.case.conflict.packed import Bits, Packed, pack, turned, unions, unpack


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What is known of every party's preference in one variant: tables, and the moves that improve surely, perhaps."""

    ground: Ground
    below: tuple[Below, ...]
    sure: tuple[Packed, ...]
    perhaps: tuple[Packed, ...]

    @classmethod
    def of(cls, ground: Ground, tables: Sequence[Below]) -> "Known":
        """What the tables of each party, in their order, say of their moves."""
        pairs = list(zip(ground.moves, tables, strict=True))
        sure = tuple(moves.only(own.perhaps) for moves, own in pairs)
        return cls(ground, tuple(tables), sure, tuple(moves.only(own.surely) for moves, own in pairs))

    def others(self, moves: Sequence[Packed], party: int) -> tuple[Packed, ...]:
        """Of the moves of each party those of all but one."""
        return tuple(one for place, one in enumerate(moves) if place != party)


@dataclass(frozen=True, slots=True, eq=False)
class Proved:
    """Of each party, and in the last row of all together, at each state: what is sure, possible, held and failed."""

    sure: Mask
    possible: Mask
    held: Mask
    failed: Mask


def bounds(known: Known) -> Proved:
    """What is sure and possible; held is no more than what is sure."""
    rows = [np.array(each) for each in zip(*(_bounds(known, party) for party in range(len(known.below))), strict=True)]
    sure, possible, failed = (np.vstack([each, each.all(axis=0)]) for each in rows)
    failed[-1] = failed[:-1].any(axis=0)
    return Proved(sure, possible, sure, failed)


def prove(known: Known) -> Proved:
    """All that can be proved of sequential stability in one variant of every party, without going through orders."""
    found = bounds(known)
    held, possible = found.sure.copy(), found.possible.copy()
    parties = tuple(range(len(known.below)))
    whole = len(parties) == 2 and known.ground.is_one_step(known.sure[1:])
    left = np.flatnonzero(possible[-1] & ~held[-1])
    held[-1, left] = _held(known, parties, left)
    held[:-1] |= held[-1]
    for party in parties:
        left = np.flatnonzero(possible[party] & ~held[party])
        held[party, left] = _held(known, (party,), left)
        if whole:
            possible[party] = held[party]
    possible[-1] = possible.all(axis=0)
    return Proved(found.sure, possible, held, found.failed)


def _bounds(known: Known, party: int) -> tuple[Mask, Mask, Mask]:
    """The states that are surely stable for a party, possibly stable, and unstable under some orders."""
    ground, own = known.ground, known.below[party]
    moves = ground.moves[party].table
    sure, perhaps = known.others(known.sure, party), known.others(known.perhaps, party)
    high, low = moves & ~own.perhaps, moves & ~own.surely
    possible = ~ground.unanswered(high, ground.answered(own.perhaps, perhaps, composed=False))
    surely = ground.answered(own.surely, sure)
    unsure = ground.unanswered(low, surely)
    if ground.is_one_step(sure):
        return ~unsure, possible, unsure
    failed = ground.unanswered(low, unions(_turned_bytes(_kept_in(known, party)), own.surely))
    return ~unsure, possible, failed


def _kept_in(known: Known, party: int) -> Bits:
    """For every state (a bit) states that include it and that no other party leaves by an improvement, in some orders.

    In these orders each state kept in is above all that a party could leave it for. Where that is no order, what
    cannot be placed is kept in too.
    """
    ground = known.ground
    found = pack(np.eye(len(ground.graph), dtype=np.bool_))
    changing = np.arange(found.shape[1])
    while changing.size:
        before = np.take(found, changing, axis=1)
        kept = before
        for other, moves in enumerate(ground.moves):
            if other != party:
                kept = kept | _circling(moves, known.below[other].surely_turned, kept)
        found[:, changing] = kept
        changing = changing[(kept != before).any(axis=0)]
    return found


def _circling(moves: Packed, no_better: Bits, kept: Bits) -> Bits:
    """What a party could leave the states kept in for, and cannot place below them: it would come before itself.

    Of the states outside those stay that one kept in should be above, which itself is no better than one that stays.
    """
    outside = moves.back.ahead(kept) & ~kept
    left = np.arange(kept.shape[1])
    while left.size:
        before, inside = np.take(outside, left, axis=1), np.take(kept, left, axis=1)
        caught = moves.ahead(before) & inside
        caught &= unions(no_better, before)
        now = before & moves.back.ahead(caught)
        outside[:, left] = now
        left = left[(now != before).any(axis=0) & now.any(axis=0)]
    return outside


def _turned_bytes(table: Bits) -> Bits:
    """For every bit of a table the states in whose rows it is set, as `unions` takes them."""
    return np.ascontiguousarray(turned(unpack(table, len(table))).T)


def _held(known: Known, asked: Sequence[int], states: Places) -> Mask:
    """Which of some states are stable for all parties asked together under one set of orders, as far as constructed.

    Each party asked holds the state as high as it can: nothing is above it but what is known to be.
    """
    if not states.size:
        return np.zeros(0, dtype=np.bool_)
    columns = np.unique(states >> 3)
    stuck = unpack(_stuck(known, asked, columns), columns.size * 8)
    return ~stuck[np.searchsorted(columns, states >> 3) * 8 + (states & 7)]


def _stuck(known: Known, asked: Sequence[int], columns: Places) -> Bits:
    """The states (bits of some columns of a table) with an improvement that cannot be placed after an answer."""
    ground = known.ground
    parties = range(len(ground.moves))
    high = [np.take(known.below[party].perhaps, columns, axis=1) for party in parties]
    waiting = {party: np.take(ground.moves[party].table, columns, axis=1) & ~high[party] for party in asked}
    nothing = np.zeros_like(high[0])
    while True:
        free = {}
        for party in parties:
            waits = joined([one for other, one in waiting.items() if other != party], nothing)
            held_up = unions(known.below[party].surely_turned, waits)
            if len(asked) > 1:  # nothing comes before the state judged but what is known to be above it
                held_up |= high[party] & _own_bits(held_up, columns)
            free[party] = ~held_up
        left = {}
        for party, improvements in waiting.items():
            answers = [ground.moves[other].around(high[party] & free[other]) for other in parties if other != party]
            left[party] = improvements & ~joined(answers, nothing)
        if all(np.array_equal(left[party], waiting[party]) for party in asked):
            return np.asarray(np.bitwise_or.reduce(joined(list(left.values()), nothing), axis=0))
        waiting = left


def _own_bits(table: Bits, columns: Places) -> Bits:
    """Of some columns of a table the bit of every state in its own row."""
    states = (columns[:, None] * 8 + np.arange(8)).ravel()
    rows = unpack(table[np.minimum(states, len(table) - 1)], states.size)
    return np.packbits(rows.diagonal() & (states < len(table)))
