"""Who stands behind each side of a dispute, of what sort it is, and what is no dispute but later news."""

from itertools import combinations_with_replacement, product
from typing import Any

import pytest

from pourparler.core.dispute import Dispute
from pourparler.core.vocabulary import DisputeSort, InstrumentStatus, MeetingStatus
from pourparler.record.view import compute
from tests.record.drafts import Draft, draft, hold

SIDES = ("Dockers' League", "Northmark Shipping")
BODY = " ".join(f"word{number}" for number in range(60))


def tells(name: str, published: str, status: str, when: str = "2025-03-04", **more: Any) -> Draft:
    """A report of its own words on the second round."""
    text = f"{name} has it in words of its own: {more.pop('words', 'the second round')}. {more.pop('after', '')}"
    return _round(draft(name, published, text, more.pop("outlet", name)), status, when, **more)


def copy(name: str, published: str, when: str) -> Draft:
    """A wire's text under the name of another outlet."""
    return _round(draft(name, published, f"{BODY} the second round", name), "held", when)


def _round(each: Draft, status: str, when: str, **more: Any) -> Draft:
    spans: dict[str, Any] = {
        field: (each.at(more.pop(field)),) for field in ("agenda", "outcome", "denied") if field in more
    }
    given: dict[str, Any] = {"parties": SIDES, "round": 2, **spans, **more}
    words = "the second round" if "the second round" in each.text else each.text.split(": ")[1][:16]
    return each.meets(words, "talks", status, when, **given)


def disputes(*drafts: Draft) -> tuple[Dispute, ...]:
    return compute(hold(*drafts)).disputes


def test_a_wire_copied_by_ten_outlets_is_one_source() -> None:
    wire = [copy(f"paper {number}", "2025-03-05", "2025-03-03") for number in range(10)]
    own = [tells(name, "2025-03-05", "held") for name in ("Gazette", "Herald")]
    [found] = disputes(*wire, *own)
    assert found.field == "when"
    by_day = {reading.value: reading for reading in found.readings}
    assert by_day["2025-03-03"].sources == 1 and by_day["2025-03-04"].sources == 2
    copied = by_day["2025-03-03"]
    assert len(copied.reports) == 10
    assert [one.repeats for one in copied.witnesses] == [None, *["paper 0"] * 9]
    assert all(one.repeats is None for one in by_day["2025-03-04"].witnesses)


def test_what_two_outlets_have_from_one_agency_is_one_source() -> None:
    def says(name: str) -> Draft:
        each = tells(name, "2025-03-05", "held", "2025-03-03", after="Ann Lee said so.")
        return each.says("the second round", "Ann Lee", party=SIDES[0], via=("Wire",))

    found = disputes(says("Gazette"), says("Herald"), tells("Post", "2025-03-05", "held"))
    [told] = [reading for one in found for reading in one.readings if reading.value == "2025-03-03"]
    assert told.sources == 1 and {one.voice.speaker for one in told.witnesses} == {"Ann Lee"}
    assert [one.repeats for one in told.witnesses] == [None, "Gazette"]


@pytest.mark.parametrize(
    ("statuses", "sort"),
    [
        (("held", "denied"), DisputeSort.DENIAL),
        (("held", "cancelled"), DisputeSort.DISCREPANCY),
        (("postponed", "cancelled"), DisputeSort.DISCREPANCY),
    ],
)
def test_a_denial_is_a_sort_of_its_own(statuses: tuple[str, str], sort: DisputeSort) -> None:
    one, two = (tells(f"r{n}", "2025-03-05", status) for n, status in enumerate(statuses))
    [found] = disputes(one, two)
    assert (found.field, found.sort) == ("status", sort)


def agenda(words: str, name: str) -> Draft:
    return tells(name, "2025-03-05", "held", after=f"They spoke about {words} that day.", agenda=words)


def test_a_difference_of_scope() -> None:
    wide = agenda("night shifts and the cranes", "Gazette")
    assert disputes(wide, agenda("night shifts", "Herald")) == ()
    [found] = disputes(wide, agenda("night shifts only", "Herald"))
    assert (found.field, found.sort) == ("agenda", DisputeSort.SCOPE)
    assert disputes(wide, agenda("the pension fund only", "Herald")) == ()


def test_what_holds_the_other_is_no_dispute() -> None:
    week = tells("a", "2025-03-05", "held", "2025-03-03/2025-03-09", place=("Turkey",))
    day = tells("b", "2025-03-05", "held", "2025-03-04", place=("Istanbul",))
    some = tells("c", "2025-03-05", "held", parties=(*SIDES, "Harbour Board"))
    assert disputes(week, day, some) == ()


