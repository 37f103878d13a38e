"""Changes as plain values for programs: every change with both states, what brought it, and its words."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pourparler.case.issues.states import Standing
from pourparler.core.account import Account
from pourparler.core.evidence import Evidence
from pourparler.core.moment import When
from pourparler.faces.changes.movement import Turn
from pourparler.faces.changes.points import Point, points_of
from pourparler.faces.changes.sight import Sight
from pourparler.faces.export.history import Values, evidence_values, when_values
from pourparler.faces.export.judgements import judgement_values
from pourparler.faces.export.shape import values_of
from pourparler.faces.system.answer import BASIS
from pourparler.record.changes import ActorChange, DisputeChange, EntryChange, FieldChange


def changes_values(sight: Sight) -> Values:
    """All changes: the reports that came and went, then entries, disputes and actors, each in its order."""
    changes = sight.changes
    points = list(points_of(sight))
    return {
        "case": {"name": changes.after.name, "made_by": changes.after.made_by},
        "changed": bool(sight),
        "reports": {
            "came": [_report(view.report.name, sight) for view in changes.reports],
            "went": [_report(view.report.name, sight) for view in changes.gone],
        },
        "entries": [_entry(sight, one, one.change) for one in points if isinstance(one.change, EntryChange)],
        "disputes": [_dispute(sight, one, one.change) for one in points if isinstance(one.change, DisputeChange)],
        "actors": [_actor(sight, change) for change in changes.actors],
        "movement": _movement(sight),
    }


def _movement(sight: Sight) -> Values:
    """How issues, conditions and goals moved, and what people decided."""
    moved = sight.movement

    def issue(one: Standing) -> Values:
        return {"id": one.issue.id, "name": one.issue.name, "state": one.state.value}

    return {
        "basis": BASIS,
        "issues": [_turn(sight, one) for one in moved.issues],
        "issues_new": [issue(one) for one in moved.new_issues],
        "issues_gone": [issue(one) for one in moved.gone_issues],
        "conditions": [_turn(sight, one) for one in moved.conditions],
        "goals": [_turn(sight, one) | {"conditions": list(one.conditions)} for one in moved.goals],
        "decisions": [
            {"undone": one.undone, "text": one.text, "judgements": [judgement_values(each) for each in one.act]}
            for one in moved.decisions
        ],
    }


def _turn(sight: Sight, one: Turn) -> Values:
    return {
        "change": one.change,
        "id": one.key,
        "name": one.name,
        "before": one.was,
        "after": one.now,
        "text": one.text,
        "words": [_words(sight, place) for place in one.places],
    }


def _report(name: str, sight: Sight) -> Values:
    view = sight.after.views.get(name) or sight.before.views[name]
    report = view.report
    return {
        "report": report.name,
        "id": report.id,
        "outlet": report.outlet,
        "title": report.title,
        "url": report.url,
        "published": report.published.isoformat() if report.published else None,
    }


def _head(point: Point, change: EntryChange | DisputeChange) -> Values:
    return {
        "change": change.sort.value,
        "kind": change.kind.value if isinstance(change, EntryChange) else "dispute",
        "id": point.id,
        "title": point.title,
        "newest_report": point.day.isoformat() if point.day else None,
        "before": values_of(change.before) if change.before else None,
        "after": values_of(change.after) if change.after else None,
    }


def _entry(sight: Sight, point: Point, change: EntryChange) -> Values:
    return _head(point, change) | {
        "fields": [_field(sight, one) for one in change.fields],
        "told_by": _told_by(sight, change.told),
        "moved_here": _told_by(sight, change.moved),
        "moved_away": _told_by(sight, change.left),
        "no_longer_told_by": _told_by(sight, change.untold),
        "was": [one.id for one in change.origins],
        "parted_from_it": [one.id for one in change.parts],
    }


def _dispute(sight: Sight, point: Point, change: DisputeChange) -> Values:
    return _head(point, change) | {
        "about": change.entry.id,
        "fields": [_field(sight, one) for one in change.fields],
        "readings_added": [_plain(reading.value) for reading in change.added],
        "readings_removed": [_plain(reading.value) for reading in change.removed],
        "brought_by": [_words(sight, place) for place in change.brought],
    }


def _actor(sight: Sight, change: ActorChange) -> Values:
    return {
        "change": change.sort.value,
        "id": change.actor.id,
        "name": change.actor.name,
        "before": values_of(change.before) if change.before else None,
        "after": values_of(change.after) if change.after else None,
        "fields": [_field(sight, one) for one in change.fields],
    }


def _field(sight: Sight, change: FieldChange) -> Values:
    return {
        "field": change.field,
        "before": _plain(change.before),
        "after": _plain(change.after),
        "added": [_plain(one) for one in change.added],
        "removed": [_plain(one) for one in change.removed],
        "told_by": _told_by(sight, change.behind),
    }


def _told_by(sight: Sight, accounts: Iterable[Account]) -> list[Values]:
    return [{"account": account.id, **_words(sight, place)} for account in accounts for place in account.evidence]


def _words(sight: Sight, place: Evidence) -> Values:
    report = sight.cited(place)
    return {
        **evidence_values(place),
        "outlet": report.outlet,
        "published": report.published.isoformat() if report.published else None,
    }


def _plain(value: object) -> Any:
    """Any value of a field as JSON has it."""
    match value:
        case StrEnum():
            return value.value
        case Evidence():
            return evidence_values(value)
        case When():
            return when_values(value)
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(one) for one in value]
        case None | bool() | int() | float() | str():
            return value
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return str(value)
