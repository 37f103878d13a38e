"""The reader shows a report's text whole and exact, marks what the record rests on, and steers nobody's eye."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pourparler.core.evidence import Span
from pourparler.faces.web.pages.reader import address
from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.serving import make_site
from pourparler.faces.web.texts.marking import Mark, exact, marked, pieces
from pourparler.record.opening import open_store
from tests.faces.web.conftest import BASE
from tests.record.drafts import Draft, draft

HOSTILE = (
    "<script>alert(1)</script> & \"quoted\" 'words'\r\nA line.\rAn old line.\u2028Parted.\n\n"
    "\tNorland \u202eesrever\u202c said: "
    "“no truce” \x07 \x9b31m \ue000 e\u0301 👩\u200d🚀 soft\u00adhyphen \ufeff\u200bend </article><mark>\n"
)


LINES = 6_000


@dataclass
class Words(HTMLParser):
    """The text nodes within one element, and the attributes of the marks in it."""

    tag: str = "article"
    inside: bool = False
    told: list[str] = field(default_factory=list)
    marks: list[dict[str, str | None]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    open_tags: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where the element begins, and each mark."""
        if tag == self.tag:
            self.inside = True
        elif self.inside and tag not in ("br",):
            self.open_tags.append(tag)
        if self.inside and tag == "mark":
            self.marks.append(dict(attrs))
            self.words.append("")

    def handle_endtag(self, tag: str) -> None:
        """Note where the element ends; nothing in it nests wrongly."""
        if tag == self.tag:
            self.inside = False
            assert not self.open_tags
        elif self.inside and tag != "br":
            assert self.open_tags.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if self.inside:
            self.told.append(data)
            if "mark" in self.open_tags:
                self.words[-1] += data


def read(page: str) -> Words:
    """The text of a report as a page has it."""
    found = Words()
    found.feed(page)
    return found


def _reports() -> list[Draft]:
    hostile = draft("dir/hostile.txt", "2025-03-01", HOSTILE, "Wire")
    hostile.names("Norland", kind="state")
    hostile.says("no truce", "Norland", "reject")
    long = draft("long.txt", None, "Norland said no. " * LINES)
    long.names("Norland", kind="state")
    long.says("no", "Norland", "reject")
    return [hostile, long]


@pytest.fixture(name="hostile", scope="module")
def _hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path: Path = tmp_path_factory.mktemp("hostile") / "talks.db"
    with open_store(path, create=True) as store:
        for each in _reports():
            each.put(store)
        again = replace(_reports()[0].report, id="r-later", text="Another text.", url="javascript:alert(1)")
        store.add(again)
    with TestClient(make_app(make_site(path, read_only=True, by=None)), base_url=BASE) as made:
        yield made


def test_every_code_point_stands_in_its_place(client: TestClient) -> None:
    for row in client.get("/reports.json").json()["rows"]:
        report = client.get(f"/reports/{row['id']}.json").json()["report"]
        shown = read(client.get(f"/reports/{report['id']}").text)
        assert "".join(shown.told) == report["text"]
        marked_words = {words for words in shown.words if words.strip()}
        assert marked_words and all(words in report["text"] for words in marked_words)


def test_hostile_text_is_shown_exactly_and_steers_nothing(hostile: TestClient) -> None:
    page = hostile.get("/reports/r-dir/hostile.txt").text
    assert "".join(read(page).told) == HOSTILE
    assert "<script>alert" not in page
    assert (
        '<span class="sign" role="img" aria-label="character U+202E" data-code="U+202E"><span hidden>\u202e</span>'
        in page
    )
    for number in ("U+202C", "U+0007", "U+009B", "U+E000"):
        assert f'data-code="{number}"' in page
    assert "👩\u200d🚀" in page and "e\u0301" in page and "soft\u00adhyphen" in page


def test_what_html_cannot_hold_is_shown_by_its_number() -> None:
    assert 'data-code="U+0000"><span hidden></span>' in exact("a\0b")
    assert 'data-code="U+D800"><span hidden></span>' in exact("a\ud800b")


def test_a_report_is_found_by_its_name_and_its_versions_are_told(hostile: TestClient) -> None:
    later = hostile.get("/reports/dir/hostile.txt%232")
    assert later.status_code == 200 and "Another text." in later.text
    assert "other versions" in later.text and 'href="/reports/r-dir/hostile.txt"' in later.text
    assert "javascript:alert(1)" in later.text and 'href="javascript' not in later.text
    for form in ("", ".json", ".csv"):
        assert hostile.get(f"/reports/nobody{form}").status_code == 404
    assert hostile.get("/reports/dir/hostile.txt%232.json").json()["report"]["id"] == "r-later"


