"""Whether SQLite and the place of a record are fit for it, and how the record stands."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from pourparler.core.errors import RecordError
from pourparler.core.finding import Finding, State, well
from pourparler.record import upgrading
from pourparler.record.backup import look_at
from pourparler.record.lock import is_held
from pourparler.record.place import reading_address, schema_at

OLDEST = (3, 30, 0)
"""The SQLite that brought NULLS FIRST; window functions and upserts, which are needed too, are older."""

FEATURES = {
    "JSON": "SELECT json_extract('{\"a\": 1}', '$.a')",
    "upsert": "INSERT INTO t VALUES (1, 2) ON CONFLICT (a) DO UPDATE SET b = 2",
    "window functions": "SELECT row_number() OVER (ORDER BY a) FROM t",
    "full-text search (FTS5)": "CREATE VIRTUAL TABLE words USING fts5(word)",
}
"""What a record needs of SQLite, each with a statement that fails where it is missing."""

LEAST_ROOM = 20_000_000
"""Bytes below which writing a record soon fails: SQLite's own file beside a record grows to about 4 MB, reports add to
it and to the record."""


def examine_sqlite() -> Iterator[Finding]:
    """The version of SQLite and the features that a record needs."""
    told = sqlite3.sqlite_version
    again = "Use a Python with a newer SQLite, such as the one from python.org."
    if sqlite3.sqlite_version_info < OLDEST:
        yield Finding("SQLite", State.PROBLEM, f"{told} is too old; {'.'.join(map(str, OLDEST))} is needed", again)
        return
    missing = []
    with closing(sqlite3.connect(":memory:")) as connection, closing(sqlite3.connect(":memory:")) as copy:
        connection.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b INTEGER)")
        for name, statement in FEATURES.items():
            try:
                connection.execute(statement)
            except sqlite3.Error:
                missing.append(name)
        connection.commit()
        connection.backup(copy)
    if missing:
        yield Finding("SQLite", State.PROBLEM, f"{told} lacks {', '.join(missing)}", again)
    else:
        yield well("SQLite", f"{told} with {', '.join(FEATURES)}, backup")


def examine_place(record: Path) -> Iterator[Finding]:
    """Free disk beside a record, and whether a record can be written there, with readers beside the writer."""
    folder = record.absolute().parent
    if not folder.is_dir():
        yield Finding("disk", State.PROBLEM, f"there is no folder {folder}", "Make it, or name another record.")
        return
    size = record.stat().st_size if record.is_file() else 0
    free = shutil.disk_usage(folder).free
    seen = f"{free / 1e9:.1f} GB free in {folder}" if free >= 1e9 else f"{free / 1e6:.0f} MB free in {folder}"
    if free < LEAST_ROOM:
        yield Finding("disk", State.PROBLEM, seen, "Make room: the next report may not fit.")
    elif free < 2 * size:
        yield Finding("disk", State.WARNING, f"{seen}; a backup needs {size / 1e6:.0f} MB", "Make room on the disk.")
    else:
        yield well("disk", seen)
    yield _written(folder, record)


def examine_record(record: Path) -> Iterator[Finding]:
    """What the record is, whether its pages are whole, and who writes to it now."""
    if not record.exists():
        yield Finding("record", State.WARNING, f"there is none at {record} yet", "pourparler read PATH makes one.")
        return
    try:
        schema, newest = schema_at(record), len(upgrading.released_steps())
        if schema == 0:
            yield Finding("record", State.WARNING, f"{record} is empty", "pourparler read PATH fills it.")
            return
        held = look_at(record)
        with closing(sqlite3.connect(reading_address(record), uri=True, timeout=5)) as connection:
            broken = [row[0] for row in connection.execute("PRAGMA quick_check") if row[0] != "ok"]
    except (RecordError, sqlite3.Error) as error:
        what, todo = (error.what, error.todo) if isinstance(error, RecordError) else (str(error), "")
        yield Finding("record", State.PROBLEM, what, todo or "Restore it from a backup.")
        return
    seen = f"{record}: schema {schema}, {held.reports:,} reports, {held.judgements:,} judgements"
    if broken:
        yield Finding("record", State.PROBLEM, f"{record} is damaged: {broken[0]}", "Restore it from a backup.")
    elif schema < newest:
        todo = f"pourparler doctor --upgrade --record {record} (a backup is made first)"
        yield Finding("record", State.PROBLEM, f"{seen}; this program reads schema {newest}", todo)
    else:
        yield well("record", f"{seen}, edition {held.edition or 0:,}")
    yield _writer(record)


def _writer(record: Path) -> Finding:
    if is_held(record):
        todo = "Looking at it is possible meanwhile; to write, wait until the other program has finished."
        return Finding("writer", State.WARNING, "another program is writing to the record now", todo)
    return well("writer", "nobody is writing to the record")


def _written(folder: Path, record: Path) -> Finding:
    """Whether files can be made in a folder, and whether SQLite can log there ahead of writing (WAL)."""
    closed = Finding(
        "writing",
        State.WARNING if record.exists() else State.PROBLEM,
        f"{folder} is closed to writing" + (": the record can be looked at, not changed" if record.exists() else ""),
        "See who may write there, or name a record elsewhere.",
    )
    try:
        with (
            tempfile.TemporaryDirectory(dir=folder, prefix=".pourparler-") as trial,
            closing(sqlite3.connect(Path(trial) / "trial.db")) as connection,
        ):
            [mode] = connection.execute("PRAGMA journal_mode = WAL").fetchone()
            connection.execute("CREATE TABLE t (a)")
            connection.commit()
    except (OSError, sqlite3.Error):
        return closed
    if mode != "wal":
        seen = f"SQLite cannot log ahead of writing (WAL) in {folder}; it may be a network drive"
        return Finding("writing", State.PROBLEM, seen, "Keep the record on a disk of this machine.")
    if record.exists() and not _may_write(record):
        return Finding("writing", State.WARNING, f"{record} is closed to writing", "See who may write to it.")
    return well("writing", f"records can be written in {folder}, with readers beside the writer (WAL)")


def _may_write(record: Path) -> bool:
    try:
        with record.open("r+b"):
            return True
    except OSError:
        return False
