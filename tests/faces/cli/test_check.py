"""`pourparler check`: silent proof, or the problems and exit code 4."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pourparler.faces.cli.app import main


@pytest.fixture
def record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A record of one report."""
    words = " date 2024-03-05 The pilots' union and the airline met in Lisbon on Monday, the union said."
    (tmp_path / "a.txt").write_text(words, encoding="utf-8")
    assert main(["read", str(tmp_path / "a.txt"), "--record", str(tmp_path / "r.db")]) == 0
    capsys.readouterr()
    return tmp_path / "r.db"


@pytest.mark.parametrize("more", [[], ["--as-of", "2024-03-06"], ["--as-of", "2024-03-01"]])
def test_a_sound_record_passes(record: Path, more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--record", str(record), *more]) == 0
    assert "All is well" in capsys.readouterr().err


def damage(record: Path) -> None:
    """Change the text of a report behind the back of the program."""
    with closing(sqlite3.connect(record)) as connection, connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE reports SET text = 'x' || text")


def test_a_text_changed_behind_its_back_is_found(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damage(record)
    assert main(["check", "--record", str(record)]) == 4
    shown = capsys.readouterr()
    assert "a.txt" in shown.out and "problem" in shown.err


def test_as_json_the_problems_are_data(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--record", str(record), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["problems"] == []
    damage(record)
    assert main(["check", "--record", str(record), "--json"]) == 4
    assert json.loads(capsys.readouterr().out)["problems"]
