"""The sides of a meeting: parties, people, leads, mediators and those who were left out."""

from pourparler.reading.meetings.bearings import is_aftermath
from pourparler.reading.meetings.ground import Ground, left_of, subject_words
from pourparler.reading.meetings.meant import (
    BOTH,
    SIDES,
    Memory,
    Sides,
    take_both,
    take_last_subject,
    take_nouns,
    take_object_pronoun,
    take_person,
    take_speaker,
)
from pourparler.reading.meetings.players import players
from pourparler.reading.meetings.tellings import Telling
from pourparler.reading.namings import NamingKind
from pourparler.text.world import Country

HELPERS = frozenset("mediate broker facilitate moderate host".split())


def sides_of(telling: Telling, memory: Memory) -> Sides:
    """The sides of a telling."""
    sides, ground = Sides(), telling.ground
    if telling.group is not None:
        start = telling.group.last
        _take_subject(ground, *subject_words(ground, telling.group), memory, sides)
    else:
        assert telling.noun is not None
        start = telling.noun.first
        _take_owner(telling, memory, sides)
    if telling.frame != "decide":
        sides.take(list(players(ground, start, telling.last)))
    take_nouns(ground, start, telling.last, memory, sides)
    if telling.frame == "visit" or (telling.frame == "stay" and telling.noun is None):
        _take_destination(telling, sides)
    if not sides.full:
        take_both(telling, memory, sides)
        take_object_pronoun(telling, memory, sides)
    if telling.group is None:
        _complete(telling, memory, sides)
    bargaining = ground.lemmas[telling.trigger] in ("bargaining", "bargain")
    if bargaining and len(sides.parties) == 1 and memory.cast.union is not None:
        sides.add(memory.cast.union)
    _take_mediators(telling, sides)
    if telling.frame == "vote" and not sides.parties and memory.cast.union is not None:
        sides.add(memory.cast.union)
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
    if any(lemma in ("mediator", "intermediary") for lemma in ground.lemmas[first:last]):
        sides.move(found)
    before = len(sides.parties)
    take_nouns(ground, first, last, memory, sides)
    if ground.lows[first : first + 2] in (("he", "and"), ("she", "and")):
        take_person(ground, first, memory, sides)
    if found or union is not None or len(sides.parties) > before:
        return
    for at in range(first, last):
        low = ground.lows[at]
        if low in ("he", "she"):
            take_person(ground, at, memory, sides)
            return
        if low in ("i", "we"):
            take_speaker(ground, at, memory, sides)
            return
        if low in ("it", "they") and at <= first + 1:
            take_last_subject(ground, memory, sides)
            return


def _take_voice(telling: Telling, memory: Memory, sides: Sides) -> None:
    """The party in whose words a meeting is told, where no party is named in them."""
    if not telling.ground.times or any(
        low in BOTH | SIDES for low in telling.ground.lows[telling.first : telling.last]
    ):
        return
    voice = memory.cast.voice_over(telling.ground.span(telling.first, telling.last))
    if voice is None:
        return
    if voice.party is not None and memory.cast.negotiates(voice.party, memory.frames):
        sides.add(voice.party)
    elif voice.party is None and voice.source is not None and telling.ground.line.sentence.span.holds(voice.source):
        source = telling.ground.line
        take_nouns(
            telling.ground,
            source.index_at(voice.source.start),
            source.index_at(voice.source.end - 1) + 1,
            memory,
            sides,
        )


def _take_owner(telling: Telling, memory: Memory, sides: Sides) -> None:
    """The possessor of a noun of contact: "the king’s visit", "his meeting with …", "our talks"."""
    ground, noun = telling.ground, telling.noun
    assert noun is not None
    low = ground.lows[noun.first]
    if low in ("his", "her"):
        _take_main_subject(telling, memory, sides)
    elif low in ("our", "my"):
        take_speaker(ground, noun.first, memory, sides)


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
    if not sides.parties and not sides.people and (owned or (not noun.definite and is_aftermath(ground, noun))):
        _take_first_subject(ground, sides)
        if not sides.parties and not owned:
            _take_main_subject(telling, memory, sides)
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
        near = telling.trigger < naming.first <= telling.trigger + 3 and (
            telling.group is not None or telling.frame == "visit"
        )
        if near and isinstance(naming.known, Country) and naming.kind is not NamingKind.DEMONYM:
            sides.add(naming.known.name)
            return


def _take_mediators(telling: Telling, sides: Sides) -> None:
    """Those who help are no parties: "mediated by Oman", "through Omani mediators", "Qatar hosted talks of A and B"."""
    ground, end = telling.ground, len(telling.ground.lows)
    for at in range(telling.first, min(end, telling.last + 12)):
        low, after = ground.lows[at], ground.lows[at + 1 : at + 2]
        if ground.lemmas[at] in HELPERS and after == ("by",):
            sides.move(list(players(ground, at + 2, min(at + 10, end)))[:2])
        elif low == "with" and any(
            ground.lows[i : i + 3] == ("in", "the", "chair") or ground.lemmas[i] in (*HELPERS, "chair", "preside")
            for i in range(at + 2, min(at + 10, end))
        ):
            sides.move(list(players(ground, at + 1, min(at + 9, end)))[:1])
        elif low in ("through", "via") or ground.lemmas[at] in ("mediation", "auspices"):
            span = (
                (at + 1, min(at + 8, end))
                if low in ("through", "via")
                else (max(telling.first, at - 4), min(at + 5, end))
            )
            helpers = list(players(ground, *span))
            if any(
                lemma in ("mediator", "mediation", "intermediary", "auspices")
                for lemma in ground.lemmas[span[0] : span[1]]
            ):
                sides.move(helpers[:2])
    carrier = telling.carrier or telling.group
    active = (
        carrier is not None and not carrier.passive and not telling.subject and ground.lemmas[carrier.head] in HELPERS
    )
    known = telling.noun is not None and telling.noun.definite
    if (
        carrier is not None
        and active
        and (known or len(sides.parties) >= 3 - (telling.noun is not None and telling.group is None))
    ):
        sides.move(list(players(ground, left_of(ground, carrier), carrier.first)))
