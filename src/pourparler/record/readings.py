"""Readings in their tables: written, made the current ones, and which of them counted after a line of the journal."""

from collections.abc import Collection

from sqlalchemy import Connection, Select, delete, exists, func, insert, select, update

from pourparler.core.account import ReportAccounts
from pourparler.core.reading import Reading
from pourparler.record import journal, rows
from pourparler.record.schema import ACCOUNT_EVIDENCE, ACCOUNTS, IN_EFFECT, MENTIONS, READINGS, REPORTS
from pourparler.record.store import JournalAct

Keys = Select[tuple[int]]
"""A query for the keys of readings."""


def write_reading(
    connection: Connection, reading: Reading, accounts: ReportAccounts | None, text: str, line: int
) -> int:
    """Write a reading, its mentions and its accounts, added in the journal's `line` and not in effect; its key."""
    values = {"report_id": reading.report, "reader": reading.reader, "payload": rows.encode(reading)}
    done = connection.execute(insert(READINGS).values(**values, current=False, added_in=line))
    [reading_key] = done.inserted_primary_key or (0,)
    if accounts is None:
        return int(reading_key)
    if accounts.mentions:
        connection.execute(insert(MENTIONS), rows.mention_values(accounts, text, reading_key))
    evidence: list[rows.Values] = []
    key = connection.scalar(select(func.max(ACCOUNTS.c.key))) or 0
    told = []
    for account in accounts.accounts:
        key += 1
        told.append({"key": key, **rows.account_values(account, reading_key)})
        evidence += rows.evidence_values(account, key)
    if told:
        connection.execute(insert(ACCOUNTS), told)
    if evidence:
        connection.execute(insert(ACCOUNT_EVIDENCE), evidence)
    return int(reading_key)


def put_in_effect(connection: Connection, report_id: str, reading_key: int, line: int) -> None:
    """Make a reading the one that its report is seen by, from the journal's `line` on."""
    mine = READINGS.c.report_id == report_id
    connection.execute(update(READINGS).where(mine).values(current=READINGS.c.key == reading_key))
    connection.execute(insert(IN_EFFECT), [{"report_id": report_id, "number": line, "reading_key": reading_key}])


def make_current(connection: Connection, reader: str, report_ids: Collection[str] | None) -> int:
    """Put a reader's readings in effect as one act; for how many reports another reading counted until now."""
    others = READINGS.c.current.is_(False) & (READINGS.c.reader == reader)
    found = connection.execute(select(READINGS.c.key, READINGS.c.report_id).where(others).order_by(READINGS.c.key))
    turned = [(row.key, row.report_id) for row in found if report_ids is None or row.report_id in report_ids]
    if not turned:
        return 0
    fresh = set(connection.scalars(pending().where(READINGS.c.reader == reader)))
    line = journal.add_line(connection, JournalAct.CURRENT, reader, sum(key in fresh for key, _ in turned))
    for key, report_id in turned:
        put_in_effect(connection, report_id, key, line)
    return len(turned)


def pending() -> Keys:
    """Readings that have never been in effect."""
    return select(READINGS.c.key).where(~exists().where(IN_EFFECT.c.reading_key == READINGS.c.key))


def pending_readers(connection: Connection) -> tuple[str, ...]:
    """Readers with readings that have never been in effect, by name."""
    waiting = READINGS.c.key.in_(pending())
    return tuple(connection.scalars(select(READINGS.c.reader).where(waiting).distinct().order_by(READINGS.c.reader)))


def readers(connection: Connection) -> tuple[str, ...]:
    """Readers that any reading is of, by name."""
    return tuple(connection.scalars(select(READINGS.c.reader).distinct().order_by(READINGS.c.reader)))


def read_by(connection: Connection, reader: str, waiting: bool = False) -> frozenset[str]:
    """The ids of the reports that a reader has read; with `waiting` only those seen by another reading."""
    query = select(READINGS.c.report_id).where(READINGS.c.reader == reader)
    return frozenset(connection.scalars(query.where(READINGS.c.current.is_(False)) if waiting else query))


def discard(connection: Connection, reader: str) -> int:
    """Delete a reader's readings that have never been in effect, with their accounts and mentions; how many.

    The journal keeps the lines that tell of their adding, and gets one more; nothing that ever counted is touched.
    """
    keys = pending().where(READINGS.c.reader == reader)
    if not connection.scalar(select(func.count()).select_from(keys.subquery())):
        return 0
    journal.add_line(connection, JournalAct.DISCARD, reader, 0)
    accounts = select(ACCOUNTS.c.key).where(ACCOUNTS.c.reading_key.in_(keys))
    connection.execute(delete(ACCOUNT_EVIDENCE).where(ACCOUNT_EVIDENCE.c.account_key.in_(accounts)))
    for table in (ACCOUNTS, MENTIONS):
        connection.execute(delete(table).where(table.c.reading_key.in_(keys)))
    return connection.execute(delete(READINGS).where(READINGS.c.key.in_(keys))).rowcount


def counting(at: int | None = None, reader: str | None = None) -> Keys:
    """The readings that count: now, or after the line `at`; with `reader`, his where he has one and it was added."""
    if at is None:
        keys = select(READINGS.c.key).where(READINGS.c.current)
    else:
        later = IN_EFFECT.alias()
        last = select(func.max(later.c.number)).where(later.c.report_id == IN_EFFECT.c.report_id, later.c.number <= at)
        keys = select(IN_EFFECT.c.reading_key).where(IN_EFFECT.c.number == last.scalar_subquery())
    if reader is None:
        return keys
    his = READINGS.c.reader == reader
    if at is not None:
        his &= READINGS.c.added_in <= at
    theirs = READINGS.c.key.in_(keys) & READINGS.c.report_id.not_in(select(READINGS.c.report_id).where(his))
    return select(READINGS.c.key).where(his | theirs)


def fresh(connection: Connection, reader: str, at: int | None = None) -> int:
    """How many readings of a reader would come into effect for the first time, now or after the line `at`."""
    seen = exists().where(IN_EFFECT.c.reading_key == READINGS.c.key)
    his = READINGS.c.reader == reader
    if at is not None:
        seen = seen.where(IN_EFFECT.c.number <= at)
        his &= READINGS.c.added_in <= at
    return connection.scalar(select(func.count()).select_from(READINGS).where(his, ~seen)) or 0


def text_of(connection: Connection, report_id: str) -> str | None:
    """The text of a stored report, None when there is no such report."""
    return connection.scalar(select(REPORTS.c.text).where(REPORTS.c.id == report_id))
