"""A brief as a PDF, set by typst: the brief goes to it as data, so that no word of a report is taken for markup."""

import json
from importlib.resources import files
from typing import Any, Final, Literal

from pourparler.core.errors import InputError
from pourparler.faces.brief.letters import lawful, linked
from pourparler.faces.brief.paper import Brief, Figure, Footnote, Item, Section, Sentence, left_out
from pourparler.faces.wording.quoting import clip

AUTHOR = "Pourparler"
SETTING = "sheet.typ"
"""The file that says how a brief is set; it stands beside this one."""

STANDARD: Final = "ua-1"
"""PDF/UA-1: tagged, with its title and language, so that a screen reader reads it in order (ISO 14289-1)."""

ATTEMPTS: Final[tuple[tuple[bool, tuple[Literal["ua-1"], ...]], ...]] = (
    (True, (STANDARD,)),
    (False, (STANDARD,)),
    (False, ()),
)
"""With typst's own fonts alone, or the machine's too; and the standard kept. A brief with letters that typst's fonts
lack is set with the machine's; where these lack them too, it is no PDF/UA, which allows no letter that is not seen."""

HOW = "Install it with: pip install 'pourparler[pdf]', or write .docx or .html, which need nothing."


def as_pdf(brief: Brief, notes_at: str = "end") -> bytes:
    """The brief as a PDF, the same bytes for the same brief; footnotes are a list of sources at its end, or, with
    `notes_at` "foot", stand at the foot of each page.

    The fonts are typst's own; only where a brief has letters that these lack, the machine's are asked too.
    Raises InputError where typst is not installed, or refuses the brief.
    """
    try:
        import typst
    except ImportError as error:
        raise InputError("A PDF is set by typst, which is not installed.", HOW) from error
    setting = files("pourparler.faces.brief").joinpath(SETTING).read_bytes()
    given = {"brief": json.dumps(as_data(brief), ensure_ascii=False), "notes": notes_at}
    refused = ""
    for alone, standards in ATTEMPTS:
        try:
            made = typst.compile(
                setting, format="pdf", sys_inputs=given, ignore_system_fonts=alone, pdf_standards=list(standards)
            )
            return bytes(made)
        except typst.TypstError as error:
            refused = clip(str(error), 300)
    todo = "Write .docx or .html; please report this with the brief as .md."
    raise InputError(f"typst could not set this brief: {refused}", todo)


def as_data(brief: Brief) -> dict[str, Any]:
    """The brief as the setting takes it: strings, numbers, lists and names, and nothing else."""
    return {
        "title": lawful(brief.title),
        "author": AUTHOR,
        "lead": [_sentence(one) for one in brief.lead],
        "sections": [_section(one) for one in brief.sections],
        "figures": {one.anchor: _figure(one) for one in brief.figures},
        "sources": [_footnote(one) for one in brief.footnotes],
    }


def _section(section: Section) -> dict[str, Any]:
    groups = [
        {"heading": lawful(group.heading), "items": [_item(item) for item in group.items]}
        for group in section.groups
        if group.items
    ]
    more = [_sentence(one) for one in section.more]
    return {
        "anchor": section.anchor,
        "heading": section.heading,
        "groups": groups,
        "empty": section.empty,
        "more": more,
    }


def _item(item: Item) -> dict[str, Any]:
    return {"sentences": [_sentence(one) for one in item.sentences], "sides": [_item(one) for one in item.sides]}


def _sentence(sentence: Sentence) -> dict[str, Any]:
    runs = [{"text": lawful(run.text), "tone": run.tone.value} for run in sentence.runs]
    return {"runs": runs, "notes": list(sentence.notes)}


def _figure(figure: Figure) -> dict[str, Any]:
    """A chart as a drawing, with what it shows for those who do not see it."""
    from pourparler.faces.charts.picture import Form, picture

    caption = figure.chart.caption
    return {
        "svg": picture(figure.chart, Form.SVG).decode(),
        "caption": lawful(f"{caption.title}{left_out(figure)}"),
        "told": lawful(f"{caption.title}. {caption.told}"),
    }


def _footnote(note: Footnote) -> dict[str, Any]:
    return {
        "number": note.number,
        "outlet": lawful(note.outlet),
        "published": note.published,
        "words": lawful(note.words),
        "day": lawful(note.day),
        "report": lawful(note.report),
        "url": linked(note.url),
    }
