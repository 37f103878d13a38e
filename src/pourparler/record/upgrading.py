"""Brings a record to the newest schema, one numbered step after the other, after a backup."""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from importlib.resources import files
from pathlib import Path

from pourparler.core.errors import RecordError
from pourparler.record.schema import APPLICATION_ID


def released_steps() -> tuple[str, ...]:
    """The SQL of every step of the schema, the first first; the number of a step is its place, counted from 1."""
    folder = files("pourparler.record.migrations")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple(folder.joinpath(name).read_text(encoding="utf-8") for name in names)


def schema_of(connection: sqlite3.Connection) -> int:
    """The schema that a database is at: the number of the last step it took, 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def upgrade(path: Path, steps: Sequence[str]) -> Path | None:
    """Take the steps that the record at `path` has not taken; the path of the backup, None when there was no need.

    All steps are one transaction: killed in the middle, the record is as before. A record without content needs no
    backup. Raises RecordError when the backup cannot be written.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        at = schema_of(connection)
        if at >= len(steps):
            return None
        backup = _back_up(connection, path, at) if at else None
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        for step in steps[at:]:
            for statement in _statements(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
        return backup
    finally:
        connection.close()


def _back_up(connection: sqlite3.Connection, path: Path, at: int) -> Path:
    """A copy of the record as it stands, beside it, named after its schema; an older copy is never written over."""
    backup = path.with_name(f"{path.name}.schema-{at}.backup")
    count = 1
    while backup.exists():
        count += 1
        backup = path.with_name(f"{path.name}.schema-{at}.backup-{count}")
    try:
        copy_whole(connection, backup)
    except RecordError as error:
        raise RecordError(
            f"The record {path} needs an upgrade, and a backup before it. {error.what}",
            f"{error.todo} The record was left as it was.",
        ) from error
    return backup


def copy_whole(connection: sqlite3.Connection, to: Path) -> None:
    """Copy a database to the file `to`, which others see whole or not at all, even when this is killed.

    It is written as `NAME.part`, on the disk before it gets its name, as one file that needs none beside it. What
    stands at this moment is copied, in one step, while others read and write. Raises RecordError when it cannot be
    written or when the copy holds something else than what was copied.
    """
    part = to.with_name(to.name + ".part")
    outer = connection.in_transaction
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as copy:
            if not outer:
                connection.execute("BEGIN")
            told = (schema_of(connection), table_counts(connection))
            connection.backup(copy)
            if not outer:
                connection.execute("COMMIT")
            copy.execute("PRAGMA journal_mode = DELETE")
            [(broken,), *_] = copy.execute("PRAGMA quick_check").fetchall()
            if broken != "ok":
                raise RecordError(
                    f"The record is damaged, and so would be its backup {to.name}: {broken}.",
                    "Restore it from an older backup, or read the reports into a new record.",
                )
            if (schema_of(copy), table_counts(copy)) != told:
                raise RecordError(f"The backup {to.name} is not what was copied.", "Check the disk, then try again.")
        part.replace(to)
    except (sqlite3.Error, OSError) as error:
        if connection.in_transaction and not outer:
            connection.execute("ROLLBACK")
        raise RecordError(
            f"The backup {to} cannot be written: {error}.", "Make room on the disk, or see who may write there."
        ) from error
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                Path(f"{part}{ending}").unlink()
    _settle(to.parent)


def table_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table holds."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return {name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for (name,) in names}


def _settle(folder: Path) -> None:
    """Let the disk keep the names in a folder, where the system can be told to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _statements(script: str) -> list[str]:
    """The statements of a script, cut where SQLite itself says that one is complete."""
    statements, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            statements.append(current)
            current = ""
    return statements
