"""What rules refuse of frames that only the heads see: unsure, short, without a noun, a day or a tie."""

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
        ((("time", "first"),), True),
        ((("party", "Norway"),), False),
        ((("wording", "are to gather"),), True),
        ((("party", "Norway"), ("wording", "are to gather")), True),
        ((("person", "Envoys"), ("time", "first")), True),
        ((("party", "Norway"), ("person", "Envoys")), True),
        ((("place", "Skerrow"), ("agenda", "fish")), False),
        ((), False),
    ],
)
def test_a_meeting_has_a_time_its_wording_or_two_who_meet(roles: tuple[tuple[str, str], ...], passing: bool) -> None:
    assert kept(asked("meeting", "talks", *roles)) is passing


def test_a_position_is_a_clause_of_a_sure_stance() -> None:
    assert kept(STAND)
    assert kept(replace(STAND, sure=SURE_STAND, share=SURE_VALUE))
    assert not kept(replace(STAND, sure=SURE_STAND - 0.01)), "of words in doubt"
    assert not kept(replace(STAND, share=SURE_VALUE - 0.01)), "of a stance in doubt"
    assert kept(replace(STAND, words="must come first"))
    assert not kept(replace(STAND, words="come first")), "too short"
    assert not kept(replace(STAND, words="first until the pact", roles=())), "without a verb"
    assert kept(replace(STAND, words=OUTLET)), "in the outlet's voice too"
    assert not kept(replace(STAND, roles=())), "on no issue"
    declined = replace(STAND, words="to name the day", roles=(("issue", "the day"),))
    refused = laid("Norway declined to name the day.", declined)
    assert not passes(refused, refused.analysis.frames[0]), "who declines to tell takes no stance"


def test_a_condition_has_a_sure_trigger() -> None:
    assert kept(replace(asked("condition", "until"), sure=SURE_TIE))
    assert not kept(replace(asked("condition", "until"), sure=SURE_TIE - 0.01))
    assert not kept(asked("condition", "opens")), "no word that ties"
    aside = laid("Norway would sail sooner, if anything.", asked("condition", "if"))
    assert not passes(aside, aside.analysis.frames[0])


def test_an_instrument_is_a_noun_of_which_something_is_told() -> None:
    assert kept(NAMED)
    assert kept(replace(NAMED, sure=SURE_NAME))
    assert not kept(replace(NAMED, sure=SURE_NAME - 0.01))
    assert not kept(replace(NAMED, states=())), "a bare mention"
    assert not kept(replace(NAMED, states=(), roles=(("term", "opens the bay"),)))
    assert not kept(replace(NAMED, words="opens")), "no noun"


@pytest.mark.parametrize(
    ("text", "passing"),
    [
        ("Norway ties a truce to guarantees before Oslo talks.", False),
        ("Norway ties a truce to guarantees before the summit", False),
        ("Norway ties a truce to guarantees before any summit.", True),
        ("Norway ties a truce to guarantees before the withdrawal.", True),
    ],
)
def test_a_certain_meeting_after_before_tells_a_time(text: str, passing: bool) -> None:
    made = laid(text, asked("condition", "before"))
    assert passes(made, made.analysis.frames[0]) is passing
