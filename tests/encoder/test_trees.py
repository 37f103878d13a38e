"""The best tree, against every tree."""

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from pourparler.encoder.trees import bent, tree

Floats = NDArray[np.float32]


def is_tree(heads: tuple[int, ...]) -> bool:
    """True when just one word is its own head and every other comes to it at last."""
    if sum(head == at for at, head in enumerate(heads)) != 1:
        return False
    for at in range(len(heads)):
        above = at
        for _ in heads:
            above = heads[above]
        if heads[above] != above:
            return False
    return True


def total(scores: Floats, heads: tuple[int, ...]) -> float:
    """The sum of the scores of a tree."""
    return sum(float(scores[at, head]) for at, head in enumerate(heads))


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_the_best_tree_of_all(count: int) -> None:
    every = [heads for heads in product(range(count), repeat=count) if is_tree(heads)]
    draw = np.random.default_rng(count)
    for _ in range(40):
        scores = draw.normal(size=(count, count)).astype(np.float32)
        found = tuple(tree(scores).tolist())
        assert is_tree(found)
        best = max(total(scores, heads) for heads in every)
        assert total(scores, found) == pytest.approx(best, abs=1e-5)


@pytest.mark.parametrize("count", [10, 60, 400])
def test_a_long_sentence_is_a_tree(count: int) -> None:
    scores = np.random.default_rng(count).normal(size=(count, count)).astype(np.float32)
    assert is_tree(tuple(tree(scores).tolist()))


def test_words_that_would_hang_from_one_another_are_parted() -> None:
    scores = np.array([[0, 9, 1], [9, 0, 2], [1, 1, 1]], np.float32)
    assert tree(scores).tolist() in ([1, 1, 1], [1, 2, 2])
    assert total(scores, tuple(tree(scores).tolist())) == 12


def test_scores_all_alike_give_a_tree() -> None:
    assert is_tree(tuple(tree(np.zeros((6, 6), np.float32)).tolist()))


def test_the_scores_stay_as_they_are() -> None:
    scores = np.random.default_rng(1).normal(size=(5, 5)).astype(np.float32)
    before = scores.copy()
    tree(scores)
    assert (scores == before).all()


def test_the_error_linear_unit() -> None:
    found = bent(np.array([-6, -1, 0, 1, 6], np.float32))
    assert found == pytest.approx([0, -0.1588, 0, 0.8412, 6], abs=1e-3)
    assert found.dtype == np.float32
