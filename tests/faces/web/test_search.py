"""A search finds entries and reports by words, leads to the words themselves, and says what to try instead."""

import csv
import io
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from pourparler.faces.web.pages import search
from pourparler.faces.web.texts import seeking


def asked(client: TestClient, **query: str) -> dict[str, Any]:
    """The data of a search."""
    answer = client.get("/search.json", params=query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_passages_stand_where_they_say(client: TestClient) -> None:
    found = asked(client, q='"security guarantees"')
    assert found["counts"]["report"] == len(found["reports"]) > 0
    for report in found["reports"]:
        text = client.get(f"/reports/{report['id']}.json").json()["report"]["text"]
        for passage in report["passages"]:
            assert "security guarantees" in text[passage["start"] : passage["end"]].lower()
            assert "security guarantees" in passage["words"].lower()
    page = client.get("/search", params={"q": '"security guarantees"'}).text
    words = re.search(r'href="(/reports/r[^"]+\?at=\d+-\d+)#at"><mark>|href="(/reports/r[^"]+\?at=\d+-\d+)#at">', page)
    assert words and 'id="at"' in client.get(words[1] or words[2]).text
    assert "<mark>security guarantees</mark>" in page


def test_words_are_found_with_other_endings(client: TestClient) -> None:
    assert asked(client, q="guarantee")["counts"] == asked(client, q="GUARANTEES")["counts"]
    assert asked(client, q="guarant*")["counts"]["report"] >= asked(client, q="guarantee")["counts"]["report"]


@pytest.mark.parametrize("kind", ["meeting", "statement", "position", "condition", "instrument"])
def test_a_kind_is_shown_alone(client: TestClient, kind: str) -> None:
    every, alone = asked(client, q="ukraine")["counts"], asked(client, q="ukraine", kind=kind)
    assert {one["kind"] for one in alone["entries"]} <= {kind} and alone["reports"] == []
    assert alone["counts"] == every
    assert len(alone["entries"]) == min(every[kind], search.ROWS)


@pytest.mark.parametrize(("since", "until"), [("2025-03-01", ""), ("", "2025-03-01"), ("2025-02-20", "2025-05-15")])
def test_days_leave_out_what_the_list_leaves_out(client: TestClient, since: str, until: str) -> None:
    """The stretches of days that a search looks at hold what the lists hold on the same days."""
    days = {"since": since, "until": until}
    for kind in ("meeting", "statement"):
        of_days = {
            row["id"]
            for page in "123"
            for row in client.get(f"/{kind}s.json", params=days | {"page": page}).json()["rows"]
        }
        every = _all(client, q="the", kind=kind)
        assert _all(client, q="the", kind=kind, **days) == every & of_days
        assert every & of_days < every
    assert sum(asked(client, q="the", **days)["counts"].values()) == len(_all(client, q="the", **days))


def _all(client: TestClient, **query: str) -> set[str]:
    return {line["id"] for line in csv.DictReader(io.StringIO(client.get("/search.csv", params=query).text))}


def test_pages_of_a_kind_hold_everything_once(client: TestClient) -> None:
    seen: list[str] = []
    found = asked(client, q="the", kind="statement")
    while True:
        seen += [one["id"] for one in found["entries"]]
        if not found["next"]:
            break
        found = client.get(found["next"].replace("/search?", "/search.json?")).json()
    assert len(seen) == len(set(seen)) == found["counts"]["statement"]
    assert set(seen) == _all(client, q="the", kind="statement")


def test_too_many_to_be_weighed_are_told_newest_first(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "WEIGHED", 3)
    found = asked(client, q="the", kind="statement")
    days = [one["day"] for one in found["entries"]]
    assert found["order"] == "newest" and days == sorted(days, reverse=True)
    assert {one["kind"] for one in asked(client, q="the")["entries"]} >= {"meeting", "statement"}
    assert "the latest of each kind" in client.get("/search", params={"q": "the"}).text
    assert seeking.WEIGHED > 3


def test_an_id_leads_to_what_it_names(client: TestClient) -> None:
    meeting = client.get("/meetings.json").json()["rows"][0]["id"]
    for typed in (meeting, meeting[:8]):
        sent = client.get("/search", params={"q": typed, "as_of": ""}, follow_redirects=False)
        assert sent.status_code == 303 and sent.headers["location"] == f"/meetings/{meeting}"
    report = client.get("/reports.json").json()["rows"][0]["id"]
    assert client.get("/search", params={"q": report}).url.path == f"/reports/{report}"


def test_nothing_found_says_what_to_try(client: TestClient) -> None:
    page = client.get("/search", params={"q": "ceasefre guarantees"}).text
    assert "Nothing holds all of this" in page and "ceasefre: nothing; try" in page
    assert "ceasef*" in page and re.search(r'q=guarantees">guarantees</a>: \d', page)
    assert "of all days" in client.get("/search", params={"q": "ukraine", "since": "2031-01-01"}).text


@pytest.mark.parametrize(
    "typed", ['"', "*", "a AND (", "label:x", "NEAR(", "^", "-x", "\\", "{a b}", "x" * 300, "\u202e", "\0 a", "?! ..."]
)
def test_whatever_is_typed_is_answered(client: TestClient, typed: str) -> None:
    for path in ("/search", "/search.json", "/search.csv"):
        assert client.get(path, params={"q": typed}).status_code == 200


def test_nothing_typed_says_how(client: TestClient) -> None:
    assert "a star ends the beginning of a word" in client.get("/search").text
    assert client.get("/search", params={"q": "<script>alert(1)</script>"}).text.count("<script>alert") == 0
