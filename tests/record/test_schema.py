"""The tables as made and as SQLAlchemy knows them are the same, and can be read without this program."""

import re
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from pourparler.record.opening import open_store
from pourparler.record.schema import METADATA
from tests.record.drafts import geneva_talks

DOCS = Path(__file__).resolve().parents[2] / "docs" / "schema.md"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "case.db"
    with open_store(path, create=True) as store:
        for each in geneva_talks():
            each.put(store)
    return path


def test_the_tables_are_those_that_sqlalchemy_knows(record: Path) -> None:
    engine = create_engine(f"sqlite:///{record}")
    seen = inspect(engine)
    made = {name: [column["name"] for column in seen.get_columns(name)] for name in seen.get_table_names()}
    assert made == {table.name: [column.name for column in table.columns] for table in METADATA.tables.values()}
    for table in METADATA.tables.values():
        key = seen.get_pk_constraint(table.name)["constrained_columns"]
        assert sorted(key) == sorted(column.name for column in table.primary_key.columns)
    engine.dispose()


def test_every_table_view_and_column_is_documented(record: Path) -> None:
    told = DOCS.read_text(encoding="utf-8")
    engine = create_engine(f"sqlite:///{record}")
    seen = inspect(engine)
    for name in [*seen.get_table_names(), *seen.get_view_names()]:
        assert re.search(rf"^## `{name}`", told, re.M), f"{name} is not documented"
        section = told.split(f"## `{name}`")[1].split("\n## ")[0]
        for column in seen.get_columns(name):
            assert f"`{column['name']}`" in section, f"{name}.{column['name']} is not documented"
    engine.dispose()


def test_anybody_can_read_what_reports_tell(record: Path) -> None:
    connection = sqlite3.connect(record)
    [meeting] = connection.execute(
        "SELECT report, status, first_day, parties, words FROM told_meetings WHERE report = '1.txt'"
    ).fetchall()
    assert meeting == ("1.txt", "planned", "2025-03-03", '["Norland","Sudland"]', "first round of talks")
    [said] = connection.execute("SELECT speaker, act, words FROM told_statements WHERE report = '1.txt'").fetchall()
    assert said == ("Ann Lee", "demand", "Norland demands a truce")
    assert connection.execute("SELECT party, stance, issue FROM told_positions").fetchall() == [
        ("Norland", "demands", "a truce")
    ]
    assert connection.execute("SELECT requires, operator, blocks FROM told_conditions").fetchall() == [
        ("freeing the crew", "unless", "a truce")
    ]
    assert connection.execute("SELECT DISTINCT status, status_on, subject FROM told_instruments").fetchall() == [
        ("agreed", "2025-03-04", "fishing")
    ]
    connection.close()
