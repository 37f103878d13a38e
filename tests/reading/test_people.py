"""Names, offices and the party somebody speaks for, all learned from the words of the report."""

import pytest

from pourparler.reading.people import Person
from tests.reading.staging import scene


def people(text: str) -> dict[str, Person]:
    """Everybody named in a text, by the fullest name."""
    return {naming.person.name: naming.person for line in scene(text).lines for naming in line.people}


@pytest.mark.parametrize(
    ("text", "name", "party", "office"),
    [
        ("British Prime Minister Tony Blair arrived in Belfast.", "Tony Blair", "United Kingdom", "prime minister"),
        (
            "U.S. Secretary of State Madeleine Albright left.",
            "Madeleine Albright",
            "United States",
            "secretary of state",
        ),
        ("NATO chief Javier Solana called for calm.", "Javier Solana", "NATO", "chief"),
        ("Kremlin spokesman Sergei Yastrzhembsky declined.", "Sergei Yastrzhembsky", "Russia", "spokesman"),
        ("The talks were led by Kofi Annan, the head of the United Nations.", "Kofi Annan", "United Nations", "head"),
        ("Teamsters President Ron Carey spoke first.", "Ron Carey", "Teamsters", "president"),
        ("Russia’s foreign minister, Igor Ivanov, was there.", "Igor Ivanov", "Russia", "foreign minister"),
    ],
)
def test_a_title_says_office_and_party(text: str, name: str, party: str, office: str) -> None:
    person = people(text)[name]
    assert (person.party, person.office) == (party, office)


def test_an_envoy_of_somebody_is_on_that_side() -> None:
    text = "U.S. President Bill Clinton phoned. Clinton’s envoy George Mitchell stayed in Belfast."
    assert people(text)["George Mitchell"].party == "United States"


def test_a_surname_finds_its_bearer_in_a_heading_above() -> None:
    text = "Mitchell Sets Deadline For Talks\n\nThe mediator George Mitchell set a deadline, Mitchell said."
    assert list(people(text)) == ["George Mitchell"]


def test_who_leads_a_side_belongs_to_it() -> None:
    text = '"We are at the limit," said Jürgen Schrempp, who runs Daimler-Benz\'s car business.'
    assert "Jürgen Schrempp" in people(text)


def test_the_opening_word_of_a_sentence_is_no_name() -> None:
    assert people("Nothing was agreed. Talks went on.") == {}


def test_a_surname_with_an_honorific_is_a_person() -> None:
    assert list(people("As Mr. Holbrooke left, the shelling went on.")) == ["Holbrooke"]


def test_a_body_is_no_person() -> None:
    assert people("The Northern Workers Council said it would vote.") == {}


def test_a_president_at_home_belongs_to_the_only_state_named() -> None:
    text = "The White House stayed out of it. President Bill Clinton said the U.S. had no role."
    assert people(text)["Bill Clinton"].party == "United States"


def test_a_president_of_one_of_two_states_named_stays_open() -> None:
    text = "The White House and the Kremlin spoke. President Boris Yeltsin said no more."
    assert people(text)["Boris Yeltsin"].party is None


def test_an_attribution_after_a_name_is_no_apposition() -> None:
    text = "The deal is signed when Tony Blair receives Gerhard Schroeder, the American president said."
    assert people(text)["Gerhard Schroeder"].party is None


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("Peru asked for a week. Its trade minister, Mercedes Aráoz, said no more.", "Mercedes Aráoz", "Peru"),
        ("Chile, whose fruit rots, waits. The trade minister, Mercedes Aráoz, left.", "Mercedes Aráoz", None),
        ("Peru is wary. The trade minister, Mercedes Aráoz, asked for a week.", "Mercedes Aráoz", "Peru"),
        ("Peru and Chile met. The trade minister, Mercedes Aráoz, asked for a week.", "Mercedes Aráoz", None),
        ("Mercedes Aráoz, Minister of Foreign Trade and Tourism of Peru, left.", "Mercedes Aráoz", "Peru"),
        ("Peru objects\n\nAlan García said a week was too short.", "Alan García", "Peru"),
        ("10:40 Peru objects\n\nAlan García said a week was too short.", "Alan García", "Peru"),
        ("Peru meets Chile\n\nAlan García said a week was too short.", "Alan García", None),
    ],
)
def test_a_side_told_in_the_sentence_before_or_above(text: str, name: str, party: str | None) -> None:
    assert people(text)[name].party == party


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("The President of the Government of Spain, Mr Pablo Ruiz, attended.", "Pablo Ruiz", "Spain"),
        ("The Secretary of Commerce of the United States, Walter Rossi, left.", "Walter Rossi", "United States"),
        ("Michel Dupont, for France, is offering to mediate.", "Michel Dupont", "France"),
        ("Kari Berg (Norway) and Olof Lund (Sweden) met.", "Olof Lund", "Sweden"),
        ("Kari Berg, for Norway and the fleet alike, left.", "Kari Berg", None),
        ("Kari Berg of the Norwegian foreign ministry left.", "Kari Berg", "Norway"),
        ("Kari Berg of the Norwegian coast left.", "Kari Berg", None),
    ],
)
def test_a_side_set_beside_a_name_is_whose_he_is(text: str, name: str, party: str | None) -> None:
    assert people(text)[name].party == party
