"""Hostile reports, hostile requests: shown as text, refused in words, never a page that runs or a server that falls."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from fastapi.testclient import TestClient

from pourparler.accounts import write
from pourparler.faces.web.pages import PAGES
from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.guard import HEADERS
from pourparler.faces.web.server.serving import make_site
from pourparler.record.opening import open_store
from tests.faces.web.conftest import BASE
from tests.record.drafts import draft

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(2)>'
STEERING = "\u202egnihtemos\u2066"
NAME = f"Nor{IMAGE}land"
TEXT = (
    f"{SCRIPT} {NAME} and Sud'land met in Gen{STEERING}eva on 3 March. {{{{ 7*7 }}}} {{% raw %}} "
    f"{NAME} demands a \x00truce &lt;b&gt;. No truce until {IMAGE} leaves. A pact]]> was signed. ${{7*7}}"
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A server over a record in which every field is hostile."""
    one = draft(f"a/{IMAGE}.txt", "2025-03-04", TEXT, f"Wire{SCRIPT}")
    one.names(NAME, kind="state").names("Sud'land", kind="state")
    one.meets("met in Gen", "talks", "held", "2025-03-03", parties=(NAME, "Sud'land"), place=(f"Gen{STEERING}eva",),
              title=f"talks {SCRIPT}")  # fmt: skip
    one.says("demands a \x00truce", NAME, "demand").stands("demands a \x00truce", "demands", f"a {SCRIPT}", NAME)
    one.requires("No truce until", f"a truce {IMAGE}", f"that {SCRIPT} leaves", NAME)
    one.papers("A pact]]> was signed", "agreement", "signed", (NAME, "Sud'land"), subject=SCRIPT)
    long = draft("long.txt", "2025-03-05", f"{NAME} and Sud'land met again.", "x" * 100_000)
    long.names(NAME, kind="state").meets("met again", "talks", "held", "2025-03-05", parties=(NAME, "Sud'land"))
    place = tmp_path_factory.mktemp("hostile") / "case.db"
    with open_store(place, create=True) as store:
        store.name_case(f"Case {SCRIPT}{STEERING}")
        for each, title in ((one, f"{IMAGE}\x00{STEERING}"), (long, "=cmd|' /C calc'!A0" + "y" * 100_000)):
            report = replace(each.report, title=title, url="javascript:alert(document.cookie)")
            store.add(report, each.reading, write(report, each.reading))
    with TestClient(make_app(make_site(place, False, f"me{SCRIPT}")), base_url=BASE) as client:
        yield client


class Page(HTMLParser):
    """What a browser would make of a page: its tags, their attributes, and where it would go."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def check(text: str) -> None:
    """No element, attribute or address of a report's making is in a page."""
    for tag, attributes in Page(text).tags:
        assert tag != "script" or (attributes.get("src") or "").startswith("/static/"), attributes
        assert tag not in ("img", "iframe", "object", "embed", "base", "style"), (tag, attributes)
        assert not any(name.startswith("on") or name == "style" for name in attributes), attributes
        for name in ("href", "src", "action", "formaction"):
            address = (attributes.get(name) or "/").strip().lower()
            assert address.startswith(("/", "#", "?")) or (name == "href" and address.startswith("https://")), (
                attributes
            )
    seen = re.sub("<span hidden>.</span>", "", text, flags=re.S)  # the reader keeps signs for offsets, never rendered
    steered = re.search(".{0,120}[\u202e\u2066\x00]", seen)
    assert steered is None, repr(steered[0])
    assert "49" not in re.findall(r"\b49\b", re.sub(r"\{\{.*?\}\}", "", text)), "a template ran"


def entries(client: TestClient) -> Iterator[str]:
    """The address of everything in the record."""
    for kind in ("meetings", "statements", "issues", "conditions", "instruments", "disputes", "actors", "reports"):
        yield from (f"/{kind}/{row['id']}" for row in client.get(f"/{kind}.json").json()["rows"])
    yield from (f"/positions/{row['id']}" for row in client.get("/positions.json?view=list").json()["rows"])


def test_hostile_reports_are_shown_as_text(hostile: TestClient) -> None:
    paths = [page.path for page in PAGES if "{key}" not in page.path] + list(entries(hostile))
    paths += ["/positions?view=list", "/export?format=json", "/timeline?kind=all", "/search?q=truce", "/review?open=1"]
    assert len(paths) > 30
    for path in paths:
        shown = hostile.get(path)
        assert shown.status_code == 200, path
        check(shown.text)
        for form in ("json", "csv"):
            beside = path.partition("?")[0] if path != "/" else "/overview"
            told = hostile.get(f"{beside}.{form}")
            assert told.status_code in (200, 404) and "text/html" not in told.headers["content-type"], (path, form)


