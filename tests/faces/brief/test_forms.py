"""All forms of a brief: the same bytes for equal records, and hostile words shown as words in every one."""

import io
import re
import zipfile
from dataclasses import replace

import pytest

from pourparler.faces.brief.forms import BINARY, ENDINGS, FORMS, set_as
from pourparler.faces.brief.paper import Wanted
from pourparler.faces.brief.writing import write_brief
from pourparler.faces.rows.lookup import Lookup
from tests.faces.brief.hostile import hostile
from tests.faces.lausanne import RECORD


def papers(form: str, hostile_words: bool = False) -> bytes:
    """The brief of a record made anew in a form."""
    record = hostile() if hostile_words else replace(RECORD)
    return set_as(write_brief(Lookup(record), Wanted(record="talks.db")), form)


def words_in(form: str, content: bytes) -> str:
    """What a reader of a form sees, or the marks that it is made of."""
    if form == "docx":
        archive = zipfile.ZipFile(io.BytesIO(content))
        return "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
    if form == "pdf":
        pypdf = pytest.importorskip("pypdf", reason="reading a PDF back needs pypdf: pip install 'pourparler[dev]'")
        return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    return content.decode()


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> str:
    """Every form; a PDF where typst is there."""
    if request.param == "pdf":
        pytest.importorskip("typst", reason="a PDF needs typst: pip install 'pourparler[pdf]'")
    return str(request.param)


def test_equal_records_give_the_same_bytes(form: str) -> None:
    assert papers(form) == papers(form)


def test_hostile_words_steer_nothing(form: str) -> None:
    seen = words_in(form, papers(form, hostile_words=True))
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066\u2067\ufffe]", seen)
    assert "U+202E" in seen and "alert(1)" in seen
    if form not in ("text", "pdf"):
        assert "<script" not in seen


def test_every_form_has_an_ending_and_every_ending_a_form() -> None:
    assert set(ENDINGS.values()) == set(FORMS) >= BINARY
