"""Ratification party by party."""

from dataclasses import replace

from pourparler.case.instruments.lives import lives
from pourparler.case.instruments.ratifying import Ground, Ratification, Ratified
from pourparler.core.account import Voice
from pourparler.core.entry import Instrument
from pourparler.core.reading import InstrumentFrame
from tests.case.instruments.papers import NORLAND, OUTLET, instrument, record, states

ASKED, DONE = "subject to ratification", "ratified"


def told(of: Instrument) -> dict[str | None, Ratification]:
    (life,) = lives(record(of))
    return {each.party: each for each in life.ratification}


def test_nothing_is_told_of_what_needs_no_ratifying() -> None:
    assert told(states("agreed", "signed")) == {}


def test_the_party_that_the_words_name() -> None:
    of = instrument(
        (ASKED, "The parliament of Sudland is still to vote on it.", NORLAND),
        (DONE, "Norland ratified it.", OUTLET),
    )
    found = told(of)
    assert [(party, each.state) for party, each in found.items()] == [
        ("Norland", Ratified.DONE), ("Sudland", Ratified.ASKED),
    ]  # fmt: skip
    (telling,) = found["Sudland"].told
    assert (telling.ground, telling.voice, telling.evidence[0].text[:14]) == (Ground.WORDS, NORLAND, "The parliament")


def test_wordings_of_reports_name_a_party_too_but_not_inside_a_word() -> None:
    assert told(instrument((DONE, "Yesterday the Norlanders ratified it.", OUTLET)))["Norland"].state is Ratified.DONE
    assert None in told(instrument((DONE, "The Norlandish league ratified it.", OUTLET)))


def test_a_state_is_named_by_its_adjective_and_its_parliament() -> None:
    of = instrument(
        (DONE, "The Norwegian side ratified it.", OUTLET),
        (ASKED, "The Knesset is yet to take it up.", OUTLET),
        parties=("Norway", "Israel"),
    )
    found = told(of)
    assert (found["Norway"].state, found["Israel"].state) == (Ratified.DONE, Ratified.ASKED)


def test_a_party_of_which_nothing_is_told_is_there_without_a_word() -> None:
    found = told(instrument((DONE, "Norland ratified it.", OUTLET)))
    assert (found["Sudland"].state, found["Sudland"].told) == (Ratified.NOT_TOLD, ())


def test_the_only_party_of_the_account_and_the_side_that_speaks() -> None:
    of = instrument((DONE, "The members voted for it.", OUTLET))
    frame = of.accounts[0].fields
    assert isinstance(frame, InstrumentFrame)
    alone = replace(of, accounts=(replace(of.accounts[0], fields=replace(frame, parties=("Sudland",))),))
    assert told(alone)["Sudland"].told[0].ground is Ground.PARTY
    assert told(instrument((ASKED, "Our members have to vote.", NORLAND)))["Norland"].told[0].ground is Ground.SPEAKER


def test_what_names_nobody_is_nobodys() -> None:
    for voice in (OUTLET, Voice(outlet=False, speaker="Westmark", party="Westmark")):
        found = told(instrument((DONE, "It was ratified.", voice)))
        assert found[None].told[0].ground is Ground.NOTHING
        assert found["Norland"].state is found["Sudland"].state is Ratified.NOT_TOLD
    both = told(instrument((DONE, "Norland and Sudland ratified it.", OUTLET)))
    assert (both[None].state, both["Norland"].state) == (Ratified.DONE, Ratified.NOT_TOLD)


def test_a_later_account_that_still_asks_for_it_is_shown_against_it() -> None:
    of = instrument((DONE, "Norland ratified it.", OUTLET), (ASKED, "The vote of Norland is to come.", OUTLET))
    assert told(of)["Norland"].state is Ratified.DISPUTED
    turned = instrument((ASKED, "The vote of Norland is to come.", OUTLET), (DONE, "Norland ratified it.", OUTLET))
    assert told(turned)["Norland"].state is Ratified.DONE
