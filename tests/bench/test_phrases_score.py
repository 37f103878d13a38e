"""Phrases beside those of the gold: when they are the same, what they share, and when they are whole."""

import pytest

from bench.phrases_score import is_whole, shared, told


def test_articles_auxiliaries_and_pronouns_do_not_count() -> None:
    assert told("we will use the quays") == told("to use quays") == ("use", "quays")
    assert told("it is") == ("it", "is")


def test_what_two_phrases_share() -> None:
    assert shared("a truce at sea", "the truce") == pytest.approx(0.5)
    assert shared("higher pay", "higher pay") == 1.0
    assert shared("", "higher pay") == 0.0


@pytest.mark.parametrize("phrase", ["a truce", "switch it off", "hand it over", "back her", "at least one berth", "it"])
def test_whole(phrase: str) -> None:
    assert is_whole(phrase)


@pytest.mark.parametrize("phrase", ["", "use the quays we", "of the pact", "the fine of", "a swap: coal", "it lasts"])
def test_not_whole(phrase: str) -> None:
    assert not is_whole(phrase)
