"""The options board: what each stated position asks of an option, what its holder says, and who doubts it.

After the options boards of drama theory (Howard 1999, "Confrontation Analysis"), by public statements: each cell names
the entries it rests on, and an empty cell is unknown, never no. The board is laid out, and turned into a conflict; it
tells where words stand against words, and nothing of what will be done.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pourparler.case.conditions.requirement import Basis
from pourparler.case.conflict.condition import Condition
from pourparler.case.conflict.model import Conflict, Option, check
from pourparler.core.errors import InputError


class Move(StrEnum):
    """What taking an option is."""

    GRANT = "grant"
    WAIVE = "waive"
    REFUSE = "refuse"
    WALK_OUT = "walk_out"
    OTHER = "other"


class Standing(StrEnum):
    """How the words on an option stand to one another; the first that applies, in this order."""

    REFUSED = "refused"
    """A party asks for one thing, and the holder says it will do the other."""
    CONTESTED = "contested"
    """Two parties ask for different things."""
    DOUBTED = "doubted"
    """What the holder says it will do is what is asked, and somebody says they doubt it."""
    ALIGNED = "aligned"
    """The holder says it will do what others ask, and nobody is known to doubt it."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Said:
    """What one party says of an option: that it be taken or not, by which entries (at least one)."""

    party: str
    taken: bool
    entries: tuple[str, ...]
    basis: tuple[Basis, ...] = ()
    """What each entry tells, in whose voice and when, where that was looked up."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One party's word that it doubts the holder's intention, by which entries (at least one)."""

    party: str
    entries: tuple[str, ...]
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One option: its holder's move, the parties' stated positions on it, the holder's stated intention, doubts."""

    option: Option
    move: Move
    positions: tuple[Said, ...] = ()
    intention: Said | None = None
    doubts: tuple[Doubt, ...] = ()
    torn: tuple[Said, ...] = ()
    """What the holder last said where that says both, on one day: its intention is then unknown."""

    @property
    def standing(self) -> Standing:
        """How the words on it stand to one another."""
        asked = {said.taken for said in self.positions if said.party != self.option.party}
        if self.intention is not None and (not self.intention.taken) in asked:
            return Standing.REFUSED
        if len({said.taken for said in self.positions}) > 1:
            return Standing.CONTESTED
        if self.intention is None or not asked:
            return Standing.UNKNOWN
        return Standing.DOUBTED if self.doubts else Standing.ALIGNED

    @property
    def entries(self) -> tuple[str, ...]:
        """The entries the row rests on, each once."""
        return tuple(dict.fromkeys(entry for cell in self.cells for entry in cell.entries))

    @property
    def cells(self) -> "tuple[Said | Doubt, ...]":
        """Everything said on the option: positions, the intention or what speaks for two, doubts."""
        intention = () if self.intention is None else (self.intention,)
        return (*self.positions, *intention, *self.torn, *self.doubts)


@dataclass(frozen=True, slots=True)
class Board:
    """Parties and rows, in the order that numbers the states of the conflict."""

    parties: tuple[str, ...]
    rows: tuple[Row, ...]


def lay_out(parties: Sequence[str], rows: Sequence[Row]) -> Board:
    """A board whose every cell has a party of the board and an entry behind it; else InputError."""
    board = Board(tuple(parties), tuple(rows))
    check(conflict_of(board))
    for row in board.rows:
        holder = row.option.party
        if row.intention is not None and row.intention.party != holder:
            raise InputError(
                f"{row.intention.party!r} cannot say what {holder!r} will do with {row.option.name!r}.",
                "Give it as a position, or as the holder's own word.",
            )
        if holder in {doubt.party for doubt in row.doubts}:
            raise InputError(f"{holder!r} cannot doubt its own intention.", "Name the party that doubts it.")
        for cell in row.cells:
            if cell.party not in board.parties or not cell.entries:
                raise InputError(
                    f"A cell of {row.option.name!r} by {cell.party!r} has no entry or no party of the board behind it.",
                    "Leave the cell empty: it is then unknown.",
                )
    return board


def conflict_of(board: Board, infeasible: Sequence[Condition] = ()) -> Conflict:
    """The conflict of a board's options, to which hypotheses on preferences can be put."""
    return Conflict(board.parties, tuple(row.option for row in board.rows), tuple(infeasible))
