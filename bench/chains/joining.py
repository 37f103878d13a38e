"""Joining what is alike, the most alike first."""

import numpy as np
from numpy.typing import NDArray

NEVER = -1e9
"""The score of what cannot be one."""


def join(scores: NDArray[np.float64], enough: float, best: float) -> list[int]:
    """For each row of `scores` (symmetric) the number of its cluster, that of its first row.

    The two clusters that score highest become one as long as they score above `enough`. Two clusters score the average
    of all scores between them and, for the share `best`, the highest of them.
    """
    count = len(scores)
    average, highest = scores.astype(np.float64), scores.astype(np.float64)
    np.fill_diagonal(average, NEVER)
    np.fill_diagonal(highest, NEVER)
    sizes, cluster = np.ones(count), np.arange(count)
    both = (1 - best) * average + best * highest
    tops = both.argmax(1) if count else np.zeros(0, int)
    while count > 1:
        one = int(both[np.arange(count), tops].argmax())
        other = int(tops[one])
        if both[one, other] <= enough:
            break
        one, other = min(one, other), max(one, other)
        average[one] = (average[one] * sizes[one] + average[other] * sizes[other]) / (sizes[one] + sizes[other])
        highest[one] = np.maximum(highest[one], highest[other])
        sizes[one] += sizes[other]
        cluster[cluster == other] = one
        both[one] = (1 - best) * average[one] + best * highest[one]
        for matrix in (average, highest, both):
            matrix[one, one] = NEVER
            matrix[:, one] = matrix[one]
            matrix[other], matrix[:, other] = NEVER, NEVER
        _look_again(both, tops, one, other)
    return [int(number) for number in cluster]


def _look_again(both: NDArray[np.float64], tops: NDArray[np.int64], one: int, other: int) -> None:
    """Put the best partner of each row right after `other` went into `one`."""
    stale = np.flatnonzero((tops == one) | (tops == other))
    tops[stale] = both[stale].argmax(1)
    rows = np.arange(len(both))
    better = both[rows, one] > both[rows, tops]
    tops[better] = one
    tops[one] = int(both[one].argmax())
