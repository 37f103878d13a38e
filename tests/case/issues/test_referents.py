"""Bare phrases: the fuller one that each stands for in its report, and those that stand for themselves."""

import pytest

from pourparler.case.conditions.deadlocks import deadlocks
from pourparler.case.conditions.graph import build
from pourparler.case.issues.gathering import gather
from pourparler.core.entry import CaseRecord
from pourparler.record.view import compute
from tests.record.drafts import Draft, draft, hold

SIDES = ("Norland", "Sudland", "Westland")
BAN = "Norland demands an end to Sudland's ban on fish. "


def told(text: str, *phrases: str, name: str = "1.txt") -> Draft:
    """A report in which a side of its own demands each of the phrases, in the words of its sentence."""
    made = draft(name, "2025-03-01", text)
    sentences = [f"{sentence}." for sentence in text.strip().split(".") if sentence.strip()]
    for side, sentence, phrase in zip(SIDES, sentences, phrases, strict=False):
        made.stands(sentence.strip(), "demands", phrase, side)
    return made


def issues_of(*drafts: Draft) -> tuple[CaseRecord, set[str]]:
    record = compute(hold(*drafts))
    return record, {" + ".join(sorted(issue.phrases)) for issue in gather(record).issues}


def test_a_thing_said_to_be_known_is_the_one_that_its_report_tells_of() -> None:
    one = told(BAN + "It says the ban is unjust.", "Sudland's ban on fish", "the ban")
    assert issues_of(one)[1] == {"Sudland's ban on fish + the ban"}


@pytest.mark.parametrize("phrase", ["a ban", "bans", "any ban"])
def test_what_is_not_said_to_be_known_stands_for_itself(phrase: str) -> None:
    one = told(BAN + f"It says {phrase} is unjust.", "Sudland's ban on fish", phrase)
    assert len(issues_of(one)[1]) == 2


def test_of_two_that_it_may_be_it_is_neither() -> None:
    one = told(BAN + "A ban on salt hurts too. It says the ban is unjust.", "ban on fish", "ban on salt", "the ban")
    assert len(issues_of(one)[1]) == 3


def test_another_report_does_not_tell_what_is_meant() -> None:
    record, found = issues_of(
        told(BAN, "Sudland's ban on fish"), told("Rain is wanted. The ban is unjust.", "rain", "the ban", name="2.txt")
    )
    assert found == {"Sudland's ban on fish", "rain", "the ban"}
    assert gather(record).of("the ban") is not None


def test_what_is_only_a_part_of_it_is_not_meant() -> None:
    one = told("Norland wants dam gates opened. It says the dam is old.", "dam gates", "the dam")
    assert len(issues_of(one)[1]) == 2


def test_a_doing_by_its_name_alone_is_what_it_is_done_to() -> None:
    one = told("Norland wants farmers compensated. Compensation is owed.", "compensate the farmers", "Compensation")
    assert issues_of(one)[1] == {"Compensation + compensate the farmers"}


def test_conditions_see_what_is_meant_and_so_the_circle() -> None:
    text = (
        "Norland will lift its ban on fish only after Sudland frees the crew. "
        "Sudland says that it frees the crew once the ban is lifted."
    )
    made = draft("1.txt", "2025-03-01", text)
    made.names("Norland", "Norland", "state").names("Sudland", "Sudland", "state")
    first, second = (f"{one}." for one in text.rstrip(".").split(". "))
    made.requires(first, "lift its ban on fish", "Sudland frees the crew", "Norland")
    made.requires(second, "frees the crew", "the ban", "Sudland")
    record = compute(hold(made))
    circles = deadlocks(build(record, gather(record)))
    assert len(circles) == 1
