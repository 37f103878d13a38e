"""Quality floors pinned in `bench/floors.json`: a figure may rise, and never falls under its floor unseen.

Each floor keeps the SHA-256 of the gold it was measured on and a noise allowance; a changed gold is said, not passed
over.
"""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from bench.places import FLOORS, Missing
from bench.record_score import KINDS

ALLOWANCE = 0.005
"""Reading is deterministic; the allowance covers only rounding in the scorers' figures."""


def check(raise_floors: bool = False) -> int:
    """Measure everything that has a floor; 0 when all hold, 1 when one fell. With `raise_floors`, write better ones."""
    floors: dict[str, dict[str, Any]] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    fallen = False
    for name, (figures, gold) in _measured().items():
        floor = floors.setdefault(name, {"gold": _digest(gold), "figures": {}})
        if floor["gold"] != _digest(gold):
            print(f"{name}: the gold has changed since its floor was set; measure anew and say so in the changelog")
            fallen = True
        for field, value in figures.items():
            least = floor["figures"].get(field)
            mark = "new" if least is None else "ok" if value >= least - ALLOWANCE else "FELL"
            fallen = fallen or mark == "FELL"
            print(f"{name:24} {field:28} {value:8.3f}  floor {least if least is not None else '-'}  {mark}")
            if raise_floors and (least is None or value > least):
                floor["figures"][field] = value
    if raise_floors:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return int(fallen)


def _measured() -> dict[str, tuple[dict[str, float], Path]]:
    """Every measured set: its figures and the gold they were measured on; what is not there is left out and said."""
    from bench import record_score
    from bench.places import shared

    found: dict[str, tuple[dict[str, float], Path]] = {}
    try:
        shared("score", "record.py")
    except Missing as missing:
        print(missing)
        return found
    for case, (_, gold) in record_score.cases().items():
        found[f"record {case}"] = (_record_figures(record_score.score(case)), gold)
    found |= _span_figures()
    return found


def _record_figures(scored: dict[str, Any]) -> dict[str, float]:
    """The figures that have floors: F1 of each kind, speaker of statements, and that no evidence is wrong."""
    figures = {f"{kind} f1": float(scored[kind]["f1"]) for kind in KINDS}
    figures["statements speaker"] = float(scored["statements"]["speaker"])
    figures["meetings status"] = float(scored["meetings"]["status"])
    figures["mean f1"] = float(scored["mean f1"])
    figures["evidence right"] = 1.0 - scored["evidence"]["wrong"]
    figures["published"] = scored["published"]["right"] / scored["published"]["of"]
    return figures


def _span_figures() -> dict[str, tuple[dict[str, float], Path]]:
    """Figures of dates and of attribution, read from what their scorers print."""
    from bench import span_score
    from bench.places import shared

    said = span_score.dates()
    cases = re.search(r"interval right (\d+)\s+interval and modality right (\d+)", said)
    values = {name: float(f1) for name, f1 in re.findall(r"^(strict|relaxed|value)\s.*F1\s+([\d.]+)", said, re.M)}
    exact = re.findall(r"B exact-seg (\w+)\s.*F\s+([\d.]+)", span_score.attribution())
    return {
        "dates cases": (
            {"interval": float(cases[1]), "interval and direction": float(cases[2])} if cases else {},
            shared("data", "dates", "cases.jsonl"),
        ),
        "dates meantime": (values, shared("data", "dates", "meantime.jsonl")),
        "attribution polnear dev": (
            {f"exact {role}": float(f1) for role, f1 in exact},
            shared("data", "polnear", "dev.jsonl"),
        ),
    }


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
