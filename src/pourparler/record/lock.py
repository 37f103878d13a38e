"""The place of the one writer: held for as long as a store is open for writing, let go even by kill -9.

The lock is SQLite's own, taken on an empty file beside the record (`NAME-writer`), so it works wherever SQLite does,
ends with the process that holds it, and is not passed on to child processes.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from pourparler.core.errors import RecordBusyError, RecordError


class WriterLock:
    """Holds the place of the writer of one record from its making until `release`."""

    def __init__(self, record: Path) -> None:
        """Take the place; raises RecordBusyError when another process or store holds it, RecordError
        when nothing can be written."""
        try:
            self._held = sqlite3.connect(f"{record}-writer", timeout=0, isolation_level=None, check_same_thread=False)
            self._held.execute("PRAGMA journal_mode = OFF")
            self._held.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if hasattr(self, "_held"):
                self._held.close()
            if "locked" in str(error):
                raise RecordBusyError(
                    f"Another program is writing to the record {record}.",
                    "Wait until it has finished, or end it; looking at the record is possible meanwhile.",
                ) from error
            raise RecordError(
                f"The record {record} cannot be written: its folder is missing or closed to writing.",
                "Give a place that you may write to with --record.",
            ) from error

    def release(self) -> None:
        """Let go of the place; a second call does nothing."""
        self._held.close()


def is_held(record: Path) -> bool:
    """True when a program holds the place of the writer of a record now; looking does not take it."""
    place = Path(f"{record}-writer")
    if not place.exists():
        return False
    try:
        with closing(sqlite3.connect(f"{place.absolute().as_uri()}?mode=ro", uri=True, timeout=0)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        return "locked" in str(error)
    return False
