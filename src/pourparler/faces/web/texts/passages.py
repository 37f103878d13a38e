"""Words that a search hit, found in the texts themselves as the index finds them: by stem, without accents."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from markupsafe import Markup, escape

from pourparler.core.evidence import Span
from pourparler.faces.web.texts.typed import Term
from pourparler.faces.wording.quoting import clip, visible

TOKENIZER = "porter unicode61 remove_diacritics 2"
"""How words are told apart and cut to their stems: as in the full text of a snapshot."""

AROUND = 90
"""Characters on either side of a hit that a passage shows."""

PASSAGES = 3
"""Passages of one report: those of most hits."""

LONG = 400
"""Characters of an entry's words that a search shows at most."""

Run = tuple[str, bool]
"""Words as they are shown, and whether they are a hit."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text around hits: where the first of them begins and the last ends, and its words in order."""

    at: Span
    runs: tuple[Run, ...]


def hits(texts: Sequence[str], wanted: Sequence[Term]) -> list[tuple[Span, ...]]:
    """Where any of the terms stands in each text, in order; offsets are code points."""
    found: list[tuple[Span, ...]] = [()] * len(texts)
    if not wanted or not texts:
        return found
    held = [_storable(text) for text in texts]
    opening, closing_mark = _unused(held)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f'CREATE VIRTUAL TABLE held USING fts5(text, tokenize="{TOKENIZER}")')
        connection.executemany("INSERT INTO held (rowid, text) VALUES (?, ?)", enumerate(held))
        query = "SELECT rowid, highlight(held, 0, ?, ?) FROM held WHERE held MATCH ?"
        either = " OR ".join(term.match for term in wanted)
        for row, shown in connection.execute(query, (opening, closing_mark, either)):
            found[row] = tuple(_spans(shown, opening, closing_mark))
    return found


def _spans(shown: str, opening: str, closing_mark: str) -> Iterator[Span]:
    """Where the marked stretches of a text would be without their marks."""
    place = start = 0
    for part in re.split(f"([{opening}{closing_mark}])", shown):
        if part == opening:
            start = place
        elif part == closing_mark:
            yield Span(start, place)
        else:
            place += len(part)


def _storable(text: str) -> str:
    """A text as SQLite can hold it, as long as it was: nulls and halves of surrogate pairs give way to others."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def _unused(texts: Sequence[str]) -> tuple[str, str]:
    """Two characters that are in none of the texts: code points that stand for nothing, then private ones."""
    free = (mark for mark in map(chr, (*range(0xFDD0, 0xFDF0), *range(0xE000, 0xF900))) if not _is_in(mark, texts))
    return next(free), next(free)


def _is_in(mark: str, texts: Sequence[str]) -> bool:
    return any(mark in text for text in texts)


def passages(text: str, found: Sequence[Span], most: int = PASSAGES) -> tuple[Passage, ...]:
    """The stretches of a text with most hits, in the order of the text."""
    groups: list[list[Span]] = []
    for hit in found:
        if groups and hit.start - groups[-1][-1].end <= AROUND and hit.end - groups[-1][0].start <= 4 * AROUND:
            groups[-1].append(hit)
        else:
            groups.append([hit])
    best = sorted(groups, key=lambda group: (-_worth(text, group), group[0].start))[:most]
    return tuple(_passage(text, group) for group in sorted(best, key=lambda group: group[0].start))


def _worth(text: str, group: Sequence[Span]) -> int:
    """How much a group of hits says: different words count for more than the same word again."""
    return 100 * len({hit.of(text).casefold() for hit in group}) + min(len(group), 99)


def _passage(text: str, group: Sequence[Span]) -> Passage:
    at = Span(group[0].start, group[-1].end)
    start, end = max(0, at.start - AROUND), min(len(text), at.end + AROUND)
    while 0 < start < at.start and not text[start - 1].isspace():
        start += 1
    while at.end < end < len(text) and not text[end].isspace():
        end -= 1
    shown = runs(text[start:end], [Span(hit.start - start, hit.end - start) for hit in group])
    before: tuple[Run, ...] = (("… ", False),) if start else ()
    after: tuple[Run, ...] = ((" …", False),) if end < len(text) else ()
    return Passage(at, (*before, *shown, *after))


def shortened(text: str, found: Sequence[Span]) -> tuple[Run, ...]:
    """A text cut at its hits; of a long one the stretch with most of them, or its beginning where it has none."""
    if len(text) <= LONG:
        return runs(text, found)
    best = passages(text, found, 1)
    return best[0].runs if best else ((clip(text, LONG), False),)


def runs(text: str, found: Sequence[Span]) -> tuple[Run, ...]:
    """A text cut at its hits, made visible; a break at the edge of a stretch stays a blank."""
    made: list[Run] = []
    place = 0
    for hit in found:
        made += [(_edged(text[place : hit.start]), False), (visible(hit.of(text)), True)]
        place = hit.end
    made.append((_edged(text[place:]), False))
    return tuple(run for run in made if run[0])


def _edged(text: str) -> str:
    shown = visible(text)
    if not shown:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{shown}{' ' if text[-1].isspace() else ''}"


def marked_runs(made: Sequence[Run]) -> Markup:
    """Runs as markup, hits marked; blanks at their edges stay."""
    return Markup("").join(
        Markup("<mark>{}</mark>").format(words) if is_hit else escape(words) for words, is_hit in made
    )
