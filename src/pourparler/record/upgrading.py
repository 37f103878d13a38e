"""Brings a record to the newest schema, one numbered step after the other, after a backup."""

import sqlite3
from collections.abc import Sequence
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
        copy = sqlite3.connect(backup)
        try:
            connection.backup(copy)
        finally:
            copy.close()
    except sqlite3.Error as error:
        backup.unlink(missing_ok=True)
        raise RecordError(
            f"The record {path} needs an upgrade, but its backup {backup.name} cannot be written: {error}.",
            "Make room on the disk, then run the command again; nothing was changed.",
        ) from error
    return backup


def _statements(script: str) -> list[str]:
    """The statements of a script, cut where SQLite itself says that one is complete."""
    statements, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            statements.append(current)
            current = ""
    return statements
