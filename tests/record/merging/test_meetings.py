"""Meetings told by several reports: what is one meeting, what is two, and what becomes of it."""

from dataclasses import replace
from datetime import date

import pytest

from pourparler.core.entry import CaseRecord, Meeting
from pourparler.core.vocabulary import MeetingKind, MeetingStatus
from pourparler.record.view import compute
from tests.record.drafts import NORLAND, SUDLAND, WESTMARK, Draft, draft, hold

BOTH = (NORLAND, SUDLAND)
WORDS = "they meet"


def tells(name: str, published: str | None, kind: str, status: str, when: str = "", **more: object) -> Draft:
    """A report that tells of one meeting, of Norland and Sudland where no others are given."""
    more.setdefault("parties", BOTH)
    return draft(name, published, f"In {name} {WORDS}.").meets(WORDS, kind, status, when, **more)


def record_of(*drafts: Draft, as_of: str | None = None) -> CaseRecord:
    return compute(hold(*drafts), date.fromisoformat(as_of) if as_of else None)


def only(*drafts: Draft) -> Meeting:
    [meeting] = record_of(*drafts).meetings
    return meeting


def how_many(*drafts: Draft) -> int:
    return len(record_of(*drafts).meetings)


def test_one_day_and_the_same_parties_are_one_meeting_whatever_it_is_called() -> None:
    meeting = only(
        tells("a", "2025-03-04", "talks", "held", "2025-03-04"),
        tells("b", "2025-03-05", "meeting", "held", "2025-03-04", place=("Oslo",)),
    )
    assert meeting.kind is MeetingKind.TALKS and meeting.place == ("Oslo",)


def test_a_call_is_no_meeting() -> None:
    assert how_many(
        tells("a", "2025-03-04", "talks", "held", "2025-03-04"), tells("b", "2025-03-04", "call", "held", "2025-03-04")
    ) == 2  # fmt: skip


def test_other_parties_on_that_day_are_another_meeting() -> None:
    assert how_many(
        tells("a", "2025-03-04", "talks", "held", "2025-03-04", place=("Oslo",)),
        tells("b", "2025-03-04", "talks", "held", "2025-03-04", place=("Oslo",), parties=(NORLAND, WESTMARK)),
    ) == 2  # fmt: skip


def test_two_rounds_are_two_meetings_even_of_one_day() -> None:
    assert how_many(
        tells("a", "2025-03-04", "talks", "held", "2025-03-04", round=1),
        tells("b", "2025-03-04", "talks", "planned", "2025-03-04", round=2),
    ) == 2  # fmt: skip


def test_two_days_held_are_two_meetings() -> None:
    assert how_many(
        tells("a", "2025-03-04", "talks", "held", "2025-03-04", place=("Oslo",)),
        tells("b", "2025-03-12", "talks", "held", "2025-03-11", place=("Oslo",)),
    ) == 2  # fmt: skip


def test_a_city_and_its_country_are_one_place_and_two_cities_without_more_are_two_meetings() -> None:
    oslo = tells("a", "2025-03-04", "talks", "held", "2025-03-04", place=("Oslo",))
    norway = tells("b", "2025-03-04", "talks", "held", "2025-03-04", place=("Norway",))
    geneva = tells("c", "2025-03-04", "talks", "held", "2025-03-04", place=("Geneva",))
    assert only(oslo, norway).place == ("Oslo", "Norway")
    assert how_many(oslo, geneva) == 2


def test_two_calls_of_one_day_between_other_people_are_two() -> None:
    leaders = tells("a", "2025-03-04", "call", "held", "2025-03-04", people=("Ann Lee", "Bo Ek"))
    envoys = tells("b", "2025-03-04", "call", "held", "2025-03-04", people=("Cy Dahl", "Di Fux"))
    for each in (leaders, envoys):
        each.text += " Ann Lee, Bo Ek, Cy Dahl, Di Fux."
        each.names("Ann Lee", party=NORLAND).names("Bo Ek", party=SUDLAND)
        each.names("Cy Dahl", party=NORLAND).names("Di Fux", party=SUDLAND)
    assert how_many(leaders, envoys) == 2


def test_put_off_and_then_held_is_one_meeting_held_on_its_last_day() -> None:
    meeting = only(
        tells("a", "2025-03-01", "talks", "planned", "2025-03-03"),
        tells("b", "2025-03-02", "talks", "postponed", "2025-03-06"),
        tells("c", "2025-03-07", "talks", "held", "2025-03-06"),
    )
    assert meeting.status is MeetingStatus.HELD
    assert meeting.when and meeting.when.start == date(2025, 3, 6)
    assert [status for _, status in meeting.reported] == ["planned", "postponed", "held"]


