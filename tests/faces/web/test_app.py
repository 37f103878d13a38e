"""Every page answers as a page, as JSON and as CSV; nothing is loaded from elsewhere; others are refused."""

import csv
import io
import re
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from pourparler.faces.web.page import Page
from pourparler.faces.web.pages import PAGES
from tests.faces.web.conftest import BASE

PLAIN = [page for page in PAGES if "{key}" not in page.path]
ADDRESS = re.compile(r"""(?:href|src|action|data|poster|srcset)\s*=\s*["']?([^"'\s>]+)""")


def path_of(page: Page, form: str) -> str:
    """Where the data of a page lie."""
    return f"{'/overview' if page.path == '/' else page.path}.{form}"


@pytest.mark.parametrize("page", PLAIN, ids=lambda page: page.path)
def test_a_page_has_its_data_beside_it(client: TestClient, page: Page) -> None:
    shown = client.get(page.path)
    assert shown.status_code == 200, shown.text[:2000]
    assert shown.headers["content-type"].startswith("text/html")
    assert client.get(path_of(page, "json")).json()
    if page.csv:
        told = client.get(path_of(page, "csv"))
        assert told.headers["content-type"].startswith("text/csv")
        rows = list(csv.reader(io.StringIO(told.text)))
        assert all(len(row) == len(rows[0]) for row in rows)


@pytest.mark.parametrize("page", PLAIN, ids=lambda page: page.path)
def test_the_data_of_every_page_begin_alike(client: TestClient, page: Page) -> None:
    told = client.get(path_of(page, "json")).json()
    assert next(iter(told)) == "case"
    if page.path not in ("/codebook", "/help"):
        assert list(told)[1] == "asked"
    if "page" in told:
        assert {"total", "pages", "next"} <= set(told)
        assert page.path == "/search" or isinstance(told["rows"], list)


@pytest.mark.parametrize("page", PLAIN, ids=lambda page: page.path)
def test_links_lead_to_pages_that_answer(client: TestClient, page: Page) -> None:
    """The first twelve links of each page and all of its assets, none of them elsewhere."""
    shown = client.get(page.path).text
    links = list(dict.fromkeys(link.replace("&amp;", "&") for link in ADDRESS.findall(shown)))
    assert all(not urlsplit(link).netloc and not urlsplit(link).scheme for link in links), links
    own = [link for link in links if link.startswith("/")]
    there = {one.path.split("/")[1] for one in PAGES} | {"static"}
    for link in [link for link in own if re.split(r"[/?.#]", link)[1] in there][:30]:
        assert client.get(link).status_code == 200, link


def test_the_day_goes_along(client: TestClient) -> None:
    shown = client.get("/meetings", params={"as_of": "2025-02-20"}).text
    inner = [link for link in ADDRESS.findall(shown) if link.startswith("/meetings")]
    assert inner and all("as_of=2025-02-20" in link for link in inner if "?" in link)
    assert "published up to Thu 20 Feb 2025" in shown
    later = client.get("/meetings.json").json()["total"]
    assert client.get("/meetings.json", params={"as_of": "2025-02-20"}).json()["total"] < later


def test_a_day_that_is_none_is_told(client: TestClient) -> None:
    shown = client.get("/meetings", params={"as_of": "2025-13-20"})
    assert shown.status_code == 400
    assert "as_of" in shown.text
    assert client.get("/meetings", params={"as_of": ""}).status_code == 200


def test_what_there_is_not_is_told(client: TestClient) -> None:
    assert "no such page" in client.get("/nowhere").text
    told = client.get("/meetings/m000000.json")
    assert told.status_code == 404
    assert told.json()["todo"]


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org", "", "localhost.:8765"])
def test_another_name_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/meetings", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("origin", ["http://example.org", "null", "https://127.0.0.1:8765", "http://127.0.0.1:9"])
def test_another_origin_may_not_write(client: TestClient, origin: str) -> None:
    assert client.post("/meetings", headers={"Origin": origin}).status_code == 403


def test_a_page_may_load_nothing_from_elsewhere(client: TestClient) -> None:
    shown = client.get("/meetings")
    policy = shown.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
    assert "<style" not in shown.text and " style=" not in shown.text and "onclick" not in shown.text
    assert BASE not in shown.text
