"""Issues stand topic by topic: shared words and who is at odds over each, a topic alone, siblings of an issue."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.serving import make_site
from pourparler.record.opening import open_store
from tests.faces.web.conftest import BASE
from tests.record.drafts import draft

TEXT = (
    "The union demands two paid hours of preparation. The boards reject one preparing hour. "
    "The union demands a bridge. The boards offer smaller classes."
)


@pytest.fixture(scope="module")
def schools(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A server over a record of four stances, two of which are about one thing."""
    one = draft("1.txt", "2025-03-01", TEXT)
    one.names("The union", "Teachers’ Union", "organisation").names("The boards", "School Boards", "organisation")
    one.stands("The union demands two paid hours", "demands", "two paid hours of preparation", "Teachers’ Union")
    one.stands("The boards reject one preparing hour", "rejects", "one preparing hour", "School Boards")
    one.stands("The union demands a bridge", "demands", "a bridge", "Teachers’ Union")
    one.stands("The boards offer smaller classes", "offers", "smaller classes", "School Boards")
    record: Path = tmp_path_factory.mktemp("schools") / "made.db"
    with open_store(record, create=True) as store:
        one.put(store)
    return TestClient(make_app(make_site(record, read_only=True, by="tester")), base_url=BASE)


def test_a_heading_tells_the_shared_words_and_who_is_at_odds(schools: TestClient) -> None:
    told = schools.get("/issues.json").json()
    main = told["topics"][0]
    assert (main["name"], main["words"], len(main["issues"])) == ("preparation", ["preparation", "preparing"], 2)
    assert [one["party"] for one in main["at_odds"]["rejected"]] == ["School Boards"]
    assert [row["topic"] for row in told["rows"]][:2] == [main["id"]] * 2
    page = schools.get("/issues").text
    assert f'id="{main["id"]}"' in page and "at odds" in page and "“preparation”, “preparing”" in page
    assert page.index(f'id="{main["id"]}"') < page.index('id="told-once"')


def test_a_topic_alone_and_near_ones_for_none(schools: TestClient) -> None:
    main = schools.get("/issues.json").json()["topics"][0]
    alone = schools.get(f"/issues.json?topic={main['id']}").json()
    assert {row["id"] for row in alone["rows"]} == set(main["issues"]) and alone["total"] == 2
    missing = schools.get("/issues?topic=tnone")
    assert missing.status_code == 404 and f"/issues?topic={main['id']}" in missing.text


def test_the_page_of_an_issue_names_its_topic_with_siblings(schools: TestClient) -> None:
    main = schools.get("/issues.json").json()["topics"][0]
    one, other = main["issues"]
    page = schools.get(f"/issues/{one}").text
    assert f"/issues?topic={main['id']}" in page and f"/issues/{other}" in page
    assert schools.get(f"/issues/{one}.json").json()["topic"]["id"] == main["id"]
    bridge = next(row for row in schools.get("/issues.json").json()["rows"] if row["name"] == "bridge")
    assert "Topic: " not in schools.get(f"/issues/{bridge['id']}").text
