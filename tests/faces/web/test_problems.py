"""Sources and problems: who reported, what could not be read, and how it is read again from the page."""

import re
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pourparler.faces.web.acts.retrying import Job, Result, find, read_again
from pourparler.record.opening import open_store
from pourparler.record.store import Failure
from tests.faces.web.test_overview import asked, kept
from tests.record.drafts import geneva_talks

REPORT = "17 March 2025\n\nNorland and Sudland met in Geneva on Sunday, the foreign minister of Norland said.\n"


def broken(tmp_path: Path) -> Path:
    """A record of which two inputs could not be read; one of them is whole by now, in a folder beside the record."""
    record = kept(tmp_path, geneva_talks())
    with open_store(record) as store:
        store.add_failure(Failure("deep/late.txt", "decode", "It breaks off.", "Save it again."))
        store.add_failure(Failure("gone.txt", "open", "It cannot be opened.", "Check that you may read it."))
    (tmp_path / "press" / "deep").mkdir(parents=True)
    (tmp_path / "press" / "deep" / "late.txt").write_text(REPORT, encoding="utf-8")
    return record


def send(client: TestClient, **fields: str) -> int:
    """Ask for inputs to be read again, as the form of the page does."""
    token = re.search(r'name="token" value="([^"]+)"', client.get("/problems").text)
    assert token is not None
    return client.post("/acts/retry", data={"token": token[1], **fields}, follow_redirects=False).status_code


def test_outlets_and_what_they_tell(tmp_path: Path) -> None:
    client = asked(kept(tmp_path, geneva_talks()))
    rows = {row["outlet"]: row for row in client.get("/sources.json").json()["rows"]}
    assert rows["Wire"]["reports"] == 1 and rows["Wire"]["first_day"] == "2025-03-05"
    assert rows[None]["reports"] == 3 and rows[None]["undated"] == 1
    assert rows["Wire"]["near_copies"] + rows["Daily"]["near_copies"] == 1, "one text in two papers"
    assert rows["Wire"]["entries"] > 1
    assert client.get("/sources.json", params={"q": "dai"}).json()["total"] == 1
    assert 'href="/reports?outlet=Wire"' in client.get("/sources").text


def test_problems_are_listed_by_stage(tmp_path: Path) -> None:
    client = asked(broken(tmp_path))
    told = client.get("/problems.json").json()
    assert [one["path"] for one in told["rows"]] == ["deep/late.txt", "gone.txt"]
    assert client.get("/problems.json", params={"stage": "open"}).json()["total"] == 1
    assert client.get("/problems.csv").text.count("\r\n") == 3
    assert "2 inputs could not be read" in client.get("/").text


def test_inputs_are_read_again_from_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POURPARLER_READER", "rules")
    client = asked(broken(tmp_path))
    assert send(client) == 303
    for _ in range(300):
        if "data-again" not in client.get("/problems").text:
            break
        time.sleep(0.1)
    shown = client.get("/problems").text
    assert "<strong>deep/late.txt</strong>: read" in shown
    assert "<strong>gone.txt</strong>: not there" in shown
    assert [one["path"] for one in client.get("/problems.json").json()["rows"]] == ["gone.txt"]
    assert client.get("/overview.json").json()["counts"]["meeting"] >= 2
    assert send(client, folder=str(tmp_path / "nowhere")) == 400


def test_a_server_that_only_shows_reads_nothing(tmp_path: Path) -> None:
    client = asked(broken(tmp_path), read_only=True)
    assert "Read again" not in client.get("/problems").text
    assert client.post("/acts/retry", data={"token": "x"}).status_code == 403


def test_nothing_outside_the_folder_is_opened(tmp_path: Path) -> None:
    record = broken(tmp_path)
    (tmp_path.parent / "secret.txt").write_text("hidden", encoding="utf-8")
    press = tmp_path / "press"
    for path in ("../secret.txt", "../../secret.txt", str(tmp_path.parent / "secret.txt"), "deep"):
        assert find(path, record, str(press)) is None
        assert find(path, record, "") is None
    assert find("deep/late.txt", record, "") == press / "deep" / "late.txt"
    (press / "rows.csv").write_text("text\n", encoding="utf-8")
    assert find("rows.csv:3", record, "") == press / "rows.csv"


def test_rows_of_a_table_keep_their_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POURPARLER_READER", "rules")
    record = broken(tmp_path)
    body = "Norland and Sudland met in Geneva on Sunday and talked about fish, officials of both sides said."
    (tmp_path / "press" / "rows.csv").write_text(f'text,published\n"{body}",2025-03-17\n', encoding="utf-8")
    (tmp_path / "press" / "rows.csv").touch()
    with open_store(record) as store:
        store.add_failure(Failure("rows.csv:2", "decode", "It breaks off.", ""))
        store.add_failure(Failure("rows.csv:9", "decode", "It breaks off.", ""))
    results = list(read_again(Job(str(record), "", ("rows.csv:2", "rows.csv:9"))))
    assert [one.path.partition(":")[0] for one in results] == ["rows.csv"]
    assert all(isinstance(one, Result) and one.state == "read" for one in results)
    with open_store(record, read_only=True) as store:
        assert "rows.csv:9" not in {failure.path for failure in store.failures()}, "the row is gone from the table"
