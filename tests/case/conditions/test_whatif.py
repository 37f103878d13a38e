"""What of the answers changes without a report, a source or an entry."""

import pytest

from pourparler.case.conditions.requirement import Value
from pourparler.case.conditions.whatif import Drop, DropKind, leave_out, whatif
from pourparler.core.errors import InputError
from pourparler.record.view import compute
from tests.case.conditions.test_graph import cause, crew, graph_of, told
from tests.record.drafts import NORLAND, SUDLAND, Draft, hold


def refusal() -> Draft:
    """Sudland says no."""
    made = told("3.txt", "Sudland rejects freeing the crew.", "2025-03-05")
    made.outlet = "Lake Daily"
    return made.stands("Sudland rejects freeing the crew", "rejects", "freeing the crew", SUDLAND)


def test_without_a_report_its_condition_is_gone() -> None:
    answer = whatif(hold(crew(), cause()), "a truce", Drop(DropKind.REPORT, "2.txt"))
    assert answer.reports == ("2.txt",) and answer.after is not None
    assert (answer.before.total, answer.after.total) == (4, 2)
    assert len(answer.gone) == 1 and answer.changed == ()
    assert len(answer.sets_gone) == 4 and len(answer.sets_new) == 2


def test_without_a_source_a_value_changes() -> None:
    answer = whatif(hold(crew(), refusal()), "a truce", Drop(DropKind.SOURCE, "lake daily"))
    assert [(one.before, one.after) for one in answer.changed] == [(Value.UNMET, Value.UNKNOWN)]
    assert answer.sets_gone == () and answer.sets_new == () and answer.gone == ()


def test_without_an_entry() -> None:
    graph = graph_of(crew(), cause())
    mine = next(one for one in graph.requirements if one.holder == NORLAND)
    answer = whatif(hold(crew(), cause()), "a truce", Drop(DropKind.ENTRY, mine.id))
    assert answer.gone == (mine.id,) and answer.after is not None and answer.after.total == 2


def test_a_condition_told_twice_stays_itself_without_the_first_report() -> None:
    again = told("4.txt", "Again Norland says: no truce unless Sudland frees the crew.", "2025-03-08")
    again.requires("no truce unless Sudland frees the crew", "a truce", "freeing the crew", NORLAND)
    answer = whatif(hold(crew(), again), "a truce", Drop(DropKind.REPORT, "1.txt"))
    assert answer.gone == () and answer.sets_gone == () and answer.sets_new == ()


def test_the_record_without_it_is_as_if_it_had_never_been_there() -> None:
    without = leave_out(hold(crew(), cause(), refusal()), Drop(DropKind.REPORT, "2.txt"))
    assert without.full == compute(hold(crew(), cause(), refusal()))
    assert without.left == compute(hold(crew(), refusal()))


def test_without_everything_the_goal_itself_is_gone() -> None:
    answer = whatif(hold(crew()), "a truce", Drop(DropKind.REPORT, "1.txt"))
    assert answer.after is None and len(answer.gone) == 1 and len(answer.sets_gone) == 2


@pytest.mark.parametrize("drop", [Drop(kind, "nothing of the kind") for kind in DropKind])
def test_what_is_not_there_cannot_be_dropped(drop: Drop) -> None:
    with pytest.raises(InputError, match="nothing of the kind"):
        whatif(hold(crew()), "a truce", drop)
