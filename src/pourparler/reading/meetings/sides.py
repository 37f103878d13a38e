"""The sides of a meeting: parties, people, mediators and those who were left out."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pourparler.core.reading import MeetingFrame
from pourparler.reading.meetings.players import Player, players
from pourparler.reading.meetings.ground import Ground, left_of
from pourparler.reading.meetings.tellings import Telling
from pourparler.reading.namings import NamingKind
from pourparler.reading.people import Person
from pourparler.reading.speakers import Speaker, speaker_of
from pourparler.text.world import Country

HELPERS = frozenset("mediate broker facilitate host moderate convene organise organize".split())
PRONOUNS = frozenset("he she".split())
BOTH = frozenset(("both", "two"))
OWNERS = frozenset("his her their its our".split())


@dataclass(slots=True)
class Sides:
    """Who stands on which side, in the order of the words."""

    parties: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    mediators: list[str] = field(default_factory=list)

    def add(self, player: Player) -> None:
        """Take one more in."""
        if player.party is not None and player.party not in self.parties:
            self.parties.append(player.party)
        if player.person is not None and player.person not in self.people:
            self.people.append(player.person)


@dataclass(frozen=True, slots=True)
class Memory:
    """What was read before a telling: the speakers of the report so far and the frames so far."""

    speakers: Sequence[Speaker]
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
    for player in players(ground, start, telling.last):
        sides.add(player)
    if telling.frame in ("visit", "stay"):
        _take_destination(telling, sides)
    _take_pronouns(ground, start, telling.last, memory, sides)
    _take_both(telling, memory, sides)
    if telling.group is None:
        _complete(telling, memory, sides)
    _take_mediators(telling, sides)
    return sides


def _take_subject(ground: Ground, first: int, last: int, memory: Memory, sides: Sides) -> None:
    """Those in words `first` to `last`, the subject of a verb; a pronoun is resolved."""
    found = list(players(ground, first, last))
    for player in found:
        sides.add(player)
    if not found:
        _take_pronouns(ground, first, last, memory, sides)


def _take_pronouns(ground: Ground, first: int, last: int, memory: Memory, sides: Sides) -> None:
    """"He", "she", "him": the person meant; "it" and "they" stay open."""
    for at in range(first, last):
        if ground.lows[at] in ("he", "she", "him"):
            meant = speaker_of(ground.scene, ground.line, at, at + 1, memory.speakers)
            if ground.lows[at] == "him":
                continue
            person = _person(ground, meant.name)
            if person is not None:
                sides.add(Player(at, person.party, person))
            return


def _person(ground: Ground, name: str | None) -> Person | None:
    return next((p.person for line in ground.scene.lines for p in line.people if p.person.name == name), None)


def _take_owner(telling: Telling, memory: Memory, sides: Sides) -> None:
    """The possessor of a noun of contact: "Zelensky’s visit", "his meeting with …"."""
    ground, noun = telling.ground, telling.noun
    assert noun is not None
    first = noun.first
    person = next((p for p in ground.line.people if first <= p.first and p.last <= noun.at), None)
    if person is not None:
        sides.add(Player(person.first, person.person.party, person.person))
    if ground.lows[first] in ("his", "her"):
        _take_main_subject(telling, memory, sides)


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
    found = list(players(ground, first, clause.verb.first))
    for player in found[:2]:
        sides.add(player)
    if not found:
        _take_pronouns(ground, first, clause.verb.first, memory, sides)


def _complete(telling: Telling, memory: Memory, sides: Sides) -> None:
    """The other side of "a meeting with B": the subject of the verb that has it as its object, or of its sentence."""
    ground, noun = telling.ground, telling.noun
    assert noun is not None
    if max(len(sides.parties), len(sides.people)) >= 2:
        return
    if telling.carrier is not None and not telling.subject:
        _take_subject(ground, telling.first, telling.carrier.first, memory, sides)
    elif ground.lows[noun.core[1] : noun.core[1] + 1] == ("with",) and (sides.parties or sides.people):
        _take_main_subject(telling, memory, sides)


def _take_destination(telling: Telling, sides: Sides) -> None:
    """The state whose seat, capital or land is visited is the host: "will visit the White House", "a visit to Oslo"."""
    ground = telling.ground
    if telling.noun is not None and telling.group is None:
        return
    for naming in ground.line.namings:
        if telling.trigger < naming.first <= telling.trigger + 3 and isinstance(naming.known, Country) and naming.kind is not NamingKind.DEMONYM:
            sides.add(Player(naming.first, naming.known.name))
            return


def _take_mediators(telling: Telling, sides: Sides) -> None:
    """"Mediated by Oman", "Qatar hosted talks between A and B": those who help are no parties."""
    ground, end = telling.ground, len(telling.ground.lows)
    for at in range(telling.first, min(end, telling.last + 12)):
        if ground.lemmas[at] in HELPERS and ground.lows[at + 1 : at + 2] == ("by",):
            helpers = list(players(ground, at + 2, min(at + 10, end)))
            _move(sides, [player.party for player in helpers[:2]])
    carrier = telling.carrier
    if carrier is not None and not telling.subject and ground.lemmas[carrier.head] in HELPERS and len(sides.parties) >= 2:
        _move(sides, [player.party for player in players(ground, left_of(ground, carrier), carrier.first)])


def _move(sides: Sides, names: Sequence[str | None]) -> None:
    for name in names:
        if name is not None:
            sides.mediators.append(name)
            if name in sides.parties:
                sides.parties.remove(name)


def _take_both(telling: Telling, memory: Memory, sides: Sides) -> None:
    """"The two presidents", "both sides": those of the meeting told before, or the last two named."""
    if len(sides.parties) >= 2:
        return
    ground = telling.ground
    for at in range(telling.first, telling.last - 1):
        if ground.lows[at] not in BOTH:
            continue
        before = next((f for f in reversed(memory.frames) if len(f.parties) == 2), None)
        role = next((r for r in ground.line.roles if at < r.last and r.first <= at + 2 and r.last <= telling.last), None)
        if role is not None:
            _take_holders(ground, role.office.name, before, sides)
        elif ground.lows[at + 1] in ("sides", "parties", "leaders", "countries", "delegations", "teams", "men", "governments") and before is not None:
            for party in before.parties:
                sides.add(Player(at, party))
            if ground.lows[at + 1] in ("leaders", "men"):
                sides.people += [p for name in before.people if (p := _person(ground, name)) is not None]
        return


def _take_holders(ground: Ground, office: str, before: MeetingFrame | None, sides: Sides) -> None:
    """The holders of an office among the people of the report, of the parties of the meeting before where there is one."""
    people: dict[str, Person] = {}
    for line in ground.scene.lines:
        for naming in line.people:
            if naming.person.office == office:
                people.setdefault(naming.person.name, naming.person)
    chosen = [p for p in people.values() if before is None or p.party in before.parties or p.party is None]
    if len(chosen) == 2 or len(chosen) > 2 and before is None:
        for person in chosen[:2]:
            sides.add(Player(0, person.party, person))
    elif before is not None:
        for party in before.parties:
            sides.add(Player(0, party))
