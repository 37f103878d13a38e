"""The gazetteer: the files hold together, and the lookups keep case."""

import csv
from collections import defaultdict
from importlib.resources import files

import pytest

from pourparler.core.vocabulary import ActorKind
from pourparler.text.gazetteer import Gazetteer, fold, load_gazetteer
from pourparler.text.world import Membership

GIVEN_NAMES_AT_LEAST = 1500

# Names of places, peoples and firms that begin with what is elsewhere a given name.
NOT_PERSONS = {
    "Bandar Abbas",
    "Bandar Seri Begawan",
    "Hayat Tahrir al-Sham",
    "John Deere",
    "Karen National Union",
    "Nour News",
    "Sándor Palace",
    "Sina Weibo",
    "Solomon Islander",
    "Solomon Islanders",
    "Solomon Islands",
    "Viet Nam",
}

COLUMNS: dict[str, dict[str, tuple[str, ...]]] = {
    "countries.csv": {"states": ("name", "aliases"), "demonyms": ("adjectives", "people"), "seats": ("seats",)},
    "cities.csv": {"places": ("name", "aliases")},
    "organisations.csv": {"organisations": ("name", "aliases")},
    "media.csv": {"media": ("name", "aliases")},
    "offices.csv": {"offices": ("name", "forms")},
    "institutions.csv": {"institutions": ("name", "forms")},
}


def rows_of(name: str) -> list[dict[str, str]]:
    text = files("pourparler.data").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def forms_of(row: dict[str, str], columns: tuple[str, ...]) -> list[str]:
    return [form for column in columns if row[column] for form in row[column].split(";")]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize("name", [*COLUMNS, "honorifics.csv", "given_names.csv"])
def test_rows_have_every_column_and_no_stray_blank(name: str) -> None:
    for row in rows_of(name):
        assert None not in row
        assert None not in row.values()
        for column, cell in row.items():
            assert cell == " ".join(cell.split())
            if column == "note":
                continue
            assert cell == "" or all(part == part.strip() and part for part in cell.split(";"))


@pytest.mark.parametrize("name", COLUMNS)
def test_a_form_of_two_rows_is_marked_in_both(name: str) -> None:
    rows = rows_of(name)
    for lookup, columns in COLUMNS[name].items():
        claims: dict[str, dict[int, bool]] = defaultdict(dict)
        for number, row in enumerate(rows):
            for form in forms_of(row, columns):
                key = fold(form.removesuffix("?"))
                claims[key][number] = claims[key].get(number, False) or form.endswith("?")
        unmarked = {key for key, by_row in claims.items() if len(by_row) > 1 and not all(by_row.values())}
        assert unmarked == set(), f"{lookup} of {name}"


def test_parties_and_containers_are_known(gazetteer: Gazetteer) -> None:
    states = {country.name for country in gazetteer.states.values()}
    organisations = {organisation.name for organisation in gazetteer.organisations.values()}
    places = {place.name for place in gazetteer.places.values()}
    for country in gazetteer.states.values():
        assert country.part_of in states | {""}
        assert set(country.capitals) <= places
    for place in gazetteer.places.values():
        assert place.within in states | places | {""}
    for organisation in gazetteer.organisations.values():
        assert organisation.speaks_for in states | organisations | {""}
        assert organisation.kind in {ActorKind.ORGANISATION, ActorKind.BLOC, ActorKind.GROUP}
    for outlet in gazetteer.media.values():
        assert outlet.state_run_by in states | {""}
    for institution in gazetteer.institutions.values():
        assert institution.party in states | {""}
    for office in gazetteer.offices.values():
        assert office.party in states | organisations | {""}
        assert office.name == office.name.lower()


def test_every_member_of_the_united_nations_is_there_with_a_capital(gazetteer: Gazetteer) -> None:
    members = {c.iso2: c for c in gazetteer.states.values() if c.membership is Membership.MEMBER}
    assert len(members) == 193
    assert all(country.capitals and country.adjectives for country in members.values())


