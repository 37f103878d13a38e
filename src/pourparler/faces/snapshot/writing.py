"""Writes contents down as the tables of a snapshot: all of them, or what has changed since they were written."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pourparler.core.entry import Entry
from pourparler.faces.snapshot.contents import Contents, Placed, Shelved, former_of
from pourparler.faces.snapshot.encoding import encode
from pourparler.faces.snapshot.lines import actors_of, line_of, marks_of, searched, states_of
from pourparler.faces.snapshot.lists import former_actors, short_lists
from pourparler.faces.snapshot.tables import APPLICATION_ID, INDICES, TABLES
from pourparler.record.collecting import at_rest

Meta = Mapping[str, str | None]

OF_ENTRIES = ("entries", "bodies", "entry_actors", "entry_reports", "states", "marks")
"""The tables with rows of single entries, each named by its `seq`."""


def write(connection: sqlite3.Connection, contents: Contents, meta: Meta) -> None:
    """Write all tables into an empty database; nothing is kept of it when this breaks off.

    The file is made safe by its caller: it counts only once it stands whole in its place.
    """
    _make_haste(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.executescript(TABLES)
    with at_rest():
        connection.execute("BEGIN")
        _add_reports(connection, list(contents.reports.values()))
        _add_entries(connection, contents, list(contents.entries.values()))
        _put_lists(connection, contents, meta)
        connection.execute("COMMIT")
    connection.executescript(INDICES)
    connection.execute("ANALYZE")


def rewrite(connection: sqlite3.Connection, before: Contents, contents: Contents, meta: Meta) -> None:
    """Bring tables that `before` was written into to newer contents, which have its reports and were numbered after it.

    As with `write`, nothing is kept of it when this breaks off.
    """
    _make_haste(connection)
    with at_rest():
        connection.execute("BEGIN")
        _change_reports(connection, before.reports, contents.reports)
        _change_entries(connection, before.entries, contents)
        _put_lists(connection, contents, meta)
        connection.execute("COMMIT")


def _make_haste(connection: sqlite3.Connection) -> None:
    for pragma in (
        "journal_mode = OFF",
        "synchronous = OFF",
        "cache_size = -65536",
        "temp_store = MEMORY",
        "secure_delete = OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows; `table` may name columns too. One that has the key of another takes its place."""
    ordered = iter(rows)
    first = next(ordered, None)
    if first is not None:
        statement = f"INSERT OR REPLACE INTO {table} VALUES ({', '.join('?' * len(first))})"
        connection.execute(statement, first)
        connection.executemany(statement, ordered)


def _put_lists(connection: sqlite3.Connection, contents: Contents, meta: Meta) -> None:
    """The tables that are written whole each time."""
    for table, rows in {"meta": sorted(meta.items()), **short_lists(contents)}.items():
        connection.execute(f"DELETE FROM {table}")
        _insert(connection, table, rows)
    connection.execute("DELETE FROM former WHERE id BETWEEN 'w' AND 'x'")
    _insert(connection, "former", former_actors(contents))


def _add_reports(connection: sqlite3.Connection, shelved: Sequence[Shelved]) -> None:
    _insert(connection, "reports", map(_report_row, shelved))
    words = ((one.seq, one.view.report.title or "", one.view.report.text) for one in shelved)
    _insert(connection, "report_words (rowid, title, text)", words)


def _report_row(shelved: Shelved) -> tuple[Any, ...]:
    report = shelved.view.report
    return (
        shelved.seq, report.id, report.name, shelved.short, report.outlet, report.title, report.url, report.language,
        report.published.isoformat() if report.published else None, report.published_from.value,
        report.updated.isoformat() if report.updated else None, shelved.view.copies_of, len(report.text), shelved.told,
    )  # fmt: skip


def _add_entries(connection: sqlite3.Connection, contents: Contents, placed: Sequence[Placed]) -> None:
    """All rows of entries."""
    bodies = [encode(one.entry) for one in placed]
    lines = [line_of(contents, one, body) for one, body in zip(placed, bodies, strict=True)]
    columns = ", ".join(lines[0] if lines else ())
    _insert(connection, f"entries ({columns})", (tuple(line.values()) for line in lines))
    _insert(connection, "bodies", zip((one.seq for one in placed), bodies, strict=True))
    words = ((one.seq, one.label, *searched(one.entry)) for one in placed)
    _insert(connection, "entry_words (rowid, label, names, words)", words)
    _insert(connection, "entry_actors", ((one.seq, *named) for one in placed for named in actors_of(one.entry)))
    _insert(connection, "states", ((one.seq, *state) for one in placed for state in states_of(one.entry)))
    reports = {report: shelved.seq for report, shelved in contents.reports.items()}
    told = ((one.seq, reports[report]) for one in placed for report in sorted(_reports_of(one.entry)))
    _insert(connection, "entry_reports", told)
    marks = (
        (reports[report], place.start, place.end, one.seq, account, field)
        for one in placed
        for report, place, account, field in marks_of(one.entry)
    )
    _insert(connection, "marks", sorted(marks))
    _insert(connection, "former", sorted((key, one.entry.id) for one in placed for key in former_of(one.entry)))


def _change_reports(connection: sqlite3.Connection, before: Mapping[str, Shelved], now: Mapping[str, Shelved]) -> None:
    _add_reports(connection, [one for report, one in now.items() if report not in before])
    changed = [
        (one.short, one.told, one.view.copies_of, one.seq)
        for report, one in now.items()
        if report in before and before[report] != one
    ]
    connection.executemany("UPDATE reports SET short = ?, told = ?, copies_of = ? WHERE seq = ?", changed)


def _change_entries(connection: sqlite3.Connection, before: Mapping[str, Placed], contents: Contents) -> None:
    now = contents.entries
    gone = [was for key, was in before.items() if key not in now or not _is_same(was, now[key])]
    came = [one for key, one in now.items() if key not in before or not _is_same(before[key], one)]
    words = [(one.seq, one.label, *searched(one.entry)) for one in gone]
    drop_words = "INSERT INTO entry_words (entry_words, rowid, label, names, words) VALUES ('delete', ?, ?, ?, ?)"
    connection.executemany(drop_words, words)
    for table in OF_ENTRIES:
        connection.executemany(f"DELETE FROM {table} WHERE seq = ?", [(one.seq,) for one in gone])
    former = [(key,) for one in gone for key in former_of(one.entry)]
    connection.executemany("DELETE FROM former WHERE id = ?", former)
    _add_entries(connection, contents, came)
    stayed = [(one, before[key]) for key, one in now.items() if key in before and _is_same(before[key], one)]
    light = [(one.short, one.disputed, one.seq) for one, was in stayed if one != was]
    connection.executemany("UPDATE entries SET short = ?, disputed = ? WHERE seq = ?", light)


def _is_same(was: Placed, one: Placed) -> bool:
    """True where nothing is to be written but what may change though an entry stays the same."""
    return was.seq == one.seq and was.label == one.label and (was.entry is one.entry or was.entry == one.entry)


def _reports_of(entry: Entry) -> set[str]:
    return {account.report for account in entry.accounts}
