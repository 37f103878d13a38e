"""Instruments as the heads see them: a frame for each state told beside a naming."""

from dataclasses import replace
from datetime import date

from pourparler.core.reading import InstrumentFrame
from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus
from pourparler.reading.framing.cast import Cast
from pourparler.reading.framing.heard import Heard
from pourparler.reading.framing.instruments import heard_instruments
from tests.reading.framing.staging import Asked, asked, laid

TEXT = (
    "The fish pact that Norway and Sweden initialled on Tuesday would open the bay. The paper was put aside and then "
    "brought back. A protocol was read."
)
PACT = replace(
    asked(
        "instrument", "pact", ("party", "Norway"), ("party", "Sweden"), ("term", "would open the bay"), kind="agreement"
    ),
    states=(("initialled", "drafted"),),
)
PAPER = replace(
    asked("instrument", "paper", kind="agreement"),
    states=(("put aside", "suspended"), ("brought back", "under negotiation")),
)


def heard(*frames: Asked) -> list[Heard[InstrumentFrame]]:
    """The instruments heard."""
    made = laid(TEXT, *frames)
    return heard_instruments(made, Cast(made))


def test_an_instrument_has_its_name_sides_terms_and_state_with_its_day() -> None:
    (one,) = heard(PACT)
    frame = one.frame
    assert one.kept and one.name.of(TEXT) == "pact"
    assert (frame.kind, frame.title, frame.parties) == (InstrumentKind.AGREEMENT, "fish pact", ("Norway", "Sweden"))
    assert (frame.status, frame.on) == (InstrumentStatus.DRAFTED, date(1998, 4, 7))
    assert [span.of(TEXT) for span in frame.terms] == ["would open the bay"]
    assert frame.evidence.of(TEXT) == "pact that Norway and Sweden initialled"


def test_every_state_is_a_frame_of_one_instrument() -> None:
    told = [one.frame for one in heard(PAPER)]
    assert [frame.status for frame in told] == [InstrumentStatus.SUSPENDED, InstrumentStatus.UNDER_NEGOTIATION]
    assert [frame.same_as for frame in told] == [None, 0]
    assert [frame.evidence.of(TEXT) for frame in told] == [
        "paper was put aside",
        "paper was put aside and then brought back",
    ]


def test_a_state_that_the_words_deny_was_not_reached() -> None:
    text = "The round brought no truce. The pact was never signed. The paper was not dropped."
    made = laid(
        text,
        replace(asked("instrument", "truce", kind="ceasefire"), states=(("brought no truce", "in force"),)),
        replace(asked("instrument", "pact", kind="agreement"), states=(("was never signed", "signed"),)),
        replace(asked("instrument", "paper", kind="document"), states=(("was not dropped", "rejected"),)),
    )
    assert [one.frame.status for one in heard_instruments(made, Cast(made))] == [InstrumentStatus.REJECTED]


def test_a_naming_again_is_tied_to_the_first_frame_of_the_one_before() -> None:
    told = heard(PACT, replace(PAPER, before=0), replace(asked("instrument", "protocol"), before=1))
    assert [one.frame.same_as for one in told] == [None, 0, 0, 1]
    assert [one.kept for one in told] == [True, True, True, False]
    assert (told[-1].frame.status, told[-1].frame.title) == (None, "protocol")


def test_frames_of_other_kinds_are_no_instruments() -> None:
    assert heard(asked("meeting", "bay")) == []
