"""The overview: what is new since an edition, a day or the last visit, and what comes next by the record's own days."""

import re
import shutil
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.serving import make_site
from pourparler.record.opening import open_store
from tests.faces.web.conftest import BASE
from tests.record.drafts import NORLAND, SUDLAND, Draft, draft, geneva_talks

BOTH = (NORLAND, SUDLAND)


def kept(folder: Path, drafts: list[Draft]) -> Path:
    """A record of some reports, each an edition."""
    record = folder / "geneva.db"
    with open_store(record, create=True) as store:
        store.name_case("Geneva")
        for one in drafts:
            one.put(store)
    return record


def asked(record: Path, read_only: bool = False) -> TestClient:
    """A browser before a server of a record."""
    return TestClient(make_app(make_site(record, read_only, "tester")), base_url=BASE)


@pytest.fixture
def geneva(tmp_path: Path) -> TestClient:
    """Five reports of invented talks."""
    return asked(kept(tmp_path, geneva_talks()))


def test_what_came_since_an_edition(geneva: TestClient) -> None:
    """The second report puts off what the first planned; the third tells that it was held."""
    told = geneva.get("/overview.json", params={"since": "2"}).json()
    assert told["reports_added"] == 3
    assert told["since"] == {"origin": "asked", "edition": 2, "day": None}
    assert told["came"]["changed"] == {"meeting": 1}
    assert told["came"]["new"]["instrument"] == 1
    assert told["came"]["new"]["meeting"] == 1, "the one that is denied, of which no day is told"
    whole = geneva.get("/overview.json", params={"since": "0"}).json()
    assert whole["came"]["new"]["meeting"] == 2 and not whole["came"]["changed"]
    assert geneva.get("/overview.json", params={"since": "5"}).json()["reports_added"] == 0
    assert "Nothing new" in geneva.get("/", params={"since": "5"}).text


def test_what_came_since_a_day(geneva: TestClient) -> None:
    told = geneva.get("/overview.json", params={"since": "2025-03-03"}).json()
    assert told["reports_added"] == 2, "reports without a day are of no day"
    assert told["came"]["changed"] == {"meeting": 1}


def test_a_contrary_report_is_newly_disputed(tmp_path: Path) -> None:
    """One report gives another day for the talks: before it came, nobody contradicted anybody."""
    days = (("a", "2025-03-05", "2025-03-04"), ("b", "2025-03-06", "2025-03-04"), ("c", "2025-03-09", "2025-03-03"))
    drafts = [
        draft(name, published, f"In {name} they meet to talk.").meets(
            "they meet", "talks", "held", when, round=1, parties=BOTH
        )
        for name, published, when in days
    ]
    client = asked(kept(tmp_path, drafts))
    assert client.get("/overview.json", params={"since": "2"}).json()["came"]["newly disputed"] == 1
    assert client.get("/overview.json", params={"since": "3"}).json()["came"]["newly disputed"] == 0
    shown = client.get("/new", params={"since": "2"}).text
    assert "Newly disputed" in shown and "they meet" in shown


