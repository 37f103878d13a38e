"""One pass of the encoder over a text, and what its heads read off it; what is not asked for is not computed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pourparler.core.evidence import Span
from pourparler.encoder import attribution, callings, frames, naming, trees
from pourparler.encoder.attribution import Seen, Voice
from pourparler.encoder.callings import Called
from pourparler.encoder.frames import Framed
from pourparler.encoder.naming import Named
from pourparler.encoder.pieces import shapes
from pourparler.encoder.session import pieces, vectors
from pourparler.encoder.weights import Array, load
from pourparler.encoder.windows import Document, Window, windows
from pourparler.encoder.word_classes import possible
from pourparler.text.tagging_features import TAGS
from pourparler.text.words import Token

Run = tuple[int, Sequence[Token]]
"""One sentence: the number of its paragraph and its tokens."""


@dataclass(frozen=True)
class Analysis:
    """The words of a text with their vectors, and the heads that read them; indices are words of the text."""

    words: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    windows: tuple[Window, ...]
    seen: tuple[Array, ...]
    document: Document
    weights: dict[str, Array] = field(repr=False)
    _trees: dict[int, NDArray[np.int64]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def states(self) -> Array:
        """The vector [word, 384] of each word, from the window in which it is fresh."""
        parts = [x[w.fresh - w.first :] for w, x in zip(self.windows, self.seen, strict=True)]
        return np.concatenate(parts) if parts else np.zeros((0, 384), np.float32)

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The universal tag of each word."""
        scores = self.states @ self._of("syntax")["tags.weight"].T + self._of("syntax")["tags.bias"]
        allowed = [possible(form) for _, _, form in self.words]
        if not allowed:
            return ()
        return tuple(TAGS[number] for number in np.where(np.stack(allowed), scores, -np.inf).argmax(1))

    @cached_property
    def heads(self) -> NDArray[np.int64]:
        """The head of each word; a root is its own head."""
        parts = [self.tree(number) for number in range(len(self.sentences))]
        return np.concatenate(parts) if parts else np.zeros(0, np.int64)

    def tree(self, sentence: int) -> NDArray[np.int64]:
        """The head of each word of one sentence, by its number; a root is its own head."""
        if sentence not in self._trees:
            a, b = self.sentences[sentence]
            self._trees[sentence] = trees.arcs(self.states[a:b], self._of("syntax")) + a
        return self._trees[sentence]

    @cached_property
    def relations(self) -> tuple[str, ...]:
        """The relation of each word to its head (Universal Dependencies 2)."""
        return tuple(name for number in range(len(self.sentences)) for name in self.labels(number))

    def labels(self, sentence: int) -> tuple[str, ...]:
        """The relation of each word of one sentence to its head, by the number of the sentence."""
        a, b = self.sentences[sentence]
        names = load().relations
        heads = self.tree(sentence) - a
        return tuple(names[number] for number in trees.labels(self.states[a:b], heads, self._of("syntax")))

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """The attributions, by cue."""
        return tuple(attribution.voices(self._windows, self.document.sentences, self._of("voices")))

    @cached_property
    def frames(self) -> tuple[Framed, ...]:
        """The frames of meetings, positions, conditions and instruments, in the order of the words."""
        return frames.frames(self._windows, self._told, self._of("frames"))

    @cached_property
    def called(self) -> tuple[Called, ...]:
        """The namings of actors, by name or by description, in the order of the words."""
        return callings.called(self._windows, self._told, self._of("frames"))

    @property
    def _windows(self) -> list[Seen]:
        return [Seen(window, x) for window, x in zip(self.windows, self.seen, strict=True)]

    @property
    def _told(self) -> tuple[Sequence[int], Sequence[str]]:
        """The sentence and the form in lower case of each word."""
        return self.document.sentences, [form.lower() for _, _, form in self.words]

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kind of mention that each word heads, "none" where it heads none."""
        return tuple(naming.KINDS[number] for number in naming.kinds(self.states, self._of("mentions")))

    @cached_property
    def mentions(self) -> tuple[Named, ...]:
        """The mentions of persons, bodies, places and things, by head word."""
        weights = self._of("mentions")
        heads = np.array([at for at, kind in enumerate(self.kinds) if kind != "none"], np.int64)
        before = self._antecedents(heads)
        found = []
        for a, b in self.sentences:
            here = heads[(heads >= a) & (heads < b)]
            if len(here):
                for head, (first, last) in zip(here, naming.borders(self.states[a:b], here - a, weights), strict=True):
                    told = before.get(int(head), (None, 0.0))
                    found.append(Named(first + a, last + a, int(head), self.kinds[head], *told))
        return tuple(self._rejoined(found))

    def _rejoined(self, found: Sequence[Named]) -> Iterator[Named]:
        """`found` with names that stand further back than a window reaches: a name without a mention before it is the
        last one of the same words (on GUM dev two CoNLL points more than without; docs/reader.md)."""
        last: dict[str, int] = {}
        for mention in found:
            if self.tags[mention.head] == "PROPN":
                words = " ".join(form.lower() for _, _, form in self.words[mention.first : mention.last])
                if mention.before is None and words in last:
                    mention = replace(mention, before=last[words], sure=1.0)
                last[words] = mention.head
            yield mention

    def _antecedents(self, heads: NDArray[np.int64]) -> dict[int, tuple[int | None, float]]:
        """For each head word the earlier head that names the same, and how sure that is."""
        weights = self._of("mentions")
        found: dict[int, tuple[int | None, float]] = {}
        for window, x in zip(self.windows, self.seen, strict=True):
            here = naming.of_window(window, heads)
            forms = [word[2].lower() for word in self.words[window.first : window.last]]
            where = self.document.sentences[window.first : window.last]
            for at, (earlier, sure) in zip(here, naming.antecedents(x, here, (forms, where), weights), strict=True):
                head = int(at) + window.first
                if head >= window.fresh:
                    found[head] = (None if earlier is None else int(here[earlier]) + window.first, sure)
        return found

    def _of(self, group: str) -> dict[str, Array]:
        """The weights of one group of heads, by their short names."""
        return {name[len(group) + 1 :]: value for name, value in self.weights.items() if name.startswith(group + ".")}


def analyse(runs: Sequence[Run], quoted: Sequence[Span]) -> Analysis:
    """Read a text given as sentences, with its quotations inside their marks, in one pass of the encoder."""
    words = tuple(token for _, run in runs for token in run)
    document = Document(
        pieces().cut([form for _, _, form in words]),
        shapes(words, quoted),
        [number for number, (_, run) in enumerate(runs) for _ in run],
        [paragraph for paragraph, run in runs for _ in run],
    )
    found = tuple(windows(document))
    return Analysis(words, _bounds(runs), found, tuple(vectors(found)), document, load().heads)


def _bounds(runs: Sequence[Run]) -> tuple[tuple[int, int], ...]:
    """Words `[first, last)` of each sentence."""
    ends = np.cumsum([0, *(len(run) for _, run in runs)]).tolist()
    return tuple(pairwise(ends))
