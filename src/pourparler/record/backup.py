"""Copies of a record: written whole beside their name, compared with what was copied, and only then given the name."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from pourparler.core.errors import RecordError
from pourparler.record.place import reading_address, schema_at
from pourparler.record.rows import digest
from pourparler.record.upgrading import copy_whole, table_counts

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database; left there by another one, it would be taken for the new file's own."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy of a record holds: its schema, its edition (None before schema 2, which has none) and counts."""

    path: Path
    schema: int
    edition: int | None
    reports: int
    judgements: int
    size: int


def back_up(record: Path, to: Path | None = None, overwrite: bool = False) -> Copied:
    """Copy the record as it stands at this moment, while others read or write it, and check the copy.

    `to` is a file or a folder; left out, the copy lies beside the record as `NAME.edition-N.backup`. The copy is a
    record itself. Raises RecordError when the record cannot be read, when a file of that name is there (unless
    `overwrite`), when it cannot be written whole, and when the copy is not what was copied.
    """
    schema_at(_existing(record))
    try:
        with closing(sqlite3.connect(reading_address(record), uri=True, isolation_level=None)) as connection:
            connection.execute("BEGIN")
            place = _named(record, to, _edition(connection))
            _must_be_free(place, record, overwrite)
            copy_whole(connection, place)
            connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise RecordError(
            f"The record {record} cannot be read: {error}.", "Restore it from an older backup, or run pourparler check."
        ) from error
    return look_at(place)


def verify(copy: Path) -> Copied:
    """What a backup holds; raises RecordError when its pages, keys or texts are not as they were written."""
    schema_at(_existing(copy))
    todo = "Do not rely on it: take another backup, from the record or from another copy."
    try:
        with closing(sqlite3.connect(reading_address(copy), uri=True, isolation_level=None)) as connection:
            faults = faults_of(connection)
            texts = connection.execute("SELECT name, text, digest FROM reports ORDER BY name")
            changed = [name for name, text, told in texts if digest(text) != told]
    except sqlite3.Error as error:
        raise RecordError(f"The backup {copy} is damaged: {error}.", todo) from error
    if faults:
        raise RecordError(f"The backup {copy} is damaged: {faults[0]}.", todo)
    if changed:
        raise RecordError(f"The backup {copy} is not as it was written: the text of {changed[0]} was changed.", todo)
    return look_at(copy)


def look_at(place: Path) -> Copied:
    """What the record at `place` holds; raises RecordError when it cannot be read."""
    schema = schema_at(place)
    try:
        with closing(sqlite3.connect(reading_address(place), uri=True)) as connection:
            counts = table_counts(connection)
            edition = _edition(connection)
    except sqlite3.Error as error:
        raise RecordError(f"The record {place} cannot be read: {error}.", "Restore it from a backup.") from error
    return Copied(place, schema, edition, counts["reports"], counts["judgements"], place.stat().st_size)


def faults_of(connection: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong with a file: pages, indexes, rules of columns, rows that name none that is there."""
    faults = [str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    for table, _, other, _ in connection.execute("PRAGMA foreign_key_check"):
        faults.append(f"a row of {table} names one of {other} that is not there")
    return faults


def _edition(connection: sqlite3.Connection) -> int | None:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'journal'").fetchone():
        return None
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM journal").fetchone()[0])


def _existing(place: Path) -> Path:
    if place.is_dir():
        raise RecordError(f"{place} is a folder, not a record.", "Name the file.")
    if not place.exists() or place.stat().st_size == 0:
        raise RecordError(f"There is no record at {place}.", "Name the file that reports were read into.")
    return place


def _named(record: Path, to: Path | None, edition: int | None) -> Path:
    name = f"{record.name}.edition-{edition}.backup" if edition is not None else f"{record.name}.backup"
    if to is None:
        return record.with_name(name)
    return to / name if to.is_dir() else to


def _must_be_free(place: Path, record: Path, overwrite: bool) -> None:
    """Raises RecordError where a copy at `place` would take away something else."""
    if not place.parent.is_dir():
        raise RecordError(f"There is no folder {place.parent}.", "Make it, or name another place for the backup.")
    if place.exists():
        if place.samefile(record):
            raise RecordError(f"{place} is the record itself.", "Name another file for the backup.")
        if not overwrite:
            raise RecordError(
                f"There is a file at {place} already; nothing was written.",
                "Name another file, or say --overwrite to put the backup in its place.",
            )
        schema_at(place)
    for ending in BESIDE:
        beside = place.with_name(place.name + ending)
        with suppress(FileNotFoundError):
            if beside.stat():
                raise RecordError(
                    f"{beside} lies where the backup would go: {place.name} is in use, or was not closed.",
                    "Name another file for the backup.",
                )
