"""How issues stand, the precedence of the states, and whose word a stance is."""

from datetime import date

import pytest

from pourparler.case.conditions.blocking import blocking
from pourparler.case.conditions.graph import build
from pourparler.case.issues.gathering import gather
from pourparler.case.issues.matrix import matrix
from pourparler.case.issues.states import DORMANT_DAYS, Standing, State, standings
from pourparler.case.voices import Hearing
from pourparler.core.vocabulary import InstrumentStatus, Stance
from pourparler.record.view import compute
from tests.record.drafts import NORLAND, SUDLAND, Draft, draft, hold

BOTH = (NORLAND, SUDLAND)


class Papers:
    """Reports in the making, one sentence each."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []

    def told(self, text: str, day: str = "2025-03-01") -> Draft:
        """A report of one passage that names the sides and their speakers."""
        text = f"{text} Norland, Sudland. Ann Lee, Bo Ek and Cy Tor spoke."
        made = draft(f"{len(self.drafts)}.txt", day, text)
        made.names("Norland,", NORLAND, "state").names("Sudland.", SUDLAND, "state")
        made.names("Ann Lee", party=NORLAND, office="prime minister")
        made.names("Bo Ek", party=SUDLAND, office="president").names("Cy Tor", party=SUDLAND, office="spokesman")
        self.drafts.append(made)
        return made

    def stands(
        self, stance: str, party: str | None, by: str | None = "", day: str = "2025-03-01", of: str = ""
    ) -> None:
        """A stance on a truce, by the outlet (`by` empty) or a speaker."""
        words = f"{party} {stance} a truce on the lake"
        made = self.told(f"It is said that {words}.", day)
        made.stands(words, stance, "a truce", party, voiced_by=by or None)
        if by != "":
            made.says(words, by, party=of or None)

    def of(self, phrase: str = "a truce", as_of: str | None = None) -> Standing:
        """How an issue stands."""
        record = compute(hold(*self.drafts), date.fromisoformat(as_of) if as_of else None)
        issues = gather(record)
        issue = issues.of(phrase)
        return next(one for one in standings(record, issues, blocking(build(record, issues))) if one.issue is issue)


def test_silence_is_unknown() -> None:
    papers = Papers()
    papers.stands("demands", NORLAND, "Ann Lee", of=NORLAND)
    standing = papers.of()
    assert standing.state is State.UNKNOWN and standing.sign is None and standing.concerned == (NORLAND,)


def test_an_instrument_makes_it_agreed() -> None:
    papers = Papers()
    papers.stands("demands", NORLAND)
    papers.stands("rejects", SUDLAND)
    made = papers.told("They agreed a pact on a truce.", "2025-03-02")
    made.papers("a pact on a truce", "agreement", "agreed", BOTH, subject="a truce")
    standing = papers.of()
    assert standing.state is State.AGREED and standing.stage is InstrumentStatus.AGREED
    assert State.CONTESTED in {sign.state for sign in standing.beside}


def test_acceptance_of_every_party_in_its_own_voice_makes_it_agreed() -> None:
    papers = Papers()
    papers.stands("accepts", NORLAND, "Ann Lee", of=NORLAND)
    assert papers.of().state is State.UNKNOWN
    papers.stands("accepts", SUDLAND, "Cy Tor", of=SUDLAND)
    assert papers.of().state is State.AGREED


@pytest.mark.parametrize("by,of", [("", ""), (None, SUDLAND), ("Ann Lee", NORLAND)])
def test_acceptance_in_another_voice_does_not(by: str | None, of: str) -> None:
    papers = Papers()
    papers.stands("accepts", NORLAND, "Ann Lee", of=NORLAND)
    papers.stands("accepts", SUDLAND, by, of=of)
    assert papers.of().state is not State.AGREED


def test_acceptance_told_by_the_other_side_alone_is_claimed() -> None:
    papers = Papers()
    papers.stands("demands", NORLAND)
    papers.stands("accepts", SUDLAND, "Ann Lee", of=NORLAND)
    standing = papers.of()
    assert standing.state is State.CLAIMED and standing.sign is not None and standing.sign.parties == (SUDLAND,)


def test_an_instrument_told_agreed_by_one_side_alone_is_claimed() -> None:
    papers = Papers()
    made = papers.told("A pact on a truce is agreed, Bo Ek said.")
    made.papers("A pact on a truce is agreed", "agreement", "agreed", BOTH, title="pact", subject="a truce")
    made.says("A pact on a truce is agreed", "Bo Ek", party=SUDLAND)
    standing = papers.of()
    assert standing.state is State.CLAIMED and standing.sign is not None and standing.sign.parties == (SUDLAND,)


def test_contested_and_converging() -> None:
    papers = Papers()
    papers.stands("proposes", NORLAND, "Ann Lee", of=NORLAND)
    papers.stands("rejects", SUDLAND, "Bo Ek", of=SUDLAND)
    assert papers.of().state is State.CONTESTED
    papers.stands("offers", SUDLAND, "Bo Ek", day="2025-03-09", of=SUDLAND)
    assert papers.of().state is State.CONVERGING
    assert papers.of(as_of="2025-03-05").state is State.CONTESTED


def test_a_condition_that_is_not_met_blocks_unless_it_is_agreed() -> None:
    papers = Papers()
    papers.stands("demands", NORLAND)
    papers.stands("rejects", SUDLAND)
    words = "no truce unless the crew is freed"
    papers.told(f"There is {words}.").requires(words, "a truce", "freeing the crew", NORLAND)
    standing = papers.of()
    assert standing.state is State.BLOCKED
    made = papers.told("They agreed a pact on a truce.", "2025-03-02")
    made.papers("a pact on a truce", "agreement", "agreed", BOTH, subject="a truce")
    standing = papers.of()
    assert standing.state is State.AGREED and State.BLOCKED in {sign.state for sign in standing.beside}


def test_long_silence_makes_it_dormant_before_it_is_blocked_or_contested() -> None:
    papers = Papers()
    papers.stands("demands", NORLAND)
    papers.stands("rejects", SUDLAND)
    assert papers.of(as_of="2025-03-31").state is State.CONTESTED
    assert DORMANT_DAYS == 60
    assert papers.of(as_of="2025-04-30").state is State.CONTESTED
    standing = papers.of(as_of="2025-05-01")
    assert standing.state is State.DORMANT and standing.beside[0].state is State.CONTESTED


def test_the_order_of_precedence() -> None:
    assert [state.value for state in State] == [
        "agreed",
        "claimed by one side",
        "dormant",
        "blocked",
        "contested",
        "converging",
        "unknown",
    ]


def test_voices_are_kept_apart() -> None:
    papers = Papers()
    papers.stands("demands", NORLAND)
    papers.stands("rejects", SUDLAND, "Bo Ek", of=SUDLAND)
    papers.stands("offers", SUDLAND, "Cy Tor", of=SUDLAND)
    papers.stands("accepts", SUDLAND, "Ann Lee", of=NORLAND)
    papers.stands("demands", SUDLAND, None, of=SUDLAND)
    papers.stands("supports", SUDLAND)
    record = compute(hold(*papers.drafts))
    issues = gather(record)
    issue = issues.of("a truce")
    assert issue is not None
    cell = matrix(record, issues).cell(issue.id, SUDLAND)
    assert cell is not None
    told = {held.hearing: held.stance for held in cell.in_force}
    assert told == {
        Hearing.OWN: Stance.REJECTS,
        Hearing.SPOKESPERSON: Stance.OFFERS,
        Hearing.UNNAMED: Stance.DEMANDS,
        Hearing.OPPONENT: Stance.ACCEPTS,
        Hearing.OUTLET: Stance.SUPPORTS,
    }
    assert len(cell.own) == 2 and len(cell.history) == 5
    assert all(held.evidence and held.accounts for held in cell.history)


def test_a_newer_stance_takes_the_place_of_an_older() -> None:
    papers = Papers()
    papers.stands("rejects", SUDLAND, "Bo Ek", of=SUDLAND)
    papers.stands("accepts", SUDLAND, "Bo Ek", day="2025-03-05", of=SUDLAND)
    record = compute(hold(*papers.drafts))
    issues = gather(record)
    cells = matrix(record, issues).of(issues.issues[0].id)
    assert [held.stance for held in cells[0].own] == [Stance.ACCEPTS]
    assert [held.stance for held in cells[0].history] == [Stance.REJECTS, Stance.ACCEPTS]
