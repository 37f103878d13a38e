"""Attributions off the word vectors of a window: cues first, then what each cue has for source and content.

Cues are the best row of labels of the words by themselves; source and content are the best row of labels of the words
as seen from one cue, so that two cues may share a source and a content may lie in two parts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pourparler.encoder.buckets import distance_buckets, sentence_buckets
from pourparler.encoder.chain import best_labels, runs
from pourparler.encoder.weights import Array
from pourparler.encoder.windows import Window

Words = tuple[int, int]
"""Words `[first, last)` of a document."""

CUE = (3, 4)
PLAIN_CONTENT = (5, 6)
"""Labels that begin and go on a cue and a content, of a word by itself."""

SOURCE, CONTENT = (1, 2), (3, 4)
"""Labels that begin and go on a source and a content, of a word seen from a cue."""


AGREED = 0.6
"""Least share of their joint words from which a content seen from a cue takes its borders from the content that the
words give by themselves, which has them right more often. Set on PolNeAR dev."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One attribution in words of the document; `source` and `content` may have several parts or none."""

    cue: Words
    source: tuple[Words, ...]
    content: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A window with the vectors of its words."""

    window: Window
    vectors: Array


def voices(found: Sequence[Seen], sentences: Sequence[int], heads: dict[str, Array]) -> list[Voice]:
    """The attributions of a document, each from the window in which its cue begins fresh; `sentences` are the numbers
    of the sentences of the document's words."""
    flat = best_labels(
        [seen.vectors @ heads["flat.weight"].T + heads["flat.bias"] for seen in found], heads["flat_steps"]
    )
    plain: list[Words] = []
    cues: list[tuple[Window, Words]] = []
    scores: list[Array] = []
    for seen, labels in zip(found, flat, strict=True):
        window = seen.window
        plain += [moved(run, window) for run in runs(labels, *PLAIN_CONTENT)]
        here = [cue for cue in runs(labels, *CUE) if cue[0] >= window.fresh - window.first]
        cues += [(window, cue) for cue in here]
        if here:
            scores += list(_seen(seen.vectors, here, sentences[window.first : window.last], heads))
    told = []
    for (window, cue), labels in zip(cues, best_labels(scores, heads["pair_steps"]), strict=True):
        source, content = ([moved(r, window) for r in runs(labels, *role)] for role in (SOURCE, CONTENT))
        if content:
            told.append(Voice(moved(cue, window), tuple(source), tuple(_settled(run, plain) for run in content)))
    return told


def _settled(run: Words, plain: Sequence[Words]) -> Words:
    """The borders of a content: those of the plain one that mostly agrees with it, else its own."""

    def agreed(other: Words) -> float:
        return max(0, min(run[1], other[1]) - max(run[0], other[0])) / (max(run[1], other[1]) - min(run[0], other[0]))

    best = max(plain, key=agreed, default=run)
    return best if agreed(best) >= AGREED else run


def moved(run: Words, window: Window) -> Words:
    """Words of a window as words of the document."""
    return run[0] + window.first, run[1] + window.first


def beside(seen: Array, around: Sequence[Array], bias: Array) -> Array:
    """What is seen of each word, what is below nothing cut off in place, put together with that of the words before and
    after it; `around` are the weights of these three."""
    np.maximum(seen, 0, out=seen)
    joined: Array = seen @ around[1] + bias
    joined[1:] += seen[:-1] @ around[0]
    joined[:-1] += seen[1:] @ around[2]
    np.maximum(joined, 0, out=joined)
    return joined


def _seen(x: Array, cues: Sequence[Words], sentences: Sequence[int], heads: dict[str, Array]) -> Array:
    """Scores [cue, word, label] of every word of the window as seen from each cue."""
    count = len(x)
    words = x @ heads["word.weight"].T + heads["word.bias"]
    means = np.stack([x[first:last].mean(0) for first, last in cues])
    cue = means @ heads["cue.weight"].T + heads["cue.bias"]
    near = heads["near.weight"]
    around = [np.ascontiguousarray(near[:, :, place].T) for place in range(3)]
    alone = x @ heads["alone.weight"].T + heads["alone.bias"]
    found = np.empty((len(cues), count, alone.shape[1]), np.float32)
    for number, (first, last) in enumerate(cues):
        seen = words + cue[number]
        seen += heads["distance.weight"][distance_buckets(count, first, last)]
        seen += heads["sentence.weight"][sentence_buckets(sentences, sentences[first])]
        joined = beside(seen, around, heads["near.bias"])
        found[number] = joined @ heads["pair.weight"].T + heads["pair.bias"] + alone
    return found
