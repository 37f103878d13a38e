"""The sides of a meeting: parties, people, leads, mediators and those who were left out."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pourparler.core.reading import MeetingFrame
from pourparler.reading.meetings.cast import Cast
from pourparler.reading.meetings.details import is_aftermath
from pourparler.reading.meetings.ground import Ground, lay, left_of
from pourparler.reading.meetings.players import Player, players
from pourparler.reading.meetings.tellings import Telling
from pourparler.reading.namings import NamingKind
from pourparler.reading.people import Person
from pourparler.reading.speakers import speaker_of
from pourparler.text.world import Country

HELPERS = frozenset("mediate broker facilitate moderate host".split())
BOTH = frozenset(("both", "two"))
SIDES = frozenset("sides parties countries delegations teams governments negotiators capitals neighbours neighbors rivals".split())
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
                self.people.remove(player.person)  # type: ignore[arg-type]

    @property
    def full(self) -> bool:
        """True when two sides are known."""
        return max(len(self.parties), len(self.people)) >= 2


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known when a telling is read: the cast of the report and the frames so far."""

    cast: Cast
    frames: Sequence[MeetingFrame]


def sides_of(telling: Telling, memory: Memory) -> Sides:
    """The sides of a telling."""
    sides, ground = Sides(), telling.ground
    if telling.group is not None:
        start = telling.group.last
        _take_subject(ground, telling.first, telling.group.first, memory, sides)
    else:
        assert telling.noun is not None
        start = telling.noun.first
        _take_owner(telling, memory, sides)
    sides.take(list(players(ground, start, telling.last)))
    _take_nouns(ground, start, telling.last, memory, sides)
    if telling.frame == "visit" or telling.frame == "stay" and telling.noun is None:
        _take_destination(telling, sides)
    if not sides.full:
        _take_both(telling, memory, sides)
        _take_object_pronoun(telling, memory, sides)
    if telling.group is None:
        _complete(telling, memory, sides)
    bargaining = ground.lemmas[telling.trigger] in ("bargaining", "bargain")
    if bargaining and len(sides.parties) == 1 and memory.cast.union is not None:
        sides.add(memory.cast.union)
    _take_mediators(telling, sides)
    if not sides.parties and not sides.people and not telling.again:
        _take_voice(telling, memory, sides)
    return sides


def _take_subject(ground: Ground, first: int, last: int, memory: Memory, sides: Sides) -> None:
    """Those in words `first` to `last`, the subject of a verb; a pronoun is resolved."""
    found = list(players(ground, first, last))
    union = memory.cast.rank_and_file(ground, first, last)
    if union is not None:
        sides.add(union)
        found = [player for player in found if player.person is not None]
    sides.take(found)
    before = len(sides.parties)
    _take_nouns(ground, first, last, memory, sides)
    if ground.lows[first : first + 2] in (("he", "and"), ("she", "and")):
        _take_person(ground, first, memory, sides)
    if found or union is not None or len(sides.parties) > before:
        return
    for at in range(first, last):
        low = ground.lows[at]
        if low in ("he", "she"):
            _take_person(ground, at, memory, sides)
            return
        if low in ("i", "we"):
            _take_speaker(ground, at, memory, sides)
            return
        if low in ("it", "they") and at <= first + 1:
            _take_last_subject(ground, memory, sides)
            return


def _take_person(ground: Ground, at: int, memory: Memory, sides: Sides) -> None:
    """The person that a pronoun means."""
    meant = speaker_of(ground.scene, ground.line, at, at + 1, memory.cast.speakers_before(ground.line))
    person = memory.cast.people.get(meant.name or "")
    if person is not None:
        sides.add(person.party, person)


def _take_object_pronoun(telling: Telling, memory: Memory, sides: Sides) -> None:
    """"Him" and "her" right after a verb of contact: the person named before who is not yet on a side."""
    ground = telling.ground
    start = telling.group.last if telling.group is not None else telling.trigger
    for at in range(start, min(start + 3, telling.last)):
        if ground.lows[at] in ("him", "her") and (at + 1 >= len(ground.lows) or ground.line.words[at + 1].tag not in ("NOUN", "ADJ", "PROPN")):
            known = {person.name for person in sides.people}
            before = [p.person for line in ground.scene.lines[max(0, ground.line.number - 2) : ground.line.number] for p in line.people]
            before += [p.person for p in ground.line.people if p.last <= telling.trigger]
            for person in reversed(before):
                if person.name not in known:
                    sides.add(person.party, person)
                    return


