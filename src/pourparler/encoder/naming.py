"""Mentions and who is meant again, off word vectors: each mention by its head word, as in word-level coreference
(Dobrovolskii 2021)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pourparler.encoder.weights import Array
from pourparler.encoder.windows import Window

KINDS = (
    *("none", "person", "organization", "place", "event", "time", "object", "abstract"),
    *("substance", "animal", "plant"),
)
"""Kinds of mention, by index, as GUM has them."""


@dataclass(frozen=True, slots=True)
class Named:
    """A mention in words `[first, last)` of the document, with its head word, kind, and the head word of the mention
    before it that names the same (None for the first). `sure` is how much likelier that one is than none or another,
    0 to 1."""

    first: int
    last: int
    head: int
    kind: str
    before: int | None
    sure: float


def kinds(x: Array, weights: dict[str, Array]) -> NDArray[np.int64]:
    """The number of the kind of mention that each word heads, 0 for none."""
    found: NDArray[np.int64] = (x @ weights["kind.weight"].T + weights["kind.bias"]).argmax(1)
    return found


def borders(x: Array, heads: NDArray[np.int64], weights: dict[str, Array]) -> list[tuple[int, int]]:
    """Where the mentions with head words `heads` of one sentence begin and end, `[first, last)`; the head is inside."""
    begin = (x[heads] @ weights["begin_head.weight"].T + weights["begin_head.bias"]) @ (
        x @ weights["begin_word.weight"].T + weights["begin_word.bias"]
    ).T
    end = (x[heads] @ weights["end_head.weight"].T + weights["end_head.bias"]) @ (
        x @ weights["end_word.weight"].T + weights["end_word.bias"]
    ).T
    at = np.arange(len(x))
    first = np.where(at[None] <= heads[:, None], begin, -np.inf).argmax(1)
    last = np.where(at[None] >= heads[:, None], end, -np.inf).argmax(1)
    return [(int(a), int(b) + 1) for a, b in zip(first, last, strict=True)]


def antecedents(
    x: Array, heads: NDArray[np.int64], told: tuple[Sequence[str], Sequence[int]], weights: dict[str, Array]
) -> list[tuple[int | None, float]]:
    """For each mention (head words `heads` of a window, in order) the index of the earlier one that names the same,
    None for none, and the probability; `told` are the words in lower case and the sentences of the window."""
    if not len(heads):
        return []
    forms, sentences = told
    words = [forms[at] for at in heads]
    where = np.array([sentences[at] for at in heads])
    mine = x[heads]
    later = mine @ weights["later.weight"].T + weights["later.bias"]
    earlier = mine @ weights["earlier.weight"].T + weights["earlier.bias"]
    scores = later @ earlier.T / np.sqrt(np.float32(later.shape[1]))
    scores += weights["alike.weight"][[[alike(a, b) for b in words] for a in words], 0]
    scores += weights["far.weight"][np.clip(where[:, None] - where[None], 0, 6), 0]
    scores[np.triu_indices(len(heads))] = -1e9
    whole = np.concatenate([mine @ weights["none.weight"].T + weights["none.bias"], scores], 1)
    whole = np.exp(whole - whole.max(1, keepdims=True))
    whole /= whole.sum(1, keepdims=True)
    best = whole.argmax(1)
    return [(int(b) - 1 if b else None, float(whole[row, b])) for row, b in enumerate(best)]


def alike(one: str, other: str) -> int:
    """0 different words, 1 the same word, 2 one begins like the other."""
    if one == other:
        return 1
    return 2 if min(len(one), len(other)) >= 4 and one[:4] == other[:4] else 0


def of_window(window: Window, found: NDArray[np.int64]) -> NDArray[np.int64]:
    """The heads `found` (words of the document) that lie in a window, as words of the window."""
    inside = found[(found >= window.first) & (found < window.last)]
    return np.asarray(inside - window.first)
