"""The record as plain values in the contract's shape: every key present, unknowns None, lists in a fixed order."""

from datetime import date

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
)
from pourparler.core.evidence import Evidence, cite
from pourparler.faces.export.history import (
    Values,
    all_values,
    day_value,
    dispute_values,
    evidence_values,
    history_values,
    line_values,
    when_values,
)
from pourparler.faces.rows.lookup import Found, Lookup
from pourparler.faces.rows.times import order_of

KINDS = ("reports", "actors", "meetings", "statements", "positions", "conditions", "instruments", "disputes")
"""The lists of an export, in its order."""


def case_values(lookup: Lookup) -> Values:
    """The whole record as one object."""
    record = lookup.record
    head = {
        "name": record.name,
        "as_of": day_value(record.as_of),
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
            return _meeting(row) | _judged(row)
        case Statement():
            return _statement(row) | _judged(row)
        case Position():
            return _position(row) | _judged(row)
        case Condition():
            return _condition(row) | _judged(row)
        case Instrument():
            return _instrument(row) | _judged(row)
    return dispute_values(row)


def _judged(entry: Entry) -> Values:
    """Who found an entry right, and which fields people set right, with what the reports gave."""
    return {
        "confirmed": [
            {"by": one.by, "at": one.at.isoformat(), "because": one.because, "since": one.since}
            for one in entry.confirmed
        ],
        "corrected": [
            {"field": one.field, "value": one.value, "given": one.given,
             "by": one.by, "at": one.at.isoformat(), "because": one.because}
            for one in entry.corrected
        ],
    }  # fmt: skip


def _report(view: ReportView) -> Values:
    report = view.report
    return {
        "report": report.name,
        "id": report.id,
        "outlet": report.outlet,
        "title": report.title,
        "url": report.url,
        "language": report.language,
        "published": day_value(report.published),
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
        "agenda": all_values(meeting.agenda),
        "outcome": all_values(meeting.outcome),
        "reported": [{"report": report, "status": status.value} for report, status in meeting.reported],
        "evidence": all_values(meeting.evidence),
        "counts": counts_values(meeting.counts),
        "channel": meeting.channel.value if meeting.channel else None,
        "hosts": list(meeting.hosts),
        "invited": list(meeting.invited),
        "absent": list(meeting.absent),
        "deadline": when_values(meeting.deadline),
        "wording": all_values(meeting.wording),
        "hedge": all_values(meeting.hedge),
        "denied": all_values(meeting.denied),
        "condition": meeting.condition,
    } | history_values(meeting)


def _statement(statement: Statement) -> Values:
    content = all_values(statement.content)
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
        "said_on": day_value(statement.said_on),
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
        "since": day_value(position.since),
        "evidence": all_values(position.evidence),
        "hedge": all_values(position.hedge),
        "moved_from": position.moved_from,
    }


def _condition(condition: Condition) -> Values:
    return {
        "id": condition.id,
        "party": condition.party,
        "voiced_by": condition.voiced_by,
        "blocks": condition.blocks,
        "requires": condition.requires,
        "evidence": all_values(condition.evidence),
        "operator": condition.operator.value,
        "trigger": all_values(condition.trigger),
        "deadline": when_values(condition.deadline),
        "hedge": all_values(condition.hedge),
    }


def _instrument(instrument: Instrument) -> Values:
    return {
        "id": instrument.id,
        "kind": instrument.kind.value,
        "title": instrument.title,
        "parties": list(instrument.parties),
        "subject": instrument.subject,
        "status": [line_values(line) for line in instrument.status],
        "terms": all_values(instrument.terms),
        "evidence": all_values(instrument.evidence),
        "deadline": when_values(instrument.deadline),
        "hedge": all_values(instrument.hedge),
        "denied": all_values(instrument.denied),
    }


def counts_values(counts: Counts) -> Values:
    """Accounts, reports and independent sources of an entry."""
    return {"accounts": counts.accounts, "reports": counts.reports, "sources": counts.sources}


def _one(place: Evidence | None) -> Values | None:
    return evidence_values(place) if place else None
