"""Predictions of who said what in the shape that `score/attribution.py` reads, by either reader."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution
from pourparler.core.report import Report

MARKS = '"“”‘«»'
"""Quotation marks that PolNeAR counts to the content."""

Quotes = list[dict[str, Any]]


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _with_marks(text: str, span: Span) -> list[int]:
    """A content as PolNeAR marks it: with its quotation marks, its closing punctuation and the "that" before it."""
    start, end = span.start, span.end
    while start > 0 and text[start - 1] in MARKS:
        start -= 1
    before = re.search(r"\bthat\s+$", text[max(0, start - 8) : start])
    if before:
        start -= len(before[0])
    while end < len(text) and (text[end] in MARKS or (text[end] in ".!?" and text[end - 1] not in ".!?")):
        end += 1
    return [start, end]


def _quote(said: Attribution, text: str) -> dict[str, Any]:
    return {
        "content": [_with_marks(text, span) for span in said.content],
        "cue": [_pair(said.cue)] if said.cue else [],
        "source": [_pair(said.source)] if said.source else [],
    }


def by_rules(text: str) -> Quotes:
    """The attributions of the rule reader, marked as PolNeAR marks them."""
    from pourparler.reading.rules import RuleReader

    reading = RuleReader().read(Report(id="r", name="r", text=text, language="en"))
    return [_quote(said, text) for said in reading.attributions]


def by_encoder(text: str) -> Quotes:
    """The attributions that the trained heads read, as they come."""
    from pourparler.encoder.analysis import analyse
    from pourparler.text.quotes import find_quotes
    from pourparler.text.sentences import cut

    found = analyse(list(cut(text)), [quote.inner for quote in find_quotes(text) if quote.depth == 0])

    def spans(parts: tuple[tuple[int, int], ...]) -> Iterator[list[int]]:
        for first, last in parts:
            yield [found.words[first][0], found.words[last - 1][1]]

    return [
        {"content": [*spans(v.content)], "cue": [*spans((v.cue,))], "source": [*spans(v.source)]} for v in found.voices
    ]


READERS: dict[str, Callable[[str], Quotes]] = {"rules": by_rules, "trained": by_encoder}


def predict(source: Path, target: Path, reader: str = "trained") -> None:
    """Read each document of `source` (JSON Lines with id and text) and write its attributions to `target`."""
    read = READERS[reader]
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for line in filter(str.strip, lines):
            document = json.loads(line)
            quotes = read(document["text"])
            out.write(json.dumps({"id": document["id"], "text": document["text"], "quotes": quotes}) + "\n")
