"""Which parts of a report are no reporting: banners, credits, captions, lists of links, widgets and stamps of time.

They are marked and never cut. The cues stand in `pourparler/data/not_news.toml`; the ways they are put to use are here.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from pourparler.core.evidence import Span
from pourparler.text.not_news_cues import Cues, load_cues
from pourparler.text.not_news_sales import find_sales
from pourparler.text.not_news_stamps import LEADS, find_stamps

if TYPE_CHECKING:
    from pourparler.text.publication import Publication

MOST_CAPTION = 300
"""A caption is short; a longer line that ends in a photo credit is text, and only its credit is marked. Set by hand."""
MOST_LIST_LINE = 140
"""A line of a list of links is a headline, so short and without a full stop. Set by hand."""
MOST_LIST_LINES = 12
MOST_BARE = 2
"""A cue of so few words with a full stop ("Twitter.") is the end of a sentence whose line was broken."""
MOST_BOX_LINES = 10
SAYING = re.compile(
    r"\b(?:said|says|told|tells|announced|according to|warned|added|stated|confirmed|denied)\b|[“\"«]", re.I
)
"""Words and marks of reported speech: a caption that has them is read."""
ADDRESS = re.compile(
    r"^[ \t]*(?:(?:source|url|link|original(?: article)?|permalink|article|read at|retrieved from|from|via)\s*:?\s*)?"
    r"<?https?://[^\s<>\"]+[ \t\r]*$",
    re.I | re.M,
)
SENTENCE = re.compile(r"(?:\S+\s+){8,}\S+[.!?]\W?$")
"""More than eight words and a full stop: a sentence that names a day, no header."""
WRAPPED = re.compile(
    r"(?:,|\b(?:a|an|the|of|to|on|in|at|by|and|or|with|from|for|that|is|was|were|are|be|his|her|its|their|as|than))"
    r"[ \t]*\r?\n[ \t]*$",
    re.I,
)
NAME = r"(?:[A-Z][\w.’'-]+\s?){1,4}"
BYLINE = re.compile(
    rf"(?:(?:Written|Reported|Posted) )?(?:By|BY|by):?\s+(?:[Aa]n? )?{NAME}(?:(?:,| and| with|\s*&)?\s*"
    rf"(?:{NAME}|staff|agencies|wires?|news|desk|reporters?|writers?|correspondents?|editors?|in\s{NAME}|for\s{NAME}))*"
    r"(?:\s*[|•·–—-]\s*[^.]{0,60})?"
)
"""A line of authors: capitalised names after `By`, houses and desks, then perhaps a place or a day."""


def find_not_news(text: str, publication: "Publication | None" = None) -> tuple[Span, ...]:
    """The spans of `text` that are no reporting, in order, never empty, never overlapping; offsets are code points.

    The header of the report (`find_header`) is not among them, nor is any part of it.
    """
    header = find_header(text, publication)
    cues = load_cues()
    found = [part for span in dated_lines(text, publication) for part in less(span, header)]
    lines = [trimmed(text, part) for line in lines_of(text) for part in less(line, header)]
    lines = [line for line in lines if line.start < line.end]
    found += find_boxes(text, lines, cues)
    found += find_lists(text, lines, cues)
    covered = merged(text, found)
    for line in lines:
        before = bisect_right(covered, (line.start, len(text)), key=lambda span: (span.start, span.end))
        if not before or not covered[before - 1].holds(line):
            found += find_in_line(text, line, cues)
    return merged(text, found)


def find_header(text: str, publication: "Publication | None" = None) -> tuple[Span, ...]:
    """The spans that date the report or give its address and are no reporting: a day glued before the first word, a
    line with nothing but an address. They are not among the spans of `find_not_news`.
    """
    glued = [span for span in dated_lines(text, publication) if not text[: span.start].strip()]
    found = [span for span in glued if text[span.end : span.end + 1] not in ("", "\r", "\n")]
    found += [trimmed(text, Span(*match.span())) for match in ADDRESS.finditer(text)]
    return tuple(sorted(found))


def dated_lines(text: str, publication: "Publication | None") -> tuple[Span, ...]:
    """What the search for the day of publication took for a header, less what reads like a sentence."""
    spans = [trimmed(text, span) for span in publication.lines] if publication else []
    return tuple(span for span in spans if span.start < span.end and not in_sentence(text, span))


def in_sentence(text: str, span: Span) -> bool:
    """True when `span` is a whole sentence or, with a preposition before it, a part of one."""
    return bool(SENTENCE.search(span.of(text)) or LEADS.search(text[max(0, span.start - 20) : span.start]))


def find_in_line(text: str, line: Span, cues: Cues) -> Iterator[Span]:
    """The spans of one line (without its line end) that are no reporting."""
    words = line.of(text)
    if is_wrapped(text, line):
        return
    bare = words.rstrip(" :;,–—-") if len(words.split()) <= MOST_BARE else words.rstrip(" .:;,–—-")
    if cues.line.fullmatch(bare) or cues.line.fullmatch(words) or BYLINE.fullmatch(words):
        yield line
        return
    stamps = list(find_stamps(text, line))
    if any(span == line for span in stamps):
        yield line
        return
    yield from stamps
    yield from (Span(line.start + found.start(), line.start + found.end()) for found in cues.inside.finditer(words))
    if lead := cues.lead.match(words):
        yield Span(line.start, line.start + lead.end())
        line = trimmed(text, Span(line.start + lead.end(), line.end))
        words = line.of(text)
    if tail := cues.tail.search(words):
        caption = len(words) <= MOST_CAPTION and tail[0][0] in "([" and not SAYING.search(words[: tail.start()])
        yield Span(line.start if caption else line.start + tail.start(), line.end)
    yield from find_sales(text, line, cues)


def is_wrapped(text: str, line: Span) -> bool:
    """True when the line goes on from the one before: that one ends in a comma or a word that nothing ends with."""
    return bool(WRAPPED.search(text[max(0, line.start - 40) : line.start]))


def find_boxes(text: str, lines: list[Span], cues: Cues) -> Iterator[Span]:
    """Boxes that open with a sponsor's line and close with a rule; without a rule only the opening line is taken."""
    for index, line in enumerate(lines):
        if cues.box.fullmatch(line.of(text)):
            following = lines[index + 1 : index + 1 + MOST_BOX_LINES]
            closing = [other for other in following if cues.rule.fullmatch(other.of(text))]
            yield Span(line.start, closing[0].end if closing else line.end)


