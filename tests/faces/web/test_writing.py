"""Forms that change something: who may send one, what is refused, where it leads back to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pourparler.core.errors import InputError
from pourparler.faces.web.acts.writing import MOST_BYTES, Deed, Done, Sent, add_deed, open_record, own_path
from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.serving import make_site
from pourparler.faces.web.server.site import Site
from pourparler.record.opening import open_store
from tests.faces.web.conftest import BASE


def rename(site: Site, sent: Sent) -> Done:
    """Gives the case another name: the smallest thing that a form can do."""
    name = sent.word("name")
    if name == "bad":
        raise InputError("That is no name.", "Choose another.")
    with open_record(site) as store:
        store.name_case(name)
    return Done(act=sent.maybe("act"))


def served(record: Path, read_only: bool = False) -> tuple[Site, TestClient]:
    """A server with one deed."""
    site = make_site(record, read_only, "tester")
    app = make_app(site)
    add_deed(app, site, Deed("rename", rename))
    return site, TestClient(app, base_url=BASE, follow_redirects=False)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """An empty record."""
    path = tmp_path / "case.db"
    with open_store(path, create=True) as store:
        store.name_case("Harbour")
    yield path


def name_of(record: Path) -> str:
    """What the case is called now."""
    with open_store(record, read_only=True) as store:
        return store.case_name


def test_a_form_changes_the_record_and_leads_back(place: Path) -> None:
    site, client = served(place)
    back = "/meetings?party=Norland&as_of=2025-03-01&did=kold"
    told = client.post("/acts/rename", data={"token": site.token, "back": back, "name": "Lake", "act": "knew"})
    assert told.status_code == 303
    assert told.headers["location"] == "/meetings?party=Norland&as_of=2025-03-01&did=knew"
    assert name_of(place) == "Lake"


@pytest.mark.parametrize("token", ["", "wrong", "ключ"])
def test_without_the_token_nothing_changes(place: Path, token: str) -> None:
    _, client = served(place)
    told = client.post("/acts/rename", data={"token": token, "name": "Lake"})
    assert (told.status_code, name_of(place)) == (403, "Harbour")
    assert "load it anew" in told.text


def test_a_server_that_only_shows_changes_nothing(place: Path) -> None:
    site, client = served(place, read_only=True)
    told = client.post("/acts/rename", data={"token": site.token, "name": "Lake"})
    assert (told.status_code, name_of(place)) == (403, "Harbour")
    assert "--read-only" in told.text


def test_looking_changes_nothing(place: Path) -> None:
    site, client = served(place)
    told = client.get("/acts/rename", params={"token": site.token, "name": "Lake"})
    assert (told.status_code, name_of(place)) == (405, "Harbour")


def test_another_writer_is_told_and_the_form_kept(place: Path) -> None:
    site, client = served(place)
    with open_store(place):
        told = client.post("/acts/rename", data={"token": site.token, "back": "/meetings", "name": 'La"ke'})
    assert told.status_code == 409
    assert "A reading is going on" in told.text and "not kept" in told.text
    assert 'value="La&#34;ke"' in told.text and 'action="/acts/rename"' in told.text
    assert name_of(place) == "Harbour"


def test_what_cannot_be_done_is_told_with_the_way_back(place: Path) -> None:
    site, client = served(place)
    told = client.post("/acts/rename", data={"token": site.token, "back": "/meetings?page=2", "name": "bad"})
    assert told.status_code == 400
    assert "That is no name." in told.text and 'href="/meetings?page=2"' in told.text
    assert client.post("/acts/rename", data={"token": site.token}).status_code == 400


def test_what_is_no_form_is_not_read(place: Path) -> None:
    site, client = served(place)
    assert client.post("/acts/rename", json={"token": site.token, "name": "Lake"}).status_code == 415
    files = {"name": ("x.txt", b"Lake")}
    assert client.post("/acts/rename", data={"token": site.token}, files=files).status_code == 415
    long = {"token": site.token, "name": "x" * MOST_BYTES}
    assert client.post("/acts/rename", data=long).status_code == 413
    assert client.post("/acts/rename", data={"token": site.token, "name": "x" * 4_001}).status_code == 413
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/acts/rename", content=b"token=%FF", headers=form).status_code == 400
    assert client.post("/acts/rename", content=b"\xff", headers=form).status_code == 400
    assert client.post("/acts/rename", content=b"&".join([b"a=1"] * 99), headers=form).status_code == 400
    assert name_of(place) == "Harbour"


@pytest.mark.parametrize(
    "typed", ["//example.org/", "http://example.org", "/\\example.org", "javascript:alert(1)", "", "/a\r\nb", "x",
              "/acts/rename", "///x", "http://[", "/" + "a" * 5_000, "/ä"]
)  # fmt: skip
def test_only_pages_of_ours_are_led_to(typed: str) -> None:
    assert own_path(typed) == "/"
    assert own_path("/meetings?party=a%20b&page=2#x") == "/meetings?party=a%20b&page=2#x"
