"""Networks over time: weights by hand, windows that share one ground, floors, and the words behind every edge."""

import csv
import html
import io
import re
from collections.abc import Iterator
from typing import Any

import networkx  # type: ignore[import-untyped]
import pytest
from fastapi.testclient import TestClient

from pourparler.faces.system.edges import Ask, networks
from pourparler.faces.web.networks import showing
from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.serving import make_site
from pourparler.faces.web.server.site import Site
from tests.faces.system.lake import FORBIDDEN
from tests.faces.web.conftest import BASE
from tests.faces.web.debate import CONFLICT, CONGRUENCE, debate

KINDS = ("difference", "agreement", "disagreement", "contacts", "issues")


@pytest.fixture(scope="module")
def talked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A server over the debate."""
    site = make_site(debate(tmp_path_factory.mktemp("debate")), read_only=True, by=None)
    with TestClient(make_app(site), base_url=BASE) as made:
        yield made


def told(client: TestClient, path: str = "/network", **asked: object) -> dict[str, Any]:
    """The JSON of a page."""
    found = client.get(f"{path}.json", params={name: str(value) for name, value in asked.items()})
    assert found.status_code == 200, found.text
    answer: dict[str, Any] = found.json()
    return answer


def weights(answer: dict[str, Any]) -> dict[tuple[str, str], float]:
    return {(one["one"], one["other"]): one["weight"] for one in answer["rows"]}


def test_the_weights_are_those_by_hand(talked: TestClient) -> None:
    assert weights(told(talked, kind="agreement")) == CONGRUENCE
    assert weights(told(talked, kind="disagreement")) == CONFLICT
    both = CONGRUENCE.keys() | CONFLICT.keys()
    assert weights(told(talked)) == {pair: CONGRUENCE.get(pair, 0) - CONFLICT.get(pair, 0) for pair in both}
    for one in told(talked)["rows"]:
        pair = one["one"], one["other"]
        assert (one["agreeing"], one["differing"]) == (CONGRUENCE.get(pair, 0), CONFLICT.get(pair, 0))


def test_the_page_and_the_command_give_the_same(client: TestClient, site: Site) -> None:
    with site.snapshot(None) as snapshot:
        values = networks(site.asking(snapshot), Ask()).values
    for kind, name in (("agreement", "congruence"), ("disagreement", "conflict")):
        found = {(one["one"], one["other"]): one["weight"] for one in values[name]["edges"]}
        assert weights(told(client, kind=kind)) == found
    met = {(one["one"], one["other"]): one["meetings"] for one in values["contacts"]["edges"]}
    assert {(one["one"], one["other"]): one["meetings"] for one in told(client, kind="contacts")["rows"]} == met


def test_windows_without_overlap_share_out_what_has_a_day(talked: TestClient) -> None:
    answer = told(talked, kind="issues")
    assert [one["window"]["first"] for one in answer["windows"]] == [f"2025-0{month}-01" for month in range(1, 6)]
    assert [one["times"] for one in answer["windows"]] == [4, 2, 1, 0, 3]
    undated = told(talked, kind="issues", window="2025-01-01..2025-01-31")["left_out"]["no day told"]
    assert sum(one["times"] for one in answer["windows"]) + undated == answer["all_of_time"]["times"] == 12


def test_a_window_is_the_network_of_its_days(talked: TestClient) -> None:
    january = told(talked, window="2025-01-01..2025-01-31")
    assert weights(january) == {("Norland", "Sudland"): -2, ("Norland", "Westmark"): 2, ("Sudland", "Westmark"): -1}
    two = told(talked, size=2, window="2025-02-01..2025-03-31")
    assert weights(two) == {("Norland", "Westmark"): -1} and len(two["windows"]) == 4
    own = told(talked, window="2025-01-15..2025-02-05")
    assert weights(own) == {("Norland", "Sudland"): -1, ("Norland", "Westmark"): 1, ("Sudland", "Westmark"): -1}
    assert told(talked, unit="events", size=4)["windows"][0]["times"] == 4


def places(page: str) -> dict[str, str]:
    """Where the drawing of a page puts every name."""
    drawing = re.search(r'<figure class="chart-frame".*?</svg>', page, re.DOTALL)
    assert drawing
    return {
        name: place
        for place, name in re.findall(r'<text[^>]*transform="([^"]+)"[^>]*>([A-Z]\w+mark|\w+land)<', drawing[0])
    }


@pytest.mark.parametrize("kind", ["difference", "contacts", "issues"])
def test_everything_stays_in_its_place(talked: TestClient, kind: str) -> None:
    whole = places(talked.get("/network", params={"kind": kind}).text)
    assert len(whole) >= 3
    seen = 0
    for one in told(talked, kind=kind)["windows"]:
        if one["edges"]:
            window = f"{one['window']['first']}..{one['window']['last']}"
            assert places(talked.get("/network", params={"kind": kind, "window": window}).text) == whole
            seen += 1
    assert seen >= 2


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_page_twice(talked: TestClient, kind: str) -> None:
    first = talked.get("/network", params={"kind": kind}).content
    assert talked.get("/network", params={"kind": kind}).content == first


def test_nothing_is_shown_below_the_floor_and_it_is_counted(talked: TestClient) -> None:
    few = told(talked, kind="disagreement", times=3, sources=2)
    assert weights(few) == {
        ("Norland", "Sudland"): 6,
        ("Sudland", "Westmark"): 2,
        ("Eastmark", "Westmark"): 2,
    }
    assert few["below_floor"] == 1 and few["floor"] == {"times": 3, "sources": 2}
    shown = talked.get("/network", params={"kind": "disagreement", "times": 3, "sources": 2}).text
    assert "Below the floor of 3 statements and 2 independent sources, and not shown: 1 edge." in shown
    none = talked.get("/network", params={"times": 99}).text
    assert "No edge reaches the floor" in none and '<svg xmlns="http://www.w3.org/2000/svg"' not in none


@pytest.mark.parametrize("kind", KINDS)
def test_every_edge_leads_to_all_that_stands_behind_it(talked: TestClient, kind: str) -> None:
    answer, page = told(talked, kind=kind), talked.get("/network", params={"kind": kind}).text
    table = page.split('class="list edges"')[1].split("</table>")[0]
    links = [html.unescape(link) for link in re.findall(r'href="(/network/edge\?[^"]+)"', table)]
    assert len(links) == len(answer["rows"]) > 0
    for link, row in zip(links, answer["rows"], strict=True):
        assert html.escape(link) in page.split('class="list edges"')[0], "the line of the drawing leads there too"
        behind = talked.get(link.replace("/edge?", "/edge.json?")).json()
        assert behind["edge"] == row
        number = len(row["meetings"]) if kind == "contacts" else row["statements"]
        assert sum(one.get("counted", True) for one in behind["rows"]) == number
        assert all(one["evidence"] for one in behind["rows"])
        shown = talked.get(link).text
        assert shown.count("<blockquote") == len(behind["rows"])
        words = html.unescape(re.findall(r'<blockquote class="words"><p><a href="([^"]+)"', shown)[0])
        assert 'id="at"' in talked.get(words).text
        rows = list(csv.DictReader(io.StringIO(talked.get(link.replace("/edge?", "/edge.csv?")).text)))
        assert len(rows) == behind["total"] and all(one["words"] for one in rows)


def test_what_is_counted_once_still_stands_behind_an_edge(talked: TestClient) -> None:
    edge = {"kind": "disagreement", "once": "range", "one": "Sudland", "other": "Norland"}
    behind = told(talked, "/network/edge", **edge)
    assert behind["edge"]["weight"] == 1 and behind["edge"]["statements"] == 2
    assert [one["counted"] for one in behind["rows"]].count(False) == 3
    assert talked.get("/network/edge", params=edge).text.count("not counted again") == 3


def test_an_edge_that_is_none_and_one_below_the_floor(talked: TestClient) -> None:
    assert "No edge is named" in talked.get("/network/edge").text
    none = talked.get("/network/edge", params={"one": "Eastmark", "other": "Sudland"})
    assert none.status_code == 200 and "nothing ties Eastmark and Sudland" in none.text
    low = {"one": "Norland", "other": "Westmark", "times": "99"}
    assert told(talked, "/network/edge", **low)["below_floor"] is True
    assert "Below the floor of 99 statements" in talked.get("/network/edge", params=low).text


def test_parties_with_issues(talked: TestClient) -> None:
    rows = {(one["one"], one["other"]): one for one in told(talked, kind="issues")["rows"]}
    dam = rows["Sudland", "dam"]
    assert (dam["agreeing"], dam["differing"], dam["conditional"]) == (1, 2, 0)
    assert ("Eastmark", "ferry") not in rows
    with_conditions = told(talked, kind="issues", conditional="1")
    ferry = next(one for one in with_conditions["rows"] if (one["one"], one["other"]) == ("Eastmark", "ferry"))
    assert (ferry["agreeing"], ferry["differing"], ferry["conditional"]) == (0, 0, 1)
    shares = told(talked, kind="issues", normalise="activity")["rows"]
    assert sum(one["weight"] for one in shares if one["one"] == "Norland") == pytest.approx(1)


def test_people_and_voices(talked: TestClient) -> None:
    people = told(talked, kind="agreement", by="people")
    assert ("Ann Lee", "Bo Ek") in weights(people)
    assert told(talked, voices="outlet")["rows"] == []
    assert told(talked, voices="outlet")["left_out"]["in a voice not asked for"] > 0


def test_who_met_and_who_mediated(talked: TestClient) -> None:
    met = {pair: int(number) for pair, number in weights(told(talked, kind="contacts")).items()}
    assert met == {("Norland", "Sudland"): 2, ("Norland", "Westmark"): 1, ("Sudland", "Westmark"): 1}
    with_them = weights(told(talked, kind="contacts", mediators="1"))
    assert with_them[("Eastmark", "Norland")] == 1
    assert told(talked, kind="contacts")["left_out"] == {"of a status not asked for": 1}


def test_isolates_are_listed(talked: TestClient) -> None:
    assert told(talked, kind="agreement")["isolates"] == ["Eastmark"]
    assert "Without an edge here" in talked.get("/network", params={"kind": "agreement"}).text


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"kind": "contacts", "once": "week"}, "means nothing for contacts"),
        ({"kind": "contacts", "normalise": "cosine"}, "not for contacts"),
        ({"kind": "issues", "normalise": "cosine"}, "activity, prominence"),
        ({"normalise": "activity"}, "not for difference"),
        ({"mediators": "1"}, "means nothing for difference"),
        ({"window": "march"}, "2025-03-01..2025-03-31"),
        ({"window": "2025-03-31..2025-03-01"}, "2025-03-01..2025-03-31"),
        ({"voices": "own,crowd"}, "crowd"),
        ({"unit": "days", "size": "0"}, "size"),
        ({"kind": "enmity"}, "kind"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_the_reason(talked: TestClient, asked: dict[str, str], says: str) -> None:
    refused = talked.get("/network.json", params=asked)
    assert refused.status_code == 400 and says in refused.text


def test_a_form_that_is_left_as_it_is_asks_for_nothing_else(talked: TestClient) -> None:
    page = talked.get("/network").text
    form = page.split('<form class="filters"')[1].split("</form>")[0]
    fields = re.findall(r'<(?:select|input)[^>]*name="(\w+)"', form)
    assert {"by", "window", "unit", "size", "times", "sources", "voices", "once", "normalise"} <= set(fields)
    left = {"by": "parties", "window": "", "unit": "months", "size": "1", "times": "1", "sources": "1", "voices": "",
            "once": "", "normalise": ""}  # fmt: skip
    assert told(talked, **left)["rows"] == told(talked)["rows"]


def test_the_table_has_every_edge_and_no_page_foretells(talked: TestClient) -> None:
    for kind in KINDS:
        rows = list(csv.DictReader(io.StringIO(talked.get("/network.csv", params={"kind": kind}).text)))
        assert len(rows) == told(talked, kind=kind)["total"]
        page = talked.get("/network", params={"kind": kind}).text
        assert "by public statements" in page
        text = re.sub(r"<[^>]+>", " ", page.split("<main")[1].split("</main>")[0]).lower()
        assert not [word for word in FORBIDDEN if word in text]


def test_a_record_that_says_nothing(client: TestClient) -> None:
    shown = client.get("/network", params={"as_of": "2000-01-01"})
    assert shown.status_code == 200 and "so there are no windows" in shown.text


@pytest.mark.parametrize("kind", KINDS)
def test_graph_programs_read_the_network_with_its_counts(talked: TestClient, kind: str) -> None:
    window = "2025-01-01..2025-05-31"
    rows = told(talked, kind=kind, window=window)["rows"]
    answer = talked.get("/network.graphml", params={"kind": kind, "window": window})
    assert answer.headers["content-type"] == "application/graphml+xml"
    graph = networkx.read_graphml(io.BytesIO(answer.content))
    labels = dict(graph.nodes(data="label"))
    edges = {frozenset((labels[one], labels[other])): data for one, other, data in graph.edges(data=True)}
    assert len(edges) == len(rows) and not graph.is_directed()
    for row in rows:
        edge = edges[frozenset((row["one"], row["other"]))]
        assert edge["weight"] == row["weight"] and edge["sources"] == row["counts"]["sources"]
    assert talked.get("/network.graphml", params={"kind": kind, "windw": window}).status_code == 400


def test_an_edge_weighs_the_same_alone_as_in_its_network(talked: TestClient) -> None:
    for kind, how in (("difference", "jaccard"), ("disagreement", "average"), ("issues", "prominence"),
                      ("issues", "activity")):  # fmt: skip
        asked = {"kind": kind, "normalise": how}
        for row in told(talked, **asked)["rows"]:
            alone = told(talked, "/network/edge", **asked, one=row["one"], other=row["other"])
            assert alone["edge"] == row


def test_the_lightest_lines_of_many_are_left_to_the_table(talked: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(showing, "MOST_LINES", 2)
    page = talked.get("/network", params={"kind": "difference", "by": "people"}).text
    more = told(talked, by="people")["total"] - 2
    assert more > 0 and f"{more} line{'s' if more > 1 else ''} not drawn: the table has every one" in page
    drawing = page.split('<figure class="chart-frame"')[1].split("</figure>")[0]
    assert len(re.findall(r'href="/network/edge', drawing)) == 2
