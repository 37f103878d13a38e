"""`pourparler review`: at a terminal, in a pipe, and killed in the middle."""

import json
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pourparler.core.judgement import Judgement
from pourparler.faces.cli.app import OK, USAGE, main
from pourparler.record.opening import open_store
from tests.faces.cli.reviewing.terminal import Terminal
from tests.record.drafts import draft
from tests.record.reviewing.quay import fill

at_terminals = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of the pay talks."""
    with open_store(tmp_path / "quay.db", create=True) as store:
        fill(store)
    return tmp_path / "quay.db"


def judgements(record: Path, withdrawn: bool = False) -> tuple[Judgement, ...]:
    """What stands in a record, or ever stood."""
    with open_store(record, read_only=True) as store:
        return store.judgements(withdrawn)


def exported(record: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The whole record as JSON."""
    assert main(["export", "--record", str(record)]) == OK
    return capsys.readouterr().out


def test_without_a_terminal_it_says_what_to_do(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--record", str(record)]) == USAGE
    said = capsys.readouterr()
    assert not said.out and "review --list" in said.err and "pourparler confirm" in said.err


def test_the_list_says_what_is_asked_about_what_and_why(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--list", "-r", str(record)]) == OK
    said = capsys.readouterr()
    assert "Is this a real" in said.out and "hardest first" in said.err
    assert main(["review", "--list", "-r", str(record), "--limit", "1"]) == OK
    assert "more without --limit 1" in capsys.readouterr().err


def test_as_json_every_question_has_its_words_and_reasons(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--json", "-r", str(record)]) == OK
    asked = json.loads(capsys.readouterr().out)
    dispute = next(question for question in asked if question["field"] == "when")
    assert dispute["answers"] == {"accept": "real contradiction", "reject": "none, or only an update"}
    assert [side["value"] for side in dispute["sides"]] == ["2025-03-10", "2025-03-09"]
    first = dispute["sides"][0]["passages"][0]
    assert first["outlet"] == "Harbour Wire" and first["published"] == "2025-03-11" and first["end"] > first["start"]
    assert [question["hardness"] for question in asked] == sorted(question["hardness"] for question in asked)
    assert any(reason["why"] == "hedged" for question in asked for reason in question["reasons"])


def test_kind_and_party_choose(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--json", "-r", str(record), "--kind", "conditions"]) == OK
    assert {question["kind"] for question in json.loads(capsys.readouterr().out)} == {"condition"}
    assert main(["review", "--json", "-r", str(record), "--party", "port auth"]) == OK
    assert {question["kind"] for question in json.loads(capsys.readouterr().out)} == {"meeting", "instrument"}
    assert main(["review", "--list", "-r", str(record), "--kind", "meting"]) == USAGE
    assert "Did you mean --kind meetings?" in capsys.readouterr().err


def test_as_of_a_day_asks_what_was_open_then(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--list", "-r", str(record), "--as-of", "2025-03-01"]) == OK
    assert "left to ask" in capsys.readouterr().err


@at_terminals
def test_keys_are_kept_as_acts_and_undone_without_a_trace(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = exported(record, capsys)
    with Terminal(["review", "-r", str(record), "--by", "ann", "--because", "as a rule"]) as terminal:
        page = terminal.wait("1 of")
        assert "Is this a real contradiction on “status”" in page and "«a pay deal»" in page
        terminal.press("x")
        terminal.wait("Kept: none, or only an update.")
        assert [one.verdict.value for one in judgements(record)] == ["rejected"]
        terminal.press("na clerk was there\ra")
        terminal.wait("Kept: real contradiction.")
        assert [(one.by, one.because) for one in judgements(record)] == [
            ("ann", "as a rule"), ("ann", "a clerk was there"),
        ]  # fmt: skip
        terminal.press(" \x7f")
        terminal.wait("nothing was decided here")
        terminal.press("xu")
        terminal.wait("what was decided here is withdrawn")
        assert len(judgements(record)) == 2 and len(judgements(record, withdrawn=True)) == 3
        terminal.press("q")
        assert terminal.end() == OK
        assert "2 questions decided" in terminal.raw and "\x1b[?1049l" in terminal.raw
    assert exported(record, capsys) != before
    with open_store(record) as store:
        store.withdraw([one.id for one in store.judgements()], datetime.now(UTC))
    assert exported(record, capsys) == before


@at_terminals
def test_interrupted_it_ends_with_130_and_killed_it_has_lost_nothing(record: Path) -> None:
    with Terminal(["review", "-r", str(record)]) as terminal:
        terminal.wait("1 of")
        terminal.press("a")
        terminal.wait("Kept:")
        terminal.process.send_signal(signal.SIGINT)
        assert terminal.end() == 130
        assert "Every answer is kept" in terminal.raw and "\x1b[?1049l" in terminal.raw
    with Terminal(["review", "-r", str(record)]) as terminal:
        terminal.wait("1 of")
        terminal.press("a")
        terminal.wait("Kept:")
        terminal.process.kill()
        terminal.end()
    assert len(judgements(record)) == 2


@at_terminals
def test_stopped_and_gone_on_it_takes_keys_again(record: Path) -> None:
    with Terminal(["review", "-r", str(record)]) as terminal:
        terminal.wait("1 of")
        terminal.press("a")
        terminal.wait("Kept:")
        terminal.process.send_signal(signal.SIGSTOP)
        terminal.process.send_signal(signal.SIGCONT)
        terminal.press("a")
        terminal.wait("2 decided")


@at_terminals
def test_another_writer_is_told_and_the_question_stays(record: Path) -> None:
    with Terminal(["review", "-r", str(record)]) as terminal:
        terminal.wait("1 of")
        with open_store(record):
            terminal.press("a")
            page = terminal.wait("Not kept:")
            assert page.startswith("1 of")
        terminal.press("a")
        terminal.wait("Kept:")
    assert len(judgements(record)) == 1


@at_terminals
def test_a_narrow_terminal_without_colours_gets_no_style(record: Path) -> None:
    with Terminal(["review", "-r", str(record)], columns=40, rows=20, NO_COLOR="1") as terminal:
        page = terminal.wait("q quit")
        assert all(len(line) <= 40 for line in page.splitlines())
        assert "\x1b[1m" not in terminal.raw and "\x1b[2m" not in terminal.raw
        terminal.press("q")
        assert terminal.end() == OK


@at_terminals
def test_words_of_reports_do_not_steer_the_terminal(tmp_path: Path) -> None:
    text = "The Dockers Union \x1b[2J\x1b]0;owned\x07 met the mayor, perhaps."
    with open_store(tmp_path / "bad.db", create=True) as store:
        bad = draft("bad.txt", "2025-03-11", text, "Wire\x1b[31m")
        bad.meets("\x1b[2J\x1b]0;owned\x07 met the mayor", "meeting", "held", parties=("Dockers Union",)).put(store)
    with Terminal(["review", "-r", str(tmp_path / "bad.db")]) as terminal:
        terminal.wait("1 of")
        terminal.press("q")
        terminal.end()
        assert "\x1b[2J" not in terminal.raw and "\x1b]0;" not in terminal.raw and "\x1b[31m" not in terminal.raw
        assert "‹U+001B›" in terminal.raw
