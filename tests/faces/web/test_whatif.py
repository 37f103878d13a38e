"""What if this were wrong: a report, an outlet or an entry left out, and what of the answers changes."""

import csv
import io
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pourparler.faces.web.pages import whatif
from tests.faces.system.lake import FORBIDDEN, everything
from tests.faces.web.lake import served
from tests.faces.web.test_goals import plain


@pytest.fixture(scope="module")
def shore(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """Two states, conditions of each on one truce."""
    return served(tmp_path_factory.mktemp("lake"), *everything())


def test_without_a_report_its_condition_is_gone(shore: TestClient) -> None:
    shown = plain(shore.get("/whatif", params={"drop": "1.txt"}).text)
    assert "Without the report 1.txt, by public statements" in shown and "Nothing tells any more of" in shown
    assert "No longer one of the moves" in shown and "not that anything left out is wrong" in shown
    assert not [bad for bad in FORBIDDEN if bad in shown.lower()]
    told = shore.get("/whatif.json", params={"drop": "1.txt"}).json()
    assert told["drop"]["kind"] == "report" and len(told["conditions_gone"]) == 1
    (goal,) = told["goals"]
    assert (goal["sets_before"], goal["sets_after"]) == (4, 2)
    rows = list(csv.DictReader(io.StringIO(shore.get("/whatif.csv", params={"drop": "1.txt"}).text)))
    assert {"condition gone", "sets of moves", "move gone"} <= {row["what"] for row in rows}


def test_without_an_outlet_and_without_an_entry(shore: TestClient) -> None:
    told = shore.get("/whatif.json", params={"drop": "LAKE daily"}).json()
    assert told["drop"]["kind"] == "source" and told["drop"]["reports"] == ["5.txt"]
    condition = shore.get("/conditions.json").json()["rows"][0]["id"]
    told = shore.get("/whatif.json", params={"drop": condition, "goal": "a truce"}).json()
    assert told["drop"] == {"kind": "entry", "what": condition, "reports": []}
    assert told["conditions_gone"] == [condition]


def test_what_there_is_not_is_told(shore: TestClient) -> None:
    assert shore.get("/whatif.json", params={"drop": "Moon Herald"}).status_code == 404
    near = shore.get("/whatif", params={"drop": "lake dialy"})
    assert near.status_code == 404 and "Did you mean “Lake Daily”?" in near.text
    assert shore.get("/whatif.json", params={"drop": "5"}).json()["drop"]["reports"] == ["5.txt"]
    assert shore.get("/whatif.json", params={"drop": "1.txt", "goal": "the moon"}).status_code == 404
    asked = shore.get("/whatif")
    assert asked.status_code == 200 and 'name="drop"' in asked.text
    assert 'href="/whatif?drop=Lake+Daily"' in asked.text or 'href="/whatif?drop=Lake%20Daily"' in asked.text


def test_a_large_record_tells_the_command(shore: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whatif, "MOST_ACCOUNTS", 1)
    asked = {"drop": "Lake Daily", "goal": "a truce", "as_of": "2025-05-03"}
    shown = shore.get("/whatif", params=asked).text
    assert "--drop &#39;Lake Daily&#39; --record lake.db --as-of 2025-05-03" in shown
    assert shore.get("/whatif.json", params=asked).json()["command"].startswith("pourparler whatif ")


def test_reports_sources_and_entries_lead_there(client: TestClient) -> None:
    report = client.get("/reports.json").json()["rows"][0]["id"]
    assert f'href="/whatif?drop={report}"' in client.get(f"/reports/{report}").text
    assert 'href="/whatif?drop=' in client.get("/sources").text
    statement = client.get("/statements.json").json()["rows"][0]["id"]
    assert "/whatif" not in client.get(f"/statements/{statement}").text


def test_the_page_says_what_the_terminal_says(shore: TestClient, tmp_path: Path) -> None:
    shown = plain(shore.get("/whatif", params={"drop": "2.txt"}).text)
    for words in shore.get("/whatif.json", params={"drop": "2.txt"}).json()["words"]:
        assert words["text"].rstrip(".,;:")[:40] in shown
