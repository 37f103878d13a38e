"""What the pages of what waits answer: goals, conditions before them, moves, minimal sets, circles, burdens."""

from datetime import date
from typing import Any

from pydantic import Field

from pourparler.case.conditions.deadlocks import ExitKind
from pourparler.case.conditions.requirement import GoalKind, MoveKind, Sort, Value, Whose
from pourparler.case.conditions.whatif import DropKind
from pourparler.core.reading import Operator
from pourparler.faces.web.shapes.answers import Answered, Listed
from pourparler.faces.web.shapes.parts import Evidence, Id, Name, Shape, When


class Basis(Shape):
    """What an entry tells for or against something, in whose voice, on the day of its report."""

    entry: Id
    says: str
    told: date | None
    voice: str
    evidence: list[Evidence]


class Goal(Shape):
    """What can wait: an issue, a meeting or an instrument; `reached` is what tells that it has come about."""

    id: Id
    kind: GoalKind
    name: str
    reached: list[Basis]
    disputes: list[Id]


class Truth(Shape):
    """What the record tells of something required, and by what."""

    value: Value
    disputed: bool
    met_by: list[Basis]
    unmet_by: list[Basis]
    beside: list[Basis]


class Move(Shape):
    """Something that any one of `by` can do; nobody is told to hold it where that is empty."""

    id: str
    kind: MoveKind
    about: str
    by: list[Name]
    known_by: Whose


class Part(Shape):
    """One thing that a condition requires, and the move that grants it."""

    phrase: str
    goal: Id | None
    truth: Truth
    grant: Move


class Required(Shape):
    """A condition before a goal: `needs` of its parts have to be met, or its holder waives it."""

    condition: Id
    holder: Name | None
    voiced_by: Name | None
    goal: Id
    blocks: str
    operator: Operator
    sort: Sort
    value: Value
    disputed: bool
    needs: int
    of: list[Part]
    waive: Move
    deadline: When | None
    later: list[Basis]
    disputes: list[Id]
    told: date | None
    sources: int
    evidence: list[Evidence]


class Waiting(Shape):
    """A goal that waits, with the ids of the conditions before it and how many minimal sets of moves clear it; null
    where they are more than can be counted."""

    goal: Goal
    value: Value
    conditions: list[Id]
    sets: int | None


class Words(Shape):
    """Words that an answer rests on, with outlet and day."""

    report: str
    outlet: str
    published: date | None
    start: int = Field(ge=0)
    end: int = Field(ge=1)
    text: str


class Asked(Answered):
    """What every answer about the negotiation as a system has."""

    basis: str
    note: str
    words: list[Words]


class GoalsPage(Listed[Waiting]):
    """The goals that wait."""

    basis: str
    note: str
    words: list[Words]


class MoveSet(Shape):
    """A minimal set of moves, and who holds any of them."""

    moves: list[Move]
    parties: list[Name]


class Size(Shape):
    """How many sets have so many moves."""

    moves: int
    sets: int


class Sets(Shape):
    """Minimal sets, the smallest first; `free` where nothing known stands before the goal. Of more sets than can be
    counted some are given, and `total` is null."""

    goal: Goal
    free: bool
    total: int | None
    not_listed: int | None
    sizes: list[Size]
    sets: list[MoveSet]
    conditions: list[Required]


class Supposed(Shape):
    """What is supposed to be made, and the conditions that then still stand and those that are cleared; `moves` are all
    that may be supposed."""

    made: list[Move]
    not_moves_of_it: list[str]
    standing: list[Id]
    cleared: list[Id]
    moves: list[Move]


class GoalPage(Asked):
    """One goal: `why` is the tree of what it waits for, with `waits_for` where a part waits in turn."""

    goal: Goal
    supposed: Supposed
    why: dict[str, Any]
    unblock: Sets
    block: Sets


class Exit(Shape):
    """A way out of a circle; `opens` where no circle is left then."""

    kind: ExitKind
    by: list[Name]
    about: list[Id]
    phrases: list[str]
    opens: bool


class Circle(Shape):
    """Goals that wait for each other."""

    goals: list[Goal]
    conditions: list[Required]
    holders: list[Name]
    exits: list[Exit]


class DeadlocksPage(Asked):
    """Every circle of conditions."""

    deadlocks: list[Circle]


class AskedOf(Shape):
    """Something that a condition asks of a party."""

    condition: Id
    holder: Name | None
    goal: Id
    phrase: str
    value: Value
    known_by: Whose


class Load(Shape):
    """What rests on a party; `alone` are the conditions that ask something of nobody else, `holds` its own."""

    party: Name
    asked: list[AskedOf]
    alone: list[Id]
    holds: list[Id]


class AskedOfNobody(Shape):
    """A condition that asks something of nobody by name, and the parties concerned."""

    condition: Id
    holder: Name | None
    goal: Id
    phrases: list[str]
    value: Value
    concerned: list[Name]


class BurdenPage(Asked):
    """What rests on whom, and what is asked of nobody by name."""

    parties: list[Load]
    asked_of_nobody: list[AskedOfNobody]


class Dropped(Shape):
    """What was left out, and the names of its reports."""

    kind: DropKind
    what: str
    reports: list[str]


class WhatIfPage(Answered):
    """What changes without something. Of a large record only the `command` that tells it; without `drop`, nothing."""

    basis: str
    command: str | None = None
    drop: Dropped | None = None
