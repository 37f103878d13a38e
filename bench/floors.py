"""Quality floors pinned in `bench/floors.json`: a figure may rise, and never falls under its floor unseen.

Each floor keeps the SHA-256 of the gold it was measured on and a noise allowance; a changed gold is said, not passed
over.
"""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from bench.gum import PRESS
from bench.places import CORPUS, FLOORS, SYNTHETIC, Missing
from bench.record_score import KINDS
from pourparler.text.tagging import ModelError

ALLOWANCE = 0.005
"""Reading is deterministic; the allowance covers only rounding in the scorers' figures."""

TRAINED = ", trained"
"""How the names of sets end that the trained reader is measured on; the figures of trees and attribution are in
percent."""

TRAINED_ALLOWANCE = 0.5
"""In percent: 8-bit arithmetic rounds otherwise on another processor or in other batches. With 1, 4 and 8 windows a
batch, figures of all of GUM dev moved by at most 0.5 and those of attribution by at most 0.5."""

PRESS_ALLOWANCE = 1.5
"""The same for the four documents of GUM's press in a split, whose figures moved by at most 1.5."""


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
            mark = "new" if least is None else "ok" if value >= least - _allowance(name, field) else "FELL"
            fallen = fallen or mark == "FELL"
            print(f"{name:24} {field:28} {value:8.3f}  floor {least if least is not None else '-'}  {mark}")
            if raise_floors and (least is None or value > least):
                floor["figures"][field] = value
    if raise_floors:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return int(fallen)


CASE_ALLOWANCE = 0.02
"""For a whole case read with the trained reader, as a share: a label on a hair moves one entry of some fifty."""


def _allowance(name: str, field: str) -> float:
    """How far a figure may lie under its floor."""
    if not name.endswith(TRAINED):
        return ALLOWANCE
    if name.startswith(("record ", "corpus ", "phrases ", "parties ")):
        return CASE_ALLOWANCE
    return PRESS_ALLOWANCE if field.startswith(" + ".join(PRESS)) else TRAINED_ALLOWANCE


def _measured() -> dict[str, tuple[dict[str, float], Path]]:
    """Every measured set: its figures and the gold they were measured on; what is not there is left out and said."""
    from bench import moves, record_score
    from bench.places import shared

    found: dict[str, tuple[dict[str, float], Path]] = {"moves": moves.floor_figures()}
    try:
        shared("score", "record.py")
    except Missing as missing:
        print(missing)
        return found
    for case, (_, gold) in record_score.cases().items():
        for reader, end in (("rules", ""), ("trained", TRAINED)):
            found[f"record {case}{end}"] = (_record_figures(record_score.score(case, reader=reader)), gold)
    found |= _span_figures()
    found |= _trained_figures()
    found |= _corpus_figures()
    found |= _synthetic_figures()
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
    return {
        "dates cases": (
            {"interval": float(cases[1]), "interval and direction": float(cases[2])} if cases else {},
            shared("data", "dates", "cases.jsonl"),
        ),
        "dates meantime": (values, shared("data", "dates", "meantime.jsonl")),
        "attribution polnear dev": (
            span_score.attribution_figures("rules"),
            shared("data", "polnear", "dev.jsonl"),
        ),
    }


def _trained_figures() -> dict[str, tuple[dict[str, float], Path]]:
    """Figures of the trained reader: attribution, trees, mentions, chains of events; nothing, and a line that says so,
    without its model."""
    from bench import chains_score, span_score, trees
    from bench.places import shared

    try:
        said = span_score.attribution_figures("trained")
        seen = trees.floor_figures()
        chains = chains_score.floor_figures()
    except ModelError as error:
        print(error)
        return {}
    gum = shared("data", "entities", "gum.jsonl")
    return {
        f"attribution polnear dev{TRAINED}": (said, shared("data", "polnear", "dev.jsonl")),
        f"chains ecb+{TRAINED}": (chains, shared("data", "events", "ecbplus.jsonl")),
        **{f"gum {split}{TRAINED}": (figures, gum) for split, figures in seen.items()},
    }


def _corpus_figures() -> dict[str, tuple[dict[str, float], Path]]:
    """Figures of whole negotiations of the corpus: the test side by both readers, the dev side by the trained, of which
    also how phrases are cut, who is shown as a party, and how the phrases of the gold are gathered into issues."""
    from bench import corpus_score, issues_score, parties_score, phrases_score

    dev = CORPUS / "dev side"
    told = [count for _, count in parties_score.counts("dev")]
    return {
        "issues dev": (issues_score.floor_figures("dev"), dev),
        f"phrases dev{TRAINED}": (phrases_score.score("dev"), dev),
        f"parties dev{TRAINED}": (parties_score.figures(told), dev),
    } | {
        f"corpus {side}{end}": (corpus_score.score(side, reader), CORPUS / f"{side} side")
        for side, reader, end in (("test", "rules", ""), ("test", "trained", TRAINED), ("dev", "trained", TRAINED))
    }


def _synthetic_figures() -> dict[str, tuple[dict[str, float], Path]]:
    """Precision and recall of the merge over generated records of 1,000 and 10,000 accounts, by kind."""
    from bench.synthetic.holding import hold
    from bench.synthetic.press import Plan, tell
    from bench.synthetic.scoring import score
    from pourparler.record.view import compute

    found = {}
    for size in (1_000, 10_000):
        synthetic = hold(tell(Plan(accounts=size)))
        pairs = score(compute(synthetic.holdings), synthetic.truth)
        figures = {f"{kind} precision": each.precision for kind, each in pairs.items()}
        figures |= {f"{kind} recall": each.recall for kind, each in pairs.items()}
        found[f"synthetic {size:,}"] = (figures, SYNTHETIC)
    return found


def _digest(path: Path) -> str:
    """The sum of a file, of all reports and links on a side of the corpus, or of what generates synthetic reports."""
    if path == SYNTHETIC:
        sources = b"".join(file.read_bytes() for file in sorted(path.glob("*.py")))
        return hashlib.sha256(sources).hexdigest()[:16]
    if path.parent != CORPUS:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    from bench.corpus_score import negotiations_of

    whole = hashlib.sha256()
    for found in negotiations_of(path.name.split()[0]):
        for file in sorted(found.path.glob("*.txt")):
            whole.update(file.read_bytes())
    return whole.hexdigest()[:16]
