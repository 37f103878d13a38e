"""What a party stands for, joined as English joins it."""

from dataclasses import replace

import pytest

from pourparler.core.vocabulary import Stance
from pourparler.faces.brief.standing import stand_words
from pourparler.faces.rows.lookup import Lookup
from tests.faces.lausanne import LAKE, RECORD, WANTS, account


def stand(sentence: str, stance: Stance, issue: str) -> str:
    """The stand of an account that is one sentence of a report."""
    report = replace(LAKE, text=sentence)
    views = tuple(replace(one, report=report) if one.report is LAKE else one for one in RECORD.reports)
    return stand_words(Lookup(replace(RECORD, reports=views)), account(report, WANTS, sentence), stance, issue)


@pytest.mark.parametrize(
    ("sentence", "stance", "issue", "words"),
    [
        ("They would start talks at once", Stance.OFFERS, "start talks at once", "offers to start talks at once"),
        ("It had agreed to bring back grain", Stance.ACCEPTS, "bring back grain", "agrees to bring back grain"),
        ("The mill could not reopen", Stance.REJECTS, "reopen", "refuses to reopen"),
        ("The mill won’t pay more", Stance.REJECTS, "pay more", "refuses to pay more"),
        ("It agreed to talks", Stance.ACCEPTS, "talks", "accepts talks"),
        ("It objects to mediation", Stance.REJECTS, "mediation", "rejects mediation"),
        ("It objects to sharing the port", Stance.REJECTS, "sharing the port", "rejects sharing the port"),
        ("It objects to the pact", Stance.REJECTS, "pact", "rejects the pact"),
        ("It is an outline, not a text", Stance.REJECTS, "text", "rejects a text"),
        ("It is an outline, not a text", Stance.REJECTS, "a text", "rejects a text"),
        ("It wants an end to fees", Stance.DEMANDS, "end to fees", "demands an end to fees"),
        ("It offered to lead a “group of the willing”", Stance.OFFERS, "lead a group of the willing",
         "offers to lead a group of the willing"),
        ("It is to\n  heed\n the court", Stance.DEMANDS, "heed the court", "demands to heed the court"),
        ("Fees must fall", Stance.DEMANDS, "lower fees", "demands lower fees"),
        ("It stands by this", Stance.SUPPORTS, "", "supports "),
    ],
)  # fmt: skip
def test_a_deed_has_its_to_and_a_thing_its_article(sentence: str, stance: Stance, issue: str, words: str) -> None:
    assert stand(sentence, stance, issue) == words


def test_every_stance_can_be_of_a_deed() -> None:
    for stance in Stance:
        assert stand("It would pay", stance, "pay").endswith(" pay")
