"""Phrases against the corpus: how the product cuts what positions are on, what conditions block and require, and how
instruments are called, beside the words that are cited there.

Frames are laid side by side as in `bench.frames_score`. A phrase is *same* when it has the words cited, or those of the
label beside them, but for articles, auxiliaries, "to" and pronouns; *head* when the word that the rest hangs from is
the same one in the text; *shared* is the F1 of words, the better of both. *Whole* is the share of all phrases of the
reader, found in the gold or not, that neither begin nor end with a word that something must stand beside.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.corpus_score import negotiations_of
from bench.frames_score import entries, met
from pourparler.core.evidence import Span
from pourparler.core.reading import Reading
from pourparler.reading.phrasing.phrased import Cutter
from pourparler.reading.phrasing.tree import Tree, tree_of
from pourparler.reading.scene import Line
from pourparler.reading.trained import TrainedReader, seen
from training.corpus.model import Document
from training.corpus.readings import Annotated, annotated

FIELDS = {"positions": ("issue",), "conditions": ("blocks", "requires"), "instruments": ("title",)}
FIGURES = ("same", "head", "shared", "whole")

SMALL = frozenset(
    """a an the any this that these those to there i you he she it we they be is are was were been being am will would
    shall should can could may might must has have had do does did""".split()
)
"""Words that do not count."""

_OPEN = """a an the of to in on for with by at from into and or but that which if unless until than as is are was were
    will would shall should could may might must has have had its their his her our my no we they he she i between
    among under over without within against""".split()
OPENING = frozenset((*_OPEN, "it", "you", "there")) - {
    "a",
    "an",
    "the",
    "its",
    "their",
    "his",
    "her",
    "our",
    "my",
    "no",
    "at",
    "over",
}
"""Words that no phrase begins with, among them pronouns before a verb."""

CLOSING = frozenset(_OPEN) - {"over", "in", "on", "by", "her", "that", "as"}
"""Words that no phrase ends with; those that may be particles or pronouns are left out."""


def score(side: str) -> dict[str, float]:
    """The figures of one side of the split, by field and figure."""
    tally: Counter[str] = Counter()
    for found in negotiations_of(side):
        documents = dict(found.reports)
        for (name, _), one in zip(found.reports, annotated(found), strict=True):
            _Side(one, documents[name], TrainedReader().read(one.report)).count(tally)
    return _figures(tally)


class _Side:
    """One report as annotated and as read."""

    def __init__(self, one: Annotated, document: Document, ours: Reading) -> None:
        self.one, self.document, self.ours = one, document, ours
        scene, analysis = seen(one.report)
        self.trees = {line.number: tree_of(line, analysis) for line in scene.lines}
        self.scene, self.cutter = scene, Cutter(scene, self._tree)

    def _tree(self, line: Line) -> Tree:
        return self.trees[line.number]

    def count(self, tally: "Counter[str]") -> None:
        """Add this report."""
        for kind, fields in FIELDS.items():
            for frame in getattr(self.ours, kind):
                for name in fields:
                    tally[f"{name} all"] += 1
                    tally[f"{name} whole"] += is_whole(getattr(frame, name))
            for name, spans, label, frame in self._pairs(kind, fields):
                cited = " ".join(span.of(self.document.text) for span in spans)
                phrase = getattr(frame, name)
                tally[f"{name} of"] += 1
                tally[f"{name} same"] += any(told(phrase) == told(gold) for gold in (cited, label) if told(gold))
                tally[f"{name} shared"] += max(shared(phrase, gold) for gold in (cited, label))  # type: ignore[assignment]
                tally[f"{name} head"] += self._same_head(phrase, frame.evidence, spans[0])

    def _pairs(self, kind: str, fields: Sequence[str]) -> Iterator[tuple[str, tuple[Span, ...], str, Any]]:
        """Fields that the gold cites words for: their spans and label, and the frame of ours beside them."""
        gold, records = getattr(self.one.reading, kind), {one.id: one for one in self.document.records}
        ids = self.one.records[kind.removesuffix("s")]
        ours, known = entries(getattr(self.ours, kind)), entries(gold)
        for i, j in met(known, ours):
            record = records[ids[next(n for n, frame in enumerate(gold) if frame is known[i][0])]]
            for name in fields:
                field = record.get(name)
                if field is not None and field.spans:
                    yield name, field.spans, field.label or "", ours[j][0]

    def _same_head(self, phrase: str, near: Span, cited: Span) -> bool:
        line = self.scene.lines[self.scene.page.sentence_at(cited.start)]
        inside = [at for at, word in enumerate(line.words) if cited.start <= word.start < cited.end]
        placed = self.cutter.placed(phrase, near)
        if not inside or placed is None or placed.line.number != line.number:
            return False
        tree = self.trees[line.number]
        return tree.root((inside[0], inside[-1] + 1)) == tree.root(placed.words)


def told(phrase: str) -> tuple[str, ...]:
    """The words of a phrase that count, in small letters; all of them where none does."""
    words = tuple(re.findall(r"\w+(?:[-’']\w+)*", phrase.lower()))
    return tuple(word for word in words if word not in SMALL) or words


def shared(one: str, other: str) -> float:
    """The F1 of the words of two phrases."""
    mine, theirs = Counter(told(one)), Counter(told(other))
    return 2 * (mine & theirs).total() / max(1, (mine + theirs).total())


def is_whole(phrase: str) -> bool:
    """True for a phrase that does not begin or end with a word that something must stand beside."""
    words = re.findall(r"[\w’'-]+", phrase.lower())
    if not words:
        return False
    return len(words) == 1 or not (words[0] in OPENING or words[-1] in CLOSING or _crosses(phrase))


def _crosses(phrase: str) -> bool:
    return bool(re.search(r"[:;–—]|\s-\s", phrase))


def _figures(tally: Mapping[str, float]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name in (name for fields in FIELDS.values() for name in fields):
        for figure in FIGURES:
            of = tally[f"{name} all"] if figure == "whole" else tally[f"{name} of"]
            found[f"{name} {figure}"] = round(tally[f"{name} {figure}"] / max(1, of), 3)
    return found


def report(figures: Mapping[str, float]) -> str:
    """The figures as a table."""
    names = [name for fields in FIELDS.values() for name in fields]
    lines = [f"{'':10}" + "".join(f"{figure:>9}" for figure in FIGURES)]
    lines += [f"{name:10}" + "".join(f"{figures[f'{name} {figure}']:9.3f}" for figure in FIGURES) for name in names]
    return "\n".join(lines)