def test_one_voice_does_not_contradict_itself() -> None:
    each = draft("a", "2025-03-05", "The second round was held. The board was not asked to it.")
    each.meets("The second round was held", "talks", "held", "2025-03-04", parties=SIDES, round=2)
    each.meets("The board was not asked", "talks", "denied", parties=SIDES, round=2, same_as=0)
    assert disputes(each, tells("b", "2025-03-05", "held")) == ()


AWAITED = ("proposed", "conditional", "planned")
AFTER = [
    *product(AWAITED, [status for status in MeetingStatus if status != "denied"]),
    *product(("postponed", "cancelled"), ("planned", "postponed", "cancelled", "under way", "held")),
    ("under way", "held"),
]


@pytest.mark.parametrize(("first", "then"), AFTER, ids=map(str, AFTER))
@pytest.mark.parametrize("moved", [False, True], ids=["same day", "moved"])
def test_a_later_state_of_a_meeting_is_never_a_dispute(first: str, then: str, moved: bool) -> None:
    """Whatever else changed with it: the day, the place, the level, who comes, what it is about."""
    before: dict[str, Any] = {"place": ("Istanbul",), "level": "experts", "excluded": ("Harbour Board",)}
    after: dict[str, Any] = {"place": ("Geneva",), "level": "ministers", "invited": ("Harbour Board",)}
    early = tells("a", "2025-03-01", first, "2025-03-05", **before)
    late = tells("b", "2025-03-07", then, "2025-03-06" if moved else "2025-03-05", **after)
    assert [found.field for found in disputes(early, late)] == []


ORDER = (
    InstrumentStatus.PROPOSED, InstrumentStatus.DRAFTED, InstrumentStatus.UNDER_NEGOTIATION,
    InstrumentStatus.FRAMEWORK_AGREED, InstrumentStatus.AGREED, InstrumentStatus.SIGNED, InstrumentStatus.RATIFIED,
    InstrumentStatus.IN_FORCE, InstrumentStatus.SUSPENDED, InstrumentStatus.COLLAPSED,
)  # fmt: skip


@pytest.mark.parametrize(("first", "then"), list(combinations_with_replacement(ORDER, 2)), ids=str)
def test_a_later_state_of_an_instrument_is_never_a_dispute(first: InstrumentStatus, then: InstrumentStatus) -> None:
    def report(name: str, published: str, status: InstrumentStatus) -> Draft:
        each = draft(name, published, f"{name}: the cranes contract of the port.")
        return each.papers("the cranes contract", "agreement", status.value, SIDES, subject="cranes")

    assert disputes(report("a", "2025-03-01", first), report("b", "2025-03-07", then)) == ()


def test_what_fell_after_it_was_settled_is_no_dispute_on_one_day() -> None:
    def report(name: str, status: str, on: str | None) -> Draft:
        each = draft(name, "2025-03-07", f"{name}: the cranes contract of the port.")
        return each.papers("the cranes contract", "agreement", status, SIDES, subject="cranes", on=on)

    assert disputes(report("a", "agreed", "2025-02-01"), report("b", "rejected", "2025-03-07")) == ()
    assert disputes(report("a", "signed", None), report("b", "collapsed", None)) == ()
    assert [one.field for one in disputes(report("a", "in force", None), report("b", "collapsed", None))] == ["status"]


def test_a_denial_before_the_thing_came_about_is_answered_by_nothing() -> None:
    def paper(name: str, published: str, words: str) -> Draft:
        return draft(name, published, f"{name}: the cranes contract of the port. {words}")

    denial = paper("a", "2025-03-01", "Ann Lee denied that the fee is part of it.")
    denial.papers("the cranes contract", "agreement", "under negotiation", SIDES, denied=(denial.at("the fee"),))
    later = paper("b", "2025-03-07", "It names the fee.")
    later.papers("the cranes contract", "agreement", "agreed", SIDES, terms=(later.at("the fee"),))
    sooner = paper("b", "2025-03-01", "It names the fee.")
    sooner.papers("the cranes contract", "agreement", "agreed", SIDES, terms=(sooner.at("the fee"),))
    assert disputes(denial, later) == ()
    assert ("terms", DisputeSort.DENIAL) in [(found.field, found.sort) for found in disputes(denial, sooner)]
