"""The shelf gives the newest snapshot there is, makes it whole or not at all, and gives nothing that is not right."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from pourparler.core.errors import RecordError
from pourparler.faces.snapshot import building, places
from pourparler.faces.snapshot.__main__ import main
from pourparler.faces.snapshot.shelf import Shelf
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.record.opening import open_store
from pourparler.record.view import load_case
from tests.faces.snapshot.tables import tables
from tests.record.crowd import crowd
from tests.record.drafts import Draft, geneva_talks
from tests.record.killing import killed_at, moments

BUILD = "from pourparler.faces.snapshot.__main__ import main; assert main() == 0"


def put(record: Path, *drafts: Draft) -> None:
    """Add reports to a record."""
    with open_store(record, create=True) as store:
        for each in drafts:
            each.put(store)


@pytest.fixture(name="record")
def _record(tmp_path: Path) -> Path:
    path = tmp_path / "talks.db"
    put(path, *geneva_talks())
    return path


def standing(shelf: Shelf, as_of: date | None = None) -> Path:
    """Where the snapshot lies that the shelf gives."""
    snapshot = shelf.latest(as_of)
    assert snapshot is not None
    with snapshot:
        return snapshot.path


@contextmanager
def closed(folder: Path) -> Iterator[None]:
    """A folder that nobody may write into, as on a medium that is only read."""
    if os.getuid() == 0:
        pytest.skip("who may write everywhere finds no folder closed to writing")
    folder.chmod(0o500)
    yield
    folder.chmod(0o700)


def test_there_is_none_before_one_is_made(record: Path) -> None:
    shelf = Shelf(record)
    assert shelf.latest(None) is None and shelf.fresh(None) is False
    assert not (record.parent / "talks.db.snapshots").exists(), "looking makes nothing"
    shelf.build(None)
    assert shelf.fresh(None) is True
    assert standing(shelf) == record.parent / "talks.db.snapshots" / "all.db"


def test_one_that_the_record_has_outgrown_is_given_but_is_not_fresh(record: Path) -> None:
    shelf = Shelf(record)
    shelf.build(None)
    put(record, *crowd(1))
    assert shelf.fresh(None) is False
    with shelf.latest(None) or pytest.fail("there is one") as snapshot:
        assert snapshot.head.edition == 5 < shelf.edition() == 6
        shelf.build(None)
        assert snapshot.rows("SELECT count(*) FROM reports")[0][0] == 5, "who has it open keeps it"
    with shelf.latest(None) or pytest.fail("there is one") as snapshot:
        assert snapshot.head.edition == 6


def test_a_name_that_changes_without_a_line_of_the_journal_is_noticed(record: Path) -> None:
    shelf = Shelf(record)
    shelf.build(None)
    with open_store(record) as store:
        store.name_case("Another name")
    assert shelf.fresh(None) is False
    shelf.build(None)
    assert shelf.fresh(None) is True


def test_days_are_snapshots_of_their_own_and_the_last_used_are_kept(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "KEPT", 3)
    shelf, first = Shelf(record), date(2025, 3, 1)
    days = [first + timedelta(days=number) for number in range(6)]
    shelf.build(None)
    for number, day in enumerate(days):
        shelf.build(day)
        with open_store(record, read_only=True) as store:
            case = load_case(store, day)
        with shelf.latest(day) or pytest.fail("there is one") as snapshot:
            assert snapshot.head.as_of == day
            found = snapshot.rows("SELECT id FROM reports ORDER BY seq")
            assert {row["id"] for row in found} == {view.report.id for view in case.reports}
            assert snapshot.entries([one.id for one in case.statements]) == case.statements
            os.utime(snapshot.path, (number, number + 1))
        standing(shelf, days[0])
    kept = sorted(path.name for path in shelf.folder().glob("????-*.db"))
    assert kept == ["2025-03-01.db", "2025-03-05.db", "2025-03-06.db"]
    assert shelf.fresh(None)


def test_another_record_under_the_name_has_no_snapshot(record: Path, tmp_path: Path) -> None:
    shelf = Shelf(record)
    shelf.build(None)
    other = tmp_path / "other.db"
    put(other, *crowd(5))
    for ending in ("-wal", "-shm"):
        Path(f"{record}{ending}").unlink(missing_ok=True)
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(other, record)
    assert shelf.edition() == 5
    assert shelf.latest(None) is None
    shelf.build(None)
    assert shelf.fresh(None)


def test_a_record_gone_back_to_a_backup_has_no_snapshot(record: Path, tmp_path: Path) -> None:
    shelf = Shelf(record)
    with closing(sqlite3.connect(record)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(record, tmp_path / "backup.db")
    put(record, *crowd(3))
    shelf.build(None)
    for ending in ("-wal", "-shm"):
        Path(f"{record}{ending}").unlink(missing_ok=True)
    shutil.copyfile(tmp_path / "backup.db", record)
    assert shelf.latest(None) is None


@pytest.mark.parametrize("damage", ["empty", "cut", "letters", "program", "day"])
def test_what_is_damaged_or_of_another_program_is_not_there(record: Path, damage: str) -> None:
    shelf = Shelf(record)
    shelf.build(None)
    place = standing(shelf)
    if damage == "empty":
        place.write_bytes(b"")
    elif damage == "cut":
        place.write_bytes(place.read_bytes()[:1000])
    elif damage == "letters":
        place.write_bytes(b"no snapshot " * 1000)
    else:
        changes = {"program": ("program", "0 0 0"), "day": ("as_of", "2025-01-01")}
        with closing(sqlite3.connect(place, isolation_level=None)) as connection:
            connection.execute("UPDATE meta SET value = ? WHERE key = ?", changes[damage][::-1])
    assert shelf.latest(None) is None and shelf.fresh(None) is False
    shelf.build(None)
    assert shelf.fresh(None)


def test_a_page_that_is_damaged_inside_says_so(record: Path) -> None:
    shelf = Shelf(record)
    shelf.build(None)
    place = standing(shelf)
    content = bytearray(place.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    place.write_bytes(content)
    with pytest.raises(RecordError, match=r"damaged|no snapshot|another program"), Snapshot(place, record) as snapshot:
        snapshot.rows("SELECT * FROM entries")
    assert shelf.latest(None) is None, "it was taken away"


def test_the_one_that_is_fresh_is_given_wherever_it_lies(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shelf = Shelf(record)
    shelf.build(None)
    with open_store(record) as store:
        store.name_case("Another name")
    monkeypatch.setattr(places, "_may_write", lambda folder: tmp_path / "cache" in folder.parents)
    shelf.build(None)
    assert shelf.fresh(None) and tmp_path / "cache" in standing(shelf).parents


def test_a_query_that_is_wrong_is_no_damage(record: Path) -> None:
    shelf = Shelf(record)
    shelf.build(None)
    with shelf.latest(None) or pytest.fail("there is one") as snapshot, pytest.raises(sqlite3.OperationalError):
        snapshot.rows("SELECT nothing FROM nowhere")


def test_where_nobody_may_write_beside_the_record_it_lies_with_the_user(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setattr(places, "_may_write", lambda folder: tmp_path / "cache" in folder.parents)
    shelf = Shelf(record)
    shelf.build(None)
    assert cache in standing(shelf).parents
    assert shelf.fresh(None)
    assert not (record.parent / "talks.db.snapshots" / "all.db").exists()


def test_in_a_folder_that_is_only_read(record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    shutil.copyfile(record, folder / "talks.db")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with closed(folder):
        shelf = Shelf(folder / "talks.db")
        shelf.build(None)
        assert shelf.fresh(None) and tmp_path / "cache" in standing(shelf).parents


def test_a_home_of_its_own_is_used_alone(record: Path, tmp_path: Path) -> None:
    Shelf(record).build(None)
    shelf = Shelf(record, tmp_path / "home")
    assert shelf.latest(None) is None
    shelf.build(None)
    assert standing(shelf) == tmp_path / "home" / "all.db"


def test_what_cannot_be_written_says_so_and_leaves_the_old(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(record)
    shelf.build(None)
    before = tables(standing(shelf))
    put(record, *crowd(2))

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(building, "write", full)
    with pytest.raises(RecordError, match="could not be written"):
        shelf.build(None)
    assert tables(standing(shelf)) == before
    assert sorted(path.name for path in shelf.folder().iterdir()) == ["all.db", "all.db-builder"]


def test_no_record_is_said_in_plain_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.db")]) == 1
    assert "There is no record at" in capsys.readouterr().err
    (tmp_path / "a.txt").write_text("words")
    assert main([str(tmp_path / "a.txt")]) == 1
    assert "is no record" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main([str(tmp_path / "a.txt"), "--as-of", "2025"])
    assert "write it as 2025-02-28" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_killed_at_any_moment_the_old_one_stays(record: Path) -> None:
    shelf = Shelf(record)
    shelf.build(None)
    old = tables(standing(shelf))
    put(record, *crowd(4))
    every = moments(BUILD, record, "--home", record.parent / "apart")
    for number in (every // 4, every // 2, every - 20):
        killed_at(number, BUILD, record)
        assert tables(standing(shelf)) == old
    done = subprocess.run([sys.executable, "-c", BUILD, str(record)], check=False)
    assert done.returncode == 0 and shelf.fresh(None)
    assert sorted(path.name for path in shelf.folder().iterdir()) == ["all.db", "all.db-builder"]


def test_reading_goes_on_while_others_write_and_build(record: Path) -> None:
    shelf = Shelf(record)
    shelf.build(None)
    faults: list[BaseException] = []
    over = threading.Event()

    def look() -> None:
        try:
            while not over.is_set():
                with Shelf(record).latest(None) or pytest.fail("there is one") as snapshot:
                    [row] = snapshot.rows("SELECT count(*), max(id) FROM reports")
                    assert row[0] >= 5
                    assert snapshot.text(row[1]).id == row[1]
                    assert all(snapshot.entry(one["id"]) for one in snapshot.rows("SELECT id FROM entries LIMIT 3"))
                    Shelf(record).edition()
        except BaseException as fault:
            faults.append(fault)

    def build() -> None:
        try:
            while not over.is_set():
                Shelf(record).build(None)
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=work) for work in (look, look, build, build)]
    for thread in threads:
        thread.start()
    for each in crowd(25):
        put(record, each)
    over.set()
    for thread in threads:
        thread.join()
    assert faults == []
    shelf.build(None)
    assert shelf.fresh(None)


def test_a_second_builder_waits_and_takes_what_the_first_made(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, real = [], building.put

    def put_noting(*arguments: object) -> None:
        made.append(arguments[0])
        real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(building, "put", put_noting)
    threads = [threading.Thread(target=Shelf(record).build, args=(None,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1
