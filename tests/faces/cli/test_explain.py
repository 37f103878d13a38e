"""`pourparler explain`: every account with its words, its voice, and how its day was found."""

import json
from pathlib import Path

import pytest

from pourparler.faces.cli.app import FAILED, OK, main
from tests.faces.cli.shown import use_lausanne


@pytest.fixture(autouse=True)
def lausanne(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every command of a test looks at the record of Lausanne."""
    monkeypatch.setenv("COLUMNS", "110")
    use_lausanne(monkeypatch, tmp_path)


def test_an_entry_comes_with_every_account(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "m10"]) == OK
    shown = capsys.readouterr().out
    assert shown.startswith("Meeting m10aa (m10aa1)\nTalks between Iran and the United States in Lausanne\n")
    assert "counts: 3·3·2 (accounts · reports · independent sources)" in shown
    assert "Account 3 of 3" in shown
    assert "report: Lakeside Post, “An outline by the lake” [lake.txt]" in shown
    assert "published: Thu 2 Apr 2015 (from its header line)" in shown
    assert "voice: Lakeside Post, in its own voice" in shown
    assert "words: «Iran and the United States ended talks in Lausanne on Thursday» with an outline." in shown
    assert "day: Thu 2 Apr 2015 (from 'Thursday', report of 2 Apr)" in shown
    assert "Contradiction d10aa on place (discrepancy):" in shown


def test_a_voice_and_a_day_of_publication_that_disagrees_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    main(["explain", "c10"])
    assert "voice: the State Department (United States), as Lakeside Post reports" in capsys.readouterr().out
    main(["explain", "r3a"])
    assert "Mon 20 Apr 2015 (from its dateline); but from its address: Tue 21 Apr 2015" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("identifier", "words"),
    [
        ("d10", "About m10aa: Talks between Iran and the United States in Lausanne"),
        ("w10", "office: secretary of state"),
        ("w20", "wordings: Iran; Tehran"),
        ("r1b", "near copy of: lake.txt"),
        ("i10", "states: framework agreed 2 Apr 2015 → to be signed (no day)"),
        ("s20", "said on: Sun 5 Apr 2015"),
        ("p20", "depends on: c10aa"),
    ],
)
def test_everything_with_an_id_is_explained(identifier: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", identifier]) == OK
    assert words in capsys.readouterr().out


def test_json_has_the_entry_its_accounts_and_its_disputes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "m10aa1", "--json"]) == OK
    values = json.loads(capsys.readouterr().out)
    assert values["kind"] == "meeting" and values["meeting"]["id"] == "m10aa1"
    first = values["accounts"][0]
    assert first["published_from"] == "header line" and first["voice"]["outlet"] is True
    assert first["when"]["said"] == "Thursday" and first["support"][0]["field"] == "outcome"
    assert values["disputes"][0]["field"] == "place"
    assert main(["explain", "w10aa1", "--json"]) == OK
    assert json.loads(capsys.readouterr().out)["actor"]["name"] == "John Kerry"


def test_an_id_that_is_none_gets_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "m1oaa"]) == FAILED
    assert "Did you mean m10aa" in capsys.readouterr().err
