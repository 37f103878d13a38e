"""Quotations by their marks: every house style, several paragraphs, slips of the press, apostrophes left alone."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparler.core.evidence import Span
from pourparler.text.quotes import find_quotes

INSIDE = [
    ('"We will go," she said. Then "again," he added.', ["We will go,", "again,"]),
    ("“We will,” he said. “He told me ‘no way’ twice.”", ["We will,", "He told me ‘no way’ twice.", "no way"]),
    ("'We can't do that,' the workers' leader said. 'It's over.'", ["We can't do that,", "It's over."]),
    ("‘We’re done,’ said the drivers’ union.", ["We’re done,"]),
    ("«Enough», they said; „never“ and ‚maybe‘ too.", ["Enough", "never", "maybe"]),
    ("\"I told them 'never' twice,\" she said.", ["I told them 'never' twice,", "never"]),
    ("He called it “the ‘worst’ of deals”.", ["the ‘worst’ of deals", "worst"]),
    ("“He called it ‘the worst deal.’” That was all.", ["He called it ‘the worst deal.’", "the worst deal."]),
    ("The teachers' union and the drivers' union met in the '90s.", []),
    ("They sang rock 'n' roll; get 'em, said the boys’ coach.", []),
    ('A 6" pipe and a "long" one.', ["long"]),
    ('He said:"Go home."Then he left.', ["Go home."]),
    ("“It is over,”Stone said.", ["It is over,"]),
    ("“This ended badly.’ He left.", ["This ended badly."]),
    ("It is “ a spaced one ” here.", [" a spaced one "]),
    ("``We go,'' he wrote.", ["We go,"]),
    ("No marks at all.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "inside"), INSIDE, ids=[text[:30] for text, _ in INSIDE])
def test_the_words_inside_the_marks_are_found(text: str, inside: list[str]) -> None:
    found = find_quotes(text)
    assert [quote.inner.of(text) for quote in found] == inside
    assert all(quote.closed and quote.outer.holds(quote.inner) for quote in found)


def test_a_quotation_inside_another_is_deeper() -> None:
    found = find_quotes("“She said ‘no’ to me,” he said.")
    assert [quote.depth for quote in found] == [0, 1]


def test_a_quotation_that_opens_every_paragraph_and_closes_in_the_last() -> None:
    text = "“First we talk.\n\n“Then we sign.\n\n“Then we go home.” He left."
    found = find_quotes(text)
    assert [(quote.inner.of(text), quote.closed, quote.continues) for quote in found] == [
        ("First we talk.", False, False),
        ("Then we sign.", False, True),
        ("Then we go home.", True, True),
    ]


def test_what_is_left_open_ends_with_its_paragraph_or_before_said() -> None:
    text = '“We talk on.\nNothing else.\n"We go, said Hale, who left.'
    found = find_quotes(text)
    assert [(quote.inner.of(text), quote.closed) for quote in found] == [("We talk on.", False), ("We go,", False)]


def test_a_quotation_opened_twice_is_found_once() -> None:
    text = "He said “we are “truly done” now."
    assert [quote.inner.of(text) for quote in find_quotes(text)] == ["truly done"]


def test_nothing_is_found_in_what_is_no_news() -> None:
    text = '“Real,” he said. Sign up for "The Morning" now.'
    start = text.index("Sign")
    assert [quote.inner.of(text) for quote in find_quotes(text, (Span(start, len(text)),))] == ["Real,"]


@given(
    st.lists(
        st.sampled_from(["He", "said", "s", " ", ".", ",", "“", "”", '"', "'", "’", "‘", "«", "»", "\n", "9"]),
        max_size=40,
    )
)
def test_spans_are_exact_whatever_the_marks(parts: list[str]) -> None:
    text = "".join(parts)
    tops = []
    for quote in find_quotes(text):
        assert 0 <= quote.outer.start < quote.inner.start <= quote.inner.end <= quote.outer.end <= len(text)
        assert quote.inner.start < quote.inner.end
        assert "\n" not in quote.outer.of(text).strip("\n")
        if quote.depth == 0:
            tops.append(quote.outer)
    assert all(not one.overlaps(other) for one, other in itertools.pairwise(tops))
