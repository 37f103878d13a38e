"""Who a source phrase is; unsure stays unsure."""

import pytest

from pourparler.reading.sayings import attributions
from tests.reading.staging import scene


def speakers(text: str) -> list[tuple[str | None, str | None, bool]]:
    """Speaker, party and whether unnamed, for every saying of a text."""
    return [(one.speaker, one.party, one.anonymous) for one in attributions(scene(text))]


@pytest.mark.parametrize(
    ("text", "speaker", "party", "unnamed"),
    [
        ("Tehran said the talks would go on.", "Iran", "Iran", False),
        ("Ukrainian officials said the talks would go on.", None, "Ukraine", True),
        ("A person familiar with the talks said they would go on.", None, None, True),
        ("Two people briefed on the offer said it had grown.", None, None, True),
        ("British media said the talks would go on.", "British media", None, False),
        ("The European Union said the talks would go on.", "European Union", "European Union", False),
        ("Ford said the talks would go on.", "Ford", "Ford", False),
        ("The State Department said the talks would go on.", "State Department", "United States", False),
    ],
)
def test_bodies_and_the_unnamed(text: str, speaker: str | None, party: str | None, unnamed: bool) -> None:
    (found,) = speakers(text)
    assert found[1:] == (party, unnamed)
    assert found[0] is None if speaker is None else (found[0] or "").lower() == speaker.lower()


def test_a_capital_after_a_preposition_is_a_place() -> None:
    assert speakers("In London it was said that nothing would change.") in ([], [(None, None, False)])


def test_an_office_of_somebody_speaks_for_that_party() -> None:
    text = "British Prime Minister Tony Blair flew home. Blair's office confirmed that the deal was close."
    ((speaker, party, unnamed),) = speakers(text)
    assert (party, unnamed) == ("United Kingdom", False)
    assert "office" in (speaker or "").lower()


def test_she_is_not_the_man_before() -> None:
    text = (
        "British Northern Ireland Secretary Mo Mowlam met Prime Minister Tony Blair. Tony Blair said it was late. "
        "She said the deal was close."
    )
    assert speakers(text)[-1][0] != "Tony Blair"


def test_nobody_is_nobody() -> None:
    assert speakers("Nobody said the deal was close.") in ([], [(None, None, False)])


def test_both_sides_of_a_compound_are_named() -> None:
    text = "The Iran-U.S. talks resumed."
    found = {naming.span.of(text) for naming in scene(text).lines[0].namings}
    assert found == {"Iran", "U.S."}
