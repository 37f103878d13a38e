"""Bytes to text: which encoding, said how, and when it is refused."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparler.core.errors import ReportError
from pourparler.text.decoding import decode

WORDS = "The Zürich round ended – “no deal yet”, the envoy said; it goes on in São Paulo."


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (WORDS.encode(), "UTF-8"),
        (WORDS.encode("utf-8-sig"), "UTF-8"),
        (WORDS.encode("utf-16"), "UTF-16"),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "UTF-16"),
        (WORDS.encode("utf-32"), "UTF-32"),
    ],
)
def test_unicode_is_told_by_its_mark_or_its_form_and_needs_no_note(content: bytes, encoding: str) -> None:
    decoded = decode(content)
    assert (decoded.text, decoded.encoding, decoded.note) == (WORDS, encoding, None)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_and_said(codec: str) -> None:
    decoded = decode(WORDS.encode(codec))
    assert decoded.text == WORDS and decoded.note


def test_windows_1252_is_read_and_said() -> None:
    decoded = decode(WORDS.encode("cp1252"))
    assert (decoded.text, decoded.encoding) == (WORDS, "Windows-1252")
    assert decoded.note and "UTF-8" in decoded.note


def test_short_western_words_are_not_taken_for_another_alphabet() -> None:
    assert decode("Délégués réunis à Genève.".encode("cp1252")).text == "Délégués réunis à Genève."


def test_russian_in_an_old_encoding_keeps_its_letters() -> None:
    text = "Стороны договорились продолжить переговоры на следующей неделе, сообщил представитель министерства. " * 4
    assert decode(text.encode("cp1251")).text == text


def test_a_few_foreign_bytes_in_utf8_are_mended_and_counted() -> None:
    content = (WORDS * 5).encode() + b" caf\xe9"
    decoded = decode(content)
    assert decoded.text == WORDS * 5 + " café"
    assert decoded.note and decoded.note.startswith("1 ")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"%PDF-1.7 words", "a PDF"),
        (b"PK\x03\x04words", "ZIP"),
        (b"\x89PNG\r\n", "PNG"),
        (bytes(range(256)) * 20, "no text"),
        (b"\x01\x02\x03\x04\x05 a few words", "control"),
        (codecs.BOM_UTF16_LE + b"abc", "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_in_plain_words(content: bytes, said: str) -> None:
    with pytest.raises(ReportError) as error:
        decode(content)
    assert said in error.value.what and error.value.stage == "decode" and error.value.todo


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_any_text_in_utf8_comes_back_to_the_letter(text: str) -> None:
    if text.strip() and not text.startswith(("\ufeff", "PK", "MZ", "GIF8", "%PDF")):
        assert decode(text.encode()).text == text


@given(st.binary(max_size=300))
def test_no_bytes_break_it(content: bytes) -> None:
    try:
        assert decode(content).text.strip()
    except ReportError as error:
        assert error.todo
