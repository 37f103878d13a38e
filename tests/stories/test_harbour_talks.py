"""A story: a folder of small reports on one labour dispute, in every form that is read, becomes a record."""

import json
from datetime import date
from pathlib import Path

import pytest

from pourparler.core.entry import CaseRecord
from pourparler.core.vocabulary import PublishedFrom
from pourparler.faces.cli.app import main
from pourparler.record.check import check
from pourparler.record.opening import open_store
from pourparler.record.view import load_case

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Crane drivers say no | Quay Gazette</title>
<meta property="og:site_name" content="Quay Gazette"><meta property="og:title" content="Crane drivers say no">
<meta property="article:published_time" content="2024-05-08T18:00:00+00:00"></head><body>
<nav><a href="/">Home</a> <a href="/jobs">Jobs</a></nav><article><h1>Crane drivers say no</h1>
<p>The crane drivers' union on Wednesday rejected the offer of the port authority, its president said.</p>
<p>“Four per cent is no offer,” the president of the union said. She said that the drivers would strike unless the
authority offered six per cent by Friday.</p><p>The port authority declined to say whether it would.</p></article>
<footer>© 2024 Quay Gazette</footer></body></html>"""

MAIL = """From: The Pier Letter <post@pier.example>\r
Subject: What the harbour hears\r
Date: Fri, 10 May 2024 07:00:00 +0200\r
Content-Type: text/plain; charset=utf-8\r
\r
Good morning.\r
\r
The port authority and the crane drivers' union will meet again on Monday, the mediator said.\r
\r
You can unsubscribe at any time.\r
"""

ROWS = [
    {
        "text": "The two sides met in Antwerp on Monday for the second round of talks, the mediator said.",
        "published": "2024-05-13",
        "outlet": "Scheldt Wire",
        "url": "https://wire.example/2",
    },
    {"text": "", "outlet": "Scheldt Wire"},
    {"text": "De kraanmachinisten en het havenbedrijf hebben maandag in Antwerpen opnieuw vergaderd over het loon."},
]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """The folder that the story begins with."""
    folder = tmp_path / "harbour"
    (folder / "wire").mkdir(parents=True)
    glued = (
        " date 2024-05-06 Your support keeps this paper going. Subscribe now to our newsletter. Read more\n\n"
        "The port authority offered the crane drivers four per cent more on Monday, its spokesman said.\n\n"
        "Ann Brown contributed to this report.\n"
    )
    (folder / "1-offer.txt").write_bytes(glued.encode())
    (folder / "2-no.html").write_text(PAGE, encoding="utf-8")
    (folder / "3-letter.eml").write_bytes(MAIL.encode())
    (folder / "4-note.md").write_text("# Note\n\nNothing was signed, both sides told the council.\n", encoding="utf-8")
    (folder / "5-old.txt").write_bytes("The café owners’ guild said that it hoped for an early end.".encode("cp1252"))
    (folder / "6-scan.txt").write_bytes(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3")
    (folder / "harbour.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "wire" / "rows.jsonl").write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    return folder


@pytest.fixture
def record(reports: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The record after the first reading."""
    assert main(["read", str(reports), "--record", str(reports.parent / "r.db"), "--json"]) == 3
    capsys.readouterr()
    return reports.parent / "r.db"


def case_of(record: Path, as_of: date | None = None) -> CaseRecord:
    with open_store(record, read_only=True) as store:
        return load_case(store, as_of)


def test_every_report_is_there_under_its_name_with_its_day(record: Path) -> None:
    found = {view.report.name: (view.report.published, view.report.published_from) for view in case_of(record).reports}
    assert found == {
        "1-offer.txt": (date(2024, 5, 6), PublishedFrom.HEADER_LINE),
        "2-no.html": (date(2024, 5, 8), PublishedFrom.PAGE_METADATA),
        "3-letter.eml": (date(2024, 5, 10), PublishedFrom.FEED),
        "4-note.md": (None, PublishedFrom.UNKNOWN),
        "5-old.txt": (None, PublishedFrom.UNKNOWN),
        "https://wire.example/2": (date(2024, 5, 13), PublishedFrom.GIVEN),
        "wire/rows.jsonl:3": (None, PublishedFrom.UNKNOWN),
    }


