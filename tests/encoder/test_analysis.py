"""The encoder's whole answer on texts of any kind: indices inside, offsets exact, the same answer every time."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.core.evidence import Span
from pourparler.encoder import session
from pourparler.encoder.analysis import Analysis
from pourparler.encoder.naming import KINDS
from pourparler.encoder.weights import Weights, load
from pourparler.text.tagging_features import TAGS
from tests.encoder.staging import ENDLESS, ODD, STORY, analysis_of

Told = tuple[object, ...]

SCRAPS = st.lists(
    st.sampled_from(
        ["“", "”", '"', "’s", " said", " ", ", ", ". ", "\r\n", "\n\n", "Mr Blair", "the union", "will meet", "1,200"]
        + ["🕊️", "e\u0301", "\u00ad", "שלום", "السلام", "\u202e", "谈判", "\u200d", "\ufeff", "—", "(", ")", "U.S."]
    ),
    max_size=40,
).map("".join)


def told(analysis: Analysis) -> Told:
    """All that an analysis tells, to be compared."""
    return (
        *(analysis.words, analysis.sentences, analysis.tags, analysis.relations),
        *(tuple(analysis.heads.tolist()), analysis.voices, analysis.mentions),
    )


def check(text: str, analysis: Analysis) -> None:
    """Fails when an index of `analysis` lies outside, or an offset is not exact in `text`."""
    count = len(analysis.words)
    assert all(text[start:end] == form and form.strip() for start, end, form in analysis.words)
    assert [at for a, b in analysis.sentences for at in range(a, b)] == list(range(count))
    assert analysis.states.shape == (count, 384)
    assert np.isfinite(analysis.states).all()
    assert len(analysis.tags) == len(analysis.relations) == len(analysis.heads) == count
    assert set(analysis.tags) <= set(TAGS)
    assert set(analysis.relations) <= set(load().relations)
    for first, last in analysis.sentences:
        heads = analysis.heads[first:last].tolist()
        assert all(first <= head < last for head in heads)
        assert sum(head == at for at, head in enumerate(heads, first)) == 1
    check_voices(analysis, count)
    check_mentions(analysis)


def check_voices(analysis: Analysis, count: int) -> None:
    """Fails when a voice has an empty part, one outside, or nothing said."""
    cues = [voice.cue for voice in analysis.voices]
    assert sorted(set(cues)) == sorted(cues)
    for voice in analysis.voices:
        assert voice.content
        assert all(0 <= first < last <= count for first, last in (voice.cue, *voice.source, *voice.content))
        for parts in (voice.source, voice.content):
            assert all(one[1] <= other[0] for one, other in pairwise(parts))


def check_mentions(analysis: Analysis) -> None:
    """Fails when a mention lies in two sentences or names what comes after it."""
    heads = {mention.head for mention in analysis.mentions}
    assert len(heads) == len(analysis.mentions)
    for mention in analysis.mentions:
        assert any(a <= mention.first <= mention.head < mention.last <= b for a, b in analysis.sentences)
        assert mention.kind in KINDS[1:]
        assert mention.before is None or (mention.before in heads and mention.before < mention.head)
        assert 0 <= mention.sure <= 1 + 1e-6


@pytest.mark.parametrize("name", ODD)
def test_odd_texts_are_analysed(name: str) -> None:
    check(ODD[name], analysis_of(ODD[name]))


def test_a_text_without_full_stops_is_analysed() -> None:
    analysis = analysis_of(ENDLESS)
    assert len(analysis.words) > 5000
    check(ENDLESS, analysis)


@settings(max_examples=40, deadline=None)
@given(text=SCRAPS)
def test_any_text_is_analysed(text: str) -> None:
    check(text, analysis_of(text))


@settings(max_examples=20, deadline=None)
@given(text=st.text(max_size=80))
def test_any_signs_are_analysed(text: str) -> None:
    check(text, analysis_of(text))


def test_nothing_has_nothing_to_tell() -> None:
    analysis = analysis_of("")
    assert told(analysis) == ((), (), (), (), (), (), ())


def test_a_story_has_tags_voices_and_mentions() -> None:
    analysis = analysis_of(STORY)
    check(STORY, analysis)
    assert len({analysis.tags[at] for at in range(len(analysis.words))}) > 5
    assert analysis.voices
    assert analysis.mentions


def test_the_same_text_has_the_same_answer_twice() -> None:
    one, other = analysis_of(STORY), analysis_of(STORY)
    assert (one.states == other.states).all()
    assert told(one) == told(other)


def test_a_text_has_the_same_answer_alone_and_after_others() -> None:
    alone = analysis_of(STORY)
    before = told(alone)
    for text in (*ODD.values(), ENDLESS[:9000]):
        assert told(analysis_of(text))
    after = analysis_of(STORY)
    assert told(after) == before
    assert (after.states == alone.states).all()


def test_a_text_has_the_same_answer_beside_others() -> None:
    texts = [STORY, *ODD.values()] * 2
    with ThreadPoolExecutor(3) as pool:
        beside = list(pool.map(lambda text: told(analysis_of(text)), texts))
    assert beside == [told(analysis_of(text)) for text in texts]


def test_threads_that_begin_at_once_share_one_session(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Weights] = []

    def counted() -> Weights:
        made.append(load())
        return made[-1]

    monkeypatch.setattr(session, "load", counted)
    session._session.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: session.session(), range(4)))
    assert len(made) == 1
    assert all(one is found[0] for one in found)


def test_what_is_no_news_is_not_analysed() -> None:
    banner = Span(STORY.index("She added"), STORY.index("According"))
    analysis = analysis_of(STORY, [banner])
    check(STORY, analysis)
    assert not [word for word in analysis.words if Span(*word[:2]).overlaps(banner)]
