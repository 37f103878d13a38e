"""Conditions in the varied wording of the press, over many kinds of negotiation; the sentences are our own."""

import csv
from pathlib import Path

import pytest

from tests.reading.test_conditions import conditions

TABLE = Path(__file__).with_suffix(".csv")


def _rows() -> list[tuple[str, ...]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [tuple(row) for row in csv.reader(lines)][1:]


@pytest.mark.parametrize(("text", "operator", "blocks", "requires", "party"), _rows())
def test_a_tie_is_found_whatever_its_wording(text: str, operator: str, blocks: str, requires: str, party: str) -> None:
    found = [(one.operator.value, one.blocks, one.requires, one.party or "") for one in conditions(text)]
    assert (operator, blocks, requires, party) in found
