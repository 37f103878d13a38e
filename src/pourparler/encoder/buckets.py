"""Distances put into a few buckets, the same in training and in reading."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_NEAR = 6
"""Distances up to this many words have a bucket of their own; beyond, buckets double in width."""


def distance_buckets(words: int, first: int, last: int) -> NDArray[np.int64]:
    """Bucket 0..23 of each of `words` words by its distance from the cue in words `[first, last)`: 0 inside, 1 to 11
    before it, 12 to 23 after."""
    at = np.arange(words)
    before, after = first - at, at - last + 1
    gap = np.maximum(np.maximum(before, after), 1)
    wide = _NEAR + np.floor(np.log2(np.maximum(gap / _NEAR, 1.0))).astype(np.int64)
    steps = np.minimum(np.where(gap <= _NEAR, gap, wide + 1), 11)
    return np.where(before > 0, steps, np.where(after > 0, 11 + steps, 0)).astype(np.int64)


def sentence_buckets(sentences: Sequence[int] | NDArray[np.int64], here: int) -> NDArray[np.int64]:
    """Bucket 0..6 of each word by the distance of its sentence from sentence `here`: 3 the same, less before it."""
    found: NDArray[np.int64] = np.clip(np.asarray(sentences, np.int64) - here, -3, 3) + 3
    return found
