"""A document cut into windows that the encoder reads in one piece: whole paragraphs where they fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparler.encoder.pieces import CLS, SEP

LENGTH = 256
"""Pieces of one window, marks counted: longer windows read slower (attention grows with the square)."""

BEFORE = 24
"""Pieces of the text just before a window that are shown to the encoder again, so that pronouns and open quotations
keep their beginning."""


@dataclass(frozen=True, slots=True)
class Document:
    """The words of one text as the encoder takes them, all lists by word: pieces, shapes, number of the sentence and
    of the paragraph."""

    pieces: Sequence[tuple[int, ...]]
    shapes: Sequence[int]
    sentences: Sequence[int]
    paragraphs: Sequence[int]


@dataclass(frozen=True, slots=True)
class Window:
    """Words `[first, last)` of a document as pieces; words before `fresh` are shown again for their context only.
    `starts` is the place of each word's first piece."""

    first: int
    fresh: int
    last: int
    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    starts: tuple[int, ...]


def windows(document: Document, length: int = LENGTH, before: int = BEFORE) -> Iterator[Window]:
    """The windows of a document in order; each word is fresh in one of them."""
    at = 0
    while at < len(document.pieces):
        first = _context(document, at, before)
        last = _fill(document, at, length - 2 - _cost(document, first, at))
        yield _window(document, first, at, last)
        at = last


def _cost(document: Document, first: int, last: int) -> int:
    """Pieces that words `[first, last)` take up, a mark at each new paragraph counted."""
    marks = (
        sum(document.paragraphs[at] != document.paragraphs[at - 1] for at in range(first + 1, last + 1))
        if first < last
        else 0
    )
    return sum(map(len, document.pieces[first:last])) + marks


def _context(document: Document, at: int, before: int) -> int:
    """The first word of the context shown before word `at`: at most `before` pieces."""
    first, room = at, before
    while first > 0 and len(document.pieces[first - 1]) < room:
        first -= 1
        room -= len(document.pieces[first])
    return first


def _fill(document: Document, first: int, room: int) -> int:
    """The end of a window that begins at word `first` and takes `room` pieces: the last end of a paragraph that
    fits, else of a sentence, else of a word."""
    ends: dict[str, int] = {}
    at, used = first, 0
    count = len(document.pieces)
    while at < count:
        mark = int(at > first and document.paragraphs[at] != document.paragraphs[at - 1])
        if mark:
            ends["paragraph"] = at
        elif at > first and document.sentences[at] != document.sentences[at - 1]:
            ends["sentence"] = at
        used += len(document.pieces[at]) + mark
        if used > room:
            break
        at += 1
    if at == count:
        return count
    return ends.get("paragraph", ends.get("sentence", max(at, first + 1)))


def _window(document: Document, first: int, fresh: int, last: int) -> Window:
    """The window over words `[first, last)`."""
    pieces, shapes, starts = [CLS], [0], []
    for at in range(first, last):
        if at > first and document.paragraphs[at] != document.paragraphs[at - 1]:
            pieces.append(SEP)
            shapes.append(0)
        starts.append(len(pieces))
        pieces.extend(document.pieces[at])
        shapes.extend([document.shapes[at]] * len(document.pieces[at]))
    return Window(first, fresh, last, (*pieces, SEP), (*shapes, 0), tuple(starts))
