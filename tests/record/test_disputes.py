"""What is a dispute, and what only looks like one."""

from typing import Any

import pytest

from pourparler.core.account import Voice
from pourparler.core.entry import CaseRecord, Dispute
from pourparler.record.view import compute
from tests.record.drafts import NORLAND, SUDLAND, WESTMARK, Draft, draft, hold

BOTH = (NORLAND, SUDLAND)


def met(name: str, published: str, status: str, when: str = "2025-03-04", **more: Any) -> Draft:
    each = draft(name, published, f"In {name} they meet to talk.")
    return each.meets("they meet", "talks", status, when, **{"parties": BOTH, "round": 1, **more})


def paper(name: str, published: str, status: str | None, **more: Any) -> Draft:
    parties = more.pop("parties", BOTH)
    each = draft(name, published, f"{name}: the accord lies there")
    return each.papers("the accord", "agreement", status, parties, subject="fishing", **more)


def disputes_of(*drafts: Draft) -> tuple[Dispute, ...]:
    return compute(hold(*drafts)).disputes


def sides(*drafts: Draft) -> list[tuple[str, list[str | tuple[str, ...]]]]:
    return [(each.field, [reading.value for reading in each.readings]) for each in disputes_of(*drafts)]


def test_two_days_held() -> None:
    told = sides(
        met("a", "2025-03-05", "held"), met("b", "2025-03-06", "held"), met("c", "2025-03-09", "held", "2025-03-03")
    )
    assert told == [("when", ["2025-03-04", "2025-03-03"])]


def test_a_plan_that_changed_is_an_update() -> None:
    assert sides(met("a", "2025-03-01", "planned", "2025-03-03"), met("b", "2025-03-02", "planned")) == []
    assert sides(met("a", "2025-03-01", "planned", "2025-03-03"), met("b", "2025-03-05", "held")) == []


def test_two_days_planned_on_one_day_of_publication() -> None:
    told = sides(met("a", "2025-03-01", "planned", "2025-03-03"), met("b", "2025-03-01", "planned"))
    assert told == [("when", ["2025-03-03", "2025-03-04"])]


def test_days_of_a_meeting_of_several_days_are_no_dispute() -> None:
    long = draft("a", "2025-03-06", "It began on Tuesday. It went on.")
    long.meets("It began on Tuesday", "talks", "held", "2025-03-04", parties=BOTH, round=1)
    long.meets("It went on", "talks", "held", "2025-03-05", parties=BOTH, round=1, same_as=0)
    assert sides(long, met("b", "2025-03-06", "held", "2025-03-05")) == []


def test_places_that_do_not_hold_one_another() -> None:
    oslo, bergen = met("a", "2025-03-05", "held", place=("Oslo",)), met("b", "2025-03-05", "held", place=("Geneva",))
    assert sides(oslo, bergen) == [("place", ["Oslo", "Geneva"])]
    assert sides(oslo, met("c", "2025-03-05", "held", place=("Norway",))) == []
    assert sides(oslo, met("d", "2025-03-05", "held", place=("the Old Mill",))) == []


def test_near_copies_never_dispute_each_other() -> None:
    body = " ".join(f"word{n}" for n in range(60)) + " they met"
    one = draft("a", "2025-03-05", body).meets("they met", "talks", "held", "2025-03-04", parties=BOTH, round=1)
    two = draft("b", "2025-03-05", body + " x").meets("they met", "talks", "held", "2025-03-03", parties=BOTH, round=1)
    assert sides(one, two) == []


def test_a_denial_is_a_dispute_and_a_later_plan_is_none() -> None:
    told = sides(met("a", "2025-03-05", "held"), met("b", "2025-03-05", "denied"))
    assert told == [("status", ["held", "denied"])]
    assert sides(met("a", "2025-03-01", "planned"), met("b", "2025-03-05", "cancelled")) == []
    assert sides(met("a", "2025-03-05", "held"), met("b", "2025-03-06", "cancelled")) == [
        ("status", ["held", "cancelled"])
    ]


def test_two_voices_in_one_report_can_dispute() -> None:
    each = draft("a", "2025-03-05", "They met, Ann Lee said. They did not meet, Bo Ek said.")
    each.meets("They met", "talks", "held", "2025-03-04", parties=BOTH)
    each.meets("They did not meet", "talks", "denied", "2025-03-04", parties=BOTH, same_as=0)
    assert sides(each) == []
    each.says("They met", "Ann Lee").says("They did not meet", "Bo Ek")
    assert sides(each) == [("status", ["held", "denied"])]
    assert Voice(outlet=True) not in [account.voice for account in compute(hold(each)).meetings[0].accounts]


