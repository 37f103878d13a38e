"""How meetings move, told as sequences: what is news, what is disputed, what comes too late; for talks and a strike."""

from itertools import permutations

import pytest

from pourparler.core.entry import Meeting
from pourparler.record.view import compute
from tests.record.drafts import Draft, draft, hold

SIDES = {"talks": ("Norland", "Sudland"), "strike": ("Dockers' League", "Northmark Shipping")}

Told = tuple[str, str, str]
"""Day of publication, status, days of the meeting; of March 2025."""

SEQUENCES: dict[str, tuple[list[Told], list[str]]] = {
    "all the way": (
        [("01", "proposed", ""), ("02", "conditional", ""), ("03", "planned", ""), ("05", "under way", ""),
         ("06", "held", "")],
        ["proposed: first", "conditional: update", "planned: update", "under way: update", "held: update"],
    ),
    "put off and then held is one, held": (
        [("01", "planned", ""), ("03", "postponed", ""), ("04", "planned", ""), ("06", "held", "")],
        ["planned: first", "postponed: update", "planned: update", "held: update"],
    ),
    "called off": ([("01", "planned", ""), ("03", "cancelled", "")], ["planned: first", "cancelled: update"]),
    "a plan denied": ([("01", "planned", ""), ("02", "denied", "")], ["planned: first", "denied: denial"]),
    "held and denied": (
        [("06", "held", ""), ("07", "denied", "")], ["held: first", "denied: denial, not followed"],
    ),
    "held and denied on one day": (
        [("06", "held", ""), ("06", "denied", "")], ["denied: denial, not followed", "held: first"],
    ),
    "planned after it was held comes too late": (
        [("06", "held", ""), ("07", "planned", "")], ["held: first", "planned: belated, not followed"],
    ),
    "under way after it was held comes too late": (
        [("06", "held", ""), ("07", "under way", "")], ["held: first", "under way: belated, not followed"],
    ),
    "called off after it was held is disputed": (
        [("06", "held", ""), ("07", "cancelled", "")], ["held: first", "cancelled: disputed, not followed"],
    ),
    "off and held on one day is disputed": (
        [("06", "held", ""), ("06", "cancelled", "")], ["cancelled: disputed, not followed", "held: first"],
    ),
    "off from one day and held on another is none": (
        [("06", "postponed", "03"), ("06", "held", "05")], ["postponed: first", "held: update"],
    ),
    "broken off": (
        [("05", "under way", ""), ("06", "cancelled", "")], ["under way: first", "cancelled: update"],
    ),
    "planned and held on one day": (
        [("05", "held", ""), ("05", "planned", "")], ["planned: first", "held: update"],
    ),
    "told twice is told once": (
        [("01", "planned", ""), ("02", "planned", ""), ("06", "held", "")], ["planned: first", "held: update"],
    ),
    "called off or put off": (
        [("03", "postponed", ""), ("03", "cancelled", "")], ["postponed: disputed, not followed", "cancelled: first"],
    ),
}  # fmt: skip


def report(number: int, told: Told, sides: tuple[str, str], **more: tuple[str, ...]) -> Draft:
    published, status, days = told
    each = draft(f"r{number}", f"2025-03-{published}", f"Report {number}: the second round between the two.")
    when = f"2025-03-{days or '05'}"
    return each.meets("the second round", "talks", status, when, parties=sides, round=2, **more)


def meeting(*drafts: Draft) -> Meeting:
    [found] = compute(hold(*drafts)).meetings
    return found


def states(met: Meeting) -> list[str]:
    return [f"{one.value}: {one.step}{'' if one.followed else ', not followed'}" for one in met.states]


@pytest.mark.parametrize("sides", SIDES.values(), ids=SIDES)
@pytest.mark.parametrize(("told", "expected"), SEQUENCES.values(), ids=SEQUENCES)
def test_the_states_of_a_meeting(told: list[Told], expected: list[str], sides: tuple[str, str]) -> None:
    drafts = [report(number, one, sides) for number, one in enumerate(told)]
    met = meeting(*drafts)
    assert states(met) == expected
    assert met.status == [one.value for one in met.states if one.followed][-1]
    told_by = [account for one in met.states for account in one.accounts]
    assert sorted(told_by) == sorted(account.id for account in met.accounts)
    assert all(one.evidence and one.voices and one.told for one in met.states)


def test_the_order_of_arrival_does_not_show() -> None:
    told, _ = SEQUENCES["put off and then held is one, held"]
    drafts = [report(number, one, SIDES["talks"]) for number, one in enumerate(told)]
    assert len({meeting(*these).states for these in permutations(drafts)}) == 1


def test_silence_is_never_held() -> None:
    planned = report(0, ("01", "planned", "05"), SIDES["strike"])
    met = meeting(planned)
    assert not met.overdue
    [_, late] = [planned, draft("r1", "2025-03-20", "Nothing of it.")]
    record = compute(hold(planned, late))
    assert record.meetings[0].overdue and record.meetings[0].status == "planned"


DAYS: dict[str, tuple[list[Told], list[str], str]] = {
    "moved": ([("01", "planned", "05"), ("03", "planned", "11")], ["05: first", "11: update"], "11"),
    "put off, and a new day named": (
        [("01", "planned", "05"), ("03", "postponed", "05"), ("04", "planned", "11"), ("12", "held", "11")],
        ["05: first", "11: update"],
        "11",
    ),
    "told of two days on one day": (
        [("01", "planned", "05"), ("01", "planned", "06")], ["05: disputed, not followed", "06: first"], "06",
    ),
    "held on two days": (
        [("08", "held", "05"), ("09", "held", "05"), ("09", "held", "04")],
        ["05: first", "04: disputed, not followed"],
        "05",
    ),
    "an old plan told again": (
        [("01", "planned", "04"), ("06", "held", "05"), ("07", "planned", "04")],
        ["04: first", "05: update", "04: belated, not followed"],
        "05",
    ),
    "coarser words are no news": ([("01", "planned", "05"), ("02", "planned", "03/2025-03-09")], ["05: first"], "05"),
}  # fmt: skip


@pytest.mark.parametrize(("told", "expected", "last"), DAYS.values(), ids=DAYS)
def test_the_days_of_a_meeting(told: list[Told], expected: list[str], last: str) -> None:
    met = meeting(*(report(number, one, SIDES["strike"]) for number, one in enumerate(told)))
    found = [
        f"{one.value.start:%d}: {one.step}{'' if one.followed else ', not followed'}"
        for one in met.days
        if one.value.start
    ]
    assert found == expected
    assert met.when and met.when.start and f"{met.when.start:%d}" == last


def test_a_meeting_that_is_moved_to_another_place() -> None:
    one = report(0, ("01", "planned", ""), SIDES["talks"], place=("Istanbul",))
    two = report(1, ("02", "planned", ""), SIDES["talks"], place=("Turkey",))
    three = report(2, ("06", "held", ""), SIDES["talks"], place=("Geneva",))
    late = report(3, ("07", "planned", ""), SIDES["talks"], place=("Istanbul",))
    met = meeting(one, two, three, late)
    assert [(each.value[0], each.step.value, each.followed) for each in met.places] == [
        ("Istanbul", "first", True),
        ("Geneva", "update", True),
        ("Istanbul", "belated", False),
    ]
    assert met.place[0] == "Geneva"
