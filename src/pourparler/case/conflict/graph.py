"""The graph of a conflict: its feasible states, numbered, and the moves of each party between them.

States are numbered from 1 over the feasible combinations in ascending binary order, the first option being the least
significant digit, as GMCR+ numbers them. Inside the room arrays count from 0; whatever is shown to a person counts
from 1.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

import numpy as np
from numpy.typing import NDArray

from pourparler.case.conflict.condition import Condition
from pourparler.case.conflict.model import Conflict, Direction, check, check_known
from pourparler.core.errors import InputError

Places = NDArray[np.intp]
Mask = NDArray[np.bool_]
MOST_AT_ONCE = 1 << 20
"""How many changes of combinations are looked at together, to keep memory small."""


@dataclass(frozen=True, slots=True, eq=False)
class Moves:
    """Moves between states, in ascending order of where they start."""

    starts: Places
    ends: Places

    @property
    def rows(self) -> tuple[Places, Places]:
        """The states with a move, each once, and where in the arrays the moves of each begin."""
        if not self.starts.size:
            return self.starts, self.starts
        begins = np.concatenate(([0], np.flatnonzero(np.diff(self.starts)) + 1))
        return self.starts[begins], begins

    def only(self, kept: Mask) -> "Moves":
        """Those of the moves that are kept."""
        return Moves(self.starts[kept], self.ends[kept])


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """States and moves; `codes` are the combinations of each state (several where states are merged)."""

    conflict: Conflict
    codes: tuple[tuple[int, ...], ...]
    moves: tuple[Moves, ...]
    """Of each party, in the order of parties."""

    def __len__(self) -> int:
        """How many states there are."""
        return len(self.codes)

    def taken(self, state: int) -> tuple[bool | None, ...]:
        """Which options are taken in a state (numbered from 1), in their order; None where merged states differ."""
        codes = self.codes[self.place(state)]
        every = [[bool(code >> bit & 1) for code in codes] for bit in range(len(self.conflict.options))]
        return tuple(values[0] if len(set(values)) == 1 else None for values in every)

    def place(self, state: int) -> int:
        """The place in arrays of a state numbered from 1; raises InputError where there is no such state."""
        if not 1 <= state <= len(self):
            raise InputError(f"There is no state {state}.", f"States are numbered from 1 to {len(self)}.")
        return state - 1

    def where(self, condition: Condition) -> Mask:
        """The states where a condition holds; a merged state only where it holds in all of its combinations.

        Raises InputError where it speaks of an option that is not in the conflict.
        """
        check_known(self.conflict, (condition,))
        flat = np.array([code for codes in self.codes for code in codes], dtype=np.intp)
        begins = np.cumsum([0, *(len(codes) for codes in self.codes[:-1])])
        return np.logical_and.reduceat(holds(self.conflict, condition, flat), begins)


def holds(conflict: Conflict, condition: Condition, codes: Places) -> Mask:
    """In which combinations of options a condition holds."""
    bits = {option.name: 1 << place for place, option in enumerate(conflict.options)}
    found = np.zeros(codes.shape, dtype=np.bool_)
    for pattern in condition.any_of:
        wanted = _either(bits[choice.option] for choice in pattern if choice.taken)
        left = _either(bits[choice.option] for choice in pattern if not choice.taken)
        if not wanted & left:
            found |= (codes & (wanted | left)) == wanted
    return found


def draw(conflict: Conflict) -> Graph:
    """The graph of a conflict; raises InputError where it cannot be solved or has no feasible state."""
    check(conflict)
    codes, state_of = _numbered(conflict, feasible_in(conflict))
    moves = tuple(_moves(conflict, party, state_of) for party in conflict.parties)
    return Graph(conflict, codes, moves)


def feasible_in(conflict: Conflict) -> Places:
    """The combinations of options that can be; raises InputError where there are none."""
    every = np.arange(1 << len(conflict.options), dtype=np.intp)
    feasible = np.ones(every.shape, dtype=np.bool_)
    for condition in conflict.infeasible:
        feasible &= ~holds(conflict, condition, every)
    if not feasible.any():
        raise InputError(
            "No combination of options is feasible: what cannot be at once rules out every one.",
            "Take back one of the infeasible conditions.",
        )
    return every[feasible]


def _either(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)


def _numbered(conflict: Conflict, feasible: Places) -> tuple[tuple[tuple[int, ...], ...], Places]:
    """The combinations of each state, and the state of each combination (-1 where it is infeasible).

    A merged state stands at the place of its largest combination, so that states which end a conflict come last.
    """
    leader = feasible.copy()
    for condition in conflict.merged:
        alike = holds(conflict, condition, feasible)
        joined = np.isin(leader, leader[alike])
        if joined.any():
            leader[joined] = leader[joined].max()
    state_of = np.full(1 << len(conflict.options), -1, dtype=np.intp)
    leaders, places = np.unique(leader, return_inverse=True)
    state_of[feasible] = places
    if leaders.size == feasible.size:
        return tuple((code,) for code in feasible.tolist()), state_of
    codes = tuple(tuple(feasible[places == place].tolist()) for place in range(leaders.size))
    return codes, state_of


def _moves(conflict: Conflict, party: str, state_of: Places) -> Moves:
    """The moves of one party: any change of its own options at once that is feasible and can be made."""
    own = [(1 << place, option) for place, option in enumerate(conflict.options) if option.party == party]
    changes = np.array([0], dtype=np.intp)
    for bit, _ in own:
        changes = np.concatenate((changes, changes | bit))
    kept_on = _either(bit for bit, option in own if option.direction is Direction.TAKE_ONLY)
    kept_off = _either(bit for bit, option in own if option.direction is Direction.DROP_ONLY)
    codes = np.flatnonzero(state_of >= 0)
    starts, ends = [], []
    for part in np.array_split(codes, -(-codes.size * changes.size // MOST_AT_ONCE)):
        change = changes[None, 1:]
        before, after = part[:, None], part[:, None] ^ change
        can = (state_of[after] >= 0) & (before & change & kept_on == 0) & (after & change & kept_off == 0)
        row, column = np.nonzero(can)
        starts.append(state_of[part[row]])
        ends.append(state_of[after[row, column]])
    start, end = np.concatenate(starts), np.concatenate(ends)
    if conflict.merged:
        pairs = np.unique((start * state_of.size + end)[start != end])
        start, end = pairs // state_of.size, pairs % state_of.size
    return Moves(start, end)
