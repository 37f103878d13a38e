"""Which states of the heads the words bear: not what is denied, foreseen, only thought of or waited for."""

from dataclasses import replace

import pytest

from pourparler.core.vocabulary import InstrumentStatus
from pourparler.reading.framing.reached import is_reached
from tests.reading.framing.staging import asked, laid


@pytest.mark.parametrize(
    ("text", "words", "status", "reached"),
    [
        ("The pact was signed on Monday.", "was signed", "signed", True),
        ("The pact was never signed.", "was never signed", "signed", False),
        ("The pact will bind both ports.", "will bind", "agreed", False),
        ("The pact may take hold in May.", "may take hold", "in force", False),
        ("The pact may have been agreed.", "may have been agreed", "agreed", True),
        ("The pact has yet to be agreed.", "has yet to be agreed", "agreed", False),
        ("The pact will be signed in May.", "will be signed", "to be signed", True),
        ("The pact has to be put to the members.", "put to the members", "subject to ratification", True),
        ("Boats stay in port until the pact is signed.", "is signed", "signed", False),
        ("Boats stayed in port until the pact was signed.", "was signed", "signed", True),
        ("Boats leave on the day on which the pact takes hold.", "takes hold", "in force", False),
        ("The pact does not hold.", "pact", "in force", False),
        ("The pact may yet be dropped.", "may yet be dropped", "collapsed", True),
    ],
)
def test_a_state_that_words_do_not_bear_is_not_reached(text: str, words: str, status: str, reached: bool) -> None:
    made = laid(text, replace(asked("instrument", "pact", kind="agreement"), states=((words, status),)))
    (one,) = made.analysis.frames
    ((place, told, _),) = one.states
    assert is_reached(made, InstrumentStatus(told), one.words, place) is reached
