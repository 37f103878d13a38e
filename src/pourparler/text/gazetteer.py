"""General knowledge of the world for reading a report: states, places, organisations, outlets, offices, given names.

Everything comes from the CSV files in `pourparler.data` (their format is told in docs/data-files.md). The lookups are
plain mappings from a *folded* surface form to a record, so a caller asks `gazetteer.states.get(fold(words))`.

Case counts. A form written with a capital in the files matches only as written or in capitals throughout ("Russia",
"RUSSIA", never "russia"); an abbreviation matches only as written ("US" and "WHO", never "us" and "who"); a form
written in lower case ("foreign minister") matches in any of the usual cases. Leading articles are not folded away
("The Hague" is not "Hague"). Finding the longest match is the caller's care.
"""

import csv
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pourparler.core.vocabulary import ActorKind
from pourparler.text.world import (
    Country,
    Gender,
    GivenName,
    Honorific,
    HonorificKind,
    Institution,
    InstitutionKind,
    Membership,
    Office,
    OfficeRank,
    Organisation,
    Outlet,
    OutletKind,
    Place,
    PlaceKind,
)

__all__ = [
    "Country",
    "Gazetteer",
    "GivenName",
    "Honorific",
    "Institution",
    "Office",
    "Organisation",
    "Outlet",
    "Place",
    "fold",
    "load_gazetteer",
]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All lookups; every key is a folded surface form.

    `ambiguous` gives for a lookup, by its name here ("capitals"), the keys that only context can confirm; a given
    name says itself whether it is also a word.
    """

    states: Mapping[str, Country]
    demonyms: Mapping[str, Country]
    capitals: Mapping[str, Country]
    seats: Mapping[str, Country]
    places: Mapping[str, Place]
    organisations: Mapping[str, Organisation]
    media: Mapping[str, Outlet]
    offices: Mapping[str, Office]
    institutions: Mapping[str, Institution]
    honorifics: Mapping[str, Honorific]
    given_names: Mapping[str, GivenName]
    ambiguous: Mapping[str, frozenset[str]]

    def state(self, surface: str) -> Country | None:
        """The state that a name, demonym, seat of government or capital stands for; None for anything else."""
        key = fold(surface)
        for table in (self.states, self.demonyms, self.seats, self.capitals):
            if key in table:
                return table[key]
        return None

    def is_ambiguous(self, surface: str, lookup: str) -> bool:
        """True when the files mark this form, in the named lookup, as one that only context can confirm."""
        return fold(surface) in self.ambiguous.get(lookup, frozenset())

    def place_within(self, name: str) -> tuple[str, ...]:
        """What holds a place, nearest first, up to its state; empty for a state, an unknown or a disputed place."""
        key = fold(name)
        if key in self.states:
            container = self.states[key].part_of
        else:
            container = self.places[key].within if key in self.places else ""
        chain: list[str] = []
        while container:
            chain.append(container)
            state = self.states.get(fold(container))
            container = self.places[fold(container)].within if state is None else state.part_of
        return tuple(chain)


_LOOKALIKES = str.maketrans(
    {"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "–": "-", "‐": "-", "‑": "-", "ı": "i", "ß": "ss"}
    | {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"}
)
_SMALL_WORDS = frozenset({"and", "at", "for", "in", "of", "on", "the", "to", "with"})
_SHORTEST_IN_CAPITALS = 4  # letters; "Oman" may stand as OMAN in a headline, shorter forms are left to abbreviations


def fold(surface: str) -> str:
    """A surface form as the lookups key it: accents off, quotes and hyphens plain, blanks single, case kept."""
    if not surface.isascii():
        plain = unicodedata.normalize("NFKD", surface.translate(_LOOKALIKES))
        surface = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(surface.split())


def _titled(key: str) -> str:
    """`key` with a capital on every word and hyphenated part but the small words inside."""
    words = (
        word if index and word in _SMALL_WORDS else "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
        for index, word in enumerate(key.split(" "))
    )
    return " ".join(words)


def _spellings(form: str) -> Iterator[str]:
    """Every key under which a form of the files is found; see the head of this module for the rule of case."""
    key = fold(form)
    yield key
    if key.islower():
        yield key[0].upper() + key[1:]
        yield _titled(key)
        yield key.upper()
        return
    if key.startswith("The "):
        yield "the " + key[4:]
    if len(key) >= _SHORTEST_IN_CAPITALS and "." not in key:
        yield key.upper()


def _rows(name: str) -> Iterator[list[str]]:
    """The rows of a data file below its header."""
    rows = csv.reader(files("pourparler.data").joinpath(name).read_text(encoding="utf-8").splitlines())
    next(rows)
    return rows


def _listed(cell: str) -> tuple[str, ...]:
    """The forms of a cell, marks of ambiguity taken off."""
    return tuple(cell.replace("?", "").split(";")) if cell else ()


class _Tables(dict[str, dict[str, Any]]):
    """The lookups while they are filled, and which of their keys are ambiguous; the first claim of a key stays."""

    def __init__(self) -> None:
        super().__init__()
        self.ambiguous: dict[str, set[str]] = {}

    def claim(self, lookup: str, record: object, *cells: str) -> None:
        """Enter `record` in `lookup` under every form in `cells`, a marked form as ambiguous too."""
        table = self.setdefault(lookup, {})
        for cell in cells:
            for form in cell.split(";") if cell else ():
                for key in _spellings(form.removesuffix("?")):
                    table.setdefault(key, record)
                    if form.endswith("?"):
                        self.ambiguous.setdefault(lookup, set()).add(key)


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the data files in the package; read once."""
    tables = _Tables()
    _load_places(tables)
    _load_countries(tables)
    _load_organisations(tables)
    _load_media(tables)
    _load_offices(tables)
    _load_institutions(tables)
    _load_honorifics(tables)
    _load_given_names(tables)
    ambiguous = {lookup: frozenset(keys) for lookup, keys in tables.ambiguous.items()}
    return Gazetteer(ambiguous=ambiguous, **tables)


