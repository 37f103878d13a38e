"""A brief as a Word document: headings, lists and footnotes are Word's own."""

import io
import zipfile
from typing import TYPE_CHECKING

from pourparler.faces.brief.letters import lawful
from pourparler.faces.brief.paper import Brief, Figure, Item, Section, Sentence, Tone, left_out
from pourparler.faces.brief.word_notes import WordNotes

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

AUTHOR = "Pourparler"
LANGUAGE = "en-GB"
NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold, given to every part so that no clock enters the bytes."""

SCALE = 3.0
"""Pixels of a chart for each of its own: 380 to the inch at 13.5 cm."""

SIZES = {"Normal": 10.0, "Title": 18.0, "Heading 1": 12.0, "Heading 2": 10.0, "List Bullet": 10.0, "List Bullet 2": 9.5}
"""Sizes of the styles, in points."""


def as_word(brief: Brief) -> bytes:
    """The brief as a .docx file, the same bytes for the same brief; it opens in whatever reads Office Open XML."""
    import docx

    document = docx.Document()
    _lay_out(document, brief)
    notes = WordNotes(document, brief.footnotes)
    document.add_heading(lawful(brief.title), 0)
    _fill(document.add_paragraph(), brief.lead, notes)
    for section in brief.sections:
        _section(document, section, notes)
        for figure in brief.figures:
            if figure.anchor == section.anchor:
                _figure(document, figure)
    notes.close()
    out = io.BytesIO()
    document.save(out)
    return without_clock(out.getvalue())


def without_clock(package: bytes) -> bytes:
    """A zip with the same parts in the same order and no time in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = zipfile.ZipInfo(info.filename, NO_TIME)
            part.compress_type, part.create_system, part.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            new.writestr(part, old.read(info))
    return out.getvalue()


def _lay_out(document: "Document", brief: Brief) -> None:
    """Page, styles, language and who made it; no day of making, since no clock enters a brief."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor
    from docx.styles.style import ParagraphStyle

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    page.top_margin = page.bottom_margin = Cm(1.8)
    for name, size in SIZES.items():
        style = document.styles.get_by_id(name.replace(" ", ""), WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)
        style.font.size, style.font.color.rgb = Pt(size), RGBColor(0x1B, 0x1F, 0x24)
        style.paragraph_format.space_after = Pt(2)
        style.paragraph_format.space_before = Pt({"Heading 1": 9, "Heading 2": 4}.get(name, 0))
        style.paragraph_format.line_spacing = 1.0
    language = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    if language is not None:
        language.set(qn("w:val"), LANGUAGE)
    core = document.core_properties
    core.title, core.author, core.comments, core.language = lawful(brief.title)[:255], AUTHOR, "", LANGUAGE
    for element in list(core._element):
        if element.tag.rpartition("}")[2] in ("created", "modified"):
            core._element.remove(element)
    package = document.part.package
    for name, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[name]
    _number_pages(document)


def _number_pages(document: "Document") -> None:
    """The number of each page in its footer, as a field that Word keeps up."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run("Page ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    paragraph._p.append(field)
    run = paragraph.add_run("1")
    field.append(run._r)


def _section(document: "Document", section: Section, notes: WordNotes) -> None:
    document.add_heading(lawful(section.heading), 1)
    filled = [group for group in section.groups if group.items]
    for group in filled:
        if group.heading:
            document.add_heading(lawful(group.heading), 2)
        for item in group.items:
            _item(document, item, notes)
    if not filled:
        document.add_paragraph(section.empty)
    for sentence in section.more:
        _fill(document.add_paragraph(), (sentence,), notes)


def _figure(document: "Document", figure: Figure) -> None:
    """A chart as a picture, with what it shows for those who do not see it, and its title below."""
    from docx.oxml.ns import qn
    from docx.shared import Cm

    from pourparler.faces.charts.picture import Form, picture

    caption = figure.chart.caption
    shape = document.add_picture(io.BytesIO(picture(figure.chart, Form.PNG, SCALE)), width=Cm(13.5))
    properties = shape._inline.find(qn("wp:docPr"))
    assert properties is not None
    properties.set("descr", lawful(f"{caption.title}. {caption.told}"))
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    document.add_paragraph(lawful(f"{caption.title}{left_out(figure)}"), style="Caption")


def _item(document: "Document", item: Item, notes: WordNotes) -> None:
    _fill(document.add_paragraph(style="List Bullet"), item.sentences, notes)
    for side in item.sides:
        _fill(document.add_paragraph(style="List Bullet 2"), side.sentences, notes)


def _fill(paragraph: "Paragraph", sentences: tuple[Sentence, ...], notes: WordNotes) -> None:
    """Put sentences into a paragraph, each with its footnotes behind it."""
    for index, sentence in enumerate(sentences):
        if index:
            paragraph.add_run(" ")
        for run in sentence.runs:
            set_run = paragraph.add_run(lawful(run.text))
            if run.tone is Tone.STRONG:
                set_run.bold = True
            if run.tone is Tone.COMMAND:
                set_run.font.name = "Consolas"
        notes.cite(paragraph, sentence.notes)
