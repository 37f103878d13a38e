"""The file that a record lies in: whether it is one of ours, of which schema, and how it is opened for reading."""

import sqlite3
from pathlib import Path

from pourparler.core.errors import RecordError
from pourparler.record import upgrading
from pourparler.record.schema import APPLICATION_ID

_MAGIC = b"SQLite format 3\0"


def schema_at(place: Path) -> int:
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
        connection = sqlite3.connect(reading_address(place), uri=True, timeout=5)
        try:
            application = int(connection.execute("PRAGMA application_id").fetchone()[0])
            schema = upgrading.schema_of(connection)
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
    known = len(upgrading.released_steps())
    if schema > known:
        raise RecordError(
            f"The record {place} was written by a newer program (schema {schema}; this one knows {known}).",
            "Install the newest pourparler; the record was left as it is.",
        )
    return schema


def reading_address(place: Path) -> str:
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
