"""Markup read, given out with offsets, and written again gives the same report, whatever its words."""

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.core.evidence import Span
from training.corpus import citations, marks
from training.corpus.citations import at_borders
from training.corpus.document import parse, write
from training.corpus.kinds import KINDS, Take
from training.corpus.model import Actor, Document, Field, Record, Tag
from training.corpus.rows import document, row

ODD = st.sampled_from("aé\u0301b 𝒳z{}|\\`~#=.,“”'\n-|  ")
TEXTS = st.one_of(st.text(ODD, min_size=1, max_size=60), st.text("ab \n~", min_size=30, max_size=120))
IDS = st.sampled_from(["us", "ru", "m1", "i2", "office", "not-news"])
VALUES = st.sampled_from(["2025-02-18", "2025-W08-WE", "?", "P3D", "2025-01..", "2024-Q1"])
LABELS = st.text(string.ascii_letters, min_size=1, max_size=8)


@st.composite
def spans_of(draw: st.DrawFn, text: str) -> Span | None:
    """A place of the text that cuts no word and begins and ends with no blank."""
    start = draw(st.integers(0, len(text) - 1))
    span = Span(start, draw(st.integers(start + 1, len(text))))
    words = span.of(text)
    return span if words == words.strip() and at_borders(text, span) else None


@st.composite
def tags_of(draw: st.DrawFn, text: str) -> tuple[Tag, ...]:
    """Marks that nest."""
    found: list[Tag] = []
    for _ in range(draw(st.integers(0, 5))):
        span = draw(spans_of(text))
        if span is None or any(
            span.overlaps(tag.span) and not span.holds(tag.span) and not tag.span.holds(span) for tag in found
        ):
            continue
        ids = (draw(VALUES),) if draw(st.booleans()) else tuple(draw(st.lists(IDS, min_size=1, max_size=2)))
        found.append(Tag(span, ids))
    return marks.ordered(found)


@st.composite
def records_of(draw: st.DrawFn, text: str) -> tuple[Record, ...]:
    """One record of every kind with some of its fields."""
    found = []
    for letter, kind in KINDS.items():
        head = tuple(draw(st.sampled_from(slot)) for slot in kind.heads)
        fields = []
        for name, take in kind.fields.items():
            if name in kind.needed or draw(st.integers(0, 4)) == 0:
                places = tuple(span for _ in range(draw(st.integers(0, 3))) if (span := draw(spans_of(text))))
                label = draw(st.none() | LABELS) if take is Take.LABEL else None
                fields.append(Field(name, tuple(draw(st.lists(IDS, max_size=2))), places, label))
        found.append(Record(f"{letter}1", head, tuple(fields)))
    return tuple(found)


@st.composite
def reports(draw: st.DrawFn) -> Document:
    """A report with everything a report may have, in words that try the markup."""
    text = draw(TEXTS)
    actors = (Actor("us", "state", "United States"), Actor("rep", "person", "Envoy", "us", "envoy", ("A B", "C")))
    headers = (("outlet", "Odd: Wire"), ("published", "2025-02-18"))
    return Document(headers, text, draw(tags_of(text)), actors, draw(records_of(text)))


@settings(max_examples=150, deadline=None)
@given(reports())
def test_a_report_written_and_read_is_the_same(report: Document) -> None:
    read, wrong = parse(write(report))
    assert not wrong
    assert read == report


@settings(max_examples=100, deadline=None)
@given(reports())
def test_a_row_gives_back_the_report_and_its_spans_hold(report: Document) -> None:
    given_row = row(report, "x/01.txt", {one.id: one for one in report.actors})
    places = [*given_row["marks"], *(e for r in given_row["records"] for f in r["fields"] for e in f["evidence"])]
    assert all(report.text[place["start"] : place["end"]] == place["text"] for place in places)
    assert document(given_row) == report
    assert parse(write(document(given_row)))[0] == report


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_citation_gives_its_place(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    span = data.draw(spans_of(text))
    if span is None:
        return
    found = citations.CITATION.fullmatch(citations.write(text, span))
    assert found
    assert citations.choose(text, citations.read(found[1], found[2])) == span
