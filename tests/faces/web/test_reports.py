"""Reports are listed by day, those without one apart; filters give what they say."""

import csv
import io

from fastapi.testclient import TestClient


def names(client: TestClient, **asked: str) -> list[str]:
    """The reports of a query."""
    return [row["report"] for row in client.get("/reports.json", params=asked).json()["rows"]]


def test_reports_are_in_the_order_of_their_days(client: TestClient) -> None:
    rows = client.get("/reports.json").json()["rows"]
    days = [row["published"] or "9999" for row in rows]
    assert days == sorted(days) and days[-1] == "9999"
    shown = client.get("/reports").text
    assert shown.index("Without a day of publication") < shown.index(rows[-1]["report"])
    assert all("text" not in row and row["characters"] for row in rows)


def test_each_filter_gives_what_it_says(client: TestClient) -> None:
    assert names(client, outlet="The Morning Lines") == names(client, outlet="morning lines") != []
    assert names(client, outlet="nobody") == []
    copies = client.get("/reports.json", params={"copies": "only"}).json()["rows"]
    assert copies and all(row["copies_of"] for row in copies)
    assert len(names(client, copies="without")) + len(copies) == len(names(client))
    assert len(names(client, told="yes")) + len(names(client, told="no")) == len(names(client))
    days = client.get("/reports.json", params={"since": "2025-03-01", "until": "2025-05-01"}).json()["rows"]
    assert days and all("2025-03-01" <= row["published"] <= "2025-05-01" for row in days)


def test_the_table_is_that_of_the_export(client: TestClient) -> None:
    lines = list(csv.DictReader(io.StringIO(client.get("/reports.csv").text)))
    assert [line["report"] for line in lines] == names(client)
    assert lines[0]["characters"]