def test_the_words_asked_for_are_where_the_fragment_leads(client: TestClient) -> None:
    values = client.get("/reports/rb594fa27e8d8.json").json()
    text = values["report"]["text"]
    start = text.index("security guarantees")
    shown = read(client.get("/reports/rb594fa27e8d8", params={"at": f"{start - 3}-{start + 19}"}).text)
    asked = [index for index, mark in enumerate(shown.marks) if "asked" in (mark["class"] or "").split()]
    assert "".join(shown.words[index] for index in asked) == text[start - 3 : start + 19]
    assert [mark.get("id") for mark in shown.marks].count("at") == 1 and shown.marks[asked[0]]["id"] == "at"


@pytest.mark.parametrize("at", ["9-3", "4-4", "0-99999999"])
def test_a_place_that_there_is_not_is_told(client: TestClient, at: str) -> None:
    assert "there are no words at" in client.get("/reports/rb594fa27e8d8", params={"at": at}).text


@pytest.mark.parametrize("query", ["at=x", "at=1-", "at=-1-4", "kind=rumour"])
def test_a_query_that_says_nothing_is_told(client: TestClient, query: str) -> None:
    assert client.get(f"/reports/rb594fa27e8d8?{query}").status_code == 400


def test_a_report_of_a_later_day_is_not_there_yet(client: TestClient) -> None:
    later = client.get("/reports/rb594fa27e8d8", params={"as_of": "2025-02-20"})
    assert later.status_code == 404 and "published up to 2025-02-20" in later.text
    assert client.get("/reports/rb594fa27e8d8", params={"as_of": "2025-02-26"}).status_code == 200


def test_one_kind_is_shown_alone(client: TestClient) -> None:
    values = client.get("/reports/rb594fa27e8d8.json", params={"kind": "statement"}).json()
    assert {entry["kind"] for entry in values["entries"]} == {"statement"}
    shown = read(client.get("/reports/rb594fa27e8d8", params={"kind": "statement"}).text)
    assert all(one.startswith("s") for mark in shown.marks for one in (mark["data-entries"] or "").split())


def test_the_csv_has_every_place_of_this_report(client: TestClient) -> None:
    lines = client.get("/reports/rb594fa27e8d8.csv").text.splitlines()
    assert lines[0].startswith("entry,kind,field,report,start,end,text")
    assert all("04-meridian-broadsheet-minerals.html" in line for line in lines[1:])


def test_a_long_report_is_shown_whole(hostile: TestClient) -> None:
    shown = read(hostile.get("/reports/long.txt").text)
    assert len("".join(shown.told)) == LINES * len("Norland said no. ")


def test_overlapping_places_are_cut_at_every_border() -> None:
    marks = [Mark(0, 6, 1, True), Mark(4, 9, 2, True), Mark(4, 5, 3, False)]
    cut = list(pieces(12, marks, [Span(8, 12)], Span(5, 10)))
    assert [(piece.start, piece.end) for piece in cut] == [(0, 4), (4, 5), (5, 6), (6, 8), (8, 9), (9, 10), (10, 12)]
    assert [piece.entries for piece in cut] == [(1,), (1, 2, 3), (1, 2), (2,), (2,), (), ()]
    assert [piece.news for piece in cut] == [True] * 4 + [False] * 3
    assert [piece.ends for piece in cut] == [(), (3,), (1,), (), (2,), (), ()]
    words = read(f"<article>{marked('abcdefghijkl', cut, {1: ('a', 'x'), 2: ('b', 'x'), 3: ('c', 'x')})}</article>")
    assert "".join(words.told) == "abcdefghijkl"
    assert list(pieces(0, [], [], None)) == []


PLACES = st.tuples(st.integers(0, 39), st.integers(1, 12))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=40), st.lists(PLACES, max_size=9), st.lists(PLACES, max_size=4), PLACES)
def test_whatever_is_marked_the_text_is_whole(
    text: str, places: list[tuple[int, int]], aside: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    def within(place: tuple[int, int]) -> Span:
        return Span(min(place[0], len(text)), min(sum(place), len(text)))

    marks = [Mark(within(one).start, within(one).end, number, number % 2 > 0) for number, one in enumerate(places, 1)]
    cut = list(pieces(len(text), marks, [within(one) for one in aside], within(asked)))
    assert "".join(text[piece.start : piece.end] for piece in cut) == text
    for piece in cut:
        over = {one.entry for one in marks if one.start < piece.end and piece.start < one.end}
        assert set(piece.entries) == over
    names = {number: (f"e{number}", "statement") for number, _ in enumerate(places, 1)}
    shown = read(f"<article>{marked(text, cut, names)}</article>")
    assert "".join(shown.told) == text.replace("\0", "")


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("https://paper.example/a?b=1#c", True),
        ("http://paper.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://", False),
        ("http://[", False),
        ("https://paper.example/\u202egnp.exe", False),
        ("//paper.example", False),
    ],
)
def test_only_addresses_of_the_web_are_links(url: str, leads: bool) -> None:
    assert (address(replace(_reports()[0].report, url=url)) is not None) is leads
