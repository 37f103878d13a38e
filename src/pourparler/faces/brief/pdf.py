"""A brief as a PDF, set by typst: the brief goes to it as data, so that no word of a report is taken for markup."""

import json
import unicodedata
from importlib.resources import files
from typing import Any, Final

from pourparler.core.errors import InputError
from pourparler.faces.brief.letters import lawful, linked
from pourparler.faces.brief.paper import Brief, Figure, Footnote, Item, Section, Sentence, left_out

AUTHOR = "Pourparler"
SETTING = "sheet.typ"
"""The file that says how a brief is set; it stands beside this one."""

STANDARD: Final = "ua-1"
"""PDF/UA-1: tagged, with its title and language, so that a screen reader reads it in order (ISO 14289-1)."""

SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "MODIFIER", "FEMININE", "MASCULINE", "MICRO", "OHM", "KELVIN", "ANGSTROM")
"""What the names of those letters begin with that typst's own fonts have."""

HOW = "Install it with: pip install 'pourparler[pdf]', or write .docx or .html, which need nothing."


def as_pdf(brief: Brief, notes_at: str = "end") -> bytes:
    """The brief as a PDF, the same bytes for the same brief; footnotes are a list of sources at its end, or, with
    `notes_at` "foot", stand at the foot of each page.

    The fonts are typst's own; only where a brief has letters that these lack, the machine's are asked too.
    Raises InputError where typst is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise InputError("A PDF is set by typst, which is not installed.", HOW) from error
    setting = files("pourparler.faces.brief").joinpath(SETTING).read_bytes()
    data = as_data(brief)
    return bytes(
        typst.compile(
            setting,
            format="pdf",
            sys_inputs={"brief": json.dumps(data, ensure_ascii=False), "notes": notes_at},
            ignore_system_fonts=_is_covered(brief),
            pdf_standards=STANDARD,
        )
    )


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


def _is_covered(brief: Brief) -> bool:
    """True when typst's own fonts have all letters of a brief."""
    letters = {one for one in json.dumps(as_data(brief), ensure_ascii=False) if not one.isascii()}
    return all(
        unicodedata.name(one, "").startswith(SCRIPTS) for one in letters if unicodedata.category(one).startswith("L")
    )
