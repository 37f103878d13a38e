"""The calendar read back by icalendar: days, standing, a UID that stays and a SEQUENCE that grows."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from pourparler.core.entry import CaseRecord
from pourparler.core.vocabulary import MeetingStatus
from pourparler.faces.cli.opening import looked_up
from pourparler.faces.export.calendar.file import case_calendar, happenings
from pourparler.faces.export.calendar.happening import NO_DAY
from pourparler.faces.export.calendar.meetings import sequence_of
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.opening import open_store
from pourparler.record.view import compute
from tests.faces.export.hostile import hostile
from tests.faces.lausanne import RECORD
from tests.record.drafts import Draft, day, draft, geneva_talks, hold

BOTH = ("Norland", "Sudland")


def events(lookup: Lookup) -> list[Any]:
    """The VEVENTs of a record, read back."""
    read = Calendar.from_ical(case_calendar(lookup).files[0].content)
    assert not read.errors
    return list(read.walk("VEVENT"))


def of(record: CaseRecord) -> dict[str, Any]:
    """The VEVENTs of meetings by the id of their entry."""
    found = events(Lookup(record))
    return {str(one["X-POURPARLER-ID"]): one for one in found if one["CATEGORIES"].cats != ["deadline"]}


@pytest.mark.parametrize("record", [RECORD, compute(hold(*geneva_talks())), hostile()])
def test_every_meeting_with_a_day_reads_back_value_for_value(record: CaseRecord) -> None:
    found = of(record)
    dated = [meeting for meeting in record.meetings if meeting.when and meeting.when.start]
    assert dated and set(found) == {meeting.id for meeting in dated}
    lookup = Lookup(record)
    for meeting in dated:
        event = found[meeting.id]
        assert meeting.when and meeting.when.end
        assert event.decoded("DTSTART") == meeting.when.start
        assert event.decoded("DTEND") == meeting.when.end + timedelta(1)
        assert str(event["X-POURPARLER-STATUS"]) == meeting.status.value
        assert str(event["X-POURPARLER-PRECISION"]) == meeting.when.precision.value
        assert event["CATEGORIES"].cats == [meeting.kind.value]
        days = [report.published for one in meeting.accounts if (report := lookup.report_of(one)).published]
        stamp = datetime.combine(max(days, default=NO_DAY), datetime.min.time(), UTC)
        assert event.decoded("DTSTAMP") == event.decoded("LAST-MODIFIED") == stamp
        assert event.decoded("CREATED").date() == min(days, default=NO_DAY)
    assert len({str(event["UID"]) for event in events(lookup)}) == len(events(lookup))


def test_lines_are_folded_and_end_as_the_standard_wants() -> None:
    for record in (RECORD, hostile()):
        content = case_calendar(Lookup(record)).files[0].content
        lines = content.split(b"\r\n")
        assert lines[-1] == b"" and all(len(line) <= 75 for line in lines)
        assert b"\n" not in content.replace(b"\r\n", b"") and b"\r" not in content.replace(b"\r\n", b"")
        assert not set(content.decode()) & set("\x00\x08\x1b\u202e\u2066")
        assert sum(line == b"BEGIN:VEVENT" for line in lines) == len(events(Lookup(record)))


def test_the_description_cites_sources_and_words() -> None:
    told = str(of(RECORD)["m10aa1"]["DESCRIPTION"])
    assert "Status: held\nWhen: Thu 2 Apr 2015 (from 'Thursday', report of 2 Apr)" in told
    assert "Reports disagree on place: Lausanne / Geneva" in told
    assert "- Lakeside Post, in its own voice, Thu 2 Apr 2015 (from its header line) " in told
    assert "<https://lakeside.example/outline>: “Iran and the United States ended talks in Lausanne" in told
    assert told.endswith("pourparler explain m10aa")
    overdue = of(RECORD)["m30cc3"]
    assert str(overdue["SUMMARY"]).endswith("(planned, overdue)") and overdue["STATUS"] == "TENTATIVE"
    assert "javascript:" not in "".join(str(one["DESCRIPTION"]) for one in events(Lookup(hostile())))


@pytest.mark.parametrize(
    ("status", "standing"),
    [
        ("proposed", "TENTATIVE"), ("conditional", "TENTATIVE"), ("planned", "TENTATIVE"), ("under way", "CONFIRMED"),
        ("held", "CONFIRMED"), ("cancelled", "CANCELLED"), ("denied", "CANCELLED"), ("postponed", "CANCELLED"),
    ],
)  # fmt: skip
def test_a_status_has_its_standing(status: str, standing: str) -> None:
    meeting = replace(RECORD.meetings[0], status=MeetingStatus(status))
    [event] = of(replace(RECORD, meetings=(meeting,))).values()
    assert str(event["STATUS"]) == standing


def told(name: str, published: str, status: str, when: str = "", **more: Any) -> Draft:
    """A report of one line on the first round of talks between the two."""
    made = draft(
        name, published, f"{name}: the first round of talks between Norland and Sudland is told to be {status}."
    )
    return made.meets("first round of talks", "talks", status, when, round=1, parties=BOTH, **more)


def test_put_off_to_a_new_day_is_tentative_and_without_one_cancelled() -> None:
    planned = told("1", "2025-03-01", "planned", "2025-03-10")
    for later, standing in ((told("2", "2025-03-05", "postponed"), "CANCELLED"),
                            (told("2", "2025-03-05", "postponed", "2025-03-12"), "TENTATIVE")):  # fmt: skip
        [event] = of(compute(hold(planned, later))).values()
        assert str(event["STATUS"]) == standing
        assert ("no new day is told" in str(event["DESCRIPTION"])) is (standing == "CANCELLED")
    known = told("3", "2025-03-06", "postponed", "2025-03-12")
    [event] = of(compute(hold(planned, told("2", "2025-03-05", "postponed"), known))).values()
    assert str(event["STATUS"]) == "TENTATIVE" and event.decoded("DTSTART") == date(2025, 3, 12)


STORY = (
    told("1", "2025-03-01", "proposed", "2025-03-10"),
    told("2", "2025-03-03", "planned", "2025-03-10", place=("Geneva",)),
    told("3", "2025-03-05", "postponed", "2025-03-12"),
    told("4", "2025-03-13", "held", "2025-03-12", place=("Montreux",)),
)


@pytest.mark.parametrize("order", list(permutations(range(len(STORY)))))
def test_in_any_order_of_arrival_the_uid_stays_and_the_sequence_grows(order: tuple[int, ...], tmp_path: Path) -> None:
    uids, sequences, stamps = [], [], []
    with open_store(tmp_path / "talks.db", create=True) as store:
        for number in order:
            STORY[number].put(store)
            [event] = events(looked_up(store, None))
            uids.append(str(event["UID"]))
            sequences.append(int(event["SEQUENCE"]))
            stamps.append(event.decoded("DTSTAMP"))
    assert len(set(uids)) == 1
    assert sequences == sorted(sequences) and sequences[-1] == 6  # three statuses, a day, two places
    assert stamps == sorted(stamps) and stamps[-1].date() == date(2025, 3, 13)


def test_stories_at_random_make_the_sequence_less_hardly_ever() -> None:
    chance = random.Random(7)
    fallen = arrivals = 0
    for _ in range(60):
        story = [
            told(str(number), f"2025-03-{chance.randint(1, 20):02}", chance.choice(list(MeetingStatus)),
                 chance.choice(("", "2025-03-10", "2025-03-11", "2025-03-12")),
                 place=chance.choice(((), ("Geneva",), ("Oslo",))))
            for number in range(5)
        ]  # fmt: skip
        before = -1
        for count in range(1, 6):
            meetings = compute(hold(*story[:count])).meetings
            if len(meetings) == 1:
                sequence = sequence_of(meetings[0])
                fallen, arrivals, before = fallen + (sequence < before), arrivals + 1, sequence
    assert arrivals > 200 and fallen <= 1


def test_an_earlier_report_changes_the_id_of_an_entry_and_not_its_uid(tmp_path: Path) -> None:
    with open_store(tmp_path / "talks.db", create=True) as store:
        STORY[2].put(store)
        [before] = events(looked_up(store, None))
        STORY[0].put(store)
        [after] = events(looked_up(store, None))
    assert before["UID"] == after["UID"] and before["X-POURPARLER-ID"] != after["X-POURPARLER-ID"]


def test_dated_deadlines_of_instruments_and_conditions_stand_by_their_last_day() -> None:
    text = "Sign by 30 June. No truce unless the crew is freed by May."
    one = draft("1", "2025-03-01", text)
    one.papers("Sign by 30 June", "agreement", "proposed", BOTH, deadline=day("2025-06-01/2025-06-30"))
    one.requires(
        "No truce unless the crew is freed by May", "a truce", "the crew", "Norland", deadline=day("2025-05-31")
    )
    record = compute(hold(one))
    crew, sign = events(Lookup(record))
    assert (crew.decoded("DTSTART"), sign.decoded("DTSTART")) == (date(2025, 5, 31), date(2025, 6, 30))
    assert str(sign["STATUS"]) == "TENTATIVE" and str(sign["SUMMARY"]).startswith("Deadline: Sign by 30 June")
    assert sign["CATEGORIES"].cats == ["deadline"] and str(sign["X-POURPARLER-ID"]) == record.instruments[0].id
    two = draft("2", "2025-03-04", "Sign by 30 June was rejected.")
    two.papers("Sign by 30 June", "agreement", "rejected", BOTH)
    later = compute(hold(one, two))
    assert {str(event["STATUS"]) for event in events(Lookup(later))} == {"TENTATIVE", "CANCELLED"}


def test_what_has_no_day_is_counted() -> None:
    left = case_calendar(Lookup(RECORD)).left_out
    assert left[0] == "2 meetings without a day"
    assert "2 statements, 3 positions, which this form has no place for" in left[-1]
    assert len(happenings(Lookup(RECORD))) == 3
