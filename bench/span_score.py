"""Runs the scorers of dates and of attribution over fresh predictions."""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.places import shared

ATTRIBUTION = {
    "exact source": "B exact-seg source",
    "exact cue": "B exact-seg cue",
    "exact content": "B exact-seg content",
    "triple relaxed": "D triple relaxed",
    "triple strict": "D triple strict",
}
"""Figures of attribution by the names that `score/attribution.py` prints: spans with the very same words, and whole
attributions, content overlapping by half with cue and source touched (relaxed) or all three the same (strict)."""


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


def attribution_figures(reader: str) -> dict[str, float]:
    """F1 on PolNeAR dev in percent, of `ATTRIBUTION` by one of `predict_attribution.READERS`; raises ModelError for
    the trained one without its model."""
    from bench.predict_attribution import predict

    gold = shared("data", "polnear", "dev.jsonl")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "attribution.jsonl"
        predict(gold, out, reader)
        said = _scored("attribution.py", gold, out)
    found = {line[:36].strip(): line.split(" F ")[1].split()[0] for line in said.splitlines() if " F " in line}
    return {name: float(found[told]) for name, told in ATTRIBUTION.items()}


def attribution() -> str:
    """Both readers on PolNeAR dev, side by side."""
    from bench.predict_attribution import READERS

    told = {reader: attribution_figures(reader) for reader in READERS}
    lines = [f"PolNeAR dev, F1 | {' | '.join(told)}", "|".join(["---"] * (len(told) + 1))]
    for name in ATTRIBUTION:
        lines.append(" | ".join([name, *(f"{figures[name]:.1f}" for figures in told.values())]))
    return "\n".join(lines)
