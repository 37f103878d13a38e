"""The timeline: a list by day that can be narrowed, cut into pages of whole days, and leaves nothing out unsaid."""

import csv
import io
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pourparler.faces.web.times.days import MOST_A_DAY, Choice, Days, page_of, pages
from tests.faces.web.test_overview import BOTH, asked, kept
from tests.record.drafts import draft, geneva_talks


def test_days_stand_under_their_months(client: TestClient) -> None:
    shown = client.get("/timeline").text
    months = re.findall(r'<h2 id="m-(\d{4}-\d\d)"', shown)
    assert months == sorted(months) and len(months) == len(set(months))
    days = re.findall(r'<h3><time datetime="([\d-]+)"', shown)
    assert days == sorted(days) and len(days) == len(set(days))
    assert "<svg" in shown and 'data-brush="/timeline"' in shown


def test_statements_are_counted_until_they_are_asked_for(client: TestClient) -> None:
    told = client.get("/timeline.json").json()
    assert {row["kind"] for day in told["rows"] for row in day["rows"]} == {"meeting", "instrument"}
    assert sum(day["statements"] or 0 for day in told["rows"]) > 50
    only = client.get("/timeline.json", params={"kind": "statement"}).json()
    assert {row["kind"] for day in only["rows"] for row in day["rows"]} == {"statement"}
    every = client.get("/timeline", params={"kind": "all"}).text
    assert ">position</span>" in every and ">condition</span>" in every


def test_filters_and_days(client: TestClient) -> None:
    query = {"since": "2025-02-18", "until": "2025-02-19", "kind": "meeting", "status": "held", "party": "Russia"}
    told = client.get("/timeline.json", params=query).json()
    assert [day["day"] for day in told["rows"]] == ["2025-02-18"]
    for row in told["rows"][0]["rows"]:
        assert row["entry"]["status"] == "held" and "Russia" in row["entry"]["parties"]
    rows = list(csv.DictReader(io.StringIO(client.get("/timeline.csv", params=query).text)))
    assert [row["id"] for row in rows] == [row["entry"]["id"] for row in told["rows"][0]["rows"]]
    assert "Nothing fits" in client.get("/timeline", params={"since": "1990-01-01", "until": "1990-01-02"}).text


def test_what_has_no_day_stands_apart(client: TestClient) -> None:
    told = client.get("/timeline.json").json()
    assert told["undated_total"] > 0
    alone = client.get("/timeline.json", params={"undated": "1"}).json()
    assert len(alone["undated"]) == told["undated_total"] and alone["rows"] == []
    assert "No report tells a day of these" in client.get("/timeline", params={"undated": "1"}).text


def test_states_of_a_document_stand_on_their_days_with_their_words(tmp_path: Path) -> None:
    later = draft("6.txt", "2025-03-20", "The fishing accord was signed on 19 March.", "Wire")
    later.papers("fishing accord", "agreement", "signed", BOTH, subject="fishing", on="2025-03-19")
    client = asked(kept(tmp_path, [*geneva_talks(), later]))
    told = client.get("/timeline.json", params={"kind": "instrument"}).json()
    assert [(day["day"], day["rows"][0]["what"]) for day in told["rows"]] == [
        ("2025-03-04", "agreed"),
        ("2025-03-19", "signed"),
    ]
    held = client.get("/timeline.json", params={"kind": "meeting", "status": "held"}).json()
    assert [day["day"] for day in held["rows"]] == ["2025-03-04"]


def test_a_full_day_says_what_more_there_is(tmp_path: Path) -> None:
    full = draft("1.txt", "2025-03-01", " ".join(f"Lee said thing {number}." for number in range(30)))
    for number in range(30):
        full.says(f"thing {number}.", "Lee")
    quiet = draft("2.txt", "2025-03-02", "Lee said one more thing.").says("one more thing", "Lee")
    client = asked(kept(tmp_path, [full, quiet]))
    shown = client.get("/timeline", params={"kind": "statement"}).text
    assert "10 more of this day" in shown
    told = client.get("/timeline.json", params={"kind": "statement", "until": "2025-03-01"}).json()
    assert len(told["rows"][0]["rows"]) == 30


def test_pages_are_whole_days() -> None:
    first = date(2025, 1, 1)
    counts = {first + timedelta(number): {"meeting": 50, "statement": 9} for number in range(30)}
    cut = pages(Days(counts), Choice())
    assert [day for days in cut for day in days] == sorted(counts)
    assert all(len(days) * MOST_A_DAY <= 120 for days in cut)
    assert page_of(cut, None) == len(cut) and page_of(cut, first) == 1
    assert page_of(cut, date(2030, 1, 1)) == len(cut) and page_of([[]], first) == 1


@pytest.mark.parametrize("path", ["/timeline", "/meetings", "/new", "/sources"])
def test_a_form_sent_as_it_stands_asks_nothing(client: TestClient, path: str) -> None:
    fields = ("kind", "party", "status", "since", "until", "q", "sort")
    assert client.get(path, params=dict.fromkeys(fields, "")).status_code == 200
    assert client.get(path, params={"kind": "x" * 301, "q": "x" * 301, "party": "x" * 301}).status_code == 400


def test_a_day_of_an_earlier_year_takes_no_room_from_the_rest() -> None:
    recalled, days = date(2019, 2, 1), [date(2025, 3, day) for day in range(1, 31)]
    assert Days({recalled: {"meeting": 1}, **{day: {"meeting": 1} for day in days}}).main_part == days
    half = [date(2019, 2, day) for day in range(1, 20)]
    both = Days({day: {"meeting": 1} for day in (*half, *days)})
    assert both.main_part == [*half, *days], "years of which much is told are no exception"
    assert Days({recalled: {"meeting": 1}}).main_part == [recalled]
    assert Days().main_part == []
