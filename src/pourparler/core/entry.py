"""Entries and disputes: computed from accounts and judgements, never stored as the truth."""

from dataclasses import dataclass
from datetime import date, datetime

from pourparler.core.account import Account, Voice
from pourparler.core.actor import Actor
from pourparler.core.change import Change
from pourparler.core.dispute import Dispute as Dispute
from pourparler.core.dispute import DisputeReading as DisputeReading
from pourparler.core.evidence import Evidence
from pourparler.core.judgement import Judgement
from pourparler.core.moment import When
from pourparler.core.reading import Operator
from pourparler.core.report import Report
from pourparler.core.vocabulary import (
    Act,
    Channel,
    EntryKind,
    InstrumentKind,
    InstrumentStatus,
    MeetingKind,
    MeetingStatus,
    Mode,
    Stance,
    Step,
)


@dataclass(frozen=True, slots=True)
class Counts:
    """Three counts of an entry: accounts, reports, independent sources (near copies of one text count once)."""

    accounts: int
    reports: int
    sources: int


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A person says that an entry is right as it stood; `since` counts the accounts that it has got after that."""

    by: str
    at: datetime
    because: str
    since: int = 0


@dataclass(frozen=True, slots=True)
class Correction:
    """A field that a person has set right: the `value` as typed, and what the reports gave (`given`) typed alike."""

    field: str
    value: str
    given: str
    by: str
    at: datetime
    because: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A contact between people or parties, held or not. `reported` pairs a report's name with the status it gives.

    `mediators` holds the hosts too, who are also named apart in `hosts`. `wording` and `hedge` are of those accounts
    that give the meeting its status; `condition` is the id of the condition it waits for, as told last. `states`,
    `days` and `places` are what was told of these one after the other; the last one followed is what stands.
    """

    id: str
    kind: MeetingKind
    title: str
    status: MeetingStatus
    overdue: bool
    when: When | None
    place: tuple[str, ...]
    round: int | None
    level: str | None
    parties: tuple[str, ...]
    people: tuple[str, ...]
    leads: tuple[tuple[str, str], ...]
    mediators: tuple[str, ...]
    excluded: tuple[str, ...]
    agenda: tuple[Evidence, ...]
    outcome: tuple[Evidence, ...]
    reported: tuple[tuple[str, MeetingStatus], ...]
    evidence: tuple[Evidence, ...]
    counts: Counts
    accounts: tuple[Account, ...]
    channel: Channel | None = None
    hosts: tuple[str, ...] = ()
    invited: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    deadline: When | None = None
    wording: tuple[Evidence, ...] = ()
    hedge: tuple[Evidence, ...] = ()
    denied: tuple[Evidence, ...] = ()
    condition: str | None = None
    confirmed: tuple[Confirmation, ...] = ()
    corrected: tuple[Correction, ...] = ()
    states: tuple[Change[MeetingStatus], ...] = ()
    days: tuple[Change[When], ...] = ()
    places: tuple[Change[tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution of words or views to a source; `report` is the name of the report that cites it."""

    id: str
    report: str
    speaker: str | None
    anonymous: bool
    party: str | None
    mode: Mode
    act: Act
    content: tuple[Evidence, ...]
    source: Evidence | None
    cue: Evidence | None
    said_on: date | None
    via: tuple[str, ...]
    to: str | None
    counts: Counts
    accounts: tuple[Account, ...]
    hedge: Evidence | None = None
    negative: bool = False
    venue: Evidence | None = None
    confirmed: tuple[Confirmation, ...] = ()
    corrected: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """One stance of one party on one issue; `condition` is the id of the condition it depends on.

    `moved_from` is the id of the latest earlier position of the party on the same issue, of another stance.
    """

    id: str
    party: str | None
    voiced_by: str | None
    issue: str
    stance: Stance
    condition: str | None
    since: date | None
    evidence: tuple[Evidence, ...]
    counts: Counts
    accounts: tuple[Account, ...]
    hedge: tuple[Evidence, ...] = ()
    confirmed: tuple[Confirmation, ...] = ()
    corrected: tuple[Correction, ...] = ()
    moved_from: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """What must come first (`requires`) before what it `blocks`."""

    id: str
    party: str | None
    voiced_by: str | None
    operator: Operator
    blocks: str
    requires: str
    evidence: tuple[Evidence, ...]
    counts: Counts
    accounts: tuple[Account, ...]
    trigger: tuple[Evidence, ...] = ()
    deadline: When | None = None
    hedge: tuple[Evidence, ...] = ()
    confirmed: tuple[Confirmation, ...] = ()
    corrected: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusEvent:
    """One state of an instrument with the day it took that state, where told, and words that weaken it.

    The other fields are those of a `Change`.
    """

    on: date | None
    status: InstrumentStatus
    evidence: tuple[Evidence, ...]
    hedge: tuple[Evidence, ...] = ()
    step: Step = Step.FIRST
    followed: bool = True
    told: date | None = None
    voices: tuple[Voice, ...] = ()
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument:
    """A document or an arrangement with a life of its own."""

    id: str
    kind: InstrumentKind
    title: str
    parties: tuple[str, ...]
    subject: str | None
    status: tuple[StatusEvent, ...]
    terms: tuple[Evidence, ...]
    evidence: tuple[Evidence, ...]
    counts: Counts
    accounts: tuple[Account, ...]
    deadline: When | None = None
    hedge: tuple[Evidence, ...] = ()
    denied: tuple[Evidence, ...] = ()
    confirmed: tuple[Confirmation, ...] = ()
    corrected: tuple[Correction, ...] = ()

    @property
    def in_force(self) -> StatusEvent | None:
        """The state in force: the last one that was followed, else the last one told; None where none is told."""
        return next((one for one in reversed(self.status) if one.followed), self.status[-1] if self.status else None)


Entry = Meeting | Statement | Position | Condition | Instrument


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report as the record shows it: `copies_of` names the earlier report that it is a near copy of."""

    report: Report
    copies_of: str | None


@dataclass(frozen=True, slots=True)
class Ask:
    """What the merge would ask a person: whether two entries (by id) are one, or, where `one` is `other`, whether the
    two `accounts` (by id) are rightly put together in it.

    `score` is how far it was from deciding otherwise: below nothing where they were kept apart, above where they
    were put together; `traits` are what was weighed, in words.
    """

    one: str
    other: str
    kind: EntryKind
    score: float
    traits: tuple[str, ...]
    accounts: tuple[str, str]


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """The record of one case as of one day (None: all reports): everything the faces show, in a stable order.

    `judgements` are those laid over it, on the accounts of today and in the order of their application; `lost` are
    those that find nothing in it to hold on to, as they were made.
    """

    name: str
    as_of: date | None
    made_by: str
    version: int
    reports: tuple[ReportView, ...]
    actors: tuple[Actor, ...]
    meetings: tuple[Meeting, ...]
    statements: tuple[Statement, ...]
    positions: tuple[Position, ...]
    conditions: tuple[Condition, ...]
    instruments: tuple[Instrument, ...]
    disputes: tuple[Dispute, ...]
    asks: tuple[Ask, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    lost: tuple[Judgement, ...] = ()
