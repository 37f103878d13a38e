"""Open moves, boards with their hypotheses and cells, states with their verdicts."""

from datetime import date, datetime

from pydantic import Field

from pourparler.case.conditions.requirement import Whose
from pourparler.case.conflict.answer import Verdict
from pourparler.case.conflict.board import Move, Standing
from pourparler.case.conflict.model import Direction
from pourparler.case.conflict.reach import Rule
from pourparler.faces.web.shapes.parts import Evidence, Id, Name, Shape


class OpenMove(Shape):
    """A move that is open by the record, as an option to choose."""

    id: str = Field(description="The same party, kind of move and issue have the same id, whatever the words.")
    name: str
    party: Name
    move: Move
    about: str
    known_by: Whose
    entries: list[Id]
    goals: list[Id]
    evidence: list[Evidence]


class Option(Shape):
    """An option of a board."""

    name: str
    party: Name
    move: Move
    about: str
    direction: Direction


class Hypothesis(Shape):
    """What an analyst supposes of a party's preference."""

    name: str
    party: Name
    variant: str | None
    statements: list[str]
    because: str
    by: str
    at: datetime
    act: str
    rests_on: list[Id]
    assumed: bool
    problem: str | None = Field(description="Why it does not fit the board (any more) and is left out.")


class Board(Shape):
    """A board as a person made it."""

    name: str
    parties: list[Name]
    options: list[Option]
    infeasible: list[str]
    merged: list[str]
    by: str
    at: datetime
    because: str
    act: str
    hypotheses: list[Hypothesis]


class Broken(Shape):
    """A board that cannot be read, and why."""

    name: str
    why: str


class Basis(Shape):
    """What one entry tells, in whose voice, and when it was published."""

    entry: Id
    says: str
    told: date | None
    voice: str
    evidence: list[Evidence]


class Said(Shape):
    """What one party says of an option: for it or against it."""

    party: Name
    taken: bool
    basis: list[Basis]


class Doubt(Shape):
    """That one party says it doubts the holder's intention."""

    party: Name
    basis: list[Basis]


class Row(Shape):
    """One option with what is told of it; what is not there is unknown."""

    option: str
    party: Name
    move: Move
    standing: Standing
    positions: list[Said]
    intention: Said | None
    torn: list[Said] = Field(description="What the holder last said where that says both; its intention is unknown.")
    doubts: list[Doubt]


class Found(Shape):
    """A verdict; where it is not exact it is of the orders drawn alone."""

    verdict: Verdict
    exact: bool


class State(Shape):
    """One state: its options, and verdicts by party (or all parties) and concept."""

    state: int
    taken: dict[str, bool | None]
    verdicts: dict[str, dict[str, Found]]


class Answered(Shape):
    """How the verdicts were come by: the rule, how many orders each party may have (null: more than were
    listed), whether all verdicts are exact, and how many combinations were drawn with which seed."""

    rule: Rule
    orders: dict[str, int | None]
    exact: bool
    drawn: int
    seed: int | None
