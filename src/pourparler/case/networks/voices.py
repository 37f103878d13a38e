"""Whose account of a party's stance it is: its own, a spokesperson's, an unnamed official's, another side's."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pourparler.core.account import Voice
from pourparler.core.entry import CaseRecord
from pourparler.core.vocabulary import ActorKind

SPOKEN = ("spokes", "press secretary", "press officer")
"""What the title of somebody has who speaks for others by office."""


class Whose(StrEnum):
    """How near to a party the voice is that gives its stance."""

    OWN = "own voice"
    SPOKESPERSON = "spokesperson"
    UNNAMED = "unnamed official"
    OPPONENT = "another side's account"
    SOURCE = "unnamed source"
    OUTLET = "the outlet's own account"


SPEAKING_FOR_ITSELF = frozenset({Whose.OWN, Whose.SPOKESPERSON, Whose.UNNAMED, Whose.OUTLET})
"""The voices by which a party is heard by default: what others say that it wants, and unnamed sources of no side, are
left out."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """What is known of those who speak, by name: canonical names, people, and their parties and offices."""

    names: Mapping[str, str]
    people: frozenset[str]
    parties: Mapping[str, str]
    offices: Mapping[str, str]

    def name_of(self, name: str) -> str:
        """The canonical name; the name itself where nobody is known by it."""
        return self.names.get(name, name)

    def party_of(self, voice: Voice) -> str | None:
        """The side a voice is of: that of a known person, else what the account says, else a party that speaks."""
        speaker = self.name_of(voice.speaker) if voice.speaker else None
        return (self.parties.get(speaker) if speaker else None) or voice.party

    def whose(self, voice: Voice, party: str | None) -> Whose:
        """Whose account of what `party` wants this voice gives; of no known party, any named speaker is another's."""
        if voice.outlet:
            return Whose.OUTLET
        side = self.party_of(voice)
        if voice.speaker is None:
            return Whose.SOURCE if side is None else Whose.UNNAMED if side == party else Whose.OPPONENT
        if party is None or party not in (side, self.name_of(voice.speaker)):
            return Whose.OPPONENT
        office = self.offices.get(self.name_of(voice.speaker), "").casefold()
        return Whose.SPOKESPERSON if any(word in office for word in SPOKEN) else Whose.OWN


def speakers_of(record: CaseRecord) -> Speakers:
    """What a record knows of its actors. Only a person has one party everywhere: ministries of many are alike."""
    people = [actor for actor in record.actors if actor.kind is ActorKind.PERSON]
    others: dict[str, str] = {}
    for actor in record.actors:
        for name in actor.names:
            others.setdefault(name, actor.name)
    return Speakers(
        others | {actor.name: actor.name for actor in record.actors},
        frozenset(actor.name for actor in people),
        {actor.name: actor.represents for actor in people if actor.represents},
        {actor.name: actor.office for actor in record.actors if actor.office},
    )
