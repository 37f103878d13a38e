"""Words to pieces, and the shape of each word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.core.evidence import Span
from pourparler.encoder import pieces as pieces_module
from pourparler.encoder.pieces import MOST_PIECES, SHAPES, UNKNOWN, WordPieces, letter_case, shapes
from pourparler.encoder.session import pieces
from pourparler.encoder.weights import load
from pourparler.text.words import tokens

FORM = st.text(min_size=1, max_size=40).filter(lambda form: bool(form.strip()))


@settings(max_examples=150, deadline=None)
@given(forms=st.lists(FORM, max_size=12))
def test_every_word_has_a_few_pieces(forms: list[str]) -> None:
    found = pieces().cut(forms)
    assert len(found) == len(forms)
    assert all(1 <= len(cut) <= MOST_PIECES for cut in found)
    assert found == [pieces().cut([form])[0] for form in forms], "a word's neighbours do not matter"


def test_what_the_vocabulary_lacks_is_one_unknown_piece() -> None:
    assert pieces().cut(["\u00ad", "🕊\ufe0f", "\u200b"]) == [(UNKNOWN,)] * 3


def test_a_long_word_is_cut_off() -> None:
    (found,) = pieces().cut(["a/" * 40])
    assert len(found) == MOST_PIECES


def test_words_are_told_apart_without_their_case() -> None:
    upper, lower, other = pieces().cut(["STRIKE", "strike", "lockout"])
    assert upper == lower != other


def test_the_store_of_known_words_does_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces_module, "_KEPT", 3)
    own = WordPieces(load().vocabulary)
    forms = [f"word{number}" for number in range(9)]
    found = [own.cut([form])[0] for form in forms]
    assert own.cut(forms) == found


@pytest.mark.parametrize(
    ("form", "case"),
    [
        *[("strike", 0), ("c’est", 0), ("e-mail", 0), ("é", 0), ("n't", 0)],
        *[("Strike", 1), ("A", 1), ("É", 1), ("Oslo", 1)],
        *[("UN", 2), ("U.S.", 2), ("AT&T", 2)],
        *[("McAdam", 3), ("iPhone", 3), ("Saint-Denis", 3), ("שלום", 3)],
        *[("1997", 4), ("G7", 4), ("3rd", 4), ("٣", 4)],
        *[("“", 5), ("…", 5), ("🕊️", 5), ("--", 5)],
    ],
)
def test_letter_case(form: str, case: int) -> None:
    assert letter_case(form) == case


@settings(deadline=None)
@given(form=st.text(min_size=1, max_size=8))
def test_any_word_has_a_letter_case(form: str) -> None:
    assert 0 <= letter_case(form) < SHAPES // 3


def test_shapes_tell_what_is_quoted() -> None:
    text = 'She said “We WON” twice, then "no" again'
    words = tokens(text)
    quoted = [Span(text.index("no"), text.index("no") + 2), Span(text.index("We"), text.index("”"))]
    found = dict(zip([form for _, _, form in words], shapes(words, quoted), strict=True))
    assert found["She"] == 3
    assert found["said"] == 0
    assert (found["“"], found["”"], found['"']) == (17, 17, 17)
    assert (found["We"], found["WON"], found["no"]) == (4, 7, 1)
    assert found["again"] == found["twice"] == 0


@settings(max_examples=100, deadline=None)
@given(
    text=st.lists(st.sampled_from(["“", "”", "word", "Word", "7", "—", "🕊️"]), max_size=30).map(" ".join),
    cuts=st.lists(st.integers(0, 60), max_size=6),
)
def test_shapes_are_shapes_whatever_is_quoted(text: str, cuts: list[int]) -> None:
    words = tokens(text)
    spans = [Span(a, b) for a, b in zip(sorted(cuts)[::2], sorted(cuts)[1::2], strict=False)]
    found = shapes(words, spans)
    for (start, end, form), shape in zip(words, found, strict=True):
        inside = any(span.start <= start and end <= span.end for span in spans)
        assert 0 <= shape < SHAPES
        assert shape // 3 == letter_case(form)
        assert shape % 3 == (2 if form in pieces_module.MARKS else inside)
