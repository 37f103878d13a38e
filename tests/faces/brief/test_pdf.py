"""The brief as a PDF: read back, its words are there, its sources lead somewhere, and no word was taken for markup."""

import io
import re
from dataclasses import replace
from typing import Any

import pytest

from pourparler.core.entry import CaseRecord
from pourparler.faces.brief.letters import lawful
from pourparler.faces.brief.paper import Brief, Wanted
from pourparler.faces.brief.pdf import as_data, as_pdf
from pourparler.faces.brief.writing import write_brief
from pourparler.faces.rows.lookup import Lookup
from tests.faces.brief.hostile import SHOWN, hostile
from tests.faces.lausanne import MEETINGS, RECORD

pypdf = pytest.importorskip("pypdf", reason="reading a PDF back needs pypdf: pip install 'pourparler[dev]'")
pytest.importorskip("typst", reason="a PDF needs typst: pip install 'pourparler[pdf]'")


def written(record: CaseRecord = RECORD) -> Brief:
    """The brief of a record."""
    return write_brief(Lookup(record), Wanted(record="talks.db"))


def pages(brief: Brief, notes_at: str = "end") -> list[str]:
    """The words of each page, runs of blanks made one."""
    reader = pypdf.PdfReader(io.BytesIO(as_pdf(brief, notes_at)))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def bare(text: str) -> str:
    """`text` without blanks and marks that a line break may take or give."""
    return re.sub(r"[\s\u2068\u2069\u200b-]", "", text)


def test_the_body_and_every_source_can_be_read_back() -> None:
    brief = written()
    text = bare(" ".join(pages(brief)))
    assert bare("On Thu 2 Apr 2015 Iran and the United States held talks in Lausanne.") in text
    for section in brief.sections:
        assert bare(section.heading) in text
    for note in brief.footnotes:
        assert bare(f"{note.outlet}, {note.published}: {note.words}") in text


def test_sources_stand_behind_the_body_or_at_the_foot_of_a_page() -> None:
    brief = written()
    assert pages(brief)[-1].startswith("Sources 1.")
    foot = pages(brief, "foot")
    assert not any("Sources 1." in page for page in foot)
    for note in brief.footnotes:
        assert sum(bare(f"{note.published}: {note.words}") in bare(page) for page in foot) >= 1


def test_title_author_language_headings_and_tags_but_no_hour() -> None:
    reader = pypdf.PdfReader(io.BytesIO(as_pdf(written())))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Lausanne 2015: the state of play", "Pourparler")
    assert reader.metadata.creation_date is None
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en" and root["/MarkInfo"]["/Marked"]
    outline = [str(one.title) for one in _flat(reader.outline)]
    assert [section.heading for section in written().sections] == [
        title for title in outline if title in {section.heading for section in written().sections}
    ]


def _flat(outline: list[Any]) -> list[Any]:
    """The entries of an outline without its levels."""
    return [leaf for one in outline for leaf in (_flat(one) if isinstance(one, list) else [one])]


def test_every_font_is_in_the_file() -> None:
    reader = pypdf.PdfReader(io.BytesIO(as_pdf(written())))
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        below = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        assert any(key.startswith("/FontFile") for key in below["/FontDescriptor"].get_object())


def test_every_citation_leads_to_its_source() -> None:
    brief = written()
    reader = pypdf.PdfReader(io.BytesIO(as_pdf(brief)))
    body = reader.pages[0]["/Annots"]
    targets = [one.get_object() for one in body]
    assert all(one["/Subtype"] == "/Link" for one in targets)
    assert len(targets) >= len(brief.footnotes)


def test_the_same_record_gives_the_same_bytes() -> None:
    assert as_pdf(written()) == as_pdf(written())
    assert as_pdf(written(), "foot") == as_pdf(written(), "foot")


@pytest.mark.parametrize("notes_at", ["end", "foot"])
def test_hostile_words_are_words(notes_at: str) -> None:
    text = bare(" ".join(pages(written(hostile()), notes_at)))
    left_to_right = SHOWN.partition("مرحبا")[0]
    assert text.count(bare(left_to_right)) >= 3
    assert "root:" not in text
    assert not re.search("[\x00-\x08\u202a-\u202e\u2066\u2067]", text)


def test_words_go_to_typst_as_data() -> None:
    data = as_data(written(hostile()))
    assert lawful(f"“{SHOWN}”") in [
        run["text"] for run in data["sections"][0]["groups"][0]["items"][0]["sentences"][-1]["runs"]
    ]
    assert all(source["url"] == "" for source in data["sources"] if "script" in source["outlet"])


@pytest.mark.parametrize("outlet", ["日本新聞", "Post 🕊", "أخبار", "\U0001e910\U0001e922", "‹U+FFFE›\ufffe"])
def test_letters_that_no_font_may_have_stop_nothing(outlet: str) -> None:
    views = tuple(replace(view, report=replace(view.report, outlet=outlet)) for view in RECORD.reports)
    assert as_pdf(written(replace(RECORD, reports=views))).startswith(b"%PDF-")


def test_a_word_without_end_stays_on_the_page() -> None:
    endless = replace(MEETINGS[0], place=("A" * 900,))
    brief = written(replace(RECORD, meetings=(endless,), disputes=()))
    assert "A" * 900 in bare(" ".join(pages(brief)))
