"""Opens a record file as a store, and says in plain words why it cannot."""

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from pourparler.core.errors import RecordError
from pourparler.record.lock import WriterLock
from pourparler.record.schema import APPLICATION_ID
from pourparler.record.sql import SqlStore
from pourparler.record.store import Store
from pourparler.record.upgrading import released_steps, schema_of, upgrade

_MAGIC = b"SQLite format 3\0"


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
        _must_be_ours(place)
    lock = WriterLock(place)
    try:
        _prepare(place, released_steps())
        return SqlStore(_writing_address(place), writes=True, lock=lock)
    except BaseException:
        lock.release()
        raise


def _open_reader(place: Path) -> Store:
    schema = _must_be_ours(place)
    steps = released_steps()
    if schema < len(steps):
        raise RecordError(
            f"The record {place} is of schema {schema}; this program reads schema {len(steps)}.",
            f"Upgrade it with: pourparler read --record {place} (a backup is made first).",
        )
    return SqlStore(_reading_address(place), writes=False)


def _must_be_ours(place: Path) -> int:
    """The schema of the record at `place`; raises RecordError when it is no record or a newer one."""
    try:
        with place.open("rb") as file:
            begins = file.read(len(_MAGIC))
    except OSError as error:
        raise RecordError(
            f"The record {place} cannot be opened: {error.strerror}.", "Check who may read the file."
        ) from error
    if begins != _MAGIC:
        raise RecordError(f"{place} is no record: it is not a SQLite file.", "Name another file with --record.")
    try:
        connection = sqlite3.connect(_reading_address(place), uri=True, timeout=5)
        try:
            application = int(connection.execute("PRAGMA application_id").fetchone()[0])
            schema = schema_of(connection)
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise RecordError(
            f"The record {place} cannot be read: {error}.", "Restore it from a backup, or name another file."
        ) from error
    if application != APPLICATION_ID and (application or tables):
        raise RecordError(
            f"{place} is a SQLite file of another program, not a record.", "Name another file with --record."
        )
    known = len(released_steps())
    if schema > known:
        raise RecordError(
            f"The record {place} was written by a newer program (schema {schema}; this one knows {known}).",
            "Install the newest pourparler; the record was left as it is.",
        )
    return schema


def _prepare(place: Path, steps: Sequence[str]) -> None:
    """Make or upgrade the record and switch it to write-ahead logging, so that readers never wait for the writer."""
    try:
        connection = sqlite3.connect(place, timeout=5, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()
        upgrade(place, steps)
    except sqlite3.Error as error:
        raise RecordError(
            f"The record {place} cannot be written: {error}.", "Check the disk and who may write to the file."
        ) from error


def _writing_address(place: Path) -> str:
    return f"{place.absolute().as_uri()}?mode=rw"


def _reading_address(place: Path) -> str:
    """How to open the file for reading; where its folder is closed to writing and nobody writes, as it stands.

    A file with write-ahead logging wants a file beside it even from readers; without the right to make one it can
    be read only as a file that does not change.
    """
    address = f"{place.absolute().as_uri()}?mode=ro"
    try:
        connection = sqlite3.connect(address, uri=True)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    except sqlite3.OperationalError:
        if not place.with_name(place.name + "-wal").exists():
            return address + "&immutable=1"
    return address
