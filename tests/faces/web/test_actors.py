"""Actors: found by any of their wordings, their offices told by reports, each number a link to as many entries."""

import html
import re
from datetime import date

import pytest
from fastapi.testclient import TestClient

from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.serving import make_site
from pourparler.record.opening import open_store
from tests.faces.web.conftest import BASE
from tests.record.drafts import Draft


@pytest.fixture(scope="module")
def norland(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A politician who changes her office between two reports, and speaks in both."""
    drafts = (
        Draft("one.txt", "Norland's Trade Minister Zoë Lind said quotas must fall.", date(2031, 3, 3), "Daily")
        .names("Norland", kind="state")
        .names("Norland's Trade Minister Zoë Lind", "Zoë Lind", party="Norland", office="trade minister")
        .says("quotas must fall", "Zoë Lind", party="Norland"),
        Draft("two.txt", "Prime Minister Zoë Lind said quotas will fall.", date(2031, 9, 9), "Post")
        .names("Prime Minister Zoë Lind", "Zoë Lind", party="Norland", office="prime minister")
        .says("quotas will fall", "Zoë Lind", party="Norland"),
        Draft("three.txt", "Zoë Lind, the Prime Minister, was silent.", date(2031, 9, 9), "Daily").names(
            "Zoë Lind, the Prime Minister", "Zoë Lind", office="prime minister"
        ),
    )
    record = tmp_path_factory.mktemp("norland") / "quotas.db"
    with open_store(record, create=True) as store:
        for draft in drafts:
            draft.put(store)
    return TestClient(make_app(make_site(record, read_only=True, by="tester")), base_url=BASE)


def test_offices_are_told_by_reports(norland: TestClient) -> None:
    (found,) = norland.get("/actors.json", params={"q": "zoe lind"}).json()["rows"]
    offices = norland.get(f"/actors/{found['id']}.json").json()["actor"]["offices"]
    assert [(one["office"], one["party"], one["first"]) for one in offices] == [
        ("trade minister", "Norland", "2031-03-03"),
        ("prime minister", "Norland", "2031-09-09"),
    ]
    assert [one["text"] for one in offices[1]["told"]] == ["Zoë Lind, the Prime Minister", "Prime Minister Zoë Lind"]
    shown = norland.get(f"/actors/{found['id']}").text
    assert "not those on which an office was taken or left" in shown


def test_an_earlier_day_knows_no_later_office(norland: TestClient) -> None:
    (found,) = norland.get("/actors.json", params={"q": "lind", "as_of": "2031-03-31"}).json()["rows"]
    told = norland.get(f"/actors/{found['id']}.json", params={"as_of": "2031-03-31"}).json()["actor"]["offices"]
    assert [one["office"] for one in told] == ["trade minister"]


def test_who_speaks_for_whom(norland: TestClient) -> None:
    rows = norland.get("/actors.json", params={"party": "Norland"}).json()["rows"]
    assert [row["name"] for row in rows] == ["Zoë Lind"]
    (party,) = norland.get("/actors.json", params={"kind": "state"}).json()["rows"]
    assert "Who speaks for Norland" in norland.get(f"/actors/{party['id']}").text


def test_numbers_are_links_to_as_many_entries(client: TestClient) -> None:
    shown = client.get("/actors").text
    links = re.findall(r'<a href="(/(?:meetings|statements|positions|conditions|instruments)\?[^"]+)">(\d+) ', shown)
    assert len(links) > 20
    for link, number in links[:20]:
        place, _, asked = html.unescape(link).partition("?")
        assert client.get(f"{place}.json?{asked}").json()["total"] == int(number), link


def test_most_named_come_first(client: TestClient) -> None:
    rows = client.get("/actors.json").json()["rows"]
    totals = [sum(row["counts"].values()) for row in rows]
    assert totals == sorted(totals, reverse=True)
    assert client.get("/actors.json", params={"q": "nobody at all"}).json()["total"] == 0
    assert "No actor fits" in client.get("/actors", params={"q": "nobody at all"}).text


def test_no_actor_of_that_id(client: TestClient) -> None:
    assert client.get("/actors/w000000").status_code == 404
    meeting = client.get("/meetings.json").json()["rows"][0]["id"]
    assert client.get(f"/actors/{meeting}").status_code == 404
