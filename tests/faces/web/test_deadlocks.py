"""Circles of conditions with their exits, and what rests on whom."""

import csv
import io
from pathlib import Path

from fastapi.testclient import TestClient

from pourparler.case.conditions.deadlocks import ExitKind
from pourparler.faces.system.circles import CIRCLE, EXITS
from tests.faces.system.lake import FORBIDDEN, circle, everything
from tests.faces.web.lake import served
from tests.faces.web.test_goals import plain
from tests.record.drafts import NORLAND, SUDLAND


def test_a_circle_has_its_exits_and_none_is_recommended(tmp_path: Path) -> None:
    client = served(tmp_path, *circle())
    shown = plain(client.get("/deadlocks").text)
    assert "Circle 1 of 1" in shown and EXITS in shown and CIRCLE in shown
    for words in ("Waive: Norland", "Waive: Sudland", "Simultaneity: ", "Split: "):
        assert words in shown
    assert not [bad for bad in FORBIDDEN if bad in shown.lower()]
    told = client.get("/deadlocks.json").json()
    assert {way["kind"] for way in told["deadlocks"][0]["exits"]} >= {ExitKind.WAIVE, ExitKind.SIMULTANEITY}
    rows = list(csv.DictReader(io.StringIO(client.get("/deadlocks.csv").text)))
    assert [row["row"] for row in rows[:2]] == ["condition", "condition"]
    assert {row["by"] for row in rows if row["kind"] == "waive"} == {NORLAND, SUDLAND}


def test_no_circle_is_said_plainly_with_what_would_be_one(client: TestClient) -> None:
    shown = client.get("/deadlocks").text
    assert "No goal waits for itself" in shown and CIRCLE in shown
    assert client.get("/deadlocks.json").json()["deadlocks"] == []


def test_what_rests_on_a_party(tmp_path: Path) -> None:
    client = served(tmp_path, *everything())
    told = client.get("/burden.json").json()
    assert [one["party"] for one in told["parties"]] == [NORLAND, SUDLAND]
    alone = client.get("/burden.json", params={"party": "sudland"}).json()["parties"]
    assert [one["party"] for one in alone] == [SUDLAND] and alone[0]["alone"] and alone[0]["holds"]
    page = client.get("/burden", params={"party": SUDLAND}).text
    assert f"What rests on {SUDLAND}" in page and "Can waive: " in page and "/conditions/" in page
    nobody = client.get("/burden", params={"party": "Eastmark"})
    assert nobody.status_code == 200 and "no open condition that rests on Eastmark" in nobody.text
    rows = list(csv.DictReader(io.StringIO(client.get("/burden.csv").text)))
    assert {row["what"] for row in rows} == {"asked", "can waive"}


def test_each_load_leads_to_words(client: TestClient) -> None:
    page = client.get("/burden").text
    assert page.count('class="words"') > 5 and "/reports/" in page
