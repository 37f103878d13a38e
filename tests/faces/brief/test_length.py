"""The brief of a whole case: two pages in a PDF, five minutes to read, every footnote on words that stand there."""

import io
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from pourparler.faces.brief.choosing import ROOM, lines_of
from pourparler.faces.brief.numbering import sentences_of
from pourparler.faces.brief.paper import Brief, Wanted
from pourparler.faces.brief.pdf import as_pdf
from pourparler.faces.brief.writing import write_brief
from pourparler.faces.cli.app import OK, main
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.quoting import quoted
from pourparler.record.opening import open_store
from pourparler.record.view import compute

CASES = Path(__file__).resolve().parents[3] / "bench" / "cases"
MOST_WORDS = 1200
"""Five minutes at 240 words a minute."""


@pytest.fixture(scope="module", params=["strike", "trade", "bundled"])
def lookup(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lookup]:
    """The record of a case, read by rules."""
    record = tmp_path_factory.mktemp("brief") / "case.db"
    bundled = files("pourparler").joinpath("examples", "talks-2025")
    with as_file(bundled) as folder:
        reports = folder if request.param == "bundled" else CASES / request.param / "reports"
        assert main(["read", str(reports), "--record", str(record), "--reader", "rules"]) == OK
    with open_store(record, read_only=True) as store:
        yield Lookup(compute(store.holdings(), None))


@pytest.fixture
def written(lookup: Lookup) -> Brief:
    """Its brief."""
    return write_brief(lookup, Wanted(record="case.db"))


def test_two_pages_of_text_and_then_the_sources(written: Brief) -> None:
    pypdf = pytest.importorskip("pypdf", reason="reading a PDF back needs pypdf: pip install 'pourparler[dev]'")
    pytest.importorskip("typst", reason="a PDF needs typst: pip install 'pourparler[pdf]'")
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(as_pdf(written))).pages]
    body = next(index for index, text in enumerate(pages) if text.startswith("Sources"))
    assert body <= 2
    told = ["".join(run.text for run in sentence.runs) for sentence in sentences_of(written)]
    assert sum(len(words.split()) for words in told) <= MOST_WORDS
    assert lines_of(written) <= ROOM


def test_every_footnote_leads_to_words_that_stand_at_their_place(lookup: Lookup, written: Brief) -> None:
    assert written.footnotes
    for note in written.footnotes:
        text = lookup.report(note.report).text[note.start : note.end]
        assert note.words == quoted(text, 600) and text.strip()


def test_every_sentence_that_tells_a_fact_has_a_footnote(written: Brief) -> None:
    gaps = {sentence for section in written.sections if section.anchor == "not-known"
            for group in section.groups for item in group.items for sentence in item.sentences}  # fmt: skip
    more = {sentence for section in written.sections for sentence in section.more}
    for sentence in sentences_of(written):
        assert sentence.notes or sentence in gaps or sentence in more or sentence in written.lead


def test_the_same_entry_is_told_once_in_a_part(written: Brief) -> None:
    for section in written.sections:
        told = [item for group in section.groups for item in group.items]
        assert len(told) == len(set(told))
