"""Namings: the words of a sentence that the gazetteer knows, longest first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pourparler.core.evidence import Span
from pourparler.text.gazetteer import fold, load_gazetteer
from pourparler.text.words import Sentence
from pourparler.text.world import (
    Country,
    Institution,
    Office,
    Organisation,
    Outlet,
    Place,
)

LONGEST = 8
"""Words of the longest form of the gazetteer that is tried."""


class NamingKind(StrEnum):
    """Which table of the gazetteer a naming comes from."""

    STATE = "state"
    DEMONYM = "demonym"
    SEAT = "seat"
    CAPITAL = "capital"
    ORGANISATION = "organisation"
    MEDIA = "media"
    INSTITUTION = "institution"
    OFFICE = "office"
    PLACE = "place"


LOOKUPS = {
    NamingKind.STATE: "states",
    NamingKind.DEMONYM: "demonyms",
    NamingKind.SEAT: "seats",
    NamingKind.CAPITAL: "capitals",
    NamingKind.ORGANISATION: "organisations",
    NamingKind.MEDIA: "media",
    NamingKind.INSTITUTION: "institutions",
    NamingKind.OFFICE: "offices",
    NamingKind.PLACE: "places",
}
"""The gazetteer's own names of its tables."""

SIDES = (NamingKind.STATE, NamingKind.DEMONYM, NamingKind.ORGANISATION, NamingKind.CAPITAL)
"""Tables whose names may be the sides of a compound."""

DOUBTED = (NamingKind.ORGANISATION, NamingKind.MEDIA)
"""Tables whose ambiguous forms are mostly ordinary words; they count only where the sentence confirms a name."""

KINDS_OF_BODY = frozenset({"union", "company", "party", "group", "carmaker", "airline", "retailer", "bank", "operator"})
"""Nouns after which a capital makes a name of what is else an ordinary word: "the union Unison"."""

PUBLIC_BODIES = frozenset(
    """agency assembly authority board bureau chamber commission committee council court department fund institute
    ministry office panel service tribunal""".split()
)
"""Last words of names of public bodies, which begin with what they are for: "the Labour Court"."""

Known = Country | Place | Organisation | Outlet | Office | Institution


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that the gazetteer knows: their span, their word indices in the sentence (half-open) and the record."""

    span: Span
    first: int
    last: int
    kind: NamingKind
    known: Known
    ambiguous: bool = False


@cache
def _forms() -> Mapping[str, tuple[NamingKind, Known]]:
    """Every folded form with its first claim; a state beats an organisation, which beats a place."""
    world = load_gazetteer()
    tables: tuple[tuple[NamingKind, Mapping[str, Known]], ...] = (
        (NamingKind.STATE, dict(world.states)),
        (NamingKind.SEAT, dict(world.seats)),
        (NamingKind.DEMONYM, dict(world.demonyms)),
        (NamingKind.CAPITAL, dict(world.capitals)),
        (NamingKind.ORGANISATION, dict(world.organisations)),
        (NamingKind.MEDIA, dict(world.media)),
        (NamingKind.INSTITUTION, dict(world.institutions)),
        (NamingKind.OFFICE, dict(world.offices)),
        (NamingKind.PLACE, dict(world.places)),
    )
    forms: dict[str, tuple[NamingKind, Known]] = {}
    for kind, table in tables:
        for form, known in table.items():
            forms.setdefault(form, (kind, known))
    return forms


@cache
def _beginnings() -> frozenset[str]:
    """The first blank-free run of every form, so that most words are passed over at once."""
    return frozenset(form.split(" ", 1)[0] for form in _forms())


def namings(text: str, sentence: Sentence) -> Iterator[Naming]:
    """The gazetteer's words in a sentence, left to right, never overlapping, the longest form winning."""
    forms, beginnings, words = _forms(), _beginnings(), sentence.words
    ambiguous = load_gazetteer().ambiguous
    index = 0
    while index < len(words):
        found = None
        if _may_begin(text, sentence, index, beginnings):
            for last in range(min(len(words), index + LONGEST), index, -1):
                key = fold(text[words[index].start : words[last - 1].end])
                if key in forms:
                    kind, known = forms[key]
                    span = Span(words[index].start, words[last - 1].end)
                    doubtful = key in ambiguous.get(LOOKUPS[kind], frozenset())
                    if doubtful and kind in DOUBTED and not _confirmed(sentence, index):
                        continue
                    if doubtful and kind is NamingKind.ORGANISATION and _begins_another(sentence, last):
                        continue
                    if kind is NamingKind.MEDIA and _goes_on(sentence, index, last):
                        continue
                    found = Naming(span, index, last, kind, known, doubtful)
                    break
        if found is None:
            yield from _halves(sentence, index, forms)
            index += 1
        else:
            yield found
            index = found.last


def _halves(sentence: Sentence, index: int, forms: Mapping[str, tuple[NamingKind, Known]]) -> Iterator[Naming]:
    """The two sides of a compound such as `Iran-U.S.` or `US-Chinese`, each with its own span; none unless all are."""
    word = sentence.words[index]
    parts = word.text.replace("–", "-").split("-")
    if len(parts) < 2 or not word.text[:1].isupper():
        return
    found = [forms.get(fold(part)) for part in parts]
    if all(one is not None and one[0] in SIDES for one in found):
        start = word.start
        for part, one in zip(parts, found, strict=True):
            if one is not None:
                yield Naming(Span(start, start + len(part)), index, index + 1, one[0], one[1])
            start += len(part) + 1


def _confirmed(sentence: Sentence, index: int) -> bool:
    """True when a doubtful form is a name here: tagged as one inside a sentence, after the noun for it ("the union
    Name"), or as the owner of somebody named ("Name's Ann Lee")."""
    words = sentence.words
    if index > 0 and (words[index].tag == "PROPN" or words[index - 1].text.lower() in KINDS_OF_BODY):
        return True
    owner = index + 2 < len(words) and words[index + 1].text in ("'s", "’s")
    return owner and words[index + 2].tag == "PROPN" and words[index + 2].text[:1].isupper()


def _begins_another(sentence: Sentence, last: int) -> bool:
    """True where a doubtful form is only the beginning of another body's name: "Name" in "the Name Court"."""
    words, at = sentence.words, last
    while at < len(words) and words[at].text[:1].isupper() and words[at].text.isalpha():
        at += 1
    return at > last and words[at - 1].text.lower() in PUBLIC_BODIES


def _goes_on(sentence: Sentence, first: int, last: int) -> bool:
    """True when an outlet of one plain word ("The National") is only the beginning of a longer name."""
    words = sentence.words
    if last - first != 2 or words[first].text.lower() != "the" or last >= len(words):
        return False
    return words[last].tag == "PROPN" and words[last].text[:1].isupper()


def _may_begin(text: str, sentence: Sentence, index: int, beginnings: frozenset[str]) -> bool:
    """True when some form may begin at this word; a run such as `U.S.-led` is tried by its words."""
    words = sentence.words
    if words[index].text in beginnings or fold(words[index].text) in beginnings:
        return True
    most = min(len(words), index + LONGEST)
    stop = next((i for i in range(index + 1, most) if words[i].start > words[i - 1].end), most)
    return stop > index + 1 and fold(text[words[index].start : words[stop - 1].end]) in beginnings
