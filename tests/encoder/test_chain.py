"""The best row of labels, against every row; and runs of labels."""

from itertools import pairwise, product

import numpy as np
import pytest
from numpy.typing import NDArray

from pourparler.encoder.chain import best_labels, runs

Floats = NDArray[np.float32]


def brute(scores: Floats, steps: Floats) -> tuple[int, ...]:
    """The best row of labels, all of them tried."""
    words, labels = scores.shape

    def total(row: tuple[int, ...]) -> float:
        alone = sum(float(scores[at, label]) for at, label in enumerate(row))
        return alone + sum(float(steps[a, b]) for a, b in pairwise(row))

    return max(product(range(labels), repeat=words), key=total)


def random(draw: np.random.Generator, *shape: int) -> Floats:
    """Scores as a network gives them."""
    return draw.normal(size=shape).astype(np.float32)


@pytest.mark.parametrize("seed", range(12))
def test_the_best_row_of_all(seed: int) -> None:
    draw = np.random.default_rng(seed)
    labels = int(draw.integers(1, 5))
    rows = [random(draw, int(draw.integers(1, 6)), labels) for _ in range(5)]
    steps = 2 * random(draw, labels, labels)
    found = best_labels(rows, steps)
    assert [tuple(row.tolist()) for row in found] == [brute(row, steps) for row in rows]


def test_a_row_has_the_same_labels_alone_and_among_others() -> None:
    draw = np.random.default_rng(5)
    steps = random(draw, 7, 7)
    rows = [random(draw, length, 7) for length in (3, 90, 1, 41, 41, 2)]
    together = best_labels(rows, steps)
    for row, labels in zip(rows, together, strict=True):
        assert best_labels([row], steps)[0].tolist() == labels.tolist()


def test_a_forbidden_step_is_not_taken() -> None:
    steps = np.zeros((2, 2), np.float32)
    steps[0, 1] = -1e9
    (found,) = best_labels([np.array([[1, 0], [0, 1.5], [0, 3]], np.float32)], steps)
    assert found.tolist() == [1, 1, 1]


def test_nothing_has_no_labels() -> None:
    assert best_labels([], np.zeros((3, 3), np.float32)) == []


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([], []),
        ([0, 0], []),
        ([1], [(0, 1)]),
        ([1, 2, 2, 0, 1], [(0, 3), (4, 5)]),
        ([1, 1, 2], [(0, 1), (1, 3)]),
        ([0, 2, 2, 1], [(1, 3), (3, 4)]),
        ([3, 1, 3, 2, 4], [(1, 2), (3, 4)]),
    ],
)
def test_runs(labels: list[int], expected: list[tuple[int, int]]) -> None:
    assert runs(np.array(labels, np.int64), 1, 2) == expected


def test_runs_of_any_labels_hold_just_the_words_so_labelled() -> None:
    for row in product(range(4), repeat=5):
        found = runs(np.array(row), 1, 2)
        assert [at for first, last in found for at in range(first, last)] == [n for n in range(5) if row[n] in (1, 2)]
        assert all(row[at] == 2 for first, last in found for at in range(first + 1, last))
        assert all(row[first] == 1 or first == 0 or row[first - 1] not in (1, 2) for first, _ in found)
