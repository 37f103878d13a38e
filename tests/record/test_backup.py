"""Backups: a whole copy of one moment whatever else goes on, never in the place of another file unasked."""

import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pourparler.core.errors import RecordError
from pourparler.record.backup import Copied, back_up, verify
from pourparler.record.check import check
from pourparler.record.opening import open_store
from tests.record.crowd import crowd
from tests.record.drafts import geneva_talks
from tests.record.killing import killed_at, moments
from tests.record.older import as_schema_1

ROOT = Path(__file__).resolve().parents[2]
BACKUP = (
    "import sys; from pathlib import Path; from pourparler.record.backup import back_up\n"
    "back_up(Path(sys.argv[1]), Path(sys.argv[2]), overwrite=True)"
)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "case.db"
    with open_store(path, create=True) as store:
        for each in geneva_talks():
            each.put(store)
    return path


def test_a_backup_is_a_record_of_its_own(record: Path) -> None:
    copied = back_up(record)
    assert copied.path == record.with_name("case.db.edition-5.backup")
    assert copied == Copied(copied.path, 2, 5, 5, 0, copied.path.stat().st_size) == verify(copied.path)
    with open_store(record, read_only=True) as store, open_store(copied.path, read_only=True) as copy:
        assert copy.holdings() == store.holdings() and copy.journal() == store.journal()
        assert check(copy) == []
    with open_store(copied.path) as copy:
        copy.name_case("Goes on")


def test_a_folder_takes_it_under_its_own_name(record: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    assert back_up(record, tmp_path / "stick").path == tmp_path / "stick" / "case.db.edition-5.backup"


def test_no_file_is_written_over_unasked(record: Path, tmp_path: Path) -> None:
    to = tmp_path / "copy.db"
    first = back_up(record, to)
    with open_store(record) as store:
        store.name_case("Later")
    before = to.read_bytes()
    with pytest.raises(RecordError, match=r"There is a file at .*nothing was written"):
        back_up(record, to)
    assert to.read_bytes() == before
    assert back_up(record, to, overwrite=True).edition == first.edition
    with open_store(to, read_only=True) as store:
        assert store.case_name == "Later"


def test_what_is_no_record_is_never_written_over(record: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all,", encoding="utf-8")
    with pytest.raises(RecordError, match="not a SQLite file"):
        back_up(record, letter, overwrite=True)
    assert letter.read_text(encoding="utf-8") == "Dear all,"


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("case.db", "is the record itself"),
        ("none/copy.db", "There is no folder"),
        ("used.db", r"used\.db-wal lies where the backup would go"),
    ],
)
def test_a_place_that_will_not_do_is_said(record: Path, tmp_path: Path, to: str, said: str) -> None:
    (tmp_path / "used.db-wal").write_bytes(b"")
    with pytest.raises(RecordError, match=said):
        back_up(record, tmp_path / to, overwrite=True)


@pytest.mark.parametrize("action", [back_up, verify])
def test_what_is_not_there_is_said(action: Callable[[Path], Copied], tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="There is no record at"):
        action(tmp_path / "none.db")
    with pytest.raises(RecordError, match="is a folder"):
        action(tmp_path)


def test_a_disk_that_is_full_leaves_no_half_backup(record: Path, tmp_path: Path) -> None:
    to = tmp_path / "copy.db"
    back_up(record, to)
    before, size = to.read_bytes(), record.stat().st_size

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, resource.RLIM_INFINITY))

    program = [sys.executable, "-c", BACKUP, str(record), str(to)]
    done = subprocess.run(program, cwd=ROOT, preexec_fn=little_room, capture_output=True, text=True)
    assert "cannot be written" in done.stderr and "Make room on the disk" in done.stderr
    assert to.read_bytes() == before and not to.with_name("copy.db.part").exists()


def test_it_is_one_moment_of_a_record_that_another_program_writes(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    program = [sys.executable, "-m", "tests.record.crowd", str(path), "150"]
    copies = []
    with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for number, line in enumerate(writer.stdout):
            if number % 30 == 10:
                copies.append((number, line, back_up(path, tmp_path / f"{number}.db")))
    assert writer.returncode == 0 and len(copies) == 5
    with open_store(path, read_only=True) as store:
        for number, _, copied in copies:
            assert copied.edition is not None and copied.edition > number
            with open_store(copied.path, read_only=True) as copy:
                assert copy.holdings() == store.holdings(at=copied.edition)
                assert check(copy) == []


def test_a_record_that_is_damaged_is_not_passed_on_as_sound(record: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(record)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'accounts_by_id'").fetchone()[0]
    content = bytearray(record.read_bytes())
    content[page * 4096 - 4000 : page * 4096] = b"\xff" * 4000
    record.write_bytes(content)
    with pytest.raises(RecordError, match="damaged"):
        back_up(record, tmp_path / "copy.db")
    assert not list(tmp_path.glob("copy.db*"))


def test_a_backup_that_was_damaged_is_found(record: Path) -> None:
    copied = back_up(record)
    content = bytearray(copied.path.read_bytes())
    content[8192:12288] = b"\xff" * 4096
    copied.path.write_bytes(content)
    with pytest.raises(RecordError, match="is damaged"):
        verify(copied.path)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE reports SET text = 'X' || text WHERE name = '1.txt'", r"the text of 1\.txt was changed"),
        ("DELETE FROM readings", "is not there"),
    ],
)
def test_a_backup_that_was_edited_is_found(record: Path, statement: str, said: str) -> None:
    copied = back_up(record)
    with closing(sqlite3.connect(copied.path)) as connection, connection:
        connection.execute(statement)
    with pytest.raises(RecordError, match=said):
        verify(copied.path)


def test_a_record_of_before_can_be_backed_up_as_it_is(record: Path, tmp_path: Path) -> None:
    copied = back_up(as_schema_1(record, tmp_path / "old.db"))
    assert (copied.schema, copied.edition, copied.reports) == (1, None, 5)
    assert copied.path.name == "old.db.backup"


@pytest.mark.parametrize("part", range(5))
def test_killed_in_the_middle_the_older_backup_stays_whole(tmp_path: Path, part: int) -> None:
    path, to = tmp_path / "case.db", tmp_path / "copy.db"
    drafts = crowd(60)
    with open_store(path, create=True) as store:
        for each in drafts[:30]:
            each.put(store)
    assert back_up(path, to).reports == 30
    with open_store(path) as store:
        for each in drafts[30:]:
            each.put(store)
    steps = moments(BACKUP, path, tmp_path / "other.db")
    killed_at(1 + steps * part // 5, BACKUP, path, to)
    assert verify(to).reports in (30, 60)
    assert back_up(path, to, overwrite=True) == verify(to) and verify(to).reports == 60
    assert not to.with_name("copy.db.part").exists()
