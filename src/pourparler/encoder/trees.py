"""Tags and dependencies off the vectors of a sentence's words: a biaffine parse (Dozat and Manning 2017)."""

import numpy as np
from numpy.typing import NDArray

from pourparler.encoder.weights import Array

Heads = NDArray[np.int64]

MOST_ROOTS = 8
"""Roots of which the best tree is sought; the first is right nearly always, and a long list must not take long."""


def bent(x: Array) -> Array:
    """The Gaussian error linear unit, by its usual tanh form."""
    found: Array = 0.5 * x * (1 + np.tanh(np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x)))
    return found


def arcs(x: Array, weights: dict[str, Array]) -> Heads:
    """The head of each word of one sentence as an index into it; the root is its own head. Always a tree."""
    word = bent(x @ weights["arc_word.weight"].T + weights["arc_word.bias"])
    head = bent(x @ weights["arc_head.weight"].T + weights["arc_head.bias"])
    scores = word @ weights["arc"] @ head.T + (head @ weights["arc_bias.weight"].T + weights["arc_bias.bias"]).T
    return tree(scores)


def labels(x: Array, heads: Heads, weights: dict[str, Array]) -> NDArray[np.int64]:
    """The number of the relation of each word to its head."""
    word = bent(x @ weights["label_word.weight"].T + weights["label_word.bias"])
    head = bent(x @ weights["label_head.weight"].T + weights["label_head.bias"])[heads]
    relations, width, _ = weights["label"].shape
    crossed = (word @ weights["label"].transpose(1, 0, 2).reshape(width, -1)).reshape(len(x), relations, width)
    scores = np.einsum("nrj,nj->nr", crossed, head)
    scores += np.concatenate([word, head], 1) @ weights["label_bias.weight"].T + weights["label_bias.bias"]
    found: NDArray[np.int64] = scores.argmax(1)
    return found


def tree(scores: Array) -> Heads:
    """The best tree under `scores` [word, head], a word's own place standing for the root: the best head of each
    word where that is a tree, else by the procedure of Chu and Liu (1965) and Edmonds (1967). Roots are tried in order
    of the most that a tree can have with them, until none left can be better or `MOST_ROOTS` are."""
    count = len(scores)
    told = scores.astype(np.float64)
    alone = np.diagonal(told).copy()
    np.fill_diagonal(told, -np.inf)
    top = told.max(1) if count > 1 else np.zeros(1)
    gain = alone - top
    found, best = np.zeros(count, np.int64), -np.inf
    for root in np.argsort(-gain, kind="stable")[:MOST_ROOTS].tolist():
        if top.sum() + gain[root] <= best:
            break
        heads = _spanning(told, root)
        heads[root] = root
        sum_of = alone[root] + np.delete(told[np.arange(count), heads], root).sum()
        if sum_of > best:
            found, best = heads, sum_of
    return found


def _spanning(scores: NDArray[np.float64], root: int) -> Heads:
    """The best tree that hangs from `root`; `scores` is [word, head] without words as their own head."""
    heads = scores.argmax(1) if len(scores) > 1 else np.zeros(1, np.int64)
    heads[root] = root
    ring = np.array(_ring(heads, root), np.int64)
    if not len(ring):
        return heads
    inside = np.zeros(len(scores), bool)
    inside[ring] = True
    outside = np.flatnonzero(~inside)
    kept = scores[ring, heads[ring]]
    enter = scores[np.ix_(ring, outside)] - kept[:, None]
    leave = scores[np.ix_(outside, ring)]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1] = enter.max(0)
    small[:-1, -1] = leave.max(1)
    above = _spanning(small, int(np.flatnonzero(outside == root)[0]))
    for place, word in enumerate(outside):
        if word != root:
            head = above[place]
            heads[word] = outside[head] if head < len(outside) else ring[int(leave[place].argmax())]
    opened = int(enter[:, above[-1]].argmax())
    heads[ring[opened]] = outside[above[-1]]
    return heads


def _ring(heads: Heads, root: int) -> list[int]:
    """Words that hang from one another in a ring; empty when there is none."""
    state = np.zeros(len(heads), np.int8)
    state[root] = 2
    for start in range(len(heads)):
        path = []
        at = start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if state[at] == 1:
            return path[path.index(at) :]
        state[path] = 2
    return []
