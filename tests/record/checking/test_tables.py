"""Each rule of the tables, broken by hand in a good record, is found."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pourparler.core.errors import RecordError
from pourparler.record.check import check
from pourparler.record.checking.tables import LINES, ROWS
from pourparler.record.opening import open_store
from tests.record.checking.edited import found, good_record

BROKEN = {
    "line 4 of the journal: the lines of the journal are not numbered one after the other": (
        "DELETE FROM journal WHERE number = 3"
    ),
    "line 3 of the journal: it tells of an act that is none: 'dance'": (
        "UPDATE journal SET act = 'dance' WHERE number = 3"
    ),
    "line 2 of the journal: it tells of report r-2.txt, which is not there": "DELETE FROM reports WHERE id = 'r-2.txt'",
    "line 8 of the journal: it tells of reading r-2.txt, which": "DELETE FROM readings WHERE reader = 'hand 3'",
    "line 7 of the journal: it tells of current hand 2, which": "UPDATE journal SET act = 'current', subject = 'hand 2'"
    " WHERE number = 7; DELETE FROM in_effect WHERE number = 7",
    "line 9 of the journal: it tells of judgement act 1, which": "DELETE FROM judgements",
    "line 10 of the journal: it tells of withdrawal act 1, which": "DELETE FROM judgements WHERE id = 'j2'",
    "line 5 of the journal: its version is 11, and what stood then counts 10": (
        "UPDATE journal SET version = 11 WHERE number = 5"
    ),
    "report 3.txt: the journal has no line that adds it": "UPDATE reports SET added_in = 1 WHERE id = 'r-3.txt'",
    "report 9.txt: its name is '9.txt', and the first path it lies under gives '3.txt'": (
        "UPDATE reports SET name = '9.txt' WHERE id = 'r-3.txt'"
    ),
    "report 3.txt: its name is '3.txt', and the first path it lies under gives None": (
        "DELETE FROM report_names WHERE report_id = 'r-3.txt'"
    ),
    "reading of 2.txt by hand 2: the journal has no line": "UPDATE readings SET added_in = 1 WHERE reader = 'hand 2'",
    "reading of 2.txt by hand 3: it counts, or does not, against what the journal put in effect last": (
        "UPDATE readings SET current = reader = 'hand 3' WHERE report_id = 'r-2.txt'"
    ),
    "reading of 1.txt by hand 1: it counts, or does not, against": "UPDATE readings SET current = 0"
    " WHERE report_id = 'r-1.txt'",
    "reading of 2.txt by hand 2: line 7 of the journal, which put it in effect, is of something else": (
        "UPDATE journal SET act = 'current', subject = 'hand 1' WHERE number = 7"
    ),
    "reading of 1.txt by hand 1: line 1 of the journal, which put it in effect": (
        "UPDATE in_effect SET report_id = 'aside.txt' WHERE number = 1"
    ),
    "it is an account of another report than its reading": (
        "UPDATE accounts SET report_id = 'r-1.txt' WHERE report_id = 'r-3.txt'"
    ),
    "judgement j1: the journal has no line that makes it": "UPDATE judgements SET act = 'act 2' WHERE id = 'j1'",
    "judgement j1: its withdrawal and the journal do not agree": (
        "UPDATE judgements SET withdrawn_at = '2025-06-02T00:00:00+00:00' WHERE id = 'j1'"
    ),
    "judgement j2: its withdrawal and the journal do not agree": (
        "UPDATE judgements SET withdrawn_at = NULL WHERE id = 'j2'"
    ),
    "table account_evidence: rows that name one of accounts which is not there: 1": (
        "DELETE FROM accounts WHERE kind = 'position'"
    ),
    "table in_effect: rows that name one of journal which is not there: 1": "DELETE FROM journal WHERE number = 7",
    "reading of 2.txt by hand 3: it holds what this program does not know": (
        "UPDATE readings SET payload = '{' WHERE reader = 'hand 3'"
    ),
    "reading of 2.txt by hand 3: it says that it is of r-2.txt by hand 4": (
        "UPDATE readings SET payload = replace(payload, 'hand 3', 'hand 4') WHERE reader = 'hand 3'"
    ),
    "reading of 1.txt by hand 1: its words do not stand at": "UPDATE mentions SET start = start + 1"
    " WHERE name = 'Ann Lee'",
    "reading of 2.txt by hand 3: its words do not stand at": "UPDATE account_evidence SET text = 'no words'"
    " WHERE account_key = (SELECT max(key) FROM accounts)",
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_rule_is_found(tmp_path: Path, what: str) -> None:
    problems = found(good_record(tmp_path / "r.db"), *BROKEN[what].split("; "))
    assert [problem for problem in problems if what in problem], problems


def test_every_rule_has_a_test() -> None:
    for what, _, _ in (*LINES, *ROWS):
        begins = what.split("{")[0].rstrip(" ,")
        assert any(begins in told for told in BROKEN), what


def test_readings_that_were_discarded_are_no_fault(tmp_path: Path) -> None:
    with open_store(good_record(tmp_path / "r.db")) as store:
        assert store.discard("hand 3") == 1 and store.discard("hand 3") == 0
        assert store.journal()[-1].act == "discard"
        assert check(store) == []


def test_a_page_that_is_damaged_is_found(tmp_path: Path) -> None:
    path = good_record(tmp_path / "r.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'accounts_by_id'").fetchone()[0]
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = bytes(size)
    path.write_bytes(content)
    with open_store(path, read_only=True) as store:
        try:
            assert "SQLite finds it damaged" in store.faults()[0].what
        except RecordError as error:
            assert "damaged" in error.todo
        assert check(store)


def test_a_row_against_a_rule_of_its_table_is_found(tmp_path: Path) -> None:
    rule = "replace(sql, 'outlet TEXT', 'outlet TEXT NOT NULL')"
    problems = found(
        good_record(tmp_path / "r.db"),
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_master SET sql = {rule} WHERE name = 'reports'",
    )
    assert "the record: SQLite finds it damaged: NULL value in reports.outlet" in problems
