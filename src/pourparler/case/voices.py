"""Whose word something is, seen from the party it is about: its own, its spokesperson's, an outlet's, another party's.

A person has one party in the whole record (`Actor.represents`: what most reports give), and it goes before what one
account says of him. Of a ministry, whose name many share, and of who is not named the account's own party goes first.
A spokesperson is one by office.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pourparler.case.issues.parties import parties_of
from pourparler.core.account import Voice
from pourparler.core.entry import CaseRecord, Instrument
from pourparler.core.vocabulary import ActorKind, InstrumentKind

_SPOKEN = re.compile(r"\bspokes\w+|\bpress (?:secretary|officer|service|office)\b", re.IGNORECASE)
"""What the title of somebody has who speaks for others by office."""

_BETWEEN_SIDES = frozenset({InstrumentKind.AGREEMENT, InstrumentKind.CEASEFIRE, InstrumentKind.EXCHANGE})
"""What no side can bring about by itself, even where a report names one party to it only."""


class Hearing(StrEnum):
    """How near to a party the voice is that tells of it, the nearest first."""

    OWN = "own voice"
    SPOKESPERSON = "spokesperson"
    UNNAMED = "unnamed official"
    OUTLET = "the outlet's account"
    OPPONENT = "another party's account"
    SOURCE = "unnamed source"
    OTHER = "somebody else's account"
    """of somebody named whose party nobody tells, or of whom nothing is told."""


BINDING = frozenset({Hearing.OWN, Hearing.SPOKESPERSON})
"""Hearings in which a party speaks for itself by name."""

SPEAKING_FOR_ITSELF = frozenset({Hearing.OWN, Hearing.SPOKESPERSON, Hearing.UNNAMED, Hearing.OUTLET})
"""Hearings whose stances can count as the party's: what others say that it wants never does."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """What is known of those who speak, by name: canonical names, people, whom each actor speaks for, and offices.

    `sides` are the parties that take positions, set conditions or are sides of instruments and meetings.
    """

    names: Mapping[str, str]
    people: frozenset[str]
    parties: Mapping[str, str]
    offices: Mapping[str, str]
    sides: frozenset[str]

    def name_of(self, name: str) -> str:
        """The canonical name; the name itself where nobody is known by it."""
        return self.names.get(name, name)

    def side_of(self, name: str) -> str:
        """The party that an actor speaks for; the actor itself where it speaks for no other."""
        known = self.name_of(name)
        return self.parties.get(known, known)

    def party_of(self, voice: Voice) -> str | None:
        """The party that a voice speaks for; None for an outlet's and where it is not known.

        Of a person the record's, else the account's; of anybody else the account's, else the record's; else the speaker
        where it is a party itself.
        """
        if voice.outlet:
            return None
        speaker = self.name_of(voice.speaker) if voice.speaker else ""
        recorded = self.parties.get(speaker)
        found = recorded or voice.party if speaker in self.people else voice.party or recorded
        return self.side_of(found) if found else speaker if speaker in self.sides else None

    def hear(self, voice: Voice, party: str | None) -> Hearing:
        """How near a voice is to a party; to none (None), every voice that speaks for a party is another's."""
        if voice.outlet:
            return Hearing.OUTLET
        speaker = self.name_of(voice.speaker) if voice.speaker else None
        side = self.party_of(voice) or (speaker if speaker == party else None)
        if side is None:
            return Hearing.SOURCE if voice.anonymous else Hearing.OTHER
        if party is None or side != self.side_of(party):
            return Hearing.OPPONENT
        if voice.anonymous:
            return Hearing.UNNAMED
        return Hearing.SPOKESPERSON if _SPOKEN.search(self.offices.get(speaker or "", "")) else Hearing.OWN

    def nearest(self, voices: Iterable[Voice], party: str | None) -> Hearing:
        """How near to a party the nearest of these voices is; somebody else's where there is none."""
        return min((self.hear(voice, party) for voice in voices), key=_NEARNESS.__getitem__, default=Hearing.OTHER)

    def alone(self, instrument: Instrument, voices: Iterable[Voice]) -> str | None:
        """The one party by whose word alone these voices tell a state of an instrument; it may be a third party to it.

        None where the outlet, another party or somebody of no known party tells it too, and where the instrument is the
        party's own act.
        """
        told = tuple(voices)
        sides = {self.party_of(voice) for voice in told}
        if len(sides) != 1 or any(voice.outlet for voice in told):
            return None
        (side,) = sides
        own_act = {self.side_of(party) for party in instrument.parties} == {side}
        return None if own_act and instrument.kind not in _BETWEEN_SIDES else side


_NEARNESS = {hearing: place for place, hearing in enumerate(Hearing)}


def speakers_of(record: CaseRecord) -> Speakers:
    """What a record knows of its actors."""
    names: dict[str, str] = {}
    for actor in record.actors:
        for name in actor.names:
            names.setdefault(name, actor.name)
    return Speakers(
        names | {actor.name: actor.name for actor in record.actors},
        frozenset(actor.name for actor in record.actors if actor.kind is ActorKind.PERSON),
        {actor.name: actor.represents for actor in record.actors if actor.represents},
        {actor.name: actor.office for actor in record.actors if actor.office},
        frozenset(parties_of(record).names),
    )
