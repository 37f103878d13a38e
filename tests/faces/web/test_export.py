"""The export gives just what a list shows under its filters, in every format, and says what it leaves out."""

import csv
import io
import json
import zipfile
from urllib.parse import unquote

import pytest
from fastapi.testclient import TestClient

from pourparler.faces.export.formats import FORMATS
from pourparler.faces.web.pages.export import LISTED

LISTS = [page.path.strip("/") for page in LISTED]


@pytest.mark.parametrize("name", [name for name in LISTS if name not in ("actors", "timeline")])
def test_a_list_is_exported_as_it_is_filtered(client: TestClient, name: str) -> None:
    view = {"view": "list"} if name == "positions" else {}
    shown = client.get(f"/{name}.csv", params=view).text
    wanted = {row["id"] for row in csv.DictReader(io.StringIO(shown))}
    told = client.get("/export/file", params={"list": name, "format": "json"}).json()
    assert {one["id"] for one in told[name]} == wanted
    assert client.get("/export.json", params={"list": name}).json()["total"] == len(wanted)


def test_filters_go_along(client: TestClient) -> None:
    query = {"status": "held", "party": "Ukraine", "as_of": "2025-05-20"}
    rows = client.get("/meetings.json", params=query).json()["rows"]
    page = client.get("/meetings", params=query).text
    assert "/export?status=held&amp;party=Ukraine&amp;list=meetings&amp;as_of=2025-05-20" in page
    told = client.get("/export/file", params=query | {"list": "meetings", "format": "json"}).json()
    assert told["meetings"] == rows and rows
    assert not told["statements"]
    assert {one["report"] for one in told["reports"]} >= {place["report"] for one in rows for place in one["evidence"]}
    assert all(one["text"] for one in told["reports"])


@pytest.mark.parametrize("form", [form.name for form in FORMATS])
def test_every_format_is_made_and_says_what_it_leaves_out(client: TestClient, form: str) -> None:
    query = {"list": "meetings", "status": "held", "format": form}
    try:
        told = client.get("/export/file", params=query)
    except ModuleNotFoundError as error:  # pragma: no cover
        pytest.skip(f"{error.name} is an extra that is not installed here")
    assert told.status_code == 200, told.text[:300]
    assert told.content and "attachment" in told.headers["content-disposition"]
    before = client.get("/export.json", params=query).json()["left_out"]
    assert unquote(told.headers["x-left-out"]) == "; ".join(before)[: len(unquote(told.headers["x-left-out"]))]
    assert any("what was not chosen" in line for line in before)
    page = client.get("/export", params=query).text
    assert "It leaves out:" in page and "Save the file" in page


def test_tables_come_as_a_zip_with_a_note(client: TestClient) -> None:
    told = client.get("/export/file", params={"list": "meetings", "status": "held", "format": "csv"})
    assert told.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(told.content)) as archive:
        assert "what was not chosen" in archive.read("left-out.txt").decode("utf-8")
        assert "meetings.csv" in archive.namelist()


def test_the_whole_record_is_that_of_the_command_line(client: TestClient) -> None:
    told = client.get("/export/file", params={"format": "json"}).json()
    total = client.get("/export.json").json()
    assert total["whole"] and total["total"] == sum(
        len(told[kind]) for kind in ("meetings", "statements", "positions", "conditions", "instruments")
    )
    assert len(told["reports"]) == client.get("/reports.json").json()["total"]
    assert "The whole record" in client.get("/export").text


def test_one_thing_is_exported(client: TestClient) -> None:
    one = client.get("/meetings.json").json()["rows"][0]
    told = client.get("/export/file", params={"id": one["id"], "format": "json"}).json()
    assert told["meetings"] == [one] and not told["positions"]


def test_entries_of_every_kind_by_party_and_days(client: TestClient) -> None:
    query = {"party": "Ukraine", "since": "2025-02-01", "until": "2025-03-31"}
    total = client.get("/export.json", params=query).json()["total"]
    told = json.loads(client.get("/export/file", params=query).text)
    kinds = ("meetings", "statements", "positions", "conditions", "instruments")
    assert 0 < total == sum(len(told[kind]) for kind in kinds)


@pytest.mark.parametrize(
    "query", [{"format": "jason"}, {"list": "dinners"}, {"list": "meetings", "colour": "red"}, {"id": "zzz"},
              {"list": "meetings", "since": "yesterday"}, {"colour": "red"}, {"id": "m"}]
)  # fmt: skip
def test_what_cannot_be_exported_is_told(client: TestClient, query: dict[str, str]) -> None:
    for path in ("/export", "/export.json", "/export/file"):
        told = client.get(path, params=query)
        assert told.status_code == 400, (path, told.text[:300])


def test_more_than_a_page_puts_together_is_told(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pourparler.faces.web.exporting.MOST", 1)
    monkeypatch.setattr("pourparler.faces.web.pages.export.MOST", 1)
    assert "Write it on the command line" in client.get("/export", params={"format": "json"}).text
    told = client.get("/export/file", params={"format": "json"})
    assert told.status_code == 400 and "pourparler export" in told.text
