"""Meetings as networks take them: who was there, when, and what sources are told apart by of each account."""

from dataclasses import dataclass

from pourparler.case.networks.behind import Trace, trace_of
from pourparler.core.entry import CaseRecord, Meeting
from pourparler.core.moment import When
from pourparler.core.vocabulary import Channel, MeetingStatus

DOUBTED = frozenset({"status", "parties", "people"})
"""Fields of a meeting whose disputes leave open who met whom."""


@dataclass(frozen=True, slots=True)
class Attended:
    """As much of a meeting as networks ask for, by its id; `people` are those named, leads among them, `doubted` tells
    that reports are at odds about who met, or whether."""

    id: str
    status: MeetingStatus
    channel: Channel | None
    parties: tuple[str, ...]
    people: tuple[str, ...]
    mediators: tuple[str, ...]
    absent: tuple[str, ...]
    when: When | None
    doubted: bool
    traces: tuple[Trace, ...]


def attended_of(record: CaseRecord) -> tuple[Attended, ...]:
    """The meetings of a record, in its order."""
    doubted = {dispute.about for dispute in record.disputes if dispute.field in DOUBTED}
    return tuple(_attended(meeting, meeting.id in doubted) for meeting in record.meetings)


def _attended(meeting: Meeting, doubted: bool) -> Attended:
    return Attended(
        meeting.id,
        meeting.status,
        meeting.channel,
        meeting.parties,
        (*meeting.people, *(person for _, person in meeting.leads)),
        meeting.mediators,
        (*meeting.absent, *meeting.excluded),
        meeting.when,
        doubted,
        tuple(map(trace_of, meeting.accounts)),
    )
