"""What decides whether something required is met, and what is only shown beside it."""

import pytest

from pourparler.case.conditions.graph import Graph
from pourparler.case.conditions.hypotheses import says_no, undoes
from pourparler.case.conditions.requirement import Value
from tests.case.conditions.test_graph import BOTH, crew, graph_of, only, told
from tests.record.drafts import NORLAND, SUDLAND, Draft


def asked(required: str, text: str) -> Draft:
    """Norland wants something before a truce."""
    made = told("1.txt", f"Norland says: no truce unless {text}.")
    return made.requires(f"no truce unless {text}", "a truce", required, NORLAND)


def rejecting(day: str) -> Graph:
    """Sudland refused to free the crew on a day; Norland asked for it on 1 March."""
    made = told("2.txt", "Sudland rejects freeing the crew.", day)
    return graph_of(crew(), made.stands("Sudland rejects freeing the crew", "rejects", "freeing the crew", SUDLAND))


def test_a_refusal_is_remembered_for_sixty_days() -> None:
    assert only(rejecting("2025-01-02")).value is Value.UNMET
    forgotten = only(rejecting("2024-12-20"))
    assert forgotten.value is Value.UNKNOWN and forgotten.parts[0].truth.beside


def test_what_had_collapsed_before_is_only_shown() -> None:
    def pact(day: str) -> Draft:
        made = told("2.txt", "The pact on freeing the crew has collapsed.", day)
        return made.papers("The pact on freeing the crew", "agreement", "collapsed", BOTH)

    assert only(graph_of(crew(), pact("2025-03-04"))).value is Value.UNMET
    older = only(graph_of(crew(), pact("2025-02-20")))
    assert older.value is Value.UNKNOWN and older.parts[0].truth.beside


def test_the_words_of_a_condition_tell_of_nothing_that_came_about() -> None:
    made = asked("the charter on fish is signed", "the charter on fish is signed by Sudland")
    made.papers("the charter on fish is signed", "agreement", "signed", BOTH, title="charter on fish", subject="fish")
    requirement = only(graph_of(made))
    assert requirement.value is Value.UNKNOWN
    later = told("2.txt", "The charter on fish was signed.", "2025-03-09")
    later.papers("The charter on fish was signed", "agreement", "signed", BOTH, title="charter on fish", subject="fish")
    assert only(graph_of(made, later)).value is Value.MET


def test_of_what_must_go_a_paper_that_is_gone_is_met() -> None:
    made = asked("the decree is off the table", "the decree of Sudland is off the table")
    gone = told("2.txt", "The decree was scrapped.", "2025-03-09")
    gone.papers("The decree", "document", "collapsed", (SUDLAND,), title="decree")
    there = told("3.txt", "The decree is in force.", "2025-03-09")
    there.papers("The decree", "document", "in force", (SUDLAND,), title="decree")
    assert [only(graph_of(made, other)).value for other in (gone, there)] == [Value.MET, Value.UNKNOWN]


def test_that_something_be_not_is_never_told_as_met() -> None:
    made = asked("no pact on tin", "there is no pact on tin with Sudland")
    pact = told("2.txt", "A pact on tin was signed.", "2025-03-09")
    pact.papers("A pact on tin", "agreement", "signed", BOTH, title="pact on tin", subject="tin")
    assert only(graph_of(made, pact)).value is Value.UNKNOWN


@pytest.mark.parametrize(
    ("phrase", "no", "gone"),
    [
        ("no new tariff", True, False),
        ("the duty isn't raised", True, False),
        ("a census", False, False),
        ("the notice is off the table", False, True),
        ("an end to the ban", False, True),
        ("Sudland lifts the ban", False, True),
    ],
)
def test_words_by_which_something_must_not_be_or_must_go(phrase: str, no: bool, gone: bool) -> None:
    assert (says_no(phrase), undoes(phrase)) == (no, gone)
