"""Who said what in the wordings of wire, tabloid, state agency, broadcast, live blog and communiqué; all our own."""

import csv
from pathlib import Path

import pytest

from pourparler.reading.sayings import attributions
from pourparler.reading.speakers import Speaker
from pourparler.reading.tellings import Triple, tell
from tests.reading.staging import scene, words

TABLE = Path(__file__).with_suffix(".csv")


def _rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["text"][:60])
def test_a_saying_is_told_in_full(row: dict[str, str]) -> None:
    text = row["text"]
    place = scene(text)
    (one,) = [said for said in attributions(place) if words(text, said) == row["content"]]
    assert (one.mode.value, one.act.value) == (row["mode"], row["act"])
    assert not row["party"] or one.party == row["party"]
    assert (one.to or "") == row["to"] or not row["to"]
    assert not row["said_on"] or str(one.said_on) == row["said_on"]
    speaker = Speaker(one.speaker, one.party, one.anonymous, office=one.office)
    told = tell(place, Triple(one.content, one.source, one.cue), speaker)
    assert (told.act, told.mode, told.content) == (one.act, one.mode, one.content)
    assert not row["venue"] or (told.venue and told.venue.of(text)) == row["venue"]


@pytest.mark.parametrize(
    "text",
    [
        "The company did not say when production would resume.",
        "The finance ministry declined to comment.",
        "The president will announce on Thursday that the state of emergency is over.",
        "If the union wants to strike again, it must ballot its members.",
        "The presenter asked the minister whether the money was there; she refused to answer.",
    ],
)
def test_what_was_not_said_is_none(text: str) -> None:
    assert attributions(scene(text)) == ()
