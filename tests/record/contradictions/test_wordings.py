"""Contradictions in the words of reports: each rule once as a dispute, and what only looks like one."""

import pytest

from pourparler.record.view import compute
from tests.record.contradictions.stage import ACCORD, BOTH, meets, papers, report, told
from tests.record.drafts import NORLAND, SUDLAND, Draft, draft, hold

DAY = "2025-03-05"


def two_voices(first: str, second: str, act: str = "say") -> Draft:
    """One report in which Ann Lee of Norland says the one thing and Bo Berg of Sudland the other."""
    each = report("a", DAY, f"Ann Lee said {first}. Bo Berg said {second}. Norland and Sudland listened.")
    each.says(first, "Ann Lee", party=NORLAND)
    return each.says(second, "Bo Berg", act, party=SUDLAND)


def test_each_side_says_that_the_other_asked_for_the_meeting() -> None:
    each = meets(two_voices("Sudland had asked for the meeting", "it was held at Norland’s request"))
    assert told(each) == [("proposed by", ["Sudland", "Norland"])]


def test_who_asked_is_no_dispute_where_one_voice_or_one_side_is_named() -> None:
    assert told(meets(two_voices("Sudland had asked for the meeting", "Sudland had sought the talks"))) == []
    assert told(meets(two_voices("Sudland had asked for the meeting", "it was a good day"))) == []


def test_a_side_denies_that_it_was_the_one_to_ask() -> None:
    each = meets(two_voices("Sudland had asked for the meeting", "nobody knows why we initiated it", "deny"))
    assert told(each) == [("proposed by", ["Sudland", "not Sudland"])]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sudland had violated the fishing deal", "Sudland has kept strictly to the deal"),
        ("Sudland broke its promises", "Sudland had not broken any promises"),
        ("Sudland keeps undermining the truce", "we have always honoured the truce"),
    ],
)
def test_one_side_broke_it_for_the_one_and_kept_it_for_the_other(first: str, second: str) -> None:
    each = papers(two_voices(first, second))
    assert told(each) == [("compliance", ["broken by Sudland", "kept by Sudland"])]


def test_two_sides_may_both_have_broken_it() -> None:
    assert told(papers(two_voices("Sudland broke the truce", "Norland broke the truce"))) == []


def test_what_was_kept_long_ago_may_be_broken_now() -> None:
    first = report("a", "2025-01-05", "Sudland has kept to the accord.")
    second = report("b", "2025-06-05", "Sudland has violated the accord.")
    assert told(papers(first), papers(second)) == []


def test_one_voice_has_a_thing_in_it_that_another_keeps_out() -> None:
    each = two_voices(
        "the accord gives cod licences to every harbour", "cod licences were never part of the fishing accord"
    )
    [(field, _)] = told(papers(each))
    assert field == "terms"
    other = two_voices("the accord gives cod licences to every harbour", "the accord does not cover airports")
    assert told(papers(other)) == []


def test_what_was_not_in_it_yet_may_come_in_later() -> None:
    early = report("a", "2025-03-05", "The accord does not yet include cod licences.")
    late = report("b", "2025-03-20", "The accord includes cod licences.")
    assert told(papers(early), papers(late)) == []


def test_a_swap_that_the_other_side_calls_none() -> None:
    each = two_voices("the cod licences were given in return for gas", "there was no quid pro quo on cod")
    assert [field for field, _ in told(papers(each))] == ["terms"]


def test_nothing_agreed_against_agreed_by_then() -> None:
    against = report("b", DAY, "Ann Lee said nothing had been agreed.").says(
        "nothing had been agreed", "Ann Lee", party=NORLAND
    )
    agreed = papers(report("a", DAY, ""), "agreed")
    assert told(agreed, papers(against, None)) == [("status", ["agreed", "not agreed"])]


def test_nothing_agreed_and_agreed_days_later_is_an_update() -> None:
    against = report("a", DAY, "Ann Lee said nothing had been agreed.").says(
        "nothing had been agreed", "Ann Lee", party=NORLAND
    )
    assert told(papers(against, None), papers(report("b", "2025-03-09", ""), "agreed", on="2025-03-08")) == []


def test_a_denial_of_a_call_that_others_tell() -> None:
    each = draft("a", DAY, "Ann Lee phoned Bo Berg. Sudland denied that the two had spoken. Norland and Sudland.")
    each.names("Ann Lee", party=NORLAND).names("Bo Berg", party=SUDLAND).names("Sudland", kind="state")
    each.meets("Ann Lee phoned Bo Berg", "call", "held", parties=BOTH, people=("Ann Lee", "Bo Berg"))
    each.says("the two had spoken", SUDLAND, "deny", party=SUDLAND)
    assert told(each) == [("status", ["held", "denied"])]


