"""Reading a snapshot: rows by SQL, and entries, actors and disputes as they are in the record."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from pourparler.core.actor import Actor
from pourparler.core.entry import Dispute, Entry
from pourparler.core.errors import RecordError, UnknownEntryError
from pourparler.core.report import Report
from pourparler.core.vocabulary import EntryKind
from pourparler.faces.snapshot.encoding import decode, decode_entry
from pourparler.faces.snapshot.program import program
from pourparler.faces.snapshot.tables import APPLICATION_ID

Thing = Entry | Dispute | Actor

_BEYOND = "\U0010ffff"
"""Sorts behind every character of an id."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the snapshot is of: the case's name, the day it is seen on (None: with all reports), what made it, the
    record's version and its edition at that time."""

    name: str
    as_of: date | None
    made_by: str
    version: int
    edition: int


class Snapshot:
    """One snapshot, open for reading. It stays as it was opened, also when a newer one takes its place.

    Connections are cheap: open one for each request and close it. Every verb raises RecordError for a damaged
    file, and takes it away.
    """

    def __init__(self, path: Path, record: Path) -> None:
        """Open the snapshot at `path` of the record at `record`; raises RecordError where it is none of this
        program's, or damaged."""
        self.path, self._record, self._is_snapshot = path, record, False
        try:
            self._connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False, isolation_level=None
            )
        except sqlite3.Error as error:
            raise _damaged(path, error) from error
        self._connection.row_factory = sqlite3.Row
        try:
            self._open()
        except BaseException:
            self._connection.close()
            raise

    def _open(self) -> None:
        self.rows("PRAGMA trusted_schema = OFF")
        application = self.one("PRAGMA application_id")
        if application is None or application[0] != APPLICATION_ID:
            raise RecordError(f"{self.path} is no snapshot.", "Delete it; it will be made anew.")
        self._is_snapshot = True
        self.meta = {row[0]: row[1] for row in self.rows("SELECT key, value FROM meta")}
        if self.meta.get("program") != program():
            raise RecordError(f"{self.path} was made by another program.", "Delete it; it will be made anew.")
        day = self.meta["as_of"]
        self.head = Head(
            name=self.meta["name"],
            as_of=date.fromisoformat(day) if day else None,
            made_by=self.meta["made_by"],
            version=int(self.meta["version"]),
            edition=int(self.meta["edition"]),
        )

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """All rows that a query gives."""
        with self._in_plain_words():
            return self._connection.execute(sql, values).fetchall()

    def each(self, sql: str, *values: object) -> Iterator[sqlite3.Row]:
        """The rows that a query gives one by one, where all together would take much memory."""
        with self._in_plain_words():
            yield from self._connection.execute(sql, values)

    @contextmanager
    def _in_plain_words(self) -> Iterator[None]:
        """Turns what SQLite says of a damaged file into a RecordError, and takes the file away."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.ProgrammingError | sqlite3.InterfaceError) or _is_ours(error):
                raise
            if self._is_snapshot and _code(error) == sqlite3.SQLITE_CORRUPT:
                with suppress(OSError):  # so that it is made anew; never a file that may be something else
                    self.path.unlink(missing_ok=True)
            raise _damaged(self.path, error) from error

    def one(self, sql: str, *values: object) -> sqlite3.Row | None:
        """The first row that a query gives, None where it gives none."""
        found = self.rows(sql, *values)
        return found[0] if found else None

    def named(self, typed: str) -> tuple[str, ...]:
        """The ids of the things (entries, disputes, actors, reports) that an id or its beginning names, sorted.

        One that names a thing whole is alone; a former id counts only where none that is used begins so.
        """
        wanted = typed.strip()
        if not wanted:
            return ()
        for query in (_THINGS, _FORMER):
            found = self.rows(query, *(wanted, wanted + _BEYOND) * query.count("BETWEEN"))
            exact = [row["thing"] for row in found if row["id"] == wanted]
            if found:
                return (exact[0],) if exact else tuple(sorted({row["thing"] for row in found}))
        return ()

    def entry(self, typed: str) -> Thing | None:
        """The entry, dispute or actor that an id, a former id or the beginning of one names; None where it names none,
        or several."""
        found = self.named(typed)
        return self.thing(found[0]) if len(found) == 1 else None

    def entries(self, ids: Iterable[str]) -> tuple[Entry, ...]:
        """The entries of these ids, in their order; raises UnknownEntryError for an id that no entry goes by."""
        wanted = list(ids)
        found: dict[str, Entry] = {}
        for start in range(0, len(wanted), 500):
            some = wanted[start : start + 500]
            query = f"{_ENTRIES} WHERE id IN ({', '.join('?' * len(some))})"
            found |= {row["id"]: decode_entry(EntryKind(row["kind"]), row["body"]) for row in self.rows(query, *some)}
        missing = [one for one in wanted if one not in found]
        if missing:
            raise UnknownEntryError(f"No entry has the id {missing[0]!r}.", "Look for it in a list.")
        return tuple(found[one] for one in wanted)

    def thing(self, full: str) -> Thing | None:
        """The entry, dispute or actor of a whole id; None where it is none of these."""
        row = self.one(f"{_ENTRIES} WHERE id = ?", full)
        if row is not None:
            return decode_entry(EntryKind(row["kind"]), row["body"])
        row = self.one("SELECT body FROM actors WHERE id = ?", full)
        if row is not None:
            return decode(Actor, row["body"])
        row = self.one("SELECT body FROM disputes WHERE id = ?", full)
        return decode(Dispute, row["body"]) if row is not None else None

    def text(self, report_id: str) -> Report:
        """The report of an id with its text, from the record's file, under the name that this snapshot cites.

        Raises UnknownEntryError for a report that this snapshot does not have.
        """
        return self.texts([report_id])[0]

    def texts(self, report_ids: Iterable[str]) -> tuple[Report, ...]:
        """The reports of these ids, in their order; see `text`."""
        from pourparler.record.opening import open_store

        found = []
        with open_store(self._record, read_only=True) as store:
            for report_id in report_ids:
                row = self.one("SELECT name FROM reports WHERE id = ?", report_id)
                report = store.report(report_id) if row is not None else None
                if row is None or report is None:
                    todo = "`pourparler show reports` lists them."
                    raise UnknownEntryError(f"No report has the id {report_id!r}.", todo)
                found.append(replace(report, name=row["name"]))
        return tuple(found)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


_ENTRIES = "SELECT id, kind, body FROM entries JOIN bodies USING (seq)"
_THINGS = " UNION ALL ".join(
    f"SELECT id, id AS thing FROM {table} WHERE id BETWEEN ? AND ?"
    for table in ("entries", "actors", "disputes", "reports")
)
_FORMER = "SELECT id, thing FROM former WHERE id BETWEEN ? AND ?"


def _is_ours(error: sqlite3.DatabaseError) -> bool:
    """True for a query that is wrong by itself, whatever the file."""
    return _code(error) == sqlite3.SQLITE_ERROR


def _code(error: sqlite3.DatabaseError) -> int | None:
    """SQLite's number for an error; None for what went wrong outside SQLite, as text that is no UTF-8."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def _damaged(path: Path, error: sqlite3.Error) -> RecordError:
    return RecordError(
        f"The snapshot {path} is damaged: {error}.", "Look again: it is made anew from the record, which is untouched."
    )
