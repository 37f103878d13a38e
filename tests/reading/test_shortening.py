"""Parts of names of bodies."""

import pytest

from pourparler.reading.shortening import is_part


@pytest.mark.parametrize(
    ("short", "name", "part"),
    [
        ("Skerrow", "Skerrow Steel", True),
        ("the guild", "The Guild of Pilots", True),
        ("Guild", "Harbour Pilots Guild", True),
        ("League", "Pilots' League of the North", True),
        ("Savings Bank", "Board of the Savings Bank", False),
        ("Steel", "Coal and Steel", False),
        ("Coal", "Coal and Steel", False),
        ("Pilots", "Harbour Pilots Guild", False),
        ("Skerrow Steel", "Skerrow Steel", False),
        ("", "Skerrow", False),
    ],
)
def test_a_part_begins_a_name_or_ends_its_head(short: str, name: str, part: bool) -> None:
    assert is_part(short, name) is part
