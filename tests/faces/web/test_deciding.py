"""Decisions on the page of an entry: confirmed, rejected, corrected, joined and parted, each taken back as one act."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from pourparler.core.judgement import Verdict
from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.serving import make_site
from tests.faces.web.conftest import BASE
from tests.faces.web.test_review import client, place, send, site, stands

__all__ = ["client", "place", "site"]


def rows(client: TestClient, kind: str) -> list[dict[str, Any]]:
    """The entries of a kind as the pages have them now."""
    found: list[dict[str, Any]] = client.get(f"/{kind}.json").json()["rows"]
    return found


@pytest.fixture
def round_one(client: TestClient) -> str:
    """The address of the round of talks that two reports tell of."""
    told = next(one for one in rows(client, "meetings") if one["counts"]["accounts"] == 2)
    return f"/meetings/{told['id']}"


def test_an_entry_is_confirmed_and_taken_back(client: TestClient, place: Path, round_one: str) -> None:
    page = send(client, client.get(round_one).text, "/acts/confirm", because="the minutes")
    assert "Confirmed by tester" in page and "Kept: confirmed meeting" in page and "the minutes" in page
    page = send(client, page, "/acts/undo")
    assert "Confirmed by" not in page and not stands(place)


def test_what_is_decided_already_is_not_kept_twice(client: TestClient, place: Path, round_one: str) -> None:
    page = client.get(round_one).text
    send(client, page, "/acts/confirm")
    with pytest.raises(AssertionError, match="decided already"):
        send(client, page, "/acts/confirm")
    assert len(stands(place)) == 1


def test_a_rejected_entry_leads_to_its_list(client: TestClient, place: Path, round_one: str) -> None:
    before = len(rows(client, "meetings"))
    page = send(client, client.get(round_one).text, "/acts/reject", because="no meeting")
    assert "<h1>Meetings</h1>" in page and "Kept: rejected" in page
    assert len(rows(client, "meetings")) == before - 1
    assert client.get(round_one).status_code == 404
    send(client, page, "/acts/undo")
    assert client.get(round_one).status_code == 200 and len(rows(client, "meetings")) == before


def test_a_field_is_corrected_with_a_reason(client: TestClient, place: Path, round_one: str) -> None:
    page = client.get(round_one).text
    assert '<option value="status">status</option>' in page
    told = send(client, page, "/acts/correct", field="when", value="2025-03-08", because="the minutes")
    assert "When set to “2025-03-08” by tester" in told
    corrected = client.get(f"{round_one}.json").json()["entry"]
    assert corrected["when"]["start"] == "2025-03-08"
    with pytest.raises(AssertionError, match="needs a reason"):
        send(client, page, "/acts/correct", field="when", value="2025-03-07")
    with pytest.raises(AssertionError, match="cannot be corrected"):
        send(client, page, "/acts/correct", field="colour", value="red", because="x")
    with pytest.raises(AssertionError, match="Not kept"):
        send(client, page, "/acts/correct", field="status", value="over", because="x")
    assert len(stands(place)) == 1


def test_two_entries_are_made_one_and_parted(client: TestClient, place: Path) -> None:
    lunch, visit = [one["id"] for one in rows(client, "meetings") if one["parties"] == ["Dockers Union"]]
    address = f"{BASE}/meetings/{visit}?as_of="
    page = send(client, client.get(f"/meetings/{lunch}").text, "/acts/same", other=address)
    assert len([one for one in rows(client, "meetings") if one["parties"] == ["Dockers Union"]]) == 1
    assert stands(place)[0].verdict is Verdict.SAME
    send(client, page, "/acts/undo")
    send(client, client.get(f"/meetings/{lunch}").text, "/acts/different", other=visit)
    assert stands(place)[0].verdict is Verdict.DIFFERENT


def test_an_account_is_taken_out(client: TestClient, round_one: str) -> None:
    page = client.get(round_one).text
    assert "Take it out" in page
    account = re.findall(r'<option value="(a\w+)"', page)[1]
    before = len(rows(client, "meetings"))
    send(client, page, "/acts/different", other=account)
    assert len(rows(client, "meetings")) == before + 1


def test_a_dispute_is_judged(client: TestClient, place: Path) -> None:
    dispute = rows(client, "disputes")[0]["id"]
    page = send(client, client.get(f"/disputes/{dispute}").text, "/acts/reject", because="an update")
    assert "<h1>Disputes</h1>" in page
    assert dispute not in [one["id"] for one in rows(client, "disputes")]
    (made,) = stands(place)
    assert made.is_of_dispute and made.verdict is Verdict.REJECTED


@pytest.mark.parametrize("other", ["m000", "", "zz", "../../x", "m", "\x00", "q" * 4_000])
def test_an_id_of_nothing_is_told(client: TestClient, place: Path, round_one: str, other: str) -> None:
    page = client.get(round_one).text
    with pytest.raises(AssertionError, match="Not kept"):
        send(client, page, "/acts/same", other=other)
    assert not stands(place)


def test_actors_and_reports_are_not_judged_here(client: TestClient, round_one: str) -> None:
    from pourparler.faces.web.server.site import Site

    served = client.app.state.site  # type: ignore[attr-defined]
    assert isinstance(served, Site)
    with served.snapshot(None) as snapshot:
        actor = snapshot.rows("SELECT id FROM actors")[0]["id"]
    with pytest.raises(AssertionError, match="is the id of no entry"):
        send(client, client.get(round_one).text, "/acts/same", other=actor)


def test_a_server_that_only_shows_has_no_forms(place: Path) -> None:
    with TestClient(make_app(make_site(place, True, None)), base_url=BASE) as client:
        told = rows(client, "meetings")[0]["id"]
        page = unescape(client.get(f"/meetings/{told}").text)
        assert "/acts/" not in page and "Decide on this entry" not in page
