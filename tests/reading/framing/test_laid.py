"""Words of the encoder laid over the lines of the scene: spans, phrases, days."""

from datetime import date

import pytest

from tests.reading.framing.staging import laid, words

TEXT = (
    "Norway met Sweden for talks on Monday.\n\n"
    "The new fish  deal, “one for all”, is near. It will be signed in the summer of 1998, or by 2003. …"
)
MADE = laid(TEXT)


def spoken(phrase: str) -> str:
    """The span of some words, as the text has it."""
    return MADE.span(words(MADE, phrase)).of(TEXT)


def test_words_are_those_of_their_line() -> None:
    line, first, last = MADE.line(words(MADE, "fish deal"))
    assert (line.number, [word.text for word in line.words[first:last]]) == (1, ["fish", "deal"])
    assert [MADE.sentence(words(MADE, phrase)) for phrase in ("Norway", "near", "It")] == [0, 1, 2]


def test_words_over_the_end_of_a_sentence_are_cut_there() -> None:
    first, last = words(MADE, "on Monday .")
    assert MADE.span((first, last + 3)).of(TEXT) == "on Monday"


def test_a_span_has_no_marks_at_its_edges_unless_it_has_nothing_else() -> None:
    assert spoken(", “ one for all ” ,") == "one for all"
    assert spoken("or by 2003 .") == "by 2003"
    assert spoken("“") == "“"


def test_a_hull_is_the_words_from_the_first_to_the_last_of_one_sentence() -> None:
    parts = [words(MADE, part) for part in ("talks", "Norway", "deal", "Monday")]
    assert MADE.hull(*parts).of(TEXT) == "Norway met Sweden for talks on Monday"
    assert MADE.hull(parts[2], parts[0]).of(TEXT) == "deal"


@pytest.mark.parametrize(
    ("phrase", "named"), [("deal", "new fish deal"), ("fish deal", "new fish deal"), ("near", "near")]
)
def test_a_naming_is_its_noun_chunk_without_the_article(phrase: str, named: str) -> None:
    assert spoken(phrase) == phrase.replace("fish ", "fish  ")
    assert MADE.phrase(MADE.named(words(MADE, phrase))) == named


def test_a_phrase_is_one_line_without_quotation_marks() -> None:
    assert MADE.phrase(words(MADE, "fish deal , “ one for all ” , is near")) == "fish deal, one for all, is near"


def test_days_are_told_up_to_a_season() -> None:
    monday, summer = (MADE.day(words(MADE, phrase)) for phrase in ("on Monday", "summer"))
    assert monday is not None and monday.start == monday.end == date(1998, 4, 6)
    assert summer is not None and (summer.start, summer.end) == (date(1998, 6, 1), date(1998, 8, 31))
    assert MADE.day(words(MADE, "by 2003")) is None, "years tell no day"
    assert MADE.day(words(MADE, "talks")) is None
