"""Positions: whose stance on what, and what is no stance."""

import pytest

from pourparler.core.reading import PositionFrame
from pourparler.core.vocabulary import Stance
from pourparler.reading.conditions import find_conditions
from pourparler.reading.positions import find_positions
from pourparler.reading.sayings import attributions
from tests.reading.staging import scene


def positions(text: str) -> tuple[PositionFrame, ...]:
    """The positions of a text."""
    stage = scene(text)
    said = attributions(stage)
    return find_positions(stage, said, find_conditions(stage, said))


@pytest.mark.parametrize(
    ("text", "stance", "party", "issue"),
    [
        ("Norway wants a longer pause.", Stance.DEMANDS, "Norway", "longer pause"),
        ("Russia has pushed for a new round of talks.", Stance.DEMANDS, "Russia", "new round of talks"),
        ("Japan has ruled out further concessions.", Stance.REJECTS, "Japan", "further concessions"),
        ("Oslo will not accept any change to the text.", Stance.REJECTS, "Norway", "change to the text"),
        ("Chile is ready to cut the duty.", Stance.OFFERS, "Chile", "cut the duty"),
        ("Ghana is willing to agree to a truce.", Stance.ACCEPTS, "Ghana", "truce"),
        ("Turkey proposed a monitoring mission.", Stance.PROPOSES, "Turkey", "monitoring mission"),
        ("India backs the plan.", Stance.SUPPORTS, "India", "plan"),
        ("Denmark accepted the formula.", Stance.ACCEPTS, "Denmark", "formula"),
        ("Israel is opposed to mediation.", Stance.REJECTS, "Israel", "mediation"),
        ("Mexico repeated its demand for a new ceiling.", Stance.DEMANDS, "Mexico", "new ceiling"),
        ("Egypt refused to open the gates.", Stance.REJECTS, "Egypt", "open the gates"),
    ],
)
def test_verbs_and_nouns_of_stance(text: str, stance: Stance, party: str, issue: str) -> None:
    (found,) = positions(text)
    assert (found.stance, found.party, found.issue) == (stance, party, issue)


def test_the_speaker_is_kept_beside_the_party() -> None:
    (found,) = positions("Spanish Prime Minister Pedro Sánchez said his country would not sign the treaty.")
    assert (found.stance, found.party, found.voiced_by) == (Stance.REJECTS, "Spain", "Pedro Sánchez")


def test_what_is_listed_is_one_position_each() -> None:
    found = positions("The Teamsters want a 10% raise and a shorter week.")
    assert [one.issue for one in found] == ["10% raise", "shorter week"]


def test_a_condition_of_a_speaker_is_the_stance() -> None:
    (found,) = positions("Finland said it would not send a delegation unless it was invited.")
    assert (found.stance, found.party) == (Stance.CONDITIONAL, "Finland")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya praised the patience of Uganda.",
        "Ghana hopes the talks will resume.",
        "Sweden insists the deadline has passed.",
        "Oslo and Bern agreed to a joint inspection.",
        "Nobody knows whether Peru backs the plan.",
        "Chile might offer a pause.",
        "The ministers flew home on Friday.",
        "Canada accused Brazil of dumping.",
        "Some of the workers want a raise.",
    ],
)
def test_praise_hope_assertion_and_deeds_are_none(text: str) -> None:
    assert positions(text) == ()
