"""Pages while a record is written to: they answer, they tell how far reading has come, and nothing is locked."""

import sqlite3
from pathlib import Path
from threading import Event, Thread

import pytest
from fastapi.testclient import TestClient

from pourparler.faces.web.server import site as sites
from pourparler.faces.web.times.progress import Meter
from pourparler.record.opening import open_store
from pourparler.record.store import Failure
from tests.faces.web.test_overview import asked, kept
from tests.record.drafts import draft, geneva_talks

ROUNDS = 12


def test_progress_is_told_from_the_record(tmp_path: Path) -> None:
    record = kept(tmp_path, geneva_talks())
    client = asked(record)
    quiet = client.get("/progress.json").json()
    assert (quiet["writing"], quiet["reports"], quiet["edition"], quiet["rate"]) == (False, 5, 5, None)
    assert quiet["last"] == "5.txt"
    assert 'id="live"' in client.get("/").text and "http-equiv" not in client.get("/").text
    with open_store(record) as store:
        draft("6.txt", "2025-03-07", "Nothing was told.").put(store)
        store.add_failure(Failure("bad.pdf", "clean", "It is no text.", "Convert it."))
        told = client.get("/progress.json").json()
        assert (told["writing"], told["reports"], told["failures"]) == (True, 6, 1)
        shown = client.get("/").text
        assert "In progress" in shown and "http-equiv" in shown and "1 input could not be read" in shown


def test_a_rate_is_of_what_was_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("pourparler.faces.web.times.progress.time.monotonic", lambda: now[0])
    meter = Meter()
    assert meter.rate(10, True) is None, "one look gives no rate"
    now[0] = 110.0
    assert meter.rate(30, True) == 120.0
    now[0] = 145.0
    assert meter.rate(30, True) is None or meter.rate(30, True) == 0.0, "what is half a minute old does not count"
    assert meter.rate(30, False) is None


def test_pages_answer_while_reports_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer adds reports in one transaction after the other; no page ever says that the database is locked."""
    monkeypatch.setattr(sites, "SOONEST", 0.0)
    record = kept(tmp_path, geneva_talks())
    client, done, faults = asked(record), Event(), list[str]()

    def write() -> None:
        try:
            with open_store(record) as store:
                for number in range(ROUNDS * 5):
                    more = draft(f"more-{number}.txt", "2025-03-08", f"Ann Lee of Norland spoke, for time {number}.")
                    more.says("spoke", "Ann Lee").put(store)
        except (sqlite3.Error, Exception) as error:
            faults.append(repr(error))
        finally:
            done.set()

    writer = Thread(target=write)
    writer.start()
    seen = 0
    while not done.is_set() or seen < ROUNDS:
        faults += troubles(client)
        seen += 1
    writer.join()
    assert not faults
    assert client.get("/overview.json").json()["counts"]["statement"] > ROUNDS


def troubles(client: TestClient) -> list[str]:
    """What any of the pages asked says but its answer."""
    found = []
    for path in ("/", "/progress.json", "/meetings", "/new.json?since=2"):
        answer = client.get(path)
        if answer.status_code != 200 or "locked" in answer.text:
            found.append(f"{path}: {answer.status_code} {answer.text[:200]}")
    return found