def test_no_chain_of_places_runs_in_a_circle(gazetteer: Gazetteer) -> None:
    for place in gazetteer.places.values():
        seen = {place.name}
        container = place.within
        while container and fold(container) not in gazetteer.states:
            assert container not in seen
            seen.add(container)
            container = gazetteer.places[fold(container)].within


def test_no_person_is_named(gazetteer: Gazetteer) -> None:
    found = set()
    for name, lookups in COLUMNS.items():
        for row in rows_of(name):
            for form in (form.rstrip("?") for columns in lookups.values() for form in forms_of(row, columns)):
                head, _, rest = form.partition(" ")
                given = gazetteer.given_names.get(fold(head))
                if given and not given.is_word and rest[:1].isupper():
                    found.add(form)
    assert found <= NOT_PERSONS


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("US", "United States"),
        ("U.S.", "United States"),
        ("us", None),
        ("Kiev", "Ukraine"),
        ("MOSCOW", "Russia"),
        ("moscow", None),
        ("Kremlin", "Russia"),
        ("Élysée Palace", "France"),
        ("Elysee Palace", "France"),
        ("Côte d’Ivoire", "Ivory Coast"),
        ("Nigerien", "Niger"),
        ("Nigerian", "Nigeria"),
        ("turkey", None),
        ("Turkey", "Turkey"),
        ("Scots", "Scotland"),
        ("Teamsters", None),
    ],
)
def test_a_state_is_known_by_its_names_voices_and_people(gazetteer: Gazetteer, words: str, state: str | None) -> None:
    country = gazetteer.state(words)
    assert (country.name if country else None) == state


def test_case_keeps_abbreviations_from_words(gazetteer: Gazetteer) -> None:
    assert gazetteer.organisations[fold("WHO")].name == "World Health Organization"
    assert fold("who") not in gazetteer.organisations
    assert fold("Who") not in gazetteer.organisations
    assert fold("it") not in gazetteer.states
    assert fold("IT") not in gazetteer.states


@pytest.mark.parametrize(
    "words", ["defense minister", "Defence Minister", "DEFENSE MINISTER", "Minister of Defense", "Defence ministers"]
)
def test_an_office_is_known_in_either_spelling_and_any_case(gazetteer: Gazetteer, words: str) -> None:
    assert gazetteer.offices[fold(words)].name == "defence minister"


def test_ambiguity_is_told_for_each_lookup(gazetteer: Gazetteer) -> None:
    assert gazetteer.is_ambiguous("Georgia", "states")
    assert gazetteer.is_ambiguous("Brussels", "capitals")
    assert not gazetteer.is_ambiguous("Brussels", "places")
    assert gazetteer.states["Korea"].name == "South Korea"
    assert gazetteer.demonyms["Congolese"].name == "Democratic Republic of the Congo"


@pytest.mark.parametrize(
    ("place", "chain"),
    [
        ("Istanbul", ("Turkey",)),
        ("Oval Office", ("White House", "Washington", "United States")),
        ("the Hague", ("Netherlands",)),
        ("Belfast", ("Northern Ireland", "United Kingdom")),
        ("Détroit", ("Michigan", "United States")),
        ("Greenland", ("Denmark",)),
        ("Singapore", ()),
        ("Kashmir", ()),
        ("Nowhere in Particular", ()),
    ],
)
def test_a_place_lies_within_larger_ones(gazetteer: Gazetteer, place: str, chain: tuple[str, ...]) -> None:
    assert gazetteer.place_within(place) == chain


def test_given_names_tell_which_are_words(gazetteer: Gazetteer) -> None:
    assert len({given.name for given in gazetteer.given_names.values()}) >= GIVEN_NAMES_AT_LEAST
    assert gazetteer.given_names["Will"].is_word
    assert "WILL" not in gazetteer.given_names
    assert gazetteer.given_names["OLGA"].name == "Olga"


def test_the_gazetteer_is_read_once() -> None:
    assert load_gazetteer() is load_gazetteer()
