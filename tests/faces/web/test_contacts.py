"""Who met whom: every pair leads to just its meetings, and what is planned is not counted as held."""

import csv
import html
import io
import re
from itertools import combinations

import pytest
from fastapi.testclient import TestClient

THERE = ("parties", "people", "mediators", "hosts")


def meetings(client: TestClient, **asked: str) -> list[dict[str, object]]:
    """The meetings of the bundled case, all on one page."""
    found: list[dict[str, object]] = client.get("/meetings.json", params=asked).json()["rows"]
    return found


def people_of(client: TestClient) -> set[str]:
    """The names of the actors that are people."""
    actors = client.get("/contacts.json", params={"of": "people", "status": "any"}).json()["names"]
    return {one["name"] for one in actors}


def test_pairs_are_those_of_held_meetings(client: TestClient) -> None:
    people = people_of(client)
    expected: dict[tuple[str, str], int] = {}
    for meeting in meetings(client, status="held"):
        names = {name for role in THERE for name in meeting[role]} - people  # type: ignore[attr-defined]
        for pair in combinations(sorted(names), 2):
            expected[pair] = expected.get(pair, 0) + 1
    rows = client.get("/contacts.json").json()["rows"]
    found = {(row["one"], row["other"]): row["meetings"] for row in rows}
    assert set(found) <= set(expected)
    assert all(expected[pair] == number for pair, number in found.items())
    assert found


@pytest.mark.parametrize("of", ["parties", "people"])
@pytest.mark.parametrize("status", ["held", "planned", "any"])
def test_a_pair_leads_to_its_meetings(client: TestClient, of: str, status: str) -> None:
    shown = client.get("/contacts", params={"of": of, "status": status}).text
    rows = client.get("/contacts.json", params={"of": of, "status": status}).json()["rows"]
    links = [html.unescape(link) for link in re.findall(r'href="(/meetings\?[^"]+)"', shown)]
    table = links[-len(rows) :] if rows else []
    for row, link in zip(rows, table, strict=True):
        place, _, asked = link.partition("?")
        assert client.get(f"{place}.json?{asked}").json()["total"] == row["meetings"], link


def test_planned_is_not_held(client: TestClient) -> None:
    held = {(row["one"], row["other"]) for row in client.get("/contacts.json", params={"of": "people"}).json()["rows"]}
    planned = client.get("/contacts.json", params={"of": "people", "status": "planned"}).json()["rows"]
    only = [row for row in planned if (row["one"], row["other"]) not in held]
    assert only and all(set(row["statuses"]) == {"planned"} for row in only)


def test_sources_of_one_meeting_are_its_own(client: TestClient) -> None:
    row = next(row for row in client.get("/contacts.json").json()["rows"] if row["meetings"] == 1)
    asked = {"party": row["one"], "with": row["other"], "status": "held"}
    counts = meetings(client, **asked)[0]["counts"]
    assert isinstance(counts, dict)
    assert (row["reports"], row["sources"]) == (counts["reports"], counts["sources"])


def test_all_pairs_are_in_the_table(client: TestClient) -> None:
    told = client.get("/contacts.csv", params={"status": "any"}).text
    rows = list(csv.DictReader(io.StringIO(told)))
    assert len(rows) == client.get("/contacts.json", params={"status": "any"}).json()["total"]
    assert "held: " in rows[0]["statuses"]


def test_days_narrow(client: TestClient) -> None:
    every = client.get("/contacts.json").json()["total"]
    some = client.get("/contacts.json", params={"since": "2025-05-01", "until": "2025-05-31"}).json()
    assert 0 < some["total"] < every
    assert all(row["first"] >= "2025-05-01" for row in some["rows"])


def test_the_drawing_has_every_name_and_leads_on(client: TestClient) -> None:
    shown = client.get("/contacts").text
    drawing = shown.split("<svg")[1].split("</svg>")[0]
    for one in client.get("/contacts.json").json()["names"]:
        assert one["name"] in drawing
    assert "/meetings?" in drawing and "/actors/" in drawing
    assert "<svg" not in client.get("/contacts", params={"since": "1999-01-01", "until": "1999-01-02"}).text


def test_a_status_that_there_is_not_is_refused(client: TestClient) -> None:
    refused = client.get("/contacts", params={"status": "finished"})
    assert refused.status_code == 400 and "status" in refused.text
    assert client.get("/contacts.json", params={"status": ""}).json()["status"] == "held"
