"""Circles of conditions with their exits, and what rests on whom."""

import csv
import io
from pathlib import Path

from fastapi.testclient import TestClient

from pourparler.case.conditions.deadlocks import ExitKind
from pourparler.faces.system.circles import CIRCLE, EXITS
from tests.case.conditions.test_graph import told
from tests.faces.system.lake import FORBIDDEN, circle, everything
from tests.faces.web.lake import served
from tests.faces.web.test_goals import plain
from tests.record.drafts import NORLAND, SUDLAND, WESTMARK


def test_a_circle_has_its_exits_and_none_is_recommended(tmp_path: Path) -> None:
    client = served(tmp_path, *circle())
    shown = plain(client.get("/deadlocks").text)
    assert "Circle 1 of 1" in shown and EXITS in shown and CIRCLE in shown
    for words in ("Waive: Norland", "Waive: Sudland", "Simultaneity: ", "Split: "):
        assert words in shown
    assert not [bad for bad in FORBIDDEN if bad in shown.lower()]
    values = client.get("/deadlocks.json").json()
    assert {way["kind"] for way in values["deadlocks"][0]["exits"]} >= {ExitKind.WAIVE, ExitKind.SIMULTANEITY}
    rows = list(csv.DictReader(io.StringIO(client.get("/deadlocks.csv").text)))
    assert [row["row"] for row in rows[:2]] == ["condition", "condition"]
    assert {row["by"] for row in rows if row["kind"] == "waive"} == {NORLAND, SUDLAND}


def test_no_circle_is_said_plainly_with_what_would_be_one(client: TestClient) -> None:
    shown = client.get("/deadlocks").text
    assert "No goal waits for itself" in shown and CIRCLE in shown
    assert client.get("/deadlocks.json").json()["deadlocks"] == []


def test_what_rests_on_a_party(tmp_path: Path) -> None:
    client = served(tmp_path, *everything())
    values = client.get("/burden.json").json()
    assert [one["party"] for one in values["parties"]] == [NORLAND, SUDLAND]
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


def test_what_is_asked_of_nobody_by_name_is_a_section_of_its_own(tmp_path: Path) -> None:
    made = told("7.txt", "No truce unless the dead are returned, Norland says. Sudland and Westmark reject a truce.")
    made.requires("No truce unless the dead are returned", "a truce", "return of the dead", NORLAND)
    for party in (SUDLAND, WESTMARK):
        made.stands("Sudland and Westmark reject a truce", "rejects", "a truce", party)
    client = served(tmp_path, made)
    shown = plain(client.get("/burden").text)
    assert shown.count("return of the dead”, by Norland for") == 1 and "Asked of nobody by name: 1 condition" in shown
    assert "who could make it: not told; concerned: Sudland and Westmark" in shown
    values = client.get("/burden.json", params={"party": WESTMARK}).json()
    assert values["parties"] == [] and values["asked_of_nobody"][0]["concerned"] == [SUDLAND, WESTMARK]
    rows = list(csv.DictReader(io.StringIO(client.get("/burden.csv").text)))
    assert [(row["what"], row["party"], row["concerned"]) for row in rows] == [
        ("can waive", NORLAND, ""),
        ("asked of nobody by name", "", "Sudland; Westmark"),
    ]
