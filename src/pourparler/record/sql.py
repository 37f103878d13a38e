"""The store in a SQLite file, through SQLAlchemy Core."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, create_engine, delete, event, exists, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from pourparler.core.account import Account, ReportAccounts
from pourparler.core.errors import RecordError
from pourparler.core.judgement import Judgement
from pourparler.core.reading import Reading
from pourparler.core.report import Report
from pourparler.record import queries, rows
from pourparler.record.lock import WriterLock
from pourparler.record.schema import DONE, FAILURES, JUDGEMENTS, META, READINGS, REPORTS
from pourparler.record.store import Failure, Holdings

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
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A transaction that sees one moment of the store."""
        with _in_plain_words(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction that writes all of its rows or none."""
        if not self._writes:
            raise RecordError("The record was opened for reading only.", "Open it for writing to change it.")
        with _in_plain_words(), self._engine.execution_options(writes=True).begin() as connection:
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
            if queries.has_report(connection, report.id):
                queries.note_path(connection, report)
                return False
            connection.execute(insert(REPORTS), [rows.report_values(report, report.id)])
            queries.note_path(connection, report)
            if reading is not None:
                queries.write_reading(connection, reading, accounts, report.text)
            return True

    def add_reading(self, reading: Reading, accounts: ReportAccounts) -> bool:
        with self._writing() as connection:
            text = connection.scalar(select(REPORTS.c.text).where(REPORTS.c.id == reading.report))
            if text is None:
                raise RecordError(f"There is no report {reading.report} in the record.", "Add the report first.")
            key = (READINGS.c.report_id == reading.report) & (READINGS.c.reader == reading.reader)
            if connection.scalar(select(exists().where(key))):
                return False
            connection.execute(update(READINGS).where(READINGS.c.report_id == reading.report).values(current=False))
            queries.write_reading(connection, reading, accounts, text)
            return True

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

    def add_judgement(self, judgement: Judgement) -> bool:
        with self._writing() as connection:
            row = upsert(JUDGEMENTS).values(rows.judgement_values(judgement)).on_conflict_do_nothing()
            return connection.execute(row).rowcount > 0

    def withdraw_judgement(self, judgement_id: str, at: datetime) -> bool:
        with self._writing() as connection:
            stands = (JUDGEMENTS.c.id == judgement_id) & JUDGEMENTS.c.withdrawn_at.is_(None)
            done = connection.execute(update(JUDGEMENTS).where(stands).values(withdrawn_at=at.isoformat()))
            return done.rowcount > 0

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
            return queries.current_accounts(connection, report_id)

    def judgements(self, withdrawn: bool = False) -> tuple[Judgement, ...]:
        with self._reading() as connection:
            return queries.decisions(connection, withdrawn)

    def failures(self) -> tuple[Failure, ...]:
        with self._reading() as connection:
            found = connection.execute(select(FAILURES).order_by(FAILURES.c.path))
            return tuple(Failure(row.path, row.stage, row.reason, row.todo) for row in found)

    def holdings(self) -> Holdings:
        with self._reading() as connection:
            standing = queries.decisions(connection, withdrawn=False)
            reports = queries.all_reports(connection)
            readings = connection.scalar(select(func.count()).select_from(READINGS)) or 0
            return Holdings(
                name=queries.case_name(connection),
                version=len(reports) + readings + len(standing),
                reports=reports,
                accounts=queries.current_accounts(connection, None),
                wordings=queries.all_wordings(connection),
                judgements=standing,
            )

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
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
