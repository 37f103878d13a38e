"""How instruments and positions move: every state with who brings it, what is told too late, what a stance follows."""

import pytest

from pourparler.core.entry import Instrument, Position
from pourparler.record.merging.lines import standing
from pourparler.record.view import compute
from tests.record.drafts import Draft, draft, hold

SIDES = ("Dockers' League", "Northmark Shipping")

Told = tuple[str, str, str]
"""Day of publication, state, day of that state; of March 2025."""

SEQUENCES: dict[str, tuple[list[Told], list[str]]] = {
    "all the way": (
        [("01", "proposed", ""), ("02", "drafted", ""), ("03", "under negotiation", ""), ("05", "agreed", "04"),
         ("07", "signed", "06"), ("09", "ratified", "08"), ("10", "in force", "")],
        ["proposed: first", "drafted: update", "under negotiation: update", "agreed: update", "signed: update",
         "ratified: update", "in force: update"],
    ),
    "one report that looks back": (
        [("10", "signed", "06"), ("10", "agreed", "04")], ["agreed: first", "signed: update"],
    ),
    "agreed after it was signed comes too late": (
        [("05", "signed", ""), ("07", "agreed", "")], ["signed: first", "agreed: belated, not followed"],
    ),
    "negotiated anew on a day of its own": (
        [("05", "agreed", "04"), ("09", "under negotiation", "08")], ["agreed: first", "under negotiation: update"],
    ),
    "voted down and begun anew": (
        [("05", "agreed", ""), ("07", "rejected", ""), ("08", "under negotiation", ""), ("09", "agreed", "09")],
        ["agreed: first", "rejected: update", "under negotiation: update", "agreed: update"],
    ),
    "to be signed, and then not": (
        [("01", "to be signed", ""), ("05", "under negotiation", "")],
        ["to be signed: first", "under negotiation: update"],
    ),
    "collapsed and in force again": (
        [("01", "in force", ""), ("05", "suspended", ""), ("09", "in force", "08")],
        ["in force: first", "suspended: update", "in force: update"],
    ),
    "signed on two days": (
        [("05", "signed", "04"), ("06", "signed", "03")], ["signed: first", "signed: disputed"],
    ),
    "demanded again": ([("01", "proposed", "01"), ("05", "proposed", "04")], ["proposed: first", "proposed: again"]),
}  # fmt: skip


def report(number: int, told: Told) -> Draft:
    published, status, on = told
    each = draft(f"r{number}", f"2025-03-{published}", f"Report {number}: the cranes contract of the port.")
    day = f"2025-03-{on}" if on else None
    return each.papers("the cranes contract", "agreement", status, SIDES, subject="cranes", on=day)


def instrument(*drafts: Draft) -> Instrument:
    [found] = compute(hold(*drafts)).instruments
    return found


@pytest.mark.parametrize(("told", "expected"), SEQUENCES.values(), ids=SEQUENCES)
def test_the_states_of_an_instrument(told: list[Told], expected: list[str]) -> None:
    document = instrument(*(report(number, one) for number, one in enumerate(told)))
    found = [f"{one.status}: {one.step}{'' if one.followed else ', not followed'}" for one in document.status]
    assert found == expected
    last = standing(document.status)
    assert last and last.status == [one.status for one in document.status if one.followed][-1]
    assert all(one.accounts and one.voices and one.told and one.evidence for one in document.status)


def stands(number: int, published: str, stance: str, issue: str, party: str = SIDES[0]) -> Draft:
    each = draft(f"p{number}", f"2025-03-{published}", f"Report {number}: {issue} and so on.")
    return each.stands(issue, stance, issue, party)


def position(found: tuple[Position, ...], stance: str) -> Position:
    return next(one for one in found if one.stance == stance)


def test_a_new_stance_follows_the_latest_one_before_it() -> None:
    issue = "a ban on night shifts"
    first, then, last = (stands(n, f"0{n}", s, issue) for n, s in enumerate(("rejects", "offers", "demands"), 1))
    found = compute(hold(first, then, last)).positions
    assert position(found, "rejects").moved_from is None
    assert position(found, "offers").moved_from == position(found, "rejects").id
    assert position(found, "demands").moved_from == position(found, "offers").id


@pytest.mark.parametrize(
    "other",
    [
        stands(2, "05", "accepts", "a ban on night shifts", SIDES[1]),
        stands(2, "05", "accepts", "the pension fund"),
        stands(2, "01", "accepts", "a ban on night shifts"),
        stands(2, "05", "proposes", "a ban on night shifts"),
    ],
    ids=["another party", "another issue", "on one day", "a stance that goes with it"],
)
def test_what_is_no_movement(other: Draft) -> None:
    found = compute(hold(stands(1, "01", "demands", "a ban on night shifts"), other)).positions
    assert [one.moved_from for one in found] == [None] * len(found)
