"""Windows with attributions from PolNeAR (Newell et al. 2018): who is quoted, by which cue, with which content."""

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pourparler.encoder.pieces import WordPieces
from pourparler.encoder.windows import LENGTH, Window, windows
from training.reader.texts import Text, prepare

FLAT = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
"""Labels of a word by itself."""

PAIR = ("O", "B-source", "I-source", "B-content", "I-content")
"""Labels of a word seen from one cue."""


@dataclass(frozen=True, slots=True)
class Quoting:
    """One attribution inside a window: words of its cue `[first, last)` and the label of every word seen from it."""

    first: int
    last: int
    labels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its labels; `sentences` and `paragraphs` number each word's."""

    window: Window
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]
    flat: tuple[int, ...]
    quoting: tuple[Quoting, ...]


def documents(path: Path) -> list[dict[str, Any]]:
    """The documents of a file in JSON lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def examples(document: dict[str, Any], pieces: WordPieces, length: int = LENGTH) -> Iterator[Example]:
    """The windows (at most `length` pieces) of one document of PolNeAR with their labels."""
    text = prepare(document["text"], pieces)
    ends = [word[1] for word in text.words]
    flat = [0] * len(ends)
    seen: list[tuple[range, dict[int, int]]] = []
    for quote in document["quotes"]:
        places = {role: [_words(text, ends, span) for span in quote[role]] for role in ("content", "source", "cue")}
        for role in ("content", "source", "cue"):
            for place in places[role]:
                _mark(flat, place, FLAT.index(f"B-{role}"))
        if places["cue"] and len(places["cue"][0]):
            labels: dict[int, int] = {}
            for role in ("content", "source"):
                for place in places[role]:
                    for at in place:
                        labels[at] = PAIR.index(f"B-{role}") + (at > place[0])
            seen.append((places["cue"][0], labels))
    for window in windows(text.document, length):
        yield _example(window, text, flat, seen)


def _words(text: Text, ends: Sequence[int], span: Sequence[int]) -> range:
    """The words that `span` (offsets) touches."""
    first = bisect_right(ends, span[0])
    last = first
    while last < len(text.words) and text.words[last][0] < span[1]:
        last += 1
    return range(first, last)


def _mark(flat: list[int], place: range, label: int) -> None:
    for at in place:
        flat[at] = label + (at > place[0])


def _example(window: Window, text: Text, flat: Sequence[int], seen: Sequence[tuple[range, dict[int, int]]]) -> Example:
    """One window with the labels of its words and of the cues that begin in it."""
    first, last = window.first, window.last
    quoting = tuple(
        Quoting(cue[0] - first, min(cue[-1] + 1, last) - first, tuple(labels.get(at, 0) for at in range(first, last)))
        for cue, labels in seen
        if first <= cue[0] < last
    )
    return Example(
        window,
        tuple(text.document.sentences[first:last]),
        tuple(text.document.paragraphs[first:last]),
        tuple(flat[first:last]),
        quoting,
    )
