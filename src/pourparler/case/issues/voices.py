"""Whose word an account of a position is: the party's own, its spokesperson's, an unnamed official's, an opponent's."""

import re
from collections.abc import Sequence
from enum import StrEnum

from pourparler.case.issues.parties import Parties
from pourparler.core.account import Account, Voice
from pourparler.core.entry import CaseRecord, Instrument
from pourparler.core.vocabulary import InstrumentKind

_SPOKEN = re.compile(r"\bspokes\w+|\bpress (?:secretary|officer|service|office)\b", re.IGNORECASE)


class Hearing(StrEnum):
    """Whose word something is, seen from the party it is about."""

    OWN = "own voice"
    SPOKESPERSON = "spokesperson"
    UNNAMED = "unnamed official"
    OPPONENT = "another party's account"
    OUTLET = "the outlet's account"
    OTHER = "somebody else's account"


_BETWEEN_SIDES = frozenset({InstrumentKind.AGREEMENT, InstrumentKind.CEASEFIRE, InstrumentKind.EXCHANGE})
"""What no side can bring about by itself, even where a report names one party to it only."""

BINDING = frozenset({Hearing.OWN, Hearing.SPOKESPERSON})
"""Hearings in which a party speaks for itself by name."""


class Hearings:
    """Says whose word accounts are, by the offices and parties of a record's actors."""

    def __init__(self, record: CaseRecord, parties: Parties) -> None:
        self._parties = parties
        self._spokespersons = {
            actor.name for actor in record.actors if actor.office and _SPOKEN.search(actor.office)
        }  # by office: what somebody said once as a party's spokesperson stays so in every report
        self._names = {name: actor.name for actor in record.actors for name in (actor.name, *actor.names)}

    def of(self, account: Account, party: str | None) -> Hearing:
        """Whose word an account is, seen from a party."""
        return self.of_voice(account.voice, party)

    def of_voice(self, voice: Voice, party: str | None) -> Hearing:
        """Whose word a voice is, seen from a party."""
        if voice.outlet:
            return Hearing.OUTLET
        theirs = self.party(voice)
        if theirs is None or party is None:
            return Hearing.OTHER
        if theirs != party:
            return Hearing.OPPONENT if theirs in self._parties.names else Hearing.OTHER
        if voice.anonymous or voice.speaker is None:
            return Hearing.OWN if voice.speaker is None and not voice.anonymous else Hearing.UNNAMED
        speaker = self._names.get(voice.speaker, voice.speaker)
        return Hearing.SPOKESPERSON if speaker in self._spokespersons else Hearing.OWN

    def alone(self, instrument: Instrument, voices: Sequence[Voice]) -> str | None:
        """The one side by whose word alone these voices tell a state of an instrument; None where the outlet, another
        side or somebody of no known side tells it too, and where the instrument is that side's own act."""
        sides = {self.party(voice) for voice in voices}
        if len(sides) != 1 or any(voice.outlet for voice in voices):
            return None
        own_act = len(instrument.parties) == 1 and instrument.kind not in _BETWEEN_SIDES
        return None if own_act else next(iter(sides))

    def party(self, voice: Voice) -> str | None:
        """The party that a voice speaks for; None for an outlet's and where it is not known."""
        speaker = self._names.get(voice.speaker, voice.speaker) if voice.speaker else None
        found = voice.party or self._parties.party_of(speaker)
        return self._parties.party_of(self._names.get(found, found)) or found if found else None
