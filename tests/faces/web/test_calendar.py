"""The calendar: a month as a table and as a list, and a file that calendars read, with the same filters."""

import re
from pathlib import Path

import icalendar
from fastapi.testclient import TestClient

from tests.faces.web.test_overview import BOTH, asked, kept
from tests.record.drafts import draft, geneva_talks


def test_a_month_is_a_table_of_weeks(client: TestClient) -> None:
    shown = client.get("/calendar", params={"month": "2025-02"}).text
    assert "February 2025</h2>" in shown
    assert re.findall(r'<abbr title="(\w+)">', shown)[:7] == [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]  # fmt: skip
    cells = re.findall(r'<td[^>]*><time datetime="(2025-02-\d\d)">', shown)
    assert len(cells) == 28 and cells == sorted(cells)
    assert 'rel="next"' in shown and "month=2025-03" in shown


def test_it_begins_with_the_last_day_of_the_record(client: TestClient) -> None:
    assert client.get("/calendar.json").json()["month"] == "2025-06"
    assert client.get("/calendar.json", params={"as_of": "2025-02-20"}).json()["month"] == "2025-02"


def test_months_without_anything_are_passed_over(tmp_path: Path) -> None:
    text = "Norland and Sudland will meet in Bern in the week of 7 July, with an answer due on 1 September."
    late = draft("6.txt", "2025-03-07", text).names("Norland", kind="state").names("Sudland", kind="state")
    late.meets("will meet in Bern", "meeting", "planned", "2025-07-07/2025-07-13", parties=BOTH, place=("Bern",))
    client = asked(kept(tmp_path, [*geneva_talks(), late]))
    march = client.get("/calendar.json").json()
    assert (march["month"], march["before"], march["after"]) == ("2025-03", None, "2025-07")
    july = client.get("/calendar.json", params={"month": "2025-07"}).json()
    assert [(row["what"], row["first"], row["last"]) for row in july["rows"]] == [
        ("planned", "2025-07-07", "2025-07-13")
    ]
    assert march["undated"] == 1


def test_a_file_to_subscribe_to(client: TestClient) -> None:
    answer = client.get("/calendar.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    events = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert len(events) > 10
    held = client.get("/calendar.ics", params={"status": "held", "kind": "meeting", "party": "Ukraine"})
    some = icalendar.Calendar.from_ical(held.content).walk("VEVENT")
    assert 0 < len(some) < len(events)
    assert {str(event["status"]) for event in some} == {"CONFIRMED"}
    assert client.get("/calendar.ics", params={"as_of": "2025-02-17"}).content != answer.content


def test_what_is_no_month_is_told(client: TestClient) -> None:
    for month in ("2025-13", "soon", "0000-01", "9999-12"):
        assert client.get("/calendar", params={"month": month}).status_code == 400
    assert client.get("/calendar", params={"month": "1999-01"}).status_code == 200


def test_a_record_without_days_has_a_calendar(tmp_path: Path) -> None:
    assert "No report bears a day" in asked(kept(tmp_path, [])).get("/calendar").text
