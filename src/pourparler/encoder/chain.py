"""The best row of labels under a linear chain (Viterbi 1967)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pourparler.encoder.weights import Array


def best_labels(scores: Sequence[Array], steps: Array) -> list[NDArray[np.int64]]:
    """For each of `scores` [word, label] the labels whose summed scores and `steps` [from, to] are highest; rows of
    different lengths are walked through together. Rows with steps of their own give them as [row, from, to]."""
    if not scores:
        return []
    order = sorted(range(len(scores)), key=lambda n: -len(scores[n]))
    lengths = np.array([len(scores[n]) for n in order])
    rows, words, labels = len(order), int(lengths[0]), steps.shape[-1]
    whole = np.zeros((words, rows, labels), np.float32)
    for row, number in enumerate(order):
        whole[: lengths[row], row] = scores[number]
    alive = np.searchsorted(-lengths, -np.arange(words), side="left")
    back = np.zeros((words, rows, labels), np.int8)
    total = whole[0].copy()
    turned = np.ascontiguousarray(np.swapaxes(steps, -1, -2))
    turned = turned[order] if steps.ndim > 2 else np.broadcast_to(turned, (rows, labels, labels))
    for at in range(1, words):
        on = alive[at]
        grown = total[:on, None, :] + turned[:on]
        back[at, :on] = grown.argmax(2)
        total[:on] = grown.max(2) + whole[at, :on]
    found = np.zeros((words, rows), np.int64)
    every = np.arange(rows)
    found[lengths - 1, every] = total.argmax(1)
    for at in range(words - 1, 0, -1):
        on = every[: alive[at]]
        found[at - 1, on] = back[at, on, found[at, on]]
    told = {number: found[: lengths[row], row] for row, number in enumerate(order)}
    return [told[number] for number in range(rows)]


def runs(labels: NDArray[np.int64], begin: int, inside: int) -> list[tuple[int, int]]:
    """Stretches `[first, last)` of one row of labels that open with `begin` (or a stray `inside`) and go on with
    `inside`."""
    found: list[tuple[int, int]] = []
    open_at = -1
    for at, label in enumerate(labels.tolist()):
        if open_at >= 0 and label != inside:
            found.append((open_at, at))
            open_at = -1
        if label == begin or (label == inside and open_at < 0):
            open_at = at
    return [*found, (open_at, len(labels))] if open_at >= 0 else found
