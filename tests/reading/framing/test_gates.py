"""What rules refuse of frames that only the heads see: unsure, short, in nobody's voice, without a noun or a day."""

from dataclasses import replace

import pytest

from pourparler.reading.framing.gates import SURE_NAME, SURE_STAND, SURE_TIE, SURE_VALUE, passes
from tests.reading.framing.staging import Asked, asked, laid

TEXT = (
    "Envoys of Norway and Sweden are to gather in Skerrow on Monday for fish talks. Norway said its boats must come "
    "first until the pact, drafted in spring, opens the bay. Nobody may fish in the bay now."
)
OUTLET = "Nobody may fish in"
STAND = asked("position", "its boats must come first", ("issue", "its boats"))
NAMED = replace(asked("instrument", "pact"), states=(("drafted", "drafted"),))


def kept(one: Asked) -> bool:
    """True when the frame passes."""
    made = laid(TEXT, one)
    return passes(made, made.analysis.frames[0])


@pytest.mark.parametrize(
    ("roles", "passing"),
    [
        ((("time", "on Monday"),), True),
        ((("time", "drafted in spring"),), True),
        ((("time", "first"),), False),
        ((("party", "Norway"),), False),
        ((("wording", "are to gather"),), False),
        ((("party", "Norway"), ("wording", "are to gather")), True),
        ((("person", "Envoys"), ("time", "first")), True),
        ((("party", "Norway"), ("person", "Envoys")), False),
        ((("place", "Skerrow"), ("agenda", "fish")), False),
        ((), False),
    ],
)
def test_a_meeting_has_a_day_or_who_meets_and_whether(roles: tuple[tuple[str, str], ...], passing: bool) -> None:
    assert kept(asked("meeting", "talks", *roles)) is passing


def test_a_position_is_a_clause_in_somebodys_voice() -> None:
    assert kept(STAND)
    assert kept(replace(STAND, sure=SURE_STAND, share=SURE_VALUE))
    assert not kept(replace(STAND, sure=SURE_STAND - 0.01)), "of words in doubt"
    assert not kept(replace(STAND, share=SURE_VALUE - 0.01)), "of a stance in doubt"
    assert not kept(replace(STAND, words="must come first")), "too short"
    assert not kept(replace(STAND, words="first until the pact", roles=())), "without a verb"
    assert not kept(replace(STAND, words=OUTLET, roles=())), "in nobody's voice"


def test_a_condition_has_a_sure_trigger() -> None:
    assert kept(replace(asked("condition", "until"), sure=SURE_TIE))
    assert not kept(replace(asked("condition", "until"), sure=SURE_TIE - 0.01))


def test_an_instrument_is_a_noun_of_which_something_is_told() -> None:
    assert kept(NAMED)
    assert kept(replace(NAMED, sure=SURE_NAME))
    assert not kept(replace(NAMED, sure=SURE_NAME - 0.01))
    assert not kept(replace(NAMED, states=())), "a bare mention"
    assert kept(replace(NAMED, states=(), roles=(("term", "opens the bay"),)))
    assert not kept(replace(NAMED, words="opens")), "no noun"
