"""What a record of each kind may hold: the closed values of its head and its fields, as the contract names them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pourparler.core.reading import Operator
from pourparler.core.vocabulary import (
    Act,
    ActorKind,
    InstrumentKind,
    InstrumentStatus,
    MeetingKind,
    MeetingStatus,
    Mode,
    Stance,
)


class Take(StrEnum):
    """What a field takes. Every field may cite words; `PLACES` takes nothing else and needs some."""

    ACTORS = "ids of the cast"
    LEADS = "party=person"
    TIMES = "cited words that are marked as a time, or a value such as 2025-02-18"
    PLACES = "cited words"
    LABEL = "cited words, ids of records, and = a short label where the words do not say it"
    NUMBER = "a number"
    CHANNEL = "in person, phone, video, letter or indirect"
    RECORDS = "ids of records of this report"
    FLAG = "nothing, or cited words"
    STATE = "cited words, and the day it took that state"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record: the values of its head in order, its fields, and those it cannot do without."""

    name: str
    heads: tuple[tuple[str, ...], ...]
    fields: dict[str, Take]
    needed: tuple[str, ...]


CHANNELS = ("in person", "phone", "video", "letter", "indirect")
CAST_KINDS = (*ActorKind, "place")
RESERVED = ("office", "unnamed", "not-news")
RECORD = re.compile(r"([smpci])[1-9]\d*")
ACTOR = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def _fields(take: Take, names: str) -> dict[str, Take]:
    return dict.fromkeys(names.split(), take)


_VOICE = _fields(Take.ACTORS, "voice via") | _fields(Take.FLAG, "hedge") | _fields(Take.RECORDS, "same")


def _values(of: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(one) for one in of)


KINDS: dict[str, Kind] = {
    "s": Kind(
        "statement",
        (_values(Mode), _values(Act)),
        _fields(Take.ACTORS, "speaker party via to")
        | _fields(Take.PLACES, "source cue content")
        | _fields(Take.TIMES, "on")
        | _fields(Take.FLAG, "hedge negative"),
        ("speaker", "content"),
    ),
    "m": Kind(
        "meeting",
        (_values(MeetingKind), _values(MeetingStatus)),
        _VOICE
        | _fields(Take.ACTORS, "place parties people mediators hosts excluded invited absent")
        | _fields(Take.LEADS, "leads")
        | _fields(Take.TIMES, "when deadline")
        | _fields(Take.NUMBER, "round")
        | _fields(Take.CHANNEL, "channel")
        | _fields(Take.LABEL, "title level")
        | _fields(Take.PLACES, "agenda outcome denied wording evidence")
        | _fields(Take.RECORDS, "condition"),
        ("evidence",),
    ),
    "p": Kind(
        "position",
        (_values(Stance),),
        _VOICE
        | _fields(Take.ACTORS, "party")
        | _fields(Take.LABEL, "issue")
        | _fields(Take.TIMES, "since")
        | _fields(Take.PLACES, "cue evidence")
        | _fields(Take.RECORDS, "condition"),
        ("party", "issue", "evidence"),
    ),
    "c": Kind(
        "condition",
        (_values(Operator),),
        _VOICE
        | _fields(Take.ACTORS, "holder")
        | _fields(Take.LABEL, "requires blocks")
        | _fields(Take.TIMES, "deadline")
        | _fields(Take.PLACES, "trigger evidence"),
        ("holder", "trigger", "requires", "blocks", "evidence"),
    ),
    "i": Kind(
        "instrument",
        (_values(InstrumentKind),),
        _VOICE
        | _fields(Take.ACTORS, "parties")
        | _fields(Take.LABEL, "title subject")
        | _fields(Take.TIMES, "deadline")
        | _fields(Take.PLACES, "terms denied evidence")
        | {str(state): Take.STATE for state in InstrumentStatus},
        (),
    ),
}

STATES = tuple(str(state) for state in InstrumentStatus)


def kind_of(record: str) -> Kind:
    """The kind of a record by the letter of its id."""
    return KINDS[record[0]]
