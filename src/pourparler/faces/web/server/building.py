"""Snapshots of a large record, made by a process of their own: its memory goes when it ends, and pages stay quick."""

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import date
from pathlib import Path

from pourparler.core.errors import RecordError
from pourparler.record.lock import is_held
from pourparler.record.place import reading_address
from pourparler.record.store import JournalAct

IDLE = 120
"""Seconds without a move of the record after which nothing is kept ready for the next one: the whole record is then in
the memory of the process that follows it."""


class Building:
    """The processes that make snapshots of one record, at most one for each day asked for."""

    def __init__(self, record: Path) -> None:
        """Nothing is made yet."""
        self._record = record
        self._running: dict[date | None, subprocess.Popen[bytes]] = {}
        self._lock = threading.Lock()

    def begin(self, as_of: date | None) -> None:
        """Make a snapshot, unless one of that day is being made.

        The one with all reports is then kept up to the record: what did not change is not merged again.
        """
        with self._lock:
            running = self._running.get(as_of)
            if running is not None and running.poll() is None:
                return
            words = [sys.executable, "-m", "pourparler.faces.snapshot", str(self._record)]
            words += ["--as-of", as_of.isoformat()] if as_of else ["--follow", "--idle", str(IDLE)]
            self._running[as_of] = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    def is_going(self, as_of: date | None) -> bool:
        """True while a snapshot of that day is being made, or kept up to the record."""
        running = self._running.get(as_of)
        return running is not None and running.poll() is None

    def is_written_to(self, record: Path) -> bool:
        """True while another program writes to the record."""
        return is_held(record)

    def end(self) -> None:
        """Stop what is being made; the snapshots that stand stay."""
        with self._lock:
            for process in self._running.values():
                if process.poll() is None:
                    process.terminate()
                    process.wait(10)


def count_accounts(record: Path) -> int:
    """How many accounts a record holds, of whatever reading; raises RecordError where it cannot be read."""
    return _counted(record, "SELECT count(*) FROM accounts")


def count_reports(record: Path) -> int:
    """How many reports a record holds; raises RecordError where it cannot be read."""
    return _counted(record, "SELECT count(*) FROM reports")


def only_decided_since(record: Path, edition: int) -> bool:
    """True where nothing but judgements came to a record, or was taken back, after one of its editions."""
    acts = JournalAct.JUDGEMENT, JournalAct.WITHDRAWAL
    query = "SELECT count(*) FROM journal WHERE number > ? AND act NOT IN (?, ?)"
    return _counted(record, query, edition, *acts) == 0


def _counted(record: Path, query: str, *values: object) -> int:
    try:
        with closing(sqlite3.connect(reading_address(record), uri=True, timeout=10)) as connection:
            return int(connection.execute(query, values).fetchone()[0])
    except sqlite3.Error as error:
        raise RecordError(f"The record {record} cannot be read: {error}.", "Restore it from a backup.") from error
