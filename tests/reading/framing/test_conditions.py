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
        "no boat would sail",
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
    assert found.blocks == "no boat would sail"
