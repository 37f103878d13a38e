"""All that stands in a snapshot, with the numbers of entries and reports put as their ids."""

import sqlite3
from pathlib import Path
from typing import Any

LISTS = ("meta", "former", "actors", "disputes", "questions", "asks", "judgements", "issues", "stances", "goals",
         "requirements", "lives", "stands", "attended", "system")  # fmt: skip


def tables(path: Path) -> dict[str, list[Any]]:
    """The rows of every table of the snapshot at `path`, and every word of the full text, in one order."""
    with sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) as connection:
        entries = dict(connection.execute("SELECT seq, id FROM entries"))
        reports = dict(connection.execute("SELECT seq, id FROM reports"))
        found: dict[str, list[Any]] = {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall() for name in LISTS
        }
        for name, of in (("entries", entries), ("reports", reports)):
            rows = connection.execute(f"SELECT * FROM {name} ORDER BY seq").fetchall()
            found[name] = [(of[row[0]], *row[1:]) for row in rows]
        report = [row[1] for row in connection.execute("PRAGMA table_info(entries)")].index("report")
        found["entries"] = [(*row[:report], reports[row[report]], *row[report + 1 :]) for row in found["entries"]]
        for name in ("bodies", "entry_actors", "states"):
            found[name] = sorted((entries[row[0]], *row[1:]) for row in connection.execute(f"SELECT * FROM {name}"))
        told = connection.execute("SELECT seq, report FROM entry_reports")
        found["entry_reports"] = sorted((entries[seq], reports[report]) for seq, report in told)
        marks = connection.execute("SELECT report, start, end, seq, account, field FROM marks")
        found["marks"] = sorted((reports[row[0]], *row[1:3], entries[row[3]], *row[4:]) for row in marks)
        for name, of in (("entry_words", entries), ("report_words", reports)):
            connection.execute(f"CREATE VIRTUAL TABLE temp.{name}_told USING fts5vocab(main, {name}, instance)")
            words = connection.execute(f"SELECT term, doc, col, offset FROM temp.{name}_told")
            found[name] = sorted((term, of[doc], *rest) for term, doc, *rest in words)
    connection.close()
    return found
