"""How alike two reports are by the words they use, and which reports are about one thing."""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bench.chains.joining import join

ABOUT_ONE = 0.2
"""Average likeness above which reports are put together: on the development topics the baseline does best with it."""

Matrix = NDArray[np.float64]


def likeness(words: Sequence[Counter[str]]) -> Matrix:
    """The cosine of each report [row] with each [column], given the content words of each: a word counts by the
    logarithm of how often it is used, and by how few reports use it (tf-idf)."""
    reports = Counter(word for one in words for word in one)
    place = {word: number for number, word in enumerate(sorted(word for word in reports if reports[word] > 1))}
    weights = np.zeros((len(words), len(place)))
    for row, one in enumerate(words):
        for word, count in one.items():
            if word in place:
                weights[row, place[word]] = (1 + math.log(count)) * math.log(len(words) / reports[word])
    weights /= np.maximum(1e-9, np.linalg.norm(weights, axis=1, keepdims=True))
    return np.asarray(weights @ weights.T)


def alike(likenesses: Matrix) -> list[int]:
    """For each report a number, the same for those that are about one thing."""
    return join(likenesses, ABOUT_ONE, best=0.0)
