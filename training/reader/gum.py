"""Windows with tags, dependencies, entities and coreference from the GUM treebank (Zeldes 2017)."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pourparler.core.evidence import Span
from pourparler.encoder.naming import KINDS
from pourparler.encoder.pieces import WordPieces
from pourparler.encoder.windows import Window, windows
from pourparler.text.tagging_features import TAGS
from pourparler.text.words import Token, tokens
from training.reader.texts import Text, prepare


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention in words `[first, last)` of a window, with its head word, kind and coreference group."""

    first: int
    last: int
    head: int
    kind: int
    group: str


@dataclass(frozen=True, slots=True)
class Example:
    """A window of GUM by word: number of the sentence, tag (-1 where the tokens do not agree), head (index in the
    window, the word itself for a root, -1 unknown), relation, and its mentions."""

    window: Window
    sentences: tuple[int, ...]
    tags: tuple[int, ...]
    heads: tuple[int, ...]
    relations: tuple[int, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of a document with their gold tags, heads and relations, all by word."""

    words: tuple[Token, ...]
    tags: tuple[int, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]


def documents(path: Path, split: str) -> list[dict[str, Any]]:
    """The documents of one split ("train", "dev", "test")."""
    with path.open(encoding="utf-8") as lines:
        return [found for line in lines if (found := json.loads(line))["split"] == split]


def relations_of(found: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """The relations of a set of documents, in order of the alphabet."""
    return tuple(sorted({token[3] for document in found for token in document["tokens"]}))


def examples(document: dict[str, Any], pieces: WordPieces, relations: Sequence[str], own: bool) -> Iterator[Example]:
    """The windows of a document: with GUM's tokens, or with `own` the package's."""
    runs = list(sentences(document, own))
    text = prepare(document["text"], pieces, runs)
    tree = _tree(document, text)
    mentions = _mentions(document, tree)
    known = {name: number for number, name in enumerate(relations)}
    for window in windows(text.document):
        first, last = window.first, window.last
        yield Example(
            window,
            tuple(text.document.sentences[first:last]),
            tree.tags[first:last],
            tuple(head - first if first <= head < last else -1 for head in tree.heads[first:last]),
            tuple(known.get(name, -1) for name in tree.relations[first:last]),
            tuple(
                Mention(m.first - first, m.last - first, m.head - first, m.kind, m.group)
                for m in mentions
                if first <= m.first and m.last <= last
            ),
        )


def sentences(document: dict[str, Any], own: bool) -> Iterator[tuple[int, Sequence[Token]]]:
    """Paragraph and tokens of each sentence."""
    text, gold = document["text"], document["tokens"]
    paragraph = at = before = 0
    for start, end in document["sentences"]:
        paragraph += "\n" in text[before:start]
        before = end
        inside = []
        while at < len(gold) and gold[at][0] < end:
            inside.append((gold[at][0], gold[at][1], text[gold[at][0] : gold[at][1]]))
            at += 1
        yield paragraph, tokens(text, start, end) if own else inside


def _tree(document: dict[str, Any], text: Text) -> Tree:
    """Gold tags and heads of the words of `text`: a word of several tokens takes those of the token whose head lies
    outside; a token cut in two gives nothing to its parts."""
    gold = document["tokens"]
    word_of: dict[int, int] = {}
    tops: list[int | None] = []
    sentence_start = _starts(document)
    at = 0
    for number, (start, end, _) in enumerate(text.words):
        while at < len(gold) and gold[at][1] <= start:
            at += 1
        covered = []
        ahead = at
        while ahead < len(gold) and gold[ahead][0] < end:
            covered.append(ahead)
            ahead += 1
        whole = covered and gold[covered[0]][0] == start and gold[covered[-1]][1] == end
        for token in covered:
            word_of.setdefault(token, number)
        outside = [t for t in covered if gold[t][4] == 0 or sentence_start[t] + gold[t][4] - 1 not in covered]
        tops.append(outside[0] if whole and outside else None)
    tags = tuple(-1 if top is None else TAGS.index(gold[top][2]) for top in tops)
    heads = []
    for number, top in enumerate(tops):
        if top is None:
            heads.append(-1)
        elif gold[top][4] == 0:
            heads.append(number)
        else:
            heads.append(word_of.get(sentence_start[top] + gold[top][4] - 1, -1))
    return Tree(text.words, tags, tuple(heads), tuple("" if top is None else gold[top][3] for top in tops))


def _starts(document: dict[str, Any]) -> list[int]:
    """For each token the index of its sentence's first token; heads are counted from it."""
    starts, at = [], 0
    for _, end in document["sentences"]:
        first = at
        while at < len(document["tokens"]) and document["tokens"][at][0] < end:
            starts.append(first)
            at += 1
    return starts


def _mentions(document: dict[str, Any], tree: Tree) -> list[Mention]:
    """The mentions of a document whose borders are borders of words; of two with one head the longer is kept."""
    begins = {word[0]: number for number, word in enumerate(tree.words)}
    finishes = {word[1]: number + 1 for number, word in enumerate(tree.words)}
    best: dict[int, Mention] = {}
    for entity in document["entities"]:
        span = Span(entity["s"], entity["e"])
        first, last = begins.get(span.start), finishes.get(span.end)
        if first is None or last is None or last <= first or entity["type"] not in KINDS:
            continue
        tops = [n for n in range(first, last) if not first <= tree.heads[n] < last or tree.heads[n] == n]
        head = tops[0] if tops else last - 1
        mention = Mention(first, last, head, KINDS.index(entity["type"]), str(entity["group"]))
        if head not in best or best[head].last - best[head].first < last - first:
            best[head] = mention
    return sorted(best.values(), key=lambda m: (m.first, m.last))
