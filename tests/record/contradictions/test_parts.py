"""Denied parts, guests, outcomes, numbers and answers: each found, and what only looks like one left alone."""

from typing import Any

import pytest

from pourparler.record.merging.wording import stems
from pourparler.record.view import compute
from tests.record.drafts import Draft, draft, hold

BOTH = ("Norland", "Sudland")
TEXT = "They met in Malmo on 3 March. Fish quotas were raised. Ann Lee denied that quotas came up. Nobody was invited."


def told(each: Draft, words: str, **more: Any) -> Draft:
    """A passage on the meeting of the two; all passages of one report are of one meeting."""
    spans = {name: (each.at(more.pop(name)),) for name in ("agenda", "outcome", "denied") if name in more}
    same = 0 if each.meetings else None
    return each.meets(words, "talks", "held", "2025-03-03", parties=BOTH, same_as=same, **spans, **more)


def fields(*drafts: Draft) -> list[str]:
    return [each.field for each in compute(hold(*drafts)).disputes]


def test_a_denied_topic_stands_against_the_agenda_that_has_it() -> None:
    one = told(draft("a", "2025-03-04", TEXT), "They met in Malmo", agenda="Fish quotas")
    two = told(draft("b", "2025-03-04", f"Later. {TEXT}"), "They met in Malmo")
    assert fields(one, two) == []
    told(two, "Ann Lee denied that quotas came up", denied="quotas came up")
    two.says("quotas came up", "Ann Lee", "deny", party="Norland")
    assert "agenda" in fields(one, two)


@pytest.mark.parametrize(
    ("other", "words", "found"),
    [
        ("invited", "An e-mail went out", True),
        ("absent", "Westmark refused to come", True),
        ("absent", "Westmark stayed away", True),
        ("absent", "Westmark was not there", False),
        ("excluded", "Westmark had no seat", False),
    ],
)
def test_kept_out_stands_against_asked_and_against_staying_away(other: str, words: str, found: bool) -> None:
    one = told(draft("a", "2025-03-04", "Sudland had no seat when they met."), "they met", excluded=("Westmark",))
    two = told(draft("b", "2025-03-05", f"{words}, it is said."), words, **{other: ("Westmark",)})
    assert ("excluded" in fields(one, two)) is found


def test_an_outcome_stands_against_none_on_one_day() -> None:
    def tells(name: str, day: str, words: str) -> Draft:
        return told(draft(name, day, f"They met: {words}."), "They met", outcome=words)

    agreed = tells("a", "2025-03-04", "new quotas were agreed")
    assert "outcome" in fields(agreed, tells("b", "2025-03-04", "no quotas were agreed"))
    assert "outcome" not in fields(agreed, tells("b", "2025-03-04", "a date was set without delay"))


def test_an_answer_stands_against_what_was_said_before_it() -> None:
    each = draft(
        "a", "2025-03-04", "The boats were turned back, Norland says. Sudland disputes this: fog held them up."
    )
    each.says("The boats were turned back", "Norland", party="Norland")
    [found] = compute(hold(each)).disputes
    assert found.readings[0].value == "The boats were turned back"
    calm = draft("a", "2025-03-04", "The boats were turned back, Norland says. Sudland disputes the order of the day.")
    assert compute(hold(calm.says("The boats were turned back", "Norland", party="Norland"))).disputes == ()


def test_stems_are_what_forms_of_a_word_share() -> None:
    assert stems(["inspections"]) == stems(["inspectors"]) == stems(["inspection"])
    assert stems(["signed"]) == stems(["signing"]) and stems(["wage"]) != stems(["wing"])
