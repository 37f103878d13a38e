"""Who is who by namings: one name for all of one actor, the side that somebody speaks for, and unsure stays nobody."""

import pytest

from pourparler.core.evidence import Span
from pourparler.core.vocabulary import ActorKind
from pourparler.reading.framing.cast import Cast
from tests.reading.framing.staging import Naming, cast, laid, words

TEXT = (
    "The port broke with the pilots on Monday. The Harbour Pilots Guild rejected the offer. "
    "The guild would strike, its chair said. They met Norway. The port waited."
)
GUILD: tuple[Naming, ...] = (
    ("The port", "organisation"),
    ("the pilots", "group"),
    ("The Harbour Pilots Guild", "organisation", 1),
    ("The guild", "organisation", 2),
    ("its chair", "person"),
    ("They", "organisation", 3),
    ("Norway", "state"),
    ("The port", "organisation", 0),
)


def at(phrase: str, text: str = TEXT) -> Span:
    """Where a phrase stands."""
    return Span(text.index(phrase), text.index(phrase) + len(phrase))


def side(made: Cast, phrase: str, text: str = TEXT) -> str | None:
    """The name of the side of the first naming in a phrase."""
    found = made.side_at(at(phrase, text))
    return found.name if found else None


def test_all_namings_of_an_actor_share_the_name_that_one_of_them_bears() -> None:
    made = cast(TEXT, *GUILD)
    for phrase in ("the pilots", "The Harbour Pilots Guild", "The guild", "They"):
        assert side(made, phrase) == "Harbour Pilots Guild"
    found = made.side_at(at("The guild"))
    assert found is not None
    assert (found.kind, found.known) == (ActorKind.ORGANISATION, False), "the kind that most namings have"
    assert [span.of(TEXT) for span in found.spans] == ["the pilots", "The Harbour Pilots Guild", "The guild", "They"]


def test_an_actor_without_a_name_goes_by_its_description_without_the_article() -> None:
    made = cast(TEXT, ("The port", "organisation"), ("the pilots", "group"), ("The port", "organisation"))
    assert (side(made, "The port"), side(made, "the pilots")) == ("port", None), "one bare description is nobody"


def test_a_party_that_the_rules_know_has_their_name() -> None:
    text = "The kingdom was ready. Norwegian envoys said that Norway would wait."
    made = cast(text, ("The kingdom", "state"), ("Norway", "state", 0))
    found = made.side_at(at("The kingdom", text))
    assert found is not None and (found.name, found.known) == ("Norway", True)


@pytest.mark.parametrize("kind", ["person", "place", "several", "unnamed"])
def test_a_person_a_place_several_and_the_unnamed_are_no_side(kind: str) -> None:
    assert side(cast(TEXT, ("The port", kind)), "The port") is None


def test_the_very_words_join_but_pronouns_do_not() -> None:
    text = "The dockers left. It was late. The dockers returned, and it was early."
    made = cast(text, ("The dockers", "group"), ("It", "group"), ("The dockers", "group"), ("it", "group"))
    found = made.side_at(at("The dockers", text))
    assert found is not None
    assert [span.start for span in found.spans] == [0, text.rindex("The dockers")]
    assert side(made, "It", text) is None, "a pronoun of nobody known has no name"


def test_a_capital_at_the_beginning_of_a_sentence_is_no_name() -> None:
    text = "Management refused. The management of Skerrow Steel left."
    made = cast(
        text, ("Management", "organisation"), ("management", "organisation", 0), ("Skerrow Steel", "organisation", 1)
    )
    assert side(made, "Management", text) == "Skerrow Steel"


