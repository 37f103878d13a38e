"""Predictions of time expressions in the shapes that the dates scorer reads: whole documents and single cases."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from pourparler.core.evidence import Span
from pourparler.core.moment import Anchor, Direction, Precision, TimeExpression
from pourparler.core.vocabulary import PublishedFrom
from pourparler.text.dates import find_times
from pourparler.text.publication import find_publication

Row = dict[str, Any]
_FORWARD = {Direction.PAST: "past", Direction.COMING: "coming", Direction.OPEN: "open"}


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
    """The one expression asked for: the widest reading among the expressions inside it."""
    context = row.get("context") or {}
    text, header = row["text"], context.get("header") or ""
    given = date.fromisoformat(row["published"][:10]) if row.get("published") else None
    published = find_publication(header + "\n" + text if header else text, url=context.get("url"), given=given)
    at = text.find(row["expression"])
    asked = Span(at, at + len(row["expression"]))
    inside = [t for t in find_times(text, published.anchor) if asked.overlaps(Span(t.start, t.end))]
    chosen = max(inside, key=_weight, default=None)
    if chosen is None or chosen.when is None:
        forward = _FORWARD[chosen.direction] if chosen else "open"
        granularity = f"duration:{chosen.value}" if chosen and chosen.type == "DURATION" else None
        return {"id": row["id"], "start": None, "end": None, "granularity": granularity, "modality": forward}
    when = chosen.when
    return {
        "id": row["id"],
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "granularity": when.precision.value if when.precision is not Precision.SPAN else "span",
        "modality": _FORWARD[chosen.direction],
    }


def _weight(time: TimeExpression) -> tuple[bool, int]:
    """An expression that names days comes before one that names none, and of two the first."""
    return time.when is not None, -time.start