def test_a_denial_on_one_topic_leaves_the_call_alone() -> None:
    each = draft("a", DAY, "Ann Lee phoned Bo Berg. Sudland denied having spoken about harbours. Norland, Sudland.")
    each.names("Ann Lee", party=NORLAND).names("Bo Berg", party=SUDLAND).names("Sudland", kind="state")
    each.meets("Ann Lee phoned Bo Berg", "call", "held", parties=BOTH, people=("Ann Lee", "Bo Berg"))
    each.says("having spoken about harbours", SUDLAND, "deny", party=SUDLAND)
    assert told(each) == []


def test_talks_that_one_side_says_it_had_and_the_other_denies() -> None:
    each = draft("a", DAY, "There are no talks, said Sudland. Ann Lee said they had meetings all week. Norland")
    each.names("Ann Lee", party=NORLAND).names("Norland", kind="state").names("Sudland", kind="state")
    each.meets("There are no talks", "talks", "denied", parties=BOTH)
    each.says("There are no talks", SUDLAND, party=SUDLAND).says("they had meetings all week", "Ann Lee", party=NORLAND)
    assert told(each) == [("status", ["denied", "held"])]


def test_direct_for_one_and_indirect_for_the_other() -> None:
    each = two_voices("the talks were direct", "the talks were indirect")
    assert told(meets(each)) == [("level", ["direct", "indirect"])]
    wish = two_voices("Norland wants direct talks", "the talks were indirect")
    assert told(meets(wish)) == []


def test_somebody_at_the_table_who_stayed_away_for_another() -> None:
    first = meets(report("a", DAY, "Ann Lee came."), people=("Ann Lee",))
    second = meets(report("b", DAY, "Ann Lee did not attend."))
    assert told(first, second) == [("people", ["Ann Lee took part", "without Ann Lee"])]


def test_a_fact_stated_by_one_and_denied_by_the_other() -> None:
    each = report("a", DAY, "Ann Lee said soldiers of Sudland had burned forty boats at night. Bo Berg denied it all: ")
    each.text += "soldiers burned forty boats. Norland and Sudland."
    each.says("soldiers of Sudland had burned forty boats at night", "Ann Lee", "accuse", party=NORLAND)
    each.says("soldiers burned forty boats", "Bo Berg", "deny", party=SUDLAND)
    record = compute(hold(each))
    [dispute] = record.disputes
    assert (dispute.kind, dispute.field) == ("statement", "status")
    assert [reading.value for reading in dispute.readings] == ["stated", "denied"]


def test_opposed_demands_are_no_dispute() -> None:
    refusal, demand = "Norland will not give cod licences to boats", "Sudland must get cod licences for boats"
    each = two_voices(refusal, demand, "demand")
    assert told(papers(meets(each))) == []


def test_two_counts_of_one_thing_at_one_meeting() -> None:
    one = draft("a", DAY, "They met and agreed to free 1,000 sailors from each side.")
    two = draft("b", DAY, "They met and agreed to free 1,200 sailors.")
    for each in (one, two):
        each.meets(each.text[:-1], "talks", "held", "2025-03-04", parties=BOTH, round=1)
    assert told(one, two) == [("number", ["1,000 sailors", "1,200 sailors"])]


@pytest.mark.parametrize("words", ["up to 1,200 sailors", "1,200 dockers", "1,000 sailors and later 1,200 sailors"])
def test_a_rough_number_another_thing_or_two_counts_in_one_report_are_no_dispute(words: str) -> None:
    one = draft("a", DAY, "They met and agreed to free 1,000 sailors.")
    two = draft("b", DAY, f"They met and agreed to free {words}.")
    for each in (one, two):
        each.meets(each.text[:-1], "talks", "held", "2025-03-04", parties=BOTH, round=1)
    assert told(one, two) == []


def test_the_words_of_a_dispute_stand_in_the_reports_and_the_order_of_reports_is_no_matter() -> None:
    first = meets(report("a", DAY, f"Sudland requested the talks on {ACCORD}."))
    second = meets(report("b", DAY, "Norland requested the talks."))
    records = [compute(hold(*order)) for order in ((first, second), (second, first))]
    assert records[0].disputes == records[1].disputes
    [dispute] = records[0].disputes
    texts = {"a": first.text, "b": second.text}
    for reading in dispute.readings:
        assert all(texts[each.report][each.start : each.end] == each.text for each in reading.evidence)
