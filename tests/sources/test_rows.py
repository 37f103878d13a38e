"""Tables of reports: columns, names, days, and rows that are broken."""

import json
from datetime import date
from pathlib import Path

import pytest

from pourparler.sources import Fault, Given, Item, Limits, open_source
from pourparler.sources.rows import read_published
from pourparler.text.cleaning import clean


def rows(path: Path, content: str | bytes, limits: Limits | None = None) -> list[Item | Fault]:
    """What a table of this content gives."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    found = list(open_source(path, limits).items())
    assert all(isinstance(one, Item | Fault) for one in found)
    return [one for one in found if isinstance(one, Item | Fault)]


def items(found: list[Item | Fault]) -> list[Item]:
    return [one for one in found if isinstance(one, Item)]


def faults(found: list[Item | Fault]) -> list[Fault]:
    return [one for one in found if isinstance(one, Fault)]


def test_a_line_of_json_says_what_is_known_of_its_report(tmp_path: Path) -> None:
    row = {
        "text": "Dockers and owners met.\r\nNo word yet.",
        "published": "2023-05-04",
        "outlet": "Quay News",
        "title": "Dockers meet",
        "url": "https://quay.example/1",
    }
    (item,) = items(rows(tmp_path / "t.jsonl", json.dumps(row) + "\n"))
    assert item.name == "https://quay.example/1"
    assert item.content.decode() == row["text"]
    assert item.given == Given(date(2023, 5, 4), "Quay News", "Dockers meet", "https://quay.example/1")
    assert item.table == "t.jsonl"


def test_a_row_without_address_is_named_by_its_line(tmp_path: Path) -> None:
    found = rows(tmp_path / "t.jsonl", '{"text": "One."}\n\n{"text": "Two."}')
    assert [one.name for one in found] == ["t.jsonl:1", "t.jsonl:3"]


BROKEN = ("{", "[1]", '"words"', '{"title": "no text"}', '{"text": ""}', '{"text": 5}', "[" * 9000)


@pytest.mark.parametrize("line", BROKEN)
def test_a_broken_line_is_a_fault_and_the_others_are_read(tmp_path: Path, line: str) -> None:
    found = rows(tmp_path / "t.jsonl", f'{{"text": "One."}}\n{line}\n{{"text": "Two."}}\n')
    assert [item.name for item in items(found)] == ["t.jsonl:1", "t.jsonl:3"]
    (fault,) = faults(found)
    assert fault.name == "t.jsonl:2" and fault.todo and fault.table == "t.jsonl"


def test_a_line_that_is_too_long_is_a_fault_and_the_next_is_read(tmp_path: Path) -> None:
    long = json.dumps({"text": "x" * 5_000})
    found = rows(tmp_path / "t.jsonl", f'{long}\n{{"text": "Two."}}\n', Limits(1_000))
    assert [one.name for one in faults(found)] == ["t.jsonl:1"]
    assert [one.name for one in items(found)] == ["t.jsonl:2"]


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_table_may_be_parted_by_commas_semicolons_or_tabs(tmp_path: Path, between: str) -> None:
    table = [("Text", "published", "Outlet"), ('"They met. \n\nAgain."', "2023-05-04", "Quay")]
    (item,) = items(rows(tmp_path / "t.csv", "\n".join(between.join(row) for row in table)))
    assert item.content == b"They met. \n\nAgain."
    assert item.given.outlet == "Quay" and item.given.published == date(2023, 5, 4)


def test_a_table_without_text_says_which_columns_it_has(tmp_path: Path) -> None:
    (fault,) = faults(rows(tmp_path / "t.csv", "body,day\nx,y\n"))
    assert "body, day" in fault.what and "text" in fault.todo


def test_an_empty_table_is_a_fault(tmp_path: Path) -> None:
    assert len(faults(rows(tmp_path / "t.csv", ""))) == 1


def test_a_field_that_is_too_long_is_a_fault_and_the_next_row_is_read(tmp_path: Path) -> None:
    found = rows(tmp_path / "t.csv", f"text\n{'x' * 5_000}\nTwo.\n", Limits(1_000))
    assert len(faults(found)) == 1 and [item.content for item in items(found)] == [b"Two."]


def test_a_row_in_another_encoding_keeps_its_bytes_for_decoding(tmp_path: Path) -> None:
    found = rows(tmp_path / "t.csv", "text\nDélégués réunis à Genève.\n".encode("cp1252") + "Zürich.\n".encode())
    first, second = items(found)
    assert clean(first).text == "Délégués réunis à Genève." and clean(first).notes
    assert clean(second).text == "Zürich." and not clean(second).notes


def test_a_table_in_utf16_is_read_by_its_mark(tmp_path: Path) -> None:
    (item,) = items(rows(tmp_path / "t.csv", "text,outlet\nThe délégués met.,Quay\n".encode("utf-16")))
    assert item.content.decode() == "The délégués met."


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2023-05-04", date(2023, 5, 4)),
        ("2023-05-04T23:30:00-04:00", date(2023, 5, 4)),
        ("20230504", date(2023, 5, 4)),
        ("Thu, 04 May 2023 23:30:00 -0400", date(2023, 5, 4)),
        ("", None),
        (None, None),
    ],
)
def test_days_that_need_no_guess_are_read(cell: str | None, day: date | None) -> None:
    assert read_published(cell) == (day, None)


@pytest.mark.parametrize("cell", ["04/05/2023", "yesterday", "2023", "2023-13-04"])
def test_a_day_that_would_be_a_guess_is_left_and_said(cell: str) -> None:
    day, note = read_published(cell)
    assert day is None and note and cell in note
