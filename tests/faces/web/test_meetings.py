"""The page of a meeting tells who gives which value, what changed, who took part, and what was said beside it."""

import re
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.serving import make_site
from pourparler.record.opening import open_store
from tests.faces.web.conftest import BASE
from tests.record.drafts import Draft


def disputed(client: TestClient) -> dict[str, object]:
    """The meeting of the bundled case whose day two reports give otherwise."""
    found = client.get("/disputes.json", params={"field": "when"}).json()["rows"][0]["about"]
    meeting: dict[str, object] = client.get(f"/meetings/{found}.json").json()["entry"]
    return meeting


def test_a_field_has_its_readings(client: TestClient) -> None:
    meeting = disputed(client)
    shown = client.get(f"/meetings/{meeting['id']}").text
    when = shown.split(">when</th>")[1].split("</tbody>")[0]
    assert "15 May 2025" in when and "16 May 2025" in when
    assert when.count("stands") == 1
    assert len(re.findall(r"/reports/\w+\?at=\d+-\d+#at", when)) >= 2


def test_what_was_told_is_told_in_its_order(client: TestClient) -> None:
    meeting = disputed(client)
    shown = client.get(f"/meetings/{meeting['id']}").text
    table = shown.split('id="h-states"')[1].split("</table>")[0]
    assert "disputed" in table
    told = re.findall(r'<td class="day"><time datetime="([^"]+)"', table)
    assert told == sorted(told) and len(told) == len(meeting["states"]) + len(meeting["days"]) + len(meeting["places"])  # type: ignore[arg-type]


def test_words_in_their_context_keep_their_blanks(client: TestClient) -> None:
    meeting = disputed(client)
    shown = client.get(f"/meetings/{meeting['id']}").text
    assert not re.search(r"[.\w]<a href=\"/reports/[^\"]+\"><mark>\w", shown)


def test_statements_stand_beside_a_meeting(client: TestClient) -> None:
    meeting = disputed(client)
    shown = client.get(f"/meetings/{meeting['id']}").text
    beside = shown.split('id="h-beside"')[1]
    assert len(set(re.findall(r"/statements/(s\w+)", beside))) >= 2


def test_who_was_left_out_is_no_party(client: TestClient) -> None:
    rows = client.get("/meetings.json").json()["rows"]
    meeting = next(row for row in rows if row["excluded"])
    shown = client.get(f"/meetings/{meeting['id']}").text
    parts = shown.split('id="h-company"')[1].split("</dl>")[0]
    assert "<dt>left out</dt>" in parts
    assert meeting["excluded"][0] in parts.split("<dt>left out</dt>")[1]


def test_meetings_of_two(client: TestClient) -> None:
    every = client.get("/meetings.json").json()["rows"]
    one, other = next(row["parties"][:2] for row in every if len(row["parties"]) == 2)
    found = client.get("/meetings.json", params={"party": one, "with": other}).json()
    assert 0 < found["total"] < len(every)
    assert f"<option selected>{other}</option>" in client.get("/meetings", params={"party": one, "with": other}).text
    for row in found["rows"]:
        assert {one, other} <= {*row["parties"], *row["mediators"], *row["hosts"]}
    assert found["total"] == client.get("/meetings.json", params={"party": other, "with": one}).json()["total"]


def test_meetings_without_a_day_stand_apart(client: TestClient) -> None:
    shown = client.get("/meetings").text
    rows = client.get("/meetings.json").json()["rows"]
    undated = [row["id"] for row in rows if row["when"] is None or not (row["when"]["start"] or row["when"]["end"])]
    assert undated
    assert set(re.findall(r'data-id="(m\w+)"', shown.split("No day told</th>")[1])) == set(undated)


def test_overdue_meetings(client: TestClient) -> None:
    rows = client.get("/meetings.json", params={"marked": "overdue"}).json()["rows"]
    assert rows and all(row["overdue"] and row["status"] != "held" for row in rows)
    assert "That is not known" in client.get(f"/meetings/{rows[0]['id']}").text


def test_a_meeting_that_waits(tmp_path: Path) -> None:
    """Norland and Sudland would meet once the crew is free; Westmark was invited and will stay away."""
    text = (
        "Norland and Sudland will meet in Geneva on 9 March unless the crew is still held. "
        "Westmark was invited and will not come. The talks need calm, Ann Lee said."
    )
    draft = Draft("one.txt", text, date(2031, 3, 3), "Daily").names("Ann Lee", party="Norland")
    draft.requires("unless the crew is still held", "talks", "freeing the crew", "Norland")
    draft.meets(
        "Norland and Sudland will meet in Geneva on 9 March", "talks", "conditional", "2031-03-09", condition=0,
        parties=("Norland", "Sudland"), place=("Geneva",), invited=("Westmark",), absent=("Westmark",),
    )  # fmt: skip
    draft.says("The talks need calm", "Ann Lee", party="Norland")
    record = tmp_path / "geneva.db"
    with open_store(record, create=True) as store:
        draft.put(store)
    asked = TestClient(make_app(make_site(record, read_only=True, by="tester")), base_url=BASE)
    (meeting,) = asked.get("/meetings.json").json()["rows"]
    shown = asked.get(f"/meetings/{meeting['id']}").text
    assert f"/conditions/{meeting['condition']}" in shown.split("Waits for:")[1].split("</p>")[0]
    parts = shown.split('id="h-company"')[1].split("</dl>")[0]
    assert "Westmark" not in parts.split("<dt>parties</dt>")[1].split("</dd>")[0]
    assert "<dt>invited</dt>" in parts and "<dt>absent</dt>" in parts
    assert "The talks need calm" in shown.split('id="h-beside"')[1]
    assert asked.get("/contacts.json", params={"status": "any"}).json()["total"] == 1
    assert asked.get("/contacts.json").json()["total"] == 0


def test_documents_of_its_parties_stand_beside_a_meeting_of_their_day(client: TestClient) -> None:
    rows = client.get("/meetings.json", params={"since": "2025-02-18", "until": "2025-02-18"}).json()["rows"]
    held = [row["id"] for row in rows if row["status"] == "held" and len(row["parties"]) > 1]
    pages = [client.get(f"/meetings/{one}").text for one in held]
    beside = next(page.split('id="h-documents"')[1].split("</section>")[0] for page in pages if "h-documents" in page)
    assert "agreed" in beside and 'href="/instruments/i' in beside and "?at=" in beside
    assert "That it was done at this meeting is only told where the words say so" in beside


def test_very_many_accounts_are_shown_when_asked_for(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = client.get("/meetings.json").json()["rows"]
    most = max(rows, key=lambda row: int(row["counts"]["accounts"]))
    address, accounts = f"/meetings/{most['id']}", most["counts"]["accounts"]
    monkeypatch.setattr("pourparler.faces.web.entries.entry.MOST", 2)
    few = client.get(address).text
    assert f"{accounts - 2} more accounts" in few and f'href="{address}?all=1#h-told"' in few
    whole = client.get(address, params={"all": "1"}).text
    assert "more accounts</a>" not in whole and whole.count('class="voice"') > few.count('class="voice"')
