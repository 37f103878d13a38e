"""A report as the frame heads and the rules both see it: words of the encoder laid over the lines of the scene."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from pourparler.core.evidence import Span
from pourparler.core.moment import When
from pourparler.encoder.analysis import Analysis
from pourparler.encoder.attribution import Words
from pourparler.reading.conditions.holders import Voices
from pourparler.reading.conditions.phrases import trimmed
from pourparler.reading.meetings.bearings import counts_from
from pourparler.reading.scene import Line, Scene

LONGEST = 92
"""Days of a time expression above which it tells no day of a meeting: a season is the longest."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A scene, what the encoder tells of the same words, and the voices in it."""

    scene: Scene
    analysis: Analysis
    voices: Voices

    def line(self, words: Words) -> tuple[Line, int, int]:
        """The line of some words, and the words `[first, last)` of the line that they are; cut at its end."""
        number = bisect_right(self.analysis.sentences, words[0], key=lambda bounds: bounds[0]) - 1
        first, last = self.analysis.sentences[number]
        return self.scene.lines[number], words[0] - first, min(words[1], last) - first

    def sentence(self, words: Words) -> int:
        """The number of the sentence in which some words begin."""
        return bisect_right(self.analysis.sentences, words[0], key=lambda bounds: bounds[0]) - 1

    def span(self, words: Words) -> Span:
        """The span of some words without marks at the edges; words over a sentence's end are cut there."""
        line, first, last = self.line(words)
        kept = trimmed(line, first, last)
        return line.span(*(kept if kept[0] < kept[1] else (first, last)))

    def hull(self, words: Words, *others: Words) -> Span:
        """The span from the first to the last of some words in the sentence of the first of them."""
        number = self.sentence(words)
        inside = [words, *(one for one in others if self.sentence(one) == number)]
        return self.span((min(one[0] for one in inside), max(one[1] for one in inside)))

    def named(self, words: Words) -> Words:
        """The noun chunk that some words end in, without the article before it; the words themselves where none is."""
        line, first, last = self.line(words)
        start = words[0] - first
        for chunk in line.chunks:
            if chunk.first < last <= chunk.last and chunk.first <= first:
                opened = chunk.first
                while opened < first and line.words[opened].tag in ("DET", "PRON"):
                    opened += 1
                return start + opened, start + chunk.last
        return words

    def day(self, words: Words) -> When | None:
        """The days of a time expression that some words touch, with both ends and no longer than a season.

        None for the day of what something is counted from: "since the walkout of May 2019".
        """
        span, (line, *_) = self.span(words), self.line(words)
        for time in self.scene.page.times:
            if time.start < span.end and span.start < time.end and time.when is not None:
                when = time.when
                if counts_from(line, bisect_left(line.words, time.start, key=lambda word: word.start)):
                    return None
                if when.start is not None and when.end is not None and (when.end - when.start).days <= LONGEST:
                    return when
        return None

    def phrase(self, words: Words) -> str:
        """Some words as one line of text, without quotation marks."""
        text = " ".join(self.span(words).of(self.scene.text).split())
        return text.translate(_MARKS).strip(" ,.;:")


_MARKS = str.maketrans("", "", '"“”«»')
