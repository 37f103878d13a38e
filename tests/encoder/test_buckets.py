"""Buckets of distance: the same number for near things, wider ones for far."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.encoder.buckets import distance_buckets, sentence_buckets


@st.composite
def places(draw: st.DrawFn) -> tuple[int, int, int]:
    """A number of words, and a cue `[first, last)` in them."""
    words = draw(st.integers(1, 400))
    first = draw(st.integers(0, words - 1))
    return words, first, draw(st.integers(first + 1, words))


@settings(deadline=None)
@given(place=places())
def test_each_word_has_a_bucket_by_its_side_of_the_cue(place: tuple[int, int, int]) -> None:
    words, first, last = place
    found = distance_buckets(words, first, last).tolist()
    assert len(found) == words
    assert all(1 <= bucket <= 11 for bucket in found[:first])
    assert not any(found[first:last])
    assert all(12 <= bucket <= 23 for bucket in found[last:])


@settings(deadline=None)
@given(place=places())
def test_farther_words_never_have_a_nearer_bucket(place: tuple[int, int, int]) -> None:
    words, first, last = place
    found = distance_buckets(words, first, last).tolist()
    assert found[:first] == sorted(found[:first], reverse=True)
    assert found[last:] == sorted(found[last:])


@settings(deadline=None)
@given(place=places())
def test_both_sides_are_counted_alike(place: tuple[int, int, int]) -> None:
    words, first, last = place
    ahead = distance_buckets(words, first, last).tolist()
    behind = distance_buckets(words, words - last, words - first).tolist()[::-1]
    assert [bucket + 11 for bucket in ahead[:first]] == behind[:first]
    assert ahead[last:] == [bucket + 11 for bucket in behind[last:]]


def test_near_words_have_buckets_of_their_own() -> None:
    found = distance_buckets(60, 0, 1).tolist()
    assert found[:8] == [0, 12, 13, 14, 15, 16, 17, 18]
    assert found[11:14] == [18, 19, 19]
    assert found[24:26] == [20, 20]


@settings(deadline=None)
@given(sentences=st.lists(st.integers(0, 40), max_size=60), here=st.integers(0, 40))
def test_sentences_have_seven_buckets(sentences: list[int], here: int) -> None:
    found = sentence_buckets(sorted(sentences), here).tolist()
    assert found == [3 + max(-3, min(3, number - here)) for number in sorted(sentences)]
    assert found == sorted(found)
