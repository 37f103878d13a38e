"""The commands that ask the negotiation as a system, on a record file made by hand."""

import csv
import io
import json
from pathlib import Path

import pytest

from pourparler.faces.cli.app import FAILED, OK, USAGE, main
from tests.faces.system.lake import FORBIDDEN, lake_file

ASKED: dict[str, list[str]] = {
    "issues": [],
    "why": ["truce"],
    "unblock": ["a truce"],
    "block": ["truce"],
    "deadlocks": [],
    "burden": [],
    "whatif": ["--drop", "Lake Daily"],
    "network": [],
    "lives": [],
}


@pytest.fixture(autouse=True)
def record(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Every command of a test looks at the record of the lake."""
    path = lake_file(tmp_path)
    monkeypatch.setenv("POURPARLER_RECORD", str(path))
    monkeypatch.setenv("COLUMNS", "100")
    return path


@pytest.mark.parametrize("command", ASKED)
def test_plain_in_a_pipe_json_and_as_of(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, *ASKED[command]]) == OK
    shown = capsys.readouterr().out
    assert "by public statements" in " ".join(shown.split()) and "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= 110
    assert ("The words this rests on" in shown) is (command not in ("deadlocks",)) or command == "whatif"
    assert main([command, *ASKED[command], "--json"]) == OK
    values = json.loads(capsys.readouterr().out)
    assert values["asked"] == command and values["as_of"] is None
    assert main([command, *ASKED[command], "--as-of", "2025-03-04", "--json"]) == OK
    assert json.loads(capsys.readouterr().out)["as_of"] == "2025-03-04"


@pytest.mark.parametrize("command", ASKED)
def test_help_begins_with_examples_and_has_none_of_the_forbidden_words(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "--help"]) == OK
    shown = capsys.readouterr().out
    assert shown.index("Examples:") < shown.index("Options:")
    assert not [bad for bad in FORBIDDEN if bad in shown.lower()]


def test_words_are_quoted_with_outlet_and_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["unblock", "truce"]) == OK
    shown = " ".join(capsys.readouterr().out.split())
    assert "[2] 1, Sat 1 Mar 2025" in shown and "“no truce unless Sudland frees the crew”" in shown


def test_a_goal_mistyped_gets_near_ones(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("why", "unblock", "block"):
        assert main([command, "ceasfire"]) == FAILED
        assert "Did you mean" in capsys.readouterr().err
    assert main(["why"]) == OK
    assert "Goals that conditions stand before" in capsys.readouterr().out
    assert main(["issues", "dma"]) == FAILED
    assert "Did you mean “dam”" in capsys.readouterr().err


def test_moves_supposed_made_are_typed_as_they_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["unblock", "truce"])
    shown = capsys.readouterr().out
    made = [line.split(", ")[1] for line in shown.splitlines() if line.strip().startswith("Moves: ")]
    for command, total in (("unblock", 2), ("block", 1)):
        assert main([command, "truce", "--made", made[0], "--json"]) == OK
        values = json.loads(capsys.readouterr().out)
        assert values["total"] == total and values["supposed"]["made"][0]["id"].startswith(made[0])
    assert main(["unblock", "truce", *(word for one in made for word in ("--made", one))]) == OK
    shown = " ".join(capsys.readouterr().out.split())
    assert "If these 2 moves were made, nothing known would stand before" in shown
    assert main(["unblock", "truce", "--made", "waive:zzz"]) == FAILED
    assert "Its moves: " in capsys.readouterr().err
    assert main(["unblock", "--made", made[0]]) == USAGE
    assert "name the goal first" in capsys.readouterr().err


def test_wrong_usage_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    for words, hint in (
        (["issues", "--state", "blokced"], "Did you mean 'blocked'?"),
        (["issues", "--state", "zzz"], "States are: agreed"),
        (["issues", "--json", "--csv"], "exclude each other"),
        (["network", "contcts"], "Did you mean contacts?"),
        (["network", "--normalise", "averge"], "Did you mean average?"),
        (["network", "--once", "monht"], "Did you mean month?"),
        (["whatif", "truce"], "--drop"),
        (["unblock", "truce", "--most", "0"], "--most"),
        (["unblock", "truce", "--most", "9" * 30], "--most"),
    ):
        assert main(words) == USAGE, words
        assert hint in capsys.readouterr().err


def test_issues_are_chosen_by_state_party_and_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["issues", "--state", "contested", "--json"]) == OK
    assert [one["name"] for one in json.loads(capsys.readouterr().out)["issues"]] == ["dam"]
    assert main(["issues", "a dam"]) == OK
    assert "“dam”: contested" in capsys.readouterr().out
    assert main(["issues", "--party", "westmark"]) in (OK, FAILED)
    capsys.readouterr()
    assert main(["issues", "--csv"]) == OK
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {"id", "issue", "state", "Norland", "Sudland"} <= set(rows[0])


@pytest.mark.parametrize(("what", "kind"), [("lake daily", "source"), ("1.txt", "report"), ("", "entry")])
def test_whatif_drops_a_source_a_report_or_an_entry(what: str, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    if not what:
        assert main(["show", "conditions", "--json"]) == OK
        what = json.loads(capsys.readouterr().out)[0]["id"][:8]
    assert main(["whatif", "truce", "--drop", what, "--json"]) == OK
    assert json.loads(capsys.readouterr().out)["drop"]["kind"] == kind


def test_whatif_of_nothing_there_says_what_is_near(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["whatif", "--drop", "lake dialy"]) == FAILED
    assert "Did you mean 'Lake Daily'" in capsys.readouterr().err


def test_lives_of_one_instrument_and_of_what_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", "instruments", "--json"])
    one = json.loads(capsys.readouterr().out)[0]["id"]
    assert main(["lives", one[:6]]) == OK
    assert "Warning: from “proposed” to “in force”" in capsys.readouterr().out
    main(["show", "meetings", "--json"])
    other = json.loads(capsys.readouterr().out)[0]["id"]
    assert main(["lives", other]) == FAILED
    assert "no instrument" in capsys.readouterr().err


def test_networks_over_time(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["network", "contacts", "--per", "months"]) == OK
    assert "March 2025: 1 meeting of 2 actors; 1 edge: Norland — Sudland 1." in capsys.readouterr().out
    assert main(["network", "--per", "weeks", "--size", "2", "--json"]) == OK
    assert json.loads(capsys.readouterr().out)["per"] == "weeks"
    assert main(["network", "--window", "2025-03-04..2025-03-04"]) == OK
    assert "Networks of parties, Tue 4 Mar 2025" in capsys.readouterr().out
    for words, hint in (
        (["--per", "mnths"], "Did you mean months?"),
        (["--window", "march"], "2025-03-01..2025-03-31"),
        (["--window", "2025-03-04..2025-03-04", "--per", "weeks"], "exclude each other"),
        (["--per", "weeks", "--size", "0"], "--size"),
        (["--per", "weeks", "--size", "99999999"], "--size"),
        (["--size", "2"], "Name the unit with --per"),
    ):
        assert main(["network", *words]) == USAGE, words
        assert hint in capsys.readouterr().err
