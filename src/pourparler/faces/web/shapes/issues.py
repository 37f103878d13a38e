"""Issues, how each stands, and who stands where."""

from datetime import date

from pourparler.case.issues.states import State
from pourparler.case.voices import Hearing
from pourparler.core.vocabulary import InstrumentStatus, Stance
from pourparler.faces.web.shapes.parts import Evidence, Id, Name, Shape


class Sign(Shape):
    """That a state holds, with the entries that tell it and the parties it is told of."""

    state: State
    entries: list[Id]
    parties: list[Name]


class Held(Shape):
    """A stance as one sort of voice tells it."""

    position: Id
    stance: Stance
    phrase: str
    voice: Hearing
    first_told: date | None
    last_told: date | None
    accounts: list[Id]
    evidence: list[Evidence]


class Cell(Shape):
    """What a party holds on an issue: what was told last in each sort of voice, and all that was told."""

    party: Name
    in_force: list[Held]
    history: list[Held]


class IssueName(Shape):
    """An issue that an entry has words about."""

    id: Id
    name: str


class Issue(Shape):
    """What the sides have words about, how it stands, on what that rests, and who stands where."""

    id: Id
    name: str
    named_by: Name | None
    phrases: list[str]
    entries: list[Id]
    topic: Id
    state: State
    sign: Sign | None
    beside: list[Sign]
    stage: InstrumentStatus | None
    concerned: list[Name]
    last_told: date | None
    disputes: list[Id]
    cells: list[Cell]


class Said(Held):
    """A stance of a party on one issue of a topic."""

    party: Name
    issue: Id


class Odds(Shape):
    """What parties reject within a topic, and what others ask for within it."""

    rejected: list[Said]
    asked: list[Said]


class Topic(Shape):
    """Issues about one thing, the reports' words that they share, and what is told within it."""

    id: Id
    name: str
    words: list[str]
    issues: list[Id]
    states: dict[State, int]
    parties: list[Name]
    accounts: int
    told_once: bool
    last_told: date | None
    at_odds: Odds | None
