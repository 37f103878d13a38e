"""Whether the tables of a record are whole and tell the same: pages, keys, the journal, words of every reading."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection, select

from pourparler.record.checking.problem import Problem
from pourparler.record.rows import decode_reading
from pourparler.record.schema import READINGS, REPORTS

Rule = tuple[str, str, str]
"""What is wrong, where (both filled from the columns of a row), and the query whose rows break the rule."""

LINES: tuple[Rule, ...] = (
    (
        "the lines of the journal are not numbered one after the other",
        "line {0} of the journal",
        "SELECT number FROM (SELECT number, row_number() OVER (ORDER BY number) AS place FROM journal)"
        " WHERE number != place ORDER BY number LIMIT 1",
    ),
    (
        "it tells of an act that is none: {1!r}",
        "line {0} of the journal",
        "SELECT number, act FROM journal"
        " WHERE act NOT IN ('report', 'reading', 'current', 'discard', 'judgement', 'withdrawal') ORDER BY number",
    ),
    (
        "it tells of {1} {2}, which is not there",
        "line {0} of the journal",
        "SELECT number, act, subject FROM journal j WHERE CASE act"
        " WHEN 'report' THEN NOT EXISTS (SELECT 1 FROM reports WHERE added_in = j.number AND id = j.subject)"
        " WHEN 'reading' THEN NOT EXISTS (SELECT 1 FROM readings WHERE added_in = j.number AND report_id = j.subject)"
        " AND NOT EXISTS (SELECT 1 FROM journal WHERE act = 'discard' AND number > j.number)"
        " WHEN 'current' THEN NOT EXISTS (SELECT 1 FROM in_effect WHERE number = j.number)"
        " WHEN 'judgement' THEN NOT EXISTS (SELECT 1 FROM judgements WHERE made_in = j.number AND act = j.subject)"
        " WHEN 'withdrawal' THEN NOT EXISTS"
        " (SELECT 1 FROM judgements WHERE withdrawn_in = j.number AND act = j.subject) END ORDER BY number",
    ),
    (
        "its version is {1}, and what stood then counts {2}",
        "line {0} of the journal",
        "WITH change (number, by) AS (SELECT added_in, 1 FROM reports"
        " UNION ALL SELECT min(number), 1 FROM in_effect GROUP BY reading_key"
        " UNION ALL SELECT made_in, 1 FROM judgements"
        " UNION ALL SELECT withdrawn_in, -1 FROM judgements WHERE withdrawn_in IS NOT NULL),"
        " line (number, version, by) AS (SELECT j.number, j.version, coalesce(sum(c.by), 0)"
        " FROM journal j LEFT JOIN change c ON c.number = j.number GROUP BY j.number)"
        " SELECT number, version, counted FROM"
        " (SELECT number, version, sum(by) OVER (ORDER BY number) AS counted FROM line)"
        " WHERE version != counted ORDER BY number LIMIT 1",
    ),
)
"""What the journal keeps to."""

ROWS: tuple[Rule, ...] = (
    (
        "the journal has no line that adds it",
        "report {0}",
        "SELECT r.name FROM reports r LEFT JOIN journal j"
        " ON j.number = r.added_in AND j.act = 'report' AND j.subject = r.id WHERE j.number IS NULL",
    ),
    (
        "its name is {0!r}, and the first path it lies under gives {1!r}",
        "report {0}",
        "SELECT name, shown FROM (SELECT r.name AS name, n.path || CASE n.version WHEN 1 THEN '' ELSE '#' || n.version"
        " END AS shown, row_number() OVER (PARTITION BY r.id ORDER BY n.version, n.path) AS place"
        " FROM reports r LEFT JOIN report_names n ON n.report_id = r.id) WHERE place = 1 AND name IS NOT shown",
    ),
    (
        "the journal has no line that adds it",
        "reading of {0} by {1}",
        "SELECT r.name, g.reader FROM readings g JOIN reports r ON r.id = g.report_id LEFT JOIN journal j"
        " ON j.number = g.added_in AND j.subject = g.report_id AND j.act IN ('report', 'reading')"
        " WHERE j.number IS NULL",
    ),
    (
        "it counts, or does not, against what the journal put in effect last",
        "reading of {0} by {1}",
        "SELECT r.name, g.reader FROM readings g JOIN reports r ON r.id = g.report_id WHERE g.current IS NOT coalesce("
        "g.key = (SELECT e.reading_key FROM in_effect e WHERE e.report_id = g.report_id ORDER BY e.number DESC LIMIT 1"
        "), 0)",
    ),
    (
        "line {2} of the journal, which put it in effect, is of something else",
        "reading of {0} by {1}",
        "SELECT r.name, g.reader, e.number FROM in_effect e JOIN readings g ON g.key = e.reading_key"
        " JOIN reports r ON r.id = g.report_id LEFT JOIN journal j ON j.number = e.number"
        " WHERE e.report_id != g.report_id OR e.number < g.added_in OR j.subject IS NOT"
        " CASE j.act WHEN 'current' THEN g.reader WHEN 'report' THEN g.report_id WHEN 'reading' THEN g.report_id END",
    ),
    (
        "it is an account of another report than its reading",
        "account {0}",
        "SELECT a.id FROM accounts a JOIN readings g ON g.key = a.reading_key WHERE a.report_id != g.report_id",
    ),
    (
        "the journal has no line that makes it",
        "judgement {0}",
        "SELECT d.id FROM judgements d LEFT JOIN journal j"
        " ON j.number = d.made_in AND j.act = 'judgement' AND j.subject = d.act WHERE j.number IS NULL",
    ),
    (
        "its withdrawal and the journal do not agree",
        "judgement {0}",
        "SELECT d.id FROM judgements d LEFT JOIN journal j"
        " ON j.number = d.withdrawn_in AND j.act = 'withdrawal' AND j.subject = d.act AND j.number > d.made_in"
        " WHERE (d.withdrawn_at IS NULL) != (j.number IS NULL) OR (d.withdrawn_in IS NULL) != (j.number IS NULL)",
    ),
)
"""What rows keep to beside the rules of their own table."""


def check_tables(connection: Connection) -> Iterator[Problem]:
    """Every fault of the tables, the most basic first; those of the journal are left out of a file that is damaged."""
    damaged = False
    for (what,) in connection.exec_driver_sql("PRAGMA integrity_check").fetchall():
        if what != "ok":
            damaged = True
            yield Problem(f"SQLite finds it damaged: {what}", "the record")
    lost = Counter((row[0], row[2]) for row in connection.exec_driver_sql("PRAGMA foreign_key_check"))
    for (table, other), count in sorted(lost.items()):
        yield Problem(f"rows that name one of {other} which is not there: {count:,}", f"table {table}")
    if damaged:
        return
    for what, where, query in (*LINES, *ROWS):
        for row in connection.exec_driver_sql(query).fetchall():
            yield Problem(what.format(*row), where.format(*row))
    yield from _readings(connection)


def _readings(connection: Connection) -> Iterator[Problem]:
    """Readings that cannot be loaded or are of another report; words of mentions, and of accounts that wait or were
    replaced (those that count are looked at with their reports), that do not stand at their place."""
    reports = connection.execute(select(REPORTS.c.id, REPORTS.c.name, REPORTS.c.text)).fetchall()
    for report_id, name, text in reports:
        mine = select(READINGS.c.key, READINGS.c.reader, READINGS.c.current, READINGS.c.payload)
        for key, reader, current, payload in connection.execute(mine.where(READINGS.c.report_id == report_id)):
            where = f"reading of {name} by {reader}"
            try:
                reading = decode_reading(payload)
            except ValueError as error:
                yield Problem(f"it holds what this program does not know: {error}", where)
            else:
                if (reading.report, reading.reader) != (report_id, reader):
                    yield Problem(f"it says that it is of {reading.report} by {reading.reader}", where)
            for start, end, words in connection.exec_driver_sql(_WORDS[bool(current)], {"key": key}):
                if not words or not 0 <= start < end or text[start:end] != words:
                    yield Problem(f"its words do not stand at {start}–{end}", where)


_MENTIONS = "SELECT start, end, text FROM mentions WHERE reading_key = :key"
_WORDS = {
    True: _MENTIONS,
    False: _MENTIONS + " UNION ALL SELECT e.start, e.end, e.text FROM accounts a"
    " JOIN account_evidence e ON e.account_key = a.key WHERE a.reading_key = :key",
}
"""The words that a reading has to its name, by whether it counts; accounts are found by their reading through the
index of UNIQUE (reading_key, id)."""
