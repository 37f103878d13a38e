"""Statements are found by words, speaker, act, mode, days, and the chain they came through; one shows its words."""

import csv
import io
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.serving import make_site
from pourparler.record.opening import open_store
from tests.faces.web.conftest import BASE
from tests.record.drafts import draft


def rows(client: TestClient, **asked: str) -> list[dict[str, object]]:
    """The statements of a query."""
    answer = client.get("/statements.json", params=asked)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, object]] = answer.json()["rows"]
    return found


def test_each_filter_gives_what_it_says(client: TestClient) -> None:
    assert {row["speaker"] for row in rows(client, speaker="Sergei Lavrov")} == {"Sergei Lavrov"}
    assert {row["speaker"] for row in rows(client, speaker="lavrov")} == {"Sergei Lavrov"}
    assert {row["act"] for row in rows(client, act="reject")} == {"reject"}
    assert {row["mode"] for row in rows(client, mode="direct")} == {"direct"}
    assert {row["anonymous"] for row in rows(client, anonymous="yes")} == {True}
    assert {row["anonymous"] for row in rows(client, anonymous="no")} == {False}
    assert rows(client, speaker="nobody at all") == []


def test_those_that_came_through_another_are_found(tmp_path: Path) -> None:
    report = draft("1.txt", "2025-03-01", "Lee said it was over, AP reported. Lee said it had begun.", "Wire")
    report.names("Lee", party="Norland").says("it was over", "Lee", via=("AP",)).says("it had begun", "Lee")
    with open_store(tmp_path / "talks.db", create=True) as store:
        report.put(store)
    with TestClient(make_app(make_site(tmp_path / "talks.db", True, None)), base_url=BASE) as client:
        assert [row["via"] for row in rows(client, via="ap")] == [["AP"]]
        assert len(rows(client)) == 2


def test_words_are_found_with_their_endings_and_as_phrases(client: TestClient) -> None:
    guarantees = rows(client, q="guarantee")
    assert guarantees and {row["id"] for row in rows(client, q="guarantees")} == {row["id"] for row in guarantees}
    assert len(rows(client, q='"security guarantees"')) <= len(guarantees)
    assert {row["id"] for row in rows(client, q="guarant*")} >= {row["id"] for row in guarantees}
    assert rows(client, q='"guarantees security"') == []


@pytest.mark.parametrize(
    "typed", ['"', '""', "*", "a AND", "(", "words:x", "NEAR(a b)", "^a", "-", "'", "\\", "a OR OR b", "{", "\x01"]
)
def test_whatever_is_typed_is_words(client: TestClient, typed: str) -> None:
    rows(client, q=typed)


def test_the_table_has_all_that_was_asked_for(client: TestClient) -> None:
    told = client.get("/statements.csv", params={"party": "Russia"})
    lines = list(csv.DictReader(io.StringIO(told.text)))
    assert len(lines) == client.get("/statements.json", params={"party": "Russia"}).json()["total"]


def test_a_walk_by_links_alone_leads_from_the_first_page_to_the_words(client: TestClient) -> None:
    """Overview, statements, a statement, its words in the reader; each address is one that Back returns to."""
    assert re.search(r'href="/statements"', client.get("/").text)
    found = re.search(r'<th scope="row"><a href="(/statements/s[^"]+)"', client.get("/statements").text)
    assert found
    page = client.get(found[1]).text
    words = re.search(r'href="(/reports/[^"]+at=\d+-\d+)#at"', page)
    assert words and 'id="at"' in client.get(words[1]).text
    assert "Also told by these words" in page or "All statements of" in page
