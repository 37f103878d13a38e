"""Decisions on issues one after the other: the later wins, ids stay, what comes later goes with what was joined."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pourparler.case.issues.decided import pins_of
from pourparler.case.issues.gathering import gather
from pourparler.case.issues.issue import Issues
from pourparler.case.issues.pins import Join, Name, Part, Pin, Pins
from pourparler.core.judgement import Judgement, Verdict
from tests.case.issues.test_gathering import record, strike
from tests.record.drafts import Draft, draft

WAGES, PENSIONS, VOTE, NIGHTS = "a wage increase", "pensions", "vote", "night shifts"


def pinned(*pins: Pin, more: tuple[Draft, ...] = ()) -> Issues:
    """The issues of the strike, and of more reports, after some decisions."""
    return gather(record(*strike(), *more), Pins(pins))


def groups(issues: Issues) -> set[frozenset[str]]:
    """What of four phrases is one."""
    of = {phrase: issues.of(phrase) for phrase in (WAGES, PENSIONS, VOTE, NIGHTS)}
    return {frozenset(one for one in of if of[one] is issue) for issue in of.values()}


def test_a_joined_issue_has_id_name_and_words_of_the_first() -> None:
    plain = pinned()
    issue = pinned(Join((PENSIONS, WAGES, NIGHTS))).of(NIGHTS)
    pensions, wages = plain.of(PENSIONS), plain.of(WAGES)
    assert issue is not None and pensions is not None and wages is not None
    assert (issue.id, issue.name, issue.words) == (pensions.id, pensions.name, pensions.words)
    assert set(issue.phrases) > set(wages.phrases) and set(issue.entries) > set(wages.entries)
    further = pinned(Join((PENSIONS, WAGES)), Join((VOTE, PENSIONS)))
    assert further.of(WAGES) == further.of(VOTE) == further.get(pensions.id) == further.get(wages.id)
    assert further.of(WAGES).name == "vote"  # type: ignore[union-attr]


def test_the_later_of_joining_and_parting_wins() -> None:
    together, apart = Join((WAGES, PENSIONS, VOTE)), Part((PENSIONS,))
    assert groups(pinned(together)) == {frozenset((WAGES, PENSIONS, VOTE)), frozenset((NIGHTS,))}
    assert groups(pinned(together, apart)) == {frozenset((WAGES, VOTE)), frozenset((PENSIONS,)), frozenset((NIGHTS,))}
    assert groups(pinned(apart, together)) == groups(pinned(together))
    assert groups(pinned(together, apart, together)) == groups(pinned(together))
    assert groups(pinned(apart, together, apart)) == groups(pinned(together, apart))


def test_what_was_joined_to_words_that_are_parted_again_stays_together() -> None:
    wide = Part((PENSIONS,)), Join((PENSIONS, VOTE)), Join((PENSIONS, NIGHTS)), Name((PENSIONS, VOTE), "Terms", "Ann")
    issues = pinned(*wide, Part((PENSIONS,)))
    assert groups(issues) == {frozenset((PENSIONS,)), frozenset((VOTE, NIGHTS)), frozenset((WAGES,))}
    rest, out = issues.of(VOTE), issues.of(PENSIONS)
    assert rest is not None and out is not None
    assert (rest.name, rest.named_by, out.name, out.named_by) == ("Terms", "Ann", "pensions", None)


def test_phrases_are_parted_together_and_then_one_of_them() -> None:
    both = pinned(Part((WAGES, PENSIONS)))
    assert both.of(WAGES) is both.of(PENSIONS) is not None
    assert both.of("any wage increase for drivers") is not both.of(WAGES)
    again = pinned(Part((WAGES, PENSIONS)), Part((PENSIONS,)))
    assert again.of(WAGES).id == both.of(WAGES).id != again.of(PENSIONS).id  # type: ignore[union-attr]


def test_a_name_goes_to_the_issue_of_most_of_the_phrases() -> None:
    issues = pinned(Name((WAGES, "any wage increase for drivers", PENSIONS), "Pay", "Ann"))
    assert issues.of(WAGES).name == "Pay" and issues.of(PENSIONS).name == "pensions"  # type: ignore[union-attr]
    renamed = pinned(Name((WAGES,), "Pay", "Ann"), Name((WAGES,), "Wages", "Bo"))
    assert (renamed.of(WAGES).name, renamed.of(WAGES).named_by) == ("Wages", "Bo")  # type: ignore[union-attr]


def test_a_later_report_goes_with_what_its_words_were_joined_to() -> None:
    late = draft("9.txt", "2025-04-01", "The union wants their pensions.")
    late.names("The union", "Drivers’ Union", "organisation")
    late.stands("The union wants their pensions", "demands", "their pensions", "Drivers’ Union")
    issues = pinned(Join((WAGES, PENSIONS)), more=(late,))
    assert issues.of("their pensions") is issues.of(WAGES)


def test_words_that_nobody_has_are_passed_over() -> None:
    assert pinned(Join(("fish", "coal")), Part(("parking",)), Name(("sand",), "Sand", "Ann")).issues == pinned().issues


def test_a_phrase_that_was_parted_stands_for_no_fuller_one() -> None:
    text = "Norland demands a ban on dredging. Sudland rejects the ban."
    made = draft("1.txt", "2025-03-01", text).names("Norland", kind="state").names("Sudland", kind="state")
    made.stands("Norland demands a ban on dredging", "demands", "a ban on dredging", "Norland")
    made.stands("Sudland rejects the ban", "rejects", "the ban", "Sudland")
    assert len(gather(record(made)).issues) == 1
    apart = gather(record(made), Pins((Part(("the ban",)),)))
    assert {one.phrases for one in apart.issues} == {("a ban on dredging",), ("the ban",)}


def test_pins_are_those_that_stand_in_the_order_of_judgements() -> None:
    at = datetime(2025, 6, 1, tzinfo=UTC)
    made = [
        Judgement("j1", Verdict.ISSUE_NAMED, (), "Ann", at, "", value="Pay", names=(WAGES,)),
        Judgement("j2", Verdict.JOINED, (), "Ann", at, "", names=("Ann", "Bo")),
        Judgement("j3", Verdict.ISSUES_JOINED, (), "Ann", at, "", value="1 2", names=(WAGES, PENSIONS, VOTE)),
        Judgement("j4", Verdict.ISSUE_PARTED, (), "Bo", at, "", names=(VOTE,)),
    ]
    expected = Name((WAGES,), "Pay", "Ann"), Join((WAGES, PENSIONS, VOTE)), Part((VOTE,))
    assert pins_of(made) == Pins(expected)
    made[3] = replace(made[3], withdrawn=at + timedelta(days=1))
    assert pins_of(made) == Pins(expected[:2])
