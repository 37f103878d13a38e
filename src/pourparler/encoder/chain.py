"""The best row of labels under a linear chain (Viterbi 1967)."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def best_labels(scores: Scores, steps: Scores) -> NDArray[np.int64]:
    """For each row of `scores` [row, word, label] the labels whose summed scores and `steps` [from, to] are highest."""
    rows, words, _ = scores.shape
    back = np.zeros(scores.shape, np.int8)
    total = scores[:, 0]
    for at in range(1, words):
        grown = total[:, :, None] + steps[None]
        back[:, at] = grown.argmax(1)
        total = grown.max(1) + scores[:, at]
    found = np.zeros((rows, words), np.int64)
    found[:, -1] = total.argmax(1)
    every = np.arange(rows)
    for at in range(words - 1, 0, -1):
        found[:, at - 1] = back[every, at, found[:, at]]
    return found


def runs(labels: NDArray[np.int64], begin: int, inside: int) -> list[tuple[int, int]]:
    """Stretches `[first, last)` of one row of labels that open with `begin` (or a stray `inside`) and go on with
    `inside`."""
    found: list[tuple[int, int]] = []
    at, count = 0, len(labels)
    while at < count:
        if labels[at] in (begin, inside):
            first = at
            at += 1
            while at < count and labels[at] == inside:
                at += 1
            found.append((first, at))
        else:
            at += 1
    return found
