"""Who takes part: states, bodies and people in a stretch of words, without those that are only talked about."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.reading.meetings.ground import Ground
from pourparler.reading.meetings.words import actor_nouns, meeting_nouns
from pourparler.reading.namings import Naming, NamingKind
from pourparler.reading.people import Person
from pourparler.reading.roles import side_of
from pourparler.reading.scene import is_place
from pourparler.text.gazetteer import load_gazetteer

TOPICS = frozenset(
    "about on over regarding concerning against despite since into toward towards amid under without".split()
)
"""Prepositions after which somebody is only talked about."""

REOPENERS = frozenset("with between in at by among from and to".split())
MEDIA_NOUNS = frozenset("reporters journalists press media correspondents investors analysts supporters voters".split())
STATES = (NamingKind.STATE, NamingKind.SEAT, NamingKind.CAPITAL)
PRONOUNS = frozenset("him her them me us each".split())
MANY = frozenset("they we both sides parties two three delegations teams leaders negotiators".split())


@dataclass(frozen=True, slots=True)
class Player:
    """One who takes part: the party, the person where named, and the word where the naming begins."""

    at: int
    party: str | None
    person: Person | None = None


def is_actor_ahead(ground: Ground, at: int) -> bool:
    """True when the phrase that begins at `at` is somebody: a person, state, body, or a noun for such."""
    end = at
    for index in range(at, min(at + 9, len(ground.lows))):
        word = ground.line.words[index]
        if index > at and (word.tag in ("CCONJ", "VERB") or ground.time_at(index) is not None):
            break
        if ground.lows[index] == "than":
            continue
        if word.tag in ("ADP", "PUNCT", "AUX", "SCONJ") or ground.lows[index] in ("for", "on", "to", "that", ","):
            break
        end = index + 1
        if ground.lemmas[index] in actor_nouns() and not _owned_on(ground, index):
            return True
    if end == at:
        return False
    if ground.lows[at] in PRONOUNS or _is_unknown_name(ground, at):
        return True
    if any(
        person.first < end and person.last > at and not _owned_on(ground, person.last - 1)
        for person in ground.line.people
    ):
        return True
    if any(
        n.first < end and n.last > at and n.kind is NamingKind.DEMONYM and ground.lows[n.last - 1].endswith("s")
        for n in ground.line.namings
    ):
        return True
    return any(
        naming.first < end <= naming.last and naming.last > at
        and naming.kind in (*STATES, NamingKind.ORGANISATION, NamingKind.INSTITUTION)
        for naming in ground.line.namings
    )  # fmt: skip


def _is_unknown_name(ground: Ground, at: int) -> bool:
    """True for a capitalised name that nothing is known of, as of one who is only named by surname."""
    word = ground.line.words[at]
    known = any(n.first <= at < n.last for n in ground.line.namings) or ground.time_at(at) is not None
    return word.tag == "PROPN" and word.text[:1].isupper() and word.text[1:].islower() and not known


def is_media_ahead(ground: Ground, at: int) -> bool:
    """True when reporters or the public are the other side, or an outlet is: no meeting of parties."""
    if any(low in MEDIA_NOUNS for low in ground.lows[at : at + 4]):
        return True
    return any(n.first in (at, at + 1) and n.kind is NamingKind.MEDIA for n in ground.line.namings)


def _owned_on(ground: Ground, at: int) -> bool:
    """True when a possessive mark follows word `at`."""
    return ground.lows[at + 1 : at + 2] in (("'s",), ("’s",), ("'",), ("’",))


def is_many(ground: Ground, first: int, last: int) -> bool:
    """True when the words from `first` to `last` name several, or a body that meets."""
    lows = ground.lows[first:last]
    if any(low in MANY for low in lows):
        return True
    heads = [c for c in ground.line.chunks if first <= c.first and c.last <= last]
    for chunk in heads:
        lemma, low = ground.lemmas[chunk.head], ground.lows[chunk.head]
        if lemma in actor_nouns() and (low != lemma or lemma in BODIES):
            return True
    return "and" in lows and bool(list(players(ground, first, last)))


BODIES = frozenset(
    """cabinet council board committee parliament senate assembly panel congress commission government union executive
    leadership management bureau secretariat presidium""".split()
)


def players(ground: Ground, first: int, last: int) -> Iterator[Player]:
    """Those who take part in words `first` to `last`, left to right; compounds such as U.S.-Russian give two."""
    topic = False
    index = first
    whole = Counter(naming.first for naming in ground.line.namings)
    namings = {naming.first: naming for naming in ground.line.namings if whole[naming.first] == 1}
    people = {person.first: person for person in ground.line.people}
    while index < last:
        low = ground.lows[index]
        if low == "under" and index and ground.lemmas[index - 1] in actor_nouns():
            pass
        elif low in TOPICS and ground.time_at(index + 1) is None:
            topic = True
        elif topic and (low in ("with", "between", "by", "among", ",") or ground.time_at(index) is not None):
            topic = False
        if index in people:
            person = people[index]
            if not topic and _owns_men(ground, person.last):
                yield Player(index, person.person.party)
            elif not topic and not _owns_person(ground, person.last):
                yield Player(index, person.person.party, person.person)
            index = person.last
            continue
        if not topic and index in namings:
            party = _party(ground, namings[index])
            if party is not None:
                yield Player(index, party)
            index = namings[index].last
            continue
        if not topic and ("-" in low or "–" in low):
            yield from (Player(index, party) for party in _compound(ground, index, last))
        index += 1


def _owns_men(ground: Ground, last: int) -> bool:
    """True when a name is the possessor of unnamed others: "the president’s men", "Smith’s negotiators"."""
    if not _owned_on(ground, last - 1) or _owns_person(ground, last):
        return False
    return any(lemma in actor_nouns() for lemma in ground.lemmas[last + 1 : last + 5])


def _owns_person(ground: Ground, last: int) -> bool:
    """True when a name is only a possessor of somebody else: "the premier’s adviser"."""
    if not _owned_on(ground, last - 1):
        return False
    return any(
        person.first > last and person.first - last <= 6 and person.phrase.start <= ground.line.words[last].start
        for person in ground.line.people
    )


def _party(ground: Ground, naming: Naming) -> str | None:
    """The party that a naming brings in here, None for places, topics and modifiers of things."""
    side = side_of(naming)
    if (side.party is None and side.institution is None) or naming.kind in (
        NamingKind.MEDIA,
        NamingKind.PLACE,
        NamingKind.OFFICE,
    ):
        return None
    if naming.kind is NamingKind.CAPITAL and naming.first and ground.lows[naming.first - 1] == "for":
        return None
    if (is_place(ground.line, naming) or _place_too(ground, naming)) and not _sent_from(ground, naming.first):
        return None
    if not _is_somebody(ground, naming):
        return None
    return side.party or (side.institution if naming.kind is NamingKind.ORGANISATION else None)


def _place_too(ground: Ground, naming: Naming) -> bool:
    """True for a capital coordinated with a place: "in Rome and Muscat"."""
    if (
        naming.kind is not NamingKind.CAPITAL
        or naming.first < 2
        or ground.lows[naming.first - 1] not in ("and", ",", "or")
    ):
        return False
    return any(n.last == naming.first - 1 and is_place(ground.line, n) for n in ground.line.namings)


def _sent_from(ground: Ground, at: int) -> bool:
    """True for a state after "from" that says whose officials are meant: "envoys from Britain, France and Germany"."""
    before = ground.lows[max(0, at - 2) : at]
    return "from" in before[-2:] and any(lemma in actor_nouns() for lemma in ground.lemmas[max(0, at - 3) : at])


def _is_somebody(ground: Ground, naming: Naming) -> bool:
    """True when a naming stands for itself or before a noun for somebody; "Russian terms", "Ukraine talks" do not."""
    at, joined, owner = naming.last, False, _owned_on(ground, naming.last - 1)
    demonym = naming.kind is NamingKind.DEMONYM
    while at < min(len(ground.lows), naming.last + 8):
        low, tag = ground.lows[at], ground.line.words[at].tag
        if _names_somebody(ground, at):
            return True
        if ground.lemmas[at] in meeting_nouns() or low in meeting_nouns():
            return owner or joined or naming.kind is NamingKind.ORGANISATION
        if at == naming.last and low in ("and", "or", "-", "–", ",", "&"):
            if not demonym:
                return True
            joined = True
        elif joined and (other := next((n for n in ground.line.namings if n.first == at), None)) is not None:
            at = other.last - 1
        elif tag not in ("ADJ", "NOUN", "PROPN", "NUM") and low not in ("'s", "’s", "'", "’"):
            break
        at += 1
    if demonym:
        return at == naming.last and ground.lows[at - 1].endswith("s")
    return at == naming.last


def _names_somebody(ground: Ground, at: int) -> bool:
    """True when a person, an office, an institution or a noun for somebody stands at `at`."""
    if ground.lemmas[at] in actor_nouns() or any(person.first == at for person in ground.line.people):
        return True
    return any(n.first == at and n.kind in (NamingKind.OFFICE, NamingKind.INSTITUTION) for n in ground.line.namings)


_PAIR = re.compile(r"([A-Z][\w.]+)[-–]((?:[A-Z]\.){2,}|[A-Z]\w+)")


def _compound(ground: Ground, at: int, last: int) -> tuple[str, ...]:
    """The two states of a compound before a meeting or an actor: "U.S.-Russian talks", "an Iran-U.S. meeting"."""
    start = max(0, at - 1) if ground.lows[at] in ("-", "–") else at
    match = _PAIR.match(ground.text(start, min(len(ground.lows), at + 5)))
    if match is None:
        return ()
    found = [state.name for part in match.groups() if (state := load_gazetteer().state(part)) is not None]
    ahead = ground.lemmas[at + 1 : at + 8]
    told = any(lemma in meeting_nouns() or lemma in actor_nouns() for lemma in ahead)
    return tuple(found) if len(found) == 2 and told else ()