def _load_places(tables: _Tables) -> None:
    """Places under their names and spellings."""
    for name, kind, within, aliases, _ in _rows("cities.csv"):
        place = Place(name.removesuffix("?"), PlaceKind(kind), within, _listed(aliases))
        tables.claim("places", place, name, aliases)


def _load_countries(tables: _Tables) -> None:
    """States, demonyms, seats of government, and capitals with the spellings that the places give them."""
    for name, iso2, membership, part_of, aliases, adjectives, people, cities, seats, _ in _rows("countries.csv"):
        lists = (_listed(cell) for cell in (aliases, adjectives, people, cities, seats))
        country = Country(name.removesuffix("?"), iso2, Membership(membership), part_of, *lists)
        tables.claim("states", country, name, aliases)
        tables.claim("demonyms", country, adjectives, people)
        tables.claim("seats", country, seats)
        for city in cities.split(";") if cities else ():
            place: Place = tables["places"][fold(city.removesuffix("?"))]
            mark = "?" if city.endswith("?") else ""
            tables.claim("capitals", country, *(form + mark for form in (place.name, *place.aliases)))


def _load_organisations(tables: _Tables) -> None:
    """Organisations, blocs and groups under their names and abbreviations."""
    for name, kind, speaks_for, aliases, _ in _rows("organisations.csv"):
        organisation = Organisation(name.removesuffix("?"), ActorKind(kind), speaks_for, _listed(aliases))
        tables.claim("organisations", organisation, name, aliases)


def _load_media(tables: _Tables) -> None:
    """Outlets and platforms under their names and abbreviations."""
    for name, kind, state_run_by, aliases in _rows("media.csv"):
        outlet = Outlet(name.removesuffix("?"), OutletKind(kind), state_run_by, _listed(aliases))
        tables.claim("media", outlet, name, aliases)


def _load_offices(tables: _Tables) -> None:
    """Offices under their names, plurals and other spellings."""
    for name, rank, needs_institution, party, forms in _rows("offices.csv"):
        office = Office(name.removesuffix("?"), OfficeRank(rank), needs_institution == "yes", party, _listed(forms))
        tables.claim("offices", office, name, forms)


def _load_institutions(tables: _Tables) -> None:
    """Bodies of states under their names and short forms."""
    for name, kind, party, forms in _rows("institutions.csv"):
        institution = Institution(name.removesuffix("?"), InstitutionKind(kind), party, _listed(forms))
        tables.claim("institutions", institution, name, forms)


def _load_honorifics(tables: _Tables) -> None:
    """Titles before a name, as written and in capitals throughout."""
    table = tables.setdefault("honorifics", {})
    for form, kind, gender in _rows("honorifics.csv"):
        key = fold(form)
        table[key] = honorific = Honorific(form, HonorificKind(kind), Gender(gender))
        table.setdefault(key.upper(), honorific)


def _load_given_names(tables: _Tables) -> None:
    """Given names; those that are no ordinary word also in capitals throughout."""
    table = tables.setdefault("given_names", {})
    for name, gender, is_word in _rows("given_names.csv"):
        key = fold(name)
        given = table.setdefault(key, GivenName(name, Gender(gender), is_word == "yes"))
        if not given.is_word:
            table.setdefault(key.upper(), given)
