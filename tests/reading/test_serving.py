"""Who speaks by serving somebody named before, or by coming from somewhere."""

import pytest

from pourparler.reading.sayings import attributions
from tests.reading.staging import scene


@pytest.mark.parametrize(
    ("text", "speaker", "party", "anonymous"),
    [
        (
            "British Prime Minister Tony Blair flew to Belfast. His advisers said no deal was near.",
            None,
            "United Kingdom",
            True,
        ),
        ("Norway was less sure. Its officials said no deal was near.", None, "Norway", True),
        ("The Arctic Council met on Monday. Its secretariat said no deal was near.", "Arctic Council", "*", False),
        (
            "U.S. Senator George Mitchell listened. He smiled. “No deal is near,” the Maine man said.",
            "George Mitchell",
            "*",
            False,
        ),
    ],
)
def test_who_speaks(text: str, speaker: str | None, party: str | None, anonymous: bool) -> None:
    said = attributions(scene(text))[-1]
    assert (said.speaker, said.anonymous) == (speaker, anonymous)
    assert party == "*" or said.party == party


def test_the_man_of_a_nation_may_be_anybody() -> None:
    text = "U.S. Senator George Mitchell listened. “No deal is near,” the Greek man said."
    assert attributions(scene(text))[-1].speaker != "George Mitchell"
