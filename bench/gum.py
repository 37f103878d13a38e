"""The treebank GUM (Zeldes 2017) as gold: its own words and sentences, trees, mentions and who is meant again.

`../shared/data/entities/gum.jsonl`, eight genres of GUM 11, each document in the split that GUM has it in.
Standard library only, so that a peer's environment can read it too.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SPLITS = ("dev", "test")
"""The splits that are measured; the third, "train", is what the readers have learned from."""

PRESS = ("news", "interview")
"""Genres of the press: the ones nearest to what the product reads, with a line of their own in every table."""

Range = tuple[int, int]
"""Words `[first, last)` of a document."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `[first, last)` of a document that name something, with the word that heads them, the kind (person,
    place...) and who is meant (`group`; the same for every mention of one)."""

    first: int
    last: int
    head: int
    kind: str
    group: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document by word: offsets, universal tags, heads (index of a word, a root is its own), relations; sentences
    as ranges of words with the number of their paragraph; mentions by place."""

    name: str
    genre: str
    split: str
    text: str
    words: tuple[Range, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    sentences: tuple[Range, ...]
    paragraphs: tuple[int, ...]
    mentions: tuple[Mention, ...]


def documents(path: Path, splits: tuple[str, ...] = SPLITS) -> Iterator[Document]:
    """The documents of `splits` in the order of the file."""
    with path.open(encoding="utf-8") as lines:
        for line in filter(str.strip, lines):
            row = json.loads(line)
            if row["split"] in splits:
                yield _document(row)


def groups(found: Sequence[Document]) -> dict[str, list[int]]:
    """The indexes of `found` by genre, then those of the press together, then all."""
    by: dict[str, list[int]] = {}
    for number, document in enumerate(found):
        by.setdefault(document.genre, []).append(number)
    press = [number for genre in PRESS for number in by.get(genre, [])]
    return {**dict(sorted(by.items())), " + ".join(PRESS): press, "all": list(range(len(found)))}


def _document(row: dict[str, Any]) -> Document:
    """One document of the file: a token is [start, end, tag, relation, head], the head counted from 1 in its sentence,
    0 for a root."""
    tokens = row["tokens"]
    sentences, paragraphs, heads = [], [], []
    at = before = paragraph = 0
    for start, end in row["sentences"]:
        paragraph += "\n" in row["text"][before:start]
        before, first = end, at
        while at < len(tokens) and tokens[at][0] < end:
            heads.append(first + tokens[at][4] - 1 if tokens[at][4] else at)
            at += 1
        sentences.append((first, at))
        paragraphs.append(paragraph)
    begins = {token[0]: number for number, token in enumerate(tokens)}
    finishes = {token[1]: number + 1 for number, token in enumerate(tokens)}
    mentions = []
    for told in row["entities"]:
        first, last = begins[told["s"]], finishes[told["e"]]
        mentions.append(Mention(first, last, head_of((first, last), heads), told["type"], told["group"]))
    return Document(
        name=row["id"],
        genre=row["genre"],
        split=row["split"],
        text=row["text"],
        words=tuple((token[0], token[1]) for token in tokens),
        tags=tuple(token[2] for token in tokens),
        heads=tuple(heads),
        relations=tuple(token[3] for token in tokens),
        sentences=tuple(sentences),
        paragraphs=tuple(paragraphs),
        mentions=tuple(sorted(mentions, key=lambda m: (m.first, -m.last))),
    )


def head_of(words: Range, heads: list[int] | tuple[int, ...]) -> int:
    """The first of `words` whose head lies outside of them or that is a root."""
    first, last = words
    return next((at for at in range(first, last) if heads[at] == at or not first <= heads[at] < last), last - 1)