def test_a_cell_is_no_formula(hostile: TestClient) -> None:
    assert ",'=cmd" in hostile.get("/reports.csv").text or "\"'=cmd" in hostile.get("/reports.csv").text


def test_what_was_asked_comes_back_as_text(hostile: TestClient) -> None:
    for page in PAGES:
        if "{key}" in page.path:
            continue
        for name in page.ask.model_fields:
            told = hostile.get(page.path, params={name: f"{IMAGE}{SCRIPT}{STEERING}"})
            assert told.status_code in (200, 400, 404), (page.path, name)
            check(told.text)


def test_a_decision_on_hostile_words_is_told_as_text(hostile: TestClient) -> None:
    page = hostile.get("/meetings.json").json()["rows"][0]["id"]
    token = re.search(r'name="token" value="([^"]+)"', hostile.get(f"/meetings/{page}").text)
    assert token
    data = {"token": token[1], "entry": page, "because": f"{SCRIPT}{STEERING}\x00", "back": f"/meetings/{page}"}
    check(hostile.post("/acts/confirm", data=data).text)
    check(hostile.get("/review/log").text)


STRANGE = (
    "/%2e%2e/%2e%2e/etc/passwd", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/%2e%2e%2f%2e%2e%2fapp.py",
    "/static/", "/static/%00", "/meetings/%00", "/meetings/..%2f..%2f", "/meetings/" + "m" * 20_000, "/meetings/%ff",
    "/reports/..%2f..%2fetc%2fpasswd", "/reports/%00", "/reports/r?at=99999999999999999999-1", "/actors/%F0%9F%98%80",
    "/review?at=%00", "/meetings?page=99999999999999999999999", "/meetings?page=-1", "/meetings?party=" + "x" * 20_000,
    "/meetings?as_of=0000-00-00", "/search?q=%22%22%22%00*(", "/search?q=" + "%22" * 200, "/meetings?%00=%00",
    "/meetings.json?party=%00", "/meetings.csv/", "//meetings", "/meetings//", "/acts/confirm", "/openapi.json/x",
    "/meetings/%252e%252e", "/review?did=%00&at=end", "/export/file?format=%00", "/export/file?id=%25",
    "/static/page.css%00.js", "/static/nosuch.css", "/calendar.ics?party=%00", "/timeline?since=9999-12-31",
    "/meetings?since=0001-01-01", "/calendar?month=9999-99", "/favicon.ico",
)  # fmt: skip


@pytest.mark.parametrize("path", STRANGE, ids=lambda path: path[:40])
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "DELETE"])
def test_strange_requests_are_answered_in_words(hostile: TestClient, path: str, method: str) -> None:
    told = hostile.request(method, path, follow_redirects=False)
    assert told.status_code < 500, (told.status_code, told.text[:300])
    assert "passwd" not in told.text or "text/html" in told.headers.get("content-type", "text/html")
    assert "import " not in told.text
    assert all(told.headers.get(name) == value for name, value in HEADERS.items()), told.headers


def test_every_answer_has_the_headers(hostile: TestClient) -> None:
    assets = [f"/static/{one.name}" for one in files("pourparler.faces.web").joinpath("static").iterdir()]
    paths = ["/", "/meetings", "/meetings.json", "/meetings.csv", "/openapi.json", "/nowhere", "/meetings/m0", *assets]
    for path in paths:
        told = hostile.get(path)
        assert all(told.headers.get(name) == value for name, value in HEADERS.items()), path
        assert "server" not in told.headers
    refused = hostile.get("/", headers={"Host": "example.org"})
    assert refused.status_code == 421 and refused.headers["x-content-type-options"] == "nosniff"


def test_no_asset_names_an_outside_address() -> None:
    """Every file that the server hands out, and every template: nothing is loaded from anywhere else."""
    named = re.compile(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}|@import|(?-i:\burl\()\s*['\"]?(?!data:)", re.I)
    spaces = ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/1999/xhtml")
    served = files("pourparler.faces.web")
    for folder in ("static", "templates"):
        for one in served.joinpath(folder).iterdir():
            text = one.read_text(encoding="utf-8")
            for space in spaces:
                text = text.replace(space, "")
            found = named.search(text)
            assert found is None, (one.name, found)


def test_the_token_stands_only_on_pages_that_may_write(hostile: TestClient) -> None:
    token = hostile.app.state.site.token  # type: ignore[attr-defined]
    assert len(token) >= 32
    for path in ("/meetings.json", "/openapi.json", "/export.json", "/nowhere", "/review.json"):
        assert token not in hostile.get(path).text
    assert token in hostile.get("/review").text
