"""`pourparler reread`: what it shows before it takes effect, and how one goes back."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pourparler import pipeline
from pourparler.core.errors import ReportError
from pourparler.core.judgement import Verdict
from pourparler.core.reading import Reading
from pourparler.core.report import Report
from pourparler.faces.cli.app import FAILED, INTERRUPTED, OK, SOME_FAILED, USAGE, main
from pourparler.record.judging import make_act, sign
from pourparler.record.opening import open_store
from pourparler.record.view import load_case
from tests.record.drafts import geneva_talks


class Blind:
    """A reader that sees what the hand-made readings have, less every instrument."""

    name = "blind-1"

    def read(self, report: Report) -> Reading:
        [reading] = [each.reading for each in geneva_talks() if each.report.id == report.id]
        return replace(reading, reader=self.name, instruments=())


class Choosy(Blind):
    """The same, but it cannot bear one report."""

    name = "choosy-1"

    def read(self, report: Report) -> Reading:
        if report.name == "2.txt":
            raise ReportError("read", "It is a poem.", "Give prose.")
        return super().read(report)


class Hurried(Blind):
    """The same, but somebody presses Ctrl-C at the second report."""

    name = "hurried-1"
    seen = 0

    def read(self, report: Report) -> Reading:
        Hurried.seen += 1
        if Hurried.seen == 2:
            raise KeyboardInterrupt
        return super().read(report)


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The talks in Geneva as read by hand, and three more readers to choose from."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    path = tmp_path / "case.db"
    monkeypatch.setenv("POURPARLER_RECORD", str(path))
    for made in (Blind, Choosy, Hurried):
        monkeypatch.setitem(pipeline.READERS, made.__name__.lower(), f"{__name__}:{made.__name__}")
    with open_store(path, create=True) as store:
        for each in geneva_talks():
            each.put(store)
    return path


def ask(capsys: pytest.CaptureFixture[str], *words: str, code: int = OK) -> tuple[str, str]:
    """What the command says on stdout and on stderr."""
    assert main(["reread", *words]) == code
    shown = capsys.readouterr()
    return shown.out, shown.err


def instruments(record: Path) -> int:
    with open_store(record, read_only=True) as store:
        return len(load_case(store).instruments)


def test_it_shows_what_would_change_and_changes_nothing(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, said = ask(capsys, "--reader", "blind")
    assert out.startswith("What would change with 5 readings of blind-1\n") and "WITHDRAWN INSTRUMENTS (1)" in out
    assert "blind-1 read 5 reports." in said
    assert f"pourparler reread --record {record} --reader blind --apply" in said
    assert instruments(record) == 1


def test_it_takes_effect_when_told_and_goes_back_by_the_same_verb(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(capsys, "--reader", "blind")
    out, said = ask(capsys, "--reader", "blind", "--apply")
    assert "blind-1 read no reports. 5 reports had been read by it before." in said
    assert "WITHDRAWN INSTRUMENTS (1)" in out and "5 reports now seen by blind-1; this is edition" in said
    assert instruments(record) == 0
    out, said = ask(capsys, "--reader", "blind")
    assert out == "" and "seen by that reading already" in said
    out, said = ask(capsys, "--reader", "hand 1", "--apply")
    assert "NEW INSTRUMENTS (1)" in out and instruments(record) == 1


def test_what_waits_can_be_discarded(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "No reading waits" in ask(capsys, "--discard")[1]
    ask(capsys, "--reader", "blind")
    assert "Deleted 5 readings of blind-1." in ask(capsys, "--discard")[1]
    assert "No reading waits" in ask(capsys, "--discard", "--reader", "hand 1")[1]
    ask(capsys, "--reader", "blind")
    ask(capsys, "--reader", "choosy", code=SOME_FAILED)
    assert "Readings of blind-1 and choosy-1 wait." in ask(capsys, "--discard", code=FAILED)[1]
    assert "Deleted 4 readings" in ask(capsys, "--discard", "--reader", "choosy")[1]


def test_a_report_that_cannot_be_read_keeps_its_reading(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, said = ask(capsys, "--reader", "choosy", "--apply", code=SOME_FAILED)
    assert "2.txt: It is a poem. Give prose." in said and "4 reports now seen by choosy-1" in said
    with open_store(record, read_only=True) as store:
        assert [failure.stage for failure in store.failures()] == ["reread"]
        assert store.readings("r-2.txt")[0].reader == "hand 1"


def test_an_interruption_keeps_what_was_read(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Hurried.seen = 0
    out, said = ask(capsys, "--reader", "hurried", "--apply", code=INTERRUPTED)
    assert out == "" and "The same command goes on from here." in said and instruments(record) == 1
    _, said = ask(capsys, "--reader", "hurried", "--apply")
    assert "hurried-1 read 4 reports. 1 report had been read by it before." in said and instruments(record) == 0


def test_judgements_without_a_hold_are_told(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_store(record) as store:
        [found] = load_case(store).instruments
        signed = sign("Kim", "a pact, not an accord", ())
        store.add_judgements(make_act(Verdict.CONFIRMED, [found.accounts], signed))
    _, said = ask(capsys, "--reader", "blind")
    assert "would give no hold" in said and "confirmed, by Kim (a pact, not an accord): “a fishing accord”" in said
    values = json.loads(ask(capsys, "--reader", "blind", "--json")[0])
    assert [one["by"] for one in values["judgements_lost"]] == ["Kim"]


def test_as_json_nobody_is_asked(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    values = json.loads(ask(capsys, "--reader", "blind", "--json")[0])
    assert (values["read"], values["waiting"], values["applied"], values["failed"]) == (5, 5, False, [])
    assert [one["change"] for one in values["changes"]["entries"] if one["kind"] == "instrument"] == ["withdrawn"]
    values = json.loads(ask(capsys, "--reader", "blind", "--json", "--apply")[0])
    assert (values["known"], values["waiting"], values["applied"]) == (5, 0, True)


@pytest.mark.parametrize(("answer", "left"), [(True, 0), (False, 1)])
def test_at_a_terminal_one_is_asked(
    answer: bool, left: int, record: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("pourparler.faces.cli.reread.at_terminal", lambda: True)
    monkeypatch.setattr("typer.confirm", lambda *_, **__: answer)
    _, said = ask(capsys, "--reader", "blind")
    assert ("Nothing has taken effect" in said) is not answer and instruments(record) == left
    ask(capsys, "--reader", "blind", "--json")
    assert instruments(record) == left


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--apply", "--discard"], USAGE, "exclude each other"),
        (["--reader", "crystal"], FAILED, "The record keeps readings of: hand 1."),
    ],
)
def test_wrong_words_are_told_what_to_type(
    words: list[str], code: int, said: str, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said in ask(capsys, *words, code=code)[1]