def test_a_plan_moved_by_a_round_is_an_update_and_no_dispute() -> None:
    record = record_of(
        tells("a", "2025-03-01", "talks", "planned", "2025-03-03", round=2, place=("Oslo",)),
        tells("b", "2025-03-11", "talks", "held", "2025-03-10", round=2, place=("Geneva",)),
    )
    [meeting] = record.meetings
    assert meeting.status is MeetingStatus.HELD and meeting.place == ("Geneva",)
    assert record.disputes == ()


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (("proposed", "planned"), "planned"),
        (("planned", "conditional"), "conditional"),
        (("planned", "cancelled"), "cancelled"),
        (("cancelled", "planned"), "planned"),
        (("postponed", "planned"), "planned"),
        (("planned", "under way", "held"), "held"),
        (("held", "planned"), "held"),
        (("under way", "planned"), "under way"),
        (("planned", "denied"), "denied"),
    ],
)
def test_the_last_report_says_where_it_stands_and_held_stays_held(told: tuple[str, ...], status: str) -> None:
    drafts = [tells(f"{n}", f"2025-03-0{n + 1}", "talks", each, "2025-03-01") for n, each in enumerate(told)]
    assert only(*drafts).status == status


def test_on_one_day_what_came_about_beats_what_was_to_come() -> None:
    morning = tells("a", "2025-03-04", "talks", "planned", "2025-03-04")
    evening = tells("b", "2025-03-04", "talks", "held", "2025-03-04")
    assert only(morning, evening).status is MeetingStatus.HELD


def test_silence_never_makes_it_held() -> None:
    plan = tells("a", "2025-03-01", "talks", "planned", "2025-03-03")
    [meeting] = record_of(plan, as_of="2025-06-01").meetings
    assert meeting.status is MeetingStatus.PLANNED and meeting.overdue
    [meeting] = record_of(plan, as_of="2025-03-03").meetings
    assert not meeting.overdue


def test_a_coarser_time_is_no_news_and_a_finer_one_is() -> None:
    fine = tells("a", "2025-03-01", "talks", "planned", "2025-03-05")
    coarse = tells("b", "2025-03-02", "talks", "planned", "2025-03-03/2025-03-09")
    for first, second in ((fine, coarse), (coarse, fine)):
        early = replace(first, published=date(2025, 3, 1))
        late = replace(second, published=date(2025, 3, 2))
        when = only(early, late).when
        assert when and (when.start, when.end) == (date(2025, 3, 5), date(2025, 3, 5))


def test_days_in_a_row_of_one_report_are_one_meeting_from_first_to_last() -> None:
    each = draft("a", "2025-03-06", "Talks began on Tuesday. They ended on Wednesday.")
    each.meets("Talks began on Tuesday", "talks", "held", "2025-03-04", parties=BOTH)
    each.meets("They ended on Wednesday", "talks", "held", "2025-03-05", parties=BOTH, same_as=0)
    when = only(each).when
    assert when and (when.start, when.end, when.precision) == (date(2025, 3, 4), date(2025, 3, 5), "span")


def test_days_that_lie_apart_part_what_a_reader_took_for_one() -> None:
    each = draft("a", "2025-03-20", "They met on the 4th. They met on the 18th.")
    each.meets("They met on the 4th", "talks", "held", "2025-03-04", parties=BOTH)
    each.meets("They met on the 18th", "talks", "held", "2025-03-18", parties=BOTH, same_as=0)
    assert how_many(each) == 2


def test_a_meeting_told_without_its_day_is_the_fresh_one_between_these_parties() -> None:
    dated = tells("a", "2025-03-04", "talks", "held", "2025-03-04")
    assert only(dated, tells("b", "2025-03-06", "talks", "held")).counts.reports == 2
    assert how_many(dated, tells("c", "2025-05-06", "talks", "held")) == 2
    remembered = tells("f", "2025-03-26", "talks", "held")
    assert only(dated, remembered).counts.reports == 2
    assert how_many(dated, tells("g", "2025-03-08", "talks", "held", "2025-03-08"), remembered) == 3
    assert how_many(dated, tells("d", "2025-03-06", "talks", "planned")) == 2
    assert how_many(dated, tells("e", "2025-03-02", "talks", "held")) == 2


