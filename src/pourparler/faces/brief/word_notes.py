"""Footnotes of a Word document, which python-docx does not write: their part, its relation, styles and settings.

The shapes are those of Office Open XML (ECMA-376, part 1, 17.11): two notes of the file's own for the lines between
text and notes, which the settings name, and one note for each source. A source that is cited again gets a field that
gives the number of its first citation (NOTEREF), as Word's own cross-references do.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pourparler.faces.brief.letters import lawful, linked
from pourparler.faces.brief.paper import Footnote

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
"""The notes of the file's own, each with its id, as Word numbers them."""

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
SMALL = 17
"""The size of a footnote, in half points."""


class WordNotes:
    """The footnotes of one document: cited one after the other, written down at the end by `close`."""

    def __init__(self, document: "Document", notes: Sequence[Footnote]) -> None:
        self._document = document
        self._notes = {note.number: note for note in notes}
        self._cited: list[int] = []
        _add_styles(document)

    def cite(self, paragraph: "Paragraph", numbers: Sequence[int]) -> None:
        """References to footnotes at the end of a paragraph as it stands."""
        for index, number in enumerate(numbers):
            if index:
                paragraph._p.append(_reference_run("<w:t>,</w:t>"))
            if number in self._cited:
                paragraph._p.append(_again(number))
                continue
            self._cited.append(number)
            for element in _first_time(number):
                paragraph._p.append(element)

    def close(self) -> None:
        """Write the part that holds the footnotes, and name the separators in the settings."""
        from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart
        from docx.oxml import parse_xml

        if not self._cited:
            return
        root = parse_xml(f"<w:footnotes {NAMESPACES}/>")
        package = self._document.part.package
        part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, root, package)
        for kind, number in SEPARATORS:
            root.append(_separator(kind, number))
        for number in self._cited:
            root.append(_note(part, self._notes[number]))
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        _name_separators(self._document)


def _parsed(xml: str) -> "BaseOxmlElement":
    """An element from XML in which no word of a report stands."""
    from docx.oxml import parse_xml

    head, _, rest = xml.partition(">")
    closed = head.endswith("/")
    return parse_xml(f"{head.removesuffix('/')} {NAMESPACES}{'/' if closed else ''}>{rest}")


def _reference_run(inner: str) -> "BaseOxmlElement":
    return _parsed(f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{inner}</w:r>')


def _first_time(number: int) -> tuple["BaseOxmlElement", ...]:
    """The reference to a footnote between the ends of a bookmark, for later citations to find."""
    return (
        _parsed(f'<w:bookmarkStart w:id="{number}" w:name="_RefNote{number}"/>'),
        _reference_run(f'<w:footnoteReference w:id="{number}"/>'),
        _parsed(f'<w:bookmarkEnd w:id="{number}"/>'),
    )


def _again(number: int) -> "BaseOxmlElement":
    """A field that shows, and leads to, the number of a footnote that was cited before."""
    field = _parsed(f'<w:fldSimple w:instr=" NOTEREF _RefNote{number} \\f \\h "></w:fldSimple>')
    field.append(_reference_run(f"<w:t>{number}</w:t>"))
    return field


def _separator(kind: str, number: int) -> "BaseOxmlElement":
    spacing = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    return _parsed(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p>{spacing}<w:r><w:{kind}/></w:r></w:p></w:footnote>'
    )


def _note(part: "Part", note: Footnote) -> "BaseOxmlElement":
    """One footnote: outlet, day, words, how the day was read, and the report, with a link where it has an address."""
    style = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
    element = _parsed(f'<w:footnote w:id="{note.number}"><w:p>{style}</w:p></w:footnote>')
    paragraph = element[0]
    paragraph.append(_reference_run("<w:footnoteRef/>"))
    day = f". {note.day}" if note.day else ""
    paragraph.append(_words(f" {note.outlet}, {note.published}: "))
    paragraph.append(_words(note.words))
    paragraph.append(_words(f"{day} ("))
    paragraph.append(_report(part, note))
    paragraph.append(_words(")"))
    return element


def _report(part: "Part", note: Footnote) -> "BaseOxmlElement":
    """The name of a report, as a link where it has an address of the web."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    words = _words(note.report)
    address = linked(note.url)
    if not address:
        return words
    relation = part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = _parsed(f'<w:hyperlink r:id="{relation}"></w:hyperlink>')
    link.append(words)
    return link


def _words(text: str) -> "BaseOxmlElement":
    """A run of words, put in as text and never as XML."""
    run = _parsed('<w:r><w:t xml:space="preserve"></w:t></w:r>')
    run[0].text = lawful(text)
    return run


def _add_styles(document: "Document") -> None:
    """The styles of a footnote and of its mark, under the ids that Word gives them."""
    styles = document.styles.element
    styles.append(
        _parsed(
            '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/>'
            '<w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
            '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
            f'<w:rPr><w:sz w:val="{SMALL}"/><w:szCs w:val="{SMALL}"/></w:rPr></w:style>'
        )
    )
    styles.append(
        _parsed(
            '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
            '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
            '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        )
    )


def _name_separators(document: "Document") -> None:
    """The settings name the separators, at the place that the schema gives it: before what is told of compatibility."""
    from docx.oxml.ns import qn

    named = "".join(f'<w:footnote w:id="{number}"/>' for _, number in SEPARATORS)
    properties = _parsed(f"<w:footnotePr>{named}</w:footnotePr>")
    settings = document.settings.element
    compatibility = settings.find(qn("w:compat"))
    if compatibility is None:
        settings.append(properties)
    else:
        compatibility.addprevious(properties)
