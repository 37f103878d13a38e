"""Who a source phrase is, over negotiations of many kinds: somebody sure, or nobody; the sentences are our own.

In the table a bar parts answers that are all right, `-` is nobody, `+` is somebody, and a star is not asked.
"""

import csv
from pathlib import Path

import pytest

from pourparler.reading.sayings import attributions
from tests.reading.staging import scene

TABLE = Path(__file__).with_suffix(".csv")


def _rows() -> list[tuple[str, ...]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [tuple(row) for row in csv.reader(lines)][1:]


def fits(found: str | None, wanted: str) -> bool:
    """True when a name is one of those that a cell of the table allows."""
    answers = wanted.split("|")
    return "*" in answers or (found or "-") in answers or ("+" in answers and found is not None)


@pytest.mark.parametrize(("text", "speaker", "party", "unnamed"), _rows())
def test_the_last_saying_has_a_sure_speaker_or_none(text: str, speaker: str, party: str, unnamed: str) -> None:
    said = attributions(scene(text))[-1]
    assert fits(said.speaker, speaker), said.speaker
    assert fits(said.party, party), said.party
    assert unnamed == "*" or said.anonymous is (unnamed == "yes")
