"""Stands: one verb with its subject and voice, and the stance that it turns out to take."""

from dataclasses import dataclass

from pourparler.core.vocabulary import Stance
from pourparler.reading.conditions.holders import Told
from pourparler.reading.positions.issues import Issue
from pourparler.text.clauses import NounChunk, VerbGroup


@dataclass(frozen=True, slots=True)
class Stand:
    """One finite verb with its subject and the voice it is in; `limit` is where its words end at the latest."""

    verb: VerbGroup
    subject: NounChunk | None
    told: Told
    limit: int


@dataclass(frozen=True, slots=True)
class Taken:
    """A stance and the issues it is taken on."""

    stance: Stance
    issues: tuple[Issue, ...]
