"""What a reader saw in one report: mentions, times, attributions and frames, all as spans of its text."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from pourparler.core.evidence import Span
from pourparler.core.moment import TimeExpression, When
from pourparler.core.report import Report
from pourparler.core.vocabulary import (
    Act,
    ActorKind,
    Channel,
    InstrumentKind,
    InstrumentStatus,
    MeetingKind,
    MeetingStatus,
    Mode,
    Stance,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of an actor: the words, and the fullest name, office and party that this report gives it."""

    span: Span
    kind: ActorKind
    name: str
    party: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words or views given to a source. `speaker` is a name as the report has it; None with `anonymous` is unnamed.

    `office` is the title of a speaker whom this report calls by title alone; who held it may stand in other reports.
    `negative` is True where the cue turns the content round (denied, doubts, does not believe), which then stands
    without its negation. `hedge` are words that leave open whether it was said so, `venue` those that tell where.
    """

    content: tuple[Span, ...]
    mode: Mode
    act: Act
    source: Span | None = None
    cue: Span | None = None
    speaker: str | None = None
    party: str | None = None
    anonymous: bool = False
    via: tuple[str, ...] = ()
    to: str | None = None
    said_on: date | None = None
    office: str | None = None
    hedge: Span | None = None
    negative: bool = False
    venue: Span | None = None


@dataclass(frozen=True, slots=True)
class MeetingFrame:
    """What one passage tells of one meeting; `evidence` is the passage, names are as resolved in this report.

    `hosts` receive the others and are no sides of it; `absent` are those said not to come or not to have come, which
    is not the same as being kept out (`excluded`). `wording` are the words that give the status, `hedge` words that
    weaken the telling, `denied` parts of it that somebody denies. `deadline` is the time by which it is to come about.
    """

    evidence: Span
    kind: MeetingKind
    status: MeetingStatus
    title: str
    when: When | None = None
    place: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    leads: tuple[tuple[str, str], ...] = ()
    mediators: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    round: int | None = None
    level: str | None = None
    agenda: tuple[Span, ...] = ()
    outcome: tuple[Span, ...] = ()
    same_as: int | None = None
    """Index of an earlier frame of this reading that tells of the same meeting ("the talks", "such a meeting")."""
    channel: Channel | None = None
    hosts: tuple[str, ...] = ()
    invited: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    deadline: When | None = None
    wording: Span | None = None
    hedge: Span | None = None
    denied: tuple[Span, ...] = ()
    condition: int | None = None
    """Index of the frame among the conditions of this reading that the meeting waits for."""


@dataclass(frozen=True, slots=True)
class PositionFrame:
    """A stance on an issue; `party` and `voiced_by` are None where only the outlet's voice or nobody stands behind.

    `since` is the day from which the report says it is held, `hedge` the words that weaken it.
    """

    evidence: Span
    stance: Stance
    issue: str
    party: str | None = None
    voiced_by: str | None = None
    since: date | None = None
    hedge: Span | None = None
    condition: int | None = None
    """Index of the frame among the conditions of this reading that the stance depends on."""


class Operator(StrEnum):
    """How a condition ties what it requires to what it blocks."""

    IF = "if"
    ONLY_IF = "only if"
    UNLESS = "unless"
    UNTIL = "until"
    BEFORE = "before"
    WITHOUT = "without"
    SUBJECT_TO = "subject to"
    PENDING = "pending"
    HINGES_ON = "hinges on"
    IN_EXCHANGE_FOR = "in exchange for"


@dataclass(frozen=True, slots=True)
class ConditionFrame:
    """What must come first: `requires` before what it `blocks`, both short noun phrases of the report.

    `trigger` is the word that ties the halves ("unless"), `deadline` the time by which the required half must come.
    """

    evidence: Span
    operator: Operator
    blocks: str
    requires: str
    party: str | None = None
    voiced_by: str | None = None
    trigger: Span | None = None
    deadline: When | None = None
    hedge: Span | None = None


@dataclass(frozen=True, slots=True)
class InstrumentFrame:
    """What one passage tells of one document or arrangement; `status` is None for a mere mention or a term.

    `hedge` are words that weaken the state, `denied` terms or parts that somebody denies, `deadline` the time by which
    it is to be reached or runs out.
    """

    evidence: Span
    kind: InstrumentKind
    title: str
    parties: tuple[str, ...] = ()
    subject: str | None = None
    status: InstrumentStatus | None = None
    on: date | None = None
    terms: tuple[Span, ...] = ()
    same_as: int | None = None
    """Index of an earlier frame of this reading that tells of the same instrument ("the deal", "the framework")."""
    deadline: When | None = None
    hedge: Span | None = None
    denied: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one reader saw in one report. `reader` is its name and version."""

    report: str
    reader: str
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    meetings: tuple[MeetingFrame, ...] = ()
    positions: tuple[PositionFrame, ...] = ()
    conditions: tuple[ConditionFrame, ...] = ()
    instruments: tuple[InstrumentFrame, ...] = ()


class Reader(Protocol):
    """The seam between a report and its reading; `name` carries the version of the reader."""

    @property
    def name(self) -> str:
        """The reader's name and version, kept with every reading."""
        ...

    def read(self, report: Report) -> Reading:
        """Read one report; raises ReportError when it cannot."""
        ...
