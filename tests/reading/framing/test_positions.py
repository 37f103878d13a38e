"""Positions as the heads see them: words, stance, issue and whose it is."""

from dataclasses import replace

from pourparler.core.vocabulary import Stance
from pourparler.reading.framing.cast import Cast
from pourparler.reading.framing.positions import heard_positions
from tests.reading.framing.staging import asked, laid

TEXT = "Norway said the old quota must stay as it is. Sweden would rather see it go, said Tony Blair."
STAY = asked("position", "the old quota must stay", ("issue", "the old quota"), stance="demands")


def test_a_position_has_its_stance_issue_and_the_speakers_side() -> None:
    made = laid(TEXT, STAY)
    (found,) = heard_positions(made, Cast(made))
    assert (found.stance, found.issue, found.party) == (Stance.DEMANDS, "old quota", "Norway")
    assert found.voiced_by is None
    assert found.evidence.of(TEXT) == "the old quota must stay"


def test_without_an_issue_it_is_no_position() -> None:
    made = laid(TEXT, replace(STAY, roles=()))
    assert heard_positions(made, Cast(made)) == []


def test_a_person_of_no_known_side_voices_it_for_nobody() -> None:
    made = laid(
        TEXT,
        asked("position", "Sweden would rather see it go", ("holder", "Sweden"), ("issue", "it"), stance="rejects"),
    )
    (found,) = heard_positions(made, Cast(made))
    assert (found.party, found.voiced_by, found.stance) == (None, "Tony Blair", Stance.REJECTS)


def test_what_the_gate_refuses_is_none() -> None:
    made = laid(TEXT, replace(STAY, sure=0.1), asked("condition", "would"))
    assert heard_positions(made, Cast(made)) == []
