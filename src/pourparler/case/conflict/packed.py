"""Sets of states as rows of bits, and moves that are followed for all of them at once.

A *table* has a row for every state and in it a bit for every state of a second kind (the states that are judged). What
a party can come to from a state is worked out in the blocks of states that its moves tie together, by looking up the
union of every few rows once (the "four Russians": Arlazarov, Dinic, Kronrod and Faradzev 1970).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from pourparler.case.conflict.graph import Mask, Moves, Places

Bits = NDArray[np.uint8]
FEW, MANY = 4, 8
"""Rows whose unions are looked up together, in blocks of up to `WIDE` states and in wider ones (measured faster)."""
WIDE = 128
TURNS = tuple(
    (np.uint64(shift), np.uint64(mask))
    for shift, mask in ((7, 0x00AA00AA00AA00AA), (14, 0x0000CCCC0000CCCC), (28, 0x00000000F0F0F0F0))
)


def pack(mask: Mask) -> Bits:
    """A table of truths."""
    return np.packbits(mask, axis=1)


def turned(table: Bits, count: int) -> Bits:
    """A table with rows and bits changed, of so many bits: eight by eight (Warren 2002, "Hacker's Delight")."""
    rows = -(-len(table) // 8)
    filled = np.zeros((rows * 8, table.shape[1]), dtype=np.uint8)
    filled[: len(table)] = table
    words = np.ascontiguousarray(filled.reshape(rows, 8, -1).swapaxes(1, 2)).view(">u8").astype(np.uint64)
    for shift, mask in TURNS:
        changed = (words ^ (words >> shift)) & mask
        words ^= changed ^ (changed << shift)
    found = words.astype(">u8").view(np.uint8).reshape(rows, -1).T
    return np.ascontiguousarray(found[:count])


def unpack(bits: Bits, count: int) -> Mask:
    """The truths of a row of so many bits, or of rows of them."""
    return np.unpackbits(bits, axis=-1, count=count).view(np.bool_)


@dataclass(frozen=True, slots=True)
class Block:
    """Groups of as many states each, and `can[g, a, b]`: whether a move leads from the a-th of group g to the b-th.

    Groups are filled up with the number of states, which is none of them.
    """

    members: Places
    can: Mask


class Packed:
    """The moves of a party as blocks, ready to be followed."""

    def __init__(self, states: int, blocks: tuple[Block, ...]) -> None:
        """Blocks over so many states; each state is in one group of one block at most."""
        self.states = states
        self.blocks = blocks

    @classmethod
    def of(cls, moves: Moves, states: int) -> "Packed":
        """All moves of a party in a graph of so many states."""
        group = _tied(moves, states)
        sizes = np.bincount(group, minlength=states)
        wide = np.maximum(FEW, 1 << np.ceil(np.log2(np.maximum(sizes, 1))).astype(np.intp))
        order = np.argsort(group, kind="stable")
        within = np.empty(states, dtype=np.intp)
        within[order] = np.arange(states) - np.searchsorted(group[order], group[order])
        blocks = []
        for width in np.unique(wide[sizes > 1]).tolist():
            groups = np.flatnonzero((wide == width) & (sizes > 1))
            number = np.full(states, -1, dtype=np.intp)
            number[groups] = np.arange(groups.size)
            inside = np.flatnonzero(number[group] >= 0)
            members = np.full((groups.size, width), states, dtype=np.intp)
            members[number[group[inside]], within[inside]] = inside
            here = number[group[moves.starts]] >= 0
            starts, ends = moves.starts[here], moves.ends[here]
            can = np.zeros((groups.size, width, width), dtype=np.bool_)
            can[number[group[starts]], within[starts], within[ends]] = True
            blocks.append(Block(members, can))
        return cls(states, tuple(blocks))

    def only(self, no_better: Bits) -> "Packed":
        """Those of the moves that do not lead to a state that the table calls no better than where they start."""
        kept = ~unpack(no_better, self.states)
        found = []
        for block in self.blocks:
            inside = np.minimum(block.members, self.states - 1)
            can = block.can & kept[inside[:, None, :], inside[:, :, None]]
            if can.any():
                found.append(Block(block.members, can))
        return Packed(self.states, tuple(found))

    def ahead(self, table: Bits) -> Bits:
        """For every state the union of the rows one move away."""
        found = np.zeros_like(table)
        for block, codes in zip(self.blocks, self._codes, strict=True):
            rows = _padded(table, block.members)
            joined = _unions(rows, codes, _together(block))
            inside = block.members < self.states
            found[block.members[inside]] = joined[inside]
        return found

    def around(self, table: Bits) -> Bits:
        """For every state the union of its own row and the rows one move away."""
        found = table.copy()
        for block, codes, whole in zip(self.blocks, self._codes, self._whole, strict=True):
            rows = _padded(table, block.members)
            if whole:
                joined = np.broadcast_to(np.bitwise_or.reduce(rows, axis=1, keepdims=True), rows.shape)
            else:
                joined = _unions(rows, codes, _together(block))
            inside = block.members < self.states
            found[block.members[inside]] |= joined[inside]
        return found

    @cached_property
    def back(self) -> "Packed":
        """The moves the other way round."""
        return Packed(self.states, tuple(Block(block.members, block.can.swapaxes(1, 2)) for block in self.blocks))

    @cached_property
    def table(self) -> Bits:
        """The moves as a table: the row of a state has the states from which a move leads to it."""
        found = np.zeros((self.states, self.states), dtype=np.bool_)
        for block in self.blocks:
            group, start, end = np.nonzero(block.can)
            found[block.members[group, end], block.members[group, start]] = True
        return pack(found)

    @cached_property
    def _codes(self) -> tuple[Bits, ...]:
        found = []
        for block in self.blocks:
            count, width, _ = block.can.shape
            few = _together(block)
            parts = block.can.reshape(count, width, width // few, few)
            codes = np.packbits(parts, axis=3, bitorder="little")[..., 0]
            found.append(np.ascontiguousarray(np.moveaxis(codes, 2, 0)))
        return tuple(found)

    @cached_property
    def _whole(self) -> tuple[bool, ...]:
        """Of each block, whether a move leads from every state of a group to every other."""
        found = []
        for block in self.blocks:
            inside = block.members < self.states
            every = inside[:, :, None] & inside[:, None, :] & ~np.eye(inside.shape[1], dtype=np.bool_)
            found.append(bool((block.can == every).all()))
        return tuple(found)


class Naming:
    """For every state the states that it names, ready to unite the rows of tables.

    States that name the same, and states that the same ones name, are taken together: of a preference told in a few
    statements few kinds are left. That a state names itself is kept apart.
    """

    def __init__(self, named: Bits) -> None:
        """A table with a row for every state that names, and in it the bits of those it names."""
        itself = pack(np.eye(len(named), dtype=np.bool_))
        self._own = (named & itself).any(axis=1)
        rows, self._kind = _kinds(named & ~itself)
        columns, kinds = _kinds(turned(rows, len(named)))
        self._order = np.argsort(kinds, kind="stable")
        self._begins = np.searchsorted(kinds[self._order], np.arange(len(columns)))
        self._columns = np.ascontiguousarray(turned(columns, len(rows)).T)

    def unite(self, table: Bits) -> Bits:
        """For every state the union of the rows of those it names."""
        grouped = table[self._order]
        if self._begins.size < len(grouped):
            grouped = np.bitwise_or.reduceat(grouped, self._begins, axis=0)
        found = np.zeros((self._columns.shape[1], table.shape[1]), dtype=np.uint8)
        looked_up = np.zeros_like(found)
        of_eight = np.zeros((1 << MANY, table.shape[1]), dtype=np.uint8)
        for step in np.unique(np.flatnonzero(grouped.any(axis=1)) // MANY).tolist():
            rows = grouped[step * MANY : (step + 1) * MANY]
            for place in range(MANY):  # the bit of the first state is the greatest
                row = rows[MANY - 1 - place] if MANY - 1 - place < len(rows) else 0
                np.bitwise_or(of_eight[: 1 << place], row, out=of_eight[1 << place : 2 << place])
            np.take(of_eight, self._columns[step], axis=0, out=looked_up, mode="clip")
            found |= looked_up
        whole = np.take(found, self._kind, axis=0)
        whole[self._own] |= table[self._own]
        return np.asarray(whole)


def _kinds(rows: Bits) -> tuple[Bits, Places]:
    """The rows that differ, and which of them each row is."""
    whole = np.ascontiguousarray(rows).view(np.dtype((np.void, rows.shape[1]))).ravel()
    _, first, kind = np.unique(whole, return_index=True, return_inverse=True)
    return rows[first], kind.astype(np.intp)


def _together(block: Block) -> int:
    return FEW if block.members.shape[1] <= WIDE else MANY


def _padded(table: Bits, members: Places) -> Bits:
    rows = table[np.minimum(members, len(table) - 1)]
    rows[members == len(table)] = 0
    return np.asarray(rows)


def _unions(rows: Bits, codes: Bits, few: int) -> Bits:
    """For each row of each group the union of the rows that its codes name, few by few."""
    count, width, bytes_wide = rows.shape
    found = np.zeros_like(rows)
    for groups in _parts(count, bytes_wide << few):
        part = rows[groups]
        unions = np.zeros((len(part), 1 << few, bytes_wide), dtype=np.uint8)
        base = (np.arange(len(part)) << few)[:, None]
        for step in range(width // few):
            for place in range(few):
                row = part[:, step * few + place, None]
                np.bitwise_or(unions[:, : 1 << place], row, out=unions[:, 1 << place : 2 << place])
            found[groups] |= unions.reshape(-1, bytes_wide)[base + codes[step, groups]]
    return found


def _parts(count: int, cost: int, most: int = 1 << 24) -> Iterator[slice]:
    """So many groups in parts whose unions take at most so many bytes."""
    step = max(1, most // cost)
    for begin in range(0, count, step):
        yield slice(begin, begin + step)


def _tied(moves: Moves, states: int) -> Places:
    """The number of the group of each state: states that moves tie together, directly or not, have the same."""
    least = np.arange(states)
    starts, begins = moves.rows
    while starts.size:
        now = least.copy()
        now[starts] = np.minimum(now[starts], np.minimum.reduceat(least[moves.ends], begins))
        if np.array_equal(now, least):
            if np.array_equal(least[moves.starts], least[moves.ends]):
                break
            np.minimum.at(now, moves.ends, least[moves.starts])  # slow, and asked for where a move cannot be undone
        least = now[now]
    return np.asarray(np.unique(least, return_inverse=True)[1])
