"""The review in the browser: questions answered, skipped, taken back, and asked again, with buttons alone."""

import re
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pourparler.core.judgement import Judgement, Verdict
from pourparler.faces.web.acts.decisions import decisions
from pourparler.faces.web.acts.queue import open_questions
from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.serving import make_site
from pourparler.faces.web.server.site import Site
from pourparler.record.opening import open_store
from tests.faces.web.conftest import BASE
from tests.record.reviewing.quay import fill

FORM = re.compile(r'<form class="([^"]*)" method="post" action="([^"]+)">(.*?)</form>', re.S)
FIELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The record of the pay talks of a port."""
    with open_store(tmp_path / "quay.db", create=True) as store:
        fill(store)
    return tmp_path / "quay.db"


@pytest.fixture
def site(place: Path) -> Site:
    """What is served of it."""
    return make_site(place, False, "tester")


@pytest.fixture
def client(site: Site) -> Iterator[TestClient]:
    """A browser without scripts: it follows where it is sent."""
    with TestClient(make_app(site), base_url=BASE) as made:
        yield made


def stands(place: Path, withdrawn: bool = False) -> tuple[Judgement, ...]:
    """The judgements of the record."""
    with open_store(place, read_only=True) as store:
        return store.judgements(withdrawn)


def send(client: TestClient, page: str, action: str, **more: str) -> str:
    """Press the button of the first form of a page that goes to an address; the page that comes of it."""
    form = next(fields for _, to, fields in FORM.findall(page) if to == action)
    fields = {name: unescape(value) for name, value in FIELD.findall(form)} | more
    told = client.post(action, data=fields)
    assert told.status_code == 200, told.text[:500]
    return told.text


def asked(page: str) -> str:
    """The id of the question that a page asks."""
    found = re.search(r'name="question" value="(q\w+)"', page)
    assert found, page[:3000]
    return found[1]


def test_the_queue_is_that_of_the_terminal(client: TestClient) -> None:
    told = client.get("/review.json").json()
    page = client.get("/review").text
    assert told["number"] == 1 and f"Question 1 of {told['total']} open" in page
    assert asked(page) == told["question"]["id"]
    assert len(client.get("/review.csv").text.splitlines()) == told["total"] + 1
    for side in told["question"]["sides"]:
        for passage in side["passages"]:
            assert passage["text"] in unescape(page)
    for key in ("a", "x", " ", "o", "n"):
        assert f'data-key="{key}"' in page


def test_an_answer_is_kept_and_the_next_question_comes(client: TestClient, place: Path) -> None:
    page = client.get("/review").text
    first, total = asked(page), client.get("/review.json").json()["total"]
    page = send(client, page, "/acts/answer", answer="yes", because="looked it up")
    (made,) = stands(place)
    assert (made.by, made.because) == ("tester", "looked it up")
    assert "Kept:" in page and "looked it up" in page
    assert asked(page) != first
    assert client.get("/review.json").json()["total"] < total
    again = client.get("/review", params={"at": first}).text
    assert "Answered:" in again and "by tester" in again


def test_every_question_can_be_answered_to_the_end(client: TestClient, place: Path) -> None:
    page = client.get("/review").text
    for number in range(40):
        if "/acts/answer" not in page:
            break
        page = send(client, page, "/acts/answer", answer="no" if number % 2 else "yes")
    assert "Nothing is left to ask" in page
    assert stands(place)
    assert client.get("/review.json").json()["question"] is None


def test_undo_asks_again(client: TestClient, place: Path) -> None:
    page = client.get("/review").text
    first = asked(page)
    page = send(client, page, "/acts/answer", answer="no")
    page = send(client, page, "/acts/undo")
    assert asked(page) == first and not stands(place) and len(stands(place, withdrawn=True)) == 1


def test_undo_asks_again_what_a_newer_snapshot_knew_as_settled(client: TestClient, site: Site, place: Path) -> None:
    page = client.get("/review").text
    first = asked(page)
    page = send(client, page, "/acts/answer", answer="no")
    site.shelf.build(None)
    page = client.get("/review").text
    page = send(client, page, "/acts/undo")
    assert not stands(place) and asked(page) == first


def test_a_question_answered_elsewhere_is_not_answered_twice(client: TestClient, place: Path) -> None:
    page = client.get("/review").text
    send(client, page, "/acts/answer", answer="yes")
    page = send(client, page, "/acts/answer", answer="no")
    assert len(stands(place)) == 1 and "/acts/answer" in page


def test_skip_and_back_are_links(client: TestClient) -> None:
    page = client.get("/review").text
    first = asked(page)
    skip = re.search(r'<a href="([^"]+)" rel="next"', page)
    assert skip
    page = client.get(unescape(skip[1])).text
    assert asked(page) != first
    back = re.search(r'<a href="([^"]+)" rel="prev"', page)
    assert back
    assert asked(client.get(unescape(back[1])).text) == first
    assert "the end of the queue" in client.get("/review?at=end").text
    assert "no longer asked" in client.get("/review?at=q0").text


def test_only_a_kind_and_only_a_party(client: TestClient) -> None:
    every = client.get("/review.json").json()["total"]
    kinds = {kind: client.get("/review.json", params={"kind": kind}).json() for kind in ("meeting", "condition")}
    assert all(0 < told["total"] < every and told["question"]["kind"] == kind for kind, told in kinds.items())
    assert 0 < client.get("/review.json", params={"party": "Dockers Union"}).json()["total"] <= every
    assert client.get("/review.json", params={"party": "Nobody"}).json()["total"] == 0
    assert client.get("/review.json", params={"kind": "dinner"}).status_code == 400
    page = client.get("/review", params={"kind": "meeting"}).text
    page = send(client, page, "/acts/answer", answer="no")
    assert "option selected>meeting" in page


def test_nothing_is_asked_where_the_server_only_shows(place: Path) -> None:
    with TestClient(make_app(make_site(place, True, None)), base_url=BASE) as client:
        page = client.get("/review").text
        assert "<form class" in page and "/acts/" not in page and "nothing can be decided here" in page
        assert "/acts/" not in client.get("/review/log").text


def test_the_snapshot_is_not_made_anew_for_each_answer(client: TestClient, site: Site) -> None:
    page = client.get("/review").text
    send(client, page, "/acts/answer", answer="no")
    snapshot = site.shelf.latest(None)
    assert snapshot is not None
    with closing(snapshot):
        assert snapshot.head.edition < site.shelf.edition()
        known = decisions(site, snapshot)
        assert len(known.newer) == 1 and not known.has_lost_some
        assert len(open_questions(known).ids) < len(open_questions(known).places)


def test_a_reading_that_goes_on_is_told(client: TestClient, place: Path) -> None:
    page = client.get("/review").text
    form = next(fields for _, to, fields in FORM.findall(page) if to == "/acts/answer")
    fields = {name: unescape(value) for name, value in FIELD.findall(form)}
    with open_store(place):
        told = client.post("/acts/answer", data=fields | {"answer": "yes"})
    assert told.status_code == 409 and "not kept" in told.text and not stands(place)
    assert client.post("/acts/answer", data=fields | {"answer": "perhaps"}).status_code == 400


def test_the_log_tells_who_decided_what_and_takes_it_back(client: TestClient, place: Path) -> None:
    assert "Nobody has decided anything" in client.get("/review/log").text
    page = client.get("/review").text
    send(client, page, "/acts/answer", answer="yes", because="<b>sure</b>")
    page = client.get("/review/log").text
    assert "tester" in page and "&lt;b&gt;sure&lt;/b&gt;" in page and "1 decision" in page
    told = client.get("/review/log.json").json()
    assert told["rows"][0]["judgements"][0]["because"] == "<b>sure</b>"
    page = send(client, page, "/acts/undo")
    assert "taken back" in page and not stands(place)
    assert client.get("/review/log.json", params={"which": "standing"}).json()["total"] == 0
    assert client.get("/review/log.json", params={"which": "taken back", "who": "tester"}).json()["total"] == 1
    assert client.get("/review/log.csv").text.count("\r\n") == 2


def test_verdicts_of_the_answers(client: TestClient, place: Path) -> None:
    page = client.get("/review", params={"kind": "condition"}).text
    send(client, page, "/acts/answer", answer="yes")
    assert stands(place)[0].verdict is Verdict.CONFIRMED
