"""The charts of a brief: what they draw, what they leave out, and how each paper carries them."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from pourparler.core.entry import CaseRecord, Position
from pourparler.core.vocabulary import MeetingStatus, Stance
from pourparler.faces.brief.markdown import as_markdown
from pourparler.faces.brief.page import as_page
from pourparler.faces.brief.paper import Brief, Figure, Wanted
from pourparler.faces.brief.pdf import as_data, as_pdf
from pourparler.faces.brief.word import as_word
from pourparler.faces.brief.writing import write_brief
from pourparler.faces.rows.lookup import Lookup
from tests.faces.brief.hostile import SHOWN, WORDS
from tests.faces.lausanne import MEETINGS, POSITIONS, RECORD, day


def meetings(count: int = 5) -> CaseRecord:
    """The record with a meeting every week, the last one still to come."""
    days = [date(2015, 3, 8) + timedelta(7 * number) for number in range(count)]
    held = [replace(MEETINGS[0], id=f"m9{n}", when=day(str(one), "then")) for n, one in enumerate(days)]
    held[-1] = replace(held[-1], status=MeetingStatus.PLANNED)
    return replace(RECORD, meetings=tuple(held), disputes=())


def stance(number: int, party: str, stands: Stance, since: str, before: Position | None = None) -> Position:
    """A position on sanctions."""
    return replace(
        POSITIONS[0], id=f"p9{number}", party=party, stance=stands, since=date.fromisoformat(since),
        moved_from=before.id if before else None, issue="sanctions" if before else "the lifting of sanctions",
    )  # fmt: skip


def moves() -> CaseRecord:
    """The record with a side that moved on sanctions and one that did not."""
    first = stance(1, "Iran", Stance.REJECTS, "2015-03-01")
    second = stance(2, "Iran", Stance.OFFERS, "2015-03-20", first)
    return replace(meetings(), positions=(first, second, stance(3, "Turkey", Stance.SUPPORTS, "2015-03-05")))


def written(record: CaseRecord, **wanted: object) -> Brief:
    """The brief of a record."""
    return write_brief(Lookup(record), Wanted(**wanted))  # type: ignore[arg-type]


def figures(record: CaseRecord, **wanted: object) -> dict[str, Figure]:
    """Its charts by where they stand."""
    return {one.anchor: one for one in written(record, **wanted).figures}


def test_meetings_by_day_and_party_are_told_in_words_too() -> None:
    caption = figures(meetings())["happened"].chart.caption
    assert caption.title == "Meetings by day and party"
    assert caption.told == "5 meetings with a day, from Sun 8 Mar 2015 to Sun 5 Apr 2015: 1 planned and 4 held."


def test_what_was_long_before_the_first_report_is_not_drawn_and_said_to_be_left_out() -> None:
    old = replace(MEETINGS[0], id="m80", when=day("2009-01-01", "then"))
    record = meetings()
    caption = figures(replace(record, meetings=(*record.meetings, old)))["happened"].chart.caption
    assert "(1 other with a day, earlier or of no named party, not drawn)" in caption.title
    assert caption.told.startswith("5 meetings")


def test_one_meeting_or_one_stance_makes_no_chart() -> None:
    assert figures(replace(RECORD, meetings=MEETINGS[:1], positions=POSITIONS[:1])) == {}


def test_the_issue_on_which_a_side_moved_is_drawn() -> None:
    caption = figures(moves())["positions"].chart.caption
    assert caption.title == "Stances on “sanctions” by day"
    assert caption.told == (
        "Iran rejects (Sun 1 Mar 2015); Turkey supports (Thu 5 Mar 2015); Iran offers (Fri 20 Mar 2015)."
    )
    assert "positions" not in figures(meetings())


def test_an_issue_that_was_asked_for_is_the_one_that_is_drawn() -> None:
    assert figures(moves(), issue="sanction")["positions"].chart.caption.title == "Stances on “sanction” by day"


def test_a_brief_without_charts_has_none() -> None:
    assert figures(moves(), charts=False) == {}


def test_the_page_draws_them_without_a_script_or_anything_from_outside() -> None:
    page = as_page(written(moves()))
    assert page.count("<figure>") == page.count("<svg ") == 2
    assert 'id="chart-happened-title"' in page and 'id="chart-positions-title"' in page
    assert not re.search(r"<script|<style[^>]*>[^<]*@import|(?:src|href)=\"(?!#|https://lakeside)", page)
    assert "4 held." in page, "what it shows is told"
    assert "<svg" not in as_markdown(written(moves()))


def test_word_has_pictures_with_words_for_those_who_do_not_see_them() -> None:
    content = as_word(written(moves()))
    document = docx.Document(io.BytesIO(content))
    told = [one.get("descr") for one in document.element.body.iter(qn("wp:docPr"))]
    assert len(told) == len(document.inline_shapes) == 2
    assert told[0].startswith("Meetings by day and party. 5 meetings with a day")
    captions = [one.text for one in document.paragraphs if one.style and one.style.name == "Caption"]
    assert captions == ["Meetings by day and party", "Stances on “sanctions” by day"]
    names = [name for name in zipfile.ZipFile(io.BytesIO(content)).namelist() if name.startswith("word/media/")]
    assert len(names) == 2 and all(name.endswith(".png") for name in names)
    assert as_word(written(moves())) == content


def test_a_pdf_has_drawings_with_words_for_those_who_do_not_see_them() -> None:
    pytest.importorskip("typst", reason="a PDF needs typst: pip install 'pourparler[pdf]'")
    pypdf = pytest.importorskip("pypdf", reason="reading a PDF back needs pypdf: pip install 'pourparler[dev]'")
    content = as_pdf(written(moves()))
    reader = pypdf.PdfReader(io.BytesIO(content))
    text = " ".join(page.extract_text() for page in reader.pages)
    assert "Meetings by day and party" in text
    told = list(_alternatives(reader.trailer["/Root"]["/StructTreeRoot"]))
    assert any(words.startswith("Meetings by day and party. 5 meetings") for words in told)
    assert as_pdf(written(moves())) == content


def _alternatives(node: Any) -> Iterator[str]:
    """What the tags of a PDF tell of drawings."""
    if hasattr(node, "get_object"):
        node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from _alternatives(child)
    elif isinstance(node, dict):
        yield from [str(node["/Alt"])] if "/Alt" in node else []
        yield from _alternatives(node.get("/K"))


def test_hostile_words_are_words_in_a_chart_too() -> None:
    record = replace(moves(), positions=tuple(replace(one, party=WORDS) for one in moves().positions))
    brief = written(record)
    page = as_page(brief)
    assert "<script" not in page and "\u202e" not in page
    told = next(one for one in brief.figures if one.anchor == "positions").chart.caption.told
    assert SHOWN[:40] in told and "\u202e" not in told
    drawn = as_data(brief)["figures"]["positions"]["svg"]
    assert "<script" not in drawn and "\u202e" not in drawn
    assert as_word(brief).startswith(b"PK")
