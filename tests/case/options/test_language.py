"""Statements of analysts: read, written back, and what is said of those that cannot be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparler.case.conflict.condition import both, no, opposite, yes
from pourparler.case.conflict.condition import given as if_given
from pourparler.case.conflict.hypothesis import Above, AllElseEqual, Equal, InOrder, Priorities
from pourparler.case.options.parsing import sentences_of, term_in
from pourparler.case.options.statements import (
    Alike,
    Better,
    Prefer,
    Ranked,
    Sentence,
    Wanted,
    preferring,
    sentence_words,
    statement_of,
    text_of,
)
from pourparler.case.options.terms import All, If, Not, Some, Taken, Term, condition_of, term_of, written
from pourparler.core.errors import InputError

OPTIONS = ("strike", "grant pay", "walk out", "talks and aid", "grant pay by Mill", "Rest Equal", "a > b (c)")


def says(text: str) -> object:
    (found,) = sentences_of(text, OPTIONS)
    return statement_of(found)


def test_statements_say_what_they_say() -> None:
    assert says("grant pay > strike") == Above(yes("grant pay"), yes("strike"))
    assert says("prefer: not walk out; grant pay") == Priorities((no("walk out"), yes("grant pay")))
    assert says("Prefer: STRIKE; rest equal") == Priorities((yes("strike"),), rest_equal=True)
    assert says("if strike then grant pay") == AllElseEqual(if_given(yes("grant pay"), yes("strike")))
    assert says("not strike") == AllElseEqual(no("strike"))
    assert says("equal: strike and walk out") == Equal(both(yes("strike"), yes("walk out")))
    assert says("order: 3 > 1=2") == InOrder(((3,), (1, 2)))
    assert says("grant pay by mill > not (strike or walk out)") == Above(
        yes("grant pay by Mill"), opposite(condition_of(Some((Taken("strike"), Taken("walk out")))))
    )
    assert says('"talks and aid" and not "rest  equal"') == AllElseEqual(both(yes("talks and aid"), no("Rest Equal")))
    assert says("strike, or grant pay") == says("strike or grant pay")


@pytest.mark.parametrize(
    ("text", "what", "todo"),
    [
        ("", "Nothing is stated", "A > B"),
        ("prefer grant pay", "“prefer grant pay” is no option", "Did you mean “prefer:”, with a colon?"),
        ("x" * 300, f"“{'x' * 80}…” is no option", "Its options: "),
        ("grant pya", "“grant pya” is no option", "Did you mean grant pay"),
        ("strike and", "An option is missing at the end", "strike; grant pay"),
        ("strike > grant pay > walk out", "more than two", "prefer: A; B; C"),
        ("strike; grant pay", "semicolon", "prefer:"),
        ("prefers: strike", "begins with “prefers:”", "“prefer:”"),
        ("order: 3 > x", "“x” is no number", "order: 3 > 1 = 2"),
        ("order: 3 >", "is missing", "order: 3 > 1 = 2"),
        ("if strike grant pay", "without its “then”", "if A then B"),
        ("(strike", "bracket is not closed", "Close it"),
        ('"strike', "quotation mark", "Close it"),
        ("strike grant pay", "out of place", "and, or, not"),
        ("strike = grant pay", "out of place", "A > B"),
        ("talks", "“talks” is no option", '"talks and aid"'),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_type(text: str, what: str, todo: str) -> None:
    with pytest.raises(InputError) as raised:
        sentences_of(text, OPTIONS)
    assert what in raised.value.what and todo in raised.value.todo


def terms() -> st.SearchStrategy[Term]:
    leaves: st.SearchStrategy[Term] = st.sampled_from(OPTIONS).map(Taken)

    def wider(inner: st.SearchStrategy[Term]) -> st.SearchStrategy[Term]:
        several = st.lists(inner, min_size=2, max_size=3).map(tuple)
        return st.one_of(
            inner.map(Not), several.map(All), several.map(Some), st.tuples(inner, inner).map(lambda two: If(*two))
        )

    return st.recursive(leaves, wider, max_leaves=6)


def sentences() -> st.SearchStrategy[Sentence]:
    ranks = st.lists(st.lists(st.integers(1, 4096), min_size=1, max_size=3).map(tuple), min_size=1, max_size=4)
    return st.one_of(
        st.tuples(terms(), terms()).map(lambda two: Better(*two)),
        terms().map(Wanted),
        terms().map(Alike),
        st.tuples(st.lists(terms(), min_size=1, max_size=3).map(tuple), st.booleans()).map(lambda two: Prefer(*two)),
        ranks.map(tuple).map(Ranked),
    )


@given(st.lists(sentences(), min_size=1, max_size=3).map(tuple))
def test_what_is_written_is_read_as_the_same(stated: tuple[Sentence, ...]) -> None:
    text = text_of(stated)
    assert sentences_of(text, OPTIONS) == stated
    assert text_of(sentences_of(f"  {text} ", OPTIONS)) == text


@given(terms())
def test_conditions_and_terms_say_the_same(term: Term) -> None:
    condition = condition_of(term)
    again = term_of(condition)
    if again is not None:
        assert condition_of(again) == condition and term_in(written(again), OPTIONS) == again
    assert preferring(Priorities((condition,), True)) == (None if again is None else Prefer((again,), True))


def test_words_of_a_sentence() -> None:
    assert sentence_words(Better(Taken("strike"), Not(Taken("talks and aid")))) == 'strike > not "talks and aid"'
    assert sentence_words(Prefer((If(Taken("strike"), Taken("grant pay")),), True)) == (
        "prefer: if strike then grant pay; rest equal"
    )
