"""`pourparler export`: its forms, its places, and what it says it leaves out."""

import json
import re
import zipfile
from pathlib import Path

import pytest

from pourparler.faces.cli.app import FAILED, OK, USAGE, main
from pourparler.faces.export.formats import FORMATS, Format, write
from pourparler.faces.rows.lookup import Lookup
from tests.faces.cli.shown import use_lausanne
from tests.faces.lausanne import RECORD


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


def test_help_lists_every_format_with_what_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--help"]) == OK
    shown = capsys.readouterr().out
    for form in FORMATS:
        assert re.search(rf"^ +{form.name} +{re.escape(form.title)}$", shown, re.M)


@pytest.mark.parametrize("form", [form for form in FORMATS if not form.folder], ids=lambda form: form.name)
def test_every_form_of_one_file_goes_to_stdout_or_to_a_file(
    form: Format, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["export", "--format", form.name]) == OK
    shown = capsysbinary.readouterr()
    assert b"This export leaves out:" in shown.err
    path = tmp_path / f"talks{form.ending}"
    assert main(["export", "-f", form.name, "-o", str(path)]) == OK
    assert path.read_bytes() == shown.out == write(form.name, Lookup(RECORD)).files[0].content
    assert capsysbinary.readouterr().out == b""


def test_several_tables_may_be_asked_for(tmp_path: Path) -> None:
    asked = ["export", "-f", "csv", "--kind", "meetings", "--kind", "evidence"]
    assert main(asked) == USAGE
    assert main([*asked, "-o", str(tmp_path / "two")]) == OK
    assert sorted(path.name for path in (tmp_path / "two").iterdir()) == ["evidence.csv", "meetings.csv"]


def test_filters_narrow_any_format_and_say_what_they_leave_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--kind", "meeting", "--status", "held"]) == OK
    shown = capsys.readouterr()
    values = json.loads(shown.out)
    assert [one["id"] for one in values["meetings"]] == ["m10aa1"] and not values["statements"]
    assert {one["report"] for one in values["reports"]} == {"lake.txt", "copy.txt", "ridge/note.md"}
    assert "what was not chosen: 2 reports of 5, " in shown.err and "4 meetings of 5" in shown.err
    assert main(["export", "--format", "csv", "--kind", "statements", "--speaker", "foreign ministry"]) == OK
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert main(["export", "--format", "csv", "--kind", "evidence", "--party", "turkey"]) == OK
    assert {line.split(",")[0] for line in capsys.readouterr().out.splitlines()[1:]} == {"m30cc3", "m40dd5"}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--speaker", "Foreign Minstry"], "Did you mean Foreign Ministry?"),
        (["--issue", "lifting of sanction s"], "Did you mean 'lifting of sanctions'"),
        (["--party", "Iron"], "Did you mean Iran?"),
    ],
)
def test_what_the_record_does_not_know_is_told(
    options: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", *options]) == FAILED
    assert words in capsys.readouterr().err


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
        (["--format", "xml"], "Formats are: json, jsonl, csv"),
        (["--format", "plove"], "Did you mean plover?"),
        (["--format", "csv"], "Name a folder or a zip with -o"),
        (["--kind", "meets"], "Did you mean meetings"),
        (["--status", "hold"], "Did you mean held"),
        (["--act", "denies"], "decline, deny, demand?"),
        (["--since", "2025-02-01", "--until", "2025-01-01"], "Turn them round"),
    ],
)
def test_options_that_do_not_go_together_are_told(
    options: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", *options]) == USAGE
    assert words in capsys.readouterr().err
