"""From schema 1 to 2: nothing is lost, the journal tells what was there, and a backup is made before anything."""

import resource
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pourparler.core.errors import RecordError
from pourparler.core.judgement import Judgement, Verdict
from pourparler.record.backup import verify
from pourparler.record.check import check
from pourparler.record.opening import open_store
from pourparler.record.place import schema_at
from pourparler.record.store import Holdings, JournalAct
from pourparler.record.upgrading import released_steps
from tests.record.crowd import crowd
from tests.record.drafts import draft, geneva_talks
from tests.record.killing import killed_at, moments
from tests.record.older import as_schema_1

ROOT = Path(__file__).resolve().parents[2]
DAYS = [datetime(2025, 6, day, tzinfo=UTC) for day in range(1, 9)]
OPEN = "import sys; from pourparler.record.opening import open_store; open_store(sys.argv[1]).close()"


@pytest.fixture
def grown(tmp_path: Path) -> tuple[Path, Holdings]:
    """A record of schema 1, with a second reading and judgements one of which was withdrawn; and what it holds."""
    path = tmp_path / "new.db"
    drafts = geneva_talks()
    with open_store(path, create=True) as store:
        for each in drafts:
            each.put(store)
        store.add(draft("x.txt", None, "Das ist Deutsch.").report)
        second = replace(drafts[0], reader="hand 2", meetings=[])
        store.add_reading(second.reading, second.accounts, current=True)
        account = next(one.id for one in store.accounts() if one.kind == "meeting")
        judgements = [
            Judgement("j2", Verdict.CONFIRMED, (account,), "me", DAYS[1], "seen"),
            Judgement("j1", Verdict.CORRECTED, (account,), "me", DAYS[2], "seen", "round", "2", withdrawn=DAYS[4]),
            Judgement("j3", Verdict.REJECTED, (account,), "me", DAYS[3], "seen"),
        ]
        store.add_judgements(judgements)
        holdings = store.holdings()
    old = as_schema_1(path, tmp_path / "case.db", judgements)
    path.unlink()
    return old, holdings


def test_nothing_is_lost_and_what_was_there_has_its_lines(grown: tuple[Path, Holdings]) -> None:
    path, before = grown
    with open_store(path) as store:
        assert store.holdings() == before
        assert check(store) == []
        lines = store.journal()
        names = [f"r-{name}" for name in ("5.txt", "x.txt", "1.txt", "2.txt", "3.txt", "4.txt")]
        assert [line.subject for line in lines] == [*names, "r-1.txt", "j2", "j1", "j3", "j1"]
        assert [line.act for line in lines[6:]] == [
            JournalAct.READING,
            *[JournalAct.JUDGEMENT] * 3,
            JournalAct.WITHDRAWAL,
        ]
        assert [line.version for line in lines] == [2, 3, 5, 7, 9, 11, 12, 13, 14, 15, 14]
        assert [one.id for one in store.holdings(at=10).judgements] == ["j2", "j1", "j3"]
        assert len(store.holdings(at=6).accounts) > len(store.holdings(at=7).accounts)
        assert store.judgements(withdrawn=True)[1].act == "j1"
        assert store.pending_readers() == ()


def test_the_backup_is_the_record_of_before(grown: tuple[Path, Holdings]) -> None:
    path, _ = grown
    with closing(sqlite3.connect(path)) as connection:
        before = list(connection.iterdump())
    open_store(path).close()
    backup = path.with_name("case.db.schema-1.backup")
    assert schema_at(backup) == 1 and schema_at(path) == len(released_steps())
    assert verify(backup).edition is None
    with closing(sqlite3.connect(backup)) as connection:
        assert list(connection.iterdump()) == before
    open_store(path).close()
    assert {item.name for item in path.parent.iterdir()} == {
        "case.db", "case.db-writer", backup.name, "new.db-writer"
    }  # fmt: skip


def test_an_empty_record_of_schema_1_is_upgraded_too(tmp_path: Path) -> None:
    open_store(tmp_path / "new.db", create=True).close()
    with open_store(as_schema_1(tmp_path / "new.db", tmp_path / "old.db")) as store:
        assert store.journal() == () and store.holdings().version == 0
        assert geneva_talks()[0].put(store)


def test_without_room_for_the_backup_nothing_is_changed(grown: tuple[Path, Holdings]) -> None:
    path, before = grown
    size = path.stat().st_size

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, resource.RLIM_INFINITY))

    done = subprocess.run(
        [sys.executable, "-c", OPEN, str(path)], cwd=ROOT, preexec_fn=little_room, capture_output=True, text=True
    )
    assert done.returncode != 0
    assert "needs an upgrade, and a backup before it" in done.stderr and "left as it was" in done.stderr
    assert schema_at(path) == 1
    assert not [item for item in path.parent.iterdir() if ".backup" in item.name]
    with open_store(path) as store:
        assert store.holdings() == before


def test_where_the_backup_may_not_be_written_nothing_is_changed(grown: tuple[Path, Holdings]) -> None:
    path, before = grown
    blocked = path.with_name("case.db.schema-1.backup.part")
    blocked.mkdir()
    with pytest.raises(RecordError, match=r"backup before it\. The backup .* cannot be written") as error:
        open_store(path)
    assert "left as it was" in error.value.todo
    assert schema_at(path) == 1
    blocked.rmdir()
    with open_store(path) as store:
        assert store.holdings() == before


def test_a_backup_of_before_is_never_written_over(grown: tuple[Path, Holdings], tmp_path: Path) -> None:
    path, _ = grown
    kept = tmp_path / "kept.db"
    shutil.copy(path, kept)
    open_store(path).close()
    first = path.with_name("case.db.schema-1.backup").read_bytes()
    shutil.copy(kept, path)
    open_store(path).close()
    assert path.with_name("case.db.schema-1.backup").read_bytes() == first
    assert schema_at(path.with_name("case.db.schema-1.backup-2")) == 1


@pytest.mark.parametrize("part", range(8))
def test_killed_in_the_middle_of_an_upgrade_it_is_done_the_next_time(tmp_path: Path, part: int) -> None:
    whole = tmp_path / "whole.db"
    with open_store(whole, create=True) as store:
        for each in crowd(60):
            each.put(store)
        before = store.holdings()
    path = as_schema_1(whole, tmp_path / "case.db")
    steps = moments(OPEN, as_schema_1(whole, tmp_path / "other.db"))
    killed_at(1 + steps * part // 8, OPEN, path)
    assert schema_at(path) in (1, len(released_steps()))
    for backup in tmp_path.glob("*.backup"):
        assert verify(backup).reports == 60
    with open_store(path) as store:
        assert store.holdings() == before and check(store) == []
    assert verify(path.with_name("case.db.schema-1.backup")).schema == 1
