"""The dependency tree of one sentence, asked for the borders of what stands in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparler.encoder.analysis import Analysis
from pourparler.reading.scene import Line
from pourparler.text.words import Word

Words = tuple[int, int]
"""Words `[first, last)` of a sentence."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of a line with their heads, as indices into it (a root is its own), and their relations to them without
    subtypes, but for those in `KEPT` (Universal Dependencies 2)."""

    line: Line
    heads: tuple[int, ...]
    relations: tuple[str, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the sentence."""
        return self.line.words

    def low(self, at: int) -> str:
        """The word at `at` in small letters."""
        return self.words[at].text.lower()

    def children(self, at: int) -> Iterator[int]:
        """The words that hang from the word at `at`, in the order of the text."""
        return (word for word, head in enumerate(self.heads) if head == at != word)

    def child(self, at: int, *relations: str) -> int | None:
        """The first word that hangs from the word at `at` in one of these relations."""
        return next((word for word in self.children(at) if self.relations[word] in relations), None)

    def under(self, at: int, top: int) -> bool:
        """True when the word at `at` is `top` or hangs from it, at whatever depth."""
        while at != top and self.heads[at] != at:
            at = self.heads[at]
        return at == top

    def whole(self, at: int) -> Words:
        """The words from the first to the last of all that hangs from the word at `at`."""
        below = [word for word in range(len(self.heads)) if self.under(word, at)]
        return below[0], below[-1] + 1

    def roots(self, words: Words) -> list[int]:
        """The words of a range that hang from nothing in it, marks left out."""
        first, last = words
        return [
            at
            for at in range(first, last)
            if self.words[at].tag != "PUNCT" and (self.heads[at] == at or not first <= self.heads[at] < last)
        ]

    def root(self, words: Words) -> int | None:
        """The word of a range that most of it hangs from, the first of several; None where it has only marks."""
        found = self.roots(words)
        return max(found, key=lambda at: (self.held(at, words), -at), default=None)

    def held(self, at: int, words: Words) -> int:
        """How many words of a range hang from the word at `at`, itself counted."""
        return sum(self.under(word, at) for word in range(*words))


KEPT = ("nmod:poss", "nmod:unmarked", "obl:unmarked", "compound:prt", "acl:relcl", "nsubj:pass", "aux:pass")
"""Relations whose subtype tells something that phrases are cut by."""


def tree_of(line: Line, analysis: Analysis) -> Tree:
    """The tree of a line of the report that was analysed."""
    first, _ = analysis.sentences[line.number]
    heads = tuple(int(head) - first for head in analysis.tree(line.number))
    return Tree(line, heads, plain(analysis.labels(line.number)))


def plain(relations: Sequence[str]) -> tuple[str, ...]:
    """Relations without the subtypes that tell nothing here."""
    return tuple(name if name in KEPT else name.partition(":")[0] for name in relations)
