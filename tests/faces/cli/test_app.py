"""The front door: help, mistyped words, exit codes, and how long it takes to open."""

import errno
import io
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from pourparler import __version__
from pourparler.core.errors import RecordError
from pourparler.faces.cli import app
from pourparler.faces.cli.app import COMMANDS, main
from pourparler.record.opening import open_store

COMMANDS_HERE = sorted(name for name in COMMANDS if (Path(app.__file__).parent / f"{name}.py").exists())


def test_help_shows_examples_first_and_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.index("Examples:") < shown.index("Usage:") < shown.index("Commands:")
    assert all(f"\n  {name} " in shown for name in COMMANDS)


@pytest.mark.parametrize("words", [[], ["-h"], ["help"], ["help", "help"]])
def test_help_comes_in_many_ways(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 0
    assert "Commands:" in capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS_HERE)
def test_help_on_a_command_shows_its_examples_first(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    shown = capsys.readouterr().out
    assert f"pourparler {name}" in shown.split("Examples:")[1].split("Options:")[0]
    assert main(["help", name]) == 0
    assert capsys.readouterr().out == shown


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"pourparler {__version__}\n"


@pytest.mark.parametrize(("typed", "meant"), [("reed", "read"), ("statsu", "status"), ("expl", "explain")])
def test_a_mistyped_command_gets_a_suggestion(typed: str, meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([typed]) == 2
    shown = capsys.readouterr()
    assert f"pourparler {meant}" in shown.err and not shown.out


def test_a_word_that_is_near_nothing_points_to_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["xylophone"]) == 2
    assert "--help" in capsys.readouterr().err


def test_a_mistyped_option_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--rekord", "x.db"]) == 2
    assert "--record" in capsys.readouterr().err


def test_a_word_that_is_no_day_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--as-of", "Tuesday"]) == 2
    assert "2025-02-26" in capsys.readouterr().err


def test_an_error_says_what_happened_and_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise RecordError("The record is on the moon.", "Fly there.")

    monkeypatch.setattr(app, "invoke", fail)
    assert main(["status"]) == 1
    assert capsys.readouterr().err == "Error: The record is on the moon.\n  → Fly there.\n"


def test_an_interruption_has_its_own_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "invoke", interrupt)
    assert main(["status"]) == 130
    assert "kept" in capsys.readouterr().err


def test_help_opens_fast_and_imports_nothing_heavy() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    code = (
        "import sys; from pourparler.faces.cli.app import main; main(['--help']); "
        "sys.exit(bool({'typer', 'rich', 'sqlalchemy', 'trafilatura', 'numpy'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.3


class Shut(io.StringIO):
    """A stream whose other end is gone, or whose disk is full."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, _: str) -> int:
        raise self.error


def test_a_reader_that_has_seen_enough_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = tmp_path / "r.db"
    open_store(record, create=True).close()
    monkeypatch.setattr(sys, "stdout", Shut(BrokenPipeError(errno.EPIPE, "Broken pipe")))
    assert main(["status", "--record", str(record)]) == 0


def test_a_full_disk_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tmp_path / "r.db"
    open_store(record, create=True).close()
    monkeypatch.setattr(sys, "stdout", Shut(OSError(errno.ENOSPC, "No space left on device")))
    assert main(["status", "--record", str(record)]) == 1
    assert "No space left" in capsys.readouterr().err


def test_an_interruption_inside_a_command_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pourparler.faces.cli.status.look", interrupt)
    assert main(["status"]) == 130
    assert "kept" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(("words", "code"), [("status >/dev/full", 1), ("status >&-", 0), ("status | head -c 1", 0)])
def test_outputs_of_all_kinds_end_without_a_trace(words: str, code: int, tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    open_store(record, create=True).close()
    call = words.replace("status", f'"{sys.executable}" -m pourparler status --record "{record}"')
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {call}"], capture_output=True, text=True, check=False)
    assert done.returncode == code and "Traceback" not in done.stderr


def test_a_mistyped_word_steers_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["\x1b[31mread"]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_a_console_that_lacks_letters_gets_their_numbers(tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    open_store(record, create=True).close()
    call = [sys.executable, "-m", "pourparler", "status", "--record", str(record)]
    done = subprocess.run(call, capture_output=True, env=os.environ | {"PYTHONIOENCODING": "ascii"}, check=False)
    assert done.returncode == 0 and b"Record" in done.stdout
