"""Conditions: what blocks and what is required, whose it is, and what only looks like a condition."""

import pytest

from pourparler.core.reading import ConditionFrame, Operator
from pourparler.reading.conditions import find_conditions
from pourparler.reading.conditions.holders import Voices, parties_of
from pourparler.reading.sayings import attributions
from tests.reading.staging import scene


def conditions(text: str) -> tuple[ConditionFrame, ...]:
    """The conditions of a text; every evidence is checked to lie in it."""
    stage = scene(text)
    found = find_conditions(stage, attributions(stage))
    assert all(0 <= one.evidence.start < one.evidence.end <= len(text) for one in found)
    return found


@pytest.mark.parametrize(
    ("text", "operator", "blocks", "requires"),
    [
        ("If we do not get a new offer, we will not have a contract.", Operator.IF, "a contract", "a new offer"),
        (
            "Oslo will only sign the accord if Bern drops its claim.",
            Operator.ONLY_IF,
            "the accord",
            "Bern drops its claim",
        ),
        (
            "Lebanon would join the truce, but only if Israel withdrew first.",
            Operator.ONLY_IF,
            "join the truce",
            "Israel",
        ),
        ("Finland will not send a delegation unless it is invited.", Operator.UNLESS, "send a delegation", "invited"),
        ("The airline will not talk until the strike ends.", Operator.UNTIL, "talk", "strike ends"),
        ("Peru has pushed for a census before any vote.", Operator.BEFORE, "any vote", "a census"),
        ("No deal can be signed without the consent of parliament.", Operator.WITHOUT, "any deal", "consent"),
        ("The pact is subject to ratification by both parliaments.", Operator.SUBJECT_TO, "The pact", "ratification"),
        (
            "The talks can begin pending the arrival of the visas.",
            Operator.PENDING,
            "The talks begin",
            "arrival of the visas",
        ),
        ("The agreement hinges on the talks in Vienna.", Operator.HINGES_ON, "The agreement", "the talks in Vienna"),
        ("India would halve the duty in exchange for access to the ports.", Operator.IN_EXCHANGE_FOR, "duty", "access"),
        ("Brazil made its return to the talks conditional on a pause.", Operator.HINGES_ON, "its return", "a pause"),
        (
            "The talks will resume only after the blockade is lifted.",
            Operator.ONLY_IF,
            "The talks resume",
            "blockade lifted",
        ),
        ("The treaty still has to be ratified.", Operator.SUBJECT_TO, "The treaty", "ratified"),
        (
            "Not until the trains run again will the port open, the company said.",
            Operator.UNTIL,
            "the port open",
            "the trains run",
        ),
        (
            "Uganda will free the crew and in exchange Kenya will lift the ban, Kenya's president said.",
            Operator.IN_EXCHANGE_FOR,
            "lift the ban",
            "free the crew",
        ),
        ("The crew first, then we will open the port.", Operator.BEFORE, "open the port", "The crew"),
        ("Should a pact emerge, the ships would sail.", Operator.IF, "ships", "a pact"),
    ],
)
def test_each_wording_ties_one_thing_to_another(text: str, operator: Operator, blocks: str, requires: str) -> None:
    (found,) = conditions(text)
    assert found.operator is operator
    assert blocks in found.blocks
    assert requires in found.requires


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Sweden threatened to leave the talks unless the text was changed.", "holding off leave the talks"),
        ("If the offer does not improve, the union will close more plants.", "holding off close more plants"),
        ("Peru must open its ports or face new duties.", "holding off new duties"),
        ("Without a deal, tariffs would return in June.", "holding off tariffs return in June"),
    ],
)
def test_a_threat_blocks_holding_it_off(text: str, blocks: str) -> None:
    (found,) = conditions(text)
    assert found.blocks == blocks


def test_an_aim_is_blocked_even_in_the_if_clause() -> None:
    (found,) = conditions("Mexico demanded that it be given seats if a council is to be formed.")
    assert "council" in found.blocks
    assert "seats" in found.requires


def test_both_halves_are_the_evidence() -> None:
    text = "Kenya will open the border if Uganda frees the drivers, officials in Nairobi say."
    (found,) = conditions(text)
    assert found.evidence.of(text) == "Kenya will open the border if Uganda frees the drivers"


def test_a_condition_is_the_speakers() -> None:
    (found,) = conditions("Spanish Prime Minister Pedro Sánchez said there would be no vote unless the text changed.")
    assert (found.party, found.voiced_by) == ("Spain", "Pedro Sánchez")


def test_in_the_outlets_voice_it_is_of_the_party_that_would_act() -> None:
    (found,) = conditions("Kenya will open the border if Uganda frees the drivers.")
    assert (found.party, found.voiced_by) == ("Kenya", None)


def test_of_two_who_would_meet_it_is_of_the_one_that_waits() -> None:
    (found,) = conditions("Kenya and Uganda will meet in May, but only if Uganda sends its plan.")
    assert found.party == "Kenya"


@pytest.mark.parametrize(
    "text",
    [
        "The minister asked if the deal was dead.",
        "If anything, the talks have hardened positions.",
        "He would have signed if the terms had been better.",
        "The delegates left before noon without comment.",
        "The ministers met without journalists present.",
        "The contract runs until April 30.",
        "He spoke as if the deal was done.",
        "It would be better if the two sides talked.",
        "She will speak when she arrives.",
        "The workers walked out without warning.",
        "He came first, then his wife arrived.",
    ],
)
def test_questions_idioms_times_and_manners_are_no_conditions(text: str) -> None:
    assert conditions(text) == ()


def test_what_a_speaker_foretells_of_others_is_none() -> None:
    assert conditions("Kenya said that if Uganda does not stop its raids, it will seek to take more land.") == ()


@pytest.mark.parametrize("day", ["Friday", "March 7", "Tuesday this week"])
def test_when_after_a_day_tells_what_happens_then(day: str) -> None:
    assert not conditions(f"The accord is to be signed in Oslo on {day}, when the ministers of Norway and Chile meet.")


def test_the_two_leaders_of_a_paper_are_two_people_and_no_states_named_last() -> None:
    first = "President Ula Tarn of Chile received President Dario Quill of Peru."
    stage = scene(f"{first} Troops of Norway watched Iceland. The two leaders agreed a pact on fish.")
    line = stage.lines[-1]
    assert parties_of(stage, line, (0, 3), Voices(())) == ("Chile", "Peru")
    unknown = scene(
        f"{first.replace(' of Chile', '').replace(' of Peru', '')} Norway faced Iceland. The two leaders agreed it."
    )
    assert parties_of(unknown, unknown.lines[-1], (0, 3), Voices(())) == ()
    nobody = scene("Troops of Norway watched Iceland. The two leaders agreed a pact on fish.")
    assert parties_of(nobody, nobody.lines[-1], (0, 3), Voices(())) == ("Norway", "Iceland")
