"""Windows: every word fresh once, none too long, whole paragraphs where they fit."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pourparler.encoder.pieces import MOST_PIECES
from pourparler.encoder.windows import BEFORE, LENGTH, Document, Window, windows
from tests.encoder.staging import document, pieces_between


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents of any build: paragraphs of sentences of words of pieces, up to some 800 pieces."""
    built = draw(
        st.lists(
            st.lists(st.lists(st.integers(1, MOST_PIECES), min_size=1, max_size=40), min_size=1, max_size=6), max_size=8
        )
    )
    words = [count for paragraph in built for sentence in paragraph for count in sentence]
    inside = [sentence for paragraph in built for sentence in paragraph]
    sentences = [number for number, sentence in enumerate(inside) for _ in sentence]
    paragraphs = [number for number, paragraph in enumerate(built) for sentence in paragraph for _ in sentence]
    return document(words, sentences, paragraphs)


CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SIZES = st.tuples(st.sampled_from([64, 100, LENGTH]), st.sampled_from([0, 1, 9, BEFORE]))


@CALM
@given(made=documents(), sizes=SIZES)
def test_every_word_is_fresh_in_one_window(made: Document, sizes: tuple[int, int]) -> None:
    found = list(windows(made, *sizes))
    fresh = [at for window in found for at in range(window.fresh, window.last)]
    assert fresh == list(range(len(made.pieces)))
    assert all(window.first <= window.fresh < window.last for window in found)


@CALM
@given(made=documents(), sizes=SIZES)
def test_a_window_shows_just_its_words(made: Document, sizes: tuple[int, int]) -> None:
    for window in windows(made, *sizes):
        assert len(window.pieces) == len(window.shapes) <= sizes[0]
        assert window.pieces == pieces_between(made, window)
        assert len(window.starts) == window.last - window.first
        for at, start in enumerate(window.starts, window.first):
            stop = start + len(made.pieces[at])
            assert window.pieces[start:stop] == tuple(made.pieces[at])
            assert set(window.shapes[start:stop]) == {made.shapes[at]}


@CALM
@given(made=documents(), sizes=SIZES)
def test_the_context_before_is_short(made: Document, sizes: tuple[int, int]) -> None:
    for window in windows(made, *sizes):
        shown = sum(map(len, made.pieces[window.first : window.fresh]))
        assert shown <= sizes[1]
        if window.first:
            assert shown + len(made.pieces[window.first - 1]) >= sizes[1], "as much as has room"


@CALM
@given(made=documents(), sizes=SIZES)
def test_paragraphs_stay_whole_where_they_fit(made: Document, sizes: tuple[int, int]) -> None:
    for window in list(windows(made, *sizes))[:-1]:
        fresh = range(window.fresh, window.last)
        cut = made.paragraphs[window.last] == made.paragraphs[window.last - 1]
        assert not cut or len({made.paragraphs[at] for at in fresh}) == 1, "cut inside a paragraph, others could go"
        split = cut and made.sentences[window.last] == made.sentences[window.last - 1]
        assert not split or len({made.sentences[at] for at in fresh}) == 1, "cut inside a sentence, others could go"
        if cut:
            assert len(window.pieces) + len(made.pieces[window.last]) > sizes[0] or not split


@CALM
@given(made=documents())
def test_windows_follow_one_another(made: Document) -> None:
    found = list(windows(made))
    assert all(one.last == other.fresh and one.first <= other.first for one, other in pairwise(found))


def test_an_empty_document_has_no_window() -> None:
    assert list(windows(document([], [], []))) == []


def test_a_short_text_is_one_window() -> None:
    (found,) = windows(document([1, 2, 1], [0, 0, 1], [0, 0, 1]))
    assert found == Window(0, 0, 3, (101, 1000, 1001, 1002, 102, 1003, 102), (0, 0, 1, 1, 0, 2, 0), (1, 2, 5))


def test_a_short_paragraph_is_put_with_the_next_where_both_fit() -> None:
    made = document([1] * 300, [at // 20 for at in range(300)], [at // 100 for at in range(300)])
    assert [(w.first, w.fresh, w.last) for w in windows(made)] == [(0, 0, 200), (177, 200, 300)]


@pytest.mark.parametrize("pieces", [1, 5, MOST_PIECES])
def test_a_sentence_without_end_is_cut_between_words(pieces: int) -> None:
    made = document([pieces] * 400, [0] * 400, [0] * 400)
    found = list(windows(made))
    assert [at for window in found for at in range(window.fresh, window.last)] == list(range(400))
    assert all(len(window.pieces) > LENGTH - pieces for window in found[:-1]), "full but for less than a word"