def test_who_was_kept_away_and_who_was_there() -> None:
    told = sides(
        met("a", "2025-03-05", "held", parties=(*BOTH, WESTMARK)), met("b", "2025-03-05", "held", excluded=(WESTMARK,))
    )
    assert told == [("parties", ["Westmark took part", "without Westmark"])]


def test_parties_of_an_agreement() -> None:
    told = sides(
        paper("a", "2025-03-05", "agreed"),
        paper("b", "2025-03-06", "signed"),
        paper("c", "2025-05-05", "agreed", parties=(NORLAND, WESTMARK)),
    )
    assert told == [("parties", [BOTH, (NORLAND, WESTMARK)])]
    assert sides(paper("a", "2025-03-05", "agreed"), paper("b", "2025-03-05", "agreed", parties=(NORLAND,))) == []


@pytest.mark.parametrize(("published", "disputed"), [("2025-03-05", True), ("2025-03-09", False)])
def test_agreed_or_a_framework_only(published: str, disputed: bool) -> None:
    told = sides(paper("a", "2025-03-05", "framework agreed"), paper("b", published, "agreed"))
    assert told == ([("status", ["framework agreed", "agreed"])] if disputed else [])


def test_two_days_of_signing() -> None:
    told = sides(
        paper("a", "2025-05-01", "signed", on="2025-05-01"), paper("b", "2025-06-02", "signed", on="2025-04-30")
    )
    assert told == [("when", ["signed 2025-05-01", "signed 2025-04-30"])]


def agenda(off: str, on: str) -> CaseRecord:
    """One report keeps a topic off the agenda in somebody's words, another puts it on."""
    one = draft("a", "2025-03-04", f"They will meet. {off}, Ann Lee said.").says(off, "Ann Lee")
    one.meets("They will meet", "talks", "planned", "2025-03-05", parties=BOTH)
    two = draft("b", "2025-03-04", f"They will meet again. {on}")
    two.meets("They will meet again", "talks", "planned", "2025-03-05", parties=BOTH, agenda=(two.at(on),))
    return compute(hold(one, two))


@pytest.mark.parametrize(
    "off",
    [
        "Fishing quotas are not on the agenda",
        "There are no fishing quotas on the agenda",
        "The two will not discuss fishing quotas",
        "The quotas were not part of the agenda",
    ],
)
def test_a_topic_kept_off_by_one_and_put_on_by_another(off: str) -> None:
    record = agenda(off, "the fishing quotas of both")
    [dispute] = record.disputes
    assert (dispute.field, dispute.about) == ("agenda", record.meetings[0].id)
    assert [reading.evidence[0].report for reading in dispute.readings] == ["a", "b"]


@pytest.mark.parametrize(
    ("off", "on"),
    [
        ("Fishing quotas are not on the agenda", "the grain harvest of both"),
        ("Fishing quotas are on the agenda", "the fishing quotas of both"),
        ("Sudland is not on the agenda", "ties with Sudland"),
    ],
)
def test_agendas_that_do_not_contradict(off: str, on: str) -> None:
    assert agenda(off, on).disputes == ()


def test_off_against_held_only_where_it_was_to_be_over_by_then() -> None:
    put_off = met("a", "2025-03-05", "postponed")
    assert sides(put_off, met("b", "2025-03-08", "held")) == [("status", ["postponed", "held"])]
    early = met("a", "2025-03-01", "postponed")
    assert sides(early, met("b", "2025-03-08", "held")) == []
    assert sides(met("a", "2025-03-01", "cancelled"), met("b", "2025-03-08", "held")) == []


def test_a_denial_and_a_later_plan_or_a_later_meeting_are_news() -> None:
    assert sides(met("a", "2025-03-01", "denied"), met("b", "2025-03-02", "planned")) == []
    assert sides(met("a", "2025-03-01", "denied"), met("b", "2025-03-05", "held")) == []


def test_a_framework_is_no_agreement_on_the_day_of_both() -> None:
    told = sides(paper("a", "2025-03-05", "agreed"), paper("b", "2025-03-05", None, title="framework"))
    assert told == [("status", ["agreed", "framework agreed"])]
    settled = paper("a", "2025-03-05", "agreed", on="2025-03-04")
    assert sides(settled, paper("b", "2025-03-09", "under negotiation")) == []


def test_levels() -> None:
    told = sides(met("a", "2025-03-05", "held", level="ministers"), met("b", "2025-03-05", "held", level="experts"))
    assert told == [("level", ["ministers", "experts"])]
