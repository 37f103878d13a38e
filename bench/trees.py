"""The trained reader on GUM: tags and parse of its own words and sentences, beside the tagger that reads them alone.

Figures are shares of words in percent, punctuation counted: universal tags right; UAS, the head right; LAS, head and
relation right, and the same with subtypes of relations left out, as the CoNLL 2018 shared task counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.gum import PRESS, SPLITS, Document, documents, groups
from bench.places import shared

if TYPE_CHECKING:
    from pourparler.encoder.analysis import Analysis, Run

COLUMNS = ("words", "tags", "UAS", "LAS", "LAS plain")


@dataclass(frozen=True, slots=True)
class Tree:
    """What a system makes of the words of a document: tags, heads (a root is its own) and relations; without a parse
    the last two are empty."""

    tags: Sequence[str]
    heads: Sequence[int] = ()
    relations: Sequence[str] = ()


def gold() -> dict[str, list[Document]]:
    """The documents of the measured splits; raises Missing without the treebank."""
    found = list(documents(shared("data", "entities", "gum.jsonl")))
    return {split: [document for document in found if document.split == split] for split in SPLITS}


def seen(document: Document) -> Analysis:
    """What the trained reader sees in a document given in GUM's words and sentences; raises ModelError without its
    model."""
    text = document.text
    runs = [
        (paragraph, [(start, end, text[start:end]) for start, end in document.words[first:last]])
        for paragraph, (first, last) in zip(document.paragraphs, document.sentences, strict=True)
    ]
    return _analysed(text, runs)


def seen_text(text: str) -> Analysis:
    """What the trained reader sees in a text that it cuts itself; raises ModelError without its model."""
    from pourparler.text.sentences import cut

    return _analysed(text, list(cut(text)))


def _analysed(text: str, runs: Sequence[Run]) -> Analysis:
    from pourparler.encoder.analysis import analyse
    from pourparler.text.quotes import find_quotes

    return analyse(runs, [quote.inner for quote in find_quotes(text) if quote.depth == 0])


def by_reader(analysis: Analysis) -> Tree:
    """Tags and parse of the trained reader."""
    return Tree(analysis.tags, [int(head) for head in analysis.heads], analysis.relations)


def by_perceptron(document: Document) -> Tree:
    """Tags of the perceptron that the rule reader stands on."""
    from pourparler.text.tagging import tag

    forms = [document.text[start:end] for start, end in document.words]
    return Tree([one for first, last in document.sentences for one in tag(forms[first:last])])


def tally(document: Document, found: Tree) -> Counter[str]:
    """Words, and how many of them have the right tag, head, relation."""
    count = Counter({"words": len(document.words)})
    count["tags"] = sum(a == b for a, b in zip(document.tags, found.tags, strict=True))
    for at, (head, relation) in enumerate(zip(found.heads, found.relations, strict=True)):
        if head == document.heads[at]:
            told = document.relations[at]
            count["UAS"] += 1
            count["LAS"] += relation == told
            count["LAS plain"] += relation.split(":")[0] == told.split(":")[0]
    return count


def figures(counts: Sequence[Counter[str]]) -> dict[str, float]:
    """Words, and the other `COLUMNS` in percent of them, of several documents together."""
    whole: Counter[str] = sum(counts, Counter())
    words = whole["words"]
    return {name: float(words) if name == "words" else round(100 * whole[name] / max(1, words), 2) for name in COLUMNS}


def floor_figures() -> dict[str, dict[str, float]]:
    """For each split the figures that have floors, of all its documents and of the press."""
    from bench import mentions_score

    told: dict[str, dict[str, float]] = {}
    for split, found in gold().items():
        read = [seen(document) for document in found]
        counts = [tally(document, by_reader(one)) for document, one in zip(found, read, strict=True)]
        named = [mentions_score.named(one) for one in read]
        told[split] = {}
        for group in ("all", " + ".join(PRESS)):
            numbers = groups(found)[group]
            parts = figures([counts[n] for n in numbers])
            parts |= mentions_score.figures([found[n] for n in numbers], [named[n] for n in numbers])
            told[split] |= {f"{group}: {name}": value for name, value in parts.items() if name != "words"}
    return told


def report() -> str:
    """Tags and parse of both splits by genre, then mentions and who is meant again, all of one run."""
    from bench import mentions_score

    lines = []
    for split, found in gold().items():
        read = [seen(document) for document in found]
        sentences = sum(len(document.sentences) for document in found)
        lines += [f"== {split}: {len(found)} documents, {sentences} sentences, words and sentences as GUM has them", ""]
        reader = [tally(document, by_reader(one)) for document, one in zip(found, read, strict=True)]
        plain = [tally(document, by_perceptron(document)) for document in found]
        lines += table(found, {"perceptron": plain, "trained": reader})
        lines += ["", *mentions_score.tables(found, read), ""]
    return "\n".join(lines)


def table(found: Sequence[Document], systems: dict[str, list[Counter[str]]]) -> list[str]:
    """Lines of a table by group of documents: the words once, then each system's figures; tags alone where a system
    has no parse."""
    shown = {name: COLUMNS[1:] if figures(counts)["UAS"] else ("tags",) for name, counts in systems.items()}
    head = ["", "words", *(f"{name}: {' / '.join(columns)}" for name, columns in shown.items())]
    lines = [" | ".join(head), "|".join(["---"] * len(head))]
    for group, numbers in groups(found).items():
        cells = [group, str(sum(len(found[n].words) for n in numbers))]
        for name, columns in shown.items():
            told = figures([systems[name][n] for n in numbers])
            cells.append(" / ".join(f"{told[column]:.1f}" for column in columns))
        lines.append(" | ".join(cells))
    return lines
