"""The figures hold: no score of the bench lies under its pinned floor, and a fallen one is said."""

import json
from pathlib import Path

import pytest

from bench import floors, predict_attribution
from bench.places import SHARED

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="../shared (scorers, first case, data) is not beside this checkout"
)


@needs_shared
def test_no_figure_lies_under_its_floor() -> None:
    assert floors.check() == 0


def test_a_fallen_figure_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gold, pinned = tmp_path / "gold.json", tmp_path / "floors.json"
    gold.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(floors, "FLOORS", pinned)
    monkeypatch.setattr(floors, "_measured", lambda: {"one": ({"f1": 0.8}, gold)})
    assert floors.check(raise_floors=True) == 0
    monkeypatch.setattr(floors, "_measured", lambda: {"one": ({"f1": 0.7}, gold)})
    assert floors.check() == 1
    assert "FELL" in capsys.readouterr().out


def test_figures_of_the_trained_reader_have_room_to_round(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gold, pinned = tmp_path / "gold.json", tmp_path / "floors.json"
    gold.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(floors, "FLOORS", pinned)

    def measured(whole: float, press: float) -> None:
        figures = {"all: LAS": whole, "news + interview: LAS": press}
        monkeypatch.setattr(floors, "_measured", lambda: {"gum dev, trained": (figures, gold)})

    measured(80.0, 75.0)
    assert floors.check(raise_floors=True) == 0
    measured(79.6, 73.6)
    assert floors.check() == 0
    measured(79.4, 75.0)
    assert floors.check() == 1
    measured(80.0, 73.4)
    assert floors.check() == 1


def test_a_changed_gold_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gold, pinned = tmp_path / "gold.json", tmp_path / "floors.json"
    gold.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(floors, "FLOORS", pinned)
    monkeypatch.setattr(floors, "_measured", lambda: {"one": ({"f1": 0.8}, gold)})
    floors.check(raise_floors=True)
    gold.write_text('{"more": 1}', encoding="utf-8")
    assert floors.check() == 1


def test_predictions_of_attribution_have_the_scorers_shape(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    text = "“It is close,” Tony Blair said on Tuesday."
    source.write_text(json.dumps({"id": "a", "text": text}) + "\n", encoding="utf-8")
    predict_attribution.predict(source, target)
    (quote,) = json.loads(target.read_text(encoding="utf-8"))["quotes"]
    assert [text[s:e] for s, e in quote["content"]] == ["“It is close,”"]
    assert [text[s:e] for s, e in quote["cue"]] == ["said"]
    assert [text[s:e] for s, e in quote["source"]] == ["Tony Blair"]
