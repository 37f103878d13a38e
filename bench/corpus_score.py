"""Whole negotiations of the annotated corpus, read by the product and scored with `score/record.py` against the gold
that their links make; of the test side only totals are told."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.places import CORPUS, shared
from bench.record_score import KINDS, export
from training.corpus import gold
from training.corpus.negotiation import Negotiation, negotiations, split

FIELDS = {
    "meetings": ("status", "when", "parties"),
    "statements": ("speaker", "act"),
    "positions": ("party", "stance"),
    "conditions": ("requires", "blocks"),
    "instruments": ("parties", "status"),
}
"""Fields of matched entries that are reported beside F1."""


def score(side: str, reader: str = "trained", show: bool = False) -> dict[str, float]:
    """Figures of one side of the split: F1 of every kind over all its entries, their mean, shares of right fields."""
    counts: dict[str, list[float]] = {kind: [0, 0, 0] for kind in KINDS}
    right: dict[str, float] = {}
    wrong = 0
    for found in negotiations_of(side):
        figures = _score_one(found, reader, show and side != "test")
        wrong += figures["evidence"]["wrong"]
        for kind in KINDS:
            scored = figures[kind]
            for at, name in enumerate(("gold", "system", "matched")):
                counts[kind][at] += scored[name]
            for name in FIELDS.get(kind, ()):
                key = f"{kind} {name}"
                right[key] = right.get(key, 0.0) + scored[name] * scored["matched"]
    told = {f"{kind} f1": 2 * m / max(1, g + s) for kind, (g, s, m) in counts.items()}
    told["mean f1"] = sum(told.values()) / len(KINDS)
    told |= {key: value / max(1.0, counts[key.split()[0]][2]) for key, value in right.items()}
    told["evidence right"] = float(wrong == 0)
    return {name: round(value, 3) for name, value in told.items()}


def negotiations_of(side: str) -> Iterator[Negotiation]:
    """The negotiations on one side of the split."""
    sides = split(CORPUS)
    return (found for found in negotiations(CORPUS) if sides.get(found.name) == side)


def _score_one(found: Negotiation, reader: str, show: bool) -> dict[str, Any]:
    """The scorer's figures for one negotiation."""
    with tempfile.TemporaryDirectory() as folder:
        reports, truth, out = (Path(folder) / name for name in ("reports.jsonl", "gold.json", "record.json"))
        reports.write_text("".join(json.dumps(row) + "\n" for row in gold.reports(found)), encoding="utf-8")
        truth.write_text(json.dumps(gold.gold(found)), encoding="utf-8")
        export(reports, out, reader)
        call = [sys.executable, str(shared("score", "record.py")), str(out), str(truth), "--json"]
        done = subprocess.run([*call, *(["--show", "misses"] if show else [])], check=True, stdout=subprocess.PIPE)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def report(figures: dict[str, float]) -> str:
    """The figures as lines for a person."""
    return "\n".join(f"{name:26} {value:.3f}" for name, value in figures.items())
