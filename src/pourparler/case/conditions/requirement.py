"""What the graph of conditions is made of: goals, what stands before them, and the moves that would clear it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pourparler.core.evidence import Evidence
from pourparler.core.moment import When
from pourparler.core.reading import Operator


class GoalKind(StrEnum):
    """What can wait for something."""

    ISSUE = "issue"
    MEETING = "meeting"
    INSTRUMENT = "instrument"
    UNTOLD = "not told on what"
    """the words only point at it: "it", "one"."""


class Sort(StrEnum):
    """In what way one thing is tied to another."""

    PRECONDITION = "precondition"
    SEQUENCE = "sequence"
    SIMULTANEOUS = "simultaneous"
    RATIFICATION = "ratification"
    VETO = "veto"
    DEADLINE = "deadline"


class Value(StrEnum):
    """What the record tells of something required."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"


class MoveKind(StrEnum):
    """What a party can do about a condition."""

    GRANT = "grant"
    WAIVE = "waive"
    RATIFY = "ratify"
    MEET = "meet"


class Whose(StrEnum):
    """How it is known who can make a move."""

    TOLD = "told"
    """the words say it."""

    ONLY = "the only other party"
    """the words name nobody, and beside the holder one party only is concerned."""

    OTHERS = "the other parties"
    """the words name nobody: whoever else has a word on the matter."""

    NOT_TOLD = "not told"


@dataclass(frozen=True, slots=True)
class Basis:
    """What an entry of the record tells for or against something: `says` is its status, stance or act.

    `voice` tells whose word that is, seen from the party it is about; `told` is the day of the report.
    """

    entry: str
    says: str
    told: date | None
    voice: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """A value with what it rests on. Silence leaves it unknown; `disputed` where voices are at odds over it."""

    value: Value
    met_by: tuple[Basis, ...] = ()
    unmet_by: tuple[Basis, ...] = ()
    beside: tuple[Basis, ...] = ()
    """What was told of it and decides nothing: an offer, a promise, a draft."""
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """Something that any one of `by` can do; nobody is known where `by` is empty. `about` is a phrase of the record."""

    id: str
    kind: MoveKind
    about: str
    by: tuple[str, ...]
    whose: Whose

    @property
    def asked(self) -> tuple[str, ...]:
        """The parties of whom it is asked: those that the words name, else the only one concerned beside the holder;
        nobody where several are concerned, or none, or the holder is not told."""
        return self.by if self.whose in (Whose.TOLD, Whose.ONLY) else ()


@dataclass(frozen=True, slots=True)
class Goal:
    """What waits, or is asked about: an issue, a meeting or an instrument, by its id.

    `reached` is what tells that it has come about, `disputes` are the ids of what is contradictory about it.
    """

    id: str
    kind: GoalKind
    name: str
    reached: tuple[Basis, ...] = ()
    disputes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a condition requires; `goal` is the id of what it is in the graph, where that is known."""

    phrase: str
    goal: str | None
    truth: Truth
    grant: Move


@dataclass(frozen=True, slots=True)
class Requirement:
    """A condition in the graph: `head` waits until at least `number` of its parts hold, or its holder waives it.

    `id` is the condition's. `later` is what its holder has said since that bears on it: an acceptance of what it
    blocks; the condition goes on standing until a person decides otherwise.
    """

    id: str
    holder: str | None
    voiced_by: str | None
    head: str
    blocks: str
    operator: Operator
    sort: Sort
    number: int
    parts: tuple[Part, ...]
    waive: Move
    evidence: tuple[Evidence, ...]
    told: date | None
    sources: int
    deadline: When | None = None
    hedge: tuple[Evidence, ...] = ()
    later: tuple[Basis, ...] = ()
    disputes: tuple[str, ...] = ()

    @property
    def value(self) -> Value:
        """Met when enough parts are, unmet when too few can be, unknown else."""
        values = [part.truth.value for part in self.parts]
        if values.count(Value.MET) >= self.number:
            return Value.MET
        return Value.UNMET if len(values) - values.count(Value.UNMET) < self.number else Value.UNKNOWN

    @property
    def ways(self) -> tuple[Move, ...]:
        """The moves that bear on it while it is not met: those that grant what is not told as met, and the waiver."""
        if self.value is Value.MET:
            return ()
        return (*(part.grant for part in self.parts if part.truth.value is not Value.MET), self.waive)

    @property
    def is_disputed(self) -> bool:
        """True where voices are at odds over it, or its holder has since said otherwise."""
        return bool(self.disputes or self.later) or any(part.truth.disputed for part in self.parts)
