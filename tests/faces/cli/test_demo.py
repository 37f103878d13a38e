"""`pourparler demo`: the bundled case through the whole chain, offline, and no record of a user's touched."""

from pathlib import Path

import pytest

from pourparler.core.errors import ReportError
from pourparler.faces.cli.app import FAILED, OK, SOME_FAILED, main
from pourparler.record.opening import open_store


def test_the_demo_reads_the_case_and_shows_the_first_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["demo"]) == OK
    shown = capsys.readouterr()
    assert "THE STATE OF PLAY" in shown.out
    assert "pourparler brief --record talks-2025.db" in shown.out
    assert "Made the record talks-2025.db" in shown.err
    page = (tmp_path / "talks-2025.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert main(["demo"]) == OK
    again = capsys.readouterr()
    assert again.out == shown.out
    assert "Used the record" in again.err
    assert (tmp_path / "talks-2025.html").read_text(encoding="utf-8") == page


def test_a_record_of_another_case_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "mine.db"
    with open_store(mine, create=True) as store:
        store.name_case("my strike")
    before = mine.read_bytes()
    assert main(["demo", "--record", str(mine)]) == FAILED
    assert "holds another case" in capsys.readouterr().err
    assert mine.read_bytes() == before


def test_a_page_that_is_not_ours_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "case.html"
    page.write_text("my own page", encoding="utf-8")
    assert main(["demo", "--record", str(tmp_path / "case.db")]) == OK
    assert page.read_text(encoding="utf-8") == "my own page"
    assert "in a browser" not in capsys.readouterr().out


def test_a_file_that_is_no_record_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.db").write_text("some notes of mine", encoding="utf-8")
    assert main(["demo", "--record", str(tmp_path / "notes.db")]) == FAILED
    assert "is no record" in capsys.readouterr().err


def test_a_bundled_report_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise ReportError("read", "It is a poem.", "Give prose.")

    monkeypatch.setattr("pourparler.pipeline.intake.read_report", refuse)
    record = tmp_path / "case.db"
    assert main(["demo", "--record", str(record)]) == SOME_FAILED
    assert f"pourparler status --record {record}" in capsys.readouterr().err
