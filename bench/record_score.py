"""Reads a folder of reports into a record, exports it, and scores it with `score/record.py`."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.places import CASES, shared

KINDS = ("meetings", "statements", "positions", "conditions", "instruments", "disputes")


def cases() -> dict[str, tuple[Path, Path]]:
    """Every measured case: its folder of reports and its gold."""
    found = {p.name: (p / "reports", p / "gold.json") for p in sorted(CASES.iterdir()) if (p / "gold.json").is_file()}
    return {"seeds": (shared("seeds"), shared("gold", "seeds.json")), **found}


def export(reports: Path, out: Path, reader: str = "trained") -> None:
    """Run the product itself: read a folder or a table into a fresh record beside `out`, export it as JSON."""
    record = out.with_suffix(".db")
    call = [sys.executable, "-m", "pourparler"]
    read = [*call, "read", str(reports), "--record", str(record), "--reader", reader]
    subprocess.run(read, check=True, capture_output=True)
    subprocess.run(
        [*call, "export", "--record", str(record), "--format", "json", "-o", str(out)], check=True, capture_output=True
    )


def score(case: str, show: bool = False, reader: str = "trained") -> dict[str, Any]:
    """The scorer's figures for one case; with `show`, its misses and extras go to stderr."""
    reports, gold = cases()[case]
    scorer = shared("score", "record.py")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "record.json"
        export(reports, out, reader)
        call = [sys.executable, str(scorer), str(out), str(gold), "--json", *(["--show", "misses"] if show else [])]
        done = subprocess.run(call, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def report(figures: dict[str, Any]) -> str:
    """The figures as lines for a person, one kind a line."""
    lines = []
    for name, value in figures.items():
        said = "  ".join(f"{k} {v}" for k, v in value.items()) if isinstance(value, dict) else value
        lines.append(f"{name:12} {said}")
    return "\n".join(lines)
