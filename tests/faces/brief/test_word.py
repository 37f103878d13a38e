"""The brief as a Word document: opened again, its outline and its footnotes are there, as Word wants them."""

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from pourparler.core.entry import CaseRecord
from pourparler.faces.brief.numbering import sentences_of
from pourparler.faces.brief.paper import Brief, Wanted
from pourparler.faces.brief.word import as_word
from pourparler.faces.brief.writing import write_brief
from pourparler.faces.rows.lookup import Lookup
from tests.faces.brief.hostile import SHOWN, hostile
from tests.faces.lausanne import RECORD


def written(record: CaseRecord = RECORD) -> Brief:
    """The brief of a record."""
    return write_brief(Lookup(record), Wanted(record="talks.db"))


def opened(record: CaseRecord = RECORD) -> Document:
    """The brief of a record as Word would open it."""
    return docx.Document(io.BytesIO(as_word(written(record))))


def notes_of(document: Document) -> Any:
    """The root of the part that holds the footnotes."""
    return parse_xml(document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES).blob)


def said(element: Any) -> str:
    """All words below an element."""
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def test_headings_are_headings_and_points_are_list_items() -> None:
    document = opened()
    styled = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs if paragraph.style]
    assert styled[0] == ("Title", "Lausanne 2015: the state of play")
    assert [text for style, text in styled if style == "Heading 1"] == [one.heading for one in written().sections]
    assert ("Heading 2", "Iran") in styled
    assert any(style == "List Bullet" and text.startswith("On Thu 2 Apr 2015 Iran") for style, text in styled)
    assert any(style == "List Bullet 2" and text.startswith("Geneva") for style, text in styled)


def test_every_footnote_is_one_of_words_with_its_outlet_day_and_words() -> None:
    root = notes_of(opened())
    notes = {int(note.get(qn("w:id"))): note for note in root}
    sources = written().footnotes
    assert sorted(notes) == [-1, 0, *(note.number for note in sources)]
    assert [notes[number].get(qn("w:type")) for number in (-1, 0)] == ["separator", "continuationSeparator"]
    for source in sources:
        told = said(notes[source.number])
        assert source.outlet in told and source.published in told and source.words in told and source.report in told
        assert notes[source.number].find(f".//{qn('w:footnoteRef')}") is not None
        assert notes[source.number].find(f".//{qn('w:pStyle')}").get(qn("w:val")) == "FootnoteText"


def test_every_sentence_cites_as_many_footnotes_as_it_has() -> None:
    body = opened().element.body
    first = [int(one.get(qn("w:id"))) for one in body.iter(qn("w:footnoteReference"))]
    again = [int(number) for one in body.iter(qn("w:fldSimple"))
             for number in re.findall(r"NOTEREF _RefNote(\d+) \\f \\h", one.get(qn("w:instr")))]  # fmt: skip
    marks = {int(one.get(qn("w:id"))): one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    assert first == list(range(1, len(first) + 1)), "each stands once, in order"
    assert len(first) + len(again) == sum(len(sentence.notes) for sentence in sentences_of(written()))
    assert set(again) and all(marks[number] == f"_RefNote{number}" for number in again)


def test_the_file_is_wired_as_word_expects() -> None:
    package = zipfile.ZipFile(io.BytesIO(as_word(written())))
    types = package.read("[Content_Types].xml").decode()
    assert f'PartName="/word/footnotes.xml" ContentType="{CONTENT_TYPE.WML_FOOTNOTES}"' in types
    settings = opened().settings.element
    named = settings.find(qn("w:footnotePr"))
    assert named is not None
    assert [one.get(qn("w:id")) for one in named] == ["-1", "0"]
    order = [one.tag for one in settings]
    assert order.index(qn("w:footnotePr")) == order.index(qn("w:compat")) - 1, "where the schema has it"
    assert {"FootnoteText", "FootnoteReference"} <= {one.style_id for one in opened().styles}
    assert all(info.date_time == (1980, 1, 1, 0, 0, 0) for info in package.infolist())


def test_who_made_it_and_what_it_is_called_but_no_hour() -> None:
    core = opened().core_properties
    assert (core.author, core.title) == ("Pourparler", "Lausanne 2015: the state of play")
    package = zipfile.ZipFile(io.BytesIO(as_word(written())))
    assert b"created" not in package.read("docProps/core.xml")
    assert not any("thumbnail" in name for name in package.namelist())


def test_a_report_with_an_address_of_the_web_is_a_link() -> None:
    part = opened().part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    assert {one.target_ref for one in part.rels.values()} == {"https://lakeside.example/outline"}


def test_the_same_record_gives_the_same_bytes() -> None:
    assert as_word(written()) == as_word(written())


def test_a_brief_without_sources_has_no_part_for_them() -> None:
    empty = CaseRecord("", None, "pourparler 0", 0, (), (), (), (), (), (), (), ())
    document = opened(empty)
    with pytest.raises(KeyError):
        document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    assert "No report is in this record yet" in document.paragraphs[1].text


def test_hostile_words_are_words() -> None:
    document = opened(hostile())
    body = "\n".join(paragraph.text for paragraph in document.paragraphs)
    notes = said(notes_of(document))
    assert f"\u2068“{SHOWN}”\u2069" in body
    for text in (body, notes):
        assert SHOWN in text
        assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066\u2067\ufffe]", text)
        assert text.count("\u2068") == text.count("\u2069") > 0
    assert not [one for one in document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES).rels.values()
                if "javascript" in one.target_ref]  # fmt: skip


def test_an_address_that_xml_has_no_place_for_is_no_link() -> None:
    views = tuple(
        replace(view, report=replace(view.report, url="https://a.example/\x07\ud800")) if view.report.url else view
        for view in RECORD.reports
    )
    part = opened(replace(RECORD, reports=views)).part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    assert not part.rels
