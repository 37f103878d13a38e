"""`pourparler export --format site`: the pages as a folder, and what it says of it."""

import json
from pathlib import Path

import pytest

from pourparler.faces.cli.app import FAILED, OK, USAGE, main
from pourparler.record.opening import open_store
from tests.faces.copy.following import faults
from tests.record.drafts import draft


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of two reports."""
    path = tmp_path / "talks.db"
    with open_store(path, create=True) as store:
        for name, day in (("early.txt", "2025-03-01"), ("late.txt", "2025-03-09")):
            told = draft(name, day, f"Norland, {name}, said no truce.", "Wire")
            told.names("Norland", kind="state").says("no truce", "Norland", "reject").put(store)
    return path


def copy(record: Path, *options: str) -> int:
    """Run the command."""
    return main(["export", "--record", str(record), "--format", "site", *options])


def test_the_folder_is_whole_and_what_it_leaves_out_is_told(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert copy(record, "-o", str(tmp_path / "site")) == OK
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "what needs a server: whatif, review, search, export" in shown.err
    assert "other files" in shown.err and "index.html" in shown.err
    assert faults(tmp_path / "site") == []
    whole = json.loads((tmp_path / "site" / "record.json").read_bytes())
    assert len(whole["reports"]) == 2 and whole["statements"]


def test_a_day_leaves_out_what_came_later(record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert copy(record, "-o", str(tmp_path / "site"), "--as-of", "2025-03-05") == OK
    assert "1 report published later" in capsys.readouterr().err
    assert len(list((tmp_path / "site" / "reports").iterdir())) == 1
    assert len(json.loads((tmp_path / "site" / "record.json").read_bytes())["reports"]) == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], "Name a folder with -o"),
        (["-o", "talks.zip"], "Name a folder with -o"),
        (["-o", "site", "--party", "Norland"], "Leave the filters away"),
        (["-o", "site", "--edition", "1"], "Leave the filters away"),
    ],
)
def test_what_does_not_go_together_is_told(
    record: Path, options: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert copy(record, *options) == USAGE
    assert words in capsys.readouterr().err


def test_a_folder_with_something_else_in_it_is_left_alone(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "index.html").write_text("mine")
    assert copy(record, "-o", str(tmp_path / "mine")) == FAILED
    assert "is not empty" in capsys.readouterr().err
    assert [path.read_text() for path in (tmp_path / "mine").iterdir()] == ["mine"]


def test_how_large_it_will_be_is_told_before_it_is_made(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pourparler.faces.cli.copying.LARGE", 1)
    assert copy(record, "-o", str(tmp_path / "site")) == OK
    assert capsys.readouterr().err.startswith("A page for every entry: up to ")


def test_it_stands_in_the_list_of_formats(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--help"]) == OK
    assert "The pages as a folder of files" in capsys.readouterr().out
    assert main(["export", "--format", "sitte"]) == USAGE
    assert "Did you mean site?" in capsys.readouterr().err


def test_a_format_that_there_is_not_is_answered_with_all_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--record", str(tmp_path / "none.db"), "--format", "ods"]) == USAGE
    told = capsys.readouterr().err
    assert "json" in told and "site" in told
