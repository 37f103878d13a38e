"""Entries, disputes, actors and reports."""

from datetime import date

from pydantic import ConfigDict

from pourparler.core.reading import Operator
from pourparler.core.vocabulary import (
    Act,
    ActorKind,
    Channel,
    DisputeSort,
    InstrumentKind,
    InstrumentStatus,
    MeetingKind,
    MeetingStatus,
    Mode,
    PublishedFrom,
    Stance,
    Step,
)
from pourparler.faces.web.shapes.parts import (
    Confirmed,
    Corrected,
    Counts,
    DaysTold,
    Evidence,
    Id,
    Name,
    PlaceTold,
    Reported,
    ReportName,
    Shape,
    StatusTold,
    Voice,
    When,
)


class Judged(Shape):
    """What every entry has."""

    id: Id
    confirmed: list[Confirmed]
    corrected: list[Corrected]


class Meeting(Judged):
    """A contact between people or parties, held or not."""

    kind: MeetingKind
    title: str
    status: MeetingStatus
    overdue: bool
    when: When | None
    place: list[str]
    round: int | None
    level: str | None
    parties: list[Name]
    people: list[Name]
    leads: dict[str, str]
    mediators: list[Name]
    excluded: list[Name]
    agenda: list[Evidence]
    outcome: list[Evidence]
    reported: list[Reported]
    evidence: list[Evidence]
    counts: Counts
    channel: Channel | None
    hosts: list[Name]
    invited: list[Name]
    absent: list[Name]
    deadline: When | None
    wording: list[Evidence]
    hedge: list[Evidence]
    denied: list[Evidence]
    condition: Id | None
    states: list[StatusTold]
    days: list[DaysTold]
    places: list[PlaceTold]


class Statement(Judged):
    """An attribution of words or views to a source."""

    report: ReportName
    speaker: Name | None
    anonymous: bool
    party: Name | None
    mode: Mode
    act: Act
    content: Evidence | list[Evidence]
    source: Evidence | None
    cue: Evidence | None
    said_on: date | None
    via: list[str]
    to: str | None
    hedge: Evidence | None
    negative: bool
    venue: Evidence | None


class Position(Judged):
    """The stance of a party on an issue."""

    party: Name | None
    voiced_by: Name | None
    issue: str
    stance: Stance
    condition: Id | None
    since: date | None
    evidence: list[Evidence]
    hedge: list[Evidence]
    moved_from: Id | None


class Condition(Judged):
    """What must come before something else."""

    party: Name | None
    voiced_by: Name | None
    blocks: str
    requires: str
    evidence: list[Evidence]
    operator: Operator
    trigger: list[Evidence]
    deadline: When | None
    hedge: list[Evidence]


class State(Shape):
    """One state of an instrument."""

    on: date | None
    status: InstrumentStatus
    evidence: list[Evidence]
    hedge: list[Evidence]
    step: Step
    followed: bool
    told: date | None
    voices: list[Voice]
    accounts: list[Id]


class Instrument(Judged):
    """A document or an arrangement with a life of its own."""

    kind: InstrumentKind
    title: str
    parties: list[Name]
    subject: str | None
    status: list[State]
    terms: list[Evidence]
    evidence: list[Evidence]
    deadline: When | None
    hedge: list[Evidence]
    denied: list[Evidence]


class Witness(Shape):
    """A report that gives a reading of a dispute, in whose voice, and the report whose words it repeats."""

    report: ReportName
    voice: Voice
    repeats: ReportName | None


class Reading(Shape):
    """One side of a dispute."""

    value: str | list[str]
    evidence: list[Evidence]
    witnesses: list[Witness]
    reports: list[ReportName]
    sources: int


class Dispute(Shape):
    """A field of an entry on which accounts cannot all be right."""

    id: Id
    about: Id
    field: str
    readings: list[Reading]
    sort: DisputeSort


class Actor(Shape):
    """A person, state, organisation, bloc or group."""

    model_config = ConfigDict(extra="allow")
    id: Id
    name: Name
    kind: ActorKind
    represents: Name | None
    office: str | None
    aliases: list[str]


class Report(Shape):
    """A report; its text stands on its own page."""

    model_config = ConfigDict(extra="allow")
    report: ReportName
    id: Id
    outlet: str | None
    title: str | None
    url: str | None
    language: str | None
    published: date | None
    published_from: PublishedFrom
    copies_of: ReportName | None
