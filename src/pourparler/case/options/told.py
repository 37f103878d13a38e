"""What boards ask of a record, whole or asked by SQL: meetings that are open, what was said on an issue, by whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Protocol

from pourparler.case.issues.parties import Parties, parties_of
from pourparler.case.options.topics import Wordings
from pourparler.case.voices import Hearing, Speakers, speakers_of
from pourparler.core.actor import Actor
from pourparler.core.entry import CaseRecord, Meeting, Statement
from pourparler.core.vocabulary import MeetingKind, MeetingStatus, Stance

OPEN = frozenset({MeetingStatus.PLANNED, MeetingStatus.UNDER_WAY})
"""Meetings that somebody can walk out of, as long as their day has not gone by; of talks also those that were held."""

MOST_SPOKEN = 200
"""Statements on one issue that are looked at, the latest first; set by hand, a table shows far fewer."""

MOST_REJECTING = 500
"""Positions that reject of which moves are made; beyond it a list is read by nobody."""

_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement with whose it is: the party, in which voice seen from that party, and the day it was published."""

    statement: Statement
    party: str | None
    hearing: Hearing
    told: date | None

    @property
    def text(self) -> str:
        """What was said, with the words that give it."""
        cue = self.statement.cue
        return " ".join((*((cue.text,) if cue else ()), *(place.text for place in self.statement.content)))


class Told(Protocol):
    """What boards ask of a record."""

    def meetings(self) -> Sequence[Meeting]:
        """Meetings that are planned or under way and not past their day, and talks that were held; latest first."""
        ...

    def rejecting(self) -> Sequence[str]:
        """The ids of positions that reject, in the order of the record, at most MOST_REJECTING."""
        ...

    def spoken(self, wordings: Wordings) -> Sequence[Spoken]:
        """Statements that have all words of one of the wordings, the latest first, at most MOST_SPOKEN; others may be
        among them."""
        ...

    def actors(self, parties: Sequence[str]) -> Sequence[Actor]:
        """These parties and those who speak for them."""
        ...


@dataclass(frozen=True)
class RecordTold:
    """A whole record, for the command line."""

    record: CaseRecord

    def meetings(self) -> Sequence[Meeting]:
        """See Told."""
        return latest_first(one for one in self.record.meetings if can_be_left(one))

    def rejecting(self) -> Sequence[str]:
        """See Told."""
        return [one.id for one in self.record.positions if one.stance is Stance.REJECTS][:MOST_REJECTING]

    def spoken(self, wordings: Wordings) -> Sequence[Spoken]:
        """See Told."""
        stems = [[_stem(word) for word in words] for words in wordings]
        found = [
            one
            for one in self._spoken
            if any(all(stem in text for stem in each) for each in stems for text in (one.text.casefold(),))
        ]
        return found[:MOST_SPOKEN]

    def actors(self, parties: Sequence[str]) -> Sequence[Actor]:
        """See Told."""
        return [actor for actor in self.record.actors if actor.name in parties or actor.represents in parties]

    @cached_property
    def _spoken(self) -> tuple[Spoken, ...]:
        published = {view.report.name: view.report.published for view in self.record.reports}
        return tuple(spoken_by(self.record.statements, speakers_of(self.record), published))


def can_be_left(meeting: Meeting) -> bool:
    """True for what somebody can walk out of."""
    held_talks = meeting.kind is MeetingKind.TALKS and meeting.status is MeetingStatus.HELD
    return bool(meeting.parties) and (held_talks or (meeting.status in OPEN and not meeting.overdue))


def latest_first(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Meetings by day, the latest first; those without a day come first, for they are told as going on or to come."""

    def day(one: Meeting) -> date:
        return (one.when.start or one.when.end or date.max) if one.when else date.max

    return sorted(meetings, key=day, reverse=True)


def spoken_by(
    statements: Iterable[Statement], speakers: Speakers, published: Mapping[str, date | None]
) -> list[Spoken]:
    """Statements with whose they are, the latest first; `published` are the days of reports by their names."""
    found = []
    for one in statements:
        voice = one.accounts[0].voice
        party = one.party or speakers.party_of(voice)
        found.append(Spoken(one, party, speakers.hear(voice, party), published.get(one.report)))
    return sorted(found, key=lambda one: (one.told or date.min, one.statement.id), reverse=True)


def names_of(told: Told, parties: Sequence[str]) -> Parties:
    """The names by which texts call some parties and their people."""
    nobody = CaseRecord("", None, "", 0, (), tuple(told.actors(parties)), (), (), (), (), (), ())
    return replace(parties_of(nobody), names=tuple(parties))


def _stem(word: str) -> str:
    """The beginning that most forms of a word share."""
    return word[: max(_SHORTEST_STEM, len(word) - 2)]
