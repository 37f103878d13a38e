"""Lives of instruments: steps, their backing, claims of one side, and what is warned of."""

from dataclasses import replace
from datetime import date

import pytest

from pourparler.case.instruments.lives import Life, Odd, lives
from pourparler.case.instruments.transitions import Asks
from pourparler.core.account import Voice
from pourparler.core.entry import Instrument
from pourparler.core.vocabulary import InstrumentStatus
from tests.case.instruments.papers import NORLAND, OUTLET, SUDLAND, instrument, record, states, unfollowed
from tests.faces.lausanne import RECORD as LAUSANNE

S = InstrumentStatus


def life(told: Instrument) -> Life:
    (only,) = lives(record(told))
    return only


def odd(told: Instrument) -> list[tuple[str, str, str]]:
    return [(warned.odd.name, warned.before.value, warned.after.value) for warned in life(told).warnings]


def test_a_life_by_the_table_has_no_warning() -> None:
    told = life(states("proposed", "under negotiation", "agreed", "to be signed", "signed", "ratified", "in force"))
    assert (told.warnings, told.stands) == ((), S.IN_FORCE)
    assert [step.before for step in told.steps] == [None, *(step.status for step in told.steps[:-1])]
    assert told.steps[0].because is None and all(step.because for step in told.steps[1:])
    assert all(step.evidence for step in told.steps)


@pytest.mark.parametrize("first", list(S))
def test_a_record_may_begin_with_any_state(first: S) -> None:
    assert odd(states(first)) == []


def test_jumps_are_warned_of_with_what_lies_between() -> None:
    told = life(states("proposed", "in force"))
    (warned,) = told.warnings
    assert (warned.odd, warned.at, warned.between) == (Odd.JUMP, 1, (S.AGREED,))
    assert told.stands is S.IN_FORCE
    assert odd(states("proposed", "in force", kind="ceasefire")) == []


def test_steps_back_are_warned_of_unless_it_fell() -> None:
    assert odd(states("signed", "under negotiation")) == [("BACK", "signed", "under negotiation")]
    assert odd(states("signed", "collapsed", "under negotiation")) == []
    assert odd(states("in force", "suspended", "in force")) == []
    assert odd(states("rejected", "signed")) == [("JUMP", "rejected", "signed")]
    assert odd(states("in force", "rejected")) == [("ORDER", "in force", "rejected")]


def test_states_told_on_one_day_come_in_no_known_order() -> None:
    told = states("subject to ratification", "agreed")
    first, second = (replace(line, told=date(2025, 3, 1), on=None) for line in told.status)
    assert odd(replace(told, status=(first, second))) == []
    days = replace(first, on=date(2025, 2, 1)), replace(second, on=date(2025, 2, 2))
    assert odd(replace(told, status=days)) == [("BACK", "subject to ratification", "agreed")]
    later = replace(second, told=date(2025, 3, 2))
    assert odd(replace(told, status=(first, later))) == [("BACK", "subject to ratification", "agreed")]


def test_a_text_of_one_side_is_put_to_the_vote() -> None:
    assert odd(states("proposed", "subject to ratification", kind="document")) == []
    assert odd(states("proposed", "subject to ratification")) == [("JUMP", "proposed", "subject to ratification")]
    assert odd(states("framework agreed", "subject to ratification")) == []


def test_the_same_state_again_is_no_transition() -> None:
    told = life(states("proposed", "proposed"))
    assert told.warnings == () and told.steps[1].before is S.PROPOSED and told.steps[1].because is None


def test_what_is_told_too_late_moves_nothing() -> None:
    told = life(unfollowed(states("signed", "under negotiation", "in force"), 1))
    assert (told.warnings, told.stands) == ((), S.IN_FORCE)
    assert told.steps[1].before is None and told.steps[2].before is S.SIGNED


def test_agreeing_asks_for_every_party_or_a_document() -> None:
    one = life(instrument(("agreed", "We agreed.", NORLAND)))
    (step,) = one.steps
    assert (step.asks, step.met, step.backing.own, step.backing.unheard) == (
        Asks.ALL_SIDES, False, ("Norland",), ("Sudland",),
    )  # fmt: skip
    both = life(instrument(("agreed", "We agreed.", NORLAND), ("agreed", "So did we.", SUDLAND)))
    assert all(step.met for step in both.steps)
    assert not life(instrument(("agreed", "They agreed, it is reported.", OUTLET))).steps[0].met
    assert life(instrument(("agreed", "They agreed, says the joint statement.", OUTLET))).steps[0].met


def test_an_act_is_seen_by_the_outlet_and_a_word_is_given_by_one() -> None:
    assert life(states("signed")).steps[0].met
    assert not life(instrument(("signed", "It is signed.", NORLAND))).steps[0].met
    assert life(instrument(("proposed", "We propose it.", NORLAND))).steps[0].met
    mediator = Voice(outlet=False, speaker="Westmark", party="Westmark")
    (step,) = life(instrument(("proposed", "They proposed it.", mediator))).steps
    assert (step.met, step.backing.others) == (False, ("Westmark",))


def test_one_party_known_is_never_every_party() -> None:
    assert not life(instrument(("agreed", "We agreed.", NORLAND), parties=("Norland",))).steps[0].met


def test_what_only_one_side_says_is_marked() -> None:
    claimed = life(instrument(("agreed", "We agreed.", NORLAND)))
    assert (claimed.claimed_by, claimed.steps[0].claimed_by) == ("Norland", "Norland")
    unnamed = Voice(outlet=False, party="Norland", anonymous=True)
    assert life(instrument(("agreed", "We agreed.", NORLAND), ("agreed", "It is agreed.", unnamed))).claimed_by
    for other in (SUDLAND, OUTLET, Voice(outlet=False, anonymous=True)):
        told = life(instrument(("agreed", "We agreed.", NORLAND), ("agreed", "It is agreed.", other)))
        assert told.claimed_by is None and all(step.claimed_by is None for step in told.steps)
    mediator = Voice(outlet=False, speaker="Westmark", party="Westmark")
    assert life(instrument(("agreed", "They agreed.", mediator))).claimed_by == "Westmark"


def test_a_claim_is_of_the_state_that_stands() -> None:
    told = life(instrument(("proposed", "It is proposed.", OUTLET), ("agreed", "We agreed.", SUDLAND)))
    assert [step.claimed_by for step in told.steps] == [None, "Sudland"] and told.claimed_by == "Sudland"


def test_voices_are_found_by_the_accounts_or_the_words_where_a_state_names_none() -> None:
    told = instrument(("agreed", "We agreed.", NORLAND))
    bare = replace(told, status=(replace(told.status[0], voices=()),))
    nameless = replace(told, status=(replace(told.status[0], voices=(), accounts=()),))
    assert life(bare).claimed_by == life(nameless).claimed_by == "Norland"
    assert life(bare).steps[0].backing == life(nameless).steps[0].backing == life(told).steps[0].backing


def test_an_instrument_without_a_state_has_an_empty_life() -> None:
    told = life(instrument())
    assert (told.steps, told.stands, told.warnings, told.claimed_by, told.ratification) == ((), None, (), None, ())


def test_a_record_from_the_press() -> None:
    (told,) = lives(LAUSANNE)
    assert [step.status for step in told.steps] == [S.FRAMEWORK_AGREED, S.TO_BE_SIGNED]
    assert (told.stands, told.warnings, told.claimed_by) == (S.TO_BE_SIGNED, (), None)
    assert not told.steps[0].met and told.steps[0].backing.outlet
