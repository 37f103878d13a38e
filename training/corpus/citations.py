"""Places cited by their words: `words`, `first words ~ last words`, and #2 for the second such place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pourparler.core.evidence import Span

CITATION = re.compile(r"`((?:[^`\\]|\\.)+)`(?:#([1-9]\d*))?")
LONG = 60
"""Longer words are written with their middle left out."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a text; `tail` are the last ones where the middle is left out, `number` counts places from 1."""

    head: str
    tail: str | None = None
    number: int | None = None


class CitationError(ValueError):
    """Words that stand nowhere, or in several places with nothing to choose by."""


def read(written: str, number: str | None) -> Citation:
    """A citation from what stands between its backquotes and the number behind it."""
    parts = [_bare(part) for part in written.split(" ~ ", 1)]
    return Citation(parts[0], parts[1] if len(parts) > 1 else None, int(number) if number else None)


def _bare(written: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], written)


def _dressed(words: str) -> str:
    return re.sub(r"[`\\~]", r"\\\g<0>", words).replace("\n", "\\n")


def at_borders(text: str, span: Span) -> bool:
    """True when a span cuts no word in two."""
    return not any(
        0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()
        for place in (span.start, span.end)
    )


def _starts(text: str, words: str) -> list[int]:
    found, place = [], text.find(words)
    while place >= 0:
        if at_borders(text, Span(place, place + len(words))):
            found.append(place)
        place = text.find(words, place + 1)
    return found


def places(text: str, citation: Citation) -> list[Span]:
    """Every place of a text that the words fit, cutting no word, in order; the number is left aside."""
    spans = [Span(start, start + len(citation.head)) for start in _starts(text, citation.head)]
    if citation.tail is None:
        return spans
    tails = _starts(text, citation.tail)
    ends = [next((tail for tail in tails if tail >= span.end), None) for span in spans]
    return [
        Span(span.start, end + len(citation.tail)) for span, end in zip(spans, ends, strict=True) if end is not None
    ]


def choose(text: str, citation: Citation, near: Sequence[Span] = (), outside: bool = False) -> Span:
    """The place meant: the numbered one, the only one, or the one nearest to the places `near`.

    With `outside` places that overlap `near` are passed over. Raises CitationError with advice.
    """
    found = places(text, citation)
    if not found:
        raise CitationError("stands nowhere in the text in these very words; copy them from it, whole words only")
    if citation.number is not None:
        if citation.number > len(found):
            raise CitationError(f"stands in {len(found)} place(s) only; mend the number after #")
        return found[citation.number - 1]
    if len(found) == 1:
        return found[0]
    around = "; ".join(f"#{n} …{text[max(0, s.start - 20) : s.end + 20]!r}" for n, s in enumerate(found[:6], 1))
    if outside:
        found = [span for span in found if not any(span.overlaps(other) for other in near)] or found
    gaps = [min((_gap(span, other) for other in near), default=0) for span in found]
    best = [span for span, gap in zip(found, gaps, strict=True) if gap == min(gaps)]
    if len(best) > 1:
        raise CitationError(f"stands in several places; write more words or a number: {around}")
    return best[0]


def _gap(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def write(text: str, span: Span) -> str:
    """A citation that gives exactly this span, the middle left out where it is long or runs over lines.

    ValueError when the span cuts a word.
    """
    words = span.of(text)
    long = len(words) > LONG or "\n" in words
    for form in [*(_short(words) if long else ()), Citation(words)]:
        found = places(text, form)
        if span in found:
            number = f"#{found.index(span) + 1}" if len(found) > 1 else ""
            tail = f" ~ {_dressed(form.tail)}" if form.tail else ""
            return f"`{_dressed(form.head)}{tail}`{number}"
    raise ValueError(f"the span {span.start}–{span.end} cuts a word")


def _short(words: str) -> list[Citation]:
    """Citations by the first and last few words, the shortest first."""
    blanks = [found.span() for found in re.finditer(r"\s+", words)]
    return [
        Citation(words[: blanks[many][0]], words[blanks[-many - 1][1] :])
        for many in (2, 4, 7)
        if len(blanks) > 2 * many + 1
    ]
