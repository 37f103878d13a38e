"""`pourparler doctor`: each thing that may be wrong with a machine or a record, said with what to do."""

import json
import shutil
import sqlite3
from collections import namedtuple
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest

from pourparler.core.finding import Finding, State
from pourparler.encoder.soundness import examine_models
from pourparler.faces.cli import doctor
from pourparler.faces.cli.app import main
from pourparler.record import examining
from pourparler.record.opening import open_store
from pourparler.record.upgrading import released_steps
from tests.record.drafts import geneva_talks
from tests.record.older import as_schema_1

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    with open_store(tmp_path / "r.db", create=True) as store:
        for each in geneva_talks():
            each.put(store)
    return tmp_path / "r.db"


def told(findings: "list[Finding]") -> dict[str, str]:
    """What is not well, by subject."""
    return {one.subject: one.seen for one in findings if one.state is not State.OK}


def test_a_sound_machine_and_record_are_in_order(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(record.parent.iterdir())
    assert main(["doctor", "--record", str(record)]) == 0
    shown = capsys.readouterr()
    subjects = {line.split()[1] for line in shown.out.splitlines() if line.startswith("ok")}
    assert subjects >= {"Python", "SQLite", "model", "onnxruntime", "disk", "writing", "record", "writer"}
    assert "5 reports" in shown.out and "in order" in shown.err
    assert {path.name for path in record.parent.iterdir()} - {path.name for path in before} <= {"r.db-wal", "r.db-shm"}


def test_without_a_record_it_says_how_to_make_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--record", str(tmp_path / "none.db")]) == 0
    assert "pourparler read PATH makes one" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_as_json_the_findings_are_data(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record.write_text("Dear all,", encoding="utf-8")
    assert main(["doctor", "--record", str(record), "--json"]) == 1
    value = json.loads(capsys.readouterr().out)
    [found] = [one for one in value["findings"] if one["state"] == "problem"]
    assert value["problems"] == 1 and found["subject"] == "record" and found["todo"]


def test_an_older_record_is_upgraded_when_asked(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = as_schema_1(record, record.with_name("old.db"))
    assert main(["doctor", "--record", str(old)]) == 1
    assert f"pourparler doctor --upgrade --record {old}" in capsys.readouterr().out
    assert main(["show", "meetings", "--record", str(old)]) == 1
    assert "doctor --upgrade" in capsys.readouterr().err
    assert main(["doctor", "--upgrade", "--record", str(old)]) == 0
    shown = capsys.readouterr()
    assert "old.db.schema-1.backup" in shown.err and f"schema {len(released_steps())}" in shown.out
    assert main(["doctor", "--upgrade", "--record", str(old)]) == 0
    assert "already" in capsys.readouterr().err
    assert main(["doctor", "--upgrade", "--record", str(old.with_name("none.db"))]) == 1


def test_a_newer_and_a_damaged_record_are_problems(record: Path) -> None:
    with closing(sqlite3.connect(record)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.commit()
    assert "newer program" in told(list(examining.examine_record(record)))["record"]
    with closing(sqlite3.connect(record)) as connection:
        connection.execute(f"PRAGMA user_version = {len(released_steps())}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(record.read_bytes())
    content[20480:24576] = b"\xff" * 4096
    record.write_bytes(content)
    assert told(list(examining.examine_record(record)))["record"]


def test_another_writer_is_seen_and_not_disturbed(record: Path) -> None:
    with open_store(record) as store:
        assert "another program is writing" in told(list(examining.examine_record(record)))["writer"]
        store.name_case("Undisturbed")
    assert told(list(examining.examine_record(record))) == {}


@pytest.mark.parametrize(("free", "state"), [(1_000_000, State.PROBLEM), (30_000_000, State.WARNING)])
def test_little_room_is_said(record: Path, monkeypatch: pytest.MonkeyPatch, free: int, state: State) -> None:
    with record.open("ab") as file:
        file.truncate(40_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**9, 10**9 - free, free))
    [disk] = [one for one in examining.examine_place(record) if one.subject == "disk"]
    assert disk.state is state and disk.todo


def test_a_folder_that_is_missing_or_closed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "there is no folder" in told(list(examining.examine_place(tmp_path / "none" / "r.db")))["disk"]

    def closed(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryDirectory", closed)
    assert "is closed to writing" in told(list(examining.examine_place(tmp_path / "r.db")))["writing"]


def test_an_old_sqlite_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examining, "FEATURES", {"teleportation": "SELECT teleport()"})
    assert "lacks teleportation" in told(list(examining.examine_sqlite()))["SQLite"]
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 8, 2))
    assert "too old" in told(list(examining.examine_sqlite()))["SQLite"]


def test_an_old_python_and_an_old_terminal_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "PYTHON", (99, 0))
    assert doctor.examine_python().state is State.PROBLEM
    monkeypatch.setattr("sys.getfilesystemencoding", lambda: "ascii")
    assert "lacks letters" in told(list(doctor.examine_terminal()))["file names"]


def test_a_damaged_model_is_found(tmp_path: Path) -> None:
    shipped = Path(str(files("pourparler").joinpath("data", "models")))
    (tmp_path / "m.sha256").write_text((shipped / "tagger-en-3.bin.sha256").read_text(encoding="ascii"), "ascii")
    assert "cannot be read" in told(list(examine_models(tmp_path)))["model"]
    shutil.copy(shipped / "tagger-en-3.bin", tmp_path)
    assert told(list(examine_models(tmp_path))) == {}
    (tmp_path / "tagger-en-3.bin").write_bytes(b"?")
    [found] = [one for one in examine_models(tmp_path) if one.state is not State.OK]
    assert "damaged" in found.seen and "Install pourparler again" in found.todo
    (tmp_path / "m.sha256").unlink()
    assert "no model" in told(list(examine_models(tmp_path)))["model"]


def test_an_encoder_that_does_not_open_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise RuntimeError("no such operator")

    monkeypatch.setattr("pourparler.encoder.session.session", broken)
    assert "no such operator" in told(list(examine_models()))["onnxruntime"]
