"""Whom the words of a frame stand for: what the rules know first, then how the report calls it, else nobody."""

import pytest

from pourparler.reading.conditions.holders import Holder
from pourparler.reading.framing.actors import holder_in, parties_in, people_in, places_in, side_of
from pourparler.reading.framing.cast import Cast
from pourparler.reading.framing.laid import Laid
from tests.reading.framing.staging import Naming, laid, words

TEXT = (
    "The Harbour Pilots Guild rejected an offer from Sweden in Geneva. Norway said the talks in Skerrow Bay would "
    "go on without an offer. “We want a raise,” the guild’s chair said. Tony Blair met Norway in the old town."
)
CALLED: tuple[Naming, ...] = (
    ("The Harbour Pilots Guild", "organisation"),
    ("Sweden", "state"),
    ("Norway", "state"),
    ("the guild ’s chair", "person"),
    ("Tony Blair", "person"),
)


@pytest.fixture(name="made")
def staged() -> Laid:
    """The report."""
    return laid(TEXT, called=CALLED)


def test_people_are_those_named_in_the_words_each_once(made: Laid) -> None:
    blair = words(made, "Tony Blair")
    assert [person.name for person in people_in(made, [blair, words(made, "Norway"), blair])] == ["Tony Blair"]


def test_parties_are_those_of_the_rules_else_those_of_the_report(made: Laid) -> None:
    places = [words(made, phrase) for phrase in ("The Harbour Pilots Guild", "Sweden", "from Sweden", "Geneva")]
    assert parties_in(made, Cast(made), places) == ("Harbour Pilots Guild", "Sweden")
    assert parties_in(made, Cast(made), []) == ()


@pytest.mark.parametrize(
    ("phrase", "places"),
    [("in Geneva", ("Geneva",)), ("in Skerrow Bay", ("Skerrow Bay",)), ("in the old town", ()), ("talks", ())],
)
def test_places_are_known_ones_or_words_with_capitals(made: Laid, phrase: str, places: tuple[str, ...]) -> None:
    assert places_in(made, [words(made, phrase)]) == places


def test_words_in_a_voice_are_its_speakers(made: Laid) -> None:
    cast, guild = Cast(made), words(made, "The Harbour Pilots Guild")
    found = holder_in(made, cast, words(made, "the talks in Skerrow Bay would go on"), [guild])
    assert found == Holder("Norway"), "whatever stands beside them"


def test_in_the_outlets_voice_they_are_those_of_whoever_is_beside_them(made: Laid) -> None:
    cast = Cast(made)
    rejected = words(made, "rejected an offer from")
    assert holder_in(made, cast, rejected, [words(made, "Sweden")]) == Holder("Sweden")
    assert holder_in(made, cast, rejected, []) == Holder("Harbour Pilots Guild"), "the one right before"
    assert holder_in(made, cast, words(made, "in Geneva"), []) == Holder("Sweden")


def test_whose_words_nobody_known_says_are_those_of_the_side_that_the_source_speaks_for() -> None:
    text = "The Harbour Pilots Guild left. The guild’s ranks are firm, the guild’s chair said on Monday."
    named = laid(text, called=(("The Harbour Pilots Guild", "organisation"), ("The guild", "organisation", 0)))
    span = named.span(words(named, "ranks are firm"))
    told = named.voices.at(span.start, span.end)
    assert told is not None and told[0].speaker is None and told[0].source is not None
    assert side_of(named, Cast(named), span) is None, "the source is not known to be of a side"
    chair: tuple[Naming, ...] = (("The guild", "organisation", 0), ("the guild ’s chair", "person"))
    again = laid(text, called=(("The Harbour Pilots Guild", "organisation"), *chair))
    assert side_of(again, Cast(again), span) == "Harbour Pilots Guild"


def test_words_of_a_named_speaker_are_no_other_sides() -> None:
    text = "Tony Blair said the Harbour Pilots Guild must return to work."
    made = laid(text, called=(("the Harbour Pilots Guild", "organisation"),))
    told = words(made, "the Harbour Pilots Guild must return to work")
    assert side_of(made, Cast(made), made.span(told)) is None
    assert holder_in(made, Cast(made), told, [words(made, "Guild")]) == Holder(None, "Tony Blair")


def test_of_nobody_named_nobody_holds_it() -> None:
    made = laid("Rain fell on the pier. It was rejected out of hand.")
    assert holder_in(made, Cast(made), words(made, "rejected out of hand"), []) is None
