"""What a server remembers of the snapshots that it was asked about: one reading of each, and no more than the last."""

from datetime import date
from pathlib import Path

from fastapi.testclient import TestClient

from pourparler.faces.web.server import site as site_module
from pourparler.faces.web.server.app import make_app
from pourparler.faces.web.server.serving import make_site
from pourparler.record.opening import open_store
from tests.faces.system.lake import circle, lake_file
from tests.faces.web.conftest import BASE


def test_a_snapshot_is_read_once_and_a_newer_one_anew(tmp_path: Path) -> None:
    record = lake_file(tmp_path)
    site = make_site(record, read_only=True, by=None)
    with site.snapshot(None) as snapshot:
        graph = site.asking(snapshot).graph
    with site.snapshot(None) as snapshot:
        assert site.asking(snapshot).graph is graph
    with open_store(record) as store:
        for each in circle():
            each.put(store)
    with site.snapshot(None) as snapshot:
        newer = site.asking(snapshot)
        assert len(newer.graph.requirements) > len(graph.requirements)
        last = newer.graph.requirements[-1].id
        assert newer.lookup.find(last) is newer.lookup.things[last]


def test_days_are_told_apart_and_only_the_last_are_remembered(tmp_path: Path) -> None:
    site = make_site(lake_file(tmp_path), read_only=True, by=None)
    days = (None, date(2025, 3, 2), date(2025, 5, 2), date(2025, 5, 3))
    graphs = []
    for day in days:
        with site.snapshot(day) as snapshot:
            asking = site.asking(snapshot)
            assert asking.lookup.record.as_of == day
            graphs.append(asking.graph)
    for day, graph in zip(days[-site_module.REMEMBERED :], graphs[-site_module.REMEMBERED :], strict=True):
        with site.snapshot(day) as snapshot:
            assert site.asking(snapshot).graph is graph
    with site.snapshot(None) as snapshot:
        assert site.asking(snapshot).graph == graphs[0] and site.asking(snapshot).graph is not graphs[0]


def test_pages_of_the_system_answer_from_what_lies_ready(tmp_path: Path) -> None:
    site = make_site(lake_file(tmp_path), read_only=True, by=None)
    with TestClient(make_app(site), base_url=BASE) as client, site.snapshot(None) as snapshot:
        asking = site.asking(snapshot)
        issue, goal = asking.issues.issues[0].id, asking.waiting[0]
        for path in ("/issues", "/goals", "/deadlocks", "/burden", "/network", f"/issues/{issue}", f"/goals/{goal}"):
            for ending in ("", ".json"):
                assert client.get(f"{path}{ending}").status_code == 200, path
        assert client.get("/network", params={"kind": "contacts", "by": "people"}).status_code == 200
