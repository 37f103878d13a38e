"""Predictions of who said what in the shape that `score/attribution.py` reads."""

import json
import re
from pathlib import Path
from typing import Any

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution
from pourparler.core.report import Report

MARKS = '"“”‘«»'
"""Quotation marks that PolNeAR counts to the content."""


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


def predict(source: Path, target: Path) -> None:
    """Read each document of `source` (JSON Lines with id and text) and write its attributions to `target`."""
    from pourparler.reading.rules import RuleReader

    reader = RuleReader()
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for line in filter(str.strip, lines):
            document = json.loads(line)
            reading = reader.read(Report(id=document["id"], name=document["id"], text=document["text"], language="en"))
            quotes = [_quote(said, document["text"]) for said in reading.attributions]
            out.write(json.dumps({"id": document["id"], "text": document["text"], "quotes": quotes}) + "\n")