@pytest.mark.parametrize(
    ("text", "person", "named"),
    [
        ("The guild left. The guild ran. The guild’s chair spoke.", "The guild’s chair", "guild"),
        ("The guild left. The guild ran. A spokesman for the guild spoke.", "A spokesman for the guild", "guild"),
        (
            "The guild and the port guild left. The guild and the port guild ran. The port guild's chair spoke.",
            "The port guild's chair",
            "port guild",
        ),
        ("The guild left. The guild ran. Its chair spoke.", "Its chair", "guild"),
        ("The guild left. The guild ran. The builders’ chair spoke.", "The builders’ chair", None),
        ("The guild left. The guild ran. A guildsman spoke.", "A guildsman", None),
    ],
)
def test_a_person_speaks_for_the_side_in_the_words(text: str, person: str, named: str | None) -> None:
    made = cast(
        text,
        ("The guild", "organisation"),
        *([("the port guild", "organisation")] if "the port guild" in text else []),
        ("The guild", "organisation"),
        *([("the port guild", "organisation")] if "the port guild" in text else []),
        (person.replace("’s", " ’s").replace("'s", " 's").replace("s’ ", "s ’ "), "person"),
    )
    assert side(made, person, text) == named


def test_whose_passage_it_is() -> None:
    made = cast(TEXT, *GUILD)
    told = made.side_at(at("its chair"))
    assert told is not None and told.name == "Harbour Pilots Guild"
    assert made.body_at(at("its chair")) is None, "a person is no body"
    body = made.body_at(at("guild would strike"))
    assert body is not None and body.name == "Harbour Pilots Guild"
    assert made.side_at(at("on Monday")) is None
    assert made.side_at(at("said")) is None


def test_the_side_before_is_the_last_of_the_same_sentence() -> None:
    made = cast(TEXT, *GUILD)
    before = made.side_before(at("on Monday"))
    assert before is not None and before.name == "Harbour Pilots Guild"
    first = made.side_before(at("broke"))
    assert first is not None and first.name == "port"
    assert made.side_before(at("The guild")) is None, "not over the end of a sentence"


def test_sides_among_some_words_are_told_in_order() -> None:
    made = laid(TEXT, called=GUILD)
    found = Cast(made)
    first, _ = words(made, "The port")
    assert [actor.name for actor in found.sides((first, first + 9))] == ["port", "Harbour Pilots Guild"]
    assert list(found.sides(words(made, "on Monday"))) == []


def test_namings_of_sides_that_the_rules_do_not_know_are_mentions() -> None:
    found = list(cast(TEXT, *GUILD).mentions(()))
    assert {(one.name, one.party, one.kind) for one in found} == {
        ("port", "port", ActorKind.ORGANISATION),
        ("Harbour Pilots Guild", "Harbour Pilots Guild", ActorKind.ORGANISATION),
    }
    assert [one.span.of(TEXT) for one in found if one.name == "port"] == ["The port", "The port"]


def test_nobody_named_is_nobody() -> None:
    made = cast(TEXT)
    assert made.side_at(at("The port")) is None
    assert made.side_before(at("on Monday")) is None
    assert list(made.mentions(())) == []


def test_a_body_called_by_its_noun_alone_is_the_one_that_the_rules_know() -> None:
    text = "Teamsters Local 320 met the city. The union wants more, and the union will wait."
    made = cast(text, ("The union", "organisation"), ("the union", "organisation", 0))
    assert side(made, "the union", text) == side(made, "The union", text) == "Teamsters"


def test_an_actor_goes_by_the_fullest_of_its_names() -> None:
    text = "Skerrow refused. The head of Skerrow Steel left, and Skerrow waited."
    made = cast(text, ("Skerrow", "organisation"), ("Skerrow Steel", "organisation", 0), ("Skerrow", "organisation"))
    assert side(made, "Skerrow refused", text) == "Skerrow Steel"
    text = "The Savings Bank refused. The Board of the Savings Bank met."
    made = cast(text, ("The Savings Bank", "organisation"), ("The Board of the Savings Bank", "organisation", 0))
    assert side(made, "The Savings Bank", text) == "Savings Bank"


def test_a_capital_that_the_heads_hold_to_be_a_state_is_that_state() -> None:
    text = "A protest in Oslo. The envoys left."
    made = cast(text, ("Oslo", "state"))
    found = made.side_at(at("Oslo", text))
    assert found is not None and (found.name, found.known) == ("Norway", True)


@pytest.mark.parametrize("words", ["The other side", "Our own government", "The negotiators", "theirs", "both parties"])
def test_a_part_in_talks_is_nobodys_name(words: str) -> None:
    text = f"{words} left. {words} ran."
    assert side(cast(text, (words, "organisation"), (words, "organisation", 0)), words, text) is None
