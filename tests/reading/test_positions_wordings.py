"""Positions in the varied wording of the press, over many kinds of negotiation; the sentences are our own."""

import csv
from pathlib import Path

import pytest

from tests.reading.test_positions import positions

TABLE = Path(__file__).with_suffix(".csv")


def _rows() -> list[tuple[str, ...]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [tuple(row) for row in csv.reader(lines)][1:]


@pytest.mark.parametrize(("text", "stance", "party", "issue"), _rows())
def test_a_stance_is_found_whatever_its_wording(text: str, stance: str, party: str, issue: str) -> None:
    found = [(one.stance.value, one.party, one.issue) for one in positions(text)]
    assert (stance, party, issue) in found
