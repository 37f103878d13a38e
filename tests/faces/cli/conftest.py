"""What tests of commands share: a person who judges, and how a command is run."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pourparler.faces.cli.app import main

Run = Callable[..., tuple[int, str, str]]
"""Runs a command; gives its exit code, its output and its messages."""


@pytest.fixture
def judged_by_ann(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], Path]:
    """Makes a record the one that commands judge, in the name of Ann; nothing of this machine's settings counts."""

    def settle(path: Path) -> Path:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
        monkeypatch.setenv("POURPARLER_RECORD", str(path))
        monkeypatch.setenv("POURPARLER_BY", "Ann")
        return path

    return settle


@pytest.fixture
def run(record: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the record of a test."""

    def command(*words: str) -> tuple[int, str, str]:
        code = main(list(words))
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return command
