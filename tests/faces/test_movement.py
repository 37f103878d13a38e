"""How issues, conditions and goals moved between two states of a record, and what people decided."""

import json
from datetime import UTC, date, datetime

from pourparler.core.entry import CaseRecord
from pourparler.core.judgement import Judgement, Verdict
from pourparler.faces.changes.plain import as_text
from pourparler.faces.changes.shape import changes_values
from pourparler.faces.changes.sight import Sight
from pourparler.faces.export.json import encode
from pourparler.record.changes import compare
from pourparler.record.view import compute
from tests.case.conditions.test_graph import BOTH, cause, crew, told
from tests.faces.system.lake import FORBIDDEN, stances
from tests.record.drafts import SUDLAND, Draft, hold


def freed() -> Draft:
    """Who holds the crew accepts to free it."""
    made = told("7.txt", "Sudland accepts freeing the crew.", "2025-03-09")
    return made.stands("Sudland accepts freeing the crew", "accepts", "freeing the crew", SUDLAND)


def refused() -> Draft:
    """Who holds the crew does not free it."""
    made = told("7.txt", "Sudland rejects freeing the crew.", "2025-03-09")
    return made.stands("Sudland rejects freeing the crew", "rejects", "freeing the crew", SUDLAND)


def agreed() -> Draft:
    """A truce that is in force."""
    made = told("8.txt", "The truce of Norland and Sudland is in force.", "2025-03-10")
    return made.papers(
        "The truce of Norland and Sudland is in force",
        "ceasefire",
        "in force",
        BOTH,
        title="the truce",
        subject="a truce",
    )


def of(*drafts: Draft, judgements: tuple[Judgement, ...] = (), day: str | None = None) -> CaseRecord:
    return compute(hold(*drafts, judgements=judgements), date.fromisoformat(day) if day else None)


def text(before: CaseRecord, after: CaseRecord) -> str:
    shown = as_text(Sight(compare(before, after)), "Changes", 1_000).decode()
    assert not [bad for bad in FORBIDDEN if bad in shown.lower()]
    return shown


def test_a_condition_newly_told_makes_its_goal_wait() -> None:
    shown = text(of(stances()), of(stances(), crew()))
    assert shown.count("\n\nBy public statements:\n\n") == 1
    assert (
        "CONDITIONS NEWLY TOLD (1)\n  Condition c" in shown and "unless “freeing the crew”; not told whether" in shown
    )
    assert "GOALS NEWLY WAITING (1)\n  “truce” waits for c" in shown
    assert "Newly told of: 2 issues (1 blocked, 1 unknown)" in shown


def test_a_condition_that_is_met_frees_its_goal_with_the_words_for_it() -> None:
    shown = text(of(crew()), of(crew(), freed()))
    assert "CONDITIONS NEWLY MET (1)" in shown and "not told whether met → met: Sudland accepts freeing" in shown
    assert "9 Mar 2025: “Sudland accepts freeing the crew”" in shown
    assert "GOALS NEWLY FREE (1)\n  “truce”: every condition on it is told as met" in shown
    assert "ISSUES IN ANOTHER STATE (" in shown and "“truce”: blocked → unknown: less than any other state" in shown
    back = text(of(crew(), freed()), of(crew()))
    assert "CONDITIONS NOT TOLD ANY MORE WHETHER MET (1)" in back and "GOALS NEWLY WAITING (1)" in back


def test_a_refusal_is_not_met_and_frees_nothing() -> None:
    shown = text(of(crew()), of(crew(), refused()))
    assert "CONDITIONS NEWLY NOT MET (1)" in shown and "“Sudland rejects freeing the crew”" in shown
    assert "GOALS NEWLY" not in shown


def test_what_has_come_about_is_free_by_its_instrument() -> None:
    shown = text(of(crew()), of(crew(), agreed()))
    assert "“truce”: blocked → agreed: " in shown
    assert "“truce” is told to have come about: " in shown


def test_an_issue_falls_silent_as_days_go_by_without_a_report() -> None:
    late = told("9.txt", "Westmark slept.", "2025-09-01")
    shown = text(of(crew(), cause()), of(crew(), cause(), late))
    assert "ISSUES THAT CAME, WENT OR FELL SILENT" in shown and "Dormant now, no word on them for more than 60" in shown
    assert "ISSUES IN ANOTHER STATE" not in shown


def test_an_issue_renamed_or_joined_is_followed() -> None:
    at = datetime(2025, 6, 1, tzinfo=UTC)
    named = Judgement("j1", Verdict.ISSUE_NAMED, (), "Kim", at, "as both say", value="Peace at sea", names=("a truce",))
    before, after = of(crew()), of(crew(), judgements=(named,))
    shown = text(before, after)
    assert "DECISIONS OF PEOPLE (1)\n  Named the issue of “a truce” “Peace at sea” (Kim, 1 Jun 2025" in shown
    assert "ISSUES" not in shown and "GOALS" not in shown and "as both say" in shown
    assert "DECISIONS OF PEOPLE (1)\n  Taken back: named the issue" in text(after, before)
    values = json.loads(encode(changes_values(Sight(compare(before, after)))))
    assert values["changed"] and values["movement"]["decisions"][0]["judgements"][0]["by"] == "Kim"


def test_values_have_ids_states_and_places_that_hold() -> None:
    after = of(crew(), cause(), freed())
    moved = json.loads(encode(changes_values(Sight(compare(of(crew()), after)))))["movement"]
    assert moved["basis"] == "by public statements"
    [met, new] = moved["conditions"]
    assert (met["change"], met["before"], met["after"], new["change"]) == (
        "newly met", "unknown", "met", "newly told",
    )  # fmt: skip
    texts = {view.report.name: view.report.text for view in after.reports}
    for turn in (*moved["issues"], *moved["conditions"], *moved["goals"]):
        for place in turn["words"]:
            assert texts[place["report"]][place["start"] : place["end"]] == place["text"]


def test_equal_states_move_nothing() -> None:
    same = of(crew(), cause(), stances())
    sight = Sight(compare(same, same))
    assert not sight and not sight.movement and text(same, same) == ""
