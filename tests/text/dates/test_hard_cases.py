"""The hard cases one by one, and the given ones beside the repository where they are present."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.predict_dates import predict
from pourparler.core.evidence import Span
from pourparler.text.dates import days_of, find_times
from pourparler.text.publication import find_publication
from tests.text.dates.cases import Case, read_cases

CASES = read_cases()
SHARED = Path(__file__).resolve().parents[4] / "shared"


def test_the_table_is_large_enough() -> None:
    assert len(CASES) >= 150


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"line {case.line}: {case.words}")
def test_hard_case(case: Case) -> None:
    published = find_publication(case.header + case.text, url=case.url, given=case.published)
    times = find_times(case.text, published.anchor)
    asked = Span(case.start, case.end)
    found = days_of(case.text, asked, times)
    inside = [time for time in times if asked.overlaps(Span(time.start, time.end))]
    assert ((found[1].start, found[1].end) if found else (None, None)) == case.days
    if case.direction != "any":
        assert (found[0] if found else inside[0]).direction == case.direction


@pytest.mark.parametrize(("name", "floors"), [("cases", (37, 36)), ("meantime", (79.0, 90.0))])
def test_the_given_sets_stay_above_their_bars(tmp_path: Path, name: str, floors: tuple[float, float]) -> None:
    gold, scorer = SHARED / "data" / "dates" / f"{name}.jsonl", SHARED / "score" / "dates.py"
    if not gold.exists() or not scorer.exists():
        pytest.skip("the shared data and scorer are not beside the repository")
    predict(gold, tmp_path / "out.jsonl")
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == len(gold.read_text().splitlines())
    command = [sys.executable, str(scorer), str(gold), str(tmp_path / "out.jsonl")]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if name == "cases":
        words = said.replace("  ", " ").split()
        right, both = int(words[words.index("right") + 1]), int(words[words.index("modality") + 2])
        assert right >= floors[0] and both >= floors[1], said
    else:
        scores = {line.split()[0]: float(line.split()[-1]) for line in said.splitlines() if " F1 " in line}
        assert scores["value"] >= floors[0] and scores["relaxed"] >= floors[1], said


def test_predictions_have_the_shapes_the_scorer_reads(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "dct": "2025-09-10", "text": "They met on Monday."},
        {"id": "b", "published": None, "text": "They met on Monday.", "expression": "Monday", "context": {}},
    ]
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    predict(source, target)
    documents, case = (json.loads(line) for line in target.read_text().splitlines())
    assert documents == {"id": "a", "timexes": [{"s": 12, "e": 18, "type": "DATE", "value": "2025-09-08"}]}
    assert case == {"id": "b", "start": None, "end": None, "granularity": "day", "modality": "past"}
