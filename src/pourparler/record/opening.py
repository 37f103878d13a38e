"""Opens a record file as a store, and says in plain words why it cannot."""

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from pourparler.core.errors import RecordError
from pourparler.record import upgrading
from pourparler.record.lock import WriterLock
from pourparler.record.place import reading_address, schema_at
from pourparler.record.sql import SqlStore
from pourparler.record.store import Store


def open_store(path: str | os.PathLike[str], *, create: bool = False, read_only: bool = False) -> Store:
    """The store in the file at `path`; with `create` a file that is missing is made.

    Open for reading, any number of stores may look at a record while one writes. Raises RecordError for a missing
    record, a file that is none, a schema newer than this program, a second writer and a place closed to writing.
    """
    place = Path(path)
    if place.is_dir():
        raise RecordError(f"{place} is a folder, not a record.", "Name a file with --record, such as case.db.")
    fresh = not place.exists() or place.stat().st_size == 0
    if fresh and not create:
        raise RecordError(
            f"There is no record at {place}.",
            f"Read reports into one first: pourparler read PATH --record {place}",
        )
    if read_only:
        return _open_reader(place)
    if not fresh:
        schema_at(place)
    lock = WriterLock(place)
    try:
        _prepare(place, upgrading.released_steps())
        return SqlStore(_writing_address(place), writes=True, lock=lock)
    except BaseException:
        lock.release()
        raise


def upgrade_record(path: str | os.PathLike[str]) -> Path | None:
    """Bring the record at `path` to the newest schema; the path of the backup, None when there was no need.

    Raises RecordError as `open_store` does, and when the backup cannot be written.
    """
    place = Path(path)
    if not place.exists() or place.is_dir():
        raise RecordError(f"There is no record at {place}.", "Name the file that reports were read into.")
    schema_at(place)
    lock = WriterLock(place)
    try:
        return _prepare(place, upgrading.released_steps())
    finally:
        lock.release()


def _open_reader(place: Path) -> Store:
    schema = schema_at(place)
    steps = upgrading.released_steps()
    if schema == 0:
        raise RecordError(
            f"The record {place} is empty: its making was broken off.",
            f"Read reports into it: pourparler read PATH --record {place}",
        )
    if schema < len(steps):
        raise RecordError(
            f"The record {place} is of schema {schema}; this program reads schema {len(steps)}.",
            f"Upgrade it with: pourparler doctor --upgrade --record {place} (a backup is made first).",
        )
    return SqlStore(reading_address(place), writes=False)


def _prepare(place: Path, steps: Sequence[str]) -> Path | None:
    """Make or upgrade the record and switch it to write-ahead logging, so that readers never wait for the writer.

    Gives the path of the backup that was made before an upgrade, None when there was none.
    """
    try:
        connection = sqlite3.connect(place, timeout=5, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()
        return upgrading.upgrade(place, steps)
    except sqlite3.Error as error:
        raise RecordError(
            f"The record {place} cannot be written: {error}.", "Check the disk and who may write to the file."
        ) from error


def _writing_address(place: Path) -> str:
    return f"{place.absolute().as_uri()}?mode=rw"
