"""`pourparler show` on a record made by hand."""

import csv
import io
import json
from pathlib import Path

import pytest

from pourparler.faces.cli.app import FAILED, OK, USAGE, main
from pourparler.faces.cli.messages import give
from tests.faces.cli.shown import use_lausanne
from tests.faces.lausanne import RECORD

LISTS = ("meetings", "statements", "positions", "conditions", "instruments", "disputes", "actors", "reports")


@pytest.fixture(autouse=True)
def lausanne(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every command of a test looks at the record of Lausanne."""
    use_lausanne(monkeypatch, tmp_path)


@pytest.mark.parametrize("kind", LISTS)
def test_every_list_is_shown_plain_in_a_pipe(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", kind]) == OK
    shown = capsys.readouterr()
    assert "\x1b" not in shown.out
    assert max(map(len, shown.out.splitlines())) <= 100
    assert "explain ID" in shown.err


@pytest.mark.parametrize("kind", LISTS)
def test_every_list_is_json_and_csv_too(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", kind, "--json"]) == OK
    assert len(json.loads(capsys.readouterr().out)) == len(getattr(RECORD, kind))
    assert main(["show", kind, "--csv"]) == OK
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) >= len(getattr(RECORD, kind))


def test_what_has_no_day_stands_apart(capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", "meetings"])
    shown = capsys.readouterr()
    before, after = shown.out.split("Without a day (2)")
    assert "m10aa" in before and "m40dd4" in after
    assert "5 meetings, 2 without a day" in shown.err


def test_a_filter_says_what_it_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "meeting", "--party", "tehran", "--until", "2015-04-10", "--json"]) == OK
    shown = capsys.readouterr()
    assert [one["id"] for one in json.loads(shown.out)] == ["m10aa1", "m30cc3"]
    assert "Left out: 1 meeting without Iran; 1 of days after Fri 10 Apr 2015; 1 without a day" in shown.err


def test_nothing_to_show_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "meetings", "--since", "2030-01-01"]) == OK
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "No meetings" in shown.err and "Left out: 3 of days before" in shown.err


def test_mistyped_words_get_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "meetngs"]) == USAGE
    assert "Did you mean `pourparler show meetings`?" in capsys.readouterr().err
    assert main(["show", "xyz"]) == USAGE
    assert "Lists are: meetings" in capsys.readouterr().err
    assert main(["show", "meetings", "--party", "Irna"]) == FAILED
    assert "Did you mean Iran" in capsys.readouterr().err
    assert main(["show", "meetings", "--json", "--csv"]) == USAGE


def test_days_the_wrong_way_round_are_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "meetings", "--since", "2022-03-02", "--until", "2022-03-01"]) == USAGE
    assert "--until 2022-03-01" in capsys.readouterr().err


def test_a_party_that_is_like_none_gets_the_list_of_parties(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "meetings", "--party", "Narnia"]) == FAILED
    assert "Parties are:" in capsys.readouterr().err


def test_data_on_a_terminal_steers_nothing_and_elsewhere_is_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(io.TextIOWrapper):
        terminal = True

        def isatty(self) -> bool:
            return self.terminal

    hostile = "said «\x1b]0;mine\x07\x9b2J\u202e» in\u00a0Genève\n".encode()
    shown = io.BytesIO()
    monkeypatch.setattr("sys.stdout", Screen(shown, "utf-8"))
    give(hostile)
    assert shown.getvalue().decode() == "said «�]0;mine��2J�» in\u00a0Genève\n"
    monkeypatch.setattr(Screen, "terminal", False)
    give(hostile)
    assert shown.getvalue().endswith(hostile)
