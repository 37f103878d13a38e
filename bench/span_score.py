"""Runs the scorers of dates and of attribution over fresh predictions."""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.places import shared


def _scored(scorer: str, gold: Path, predicted: Path) -> str:
    call = [sys.executable, str(shared("score", scorer)), str(gold), str(predicted)]
    return subprocess.run(call, check=True, capture_output=True, text=True).stdout


def dates() -> str:
    """What `score/dates.py` prints for the cases and for the documents."""
    from bench.predict_dates import predict

    said = []
    with tempfile.TemporaryDirectory() as folder:
        for name in ("cases", "meantime"):
            gold, out = shared("data", "dates", f"{name}.jsonl"), Path(folder) / f"{name}.jsonl"
            predict(gold, out)
            said.append(f"== {name}\n{_scored('dates.py', gold, out)}")
    return "\n".join(said)


def attribution() -> str:
    """What `score/attribution.py` prints for PolNeAR dev."""
    from bench.predict_attribution import predict

    gold = shared("data", "polnear", "dev.jsonl")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "attribution.jsonl"
        predict(gold, out)
        return _scored("attribution.py", gold, out)
