"""Whom the words of a frame stand for: the people, parties and places that a report names there."""

from collections.abc import Iterable, Iterator, Sequence

from pourparler.core.evidence import Span
from pourparler.encoder.attribution import Words
from pourparler.reading.conditions.holders import Holder, holder_of, parties_of, speaker
from pourparler.reading.framing.cast import Cast
from pourparler.reading.framing.laid import Laid
from pourparler.reading.namings import NamingKind
from pourparler.reading.people import Person
from pourparler.reading.scene import Line

PLACES = (NamingKind.PLACE, NamingKind.SEAT, NamingKind.CAPITAL, NamingKind.STATE)


def people_in(laid: Laid, places: Iterable[Words]) -> list[Person]:
    """The people named in some words, each once."""
    found: dict[str, Person] = {}
    for words in places:
        line, first, last = laid.line(words)
        for person in line.people:
            if first <= person.first < last:
                found.setdefault(person.person.name, person.person)
    return list(found.values())


def parties_in(laid: Laid, cast: Cast, places: Iterable[Words]) -> tuple[str, ...]:
    """The parties that some words name or stand for: as the rules know them, else as the report calls them."""
    found: list[str] = []
    for words in places:
        line, first, last = laid.line(words)
        known = parties_of(laid.scene, line, (first, last), laid.voices)
        found += known or (actor.name for actor in cast.sides(words))
    return tuple(dict.fromkeys(found))


def holder_in(laid: Laid, cast: Cast, evidence: Words, places: Sequence[Words]) -> Holder | None:
    """Whose words or stance some words are: the speaker's in whose words they stand, else whoever the words beside them
    name, else the side named in or right before them."""
    span = laid.span(evidence)
    told = speaker(laid.voices.at(span.start, span.end))
    if told is not None and told.party is not None:
        return told
    for words in places if told is None else ():
        line, first, last = laid.line(words)
        found = holder_of(laid.scene, line, (first, last), laid.voices)
        if found is not None:
            return found
    side = side_of(laid, cast, span)
    return Holder(side, told.voice if told else None) if side else told


def side_of(laid: Laid, cast: Cast, span: Span) -> str | None:
    """The side whose words or stance a passage is, as the report calls it: its speaker's, else the one named in it or
    right before it."""
    heard = laid.voices.at(span.start, span.end)
    if heard is not None and heard[0].speaker is not None:
        return None
    if heard is not None and heard[0].source is not None:
        side = cast.side_at(heard[0].source)
    else:
        side = cast.side_at(span) or cast.side_before(span)
    return side.name if side else None


def places_in(laid: Laid, places: Iterable[Words]) -> tuple[str, ...]:
    """The places that some words name, each once."""
    return tuple(dict.fromkeys(name for words in places for name in _places(*laid.line(words))))


def _places(line: Line, first: int, last: int) -> Iterator[str]:
    known = [n for n in line.namings if first <= n.first < last and n.kind in PLACES]
    for naming in known:
        plain = naming.kind in (NamingKind.PLACE, NamingKind.STATE)
        yield naming.known.name if plain else _text(line, naming.first, naming.last)
    if not known:
        while first < last and not line.words[first].text[:1].isupper():
            first += 1
        end = first
        while end < last and line.words[end].text[:1].isupper() and line.words[end].text.isalpha():
            end += 1
        if end > first:
            yield _text(line, first, end)


def _text(line: Line, first: int, last: int) -> str:
    return " ".join(word.text for word in line.words[first:last])
