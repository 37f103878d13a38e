"""The words that tell of meetings: verbs, nouns, and what puts a meeting off, off the table or ahead."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pourparler.core.vocabulary import MeetingKind, MeetingStatus

_NUMBERS = """first 1st opening one initial; second 2nd two; third 3rd three; fourth 4th four; fifth 5th five;
sixth 6th six; seventh 7th seven; eighth 8th eight; ninth 9th nine; tenth 10th ten; eleventh 11th eleven"""
ORDINALS = {word: number for number, words in enumerate(_NUMBERS.split(";"), 1) for word in words.split()}
"""Words that number a round; the cardinals only after the noun ("round four")."""


@dataclass(frozen=True, slots=True)
class MeetingVerb:
    """A verb of contact: the words that must follow it (any one, empty for none), its kind, and what it takes.

    `frame` is together (a plural subject or "with" somebody), with or person (somebody as its object), host, seen,
    visit (a place or somebody), travel (a place) or sent (somebody to a place).
    """

    lemma: str
    particles: tuple[tuple[str, ...], ...]
    kind: MeetingKind
    frame: str


@dataclass(frozen=True, slots=True)
class MeetingNoun:
    """A noun of contact with its kind; `frame` tells what must stand beside it (see docs/reading-meetings.md)."""

    lemma: str
    kind: MeetingKind
    frame: str


def _rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table of the reporting folder."""
    text = files("pourparler.data").joinpath("reporting", name).read_text(encoding="utf-8")
    yield from csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


@cache
def meeting_verbs() -> Mapping[str, tuple[MeetingVerb, ...]]:
    """Verbs of contact by lemma, those with particles first."""
    found: dict[str, list[MeetingVerb]] = {}
    for row in _rows("meeting_verbs.csv"):
        particles = tuple(tuple(cell.split()) for cell in row["particles"].split(";") if cell)
        verb = MeetingVerb(row["lemma"], particles, MeetingKind(row["kind"]), row["frame"])
        found.setdefault(verb.lemma, []).append(verb)
    return {lemma: tuple(sorted(verbs, key=lambda verb: not verb.particles)) for lemma, verbs in found.items()}


@cache
def meeting_nouns() -> Mapping[str, MeetingNoun]:
    """Nouns of contact by lemma."""
    return {
        row["lemma"]: MeetingNoun(row["lemma"], MeetingKind(row["kind"]), row["frame"])
        for row in _rows("meeting_nouns.csv")
    }


@cache
def states(role: str) -> Mapping[str, str]:
    """What a word of one role (adjective, verb, place) makes of the meeting it stands with: a status or the like."""
    found: dict[str, str] = {}
    for row in _rows("meeting_states.csv"):
        if row["role"] == role:
            for word in row["words"].split(";"):
                found.setdefault(word, row["status"])
    return found


def status_of(word: str | None) -> MeetingStatus | None:
    """The status that a table's value names; None for what is none (occurs, stages)."""
    return MeetingStatus(word) if word in {status.value for status in MeetingStatus} else None


@cache
def actor_nouns() -> frozenset[str]:
    """Nouns for those who meet without being named: officials, delegations, sides, leaders."""
    return frozenset(row["words"] for row in _rows("meeting_actors.csv"))
