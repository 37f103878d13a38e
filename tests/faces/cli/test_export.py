"""`pourparler export`: its forms, its places, and what it says it leaves out."""

import json
import zipfile
from pathlib import Path

import pytest

from pourparler.faces.cli.app import OK, USAGE, main
from tests.faces.cli.shown import use_lausanne


@pytest.fixture(autouse=True)
def lausanne(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every command of a test looks at the record of Lausanne."""
    use_lausanne(monkeypatch, tmp_path)


def test_json_goes_to_stdout_and_what_is_left_out_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export"]) == OK
    shown = capsys.readouterr()
    assert json.loads(shown.out)["case"]["name"] == "lausanne-2015"
    assert "This export leaves out:" in shown.err and "lac.txt" in shown.err


def test_a_file_holds_the_same_bytes_each_time(tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        assert main(["export", "-o", str(tmp_path / name)]) == OK
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_tables_go_to_a_zip_a_folder_or_one_to_stdout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "csv", "-o", str(tmp_path / "x.zip")]) == OK
    assert "meetings.csv" in zipfile.ZipFile(tmp_path / "x.zip").namelist()
    assert main(["export", "--format", "csv", "-o", str(tmp_path / "tables")]) == OK
    assert (tmp_path / "tables" / "evidence.csv").is_file()
    capsys.readouterr()
    assert main(["export", "--format", "csv", "--kind", "meetings"]) == OK
    assert capsys.readouterr().out.startswith("id,kind,title,status,")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--format", "xml"], "Formats are: json, csv"),
        (["--format", "csv"], "Name a folder or a zip with -o"),
        (["--kind", "meetings"], "Add --format csv"),
        (["--format", "csv", "--kind", "meets"], "Tables are: reports"),
    ],
)
def test_options_that_do_not_go_together_are_told(
    options: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", *options]) == USAGE
    assert words in capsys.readouterr().err
