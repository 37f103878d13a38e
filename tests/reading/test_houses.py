"""Capitals that stand for the organisation that sits there."""

import pytest

from pourparler.reading.scene import mentions
from tests.reading.staging import scene


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Brussels rejected the quota. Norway waited.", ["European Union", "Norway"]),
        ("Brussels rejected the quota. The Belgian minister waited.", ["Belgium", "Belgium"]),
        ("Oslo rejected the quota.", ["Norway"]),
        ("They met in Brussels. Norway waited.", ["Norway"]),
    ],
)
def test_whom_a_capital_stands_for(text: str, names: list[str]) -> None:
    assert [one.name or one.party for one in mentions(scene(text))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Norway left the Labour Court. It waited.", ["Norway", "Labour Court"]),
        ("The strike was heard by the Labour Conciliation Board.", ["Labour Conciliation Board"]),
        ("The strike was called by Labour.", ["Labour Party"]),
    ],
)
def test_a_word_that_begins_the_name_of_another_body_is_no_party(text: str, names: list[str]) -> None:
    assert [one.name or one.party for one in mentions(scene(text))] == names