def test_outlets_titles_and_languages_are_kept(record: Path) -> None:
    found = {view.report.name: view.report for view in case_of(record).reports}
    assert (found["2-no.html"].outlet, found["2-no.html"].title) == ("Quay Gazette", "Crane drivers say no")
    assert found["3-letter.eml"].outlet == "The Pier Letter"
    assert found["https://wire.example/2"].outlet == "Scheldt Wire"
    assert found["wire/rows.jsonl:3"].language == "nl" and found["1-offer.txt"].language == "en"
    assert found["5-old.txt"].text.startswith("The café owners’ guild")


def test_what_could_not_be_read_is_listed(record: Path) -> None:
    with open_store(record, read_only=True) as store:
        assert [(failure.path, failure.stage) for failure in store.failures()] == [
            ("6-scan.txt", "decode"),
            ("wire/rows.jsonl:2", "open"),
        ]


def test_nothing_is_read_from_what_is_no_news_or_another_language(record: Path) -> None:
    case = case_of(record)
    marks = {view.report.name: view.report.not_news for view in case.reports}
    texts = {view.report.name: view.report.text for view in case.reports}
    assert [span.of(texts["1-offer.txt"]) for span in marks["1-offer.txt"]] == [
        "date 2024-05-06",
        "Your support keeps this paper going. Subscribe now to our newsletter. Read more",
        "Ann Brown contributed to this report.",
    ]
    cited = [evidence for statement in case.statements for evidence in statement.content]
    assert cited and all(evidence.text == texts[evidence.report][evidence.start : evidence.end] for evidence in cited)
    assert not any(mark.start < one.end and one.start < mark.end for one in cited for mark in marks[one.report])
    assert not any(one.report == "wire/rows.jsonl:3" for one in cited)


def test_the_record_passes_its_own_check(record: Path) -> None:
    with open_store(record, read_only=True) as store:
        assert check(store) == []


def test_reading_the_folder_again_changes_nothing(record: Path, reports: Path) -> None:
    before = case_of(record)
    assert main(["read", str(reports), "--record", str(record)]) == 3
    assert case_of(record) == before


def test_reading_the_files_in_another_order_gives_the_same_record(record: Path, reports: Path) -> None:
    names = ["wire/rows.jsonl", "4-note.md", "2-no.html", "5-old.txt", "1-offer.txt", "3-letter.eml"]
    other = reports.parent / "other" / "r.db"
    other.parent.mkdir()
    for name in names:
        main(["read", str(reports / name), "--record", str(other)])
    mine, theirs = case_of(record), case_of(other)
    assert [view.report.text for view in mine.reports] == [view.report.text for view in theirs.reports]
    assert [one.content for one in mine.statements if not one.report.startswith("wire/")] == [
        one.content for one in theirs.statements if not one.report.startswith("rows")
    ]


def test_a_mended_file_is_read_and_its_failure_goes(record: Path, reports: Path) -> None:
    (reports / "6-scan.txt").write_text("The strike was called off, the union said on Saturday.", encoding="utf-8")
    (reports / "wire" / "rows.jsonl").write_text(json.dumps(ROWS[0]) + "\n", encoding="utf-8")
    assert main(["read", str(reports), "--record", str(record)]) == 0
    with open_store(record, read_only=True) as store:
        assert not store.failures() and len(store.reports()) == 8


def test_as_of_a_day_the_later_reports_are_not_there(record: Path) -> None:
    assert [view.report.name for view in case_of(record, date(2024, 5, 8)).reports] == ["1-offer.txt", "2-no.html"]
