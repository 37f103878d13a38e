"""`pourparler status`: what was read, what failed and why, what was set aside."""

import json
from pathlib import Path

import pytest

from pourparler.faces.cli.app import main

REPORTS = {
    "a.txt": " date 2024-03-05 The pilots' union and the airline met in Lisbon on Monday, the union said.",
    "b.txt": " date 2024-03-09 The airline offered three per cent, its spokesman said in Lisbon on Friday.",
    "c.txt": "The union rejected the offer of the airline and called a strike, its president said.",
    "it.txt": "Il sindacato dei piloti e la compagnia aerea si sono incontrati lunedì a Lisbona.",
    "bad.txt": "",
}


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A record of three reports, one in another language and one failure."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "reports").mkdir()
    for name, words in REPORTS.items():
        (tmp_path / "reports" / name).write_text(words, encoding="utf-8")
    assert main(["read", str(tmp_path / "reports"), "--record", str(tmp_path / "air.db")]) == 3
    capsys.readouterr()
    return tmp_path / "air.db"


def test_it_tells_a_person_all_of_it(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--record", str(record)]) == 0
    shown = capsys.readouterr().out
    assert "case air" in shown and "Read: 3 reports" in shown
    assert "2 dated by header line" in shown and "without a day of publication" in shown
    assert "it.txt: language it" in shown
    assert "bad.txt [decode]: It is empty." in shown


def test_as_json_it_tells_a_program(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--record", str(record), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["read"] == 3 and found["published_from"] == {"header line": 2, "unknown": 2}
    assert found["set_aside"] == [{"report": "it.txt", "language": "it"}]
    assert [failure["report"] for failure in found["failures"]] == ["bad.txt"]


def test_as_of_a_day_only_what_was_out_by_then_counts(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--record", str(record), "--as-of", "2024-03-06", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["read"], found["as_of"], found["set_aside"]) == (1, "2024-03-06", [])


def test_a_missing_record_says_how_to_make_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--record", str(tmp_path / "none.db")]) == 1
    assert "pourparler read" in capsys.readouterr().err


def test_days_that_disagree_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = REPORTS["a.txt"] + "\nSource: https://air.example/2024/03/06/talks"
    (tmp_path / "a.txt").write_text(words, encoding="utf-8")
    main(["read", str(tmp_path / "a.txt"), "--record", str(tmp_path / "r.db")])
    capsys.readouterr()
    main(["status", "--record", str(tmp_path / "r.db")])
    assert "a.txt: 2024-03-05 from header line; 2024-03-06 from url" in capsys.readouterr().out
