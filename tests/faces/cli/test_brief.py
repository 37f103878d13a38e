"""`pourparler brief`: its forms, and where it is written."""

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


def test_wrong_forms_and_places_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", "-o", "x.docx"]) == USAGE
    assert ".md, .html or .txt" in capsys.readouterr().err
    assert main(["brief", "--format", "pdf"]) == USAGE
    assert "Forms are: md, html, text" in capsys.readouterr().err
    assert main(["brief", "-o", str(tmp_path / "no" / "x.md")]) == FAILED
    assert "cannot be written" in capsys.readouterr().err
