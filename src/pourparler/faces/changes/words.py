"""A change of one field in words: from what to what, as short as it can be said."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from pourparler.core.entry import Confirmation, Correction, Entry, Meeting, StatusEvent
from pourparler.core.evidence import Evidence
from pourparler.core.moment import When
from pourparler.faces.rows.labels import label, state_words
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.days import day_words, when_words
from pourparler.faces.wording.quoting import clip, quoted, visible
from pourparler.record.changes import FieldChange

FIRST = ("status", "overdue", "when", "on", "since", "deadline", "place", "parties", "people", "leads", "mediators")
"""Fields in the order in which changes are told; all others follow in the order of their class."""

LAST = ("title", "subject")
"""Fields that are told after all others: what a thing is called follows from what is told of it."""

NAMES = {
    "said_on": "said on",
    "voiced_by": "voiced by",
    "negative": "turned round by its cue",
    "copies_of": "near copy of",
}
"""Names of fields that do not speak for themselves."""

MOST_VALUES, MOST_CHARACTERS = 4, 90
"""Most values of a list, and most characters of one, that a line shows; what more there is is counted or cut."""


def in_order(changes: Sequence[FieldChange]) -> tuple[FieldChange, ...]:
    """Changes of fields in the order in which they are told."""

    def place(change: FieldChange) -> int:
        if change.field in FIRST:
            return FIRST.index(change.field)
        return 1_000 + LAST.index(change.field) if change.field in LAST else 100

    return tuple(sorted(changes, key=place))


def field_words(change: FieldChange, before: Lookup, after: Lookup) -> str:
    """One change in a line: `status: planned → held`, `people: + Ann Lee; − Bo Ek`."""
    if change.field == "overdue":
        if change.after:
            return "overdue: its day has gone by, and no report tells that it came about"
        return "overdue no more"
    name = NAMES.get(change.field, change.field.replace("_", " "))
    if isinstance(change.before, tuple) or isinstance(change.after, tuple):
        parts = [("+ ", change.added, after), ("− ", change.removed, before)]
        return f"{name}: {'; '.join(sign + _some(values, lookup) for sign, values, lookup in parts if values)}"
    was, now = (value_words(one, seen) for one, seen in ((change.before, before), (change.after, after)))
    if was and now:
        return f"{name}: {was} → {now}"
    return f"{name}: {now}" if now else f"{name}: {was} → no longer told"


def steps_between(before: Meeting, after: Meeting) -> str:
    """The states of a meeting from one to the other, with those it took between them: planned → postponed → held."""
    known = {(state.value, state.told, state.on) for state in before.states}
    new = [one.value for one in after.states if one.followed and (one.value, one.told, one.on) not in known]
    if not new or new[-1] is not after.status:
        new = [after.status]
    path = [status for status, following in pairwise([before.status, *new, None]) if status is not following]
    return " → ".join(status.value for status in path if status)


def _some(values: tuple[object, ...], lookup: Lookup) -> str:
    shown = [value_words(value, lookup) for value in values[:MOST_VALUES]]
    rest = len(values) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest else "")


def value_words(value: object, lookup: Lookup) -> str:
    """One value in words; empty where it is not known."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else ""
        case Evidence():
            return quoted(value.text, MOST_CHARACTERS)
        case When():
            said = f" ('{visible(value.said)}')" if value.said.strip() and not (value.start or value.end) else ""
            return f"{when_words(value)}{said}"
        case date():
            return day_words(value)
        case StatusEvent():
            return state_words(value)
        case Confirmation():
            return f"by {_who(value)}"
        case Correction():
            name = NAMES.get(value.field, value.field.replace("_", " "))
            return f"{name} to {clip(value.value, MOST_CHARACTERS) or 'nothing'} by {_who(value)}"
        case StrEnum():
            return value.value
        case str():
            found = lookup.things.get(value)
            return clip(label(lookup, found) if isinstance(found, Entry) else value, MOST_CHARACTERS)
        case tuple():
            return ": ".join(filter(None, (value_words(one, lookup) for one in value)))
    if is_dataclass(value) and not isinstance(value, type):
        told = (
            value_words(getattr(value, one.name), lookup) for one in fields(value) if not _is_words(value, one.name)
        )
        return " ".join(filter(None, told))
    return visible(str(value))


def _who(decision: Confirmation | Correction) -> str:
    """Who decided something, when and why."""
    because = f": {clip(decision.because, MOST_CHARACTERS)}" if decision.because.strip() else ""
    return f"{visible(decision.by)} on {day_words(decision.at.date())}{because}"


def _is_words(value: object, name: str) -> bool:
    """True for a field that is words of a report, or a list of them."""
    found = getattr(value, name)
    return isinstance(found, Evidence) or (isinstance(found, tuple) and all(isinstance(one, Evidence) for one in found))
