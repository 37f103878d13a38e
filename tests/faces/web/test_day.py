"""The day that the record is seen on goes along: with every link of every page, and with every form."""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from pourparler.faces.web.pages import PAGES

DAY = "2025-05-20"
PLAIN = [page.path for page in PAGES if "{key}" not in page.path]
MADE = ("/boards",)
"""Lists of what people make; nobody has made any in the bundled case."""
ONES = [one for page in PAGES if page.path.endswith("/{key}") and (one := page.path.removesuffix("/{key}")) not in MADE]
SAME_ON_ANY_DAY = ("/static/", "/openapi.json", "/seen", "/acts/")
"""What is no view of the record: files of the page, the description of the data, where forms are sent to."""
ALL_REPORTS = "all reports"
"""The one link that leaves the day."""


class Ways(HTMLParser):
    """Every address that a page leads to, with the words of its link, and the fields of its forms."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.forms: list[dict[str, str]] = []
        self._open: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        for name in ("href", "xlink:href", "data-brush"):
            if name in given:
                self.links.append((given[name], ""))
        if tag == "form":
            self.forms.append({"": given["action"]})
        elif tag == "input" and self.forms:
            self.forms[-1][given.get("name", "")] = given.get("value", "")

    def handle_data(self, data: str) -> None:
        if self.links and not self.links[-1][1] and data.strip():
            self.links[-1] = self.links[-1][0], data.strip()


def first_of(client: TestClient, path: str) -> str:
    """The first page of one thing that a list leads to."""
    shown = client.get(path, params={"as_of": DAY, "view": "list"}).text
    found = re.search(rf'href="({path}/[^"?]+)\?', shown)
    assert found, f"no {path} to open"
    return found[1]


def strays(page: str) -> list[str]:
    """What leads away from the day."""
    ways = Ways(page)
    found = [
        f"{link} ({words})"
        for link, words in ways.links
        if link.startswith("/") and not link.startswith(SAME_ON_ANY_DAY) and words != ALL_REPORTS
        and parse_qs(urlsplit(link).query).get("as_of") != [DAY]
    ]  # fmt: skip
    for form in ways.forms:
        kept = parse_qs(urlsplit(form["back"]).query).get("as_of", [""])[0] if "back" in form else form.get("as_of")
        if kept != DAY:
            found.append(f"form {form}")
    return found


@pytest.mark.parametrize("path", PLAIN)
def test_the_day_goes_along_with_every_way_from_a_page(client: TestClient, path: str) -> None:
    shown = client.get(path, params={"as_of": DAY})
    assert shown.status_code == 200
    assert strays(shown.text) == []


@pytest.mark.parametrize("path", ONES)
def test_the_day_goes_along_from_the_page_of_one(client: TestClient, path: str) -> None:
    assert strays(client.get(first_of(client, path), params={"as_of": DAY}).text) == []


@pytest.mark.parametrize("path", ["/search?q=ceasefire", "/timeline?undated=1", "/contacts?of=people&status=any",
                                  "/positions?view=list", "/positions?issue=ceasefire",
                                  "/export?list=meetings&format=json",
                                  "/meetings?page=99", "/calendar?month=2025-02", "/statements?page=2"])  # fmt: skip
def test_the_day_goes_along_from_what_is_narrowed(client: TestClient, path: str) -> None:
    assert strays(client.get(f"{path}&as_of={DAY}").text) == []


@pytest.mark.parametrize("path", [*PLAIN, *ONES])
def test_the_json_says_the_day(client: TestClient, path: str) -> None:
    place = first_of(client, path) if path in ONES else "/overview" if path == "/" else path
    told = client.get(f"{place}.json", params={"as_of": DAY}).json()
    assert told["case"]["as_of"] == DAY
