"""Instruments in the varied wording of the press, and plain news that holds no frame; the sentences are our own."""

import csv
from pathlib import Path

import pytest

from tests.reading.test_conditions import conditions
from tests.reading.test_instruments import instruments
from tests.reading.test_positions import positions

TABLE = Path(__file__).with_suffix(".csv")
PLAIN = Path(__file__).with_name("test_instruments_plain.csv")


def _rows(table: Path) -> list[tuple[str, ...]]:
    with table.open(encoding="utf-8", newline="") as lines:
        return [tuple(row) for row in csv.reader(lines)][1:]


@pytest.mark.parametrize(("text", "kind", "status", "parties"), _rows(TABLE))
def test_a_state_is_found_whatever_its_wording(text: str, kind: str, status: str, parties: str) -> None:
    found = [(one.kind.value, one.status.value, "; ".join(one.parties)) for one in instruments(text) if one.status]
    assert (kind, status, parties) in found


@pytest.mark.parametrize("text", [row[0] for row in _rows(PLAIN)])
def test_plain_news_holds_no_frame(text: str) -> None:
    assert (positions(text), conditions(text), instruments(text)) == ((), (), ())
