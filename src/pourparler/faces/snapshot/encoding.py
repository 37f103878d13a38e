"""Things of the record as JSON text, and back as the same things.

`msgspec` reads a dataclass from its types alone, but what the `fields` of an account are follows from the account's
kind, which its type does not say. An entry has accounts of its own kind only; so an entry of each kind is read as a
struct whose accounts have the fields of that kind, and then made into what it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, cast, get_type_hints

import msgspec

from pourparler.core.account import Account
from pourparler.core.change import Change
from pourparler.core.entry import (
    Condition,
    Entry,
    Instrument,
    Meeting,
    Position,
    Statement,
    StatusEvent,
)
from pourparler.core.reading import Attribution, ConditionFrame, InstrumentFrame, MeetingFrame, PositionFrame
from pourparler.core.vocabulary import EntryKind, MeetingStatus
from pourparler.record.rows import understood

T = TypeVar("T")

ENTRIES: Mapping[EntryKind, type[Entry]] = {
    EntryKind.MEETING: Meeting,
    EntryKind.STATEMENT: Statement,
    EntryKind.POSITION: Position,
    EntryKind.CONDITION: Condition,
    EntryKind.INSTRUMENT: Instrument,
}
"""The entry of each kind."""

KINDS: Mapping[type[Entry], EntryKind] = {entry: kind for kind, entry in ENTRIES.items()}
"""The kind of each entry."""

_FRAMES: Mapping[EntryKind, type] = {
    EntryKind.MEETING: MeetingFrame,
    EntryKind.STATEMENT: Attribution,
    EntryKind.POSITION: PositionFrame,
    EntryKind.CONDITION: ConditionFrame,
    EntryKind.INSTRUMENT: InstrumentFrame,
}

_ENCODER = msgspec.json.Encoder(order="deterministic")


def encode(value: object) -> str:
    """A thing of ours as JSON text, the same for the same thing."""
    return _ENCODER.encode(value).decode("utf-8")


def decode(wanted: type[T], body: str) -> T:
    """The thing that `encode` made this text of, where its type alone says how to read it; not for entries."""
    with understood("A snapshot"):
        found: T = _decoder(cast("Any", wanted)).decode(body)
        return found


def decode_entry(kind: EntryKind, body: str) -> Entry:
    """The entry that `encode` made this text of."""
    with understood("A snapshot"):
        read = _reader(kind).decode(body)
    read.accounts = tuple(Account(*_ACCOUNT(one)) for one in read.accounts)
    return ENTRIES[kind](*_ENTRY[kind](read))


def decode_state(kind: EntryKind, body: str) -> Change[MeetingStatus] | StatusEvent:
    """A change of the status of a meeting, or a state of an instrument."""
    if kind is EntryKind.MEETING:
        return decode(Change[MeetingStatus], body)
    return decode(StatusEvent, body)


@cache
def _decoder(wanted: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(wanted)


def _all_of(like: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    """Takes the values of all fields of a dataclass, in their order, from anything that has them."""
    return attrgetter(*(field.name for field in fields(like)))


_ACCOUNT = _all_of(Account)
_ENTRY = {kind: _all_of(entry) for kind, entry in ENTRIES.items()}


@cache
def _reader(kind: EntryKind) -> msgspec.json.Decoder[Any]:
    """Reads an entry of a kind as a struct of the same fields."""
    account = _struct(Account, fields=_FRAMES[kind])
    return msgspec.json.Decoder(_struct(ENTRIES[kind], accounts=tuple[account, ...]))  # type: ignore[valid-type]


def _struct(like: type[Any], **instead: Any) -> type[msgspec.Struct]:
    """A struct with the fields of a dataclass, some of them of another type; every one is required."""
    types = get_type_hints(like) | instead
    return msgspec.defstruct(like.__name__, [(field.name, types[field.name]) for field in fields(like)])
