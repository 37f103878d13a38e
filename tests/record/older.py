"""Records as programs of before left them."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from pourparler.core.judgement import Judgement
from pourparler.record.rows import judgement_values
from pourparler.record.schema import APPLICATION_ID
from pourparler.record.upgrading import released_steps


def as_schema_1(record: Path, to: Path, judgements: Iterable[Judgement] = ()) -> Path:
    """What `record` holds (of waiting readings and judgements nothing), and `judgements`, as a file of schema 1."""
    with closing(sqlite3.connect(to)) as old:
        old.executescript(released_steps()[0])
        old.execute("ATTACH ? AS new", (str(record),))
        tables = "meta reports report_names readings mentions accounts account_evidence failures done".split()
        for table in tables:
            columns = ", ".join(f'"{row[1]}"' for row in old.execute(f"PRAGMA main.table_info({table})"))
            old.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")
        for judgement in judgements:
            names = [row[1] for row in old.execute("PRAGMA main.table_info(judgements)")]
            values = judgement_values(judgement)
            slots = ", ".join("?" for _ in names)
            old.execute(f"INSERT INTO main.judgements VALUES ({slots})", [values[name] for name in names])
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        old.execute("PRAGMA user_version = 1")
        old.commit()
        old.execute("DETACH new")
        old.execute("PRAGMA journal_mode = WAL")
    return to