def test_of_two_it_is_the_nearer_one() -> None:
    record = record_of(
        tells("a", "2025-03-04", "talks", "held", "2025-03-04"),
        tells("b", "2025-03-09", "talks", "held", "2025-03-09"),
        tells("c", "2025-03-10", "talks", "held"),
    )
    assert [met.counts.accounts for met in record.meetings] == [1, 2]


def test_a_hoped_for_meeting_is_one_over_some_weeks_and_apart_from_a_planned_one() -> None:
    hoped = [tells(f"h{day}", f"2025-03-{day}", "summit", "proposed") for day in ("01", "20")]
    record = record_of(*hoped, tells("a", "2025-03-02", "talks", "planned", "2025-03-05"))
    assert sorted(met.counts.accounts for met in record.meetings) == [1, 2]
    assert how_many(hoped[0], tells("later", "2025-06-20", "summit", "proposed")) == 2


def test_three_at_the_table_are_another_summit_than_two() -> None:
    assert how_many(
        tells("a", "2025-03-01", "summit", "proposed"),
        tells("b", "2025-03-01", "summit", "proposed", parties=(*BOTH, WESTMARK)),
    ) == 2  # fmt: skip


def test_a_host_is_no_party() -> None:
    meeting = only(
        tells("a", "2025-03-04", "talks", "held", "2025-03-04", mediators=(WESTMARK,)),
        tells("b", "2025-03-04", "talks", "held", "2025-03-04", parties=(*BOTH, WESTMARK)),
    )
    assert meeting.parties == BOTH and meeting.mediators == (WESTMARK,)


def test_a_place_that_nobody_knows_is_listed_with_the_others() -> None:
    meeting = only(
        tells("a", "2025-03-04", "talks", "held", "2025-03-04", place=("the Old Mill", "Oslo")),
        tells("b", "2025-03-04", "talks", "held", "2025-03-04", place=("Norway",)),
    )
    assert set(meeting.place) == {"the Old Mill", "Oslo", "Norway"}
    assert meeting.place.index("Oslo") < meeting.place.index("Norway")


def test_the_id_is_that_of_the_earliest_account() -> None:
    first = tells("a", "2025-03-04", "talks", "held", "2025-03-04")
    later = tells("b", "2025-03-05", "talks", "held", "2025-03-04")
    assert only(first).id == only(first, later).id != only(later).id


def test_what_is_still_to_come_when_one_was_held_is_another() -> None:
    held = tells("a", "2025-03-05", "talks", "held", "2025-03-04", round=1)
    assert how_many(held, tells("b", "2025-03-06", "talks", "planned", "2025-03-20", round=1)) == 2
    each = draft("c", "2025-03-05", "They met on the 4th. The next is on the 20th.")
    each.meets("They met on the 4th", "talks", "held", "2025-03-04", parties=BOTH)
    each.meets("The next is on the 20th", "talks", "planned", "2025-03-20", parties=BOTH, same_as=0)
    assert [met.status for met in record_of(each).meetings] == [MeetingStatus.HELD, MeetingStatus.PLANNED]


def test_a_title_says_which_meeting_it_is() -> None:
    assert only(tells("a", "2025-03-05", "talks", "held", title="the talks", round=2)).title == (
        "Norland–Sudland talks, round 2"
    )
    assert only(tells("a", "2025-03-05", "talks", "held", title="today’s meeting")).title == "Norland–Sudland talks"
    assert only(tells("a", "2025-03-05", "talks", "held", title="harbour talks")).title == "harbour talks"
    assert only(tells("a", "2025-03-05", "talks", "held", title="", parties=())).title == "talks"


def test_a_summit_is_not_the_meeting_of_two_on_its_margins() -> None:
    summit = tells("a", "2025-03-01", "summit", "planned", "2025-03-02", place=("Oslo",), parties=(SUDLAND,))
    aside = tells("b", "2025-03-01", "meeting", "planned", "2025-03-01/2025-03-02", place=("Norway",))
    for each in (summit, aside):
        each.text += " Bo Ek comes."
        each.names("Bo Ek", party=SUDLAND)
        each.meetings[0] = replace(each.meetings[0], people=("Bo Ek",))
    assert how_many(summit, aside) == 2
    gathering = tells("c", "2025-03-01", "meeting", "planned", "2025-03-02", place=("Oslo",), parties=())
    assert how_many(summit, gathering) == 1


def test_nothing_is_held_on_a_day_after_its_report() -> None:
    meeting = only(tells("a", "2025-03-04", "talks", "held", "2025-03-07"))
    assert meeting.status is MeetingStatus.HELD and meeting.when is None
    both = record_of(
        tells("a", "2025-03-04", "talks", "held", "2025-03-07"),
        tells("b", "2025-03-04", "talks", "planned", "2025-03-07"),
    )
    assert sorted(each.status for each in both.meetings) == ["held", "planned"]


