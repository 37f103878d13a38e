"""What blocks what, in words: goals that wait, conditions with what is told of them, moves, circles, issues."""

import re
from dataclasses import replace
from datetime import date

import pytest

from pourparler.core.reading import Operator
from pourparler.faces.brief.numbering import sentences_of
from pourparler.faces.brief.paper import Brief, Group, Item, Section, Wanted
from pourparler.faces.brief.writing import write_brief
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.view import compute
from tests.case.conditions.test_graph import BOTH, cause, crew, told
from tests.faces.system.lake import FORBIDDEN, circle, everything
from tests.record.drafts import NORLAND, SUDLAND, Draft, hold


def brief(*drafts: Draft, wanted: Wanted | None = None, as_of: str | None = None) -> Brief:
    """The brief of some reports."""
    day = date.fromisoformat(as_of) if as_of else None
    return write_brief(Lookup(compute(hold(*drafts), day)), wanted)


def section(written: Brief) -> Section:
    """Its part on what blocks what."""
    return next(one for one in written.sections if one.anchor == "conditions")


def words(item: Item) -> str:
    """The words of a point, of those within it too."""
    own = " ".join("".join(run.text for run in sentence.runs) for sentence in item.sentences)
    return " ".join((own, *map(words, item.sides)))


def points(*drafts: Draft, wanted: Wanted | None = None) -> list[str]:
    """The points of that part."""
    return [words(item) for group in section(brief(*drafts, wanted=wanted)).groups for item in group.items]


def headings(groups: tuple[Group, ...]) -> list[str]:
    """The headings of groups."""
    return [group.heading for group in groups]


def test_a_goal_with_conditions_of_each_side_and_whose_moves_clear_them() -> None:
    standing, truce = points(crew(), cause())
    assert standing == (
        "By public statements as of Fri 2 May 2025, blocked by conditions not told as met: “truce” (2 conditions)."
    )
    assert truce.startswith("Before “truce” stand 2 conditions (not told whether met).")
    assert "For Norland, “truce” depends on freeing the crew" in truce or "Norland sets a condition" in truce
    assert "Not told whether met; cleared if Sudland grants it or Norland waives it." in truce
    assert (
        "cleared if Norland grants it (the words name nobody; the only other party concerned) or Sudland waives it."
        in truce
    )


def test_the_basis_and_the_day_asked_for() -> None:
    written = brief(crew(), cause(), as_of="2025-03-02")
    (standing, only) = [words(item) for group in section(written).groups for item in group.items]
    assert standing.startswith("By public statements as of Sun 2 Mar 2025,")
    assert "Sudland waives" not in only and "fishing" not in only


def refused() -> Draft:
    """Sudland will not free the crew."""
    made = told("3.txt", "Sudland rejects freeing the crew.", "2025-03-04")
    return made.stands("Sudland rejects freeing the crew", "rejects", "freeing the crew", SUDLAND)


def test_what_is_told_against_it_stands_beside_its_value_with_its_own_note() -> None:
    written = brief(crew(), refused())
    items = section(written).groups[0].items
    (state,) = [one for one in sentences_of(replace(written, sections=(section(written),))) if "cleared" in _said(one)]
    assert "Not met: Sudland refuses to freeing" not in words(items[1])
    assert "Not met: Sudland rejects freeing the crew (the outlet's account, Tue 4 Mar 2025)" in words(items[1])
    notes = {note.number: note for note in written.footnotes}
    assert [notes[number].words for number in state.notes] == ["“Sudland rejects freeing the crew”"]


def _said(sentence: object) -> str:
    return "".join(run.text for run in sentence.runs)  # type: ignore[attr-defined]


def test_a_holder_that_has_since_said_otherwise() -> None:
    made = told("2.txt", "Norland accepts a truce.", "2025-03-09")
    made.stands("Norland accepts a truce", "accepts", "a truce", NORLAND)
    told_of = " ".join(points(crew(), made))
    assert "Not told whether met, disputed" in told_of
    assert "Since then Norland accepts a truce (the outlet's account, Sun 9 Mar 2025); the condition goes on" in told_of


