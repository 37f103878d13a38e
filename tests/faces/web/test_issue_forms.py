"""Deciding on the page of an issue: its forms, what the page says after one, who named it; none on a read-only one."""

import html
import re
from pathlib import Path

from fastapi.testclient import TestClient

from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.serving import make_site
from pourparler.faces.web.server.site import Site
from tests.faces.web.conftest import BASE
from tests.faces.web.test_review import client, place, site

__all__ = ["client", "place", "site"]

FORM = re.compile(r'<form[^>]*action="/acts/(name-issue|join-issues|part-issue)">(.*?)</form>', re.S)
GIVEN = re.compile(r'<input type="(?:hidden|checkbox)" name="([^"]+)" value="([^"]*)"')


def forms(page: str) -> dict[str, dict[str, str]]:
    """The forms of a page by their deed, with what they bring by themselves and every box ticked."""
    return {deed: {name: html.unescape(value) for name, value in GIVEN.findall(inner)}
            for deed, inner in FORM.findall(page)}  # fmt: skip


def test_a_name_is_given_shown_with_who_gave_it_and_taken_back(client: TestClient, site: Site) -> None:
    page = client.get("/issues/pay").text
    told = client.post("/acts/name-issue", data=forms(page)["name-issue"] | {"name": "Dockers’ pay"}).text
    assert "<h1>Issue: Dockers’ pay</h1>" in told and "named the issue of “pay”" in told
    assert "This name was given by tester" in told and "“pay”" in told.split('id="h-wordings"')[1]
    assert client.get("/issues/Dockers’ pay.json").json()["issue"]["named_by"] == "tester"
    back = re.search(r'name="act" value="([^"]+)"', told)
    assert back is not None
    again = client.post("/acts/undo", data={"token": site.token, "back": "/issues/pay", "act": back[1]}).text
    assert "<h1>Issue: pay</h1>" in again and "This name was given" not in again


def test_issues_are_joined_and_an_old_address_leads_on(client: TestClient) -> None:
    gone = client.get("/issues/overtime.json").json()["issue"]["id"]
    page = client.get("/issues/pay").text
    told = client.post("/acts/join-issues", data=forms(page)["join-issues"] | {"other": "overtime"}).text
    assert "overtime" in told.split('id="h-wordings"')[1]
    led = client.get(f"/issues/{gone}", follow_redirects=False)
    assert led.status_code == 303 and client.get(led.headers["location"]).text.count("<h1>Issue: pay</h1>") == 1
    fields = forms(told)["part-issue"]
    chosen = {name: value for name, value in fields.items() if not name.startswith("phrase-") or value == "overtime"}
    client.post("/acts/part-issue", data=chosen)
    assert client.get("/issues/overtime.json").json()["issue"]["phrases"] == ["overtime"]


def test_a_page_that_only_shows_has_no_forms(place: Path) -> None:
    shown = TestClient(make_app(make_site(place, read_only=True, by=None)), base_url=BASE)
    assert not forms(shown.get("/issues/pay").text)
