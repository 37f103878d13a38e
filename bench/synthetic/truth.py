"""What truly happens in a synthetic negotiation; reports tell of it, and every account is of one of these."""

from dataclasses import dataclass
from datetime import date

from pourparler.core.reading import Operator
from pourparler.core.vocabulary import ActorKind, InstrumentKind, InstrumentStatus, MeetingKind, MeetingStatus, Stance


@dataclass(frozen=True, slots=True)
class Body:
    """A side: a state, union, company or bloc; `short` is its abbreviation in capitals."""

    name: str
    kind: ActorKind
    short: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Who holds an office of a side from `since` until `until` (None: still)."""

    given: str
    surname: str
    office: str
    party: Body
    since: date
    until: date | None = None

    @property
    def name(self) -> str:
        """The full name."""
        return f"{self.given} {self.surname}"

    def holds(self, on: date) -> bool:
        """True when the office was this person's on a day."""
        return self.since <= on and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class Issue:
    """What is negotiated about, in the noun phrases that the press has for it."""

    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn in the life of a meeting, known from `day` on; `start` and `end` are the days it then has."""

    day: date
    status: MeetingStatus
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Encounter:
    """A meeting, from the first word of it to the last; `turns` by day. `city` lies in `country`."""

    key: str
    kind: MeetingKind
    sides: tuple[Body, ...]
    people: tuple[Person, ...]
    mediators: tuple[Body, ...]
    city: str
    country: str
    round: int | None
    about: Issue
    turns: tuple[Turn, ...]

    def turn(self, on: date) -> Turn | None:
        """The last turn known on a day; None before the first."""
        known = [turn for turn in self.turns if turn.day <= on]
        return known[-1] if known else None


@dataclass(frozen=True, slots=True)
class Standpoint:
    """One stance of one side on one issue, from `since` until `until`; `voices` are who voice it."""

    key: str
    party: Body
    stance: Stance
    issue: Issue
    since: date
    until: date
    voices: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """A condition: `holder` will not let `blocks` come before `requires`."""

    key: str
    holder: Body
    operator: Operator
    blocks: Issue
    requires: Issue
    since: date
    until: date
    voices: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document or arrangement; `titles` are its names, the fullest first, `steps` its states by day."""

    key: str
    kind: InstrumentKind
    sides: tuple[Body, ...]
    titles: tuple[str, ...]
    subject: Issue
    terms: tuple[str, ...]
    steps: tuple[tuple[date, InstrumentStatus], ...]

    def step(self, on: date) -> tuple[date, InstrumentStatus] | None:
        """The last state known on a day, with its day; None before the first."""
        known = [step for step in self.steps if step[0] <= on]
        return known[-1] if known else None


Thing = Encounter | Standpoint | Tie | Paper


@dataclass(frozen=True, slots=True)
class Wrong:
    """A detail that a report gets wrong on purpose: a true dispute over `field` of the entry `key`."""

    key: str
    field: str
    report: str


__all__ = [
    "Body", "Encounter", "Issue", "Paper", "Person", "Standpoint", "Thing", "Tie", "Turn", "Wrong",
]  # fmt: skip
