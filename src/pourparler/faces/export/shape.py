"""The record as plain values in the contract's shape: every key present, unknowns None, lists in a fixed order."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from pourparler.core.actor import Actor
from pourparler.core.entry import (
    Condition,
    Counts,
    Dispute,
    Entry,
    Instrument,
    Meeting,
    Position,
    ReportView,
    Statement,
    StatusEvent,
)
from pourparler.core.evidence import Evidence, cite
from pourparler.core.moment import When
from pourparler.faces.rows.lookup import Found, Lookup
from pourparler.faces.rows.times import order_of

Values = dict[str, Any]

KINDS = ("reports", "actors", "meetings", "statements", "positions", "conditions", "instruments", "disputes")
"""The lists of an export, in its order."""


def case_values(lookup: Lookup) -> Values:
    """The whole record as one object."""
    record = lookup.record
    head = {
        "name": record.name,
        "as_of": _day(record.as_of),
        "made_by": record.made_by,
        "record_version": record.version,
    }
    return {"case": head} | {kind: [values_of(row) for row in rows_of(lookup, kind)] for kind in KINDS}


def rows_of(lookup: Lookup, kind: str) -> tuple[Found, ...]:
    """The rows of one list, sorted by time then id; actors by name, reports by day of publication then name."""
    record = lookup.record
    if kind == "reports":
        return tuple(sorted(record.reports, key=_report_order))
    if kind == "actors":
        return tuple(sorted(record.actors, key=_actor_order))
    entries: tuple[Entry | Dispute, ...] = getattr(record, kind)
    return tuple(sorted(entries, key=lambda entry: order_of(lookup, entry)))


def _actor_order(actor: Actor) -> tuple[str, str]:
    return actor.name, actor.id


def _report_order(view: ReportView) -> tuple[bool, date, str]:
    day = view.report.published
    return day is None, day or date.max, view.report.name


def values_of(row: Found) -> Values:
    """One row of any list as the contract shapes it."""
    match row:
        case ReportView():
            return _report(row)
        case Actor():
            return _actor(row)
        case Meeting():
            return _meeting(row)
        case Statement():
            return _statement(row)
        case Position():
            return _position(row)
        case Condition():
            return _condition(row)
        case Instrument():
            return _instrument(row)
    return _dispute(row)


def _report(view: ReportView) -> Values:
    report = view.report
    return {
        "report": report.name,
        "id": report.id,
        "outlet": report.outlet,
        "title": report.title,
        "url": report.url,
        "language": report.language,
        "published": _day(report.published),
        "published_from": report.published_from.value,
        "text": report.text,
        "not_news": [evidence_values(cite(report.name, report.text, span)) for span in sorted(report.not_news)],
        "copies_of": view.copies_of,
    }


def _actor(actor: Actor) -> Values:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "represents": actor.represents,
        "office": actor.office,
        "aliases": list(actor.aliases),
    }


def _meeting(meeting: Meeting) -> Values:
    return {
        "id": meeting.id,
        "kind": meeting.kind.value,
        "title": meeting.title,
        "status": meeting.status.value,
        "overdue": meeting.overdue,
        "when": when_values(meeting.when),
        "place": list(meeting.place),
        "round": meeting.round,
        "level": meeting.level,
        "parties": list(meeting.parties),
        "people": list(meeting.people),
        "leads": dict(sorted(meeting.leads)),
        "mediators": list(meeting.mediators),
        "excluded": list(meeting.excluded),
        "agenda": _all(meeting.agenda),
        "outcome": _all(meeting.outcome),
        "reported": [{"report": report, "status": status.value} for report, status in meeting.reported],
        "evidence": _all(meeting.evidence),
        "counts": counts_values(meeting.counts),
        "channel": meeting.channel.value if meeting.channel else None,
        "hosts": list(meeting.hosts),
        "invited": list(meeting.invited),
        "absent": list(meeting.absent),
        "deadline": when_values(meeting.deadline),
        "wording": _all(meeting.wording),
        "hedge": _all(meeting.hedge),
        "denied": _all(meeting.denied),
        "condition": meeting.condition,
    }


def _statement(statement: Statement) -> Values:
    content = _all(statement.content)
    return {
        "id": statement.id,
        "report": statement.report,
        "speaker": statement.speaker,
        "anonymous": statement.anonymous,
        "party": statement.party,
        "mode": statement.mode.value,
        "act": statement.act.value,
        "content": content[0] if len(content) == 1 else content,
        "source": _one(statement.source),
        "cue": _one(statement.cue),
        "said_on": _day(statement.said_on),
        "via": list(statement.via),
        "to": statement.to,
        "hedge": _one(statement.hedge),
        "negative": statement.negative,
        "venue": _one(statement.venue),
    }


def _position(position: Position) -> Values:
    return {
        "id": position.id,
        "party": position.party,
        "voiced_by": position.voiced_by,
        "issue": position.issue,
        "stance": position.stance.value,
        "condition": position.condition,
        "since": _day(position.since),
        "evidence": _all(position.evidence),
        "hedge": _all(position.hedge),
    }


def _condition(condition: Condition) -> Values:
    return {
        "id": condition.id,
        "party": condition.party,
        "voiced_by": condition.voiced_by,
        "blocks": condition.blocks,
        "requires": condition.requires,
        "evidence": _all(condition.evidence),
        "operator": condition.operator.value,
        "trigger": _all(condition.trigger),
        "deadline": when_values(condition.deadline),
        "hedge": _all(condition.hedge),
    }


def _instrument(instrument: Instrument) -> Values:
    return {
        "id": instrument.id,
        "kind": instrument.kind.value,
        "title": instrument.title,
        "parties": list(instrument.parties),
        "subject": instrument.subject,
        "status": [_state(state) for state in instrument.status],
        "terms": _all(instrument.terms),
        "evidence": _all(instrument.evidence),
        "deadline": when_values(instrument.deadline),
        "hedge": _all(instrument.hedge),
        "denied": _all(instrument.denied),
    }


def _state(state: StatusEvent) -> Values:
    return {
        "on": _day(state.on),
        "status": state.status.value,
        "evidence": _all(state.evidence),
        "hedge": _all(state.hedge),
    }


def _dispute(dispute: Dispute) -> Values:
    readings = [
        {
            "value": reading.value if isinstance(reading.value, str) else list(reading.value),
            "evidence": _all(reading.evidence),
        }
        for reading in dispute.readings
    ]
    return {"id": dispute.id, "about": dispute.about, "field": dispute.field, "readings": readings}


def when_values(when: When | None) -> Values | None:
    """Days as the contract shapes them; a wording that gives no day keeps its words with both ends None."""
    if when is None:
        return None
    return {"start": _day(when.start), "end": _day(when.end), "precision": when.precision.value, "said": when.said}


def evidence_values(evidence: Evidence) -> Values:
    """A place in a report with its exact words."""
    return {"report": evidence.report, "start": evidence.start, "end": evidence.end, "text": evidence.text}


def counts_values(counts: Counts) -> Values:
    """Accounts, reports and independent sources of an entry."""
    return {"accounts": counts.accounts, "reports": counts.reports, "sources": counts.sources}


def _all(places: Iterable[Evidence]) -> list[Values]:
    return [evidence_values(place) for place in places]


def _one(place: Evidence | None) -> Values | None:
    return evidence_values(place) if place else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