def test_what_was_held_and_what_is_to_come_part_even_where_a_reader_took_them_for_one() -> None:
    each = draft("a", "2025-03-06", "After the talks in Oslo they go on. They meet on Friday.")
    each.meets("the talks in Oslo", "talks", "held", parties=BOTH)
    each.meets("They meet on Friday", "talks", "planned", "2025-03-07", parties=BOTH, same_as=0)
    assert how_many(each) == 2


def test_a_plan_without_its_day_is_the_coming_one_at_that_place() -> None:
    coming = tells("a", "2025-03-01", "talks", "planned", "2025-03-07", place=("Oslo",))
    fewer = tells("b", "2025-03-03", "talks", "planned", place=("Oslo",), parties=(NORLAND,))
    assert only(coming, fewer).counts.reports == 2
    assert how_many(coming, tells("c", "2025-03-03", "talks", "planned", parties=(NORLAND,))) == 2


def test_planned_for_a_day_and_held_on_it_are_one() -> None:
    plan = tells("a", "2025-03-01", "talks", "planned", "2025-03-04")
    meeting = only(plan, tells("b", "2025-03-05", "meeting", "held", "2025-03-04", place=("Oslo",)))
    assert meeting.status is MeetingStatus.HELD


def test_due_yesterday_and_meeting_today_is_one_meeting_moved() -> None:
    each = draft("a", "2025-03-05", "The delegations, due to meet yesterday, sit down today.")
    words = "The delegations, due to meet yesterday, sit down today"
    each.meets(words, "talks", "planned", "2025-03-04", parties=BOTH)
    each.meets(words, "talks", "planned", "2025-03-05", parties=BOTH)
    record = record_of(each)
    assert len(record.meetings) == 1 and record.disputes == ()


def test_talks_told_by_their_day_alone_are_the_only_ones_of_that_day() -> None:
    known = tells("a", "2025-03-05", "talks", "held", "2025-03-04")
    bare = tells("b", "2025-03-06", "talks", "held", "2025-03-04", parties=())
    assert only(known, bare).counts.reports == 2
    others = tells("c", "2025-03-05", "talks", "held", "2025-03-04", parties=(NORLAND, WESTMARK))
    assert how_many(known, others, bare) == 3


def test_what_a_near_copy_tells_in_the_same_words_is_the_same_meeting() -> None:
    body = " ".join(f"word{n}" for n in range(60)) + " they met"
    one = draft("a", "2025-03-05", body).meets("they met", "talks", "proposed", parties=BOTH)
    two = draft("b", "2025-03-06", body + " x").meets("they met", "talks", "held", "2025-03-04", parties=BOTH)
    assert only(one, two).counts.sources == 1


def test_a_host_of_many_does_not_bring_its_meetings_together() -> None:
    summit = tells("a", "2025-03-01", "summit", "proposed", "2025-03-03/2025-03-09", parties=(NORLAND,))
    talks = tells("b", "2025-03-08", "talks", "held", parties=(NORLAND,), place=("Oslo",))
    assert how_many(summit, talks) == 2


def test_a_denial_from_another_report_joins_what_it_denies_but_not_on_another_topic() -> None:
    held = tells("a", "2025-03-05", "call", "held", "2025-03-04")
    denied = draft("b", "2025-03-06", "Norland denied having called").meets(
        "having called", "call", "denied", parties=BOTH
    )
    assert only(held, denied).status is MeetingStatus.HELD
    topic = draft("b", "2025-03-06", "Norland denied having called about harbours")
    topic.meets("having called about harbours", "call", "denied", parties=BOTH)
    record = record_of(held, topic)
    assert len(record.meetings) == 2 and record.disputes == ()


def test_exchanges_come_again_and_again() -> None:
    first = tells("a", "2025-03-01", "exchange", "planned")
    assert only(first, tells("b", "2025-03-02", "exchange", "planned")).counts.reports == 2
    assert how_many(first, tells("b", "2025-03-20", "exchange", "planned")) == 2


def test_who_proposed_a_meeting_held_was_not_therefore_there() -> None:
    proposal = tells("a", "2025-03-01", "talks", "proposed", "2025-03-04", people=("Ann Lee",))
    held = tells("b", "2025-03-05", "talks", "held", "2025-03-04", people=("Bo Berg",))
    assert only(proposal, held).people == ("Bo Berg",)
