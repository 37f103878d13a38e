"""The bench says what is missing and measures what is there."""

from pathlib import Path

import pytest

from bench import speed
from bench.__main__ import main
from bench.places import Missing

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
NEWS = "The nurses' union met the hospital trust on Monday, a mediator said. The union rejected the offer.\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("speed nowhere", "nowhere"),
        ("predict dates nowhere.jsonl out.jsonl", "nowhere.jsonl"),
        ("predict attribution nowhere.jsonl out.jsonl", "nowhere.jsonl"),
    ],
)
def test_what_is_not_there_is_said(
    words: str, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["bench", *words.split()])
    assert main() == 1
    assert told in capsys.readouterr().err


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not beside this checkout")
def test_a_case_that_is_none_gets_the_list(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["bench", "score", "record", "--case", "nowhere"])
    assert main() == 1
    assert "seeds" in capsys.readouterr().err


def test_speed_counts_what_it_reads(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(NEWS * (number + 1), encoding="utf-8")
    found = speed.measure([tmp_path])
    assert (found.reports, found.words) == (3, 6 * len(NEWS.split()))
    assert found.rules_seconds > 0 and found.whole_seconds > 0 and found.start_seconds > 0
    assert found.encoder_seconds > 0 and found.trained_seconds > 0 and 20 < found.peak_mib < 500
    assert "words/s" in speed.report(found)


def test_speed_of_reports_that_fail_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" ", encoding="utf-8")
    with pytest.raises(Missing, match="ended with 3"):
        speed.measure([tmp_path])
    with pytest.raises(Missing, match="none"):
        speed.measure([])
