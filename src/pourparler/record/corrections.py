"""Corrections and confirmations: fields of entries that a person has set right, and entries found right."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from pourparler.core.entry import Condition, Confirmation, Correction, Entry, Instrument, Meeting, Position, StatusEvent
from pourparler.core.errors import InputError
from pourparler.core.evidence import Evidence
from pourparler.core.ids import content_id
from pourparler.core.judgement import Judgement, Verdict
from pourparler.core.reading import Operator
from pourparler.core.vocabulary import Act, Channel, EntryKind, InstrumentKind, MeetingKind, MeetingStatus, Mode, Stance
from pourparler.record import field_values as values

E = TypeVar("E", bound=Entry)
W = TypeVar("W", bound=Meeting | Position)
NameOf = Callable[[str], str]
"""Gives the name under which the record shows an actor."""

FIELDS: Mapping[EntryKind, Mapping[str, values.Read]] = {
    EntryKind.MEETING: {
        "kind": values.one_of(MeetingKind),
        "status": values.one_of(MeetingStatus),
        "title": values.words,
        "when": values.when,
        "place": values.names,
        "round": values.number,
        "level": values.text,
        "parties": values.names,
        "people": values.names,
        "leads": values.pairs,
        "mediators": values.names,
        "excluded": values.names,
        "channel": values.perhaps(Channel),
        "hosts": values.names,
        "invited": values.names,
        "absent": values.names,
        "deadline": values.when,
        "condition": values.text,
    },
    EntryKind.STATEMENT: {
        "speaker": values.text,
        "party": values.text,
        "mode": values.one_of(Mode),
        "act": values.one_of(Act),
        "said_on": values.day,
        "via": values.names,
        "to": values.text,
        "negative": values.yes,
    },
    EntryKind.POSITION: {
        "party": values.text,
        "voiced_by": values.text,
        "issue": values.words,
        "stance": values.one_of(Stance),
        "since": values.day,
        "condition": values.text,
    },
    EntryKind.CONDITION: {
        "party": values.text,
        "voiced_by": values.text,
        "operator": values.one_of(Operator),
        "blocks": values.words,
        "requires": values.words,
        "deadline": values.when,
    },
    EntryKind.INSTRUMENT: {
        "kind": values.one_of(InstrumentKind),
        "title": values.words,
        "parties": values.names,
        "subject": values.text,
        "status": values.states,
        "deadline": values.when,
    },
}
"""The fields of each kind that can be corrected, and how a value is read. Lists are parted by semicolons."""

ACTORS = frozenset(
    {"parties", "people", "leads", "mediators", "excluded", "hosts", "invited", "absent", "speaker", "party"}
) | {"voiced_by", "to"}
"""Fields that name actors: any name that reports give one will do."""


def read_value(kind: EntryKind, field: str, value: str) -> Any:
    """The value of a correction; raises InputError for a field that the kind does not have or a value not allowed."""
    fields = FIELDS[kind]
    if field not in fields:
        raise InputError(f"{field!r} of a {kind} cannot be corrected.", f"Choose from: {', '.join(fields)}.")
    return fields[field](value.strip())


def corrected(entries: Iterable[E], judgements: Sequence[Judgement], name_of: NameOf = str) -> list[E]:
    """All entries of one kind with the corrections and confirmations that stand; of two of one field the later holds.

    Each belongs to the one entry that has most of the accounts it was made on. A correction that this program cannot
    read (from a newer one) changes nothing; `check` lists it.
    """
    result = list(entries)
    at: dict[str, int] = {}
    judgements = [one for one in judgements if one.verdict in MARKS and not one.is_of_dispute]
    wanted = {account for one in judgements for account in one.accounts}
    for number, entry in enumerate(result) if wanted else ():
        at |= {account.id: number for account in entry.accounts if account.id in wanted}
    for judgement in judgements:
        holders = Counter(at[account] for account in judgement.accounts if account in at)
        if holders:
            number = max(holders, key=lambda number: holders[number])
            result[number] = _marked(result[number], judgement, name_of)
    return result


MARKS = frozenset({Verdict.CORRECTED, Verdict.CONFIRMED})
"""Verdicts that change nothing but the entry they are on."""


def _marked(entry: E, judgement: Judgement, name_of: NameOf) -> E:
    """An entry with one correction or confirmation more."""
    signed = judgement.by, judgement.at, judgement.because
    if judgement.verdict is Verdict.CONFIRMED:
        since = sum(account.id not in judgement.accounts for account in entry.accounts)
        return replace(entry, confirmed=(*entry.confirmed, Confirmation(*signed, since)))
    field, typed = judgement.field or "", judgement.value or ""
    try:
        value = read_value(entry.accounts[0].kind, field, typed)
    except InputError:
        return entry
    before = next((one.given for one in entry.corrected if one.field == field), None)
    given = values.typed(getattr(entry, field)) if before is None else before
    if field in ACTORS:
        value = _named(value, name_of)
    if isinstance(entry, Instrument) and field == "status":
        value = _with_words(value, entry)
    others = tuple(one for one in entry.corrected if one.field != field)
    changed = {} if field == "condition" else {field: value}
    return replace(entry, **changed, corrected=(*others, Correction(field, typed, given, *signed)))


def _named(value: Any, name_of: NameOf) -> Any:
    """A value with the names under which the record shows its actors."""
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(_named(item, name_of) for item in value))
    return name_of(value) if value else value


def _with_words(states: Sequence[StatusEvent], entry: Instrument) -> tuple[StatusEvent, ...]:
    """States given by a person with the words that reports have for them: of the same state; else of the states that
    are no longer there; else all that tells of the instrument."""
    kept = {state.status for state in states}
    words = {state.status: state for state in entry.status}
    dropped = tuple(place for state in entry.status if state.status not in kept for place in state.evidence)

    def told(state: StatusEvent) -> StatusEvent:
        own = next((line for line in entry.status if (line.status, line.on) == (state.status, state.on)), None)
        own = own or words.get(state.status)
        evidence: tuple[Evidence, ...] = tuple(dict.fromkeys(dropped or entry.evidence))
        return replace(own, on=state.on) if own else replace(state, evidence=evidence)

    return tuple(map(told, states))


def with_links(entries: Iterable[W], conditions: Sequence[Condition]) -> tuple[W, ...]:
    """Meetings or positions with the conditions that people said they wait for; `conditions` are all of the record.

    A correction names a condition by the id that one of its accounts would give it.
    """
    result = tuple(entries)
    if not any(one.field == "condition" for entry in result for one in entry.corrected):
        return result
    ids = {content_id("c", account.id): condition.id for condition in conditions for account in condition.accounts}
    return tuple(_linked(entry, ids) for entry in result)


def _linked(entry: W, ids: Mapping[str, str]) -> W:
    for one in entry.corrected:
        if one.field == "condition" and (not one.value or one.value in ids):
            marked = tuple(
                replace(one, given=entry.condition or "") if each is one else each for each in entry.corrected
            )
            return replace(entry, condition=ids.get(one.value), corrected=marked)
    return entry
