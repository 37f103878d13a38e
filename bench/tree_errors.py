"""What the trained reader gets wrong in sentences of GUM's news and interviews, laid out to be read one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bench import trees
from bench.gum import PRESS, Document, Range
from bench.mentions_score import named

if TYPE_CHECKING:
    from pourparler.encoder.analysis import Analysis

SENTENCES = 40
"""Sentences shown, at even distances over those with `LEAST` words or more of the press of dev."""

LEAST = 6


def chosen(found: Sequence[Document]) -> list[tuple[int, Range]]:
    """The sentences to read: the index of the document and the words."""
    every = [
        (number, sentence)
        for number, document in enumerate(found)
        if document.genre in PRESS
        for sentence in document.sentences
        if sentence[1] - sentence[0] >= LEAST
    ]
    return [every[len(every) * n // SENTENCES] for n in range(min(SENTENCES, len(every)))]


def lay_out() -> str:
    """Each chosen sentence of dev with the errors in its tags, its parse and its mentions; gold before the arrow."""
    found = trees.gold()["dev"]
    read: dict[int, Analysis] = {}
    lines = []
    for count, (number, sentence) in enumerate(chosen(found), 1):
        document = found[number]
        if number not in read:
            read[number] = trees.seen(document)
        words = [document.text[start:end] for start, end in document.words]
        lines += ["", f"{count}. {' '.join(words[slice(*sentence)])}"]
        lines += [f"   {line}" for line in errors(document, read[number], sentence)]
    return "\n".join(lines)


def errors(document: Document, analysis: Analysis, sentence: Range) -> Iterator[str]:
    """One line an error of one sentence."""
    words = [document.text[start:end] for start, end in document.words]
    made = trees.by_reader(analysis)
    for at in range(*sentence):
        told = document.heads[at], document.relations[at]
        ours = made.heads[at], made.relations[at]
        if document.tags[at] != made.tags[at]:
            yield f"tag  {words[at]}: {document.tags[at]} -> {made.tags[at]}"
        if told != ours:
            yield f"tree {words[at]}: {told[1]} of {words[told[0]]} -> {ours[1]} of {words[ours[0]]}"
    gold = {(m.first, m.last, m.kind) for m in document.mentions if sentence[0] <= m.first < sentence[1]}
    found = {(m[0], m[1], m[3]) for m in named(analysis) if sentence[0] <= m[0] < sentence[1]}
    for sign, only in (("missed", gold - found), ("extra", found - gold)):
        for first, last, kind in sorted(only):
            yield f"{sign:6} {kind}: {' '.join(words[first:last])}"
