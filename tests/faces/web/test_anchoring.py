"""Places in a text that links lead to nest, whatever overlaps."""

import re

from hypothesis import given
from hypothesis import strategies as st

from pourparler.core.evidence import Span
from pourparler.faces.web.texts.anchoring import anchored
from pourparler.faces.web.texts.marking import Mark, marked, pieces

PLACES = st.tuples(st.integers(0, 29), st.integers(1, 12)).map(lambda one: (one[0], min(30, one[0] + one[1])))


def test_of_two_that_overlap_the_later_ends_with_the_earlier() -> None:
    found = anchored([(0, 6), (4, 9), (4, 5)])
    assert found.opening == {0: ("w0-6",), 4: ("w4-9", "w4-5")}
    assert found.closing == {6: 2, 5: 1}


@given(st.lists(PLACES, max_size=8), st.lists(PLACES, max_size=3))
def test_they_nest_and_the_text_is_whole(places: list[tuple[int, int]], aside: list[tuple[int, int]]) -> None:
    text = "abcdefghijklmnopqrstuvwxyz0123"
    not_news = [Span(*one) for one in aside]
    marks = [Mark(start, end, number, True) for number, (start, end) in enumerate(places)]
    names = {mark.entry: ("x", "meeting") for mark in marks}
    shown = marked(text, pieces(len(text), marks, not_news, None), names, anchored(places, not_news))
    open_tags: list[str] = []
    for end, name in re.findall(r"<(/?)(\w+)", shown):
        if end:
            assert open_tags.pop() == name
        else:
            open_tags.append(name)
    assert not open_tags
    assert re.sub(r"<[^>]+>", "", shown) == text
    assert sorted(re.findall(r'id="(w[\d-]+)"', shown)) == sorted({f"w{start}-{end}" for start, end in places})