def test_the_mark_is_kept_in_the_browser(tmp_path: Path) -> None:
    record = kept(tmp_path, geneva_talks()[:3])
    browser = asked(record, read_only=True)
    first = browser.get("/").text
    assert "has not marked anything as seen" in first
    assert "published after Wed 26 Feb 2025" in first, "a week before the newest report, whatever the day is"
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', first))
    assert browser.post("/seen", data=fields | {"token": "guessed"}).status_code == 403
    assert browser.post("/seen", data=fields | {"value": "3"}).status_code == 400
    moved = browser.post("/seen", data=fields | {"back": "/?since=1"}, follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (303, "/")
    assert "HttpOnly" in moved.headers["set-cookie"] and "SameSite=strict" in moved.headers["set-cookie"]
    assert browser.get("/overview.json").json()["since"]["edition"] == 3
    with open_store(record) as store:
        geneva_talks()[4].put(store)
    told = browser.get("/overview.json").json()
    assert (told["since"]["origin"], told["reports_added"]) == ("kept", 1)


def test_the_mark_of_another_record_is_not_taken(tmp_path: Path) -> None:
    record = kept(tmp_path, geneva_talks())
    browser = asked(record)
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', browser.get("/").text))
    browser.post("/seen", data=fields)
    assert browser.get("/overview.json").json()["since"]["origin"] == "kept"
    for path in tmp_path.glob("geneva.db*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    kept(tmp_path, list(reversed(geneva_talks())))
    assert browser.get("/overview.json").json()["since"]["origin"] == "first look"


@pytest.mark.parametrize("since", ["6", "soon", "2025-02-30", "-1", "999999999999999999999"])
def test_what_is_no_mark_is_told(geneva: TestClient, since: str) -> None:
    refused = geneva.get("/", params={"since": since})
    assert refused.status_code == 400
    assert "edition" in refused.text or "day" in refused.text


def test_next_dates_are_counted_from_the_record(tmp_path: Path) -> None:
    text = "Norland and Sudland meet again in Bern on 20 March. Norland wants an answer by 15 March."
    ahead = draft("6.txt", "2025-03-07", text).names("Norland", kind="state").names("Sudland", kind="state")
    ahead.meets("Norland and Sudland meet again", "meeting", "planned", "2025-03-20", parties=BOTH, place=("Bern",))
    client = asked(kept(tmp_path, [*geneva_talks(), ahead]))
    told = client.get("/overview.json").json()
    assert told["last_day"] == "2025-03-07"
    assert [(one["day"], one["what"]) for one in told["coming"]] == [("2025-03-20", "planned")]
    early = client.get("/overview.json", params={"as_of": "2025-03-02"}).json()
    assert [one["day"] for one in early["coming"]] == ["2025-03-03"]
    late = client.get("/overview.json", params={"as_of": "2025-03-25"}).json()
    assert late["coming"] == [] and len(late["overdue"]) == 1
    assert "no report that they were held" in client.get("/", params={"as_of": "2025-03-25"}).text


def test_what_waits_and_where_sides_stand(client: TestClient) -> None:
    shown = client.get("/").text
    told = client.get("/overview.json").json()
    assert told["sides"] and told["waiting"]
    assert [one["condition"] for one in told["blocked"]] == list(told["waiting"])
    for one in told["blocked"]:
        assert f'href="/goals/{one["goal"]}"' in shown and one["value"] in ("unmet", "unknown")
        assert client.get(f"/goals/{one['goal']}").status_code == 200
    for heading in ("Next dates", "What blocks what", "Open disputes", "Where each side stands", "Coverage"):
        assert f">{heading}</h2>" in shown
    assert "<svg" in shown and "<style" not in shown and " style=" not in shown


def test_an_empty_record_has_an_overview(tmp_path: Path) -> None:
    shown = asked(kept(tmp_path, [])).get("/")
    assert shown.status_code == 200
    assert "No report bears a day" in shown.text


def test_all_that_is_new_is_counted_as_told_one_by_one(client: TestClient) -> None:
    """From the beginning everything is new; it is what the kinds count, and what the list leads through."""
    told = client.get("/overview.json", params={"since": "0"}).json()
    assert told["came"]["new"] == {kind: number for kind, number in told["counts"].items() if number}
    listed = client.get("/new.json", params={"since": "0"}).json()
    assert listed["total"] == sum(told["counts"].values())
    following = client.get(listed["next"].replace("/new", "/new.json")).json()
    assert not {row["entry"]["id"] for row in listed["rows"]} & {row["entry"]["id"] for row in following["rows"]}


def test_what_people_decided_since_is_told(tmp_path: Path) -> None:
    record = kept(tmp_path, geneva_talks())
    client = asked(record)
    meeting = client.get("/meetings.json").json()["rows"][0]["id"]
    token = re.search(r'name="token" value="([^"]+)"', client.get("/").text)
    assert token is not None
    fields = {"token": token[1], "thing": meeting, "entry": meeting, "back": "/"}
    client.post("/acts/confirm", data=fields)
    told = client.get("/overview.json", params={"since": "5"}).json()
    assert (told["reports_added"], told["came"]["decided on"]) == (0, {"meeting": 1})
    assert "decided on" in client.get("/new", params={"since": "5"}).text
