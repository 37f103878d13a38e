"""Whom pronouns and "the two sides" mean in a telling, and the sides as they are gathered."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pourparler.core.reading import MeetingFrame
from pourparler.reading.meetings.cast import Cast
from pourparler.reading.meetings.ground import Ground, lay, left_of
from pourparler.reading.meetings.players import Player, players
from pourparler.reading.meetings.tellings import Telling
from pourparler.reading.people import Person
from pourparler.reading.speakers import speaker_of

BOTH = frozenset(("both", "two"))
SIDES = frozenset(
    "sides parties countries delegations teams governments negotiators capitals neighbours neighbors rivals".split()
)
MEN = frozenset("leaders men counterparts".split())


@dataclass(slots=True)
class Sides:
    """Who stands on which side, in the order of the words."""

    parties: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    mediators: list[str] = field(default_factory=list)

    def add(self, party: str | None, person: Person | None = None) -> None:
        """Take one more in."""
        if party is not None and party not in self.parties:
            self.parties.append(party)
        if person is not None and person not in self.people:
            self.people.append(person)

    def take(self, found: Sequence[Player]) -> None:
        """Take in those found."""
        for player in found:
            self.add(player.party, player.person)

    def move(self, found: Sequence[Player]) -> None:
        """Make those found mediators."""
        for player in found:
            if player.party is not None:
                self.mediators += [player.party] if player.party not in self.mediators else []
                if player.party in self.parties:
                    self.parties.remove(player.party)
            if player.person in self.people:
                self.people.remove(player.person)

    @property
    def full(self) -> bool:
        """True when two sides are known."""
        return max(len(self.parties), len(self.people)) >= 2


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known when a telling is read: the cast of the report and the frames so far."""

    cast: Cast
    frames: Sequence[MeetingFrame]


def take_person(ground: Ground, at: int, memory: Memory, sides: Sides) -> None:
    """The person that a pronoun means."""
    meant = speaker_of(ground.scene, ground.line, at, at + 1, memory.cast.speakers_before(ground.line))
    person = memory.cast.people.get(meant.name or "")
    if person is not None:
        sides.add(person.party, person)


def take_object_pronoun(telling: Telling, memory: Memory, sides: Sides) -> None:
    """ "Him" and "her" right after a verb of contact: the person named before who is not yet on a side."""
    ground = telling.ground
    start = telling.group.last if telling.group is not None else telling.trigger
    for at in range(start, min(start + 3, telling.last)):
        if ground.lows[at] in ("him", "her") and (
            at + 1 >= len(ground.lows) or ground.line.words[at + 1].tag not in ("NOUN", "ADJ", "PROPN")
        ):
            known = {person.name for person in sides.people}
            before = [
                p.person
                for line in ground.scene.lines[max(0, ground.line.number - 2) : ground.line.number]
                for p in line.people
            ]
            before += [p.person for p in ground.line.people if p.last <= telling.trigger]
            for person in reversed(before):
                if person.name not in known:
                    sides.add(person.party, person)
                    return


def take_speaker(ground: Ground, at: int, memory: Memory, sides: Sides) -> None:
    """ "I" and "we": whoever speaks the words."""
    voice = memory.cast.voice_over(ground.span(at, at + 1))
    if voice is None:
        return
    person = memory.cast.people.get(voice.speaker or "")
    sides.add(voice.party or (person.party if person else None), person if ground.lows[at] == "i" else None)


def take_last_subject(ground: Ground, memory: Memory, sides: Sides) -> None:
    """ "It" and "they": the side that was the subject or the speaker of the sentence before."""
    number = ground.line.number - 1
    if number < 0:
        return
    before = lay(ground.scene, ground.scene.lines[number])
    for verb in reversed(before.line.verbs):
        if not verb.finite:
            continue
        first = left_of(before, verb)
        found = [
            player
            for player in players(before, first, verb.first)
            if player.party is not None and player.person is None
        ]
        if found:
            sides.add(found[0].party)
            return
        held = len(sides.parties)
        take_nouns(before, first, verb.first, memory, sides)
        if len(sides.parties) > held:
            return


def take_nouns(ground: Ground, first: int, last: int, memory: Memory, sides: Sides) -> None:
    """ "The union", "the company": the organisations that the report means by them."""
    for at in range(first, last):
        party = memory.cast.noun_party(ground, at)
        if party is not None:
            sides.add(party)


def take_both(telling: Telling, memory: Memory, sides: Sides) -> None:
    """ "The two presidents", "both sides": those of the meeting told before, or the only two who can be meant."""
    ground, lows = telling.ground, telling.ground.lows
    before = next((f for f in reversed(memory.frames) if len(f.parties) == 2), None)
    before = before or next((f for f in reversed(memory.frames) if len(f.people) == 2), None)
    for at in range(telling.first, telling.last - 1):
        plain = lows[at] == "the" and lows[at + 1] in SIDES | MEN | {"ministers", "presidents"} and at < telling.trigger
        if lows[at] not in BOTH and not plain:
            continue
        role = next(
            (r for r in ground.line.roles if at < r.last and r.first <= at + 2 and r.last <= telling.last), None
        )
        if role is not None:
            chosen = memory.cast.holders(role.office.name, before)
            for person in chosen if len(chosen) == 2 else ():
                sides.add(person.party, person)
            if len(chosen) == 2:
                return
        if before is not None and (role is not None or lows[at + 1] in SIDES | MEN or plain):
            for party in before.parties:
                sides.add(party)
            if lows[at + 1] in MEN:
                sides.people += [memory.cast.people[name] for name in before.people if name in memory.cast.people]
            return
