"""`pourparler backup`: what it says, and what it refuses."""

import json
from pathlib import Path

import pytest

from pourparler.faces.cli.app import main
from pourparler.record.opening import open_store
from tests.record.drafts import geneva_talks


@pytest.fixture
def record(tmp_path: Path) -> Path:
    with open_store(tmp_path / "r.db", create=True) as store:
        for each in geneva_talks():
            each.put(store)
    return tmp_path / "r.db"


def test_it_says_what_was_written_and_what_is_in_it(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", "--record", str(record)]) == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert f"Backed up {record} to {record}.edition-5.backup and checked it: edition 5, 5 reports" in shown.err
    assert main(["backup", "--verify", f"{record}.edition-5.backup"]) == 0
    assert "is whole: edition 5, 5 reports, 0 judgements" in capsys.readouterr().err


def test_a_file_that_is_there_is_written_over_only_when_told(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    to = str(record.with_name("copy.db"))
    assert main(["backup", to, "--record", str(record)]) == 0
    assert main(["backup", to, "--record", str(record)]) == 1
    assert "--overwrite" in capsys.readouterr().err
    assert main(["backup", to, "--record", str(record), "--overwrite"]) == 0


def test_as_json_it_is_data(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", "--record", str(record), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["edition"], told["reports"], told["judgements"]) == (5, 5, 0)
    assert Path(told["backup"]).stat().st_size == told["bytes"]


def test_a_damaged_backup_is_an_error(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = record.with_name("copy.db")
    main(["backup", str(copy), "--record", str(record)])
    copy.write_bytes(copy.read_bytes()[:5000])
    assert main(["backup", "--verify", str(copy)]) == 1
    assert "damaged" in capsys.readouterr().err


def test_verify_takes_no_backup(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", "x.db", "--verify", str(record)]) == 2
    assert "leave TO and --overwrite out" in " ".join(capsys.readouterr().err.split())
