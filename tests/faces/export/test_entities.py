"""Entities of FollowTheMoney: valid by its own model, value for value, each reference to an entity that is there."""

import json
from collections import Counter
from typing import Any

import pytest

from pourparler.core.entry import CaseRecord
from pourparler.faces.export.entities import case_entities
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.view import compute
from tests.faces.export.hostile import hostile
from tests.faces.lausanne import RECORD
from tests.record.drafts import draft, geneva_talks, hold

RECORDS = [RECORD, compute(hold(*geneva_talks())), hostile()]


def entities(record: CaseRecord) -> list[dict[str, Any]]:
    """The entities of a record."""
    return [json.loads(line) for line in case_entities(Lookup(record)).files[0].content.decode().splitlines()]


@pytest.mark.parametrize("record", RECORDS)
def test_the_model_takes_every_value_as_it_stands(record: CaseRecord) -> None:
    reason = "the extra `interop` is not installed (it needs ICU's headers)"
    model = pytest.importorskip("followthemoney", reason=reason, exc_type=ImportError).model
    made = entities(record)
    schemata = {one["id"]: one["schema"] for one in made}
    assert len(schemata) == len(made)
    for one in made:
        schema = model.get(one["schema"])
        schema.validate(one)
        proxy = model.get_proxy(one, cleaned=False)
        for name, values in one["properties"].items():
            if name == "location":  # of an address the model spells the punctuation anew
                values = [schema.properties[name].type.clean(value) for value in values]
            assert sorted(proxy.get(name)) == sorted(values), (one["schema"], name)
            target = schema.properties[name].range
            for value in values if target else ():
                assert model.get(schemata[value]).is_a(target)


@pytest.mark.parametrize("record", RECORDS)
def test_actors_meetings_and_reports_are_all_there(record: CaseRecord) -> None:
    made = entities(record)
    counts = Counter(one["schema"] for one in made)
    assert counts["Event"] == len(record.meetings) and counts["Article"] == len(record.reports)
    told = {(one["properties"]["entity"][0], one["properties"]["document"][0]) for one in made
            if one["schema"] == "Documentation"}  # fmt: skip
    by_id = {one["id"]: one for one in made}
    for meeting in record.meetings:
        [event] = [one for one in made if one["properties"].get("recordId") == [meeting.id]]
        proof = {f"pourparler-{account.report}" for account in meeting.accounts}
        assert set(event["properties"]["proof"]) == proof == {report for of, report in told if of == event["id"]}
        assert meeting.status.value in event["properties"]["keywords"]
        if meeting.when and meeting.when.start and meeting.when.end:
            assert event["properties"]["startDate"] == [meeting.when.start.isoformat()]
            assert event["properties"]["endDate"] == [meeting.when.end.isoformat()]
        involved = [by_id[one] for one in event["properties"].get("involved", [])]
        assert len(involved) == len({*meeting.parties, *meeting.people, *meeting.mediators} - {*meeting.hosts})


def test_kinds_of_actors_have_their_schemata_and_whom_they_speak_for() -> None:
    one = draft("1", "2025-03-01", "Ann Lee of Chile met the Union, the Rio bloc and villagers.")
    one.names("Ann Lee", party="Chile", office="minister").names("Chile", kind="state").names(
        "Union", kind="organisation"
    )
    one.names("Rio bloc", kind="bloc").names("villagers", kind="group")
    made = entities(compute(hold(one)))
    by_name = {one["properties"]["name"][0]: one for one in made if "name" in one["properties"]}
    assert {name: one["schema"] for name, one in by_name.items()} == {
        "Ann Lee": "Person", "Chile": "PublicBody", "Union": "Organization", "Rio bloc": "Organization",
        "villagers": "LegalEntity",
    }  # fmt: skip
    assert by_name["Chile"]["properties"]["country"] == ["cl"]
    assert by_name["Ann Lee"]["properties"]["position"] == ["minister"]
    [speaks] = [one for one in made if one["schema"] == "Representation"]
    assert speaks["properties"] == {
        "agent": [by_name["Ann Lee"]["id"]], "client": [by_name["Chile"]["id"]], "role": ["minister"],
    }  # fmt: skip


def test_an_event_that_was_not_held_says_so_in_its_name() -> None:
    names = [one["properties"]["name"][0] for one in entities(RECORD) if one["schema"] == "Event"]
    assert "Talks between Iran and the United States in Lausanne" in names
    assert "A call between Iran and Turkey (planned)" in names
