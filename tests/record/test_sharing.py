"""Several programs at one record: those that look never wait for the one that writes, and a second writer is told."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pourparler.core.account import ReportAccounts
from pourparler.core.errors import RecordError
from pourparler.core.judgement import Judgement, Verdict
from pourparler.core.reading import Reading
from pourparler.record import sql
from pourparler.record.backup import back_up, verify
from pourparler.record.check import check
from pourparler.record.opening import open_store, upgrade_record
from pourparler.record.store import Store
from pourparler.record.view import load_case
from tests.record.drafts import draft, geneva_talks

ROOT = Path(__file__).resolve().parents[2]
AT = datetime(2025, 6, 1, tzinfo=UTC)
JUDGEMENT = Judgement("j1", Verdict.CONFIRMED, ("a1",), "me", AT, "seen")

READER = """
import sqlite3, sys
connection = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True, isolation_level=None)
connection.execute("BEGIN")
count = "SELECT (SELECT count(*) FROM reports) + (SELECT count(*) FROM judgements)"
for _ in range(2):
    print(connection.execute(count).fetchone()[0], flush=True)
    sys.stdin.readline()
connection.execute("COMMIT")
print(connection.execute(count).fetchone()[0], flush=True)
"""
"""Looks at one moment of a record for as long as it is told to, then at the next."""

WRITER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE reports SET title = 'half done'")
print("writing", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
"""
"""Holds a transaction that has written and is not finished."""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "case.db"
    with open_store(path, create=True) as store:
        for each in geneva_talks():
            each.put(store)
    return path


@pytest.fixture(autouse=True)
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a lock here: where one is held, it shows."""
    monkeypatch.setattr(sql, "BUSY_MS", 0)


@contextmanager
def running(program: str, record: Path) -> Iterator["subprocess.Popen[str]"]:
    """A program at work on a record, ended by the end of what it is told."""
    command = [sys.executable, "-c", program, str(record)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        yield other


def say(other: "subprocess.Popen[str]", line: str | None = None) -> str:
    """Tell a program to go on, and hear what it says next."""
    assert other.stdin is not None and other.stdout is not None
    if line is not None:
        other.stdin.write(f"{line}\n")
        other.stdin.flush()
    return other.stdout.readline().strip()


def write_everything(store: Store) -> None:
    """One of each act of writing."""
    [first, *_] = geneva_talks()
    for reader in ("hand 2", "hand 3"):
        other = replace(first, reader=reader)
        assert store.add_reading(other.reading, other.accounts)
    store.name_case("Written")
    assert draft("9.txt", "2025-03-09", "Nothing new.").put(store)
    assert store.make_current("hand 2") == 1 and store.discard("hand 3") == 1
    assert store.add_judgements([JUDGEMENT]) == 1 and store.withdraw(["j1"], AT) == 1


def test_everything_is_written_while_another_program_looks_on(record: Path, tmp_path: Path) -> None:
    with running(READER, record) as reader:
        assert say(reader) == "5"
        with open_store(record) as store:
            write_everything(store)
            assert store.holdings().edition == 12 and check(store) == []
        assert back_up(record, tmp_path / "copy.db").edition == 12
        assert say(reader, "go on") == "5"
        assert say(reader, "go on") == "7"


def test_looking_never_waits_for_one_who_writes(record: Path, tmp_path: Path) -> None:
    with running(WRITER, record) as writer:
        assert say(writer) == "writing"
        with open_store(record, read_only=True) as store:
            assert len(load_case(store).reports) == 5 and check(store) == []
            assert all(report.title is None for report in store.reports())
            assert store.holdings(at=3).edition == 3 and len(store.journal()) == 5
        assert back_up(record, tmp_path / "copy.db").reports == 5 == verify(tmp_path / "copy.db").reports
        say(writer, "stop")


WRITING: dict[str, Callable[[Store], object]] = {
    "a report": lambda store: draft("9.txt", None, "Nothing new.").put(store),
    "a judgement": lambda store: store.add_judgements([JUDGEMENT]),
    "a withdrawal": lambda store: store.withdraw(["j1"], AT),
    "a reading": lambda store: store.add_reading(*_again()),
    "a reading taking effect": lambda store: store.make_current("hand 1"),
    "a discarding": lambda store: store.discard("hand 2"),
    "a name": lambda store: store.name_case("Mine"),
}


def _again() -> tuple[Reading, ReportAccounts]:
    other = replace(geneva_talks()[0], reader="hand 2")
    return other.reading, other.accounts


@pytest.mark.parametrize("what", WRITING)
def test_what_cannot_be_written_for_another_program_is_said_and_not_half_done(record: Path, what: str) -> None:
    with open_store(record) as store:
        before = store.holdings()
        with running(WRITER, record) as writer:
            assert say(writer) == "writing"
            with pytest.raises(RecordError, match="locked") as error:
                WRITING[what](store)
            assert error.value.todo == "Nothing was lost. Another program holds the file; wait until it has finished."
            say(writer, "stop")
        assert store.holdings() == before and len(store.journal()) == 5
        WRITING[what](store)


@pytest.mark.parametrize("second", [open_store, upgrade_record])
def test_a_second_writer_is_told_and_the_first_goes_on(record: Path, second: Callable[[Path], object]) -> None:
    with open_store(record) as first:
        with pytest.raises(RecordError, match=r"Another program is writing to the record .*Wait until it has finished"):
            second(record)
        write_everything(first)


def test_a_record_can_be_backed_up_while_it_is_open_for_writing(record: Path, tmp_path: Path) -> None:
    with open_store(record) as store:
        assert store.add_judgements([JUDGEMENT]) == 1
        copied = back_up(record, tmp_path / "copy.db")
        assert (copied.edition, copied.judgements) == (6, 1)
        assert store.withdraw(["j1"], AT) == 1


def test_what_a_person_decides_is_on_the_disk_before_it_is_said_to_be_kept(record: Path) -> None:
    with open_store(record) as store:
        assert isinstance(store, sql.SqlStore)
        seen: list[tuple[str, int]] = []

        def note(statement: str) -> None:
            seen.append((statement, 0))

        connection = store._engine.raw_connection()
        assert isinstance(connection.driver_connection, sqlite3.Connection)
        connection.driver_connection.set_trace_callback(note)
        connection.close()
        store.name_case("Any")
        store.add_judgements([JUDGEMENT])
        store.withdraw(["j1"], AT)
    settled = [statement for statement, _ in seen if "synchronous" in statement]
    assert settled == [f"PRAGMA synchronous = {how}" for how in ("NORMAL", "FULL", "FULL")]


def test_the_place_of_the_writer_is_free_after_a_kill(record: Path) -> None:
    opens = f"from pourparler.record.opening import open_store\nstore = open_store({str(record)!r})"
    program = f"import os\n{opens}\nos.kill(os.getpid(), 9)"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    with open_store(record) as store:
        store.name_case("Free")
    with closing(sqlite3.connect(record)) as connection:
        assert connection.execute("SELECT value FROM meta").fetchone() == ("Free",)