def _take_speaker(ground: Ground, at: int, memory: Memory, sides: Sides) -> None:
    """"I" and "we": whoever speaks the words."""
    voice = memory.cast.voice_over(ground.span(at, at + 1))
    if voice is None:
        return
    person = memory.cast.people.get(voice.speaker or "")
    sides.add(voice.party or (person.party if person else None), person if ground.lows[at] == "i" else None)


def _take_voice(telling: Telling, memory: Memory, sides: Sides) -> None:
    """The party in whose words a meeting is told, where no party is named in them."""
    if not telling.ground.times or any(low in BOTH | SIDES for low in telling.ground.lows[telling.first : telling.last]):
        return
    voice = memory.cast.voice_over(telling.ground.span(telling.first, telling.last))
    if voice is None:
        return
    if voice.party is not None and memory.cast.negotiates(voice.party, memory.frames):
        sides.add(voice.party)
    elif voice.party is None and voice.source is not None and telling.ground.line.sentence.span.holds(voice.source):
        source = telling.ground.line
        _take_nouns(telling.ground, source.index_at(voice.source.start), source.index_at(voice.source.end - 1) + 1, memory, sides)


def _take_last_subject(ground: Ground, memory: Memory, sides: Sides) -> None:
    """"It" and "they": the side that was the subject or the speaker of the sentence before."""
    number = ground.line.number - 1
    if number < 0:
        return
    before = lay(ground.scene, ground.scene.lines[number])
    for verb in reversed(before.line.verbs):
        if not verb.finite:
            continue
        first = left_of(before, verb)
        found = [player for player in players(before, first, verb.first) if player.party is not None and player.person is None]
        if found:
            sides.add(found[0].party)
            return
        held = len(sides.parties)
        _take_nouns(before, first, verb.first, memory, sides)
        if len(sides.parties) > held:
            return


def _take_nouns(ground: Ground, first: int, last: int, memory: Memory, sides: Sides) -> None:
    """"The union", "the company": the organisations that the report means by them."""
    for at in range(first, last):
        party = memory.cast.noun_party(ground, at)
        if party is not None:
            sides.add(party)


def _take_owner(telling: Telling, memory: Memory, sides: Sides) -> None:
    """The possessor of a noun of contact: "Zelensky’s visit", "his meeting with …", "our talks"."""
    ground, noun = telling.ground, telling.noun
    assert noun is not None
    low = ground.lows[noun.first]
    if low in ("his", "her"):
        _take_main_subject(telling, memory, sides)
    elif low in ("our", "my"):
        _take_speaker(ground, noun.first, memory, sides)


def _take_main_subject(telling: Telling, memory: Memory, sides: Sides) -> None:
    """The subject of the sentence that a noun of contact stands in, before or after it."""
    ground = telling.ground
    clause = ground.finite_at(telling.first)
    if clause is None or clause.verb is None or clause.verb.first > telling.first:
        later = [c for c in ground.clauses if c.verb is not None and c.verb.finite and c.verb.first >= telling.last]
        clause = later[0] if later else None
    if clause is None or clause.verb is None:
        return
    first = left_of(ground, clause.verb)
    if clause.verb.first >= telling.last:
        first = max(first, telling.last)
    _take_subject(ground, first, clause.verb.first, memory, sides)


def _complete(telling: Telling, memory: Memory, sides: Sides) -> None:
    """The other side of "a meeting with B": the subject of the verb that has it as its object, or of its sentence."""
    ground, noun = telling.ground, telling.noun
    assert noun is not None
    carrier = telling.carrier
    partner = "with" in ground.lows[noun.core[1] : noun.last]
    if sides.full and not (partner and carrier is not None):
        return
    if carrier is not None and not telling.subject:
        _take_subject(ground, telling.first, carrier.first, memory, sides)
    owned = ground.lows[noun.first] == "their"
    if not sides.parties and not sides.people and (owned or not noun.definite and is_aftermath(ground, noun)):
        _take_first_subject(ground, sides)
    if not sides.full and partner and (sides.parties or sides.people):
        if carrier is None or not telling.subject:
            _take_main_subject(telling, memory, sides)
        else:
            _take_voice(telling, memory, sides)


