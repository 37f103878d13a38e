"""Sequential stability where preferences are partly unknown: what every order shows, and an order that shows it.

For each state and party two bounds and two proofs. *Sure*: answered by improvements that every order has. *Possible*:
answered by improvements that some order has, each by itself. *Held*: there are orders under which the state is stable,
as they can be written down; *failed*: there are orders under which it is not.

A state is held where orders can be written from the best down so that no improvement from it comes before all of its
answers: each waits for one of several states, and for all that are known to be better. What can be placed is placed,
until nothing more can be (Möhring, Skutella and Stork 2004, "Scheduling with AND/OR precedence constraints"). With two
parties that finds all there is for each; with more, or for all at once, it may miss what takes several moves or a
choice. A state has failed where an improvement leads into states that the others leave by no improvement, in orders in
which each of these is above all that it could be left for. What is neither is for enumeration.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pourparler.case.conflict.bounds import Below, Ground, closed, joined
from pourparler.case.conflict.graph import Mask, Places
from pourparler.case.conflict.packed import Bits, Naming, Packed, pack, turned, unpack


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
    """What is sure and possible; no more is held than what is sure, and nothing has failed."""
    ground = known.ground
    sure, possible = [], []
    for party, own in enumerate(known.below):
        moves = ground.moves[party].table
        surely = ground.answered(own.surely, known.others(known.sure, party))
        perhaps = ground.answered(own.perhaps, known.others(known.perhaps, party), composed=False)
        sure.append(~ground.unanswered(moves & ~own.surely, surely))
        possible.append(~ground.unanswered(moves & ~own.perhaps, perhaps))
    rows = [np.vstack([each, np.logical_and.reduce(each)]) for each in (sure, possible)]
    return Proved(rows[0], rows[1], rows[0], np.zeros_like(rows[0]))


def prove(known: Known) -> Proved:
    """All that can be proved of sequential stability in one variant of every party, without going through orders."""
    found = bounds(known)
    held, possible, failed = found.sure.copy(), found.possible.copy(), ~found.sure
    parties = tuple(range(len(known.below)))
    one_step = known.ground.is_one_step(known.sure[1:])
    left = np.flatnonzero(possible[-1] & ~held[-1])
    held[-1, left] = _held(known, parties, left)
    held[:-1] |= held[-1]
    for party in parties:
        left = np.flatnonzero(possible[party] & ~held[party])
        held[party, left] = _held(known, (party,), left)
        if one_step and len(parties) == 2:
            possible[party] = held[party]
        if not one_step:
            failed[party] = _failed(known, party, failed[party] & possible[party])
    failed[-1] = failed[:-1].any(axis=0)
    possible[-1] = possible.all(axis=0)
    return Proved(found.sure, possible, held, failed)


def _failed(known: Known, party: int, states: Mask) -> Mask:
    """Which of some states have an improvement from which the others can be kept away from every answer."""
    own = known.below[party].surely
    low = known.ground.moves[party].table & ~own & pack(states[None, :])
    surely = known.ground.answered(own, known.others(known.sure, party))
    kept = _kept_in(known, party, np.flatnonzero((low & ~surely).any(axis=1)))
    away = ~Naming(turned(kept, len(kept))).unite(own)
    return unpack(np.bitwise_or.reduce(low & ~surely & away, axis=0), states.size)


def _kept_in(known: Known, party: int, states: Places) -> Bits:
    """For each of some states (a bit) those, itself among them, that no other party leaves by an improvement.

    There are orders in which each state kept in is above all that a party could leave it for: what cannot be placed so
    is kept in too.
    """
    ground = known.ground
    itself = pack(np.eye(len(ground.graph), dtype=np.bool_))
    found = closed(itself, [moves.back for moves in known.others(known.sure, party)])
    changing = np.unique(states >> 3)
    while changing.size:
        before = np.take(found, changing, axis=1)
        kept = before
        for other, moves in enumerate(ground.moves):
            if other != party:
                kept = kept | _circling(moves, known.below[other].no_better, kept)
        found[:, changing] = kept
        changing = changing[(kept != before).any(axis=0)]
    return found


def _circling(moves: Packed, no_better: Naming, kept: Bits) -> Bits:
    """What a party could leave the states kept in for, and cannot place below them: it would come before itself.

    Of the states outside those stay that one kept in has to be above, which itself is no better than one that stays.
    """
    outside = moves.back.ahead(kept) & ~kept
    left = np.arange(kept.shape[1])
    while left.size:
        before, inside = np.take(outside, left, axis=1), np.take(kept, left, axis=1)
        caught = moves.ahead(before) & inside
        caught &= no_better.unite(before)
        now = before & moves.back.ahead(caught)
        outside[:, left] = now
        left = left[(now != before).any(axis=0) & now.any(axis=0)]
    return outside


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
            held_up = known.below[party].no_better.unite(waits)
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
