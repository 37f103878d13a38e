"""What tells one state of a record file from another without reading it: asked at every page, so it takes a moment."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from pourparler.core.errors import RecordError
from pourparler.record.place import reading_address

BUSY_SECONDS = 10.0
"""How long a look at the record waits for a lock; a writer with write-ahead logging never holds one that long."""

SAMPLED = 16
"""Lines of the journal that tell one record from another: the last of an edition, and others spread over it."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """A state of a record: its edition (the journal's last line) and version, the case's name, how many paths of
    reports are noted, and a digest of lines of the journal, by which another record under the same name is known."""

    edition: int
    version: int
    name: str
    paths: int
    lines: str


@contextmanager
def looking(record: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a record for looking only; raises RecordError where the file is missing or no record."""
    if not record.is_file():
        raise RecordError(f"There is no record at {record}.", "Name the file that reports were read into.")
    try:
        with closing(
            sqlite3.connect(reading_address(record), uri=True, timeout=BUSY_SECONDS, isolation_level=None)
        ) as connection:
            yield connection
    except sqlite3.Error as error:
        raise RecordError(
            f"The record {record} could not be read: {error}.",
            "Nothing was lost. Look again; where it goes on, run: pourparler check.",
        ) from error


def imprint(record: Path) -> Imprint:
    """The state of a record now; raises RecordError where it cannot be read."""
    with looking(record) as connection:
        connection.execute("BEGIN")
        last = connection.execute("SELECT number, version FROM journal ORDER BY number DESC LIMIT 1").fetchone()
        edition, version = last or (0, 0)
        name = connection.execute("SELECT value FROM meta WHERE key = 'case'").fetchone()
        paths = connection.execute("SELECT max(rowid) FROM report_names").fetchone()[0] or 0
        return Imprint(edition, version, name[0] if name else "", paths, _lines(connection, edition))


def edition_of(record: Path) -> int:
    """The number of the journal's last line now; raises RecordError where it cannot be read."""
    with looking(record) as connection:
        return int(connection.execute("SELECT max(number) FROM journal").fetchone()[0] or 0)


def lines_at(record: Path, edition: int) -> str:
    """The digest of the journal's lines up to an edition, as the record has them now."""
    with looking(record) as connection:
        return _lines(connection, edition)


def _lines(connection: sqlite3.Connection, edition: int) -> str:
    wanted = sorted({edition * part // SAMPLED for part in range(1, SAMPLED + 1)} | {min(1, edition)})
    marks = ", ".join("?" * len(wanted))
    query = f"SELECT number, act, subject, version FROM journal WHERE number IN ({marks}) ORDER BY number"
    told = "\n".join(map(str, connection.execute(query, wanted)))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:24]
