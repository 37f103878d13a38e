"""The reader: a report's text as it stands, what the record rests on marked in it, its entries beside it."""

import re
from collections.abc import Sequence
from sqlite3 import Row
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field

from pourparler.core.entry import ReportView
from pourparler.core.errors import UnknownEntryError
from pourparler.core.evidence import Span
from pourparler.core.report import Report
from pourparler.faces.export.shape import values_of
from pourparler.faces.export.tables import COLUMNS, evidence_lines
from pourparler.faces.web.listing import case_values
from pourparler.faces.web.page import Answer, Ask, Page, Table
from pourparler.faces.web.texts.anchoring import Anchors, anchored
from pourparler.faces.web.texts.marking import marked, pieces
from pourparler.faces.web.texts.told import MAIN, Card, kinds_of, told_in
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.days import publication
from pourparler.faces.wording.voices import outlet

_VERSION = re.compile(r"#\d+\Z")
"""What the name of a later version of a path adds to it."""

Kind = Literal["meeting", "statement", "position", "condition", "instrument"]


def _empty(value: object) -> object:
    return None if value == "" else value


class ReaderAsk(Ask):
    """Which words of the report, and entries of which kind are marked."""

    at: Annotated[str | None, BeforeValidator(_empty)] = Field(
        None, pattern=r"^\d{1,9}-\d{1,9}$", description="Words to show: `START-END`, half-open, in code points."
    )
    kind: Annotated[Kind | None, BeforeValidator(_empty)] = Field(None, description="Only entries of this kind.")


def reader(visit: Visit, ask: ReaderAsk) -> Answer:
    """One report with its text, what it tells in the order of the text, and where each of that stands."""
    row = named(visit)
    visit.path = f"/reports/{row['id']}"
    report = visit.snapshot.text(row["id"])
    told = told_in(visit, report, row["seq"])
    cards = [card for card in told if ask.kind in (None, card.row["kind"])]
    place = _place(ask.at)
    asked = place if place and place.start < place.end <= len(report.text) else None
    marks = [mark for card in cards for mark in card.marks]
    names = {card.number: (card.entry.id, card.row["kind"]) for card in cards}
    anchors = _anchors(visit, report, row["seq"])
    cut = pieces(len(report.text), marks, report.not_news, asked, anchors.places)
    lines = (line for line in evidence_lines([card.entry for card in cards]) if line["report"] == report.name)
    return Answer(
        report.title or report.name,
        {
            "case": case_values(visit),
            "report": values_of(ReportView(report, row["copies_of"])),
            "entries": [_card_values(card) for card in cards],
        },
        Table(COLUMNS["evidence"], (tuple(line.get(column) for column in COLUMNS["evidence"]) for line in lines)),
        {
            "report": report,
            "row": row,
            "text": marked(report.text, cut, names, anchors),
            "cards": cards,
            "told": len(told),
            "kinds": kinds_of(told),
            "asked": asked,
            "is_astray": place is not None and asked is None,
            "chosen": {card.number for card in cards if asked and card.is_at(asked)},
            "steps": steps(cards, asked),
            "address": address(report),
            "who": outlet(report),
            "day": publication(report),
        }
        | _kin(visit, row),
    )


def named(visit: Visit) -> Row:
    """The row of the report that the path names by its id, its name, or the beginning of its id."""
    row = visit.snapshot.one("SELECT * FROM reports WHERE id = ? OR name = ?", visit.key, visit.key)
    found = visit.snapshot.named(visit.key) if row is None else ()
    if len(found) == 1:
        row = visit.snapshot.one("SELECT * FROM reports WHERE id = ?", found[0])
    if row is None:
        seen = f" published up to {visit.as_of}" if visit.as_of else ""
        raise UnknownEntryError(f"There is no report {visit.key!r}{seen}.", "The list of reports has all of them.")
    return row


def _anchors(visit: Visit, report: Report, seq: int) -> Anchors:
    """Ids of all words that links may lead to, for a copy in files, where nobody answers which words were asked for."""
    if not visit.site.is_copy:
        return Anchors()
    rows = visit.snapshot.rows("SELECT DISTINCT start, end FROM marks WHERE report = ?", seq)
    return anchored([(row["start"], row["end"]) for row in rows], report.not_news)


def _place(at: str | None) -> Span | None:
    start, _, end = (at or "").partition("-")
    return Span(int(start), int(end)) if at else None


def steps(cards: Sequence[Card], asked: Span | None) -> tuple[Span | None, Span | None]:
    """The words of the entry before and of the one after those asked for, in the order of the text."""
    if asked is None:
        return None, cards[0].places[0] if cards else None
    here = (asked.start, asked.end)
    places = sorted({card.places[0] for card in cards})
    before = [place for place in places if (place.start, place.end) < here]
    after = [place for place in places if (place.start, place.end) > here]
    return before[-1] if before else None, after[0] if after else None


def address(report: Report) -> str | None:
    """The address of a report where a browser may be led to it: http or https, with a host and nothing odd in it."""
    url = report.url or ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return (
        url if parts.scheme in ("http", "https") and parts.hostname and url.isprintable() and " " not in url else None
    )


def _kin(visit: Visit, row: Row) -> dict[str, object]:
    """The reports that go with one: which it is a near copy of, its own near copies, other versions of its path."""
    path = _VERSION.sub("", row["name"])
    query = "SELECT * FROM reports WHERE (name = ? OR name BETWEEN ? AND ?) AND id <> ? ORDER BY name LIMIT 50"
    alike = visit.snapshot.rows(query, path, f"{path}#", f"{path}$", row["id"])
    return {
        "versions": [one for one in alike if _VERSION.sub("", one["name"]) == path],
        "original": visit.snapshot.one("SELECT * FROM reports WHERE name = ?", row["copies_of"] or ""),
        "copies": visit.snapshot.rows("SELECT * FROM reports WHERE copies_of = ? ORDER BY seq LIMIT 50", row["name"]),
    }


def _card_values(card: Card) -> dict[str, object]:
    """An entry told here as plain values: every place with what it gives."""
    places = [(MAIN, place) for place in card.places] + list(card.fields)
    return {
        "id": card.entry.id,
        "kind": card.row["kind"],
        "label": card.row["label"],
        "status": card.row["status"],
        "voices": list(card.voices),
        "places": [{"field": name, "start": place.start, "end": place.end} for name, place in places],
    }


PAGES = (Page("/reports/{key}", "reader.html", reader, ReaderAsk, deep=True),)
