"""Attributions off hand-made weights: cues of fresh words alone, contents that are not empty."""

import numpy as np
import pytest

from pourparler.encoder import attribution
from pourparler.encoder.attribution import Seen, Voice, voices
from pourparler.encoder.weights import Array
from pourparler.encoder.windows import Window

WIDTH = 4
SOURCE, CUE, CONTENT, GOES_ON = range(WIDTH)


def hand_made() -> dict[str, Array]:
    """Weights by which a word's vector says itself what it is: source, cue, content, content that goes on."""
    made: dict[str, Array] = {}
    made["flat.weight"], made["flat.bias"] = np.zeros((7, WIDTH), np.float32), np.zeros(7, np.float32)
    made["flat.weight"][3, CUE] = 5
    for name in ("word", "cue"):
        made[f"{name}.weight"], made[f"{name}.bias"] = np.zeros((2, WIDTH), np.float32), np.zeros(2, np.float32)
    made["distance.weight"], made["sentence.weight"] = np.zeros((24, 2), np.float32), np.zeros((7, 2), np.float32)
    made["near.weight"], made["near.bias"] = np.zeros((2, 2, 3), np.float32), np.zeros(2, np.float32)
    made["pair.weight"], made["pair.bias"] = np.zeros((5, 2), np.float32), np.zeros(5, np.float32)
    made["alone.weight"], made["alone.bias"] = np.zeros((5, WIDTH), np.float32), np.zeros(5, np.float32)
    made["alone.weight"][1, SOURCE] = made["alone.weight"][3, CONTENT] = made["alone.weight"][4, GOES_ON] = 5
    made["flat_steps"], made["pair_steps"] = np.zeros((7, 7), np.float32), np.zeros((5, 5), np.float32)
    return made


def seen(kinds: list[int | None], first: int = 0, fresh: int = 0) -> Seen:
    """A window whose words are of these kinds; it begins at word `first` of the document, fresh from `fresh`."""
    vectors = np.array([[float(kind == n) for n in range(WIDTH)] for kind in kinds], np.float32)
    return Seen(Window(first, fresh, first + len(kinds), (), (), ()), vectors)


SAID = [SOURCE, CUE, CONTENT, GOES_ON, None, CONTENT]


def test_a_voice_has_the_words_of_its_parts() -> None:
    (found,) = voices([seen(SAID)], [0] * 6, hand_made())
    assert found == Voice((1, 2), ((0, 1),), ((2, 4), (5, 6)))


def test_indices_are_those_of_the_document() -> None:
    found = voices([seen(SAID), seen([None, *SAID], 6, 6)], [0] * 6 + [1] * 7, hand_made())
    assert [voice.cue for voice in found] == [(1, 2), (8, 9)]
    assert found[1] == Voice((8, 9), ((7, 8),), ((9, 11), (12, 13)))


def test_a_cue_shown_again_is_not_told_again() -> None:
    (found,) = voices([seen(SAID), seen([*SAID, None, None], 0, 6)], [0] * 8, hand_made())
    assert found.cue == (1, 2)


@pytest.mark.parametrize("kinds", [[None, None], [SOURCE, CONTENT, GOES_ON], [SOURCE, CUE, None], [CUE]])
def test_without_cue_or_content_there_is_no_voice(kinds: list[int | None]) -> None:
    assert voices([seen(kinds)], [0] * len(kinds), hand_made()) == []


def test_a_voice_may_have_no_source() -> None:
    (found,) = voices([seen([CUE, CONTENT])], [0, 0], hand_made())
    assert found.source == ()


def test_nothing_has_no_voices() -> None:
    assert voices([], [], hand_made()) == []


def test_what_a_word_shows_from_a_cue_hangs_on_its_distance() -> None:
    weights = hand_made()
    weights["distance.weight"][12] = [3, 0]
    weights["near.weight"][0, 0, 1] = 1
    weights["pair.weight"][1, 0] = 2
    (found,) = voices([seen([CUE, None, CONTENT])], [0] * 3, weights)
    assert found.source == ((1, 2),), "the word just after the cue"
    weights["near.weight"][0, 0] = [1, 0, 0]
    (found,) = voices([seen([CUE, None, CONTENT, CONTENT])], [0] * 4, weights)
    assert found.source == ((2, 3),), "one on, as its neighbour is near"
    assert found.content == ((3, 4),)


def test_a_content_takes_the_borders_that_its_words_give_when_both_mostly_agree() -> None:
    plain = [(3, 10), (20, 30)]
    assert attribution._settled((4, 10), plain) == (3, 10)
    assert attribution._settled((8, 14), plain) == (8, 14)
    assert attribution._settled((4, 10), []) == (4, 10)
