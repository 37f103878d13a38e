"""A record of which one report is out to do harm to whatever shows it."""

from dataclasses import replace

from pourparler.core.entry import CaseRecord
from tests.faces.lausanne import LAKE, MEETINGS, RECORD

WORDS = (
    '<script>alert(1)</script> #read("/etc/passwd") $x$ *bold* _it_ `raw` @cite <label> = head [a](b) \\ ] } // --- '
    "&amp; {{1}} %s \u202edrawkcab\u2066 \x1b[31m \x00 \x07 \ufffe \ud800 مرحبا שלום"
)
"""Markup of every paper, what steers a line, what XML and UTF-8 have no place for, and letters of two scripts that run
from right to left."""

SHOWN = (
    '<script>alert(1)</script> #read("/etc/passwd") $x$ *bold* _it_ `raw` @cite <label> = head [a](b) \\ ] } // --- '
    "&amp; {{1}} %s ‹U+202E›drawkcab‹U+2066› ‹U+001B›[31m ‹U+0000› ‹U+0007› ‹U+FFFE› ‹U+D800› مرحبا שלום"
)
"""The same words as a reader is to see them."""


def hostile() -> CaseRecord:
    """The record of Lausanne with these words as an outlet, as an outcome, as a place, as titles and as a file."""
    start = LAKE.text.index("limits to enrichment")
    text = LAKE.text[:start] + WORDS + LAKE.text[start + len("limits to enrichment") :]
    report = replace(LAKE, text=text, outlet=WORDS, url="javascript:alert(1)")
    views = tuple(replace(one, report=report) if one.report is LAKE else one for one in RECORD.reports)
    place = replace(MEETINGS[0].outcome[0], end=start + len(WORDS), text=WORDS)
    meeting = replace(MEETINGS[0], outcome=(place,), place=(WORDS,), title=WORDS)
    named = replace(RECORD.instruments[0], title=WORDS, terms=())
    sides = tuple(replace(one, party=WORDS) for one in RECORD.positions if one.party)
    return replace(
        RECORD, name=WORDS, reports=views, meetings=(meeting,), disputes=(), instruments=(named,), positions=sides
    )
