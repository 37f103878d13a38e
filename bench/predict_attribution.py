"""Predictions of who said what in the shape that `score/attribution.py` reads."""

import json
from pathlib import Path
from typing import Any

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution
from pourparler.core.report import Report


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _quote(said: Attribution) -> dict[str, Any]:
    return {
        "content": [_pair(span) for span in said.content],
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
            quotes = [_quote(said) for said in reading.attributions]
            out.write(json.dumps({"id": document["id"], "text": document["text"], "quotes": quotes}) + "\n")
