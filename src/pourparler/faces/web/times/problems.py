"""What could not be read, as the record notes it while reading."""

from dataclasses import dataclass
from pathlib import Path

from pourparler.faces.snapshot.imprint import looking


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that could not be read: the stage at which it failed, why, and what to do."""

    path: str
    stage: str
    reason: str
    todo: str


def count_failures(record: Path) -> int:
    """How many inputs could not be read; raises RecordError where the record cannot be looked at."""
    with looking(record) as connection:
        return int(connection.execute("SELECT count(*) FROM failures").fetchone()[0])


def problems(record: Path, stage: str | None = None, most: int = 100, skip: int = 0) -> tuple[list[Problem], int]:
    """What could not be read, by path, some of it, and how many there are in all; of one stage where one is given."""
    with looking(record) as connection:
        connection.execute("BEGIN")
        where = "WHERE ?1 IS NULL OR stage = ?1"
        total = connection.execute(f"SELECT count(*) FROM failures {where}", (stage,)).fetchone()[0]
        query = f"SELECT path, stage, reason, todo FROM failures {where} ORDER BY path LIMIT ?2 OFFSET ?3"
        rows = connection.execute(query, (stage, most, skip)).fetchall()
    return [Problem(*row) for row in rows], total


def stages(record: Path) -> list[str]:
    """The stages at which inputs failed."""
    with looking(record) as connection:
        return [row[0] for row in connection.execute("SELECT DISTINCT stage FROM failures ORDER BY stage")]


def every_path(record: Path) -> list[str]:
    """The paths of all inputs that could not be read."""
    with looking(record) as connection:
        return [row[0] for row in connection.execute("SELECT path FROM failures ORDER BY path")]
