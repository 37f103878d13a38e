"""The words of a frame in their sentence: where they begin and end; the sentence is laid out only when asked for."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pourparler.core.evidence import Span
from pourparler.reading.meetings.ground import Ground, lay
from pourparler.reading.scene import Line, Scene


@dataclass(frozen=True, slots=True)
class Grounds:
    """The sentences of a report: their words in small letters and as lemmas, and each laid out once it is needed."""

    scene: Scene
    _laid: dict[int, Ground] = field(default_factory=dict)
    _words: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)

    def at(self, number: int) -> Ground:
        """The sentence of this number, laid out."""
        if number not in self._laid:
            self._laid[number] = lay(self.scene, self.scene.lines[number])
        return self._laid[number]

    def words(self, number: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words of a sentence in small letters, and their lemmas."""
        if number not in self._words:
            found = self.scene.lines[number].words
            self._words[number] = tuple(w.text.lower() for w in found), tuple(w.lemma.lower() for w in found)
        return self._words[number]

    def passages(self, span: Span) -> Iterator["Passage"]:
        """The words of a span, sentence by sentence."""
        for line in self.scene.lines[self.scene.page.sentence_at(span.start) :]:
            if line.sentence.span.start >= span.end:
                return
            first, last = line.index_at(span.start), len(line.words)
            while last > first and line.words[last - 1].start >= span.end:
                last -= 1
            if first < last:
                yield Passage(self, line, first, last)

    def passage(self, span: Span) -> "Passage | None":
        """The first sentence of a span; None where no sentence holds it."""
        return next(self.passages(span), None)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words `first` to `last`, half-open, of one sentence."""

    grounds: Grounds
    line: Line
    first: int
    last: int

    @property
    def ground(self) -> Ground:
        """The sentence laid out."""
        return self.grounds.at(self.line.number)

    @property
    def lows(self) -> tuple[str, ...]:
        """The words of the sentence in small letters."""
        return self.grounds.words(self.line.number)[0]

    @property
    def lemmas(self) -> tuple[str, ...]:
        """The lemmas of the sentence."""
        return self.grounds.words(self.line.number)[1]

    @property
    def text(self) -> str:
        """The words of the passage in small letters, one blank between."""
        return " ".join(self.lows[self.first : self.last])

    def span(self, first: int, last: int) -> Span:
        """The span of words `first` to `last` of the sentence."""
        return self.line.span(first, last)
