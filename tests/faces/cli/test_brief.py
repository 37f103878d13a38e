"""`pourparler brief`: its forms, and where it is written."""

import sys
from pathlib import Path

import pytest

from pourparler.faces.cli.app import FAILED, OK, USAGE, main
from tests.faces.cli.shown import use_lausanne


@pytest.fixture(autouse=True)
def lausanne(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every command of a test looks at the record of Lausanne."""
    use_lausanne(monkeypatch, tmp_path)


def test_a_pipe_gets_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief"]) == OK
    assert capsys.readouterr().out.startswith("# Lausanne 2015: the state of play\n")


@pytest.mark.parametrize(
    ("name", "begins"),
    [("x.md", "# Lausanne"), ("x.html", "<!doctype html>"), ("x.htm", "<!doctype"), ("x.txt", "LAUSANNE 2015")],
)
def test_the_ending_of_the_file_tells_the_form(
    name: str, begins: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["brief", "-o", str(tmp_path / name)]) == OK
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    shown = capsys.readouterr()
    assert shown.out == "" and "Wrote" in shown.err


def test_a_form_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", "--format", "text", "--party", "Turkey"]) == OK
    assert "It keeps to what touches Turkey." in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(("name", "begins"), [("x.docx", b"PK"), ("x.pdf", b"%PDF-")])
def test_word_and_pdf_are_files_like_the_others(name: str, begins: bytes, tmp_path: Path) -> None:
    assert main(["brief", "--full", "-o", str(tmp_path / name)]) == OK
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_what_is_no_text_goes_into_a_pipe_but_not_onto_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["brief", "--format", "docx"]) == OK
    assert capfdbinary.readouterr().out.startswith(b"PK")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["brief", "--format", "pdf"]) == USAGE
    assert b"Name a file: -o brief.pdf" in capfdbinary.readouterr().err


def test_one_issue_is_kept_to_and_an_unknown_one_is_an_error_with_near_ones(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["brief", "--issue", "sanction"]) == OK
    told = capsys.readouterr().out
    assert "It keeps to what touches “sanction”." in told
    assert "lifting of sanctions" in told and "held talks" not in told
    assert "Nothing of the record is among what this brief keeps to." in told
    assert main(["brief", "--issue", "sanktions"]) == FAILED
    assert "Near it are: lifting of sanctions" in capsys.readouterr().err
    assert main(["brief", "--issue", "wages"]) == FAILED
    assert "Issues are, most reported first: " in capsys.readouterr().err


def test_without_typst_a_pdf_is_an_error_that_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert main(["brief", "-o", str(tmp_path / "x.pdf")]) == FAILED
    assert "pip install 'pourparler[pdf]'" in capsys.readouterr().err
    assert not (tmp_path / "x.pdf").exists()


def test_wrong_forms_and_places_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", "-o", "x.rtf"]) == USAGE
    assert ".md, .html, .docx, .pdf or .txt" in capsys.readouterr().err
    assert main(["brief", "--format", "odt"]) == USAGE
    assert "Forms are: md, html, docx, pdf, text" in capsys.readouterr().err
    assert main(["brief", "--notes", "side"]) == USAGE
    assert "--notes is end or foot" in capsys.readouterr().err
    assert main(["brief", "-o", str(tmp_path / "no" / "x.md")]) == FAILED
    assert "cannot be written" in capsys.readouterr().err