def _take_first_subject(ground: Ground, sides: Sides) -> None:
    """The parties that are together the subject of the first verb of a sentence."""
    verb = next((verb for verb in ground.line.verbs if verb.finite), None)
    if verb is None:
        return
    found = [player for player in players(ground, left_of(ground, verb), verb.first) if player.party is not None]
    if len({player.party for player in found}) >= 2:
        sides.take(found)


def _take_destination(telling: Telling, sides: Sides) -> None:
    """The state whose seat, capital or land is visited is the host: "will visit the White House"."""
    for naming in telling.ground.line.namings:
        near = telling.trigger < naming.first <= telling.trigger + 3 and (telling.group is not None or telling.frame == "visit")
        if near and isinstance(naming.known, Country) and naming.kind is not NamingKind.DEMONYM:
            sides.add(naming.known.name)
            return


def _take_mediators(telling: Telling, sides: Sides) -> None:
    """"Mediated by Oman", "through Omani mediators", "Qatar hosted talks between A and B": those who help are no parties."""
    ground, end = telling.ground, len(telling.ground.lows)
    for at in range(telling.first, min(end, telling.last + 12)):
        low, after = ground.lows[at], ground.lows[at + 1 : at + 2]
        if ground.lemmas[at] in HELPERS and after == ("by",):
            sides.move(list(players(ground, at + 2, min(at + 10, end)))[:2])
        elif low == "with" and any(ground.lows[i : i + 3] == ("in", "the", "chair") or ground.lemmas[i] in (*HELPERS, "chair", "preside") for i in range(at + 2, min(at + 10, end))):
            sides.move(list(players(ground, at + 1, min(at + 9, end)))[:1])
        elif low in ("through", "via") or ground.lemmas[at] in ("mediation", "auspices"):
            span = (at + 1, min(at + 8, end)) if low in ("through", "via") else (max(telling.first, at - 4), min(at + 5, end))
            helpers = [p for p in players(ground, *span)]
            if any(lemma in ("mediator", "mediation", "intermediary", "auspices") for lemma in ground.lemmas[span[0] : span[1]]):
                sides.move(helpers[:2])
    carrier = telling.carrier or telling.group
    active = carrier is not None and not carrier.passive and not telling.subject and ground.lemmas[carrier.head] in HELPERS
    known = telling.noun is not None and telling.noun.definite
    if carrier is not None and active and (known or len(sides.parties) >= 3 - (telling.noun is not None and telling.group is None)):
        sides.move(list(players(ground, left_of(ground, carrier), carrier.first)))


def _take_both(telling: Telling, memory: Memory, sides: Sides) -> None:
    """"The two presidents", "both sides": those of the meeting told before, or the only two who can be meant."""
    ground, lows = telling.ground, telling.ground.lows
    before = next((f for f in reversed(memory.frames) if len(f.parties) == 2), None)
    before = before or next((f for f in reversed(memory.frames) if len(f.people) == 2), None)
    for at in range(telling.first, telling.last - 1):
        plain = lows[at] == "the" and lows[at + 1] in ("sides", "parties", "delegations")
        if lows[at] not in BOTH and not plain:
            continue
        role = next((r for r in ground.line.roles if at < r.last and r.first <= at + 2 and r.last <= telling.last), None)
        if role is not None:
            chosen = memory.cast.holders(role.office.name, before)
            for person in chosen if len(chosen) == 2 else ():
                sides.add(person.party, person)
            if len(chosen) == 2:
                return
        if before is not None and (role is not None or lows[at + 1] in SIDES | MEN):
            for party in before.parties:
                sides.add(party)
            if lows[at + 1] in MEN:
                sides.people += [memory.cast.people[name] for name in before.people if name in memory.cast.people]
            return
