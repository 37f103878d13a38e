"""Opening a record: what is no record, what is newer, who else writes, and that nothing is lost on the way."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from pourparler.core.errors import RecordError
from pourparler.record.check import check
from pourparler.record.opening import open_store
from pourparler.record.schema import APPLICATION_ID
from pourparler.record.upgrading import released_steps, upgrade
from tests.record.drafts import geneva_talks

NOW = len(released_steps())


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "case.db"
    with open_store(path, create=True) as store:
        for each in geneva_talks():
            each.put(store)
    return path


@pytest.mark.parametrize("read_only", [False, True])
def test_a_missing_record_says_how_to_make_one(tmp_path: Path, read_only: bool) -> None:
    with pytest.raises(RecordError, match=r"no record at .*pourparler read PATH"):
        open_store(tmp_path / "none.db", read_only=read_only)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("read_only", [False, True])
def test_a_folder_is_no_record(tmp_path: Path, read_only: bool) -> None:
    with pytest.raises(RecordError, match="is a folder"):
        open_store(tmp_path, create=True, read_only=read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_another_file_is_no_record_and_is_left_alone(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear all,", encoding="utf-8")
    with pytest.raises(RecordError, match="not a SQLite file"):
        open_store(path, create=True, read_only=read_only)
    assert path.read_text(encoding="utf-8") == "Dear all,"


@pytest.mark.parametrize("read_only", [False, True])
def test_a_database_of_another_program_is_left_alone(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE songs (name TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(RecordError, match="another program"):
        open_store(path, create=True, read_only=read_only)
    assert path.read_bytes() == before


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_schema_is_left_alone(record: Path, read_only: bool) -> None:
    connection = sqlite3.connect(record)
    connection.execute(f"PRAGMA user_version = {len(released_steps()) + 1}")
    connection.commit()
    connection.close()
    with pytest.raises(RecordError, match=r"newer program .*Install the newest"):
        open_store(record, read_only=read_only)


def test_a_broken_file_is_said_to_be_broken(record: Path) -> None:
    content = bytearray(record.read_bytes())
    content[40:120] = bytes(80)
    content[4096:] = b"\xff" * (len(content) - 4096)
    record.write_bytes(bytes(content))
    with pytest.raises(RecordError), open_store(record, read_only=True) as store:
        store.holdings()


def test_a_cut_off_file_is_said_to_be_broken(record: Path) -> None:
    record.write_bytes(record.read_bytes()[:3000])
    with pytest.raises(RecordError), open_store(record, read_only=True) as store:
        store.holdings()


def test_a_second_writer_is_told_and_readers_are_not_kept_waiting(record: Path) -> None:
    with open_store(record) as writer:
        with pytest.raises(RecordError, match="Another program is writing"):
            open_store(record)
        with open_store(record, read_only=True) as reader:
            writer.name_case("While you look")
            assert reader.case_name == "While you look"
    with open_store(record) as next_writer:
        next_writer.name_case("My turn")


def test_a_writer_in_another_process_is_told_too(record: Path) -> None:
    program = (
        "import sys\nfrom pourparler.core.errors import RecordError\nfrom pourparler.record.opening import open_store\n"
        "try:\n    open_store(sys.argv[1])\nexcept RecordError as error:\n    print(error)\n"
    )
    with open_store(record):
        done = subprocess.run([sys.executable, "-c", program, str(record)], capture_output=True, text=True, check=True)
    assert "Another program is writing" in done.stdout


def test_a_reader_cannot_write(record: Path) -> None:
    with open_store(record, read_only=True) as store, pytest.raises(RecordError, match="reading only"):
        store.name_case("No")


def test_a_reader_sees_one_moment(record: Path) -> None:
    with open_store(record) as writer, open_store(record, read_only=True) as reader:
        before = reader.holdings()
        writer.name_case("Later")
        assert before.name == "" and reader.holdings().name == "Later"


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be written"):
        open_store(tmp_path / "no-such-folder" / "case.db", create=True)


@pytest.mark.skipif(os.name != "posix", reason="the rights of a folder are those of POSIX")
def test_a_closed_folder_can_still_be_read(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = released_steps()
    monkeypatch.setattr("pourparler.record.upgrading.released_steps", lambda: steps)
    nobody, me = 65534, os.geteuid()
    closed = Path(tempfile.mkdtemp())
    copy = Path(shutil.copy(record, closed))
    copy.chmod(0o444)
    closed.chmod(0o555)
    try:
        if me == 0:  # root may write anywhere, so the test goes on as nobody
            try:
                os.seteuid(nobody)
            except OSError:
                pytest.skip("root of a place without other users is refused nothing")
        with open_store(copy, read_only=True) as store:
            assert len(store.reports()) == 5
        with pytest.raises(RecordError, match="cannot be written"):
            open_store(copy)
    finally:
        os.seteuid(me)
        closed.chmod(0o700)
        shutil.rmtree(closed)


def test_nothing_but_the_file_and_the_place_of_the_writer_stays(record: Path) -> None:
    assert sorted(path.name for path in record.parent.iterdir()) == ["case.db", "case.db-writer"]


def test_an_upgrade_keeps_a_backup_of_what_was(record: Path) -> None:
    before = record.read_bytes()
    steps = (*released_steps(), "CREATE TABLE notes (text TEXT);\nALTER TABLE reports ADD COLUMN place TEXT;\n")
    backup = upgrade(record, steps)
    assert backup is not None and backup.name == f"case.db.schema-{NOW}.backup"
    connection = sqlite3.connect(record)
    assert connection.execute("PRAGMA user_version").fetchone() == (NOW + 1,)
    assert connection.execute("SELECT count(place), count(*) FROM reports").fetchone() == (0, 5)
    connection.close()
    assert upgrade(record, steps) is None
    with open_store(backup, read_only=True) as store:
        assert len(store.reports()) == 5
    assert len(before) == backup.stat().st_size


def test_an_upgrade_that_fails_changes_nothing(record: Path) -> None:
    steps = (*released_steps(), "CREATE TABLE notes (text TEXT);\nCREATE TABLE notes (text TEXT);\n")
    with pytest.raises(sqlite3.OperationalError):
        upgrade(record, steps)
    with open_store(record, read_only=True) as store:
        assert len(store.reports()) == 5
    connection = sqlite3.connect(record)
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'notes'").fetchone() == (0,)
    connection.close()


def test_an_older_schema_is_upgraded_by_a_writer_and_refused_to_a_reader(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = (*released_steps(), "CREATE TABLE notes (text TEXT);\n")
    monkeypatch.setattr("pourparler.record.upgrading.released_steps", lambda: steps)
    with pytest.raises(RecordError, match="Upgrade it with"):
        open_store(record, read_only=True)
    open_store(record).close()
    with open_store(record, read_only=True) as store:
        assert len(store.reports()) == 5


def test_a_record_whose_making_was_broken_off_is_said_to_be_empty(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    with pytest.raises(RecordError, match=r"is empty: its making was broken off\. Read reports into it"):
        open_store(path, read_only=True)
    with open_store(path) as store:
        assert geneva_talks()[0].put(store)


def test_the_file_says_whose_it_is(record: Path) -> None:
    connection = sqlite3.connect(record)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_damaged_page_is_said_to_be_damage(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with open_store(path, create=True) as store:
        for each in geneva_talks():
            each.put(store)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'accounts'").fetchone()[0]
    connection.close()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"A" * size
    path.write_bytes(content)
    with open_store(path, read_only=True) as store:
        with pytest.raises(RecordError) as error:
            store.holdings()
        assert "backup" in error.value.todo and "Nothing was lost" not in error.value.todo
        assert check(store)
