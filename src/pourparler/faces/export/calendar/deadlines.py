"""Deadlines as happenings: the last day by which a meeting, a document or a required step is to come about."""

from pourparler.core.entry import Condition, Instrument, Meeting
from pourparler.core.moment import When
from pourparler.core.reading import ConditionFrame, InstrumentFrame, MeetingFrame
from pourparler.core.vocabulary import InstrumentStatus, MeetingStatus
from pourparler.faces.export.calendar.happening import Happening, Standing, sources, told_between
from pourparler.faces.export.identity import lasting_id
from pourparler.faces.rows.labels import label, states_words
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.days import when_words
from pourparler.faces.wording.quoting import clip, visible

OVER = frozenset({InstrumentStatus.REJECTED, InstrumentStatus.COLLAPSED})
OFF = frozenset({MeetingStatus.CANCELLED, MeetingStatus.DENIED})

Bound = Meeting | Instrument | Condition
"""What may have a deadline."""


def of_deadline(lookup: Lookup, entry: Bound) -> Happening | None:
    """The deadline of an entry as a happening of its last day; None where none is told, or no day of it."""
    when = entry.deadline
    day = (when.end or when.start) if when else None
    if when is None or day is None:
        return None
    first, last = told_between(lookup, entry)
    said = f" (from '{visible(when.said)}')" if when.said.strip() else ""
    status = _status(entry)
    return Happening(
        uid=str(lasting_id(lookup, entry, "deadline")),
        entry=entry,
        what="deadline",
        status=status,
        standing=_standing(entry),
        start=day,
        end=day,
        precision=when.precision.value,
        summary=f"Deadline: {clip(label(lookup, entry), 160)}",
        place="",
        description=(f"Deadline: {when_words(when)}{said}", *([f"Status: {status}"] if status else []),
                     *sources(lookup, entry)),
        sequence=len(_deadlines(entry)) - 1 + sum(one.field == "deadline" for one in entry.corrected),
        first=first,
        last=last,
    )  # fmt: skip


def _deadlines(entry: Bound) -> set[object]:
    """The deadlines that accounts of an entry tell, each once; the one that stands where they tell none."""
    told: list[When] = [
        account.fields.deadline
        for account in entry.accounts
        if isinstance(account.fields, MeetingFrame | InstrumentFrame | ConditionFrame) and account.fields.deadline
    ]
    return {(when.start, when.end) for when in told} or {None}


def _status(entry: Bound) -> str:
    match entry:
        case Meeting():
            return entry.status.value
        case Instrument():
            return states_words(entry)
    return ""


def _standing(entry: Bound) -> Standing:
    """A deadline is what somebody set, so tentative; cancelled with what it was set for."""
    off = isinstance(entry, Meeting) and entry.status in OFF
    states = [state.status for state in entry.status if state.followed] if isinstance(entry, Instrument) else []
    return Standing.CANCELLED if off or (states and states[-1] in OVER) else Standing.TENTATIVE
