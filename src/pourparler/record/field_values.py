"""Values of fields as a person types them: read into what an entry holds, and written back the same way."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

from pourparler.core.entry import StatusEvent
from pourparler.core.errors import InputError
from pourparler.core.moment import Precision, When
from pourparler.core.vocabulary import InstrumentStatus

Read = Callable[[str], Any]
"""Reads a typed value; raises InputError for one that the field cannot have."""


def one_of(vocabulary: type[StrEnum]) -> Read:
    """One word of a vocabulary."""

    def read(value: str) -> StrEnum:
        try:
            return vocabulary(" ".join(value.lower().split()))
        except ValueError:
            allowed = ", ".join(sorted(vocabulary))
            raise InputError(f"{value!r} is not one of the words of this field.", f"Choose from: {allowed}.") from None

    return read


def perhaps(vocabulary: type[StrEnum]) -> Read:
    """One word of a vocabulary, or nothing for unknown."""
    read = one_of(vocabulary)
    return lambda value: read(value) if value else None


def text(value: str) -> str | None:
    """Any words, or nothing for unknown."""
    return value or None


def words(value: str) -> str:
    """Any words, but some."""
    if not value:
        raise InputError("This field cannot be empty.", "Give the words it should have.")
    return value


def names(value: str) -> tuple[str, ...]:
    """Names parted by semicolons."""
    return tuple(dict.fromkeys(name.strip() for name in value.split(";") if name.strip()))


def pairs(value: str) -> tuple[tuple[str, str], ...]:
    """Pairs as `PARTY: PERSON`, parted by semicolons."""
    found = [tuple(part.strip() for part in pair.split(":", 1)) for pair in names(value)]
    if not all(len(pair) == 2 and all(pair) for pair in found):
        raise InputError(f"{value!r} does not say who is of which party.", "Write it as PARTY: PERSON; PARTY: PERSON.")
    return tuple((pair[0], pair[1]) for pair in found)


def number(value: str) -> int | None:
    """A whole number, or nothing for unknown."""
    if value and not (value.isascii() and value.isdecimal()):
        raise InputError(f"{value!r} is no number.", "Give digits, or nothing for unknown.")
    return int(value) if value else None


def yes(value: str) -> bool:
    """Yes or no."""
    if value.lower() not in ("yes", "no"):
        raise InputError(f"{value!r} is neither yes nor no.", "Write yes or no.")
    return value.lower() == "yes"


def day(value: str) -> date | None:
    """A day as `2025-02-18`, or nothing for unknown."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise InputError(f"{value!r} is no day.", "Give it as 2025-02-18, or nothing for unknown.") from None


def when(value: str) -> When | None:
    """A day, or two with `/` between them."""
    days = [day(part.strip()) for part in value.split("/")] if value else []
    if not days:
        return None
    if len(days) > 2 or None in days or days[0] > days[-1]:  # type: ignore[operator]
        raise InputError(f"{value!r} is no time.", "Give a day as 2025-02-18, or two as 2025-02-18/2025-02-20.")
    return When(days[0], days[-1], Precision.DAY if days[0] == days[-1] else Precision.SPAN, value)


def states(value: str) -> tuple[StatusEvent, ...]:
    """States of an instrument, first to last, each with its day where it is known: `drafted; signed 2025-04-30`."""
    read = one_of(InstrumentStatus)
    found = []
    for line in names(value):
        state, _, last = line.rpartition(" ")
        dated = last[:1].isdigit()
        found.append(StatusEvent(day(last) if dated else None, read(state if dated else line), ()))
    return tuple(found)


def typed(value: Any) -> str:
    """A value as it would be typed; nothing for one that is unknown or empty."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, When):
        if value.start is None or value.end is None:
            return value.said
        return value.start.isoformat() + (f"/{value.end.isoformat()}" if value.end != value.start else "")
    if isinstance(value, StatusEvent):
        return f"{value.status.value} {value.on.isoformat()}" if value.on else value.status.value
    if isinstance(value, tuple):
        return "; ".join(": ".join(item) if isinstance(item, tuple) else typed(item) for item in value)
    return "" if value is None else str(value)


def is_typed(value: Any) -> bool:
    """True for a value that `typed` writes in full: no evidence, no accounts, nothing that people decided."""
    if isinstance(value, tuple):
        return all(is_typed(item) for item in value)
    return value is None or isinstance(value, str | int | date | When | StatusEvent)
