"""Where the words of a phrase stand."""

import pytest

from pourparler.core.evidence import Span
from pourparler.reading.phrasing.placing import Placed, placed
from tests.reading.staging import scene

TEXT = "The crews will not return to the quay, and no crane has been moved to the “quay of grain”."


def place(phrase: str, near: int = 0) -> Placed | None:
    """A phrase in the only sentence of the text, looked for from the offset `near` on."""
    (line,) = scene(TEXT).lines
    return placed(line, phrase, Span(near, len(TEXT)))


@pytest.mark.parametrize("phrase", ["return to the quay", "The crews", "no crane", "quay of grain"])
def test_words_as_they_stand(phrase: str) -> None:
    found = place(phrase)
    assert found is not None and not found.left_out
    assert found.text(found.words) == phrase


def test_what_a_reader_leaves_out_or_turns() -> None:
    folded = place("The crews return to the quay")
    assert folded is not None
    assert [folded.line.words[at].text for at in folded.left_out] == ["will", "not"]
    assert folded.text(folded.words) == "The crews return to the quay"
    assert folded.text(folded.words, frozenset(folded.left_out)) == "The crews will not return to the quay"
    turned = place("any crane moved")
    assert turned is not None and turned.text(turned.words) == "any crane moved"


def test_of_two_places_the_one_in_the_passage() -> None:
    second = TEXT.index("“quay")
    found = place("quay", second)
    assert found is not None and found.line.words[found.words[0]].start == second + 1


@pytest.mark.parametrize("phrase", ["the ships", "crews crane", "quay " * 9])
def test_words_that_do_not_stand_there(phrase: str) -> None:
    assert place(phrase) is None
