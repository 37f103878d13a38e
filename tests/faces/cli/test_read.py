"""`pourparler read`: what it says, what it keeps, and how it ends."""

import json
from pathlib import Path

import pytest

from pourparler import pipeline
from pourparler.faces.cli.app import main
from pourparler.record.opening import open_store
from pourparler.text.tagging import ModelError

MET = "The pilots' union and the airline met in Lisbon on Monday, the union said. It called the talks useful."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two reports, no settings anywhere, and the record beside it as the default."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("POURPARLER_RECORD", str(tmp_path / "r.db"))
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(f" date 2024-03-05 {MET}", encoding="utf-8")
    (reports / "b.txt").write_text(
        "The airline offered three per cent, its spokesman said in Lisbon.", encoding="utf-8"
    )
    return reports


def test_it_says_what_was_read_and_what_to_type_next(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(folder)]) == 0
    shown = capsys.readouterr()
    assert "Read 2 reports" in shown.err and "Found: " in shown.err and "The record holds " in shown.err
    assert f"pourparler brief --record {folder.parent / 'r.db'}" in shown.err
    assert shown.out == ""


def test_reading_again_says_that_all_was_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["read", str(folder)])
    assert main(["read", str(folder)]) == 0
    assert "Nothing new" in capsys.readouterr().err


def test_as_json_the_result_is_data_on_stdout(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.txt").write_bytes(b"")
    (folder / "de.txt").write_text("Die Piloten und die Fluggesellschaft trafen sich am Montag.", encoding="utf-8")
    (folder / "map.png").write_bytes(b"\x89PNG")
    assert main(["read", str(folder), "--json"]) == 3
    shown = capsys.readouterr()
    result = json.loads(shown.out)
    assert (result["read"], result["known"], result["interrupted"]) == (2, 0, False)
    assert [(one["report"], one["stage"]) for one in result["failed"]] == [("bad.txt", "decode")]
    assert result["set_aside"][0]["language"] == "de" and result["left_out"] == ["map.png"]
    assert shown.err == ""


def test_a_broken_file_is_listed_with_stage_reason_and_advice(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(200)))
    assert main(["read", str(folder)]) == 3
    said = capsys.readouterr().err
    assert "Read 2 reports" in said and "picture.txt: It is a PNG picture" in said and "[decode]" in said


def test_a_file_over_the_limit_says_how_to_raise_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(folder), "--max-bytes", "100"]) == 3
    assert "--max-bytes" in capsys.readouterr().err
    assert main(["read", str(folder)]) == 0
    with open_store(folder.parent / "r.db", read_only=True) as store:
        assert len(store.reports()) == 2 and not store.failures()


def test_a_record_inside_the_folder_is_not_told_as_left_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "pourparler.toml").write_text("case = 'Lisbon'\n", encoding="utf-8")
    (folder / "map.png").write_bytes(b"")
    for _ in range(2):
        assert main(["read", str(folder), "--record", str(folder / "r.db")]) == 0
    assert "1 .png" in capsys.readouterr().err.splitlines()[-2]


def test_an_empty_folder_makes_no_record(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder.parent / "empty").mkdir()
    assert main(["read", str(folder.parent / "empty")]) == 1
    assert "There are no reports" in capsys.readouterr().err
    assert not (folder.parent / "r.db").exists()


def test_an_empty_folder_beside_a_full_one_is_told_and_passed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder.parent / "empty").mkdir()
    assert main(["read", str(folder.parent / "empty"), str(folder)]) == 0
    assert "There are no reports in" in capsys.readouterr().err


def test_a_missing_path_is_wrong_usage_and_nothing_is_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(folder), str(folder.parent / "report")]) == 2
    assert f"Did you mean {folder}?" in capsys.readouterr().err
    assert not (folder.parent / "r.db").exists()


def test_an_unknown_reader_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(folder), "--reader", "oracle"]) == 1
    assert "'oracle'" in capsys.readouterr().err and not (folder.parent / "r.db").exists()


def test_a_record_that_is_no_record_is_left_as_it_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = folder / "a.txt"
    before = target.read_bytes()
    assert main(["read", str(folder), "--record", str(target)]) == 1
    assert "no record" in capsys.readouterr().err and target.read_bytes() == before


def test_the_case_is_named_after_its_record_once(folder: Path) -> None:
    main(["read", str(folder), "--record", str(folder.parent / "airline.db")])
    with open_store(folder.parent / "airline.db") as store:
        assert store.case_name == "airline"
        store.name_case("The Lisbon talks")
    main(["read", str(folder), "--record", str(folder.parent / "airline.db")])
    with open_store(folder.parent / "airline.db", read_only=True) as store:
        assert store.case_name == "The Lisbon talks"


def test_an_interruption_keeps_what_was_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = pipeline.read_all

    def broken_off(*arguments: object) -> object:
        outcomes = iter(whole(*arguments))  # type: ignore[arg-type]
        yield next(outcomes)
        raise KeyboardInterrupt

    monkeypatch.setattr("pourparler.faces.cli.read.read_all", broken_off)
    assert main(["read", str(folder)]) == 130
    said = capsys.readouterr().err
    assert "Read 1 report " in said and "goes on from here" in said
    monkeypatch.setattr("pourparler.faces.cli.read.read_all", whole)
    assert main(["read", str(folder)]) == 0
    assert "1 report was in it already" in capsys.readouterr().err


def test_names_that_would_steer_a_terminal_are_shown_harmless(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "x\x1b[31m.txt").write_bytes(b"")
    assert main(["read", str(folder)]) == 3
    assert "\x1b" not in capsys.readouterr().err


def test_a_damaged_model_stops_the_run_before_it_begins(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged() -> None:
        raise ModelError("The reader's model is damaged; install the package again.")

    monkeypatch.setattr("pourparler.reading.trained.load", damaged)
    assert main(["read", str(folder)]) not in (0, None)
    shown = capsys.readouterr().err
    assert "damaged" in shown and "install the package again" in shown and "Traceback" not in shown
    assert main(["read", str(folder), "--reader", "rules"]) == 0


def test_there_is_a_choice_of_readers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(folder), "--reader", "oracle"]) not in (0, None)
    assert "Readers are: rules, trained." in capsys.readouterr().err
