"""Predictions of time expressions in the shapes that the dates scorer reads: whole documents and single cases."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from pourparler.core.evidence import Span
from pourparler.core.moment import Anchor, TimeExpression, When
from pourparler.core.vocabulary import PublishedFrom
from pourparler.text.dates import days_of, find_times
from pourparler.text.publication import find_publication

Row = dict[str, Any]


def predict(in_path: Path, out_path: Path) -> None:
    """Write one prediction for each line of `in_path`: time expressions of documents, intervals of cases."""
    lines = in_path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    made = [_document(row) if "dct" in row else _case(row) for row in rows]
    out_path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made), encoding="utf-8")


def _document(row: Row) -> Row:
    anchor = Anchor(date.fromisoformat(row["dct"][:10]), published_from=PublishedFrom.GIVEN)
    times = find_times(row["text"], anchor)
    return {"id": row["id"], "timexes": [{"s": t.start, "e": t.end, "type": t.type, "value": t.value} for t in times]}


def _case(row: Row) -> Row:
    """The interval and direction of the one expression asked for."""
    context = row.get("context") or {}
    text, header = row["text"], context.get("header") or ""
    given = date.fromisoformat(row["published"][:10]) if row.get("published") else None
    published = find_publication(header + "\n" + text if header else text, url=context.get("url"), given=given)
    at = row.get("at", text.find(row["expression"]))
    asked = Span(at, at + len(row["expression"]))
    times = find_times(text, published.anchor)
    found = days_of(text, asked, times)
    inside = [time for time in times if asked.overlaps(Span(time.start, time.end))]
    if found is None:
        one = inside[0] if inside else None
        granularity = f"duration:{one.value}" if one and one.type == "DURATION" else None
        return _row(row, None, one, granularity)
    return _row(row, found[1], found[0], found[1].precision.value)


def _row(row: Row, when: When | None, time: TimeExpression | None, granularity: str | None) -> Row:
    return {
        "id": row["id"],
        "start": when.start.isoformat() if when and when.start else None,
        "end": when.end.isoformat() if when and when.end else None,
        "granularity": granularity,
        "modality": time.direction.value if time else "open",
    }
