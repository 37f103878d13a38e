"""The timeline read back: a slide for each thing with a day, no finer than told, every word of a report as text."""

import html
import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pourparler.core.entry import CaseRecord
from pourparler.core.moment import Precision, When
from pourparler.faces.export.timeline import case_timeline
from pourparler.faces.rows.lookup import Lookup
from tests.faces.export.hostile import hostile
from tests.faces.lausanne import RECORD

OURS = re.compile(r"</?(?:p|blockquote)>")


def events(record: CaseRecord) -> list[dict[str, Any]]:
    """The slides of a record."""
    found: list[dict[str, Any]] = json.loads(case_timeline(Lookup(record)).files[0].content)["events"]
    return found


def test_every_thing_with_a_day_of_its_own_has_a_slide_by_day() -> None:
    slides = events(RECORD)
    days = [tuple(slide["start_date"].values()) for slide in slides]
    assert days == sorted(days)
    headlines = [slide["text"]["headline"] for slide in slides]
    assert sorted(headlines) == sorted([
        "Talks between Iran and the United States in Lausanne", "A call between Iran and Turkey",
        "A meeting between Iran and the United States in Vienna", "The outline (Iran, United States)",
        "Iran demands lifting of sanctions", "one delegate: “The round ended”",
    ])  # fmt: skip
    assert len({slide["unique_id"] for slide in slides}) == len(slides)
    [talks] = [slide for slide in slides if slide["text"]["headline"].startswith("Talks")]
    assert talks["start_date"] == {"year": 2015, "month": 4, "day": 2} and "end_date" not in talks
    assert talks["group"] == "Iran and United States" and talks["autolink"] is False
    assert (
        "<blockquote>“Iran and the United States ended talks in Lausanne on Thursday”</blockquote>"
        in (talks["text"]["text"])
    )


@pytest.mark.parametrize(
    ("precision", "start", "end", "shown"),
    [
        (Precision.YEAR, (2015, 1, 1), (2015, 12, 31), ({"year": 2015}, None, "2015")),
        (Precision.MONTH, (2015, 6, 1), (2015, 6, 30), ({"year": 2015, "month": 6}, None, "June 2015")),
        (Precision.QUARTER, (2015, 4, 1), (2015, 6, 30),
         ({"year": 2015, "month": 4}, {"year": 2015, "month": 6}, "second quarter of 2015")),
        (Precision.SPAN, (2015, 6, 1), (2015, 6, 3),
         ({"year": 2015, "month": 6, "day": 1}, {"year": 2015, "month": 6, "day": 3}, "1–3 Jun 2015")),
        (Precision.DAY, (2015, 6, 1), (2015, 6, 1), ({"year": 2015, "month": 6, "day": 1}, None, None)),
    ],
)  # fmt: skip
def test_a_day_is_no_finer_than_it_is_told(
    precision: Precision, start: tuple[int, int, int], end: tuple[int, int, int], shown: tuple[Any, Any, Any]
) -> None:
    when = When(date(*start), date(*end), precision, "so")
    meeting = replace(RECORD.meetings[0], when=when)
    [slide] = events(replace(RECORD, meetings=(meeting,), statements=(), positions=(), instruments=()))
    assert (slide["start_date"], slide.get("end_date"), slide.get("display_date")) == shown


def test_words_of_reports_are_text_and_never_markup() -> None:
    slides = events(hostile())
    assert len(slides) == 2
    for slide in slides:
        for told in (slide["text"]["headline"], slide["group"], OURS.sub("", slide["text"]["text"])):
            assert "<" not in told and ">" not in told
        assert "<script>alert(1)</script>" in html.unescape(slide["text"]["text"])
    title = json.loads(case_timeline(Lookup(hostile())).files[0].content)["title"]["text"]["headline"]
    assert title.startswith("&lt;script&gt;")


def test_what_has_no_day_is_counted() -> None:
    left = case_timeline(Lookup(RECORD)).left_out
    assert left[:3] == ("2 meetings without a day of their own", "1 statement without a day of its own",
                        "2 positions without a day of their own")  # fmt: skip
    assert "1 state of instruments without a day" in left