def find_lists(text: str, lines: list[Span], cues: Cues) -> Iterator[Span]:
    """Lists of links: a heading that is one, then short lines without a full stop, up to a blank line or a sentence."""
    for index, line in enumerate(lines):
        if not cues.list.fullmatch(line.of(text).rstrip(" :.")):
            continue
        end = line.end
        for other in lines[index + 1 : index + 1 + MOST_LIST_LINES]:
            words = other.of(text)
            blank = re.search(r"\n[ \t\r]*\n", text[end : other.start])
            if (blank and end != line.end) or len(words) > MOST_LIST_LINE or words.endswith((".", "”", '"', "?", "!")):
                break
            if blank and not words.startswith(("-", "•", "*", "–", "·")):
                break
            end = other.end
        yield Span(line.start, end)


@lru_cache(maxsize=4)
def lines_of(text: str) -> tuple[Span, ...]:
    """The lines of `text` that are not blank, without the white space around them."""
    found = (trimmed(text, Span(*line.span())) for line in re.finditer(r"[^\n\r\u2028\u2029]+", text))
    return tuple(span for span in found if span.start < span.end)


def trimmed(text: str, span: Span) -> Span:
    """`span` without white space at either end."""
    words = span.of(text)
    return Span(span.end - len(words.lstrip()), span.start + len(words.rstrip())) if words.strip() else Span(0, 0)


def less(line: Span, taken: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of `line` without the spans `taken`."""
    parts = [line]
    for span in taken:
        parts = [
            part
            for whole in parts
            for part in (
                (Span(whole.start, min(whole.end, span.start)), Span(max(whole.start, span.end), whole.end))
                if whole.overlaps(span)
                else (whole,)
            )
            if part.start < part.end
        ]
    return tuple(parts)


def merged(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, overlapping ones made one, white space trimmed, empty ones gone."""
    result: list[Span] = []
    for span in sorted(trimmed(text, span) for span in spans):
        if span.start >= span.end:
            continue
        if result and span.start < result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)
