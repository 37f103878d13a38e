"""Ministries without a state are those of the capital that a report was filed from; others stay open."""

import pytest

from pourparler.reading.datelines import filed_from
from pourparler.reading.sayings import attributions
from tests.reading.staging import scene


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("OSLO, April 8 (Wire) - The boats sailed.", "Norway"),
        ("REYKJAVIK — The boats sailed.", "Iceland"),
        ("GENEVA — The boats sailed.", None),
        ("BRUSSELS — The boats sailed.", None),
        ("The boats sailed from OSLO at noon.", None),
    ],
)
def test_a_dateline_tells_the_country(text: str, country: str | None) -> None:
    assert filed_from(text) == country


def test_a_ministry_without_a_state_is_at_home() -> None:
    [said] = attributions(scene("OSLO, April 8 - The foreign ministry said the truce was holding."))
    assert (said.speaker, said.party) == ("Ministry of Foreign Affairs of Norway", "Norway")


def test_a_ministry_named_with_its_state_stays_there() -> None:
    text = "OSLO, April 8 - Sweden's foreign ministry was silent. The foreign ministry said the truce was holding."
    assert attributions(scene(text))[-1].party != "Norway"


def test_without_a_dateline_it_is_nobodys() -> None:
    [said] = attributions(scene("The foreign ministry said the truce was holding."))
    assert (said.speaker, said.party) == (None, None)
