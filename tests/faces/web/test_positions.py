"""Where each side stands: the latest stance, whose word it is, how it moved; only equal words are one issue."""

import re
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pourparler.faces.web.entries.issues import issue_key
from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.serving import make_site
from pourparler.record.opening import open_store
from tests.faces.web.conftest import BASE
from tests.record.drafts import Draft


@pytest.fixture(scope="module")
def strike(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """Positions of a union and a company that move over three reports."""
    drafts = (
        Draft("one.txt", "The Dockers Union rejects the night shifts. Harbour Ltd demands longer hours.",
              date(2031, 3, 3), "Daily")
        .stands("The Dockers Union rejects the night shifts", "rejects", "night shifts", "Dockers Union")
        .stands("Harbour Ltd demands longer hours", "demands", "longer hours", "Harbour Ltd"),
        Draft("two.txt", "The Dockers Union rejects a night shift, Harbour Ltd says.", date(2031, 3, 4), "Post")
        .stands("The Dockers Union rejects a night shift", "rejects", "night shift", "Dockers Union"),
        Draft("three.txt", "The Dockers Union accepts the Night Shifts.", date(2031, 3, 9), "Daily")
        .stands("The Dockers Union accepts the Night Shifts", "accepts", "the Night Shifts", "Dockers Union"),
    )  # fmt: skip
    record = tmp_path_factory.mktemp("strike") / "strike.db"
    with open_store(record, create=True) as store:
        for draft in drafts:
            draft.put(store)
    return TestClient(make_app(make_site(record, read_only=True, by="tester")), base_url=BASE)


def test_equal_words_are_one_issue() -> None:
    assert issue_key("The Night Shifts") == issue_key("night shift")
    assert issue_key("a ceasefire") != issue_key("an unconditional ceasefire")
    assert issue_key("…") == "…"


def test_the_matrix_has_the_latest_stance(strike: TestClient) -> None:
    rows = strike.get("/positions.json").json()["rows"]
    shifts = next(row for row in rows if "shift" in row["issue"].casefold())
    (stand,) = shifts["stands"]
    assert (stand["party"], stand["stance"], stand["day"]) == ("Dockers Union", "accepts", "2031-03-09")
    assert stand["moved_from"]["stance"] == "rejects"
    assert [row["issue"] for row in rows if row is not shifts] == ["longer hours"]


def test_an_earlier_day_has_the_earlier_stance(strike: TestClient) -> None:
    rows = strike.get("/positions.json", params={"as_of": "2031-03-05"}).json()["rows"]
    shifts = next(row for row in rows if "shift" in row["issue"].casefold())
    assert shifts["stands"][0]["stance"] == "rejects"
    assert shifts["stands"][0]["moved_from"] is None


def test_a_field_opens_its_history(strike: TestClient) -> None:
    shown = strike.get("/positions").text
    asked = re.search(r'href="(/positions\?issue=[^"]+&amp;party=Dockers\+Union)"', shown)
    assert asked is not None
    history = strike.get(asked[1].replace("&amp;", "&")).text.split('class="history"')[1]
    assert history.index("rejects") < history.index("accepts")
    assert history.count('class="kind"') == 3
    assert "unknown" in shown and "no consent" in shown


def test_an_issue_in_other_words_stands_apart(client: TestClient) -> None:
    rows = client.get("/positions.json").json()["rows"]
    moved = [
        (row, stand["moved_from"])
        for row in rows
        for stand in row["stands"]
        if stand["moved_from"] and stand["moved_from"]["issue"] not in row["wordings"]
    ]
    row, before = moved[0]
    shown = client.get("/positions", params={"issue": row["issue"]}).text
    assert before["position"] in shown.split('id="h-others"')[1]


def test_a_drawing_where_one_stance_follows_another(strike: TestClient) -> None:
    assert "<svg" in strike.get("/positions", params={"issue": "night shift"}).text
    assert "<svg" not in strike.get("/positions", params={"issue": "longer hours"}).text


def test_a_position_has_its_chain(strike: TestClient) -> None:
    rows = strike.get("/positions.json", params={"view": "list"}).json()["rows"]
    first = next(row for row in rows if row["stance"] == "rejects")
    chain = strike.get(f"/positions/{first['id']}").text.split('id="h-chain"')[1].split("</ol>")[0]
    assert chain.index("(this one)") < chain.index("accepts")


def test_the_bundled_matrix_leads_to_what_it_counts(client: TestClient) -> None:
    rows = client.get("/positions.json").json()["rows"]
    for row in rows[:12]:
        for stand in row["stands"]:
            if stand["party"]:
                asked = {"issue": row["issue"], "party": stand["party"]}
                found = client.get("/positions.json", params=asked).json()
                assert found["total"] == stand["positions"]
                assert stand["position"] in [one["id"] for one in found["rows"]]


def test_a_record_without_positions(tmp_path: Path) -> None:
    record = tmp_path / "empty.db"
    with open_store(record, create=True) as store:
        Draft("one.txt", "Nothing was said.", date(2031, 1, 1)).put(store)
    empty = TestClient(make_app(make_site(record, read_only=True, by="tester")), base_url=BASE)
    assert "No position was found" in empty.get("/positions").text
