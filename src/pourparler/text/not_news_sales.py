"""Sales talk: runs of sentences in which the outlet speaks to its readers for money, subscriptions or consent."""

import re
from collections.abc import Iterator

from pourparler.core.evidence import Span
from pourparler.text.not_news_cues import Cues

ENOUGH = 3
"""What a run must weigh: a strong cue is 2, a weak one 1. Set on our own reports (tests/text/test_not_news.py)."""
MOST_GAP = 2
"""Sentences without a cue that a run may hold between two with one."""
STRONG = 2
SENTENCE_END = re.compile(r"(?<=[.!?…])[”\"’')\]]*\s+(?=[“\"‘(\[]?[A-Z0-9])")
TO_READERS = re.compile(
    r"\b(?:you|your|we|our|ours|us)\b|(?:^|[.!?:–—-]\s*)"
    r"(?:subscribe|sign up|donate|support|get|tap|click|become|follow|download|join|register|start|try|give|read)\b",
    re.I,
)
"""Sales talk speaks to somebody: it says you or we, or it orders."""
REPORTED = re.compile(
    r"\b(?:said|says|told|announced|according to|warned|added|stated|confirmed|denied|spokes(?:man|woman|person))\b"
    r"|[“\"«][^”\"»]{15,}[”\"»]",
    re.I,
)
"""Reported speech: a sentence that has it is reporting, whatever words of sale it quotes."""


def find_sales(text: str, line: Span, cues: Cues) -> Iterator[Span]:
    """The runs of sales talk in one line; a line that begins with an opening quotation mark has none."""
    words = line.of(text)
    if words[:1] in '“"«‘' or not cues.strong.search(words):
        return
    sentences = sentences_of(text, line)
    weights = [weigh(sentence.of(text), cues) for sentence in sentences]
    for first, last in runs(weights):
        heavy = sum(weights[first : last + 1]) >= ENOUGH and max(weights[first : last + 1]) >= STRONG
        if heavy and TO_READERS.search(text[sentences[first].start : sentences[last].end]):
            first, last = widened(text, sentences, first, last)
            yield Span(sentences[first].start, sentences[last].end)


def weigh(sentence: str, cues: Cues) -> int:
    """How much of sales talk one sentence has; 0 when it reports what somebody said."""
    if REPORTED.search(sentence):
        return 0
    return STRONG * len(cues.strong.findall(sentence)) + len(cues.weak.findall(sentence))


def runs(weights: list[int]) -> Iterator[tuple[int, int]]:
    """Stretches from one sentence with a cue to another, no more than MOST_GAP sentences without one between them."""
    first = last = -1
    for index, weight in enumerate(weights):
        if not weight:
            continue
        if first >= 0 and index - last <= MOST_GAP + 1:
            last = index
        else:
            if first >= 0:
                yield first, last
            first = last = index
    if first >= 0:
        yield first, last


def widened(text: str, sentences: list[Span], first: int, last: int) -> tuple[int, int]:
    """The run with the rest of its paragraph where it is the most of it and the rest reports nobody's words."""
    rest = [index for index in range(len(sentences)) if not first <= index <= last]
    covered = sentences[last].end - sentences[first].start
    whole = sentences[-1].end - sentences[0].start
    if covered >= 0.6 * whole and not any(REPORTED.search(sentences[index].of(text)) for index in rest):
        return 0, len(sentences) - 1
    return first, last


def sentences_of(text: str, line: Span) -> list[Span]:
    """The sentences of a line, split roughly: good enough to weigh them."""
    starts = [line.start] + [line.start + found.end() for found in SENTENCE_END.finditer(line.of(text))]
    ends = [*starts[1:], line.end]
    return [Span(start, start + len(text[start:end].rstrip())) for start, end in zip(starts, ends, strict=True)]
