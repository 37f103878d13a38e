"""The store in a SQLite file, through SQLAlchemy Core."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, create_engine, delete, event, exists, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from pourparler.core.account import Account, ReportAccounts
from pourparler.core.errors import RecordError
from pourparler.core.judgement import Judgement
from pourparler.core.reading import Reading
from pourparler.core.report import Report
from pourparler.record import decisions, growth, journal, queries, readings, rows
from pourparler.record.checking.problem import Problem
from pourparler.record.checking.tables import check_tables
from pourparler.record.collecting import at_rest
from pourparler.record.lock import WriterLock
from pourparler.record.schema import DONE, FAILURES, META, READINGS, REPORTS
from pourparler.record.store import Failure, Holdings, JournalAct, JournalLine

BUSY_MS = 5_000
"""How long to wait for a lock that another connection holds, in milliseconds."""


class SqlStore:
    """The one implementation of `Store`; made by `open_store`, which checks the file first."""

    def __init__(self, address: str, *, writes: bool, lock: WriterLock | None = None) -> None:
        """A store on the SQLite URI `address`; `lock` is let go when the store is closed."""
        self._address, self._writes, self._lock = address, writes, lock
        self._engine = create_engine("sqlite://", creator=self._connect, poolclass=QueuePool)
        event.listen(self._engine, "begin", _begin)

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._address, uri=True, isolation_level=None, check_same_thread=False)
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A transaction that sees one moment of the store."""
        with _in_plain_words(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self, settled: bool = False) -> Iterator[Connection]:
        """A transaction that writes all of its rows or none; once it is over a kill undoes nothing of it.

        Where it is `settled` no loss of power does either: the disk has it. Reports can be read again after that, so
        theirs are not, which saves half of the time.
        """
        if not self._writes:
            raise RecordError("The record was opened for reading only.", "Open it for writing to change it.")
        options = {"writes": True, "settled": settled}
        with _in_plain_words(), self._engine.execution_options(**options).begin() as connection:
            yield connection

    @property
    def case_name(self) -> str:
        with self._reading() as connection:
            return queries.case_name(connection)

    def name_case(self, name: str) -> None:
        with self._writing() as connection:
            row = upsert(META).values(key="case", value=name)
            connection.execute(row.on_conflict_do_update(index_elements=["key"], set_={"value": name}))

    def has_report(self, report_id: str) -> bool:
        with self._reading() as connection:
            return queries.has_report(connection, report_id)

    def add(self, report: Report, reading: Reading | None = None, accounts: ReportAccounts | None = None) -> bool:
        with self._writing() as connection:
            known = queries.has_report(connection, report.id)
            if not known:
                line = journal.add_line(connection, JournalAct.REPORT, report.id, 1 if reading is None else 2)
                values = {**rows.report_values(report, report.id), "added_in": line}
                connection.execute(insert(REPORTS), [values])
                if reading is not None:
                    key = readings.write_reading(connection, reading, accounts, report.text, line)
                    readings.put_in_effect(connection, report.id, key, line)
            queries.note_path(connection, report)
            return not known

    def add_reading(self, reading: Reading, accounts: ReportAccounts, current: bool = False) -> bool:
        with self._writing() as connection:
            text = readings.text_of(connection, reading.report)
            if text is None:
                raise RecordError(f"There is no report {reading.report} in the record.", "Add the report first.")
            key = (READINGS.c.report_id == reading.report) & (READINGS.c.reader == reading.reader)
            if connection.scalar(select(exists().where(key))):
                return False
            line = journal.add_line(connection, JournalAct.READING, reading.report, 1 if current else 0)
            written = readings.write_reading(connection, reading, accounts, text, line)
            if current:
                readings.put_in_effect(connection, reading.report, written, line)
            return True

    def make_current(self, reader: str, report_ids: Collection[str] | None = None) -> int:
        with self._writing() as connection:
            return readings.make_current(connection, reader, report_ids)

    def pending_readers(self) -> tuple[str, ...]:
        with self._reading() as connection:
            return readings.pending_readers(connection)

    def readers(self) -> tuple[str, ...]:
        with self._reading() as connection:
            return readings.readers(connection)

    def read_by(self, reader: str, waiting: bool = False) -> frozenset[str]:
        with self._reading() as connection:
            return readings.read_by(connection, reader, waiting)

    def discard(self, reader: str) -> int:
        with self._writing() as connection:
            return readings.discard(connection, reader)

    def is_done(self, path: str, fingerprint: str) -> bool:
        with self._reading() as connection:
            found = exists().where((DONE.c.path == path) & (DONE.c.fingerprint == fingerprint))
            return bool(connection.scalar(select(found)))

    def mark_done(self, path: str, fingerprint: str) -> None:
        with self._writing() as connection:
            connection.execute(upsert(DONE).values(path=path, fingerprint=fingerprint).on_conflict_do_nothing())

    def add_failure(self, failure: Failure) -> None:
        told = {"stage": failure.stage, "reason": failure.reason, "todo": failure.todo}
        with self._writing() as connection:
            row = upsert(FAILURES).values(path=failure.path, **told)
            connection.execute(row.on_conflict_do_update(index_elements=["path"], set_=told))

    def clear_failure(self, path: str) -> None:
        with self._writing() as connection:
            connection.execute(delete(FAILURES).where(FAILURES.c.path == path))

    def add_judgements(self, judgements: Iterable[Judgement]) -> int:
        with self._writing(settled=True) as connection:
            return decisions.add_judgements(connection, judgements)

    def withdraw(self, judgement_ids: Iterable[str], at: datetime) -> int:
        with self._writing(settled=True) as connection:
            return decisions.withdraw(connection, judgement_ids, at)

    def report(self, report_id: str) -> Report | None:
        with self._reading() as connection:
            row = connection.execute(select(REPORTS).where(REPORTS.c.id == report_id)).first()
            return rows.report_of(row) if row else None

    def reports(self) -> tuple[Report, ...]:
        with self._reading() as connection:
            return queries.all_reports(connection)

    def readings(self, report_id: str) -> tuple[Reading, ...]:
        with self._reading() as connection:
            query = select(READINGS.c.payload).where(READINGS.c.report_id == report_id)
            found = connection.scalars(query.order_by(READINGS.c.current.desc(), READINGS.c.reader))
            return tuple(rows.decode_reading(payload) for payload in found)

    def accounts(self, report_id: str | None = None) -> tuple[Account, ...]:
        with self._reading() as connection:
            return queries.accounts_of(connection, readings.counting(), report_id)

    def judgements(self, withdrawn: bool = False) -> tuple[Judgement, ...]:
        with self._reading() as connection:
            return decisions.decisions(connection, withdrawn)

    def failures(self) -> tuple[Failure, ...]:
        with self._reading() as connection:
            found = connection.execute(select(FAILURES).order_by(FAILURES.c.path))
            return tuple(Failure(row.path, row.stage, row.reason, row.todo) for row in found)

    def journal(self) -> tuple[JournalLine, ...]:
        with self._reading() as connection:
            return journal.all_lines(connection)

    def holdings(self, at: int | None = None, reader: str | None = None) -> Holdings:
        with at_rest(), self._reading() as connection:
            return queries.holdings(connection, at, reader)

    def grown(self, before: Holdings) -> Holdings:
        with at_rest(), self._reading() as connection:
            return growth.grown(connection, before)

    def faults(self) -> tuple[Problem, ...]:
        with self._reading() as connection:
            return tuple(check_tables(connection))

    def changed_reports(self) -> tuple[str, ...]:
        with self._reading() as connection:
            found = connection.execute(select(REPORTS.c.name, REPORTS.c.text, REPORTS.c.digest))
            return tuple(sorted(row.name for row in found if rows.digest(row.text) != row.digest))

    def close(self) -> None:
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@contextmanager
def _in_plain_words() -> Iterator[None]:
    """Turns what the database complains of into a RecordError."""
    try:
        yield
    except DBAPIError as error:
        what = str(error.orig)
        todo = "Nothing was lost. Check the disk's free space and who may write to the file, then run it again."
        if "locked" in what or "busy" in what:
            todo = "Nothing was lost. Another program holds the file; wait until it has finished."
        if "malformed" in what or "not a database" in what:
            todo = "The file is damaged: restore it from a backup, or read the reports into a new record."
        raise RecordError(f"The record could not be used: {what}.", todo) from error


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("writes", False):
        connection.exec_driver_sql(f"PRAGMA synchronous = {'FULL' if options.get('settled') else 'NORMAL'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes", False) else "BEGIN")
