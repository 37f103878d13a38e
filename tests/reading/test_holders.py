"""Whose words a passage is in."""

from hypothesis import given
from hypothesis import strategies as st

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution
from pourparler.core.vocabulary import Act, Mode
from pourparler.reading.conditions.holders import Voices

places = st.tuples(st.integers(0, 90), st.integers(1, 40))


@given(st.lists(places, max_size=12), places)
def test_a_passage_is_in_the_narrowest_voice_that_holds_most_of_it(
    contents: list[tuple[int, int]], passage: tuple[int, int]
) -> None:
    said = [
        Attribution((Span(start, start + length),), Mode.INDIRECT, Act.SAY, speaker=str(number))
        for number, (start, length) in enumerate(contents)
    ]
    start, end = passage[0], sum(passage)
    holding = [
        (one.content[0].end - one.content[0].start, one.content[0].start, number)
        for number, one in enumerate(said)
        if 2 * (min(end, one.content[0].end) - max(start, one.content[0].start)) > end - start
    ]
    told = Voices(said).at(start, end)
    assert (told[0] if told else None) == (said[min(holding)[2]] if holding else None)
