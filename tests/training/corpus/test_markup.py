"""What a writer types and what it means; what is said when it is wrong."""

from datetime import date

import pytest

from pourparler.core.evidence import Span
from pourparler.core.moment import Precision
from training.corpus.citations import Citation, CitationError, choose
from training.corpus.days import when
from training.corpus.document import parse
from training.corpus.marks import take_out
from training.corpus.model import Document, MarkupError

HEAD = "outlet: Wire\nstyle: wire\npublished: 2025-02-18\npublished-from: header line\nlanguage: en\n====\n"
TEXT = "The {union|union} said on {Monday|2025-02-17} it would not sign. He said the {talks|m1} went on."


def report(below: str) -> tuple[Document, list[MarkupError]]:
    """TEXT with records below it."""
    return parse(f"{HEAD}{TEXT}\n====\n{below}\n")


def test_marks_nest_and_a_backslash_frees_a_brace() -> None:
    text, tags = take_out(r"{{Oslo|oslo}'s {envoy|office}|envoy} \{sic\} a|b")
    assert text == "Oslo's envoy {sic} a|b"
    assert [(tag.span.of(text), tag.ids) for tag in tags] == [
        ("Oslo's envoy", ("envoy",)),
        ("Oslo", ("oslo",)),
        ("envoy", ("office",)),
    ]


@pytest.mark.parametrize("marked", ["{Oslo", "Oslo|oslo}", "{Oslo}", "{|oslo}", "{Oslo|}", "{a|b c"])
def test_a_broken_mark_is_told_with_its_line(marked: str) -> None:
    with pytest.raises(MarkupError) as raised:
        take_out(f"one\ntwo\n{marked}")
    assert raised.value.line == 3
    assert raised.value.todo


def test_words_that_stand_twice_are_those_nearest_to_the_sure_ones() -> None:
    found, wrong = report("s1 indirect reject\n  speaker union | source `union` | cue `said` | content `it ~ sign`")
    assert not wrong
    assert found.records[0].spans("cue") == (Span(10, 14),)
    assert found.records[0].spans("content")[0].of(found.text) == "it would not sign"


def test_a_source_is_not_looked_for_inside_the_content() -> None:
    text = "he said he would go"
    assert choose(text, Citation("he"), (Span(8, 19),), outside=True) == Span(0, 2)


def test_words_with_nothing_to_choose_by_ask_for_a_number() -> None:
    with pytest.raises(CitationError, match="number"):
        choose("talks and talks", Citation("talks"))
    assert choose("talks and talks", Citation("talks", None, 2)) == Span(10, 15)
    with pytest.raises(CitationError, match="nowhere"):
        choose("Iranian talks", Citation("Iran"))


@pytest.mark.parametrize(
    ("below", "said"),
    [
        ("m1 talks hald\n  evidence `talks`", "no head of a meeting"),
        ("m1 talks held\n  where `talks`", "no field of a meeting"),
        ("m1 talks held", "lacks 'evidence'"),
        ("m1 talks held\n  evidence `the talk`", "stands nowhere"),
        ("m1 talks held\n  evidence `talks", "backquote without its partner"),
        ("m1 talks held\n  evidence `talks` | evidence `talks`", "two fields"),
        ("nobody knows", "no record and no actor"),
        ("m1 person Somebody", "no head of a meeting"),
    ],
)
def test_a_broken_record_is_told_with_its_line(below: str, said: str) -> None:
    _, wrong = report(below)
    assert said in str(wrong[0])
    assert wrong[0].line in (9, 10)
    assert wrong[0].todo or "number" in str(wrong[0]) or "copy" in str(wrong[0])


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2025-02-18", date(2025, 2, 18), date(2025, 2, 18), Precision.DAY),
        ("2025-02-18T14:00+01:00", date(2025, 2, 18), date(2025, 2, 18), Precision.DAY),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2025-W08", date(2025, 2, 17), date(2025, 2, 23), Precision.WEEK),
        ("2025-W08-WE", date(2025, 2, 22), date(2025, 2, 23), Precision.WEEKEND),
        ("2025-Q4", date(2025, 10, 1), date(2025, 12, 31), Precision.QUARTER),
        ("2025", date(2025, 1, 1), date(2025, 12, 31), Precision.YEAR),
        ("2025-02-27..2025-03", date(2025, 2, 27), date(2025, 3, 31), Precision.SPAN),
        ("..2025-03-01", None, date(2025, 3, 1), Precision.SPAN),
        ("?", None, None, Precision.SPAN),
    ],
)
def test_a_value_gives_its_days(value: str, first: date | None, last: date | None, precision: Precision) -> None:
    found = when(value, "then")
    assert found is not None
    assert (found.start, found.end, found.precision, found.said) == (first, last, precision, "then")


@pytest.mark.parametrize("value", ["P3D", "PT2H", "R/P1W", "R2/P1M"])
def test_durations_and_sets_have_no_days(value: str) -> None:
    assert when(value, "three days") is None


@pytest.mark.parametrize("value", ["2025-13", "2025-02-30", "..", "2025-03..2025-02", "P", "2025-2-1", "R/", "P3"])
def test_what_is_no_value_is_refused(value: str) -> None:
    with pytest.raises(ValueError):
        when(value, "")
