"""The language of a text, through py3langid: only where the text is long enough to tell, otherwise unknown."""

import math
from collections.abc import Sequence

from pourparler.core.evidence import Span

ENGLISH = "en"
LEAST_LETTERS = 25
"""Fewer letters than this tell no language: py3langid takes "Oslo, Monday." for Norwegian. Set by hand."""
SURE = 0.9
"""The least share of belief that the first language must have over all others together."""
SAMPLE = 1_000
"""Code points that are looked at: py3langid is sure long before."""


def recognise(text: str, leave_out: Sequence[Span] = (), declared: str | None = None) -> str | None:
    """The ISO 639-1 code of the language of `text` without the spans `leave_out`; None when it cannot be told.

    `declared`, what a page says of itself, decides only where the words do not.
    """
    sample = sample_of(text, leave_out)
    if sum(letter.isalpha() for letter in sample) < LEAST_LETTERS:
        return declared
    language, belief = guess(sample)
    return language if belief >= SURE else declared


def guess(sample: str) -> tuple[str, float]:
    """The likeliest language of `sample` and the share of belief it has, between 0 and 1."""
    import py3langid

    ranked = py3langid.rank(sample)
    best_language, best_score = ranked[0]
    others = sum(math.exp(max(score - best_score, -700.0)) for _, score in ranked[1:])
    return str(best_language), 1.0 / (1.0 + others)


def sample_of(text: str, leave_out: Sequence[Span]) -> str:
    """The first code points of `text` outside `leave_out`, enough to tell a language by."""
    parts, start, length = [], 0, 0
    for span in (*sorted(leave_out), Span(len(text), len(text))):
        part = text[start : max(start, span.start)][: SAMPLE - length]
        parts.append(part)
        start, length = max(start, span.end), length + len(part)
        if length >= SAMPLE:
            break
    return " ".join(parts)
