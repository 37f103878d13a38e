"""Corrections: fields of entries that a person has set right, in the words of the vocabularies."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from pourparler.core.entry import Entry
from pourparler.core.errors import InputError
from pourparler.core.judgement import Judgement, Verdict
from pourparler.core.moment import Precision, When
from pourparler.core.reading import Operator
from pourparler.core.vocabulary import Act, Channel, EntryKind, InstrumentKind, MeetingKind, MeetingStatus, Mode, Stance

E = TypeVar("E", bound=Entry)
Parse = Callable[[str], Any]


def _one_of(vocabulary: type[StrEnum]) -> Parse:
    def parse(value: str) -> StrEnum:
        try:
            return vocabulary(value)
        except ValueError:
            allowed = ", ".join(sorted(vocabulary))
            raise InputError(f"{value!r} is not one of the words of this field.", f"Choose from: {allowed}.") from None

    return parse


def _perhaps(vocabulary: type[StrEnum]) -> Parse:
    """One of a vocabulary, or nothing for unknown."""
    parse = _one_of(vocabulary)
    return lambda value: parse(value) if value else None


def _text(value: str) -> str | None:
    return value or None


def _words(value: str) -> str:
    if not value:
        raise InputError("This field cannot be empty.", "Give the words it should have.")
    return value


def _names(value: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split(";") if name.strip())


def _number(value: str) -> int | None:
    if value and not value.isdecimal():
        raise InputError(f"{value!r} is no number.", "Give digits, or nothing for unknown.")
    return int(value) if value else None


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise InputError(f"{value!r} is no day.", "Give it as 2025-02-18, or nothing for unknown.") from None


def _when(value: str) -> When | None:
    """A day, or two with `/` between them."""
    days = [_day(part) for part in value.split("/")] if value else []
    if not days:
        return None
    if len(days) > 2 or None in days or days[0] > days[-1]:  # type: ignore[operator]
        raise InputError(f"{value!r} is no time.", "Give a day as 2025-02-18, or two as 2025-02-18/2025-02-20.")
    return When(days[0], days[-1], Precision.DAY if days[0] == days[-1] else Precision.SPAN, value)


FIELDS: Mapping[EntryKind, Mapping[str, Parse]] = {
    EntryKind.MEETING: {
        "kind": _one_of(MeetingKind),
        "status": _one_of(MeetingStatus),
        "title": _words,
        "when": _when,
        "place": _names,
        "round": _number,
        "level": _text,
        "parties": _names,
        "people": _names,
        "mediators": _names,
        "excluded": _names,
        "channel": _perhaps(Channel),
        "hosts": _names,
        "invited": _names,
        "absent": _names,
        "deadline": _when,
    },
    EntryKind.STATEMENT: {
        "speaker": _text,
        "party": _text,
        "mode": _one_of(Mode),
        "act": _one_of(Act),
        "said_on": _day,
        "to": _text,
    },
    EntryKind.POSITION: {"party": _text, "voiced_by": _text, "issue": _words, "stance": _one_of(Stance), "since": _day},
    EntryKind.CONDITION: {
        "party": _text,
        "voiced_by": _text,
        "operator": _one_of(Operator),
        "blocks": _words,
        "requires": _words,
        "deadline": _when,
    },
    EntryKind.INSTRUMENT: {
        "kind": _one_of(InstrumentKind),
        "title": _words,
        "parties": _names,
        "subject": _text,
        "deadline": _when,
    },
}
"""The fields of each kind that can be corrected, and how a value is read. Lists are parted by semicolons."""


def read_value(kind: EntryKind, field: str, value: str) -> Any:
    """The value of a correction; raises InputError for a field that the kind does not have or a value not allowed."""
    fields = FIELDS[kind]
    if field not in fields:
        raise InputError(f"{field!r} of a {kind} cannot be corrected.", f"Choose from: {', '.join(fields)}.")
    return fields[field](value.strip())


def corrected(entries: Iterable[E], judgements: Sequence[Judgement]) -> list[E]:
    """Entries with all corrections that stand; of two corrections of one field the later holds.

    A correction holds for the entry that now has one of the accounts it was made on. One that this program cannot
    read (from a newer one) changes nothing; `check` lists it.
    """
    made: dict[str, list[int]] = defaultdict(list)
    for index, judgement in enumerate(judgements):
        if judgement.verdict is Verdict.CORRECTED:
            for account in judgement.accounts:
                made[account].append(index)
    result: list[E] = []
    for entry in entries:
        for index in sorted({index for account in entry.accounts for index in made.get(account.id, ())}):
            entry = _tried(entry, judgements[index])
        result.append(entry)
    return result


def _tried(entry: E, judgement: Judgement) -> E:
    try:
        field = judgement.field or ""
        return replace(entry, **{field: read_value(entry.accounts[0].kind, field, judgement.value or "")})
    except InputError:
        return entry
