"""The gold of a small negotiation: entries by links, the last status, disputes, copies once, the nameless left out."""

from pathlib import Path
from typing import Any

import pytest

from training.corpus.gold import gold, reports
from training.corpus.joins import problems
from training.corpus.negotiation import Negotiation, negotiations

CAST = """union organisation Ferry Union
firm organisation Ferry Company
chief person chief negotiator of the union | party union | office chief negotiator
port place the port
"""
FIRST = """The {Ferry Union|union} and the {firm|firm} plan {talks|m1} at {the port|port} on {Thursday|2025-02-20}.
"No {deal|i1} without new rosters," {its chief negotiator|chief} said.
The {talks|m2} would be a farce, {she|chief} added.
====
s1 direct reject
  speaker chief | source `its chief negotiator` | cue `said` | content `No ~ rosters,`
m1 talks planned
  when `Thursday` | place port | parties union firm | people chief | evidence `The Ferry Union and ~ talks`
m2 meeting conditional
  same m1 | voice chief | evidence `The talks would be a farce`
c1 without
  holder union | voice chief | trigger `without` | requires `new rosters` = a roster | blocks `deal`
  evidence `No deal without new rosters`
i1 agreement
  title `deal` | voice chief | proposed `No deal`
"""
SECOND = """{Talks|m1} were held on {Friday|2025-02-21}. A {roster deal|i1} was signed, the {Ferry Company|firm} said.
====
s1 indirect confirm
  speaker firm | source `the Ferry Company` | cue `said` | content `A roster deal was signed`
m1 meeting held
  when `Friday` | parties firm | evidence `Talks were held`
i1 agreement
  title `roster deal` | signed 2025-02-21 `was signed`
"""
LINKS = """M1 = 01.m1 02.m1 03.m1 | talks at the port
I1 = 01.i1 02.i1 03.i1 | the deal
dispute M1 when | Thursday 01.m1 | Friday 02.m1 03.m1
copies 02 03
"""


def head(day: int) -> str:
    """The headers of a report of that day."""
    told = f"outlet: Wire\nstyle: wire\npublished: 2025-02-{day}\npublished-from: header line\nlanguage: en\n"
    return told if day != 22 else told.replace("2025-02-22", "unknown").replace("header line", "unknown")


@pytest.fixture(name="made")
def negotiation(tmp_path: Path) -> Negotiation:
    """A negotiation of three reports, the last a copy of the second."""
    folder = tmp_path / "ferry"
    folder.mkdir()
    for name, text in (("cast", CAST), ("links", LINKS)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    for number, text in enumerate((FIRST, SECOND, SECOND), 1):
        (folder / f"0{number}.txt").write_text(f"{head(19 + number)}====\n{text}", encoding="utf-8")
    (found,) = negotiations(folder)
    assert not [one for one in problems(found) if "no link" in one.what or "account" in one.what]
    return found


def texts(rows: list[dict[str, Any]]) -> list[str]:
    """The words that are cited."""
    return [row["text"] for row in rows]


def test_reports_are_bare_and_an_unknown_day_is_left_out(made: Negotiation) -> None:
    rows = reports(made)
    assert rows[0]["text"].startswith("The Ferry Union and the firm plan talks at the port on Thursday.")
    assert [row.get("published") for row in rows] == ["2025-02-20", "2025-02-21", None]
    assert "{" not in "".join(row["text"] for row in rows)


def test_linked_accounts_are_one_entry_with_the_last_word_on_status_and_day(made: Negotiation) -> None:
    (meeting,) = gold(made)["meetings"]
    assert (meeting["id"], meeting["kind"], meeting["status"]) == ("M1", "meeting", "held")
    assert meeting["when"] == {"start": "2025-02-21", "end": "2025-02-21"}
    assert (meeting["place"], meeting["parties"]) == (["the port"], ["Ferry Union", "Ferry Company"])
    told = [(one["report"], one["status"]) for one in meeting["reported"]]
    assert told[:2] == [("reports.jsonl:1", "planned"), ("reports.jsonl:1", "conditional")], "a second voice is kept"
    assert told[2:] == [("reports.jsonl:2", "held"), ("reports.jsonl:3", "held")]
    assert "The talks would be a farce" in texts(meeting["evidence"])


def test_an_account_that_nothing_links_is_an_entry_by_itself(made: Negotiation) -> None:
    (condition,) = gold(made)["conditions"]
    assert (condition["id"], condition["operator"], condition["party"]) == ("01.c1", "without", "Ferry Union")
    assert (condition["requires"], condition["blocks"]) == ("a roster / new rosters", "deal")


def test_an_instrument_keeps_every_state_with_its_day(made: Negotiation) -> None:
    (instrument,) = gold(made)["instruments"]
    assert [(one["status"], one["on"]) for one in instrument["status"]] == [
        ("proposed", None),
        ("signed", "2025-02-21"),
        ("signed", "2025-02-21"),
    ]
    assert instrument["title"] == "deal / roster deal"


def test_what_copies_say_in_the_same_words_is_said_once(made: Negotiation) -> None:
    assert [one["id"] for one in gold(made)["statements"]] == ["01.s1", "02.s1"]


def test_somebody_without_a_name_is_no_speaker_but_keeps_the_side(made: Negotiation) -> None:
    whole = gold(made)
    chief, firm = whole["statements"]
    assert (chief["speaker"], chief["anonymous"], chief["party"]) == (None, True, "Ferry Union")
    assert (firm["speaker"], firm["anonymous"], firm["party"]) == ("Ferry Company", False, "Ferry Company")
    assert whole["meetings"][0]["people"] == []
    assert whole["conditions"][0]["voiced_by"] is None


def test_a_dispute_has_its_readings_with_their_words(made: Negotiation) -> None:
    (dispute,) = gold(made)["disputes"]
    assert (dispute["about"], dispute["field"]) == ("M1", "when")
    assert [one["value"] for one in dispute["readings"]] == ["Thursday", "Friday"]
    assert texts(dispute["readings"][0]["evidence"])[0] == "Thursday"
    assert texts(dispute["readings"][1]["evidence"]).count("Talks were held") == 2


def test_actors_have_the_wordings_that_name_them_alone_and_places_are_none(made: Negotiation) -> None:
    actors = {one["name"]: one for one in gold(made)["actors"]}
    assert "the port" not in actors
    assert "its chief negotiator" in actors["chief negotiator of the union"]["aliases"]
    assert actors["chief negotiator of the union"]["represents"] == "Ferry Union"
    assert "firm" not in actors["Ferry Company"]["aliases"], "one small word is no name"


def test_every_place_holds_the_words_it_cites(made: Negotiation) -> None:
    whole = gold(made)
    kept = {one["report"]: one["text"] for one in whole["reports"]}
    cited = [
        row for one in (*whole["meetings"], *whole["conditions"], *whole["instruments"]) for row in one["evidence"]
    ]
    assert cited
    assert all(kept[row["report"]][row["start"] : row["end"]] == row["text"] for row in cited)
