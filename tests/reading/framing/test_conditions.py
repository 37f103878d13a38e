"""Conditions as the heads see them: both halves or none, the trigger cut off, and whose it is."""

from dataclasses import replace

from pourparler.core.reading import ConditionFrame, Operator
from pourparler.reading.framing.cast import Cast
from pourparler.reading.framing.conditions import heard_conditions
from tests.reading.framing.staging import Asked, asked, laid

TEXT = (
    "Norway said no boat would sail until the old quota was lifted. The Harbour Pilots Guild wants its ledger back, "
    "only then a truce."
)
UNTIL = asked(
    "condition", "until", ("requires", "the old quota was lifted"), ("blocks", "no boat would sail"), operator="until"
)
THEN = asked("condition", "only then", ("requires", "its ledger back"), ("blocks", "a truce"), operator="only if")


def heard(*frames: Asked) -> list[ConditionFrame]:
    """The conditions heard."""
    made = laid(TEXT, *frames, called=[("The Harbour Pilots Guild", "organisation")])
    return heard_conditions(made, Cast(made))


def test_a_condition_has_two_halves_a_trigger_and_a_holder() -> None:
    (found,) = heard(UNTIL)
    assert (found.operator, found.requires, found.blocks) == (
        Operator.UNTIL,
        "old quota was lifted",
        "boat sail",
    )
    assert (found.party, found.voiced_by) == ("Norway", None)
    assert found.trigger is not None and found.trigger.of(TEXT) == "until"
    assert found.evidence.of(TEXT) == "no boat would sail until the old quota was lifted"


def test_in_the_outlets_voice_it_is_the_side_named_before() -> None:
    (found,) = heard(THEN)
    assert (found.operator, found.party, found.requires) == (
        Operator.ONLY_IF,
        "Harbour Pilots Guild",
        "its ledger back",
    )


def test_half_a_condition_is_none() -> None:
    assert heard(replace(UNTIL, roles=UNTIL.roles[:1])) == []
    assert heard(replace(UNTIL, roles=UNTIL.roles[1:])) == []
    assert heard(replace(THEN, roles=(("requires", "back ,"), THEN.roles[1]))) == [], "no noun and no verb"
    assert heard(replace(UNTIL, sure=0.5)) == [], "what the gate refuses"


def test_a_half_ends_at_the_trigger_that_stands_in_it() -> None:
    (found,) = heard(replace(UNTIL, roles=(UNTIL.roles[0], ("blocks", "no boat would sail until the old"))))
    assert found.blocks == "boat sail"


def told(text: str, frame: Asked) -> ConditionFrame:
    """The one condition heard in a text."""
    made = laid(text, frame)
    (found,) = heard_conditions(made, Cast(made))
    return found


def test_what_stands_behind_a_word_decides_between_the_halves() -> None:
    frame = asked("condition", "if", ("requires", "open the port"), ("blocks", "the ban is lifted"), operator="if")
    found = told("Norway will open the port if the ban is lifted.", frame)
    assert (found.blocks, found.requires) == ("open the port", "ban is lifted")
    frame = asked("condition", "before", ("requires", "any vote"), ("blocks", "a census"), operator="before")
    found = told("Norway wants a census before any vote.", frame)
    assert (found.blocks, found.requires) == ("vote", "census")
    frame = asked("condition", "before", ("requires", "the census"), ("blocks", "a vote"), operator="before")
    assert told("Norway will not hold a vote before the census.", frame).requires == "census"


def test_what_waits_is_told_without_its_no() -> None:
    frame = asked(
        "condition", "without", ("requires", "a census"), ("blocks", "there will be no vote"), operator="without"
    )
    assert told("Norway says there will be no vote without a census.", frame).blocks == "vote"
    frame = asked("condition", "unless", ("requires", "Peru pays"), ("blocks", "it will leave"), operator="unless")
    assert told("Norway says it will leave the pact unless Peru pays.", frame).blocks == "holding off it will leave"


def test_as_long_as_something_is_so_wants_an_end_of_it() -> None:
    frame = asked(
        "condition", "so long as", ("requires", "wages stay frozen"), ("blocks", "work no nights"), operator="if"
    )
    found = told("The nurses of Norway will work no nights so long as wages stay frozen.", frame)
    assert (found.operator, found.requires) == (Operator.UNTIL, "wages no longer frozen")
    frame = asked("condition", "if", ("requires", "the duty rises"), ("blocks", "not sign"), operator="if")
    assert told("Norway will not sign if the duty rises.", frame).requires == "not that the duty rises"


def test_what_might_have_been_and_what_says_nothing_is_no_condition() -> None:
    frame = asked(
        "condition", "without", ("requires", "the envoy"), ("blocks", "talks would have failed"), operator="without"
    )
    made = laid("The talks would have failed without the envoy, Norway said.", frame)
    assert heard_conditions(made, Cast(made)) == []
    frame = asked("condition", "if", ("requires", "it does"), ("blocks", "Shares climb"), operator="if")
    made = laid("Shares climb if it does, Norway said.", frame)
    assert heard_conditions(made, Cast(made)) == []
