"""Each rule of entries and of what they refer to, broken in a good record, is found."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pourparler.core.entry import Ask, CaseRecord, Correction, Dispute, DisputeReading, Meeting
from pourparler.core.moment import Precision, When
from pourparler.core.vocabulary import EntryKind, MeetingStatus
from pourparler.record.check import check_entries, shown
from pourparler.record.view import compute
from tests.record.checking.edited import AT, told
from tests.record.drafts import geneva_talks, hold

HOLDINGS = hold(*geneva_talks())
RECORD = compute(HOLDINGS)
DATED = compute(HOLDINGS, date(2025, 3, 6))
MEETING = next(one for one in RECORD.meetings if one.status is MeetingStatus.HELD)
[INSTRUMENT] = RECORD.instruments
[POSITION] = RECORD.positions
STATEMENT = RECORD.statements[0]
COPY = next(view for view in RECORD.reports if view.copies_of)


DISPUTE = Dispute(
    "d1",
    MEETING.id,
    EntryKind.MEETING,
    "place",
    (DisputeReading("here", MEETING.evidence[:1]), DisputeReading("there", MEETING.evidence[1:2])),
)


def problems(record: CaseRecord) -> list[str]:
    """What is found in a record of what is stored."""
    return [told(problem) for problem in check_entries(record, shown(HOLDINGS, record))]


def with_meeting(**changed: Any) -> list[str]:
    """What is found when the meeting that was held is otherwise."""
    meetings = tuple(replace(one, **changed) if one is MEETING else one for one in RECORD.meetings)
    return problems(replace(RECORD, meetings=meetings))


def has(found: Iterable[str], where: str, what: str) -> bool:
    """True when a problem is at a place and says something."""
    return any(one.startswith(f"{where}: ") and what in one for one in found)


def test_a_good_record_has_no_fault() -> None:
    assert problems(RECORD) == [] == problems(DATED)
    assert COPY.copies_of == "3.txt" and problems(replace(RECORD, disputes=(DISPUTE,))) == []


OTHERS = MEETING.evidence[0]
FUTURE = When(date(2025, 4, 1), date(2025, 4, 1), Precision.DAY, "in April")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"accounts": ()}, "it has no account"),
        ({"evidence": ()}, "it cites nothing"),
        ({"accounts": (*MEETING.accounts, STATEMENT.accounts[0])}, "is of a statement"),
        ({"accounts": (replace(MEETING.accounts[0], report="r-none"),)}, "is of a report that is not shown"),
        ({"counts": replace(MEETING.counts, accounts=9)}, "it counts 9 accounts"),
        ({"counts": replace(MEETING.counts, reports=9)}, "of 9 reports, and has"),
        ({"counts": replace(MEETING.counts, sources=9)}, "it counts 9 independent sources among"),
        ({"counts": replace(MEETING.counts, sources=0)}, "it counts 0 independent sources among"),
        ({"evidence": (replace(OTHERS, report="9.txt"),)}, "names 9.txt, which is no report"),
        ({"agenda": (replace(OTHERS, start=OTHERS.start + 1),)}, "its words do not stand at"),
        ({"outcome": STATEMENT.content}, "which none of its accounts does"),
        ({"when": replace(FUTURE, end=date(2025, 3, 1))}, "its time ends on 2025-03-01 and begins on 2025-04-01"),
        ({"deadline": replace(FUTURE, end=date(2025, 5, 1))}, "its time is called a day and runs"),
        ({"reported": MEETING.reported[1:]}, "are not those of its accounts, each once"),
        ({"status": MeetingStatus.CANCELLED}, "no report gives its status, cancelled"),
        ({"overdue": True}, "it is called overdue, being held as of 2025-03-06"),
        ({"leads": (("Westmark", "Ann Lee"),)}, "somebody leads Westmark, which is no party to it"),
        ({"people": ("Nobody Known",)}, "'Nobody Known' among its people is no actor of the record"),
        ({"condition": "c-none"}, "its condition c-none is not in the record"),
    ],
)
def test_a_broken_meeting_is_found(changed: dict[str, Any], said: str) -> None:
    found = with_meeting(**changed)
    assert has(found, f"entry {MEETING.id}", said), found


def test_a_meeting_to_come_whose_day_went_by_is_overdue() -> None:
    gone = When(date(2025, 3, 1), date(2025, 3, 1), Precision.DAY, "on Saturday")
    found = with_meeting(status=MeetingStatus.PLANNED, when=gone, overdue=False)
    assert has(found, f"entry {MEETING.id}", "it is not called overdue, being planned as of 2025-03-06")


def test_what_was_held_on_a_day_to_come_is_found() -> None:
    meeting = next(one for one in DATED.meetings if one.status is MeetingStatus.HELD)
    others = tuple(one for one in DATED.meetings if one is not meeting)
    early: Meeting = replace(meeting, when=FUTURE)
    found = problems(replace(DATED, meetings=(*others, early)))
    assert has(found, f"entry {meeting.id}", "it was held on 2025-04-01, which is still to come on 2025-03-06")


def test_what_a_person_has_corrected_needs_no_report() -> None:
    told_so = tuple(Correction(field, "x", "y", "me", AT, "") for field in ("status", "people", "when", "parties"))
    changed = {"status": MeetingStatus.CANCELLED, "people": ("Nobody Known",), "when": FUTURE}
    assert with_meeting(**changed) and with_meeting(corrected=told_so, **changed) == []


def test_an_account_in_two_entries_or_in_none_is_found() -> None:
    account = MEETING.accounts[0].id
    twice = (*RECORD.meetings, replace(MEETING, id="m-other"))
    assert has(problems(replace(RECORD, meetings=twice)), f"account {account}", "it stands in 2 entries, not in one")
    none = tuple(one for one in RECORD.meetings if one is not MEETING)
    found = problems(replace(RECORD, meetings=none, disputes=()))
    assert has(found, f"account {account}", "it stands in 0 entries, not in one")


def test_a_broken_statement_is_found() -> None:
    named = next(one for one in RECORD.statements if one.speaker)
    for changed, said in (
        (replace(named, anonymous=True), "its speaker is named and not named"),
        (replace(named, report="5.txt"), "it is said to stand in 5.txt, of which it has no account"),
        (replace(named, content=()), "it cites nothing"),
        (replace(named, speaker="Nobody Known"), "'Nobody Known' among its speaker is no actor"),
    ):
        statements = tuple(changed if one is named else one for one in RECORD.statements)
        found = problems(replace(RECORD, statements=statements))
        assert has(found, f"entry {named.id}", said), found


def test_a_broken_instrument_is_found() -> None:
    [line] = INSTRUMENT.status
    bare = replace(INSTRUMENT, status=(replace(line, evidence=()),))
    assert has(problems(replace(RECORD, instruments=(bare,))), f"entry {INSTRUMENT.id}", "agreed has no words")
    twice = replace(INSTRUMENT, status=(line, line))
    found = problems(replace(RECORD, instruments=(twice,)))
    assert has(found, f"entry {INSTRUMENT.id}", "its status agreed on 2025-03-04 stands there 2 times")


def test_ids_that_two_have_and_conditions_that_are_not_there_are_found() -> None:
    found = problems(replace(RECORD, positions=(replace(POSITION, condition="c-none"),)))
    assert has(found, f"entry {POSITION.id}", "its condition c-none is not in the record")
    found = problems(replace(RECORD, positions=(replace(POSITION, id=INSTRUMENT.id),)))
    assert has(found, f"entry {INSTRUMENT.id}", "2 entries have this id")


def test_broken_actors_are_found() -> None:
    first, *others = RECORD.actors
    for changed, where, said in (
        (replace(first, name=others[0].name), f"actor {others[0].name}", "2 actors have this name"),
        (replace(first, name=""), f"actor {first.id}", "it has no name"),
        (replace(first, represents=first.name), f"actor {first.name}", "it speaks for itself as for another"),
    ):
        found = problems(replace(RECORD, actors=(changed, *others)))
        assert has(found, where, said), found


def test_broken_disputes_are_found() -> None:
    first, (one, other) = DISPUTE, DISPUTE.readings
    broken: list[tuple[Dispute, str]] = [
        (replace(first, about="m-none"), "it is about m-none, which is not in the record"),
        (replace(first, about=STATEMENT.id, kind=EntryKind.POSITION), f"it is about {STATEMENT.id}, which is no"),
        (replace(first, readings=(one,)), "it needs two readings with words"),
        (replace(first, readings=(one, DisputeReading("x", ()))), "it needs two readings with words"),
        (replace(first, readings=(one, replace(other, value=one.value))), "two of its readings are the same"),
        (replace(first, readings=(one, replace(other, evidence=(replace(OTHERS, report="9.txt"),)))), "names 9.txt"),
        (replace(first, readings=(one, replace(other, evidence=(replace(OTHERS, start=1),)))), "do not stand at 1–"),
    ]
    for changed, said in broken:
        found = problems(replace(RECORD, disputes=(changed,)))
        assert has(found, f"dispute {first.id}", said), found


def test_questions_about_nothing_are_found() -> None:
    mine, other = MEETING.accounts[0].id, STATEMENT.accounts[0].id
    good = Ask(MEETING.id, MEETING.id, EntryKind.MEETING, 0.1, ("the day",), (mine, MEETING.accounts[1].id))
    assert problems(replace(RECORD, asks=(good,))) == []
    for changed, said in (
        (replace(good, one="m-none"), "m-none is not in the record"),
        (replace(good, accounts=(mine, other)), f"its account {other} does not stand in {MEETING.id}"),
    ):
        found = problems(replace(RECORD, asks=(changed,)))
        assert has(found, f"question about {changed.one} and {MEETING.id}", said), found


@pytest.mark.parametrize(
    ("copies_of", "said"), [("9.txt", "which is not in the record"), ("4.txt", "which is no earlier one")]
)
def test_copies_of_nothing_and_in_a_circle_are_found(copies_of: str, said: str) -> None:
    views = tuple(replace(view, copies_of=copies_of) if view is COPY else view for view in RECORD.reports)
    found = problems(replace(RECORD, reports=views))
    assert has(found, "report 4.txt", f"it copies {copies_of}, {said}")