def test_what_is_met_holds_nothing_up_and_stands_apart() -> None:
    made = told("2.txt", "A pact on freeing the crew was signed.", "2025-03-05")
    made.papers("A pact on freeing the crew", "agreement", "signed", BOTH)
    groups = section(brief(crew(), made)).groups
    assert headings(groups)[-1].startswith("Conditions that hold nothing up")
    (item,) = groups[-1].items
    assert "Met: the pact on freeing the crew has been signed (the outlet's account, Wed 5 Mar 2025)." in words(item)
    assert "cleared" not in words(item)


def test_a_paper_waits_with_its_issue_and_is_told_once() -> None:
    made = told("1.txt", "The sides agreed an accord on tin, subject to ratification by the Sudland parliament.")
    made.papers("an accord on tin", "agreement", "agreed", BOTH, title="accord on tin", subject="tin")
    bound = "agreed an accord on tin, subject to ratification by the Sudland parliament"
    made.requires(bound, "an accord on tin", "ratification by the Sudland parliament", SUDLAND,
                  operator=Operator.SUBJECT_TO)  # fmt: skip
    told_of = points(made)
    assert len(told_of) == 2 and "agreed: “tin”" in told_of[0]
    assert "1 condition before it" in told_of[0]
    assert "Sudland ratifies or waives it" in told_of[1]


def test_a_circle_and_its_ways_out() -> None:
    groups = section(brief(*circle())).groups
    assert "Goals that wait for each other" in headings(groups)
    (item,) = next(group for group in groups if group.heading.startswith("Goals")).items
    said = words(item)
    assert "“pullback” for “truce”; “truce” for “pullback”, by conditions of Norland and Sudland." in said
    assert "Norland waives “a pullback”" in said and "Norland and Sudland do both at one time" in said
    assert all(sentence.notes for sentence in item.sentences)


def test_every_condition_is_told_once_and_the_rest_is_counted() -> None:
    whole = section(brief(*everything(), *circle(), wanted=Wanted(full=True)))
    assert not whole.more
    told_of = " ".join(words(item) for group in whole.groups for item in group.items)
    assert len(re.findall(r"waives it", told_of)) == 4
    assert len(re.findall(r"pourparler", told_of)) == 0


def test_a_brief_of_one_party_keeps_to_its_conditions() -> None:
    told_of = " ".join(points(crew(), cause(), wanted=Wanted(party=NORLAND)))
    assert "Norland waives it" in told_of and "Sudland waives it" not in told_of
    assert "stand 2 conditions" not in told_of


@pytest.mark.parametrize("drafts", [(crew(), cause()), everything(), circle(), (crew(), refused())])
def test_every_sentence_has_its_note_and_none_foretells(drafts: tuple[Draft, ...]) -> None:
    written = brief(*drafts)
    for sentence in sentences_of(replace(written, lead=(), sections=(replace(section(written), more=()),))):
        assert sentence.notes
        assert not [bad for bad in FORBIDDEN if bad in _said(sentence).lower()]


def test_issues_by_their_states_with_who_is_at_odds() -> None:
    (standing, *_) = points(*everything())
    assert "agreed: “fishing” (in force)" in standing
    assert "Contested: “dam” (Norland demands, Sudland rejects)" in standing
    assert "Converging: “survey" in standing and "(Norland and Sudland)" in standing
    assert standing.index("agreed") < standing.index("Blocked") < standing.index("Contested")
    assert "unknown" not in standing


def test_a_record_without_conditions_or_issues_says_so() -> None:
    empty = section(brief(told("1.txt", "Nothing was said.")))
    assert empty.groups == () and empty.empty == "No report ties one thing to another."
