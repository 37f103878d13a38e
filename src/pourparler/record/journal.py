"""The journal: one numbered line for each act of writing, in the transaction of that act."""

from sqlalchemy import Connection, func, insert, select

from pourparler.core.errors import RecordError
from pourparler.record.schema import JOURNAL
from pourparler.record.store import JournalAct, JournalLine


def add_line(connection: Connection, act: JournalAct, subject: str, delta: int) -> int:
    """Write the next line, which changes the record's version by `delta`; its number."""
    number, version = end(connection)
    values = {"number": number + 1, "act": act.value, "subject": subject, "version": version + delta}
    connection.execute(insert(JOURNAL), [values])
    return number + 1


def end(connection: Connection) -> tuple[int, int]:
    """The number and version of the last line; two zeros for a record to which nothing was added."""
    query = select(JOURNAL.c.number, JOURNAL.c.version).order_by(JOURNAL.c.number.desc()).limit(1)
    row = connection.execute(query).first()
    return (row.number, row.version) if row else (0, 0)


def version_at(connection: Connection, number: int) -> int:
    """The version after a line, 0 before the first; raises RecordError where the journal has no line `number`."""
    if number == 0:
        return 0
    version = connection.scalar(select(JOURNAL.c.version).where(JOURNAL.c.number == number))
    if version is None:
        last = connection.scalar(select(func.max(JOURNAL.c.number))) or 0
        raise RecordError(
            f"The record has no edition {number}; its journal ends at {last}.", f"Name an edition from 0 to {last}."
        )
    return int(version)


def all_lines(connection: Connection) -> tuple[JournalLine, ...]:
    """Every line, the first first."""
    rows = connection.execute(select(JOURNAL).order_by(JOURNAL.c.number))
    return tuple(JournalLine(row.number, JournalAct(row.act), row.subject, row.version) for row in rows)
