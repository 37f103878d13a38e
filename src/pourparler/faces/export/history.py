"""What stands behind a value, as plain values: days and places, changes, voices, the sides of a dispute."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from pourparler.core.account import Voice
from pourparler.core.change import Change
from pourparler.core.entry import Dispute, DisputeReading, Meeting, StatusEvent
from pourparler.core.evidence import Evidence
from pourparler.core.moment import When

T = TypeVar("T")
Values = dict[str, Any]


def history_values(meeting: Meeting) -> Values:
    """The states, days and places of a meeting, one after the other."""
    return {
        "states": [_change("status", one, lambda status: status.value) for one in meeting.states],
        "days": [_change("when", one, when_values) for one in meeting.days],
        "places": [_change("place", one, list) for one in meeting.places],
    }


def _change(name: str, one: Change[T], shaped: Callable[[T], Any]) -> Values:
    return {
        name: shaped(one.value),
        "step": one.step.value,
        "followed": one.followed,
        "told": day_value(one.told),
        "on": day_value(one.on),
        "voices": [voice_values(voice) for voice in one.voices],
        "accounts": list(one.accounts),
        "evidence": all_values(one.evidence),
    }


def line_values(line: StatusEvent) -> Values:
    """One state of an instrument."""
    return {
        "on": day_value(line.on),
        "status": line.status.value,
        "evidence": all_values(line.evidence),
        "hedge": all_values(line.hedge),
        "step": line.step.value,
        "followed": line.followed,
        "told": day_value(line.told),
        "voices": [voice_values(voice) for voice in line.voices],
        "accounts": list(line.accounts),
    }


def dispute_values(dispute: Dispute) -> Values:
    """A dispute with its readings side by side, and of which sort it is."""
    return {
        "id": dispute.id,
        "about": dispute.about,
        "field": dispute.field,
        "readings": [_reading(reading) for reading in dispute.readings],
        "sort": dispute.sort.value,
    }


def _reading(reading: DisputeReading) -> Values:
    return {
        "value": reading.value if isinstance(reading.value, str) else list(reading.value),
        "evidence": all_values(reading.evidence),
        "witnesses": [
            {"report": one.report, "voice": voice_values(one.voice), "repeats": one.repeats}
            for one in reading.witnesses
        ],
        "reports": list(reading.reports),
        "sources": reading.sources,
    }


def voice_values(voice: Voice) -> Values:
    """Whose words something is in: the outlet's own, or a speaker's for a party, and through whom."""
    return {
        "outlet": voice.outlet,
        "speaker": voice.speaker,
        "party": voice.party,
        "anonymous": voice.anonymous,
        "via": list(voice.via),
    }


def when_values(when: When | None) -> Values | None:
    """Days as the contract shapes them; a wording that gives no day keeps its words with both ends None."""
    if when is None:
        return None
    start, end = day_value(when.start), day_value(when.end)
    return {"start": start, "end": end, "precision": when.precision.value, "said": when.said}


def evidence_values(evidence: Evidence) -> Values:
    """A place in a report with its exact words."""
    return {"report": evidence.report, "start": evidence.start, "end": evidence.end, "text": evidence.text}


def all_values(places: Iterable[Evidence]) -> list[Values]:
    """Places in their order."""
    return [evidence_values(place) for place in places]


def day_value(day: date | None) -> str | None:
    """A day in ISO form; None where it is unknown."""
    return day.isoformat() if day else None
