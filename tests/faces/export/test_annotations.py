"""Web Annotations read back: one a piece of evidence, found again in the report by place and by quotation."""

import json
from typing import Any
from urllib.parse import urlsplit

import pytest

from pourparler.core.entry import CaseRecord
from pourparler.faces.export.annotations import CONTEXT, case_annotations
from pourparler.faces.export.tables import evidence_lines
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.view import compute
from tests.faces.export.hostile import hostile
from tests.faces.lausanne import RECORD
from tests.record.drafts import geneva_talks, hold


def collection(record: CaseRecord) -> dict[str, Any]:
    """The collection of a record."""
    found: dict[str, Any] = json.loads(case_annotations(Lookup(record)).files[0].content)
    return found


@pytest.mark.parametrize("record", [RECORD, compute(hold(*geneva_talks())), hostile()])
def test_every_piece_of_evidence_is_an_annotation_of_its_words(record: CaseRecord) -> None:
    values = collection(record)
    items = values["first"]["items"]
    assert values["@context"] == CONTEXT and values["total"] == len(items)
    texts = {f"urn:pourparler:report:{view.report.id}": view.report for view in record.reports}
    told = []
    for item in items:
        assert item["type"] == "Annotation" and item["motivation"] in ("identifying", "assessing")
        target = item["target"]
        report = texts[target["state"]["cached"]]
        quote, position = target["selector"]
        start, end = position["start"], position["end"]
        assert report.text[start:end] == quote["exact"]
        assert report.text[:start].endswith(quote["prefix"]) and report.text[end:].startswith(quote["suffix"])
        assert target["source"] in (report.url, target["state"]["cached"])
        assert urlsplit(target["source"]).scheme in ("http", "https", "urn")
        told.append((item["body"][0]["source"].rpartition(":")[2], report.name, start, end))
    lookup = Lookup(record)
    lines = evidence_lines([*lookup.entries, *record.disputes])
    assert sorted(told) == sorted((one["entry"], one["report"], one["start"], one["end"]) for one in lines)
    assert len({item["id"] for item in items}) == len(items)


def test_a_body_says_what_it_is_evidence_of_for_which_field_and_in_whose_voice() -> None:
    items = collection(RECORD)["first"]["items"]
    outcome = next(item for item in items if any(body.get("purpose") == "tagging" for body in item["body"]))
    told = [(body["purpose"], body.get("value")) for body in outcome["body"][1:]]
    assert told == [
        ("classifying", "meeting"), ("describing", "Talks between Iran and the United States in Lausanne"),
        ("tagging", "outcome"), ("describing", "Lakeside Post, in its own voice"),
    ]  # fmt: skip
    dispute = next(item for item in items if item["motivation"] == "assessing")
    assert dispute["body"][0]["source"] == "urn:pourparler:dispute:d10aa1"


def test_code_points_are_counted_and_not_halves_of_pairs() -> None:
    from tests.record.drafts import draft

    text = "𝔑orland 🚢 said that peace was near."
    [item] = collection(compute(hold(draft("1", "2025-03-01", text).says("peace was near", "Norland"))))["first"][
        "items"
    ]
    assert item["target"]["selector"][1] == {"type": "TextPositionSelector", "start": 20, "end": 34}
