"""Conditions, states and their numbers, moves, and what is refused."""

import numpy as np
import pytest

from pourparler.case.conflict.condition import Choice, Condition, both, either, given, no, opposite, yes
from pourparler.case.conflict.graph import draw
from pourparler.case.conflict.model import Conflict, Direction, Option
from pourparler.case.conflict.order import by_priorities, ranking_of
from pourparler.case.conflict.reach import Step, steps
from pourparler.core.errors import InputError

TWO = (Option("p", "a"), Option("q", "a"), Option("r", "b"))


def held(condition: Condition) -> list[int]:
    graph = draw(Conflict(("a", "b"), TWO))
    return (np.flatnonzero(graph.where(condition)) + 1).tolist()


def test_conditions_hold_where_they_say() -> None:
    assert held(yes("p")) == [2, 4, 6, 8]
    assert held(yes("p", "r")) == [6, 8]
    assert held(no("p", "q", "r")) == [1]
    assert held(either(no("p"), yes("q"))) == [1, 3, 4, 5, 7, 8]
    assert held(opposite(either(no("p"), yes("q")))) == held(both(yes("p"), no("q"))) == [2, 6]
    assert held(given(yes("r"), yes("p"))) == [1, 3, 5, 6, 7, 8]
    assert held(either(yes("p", "q"), yes("p", "r"), yes("q", "r"))) == [4, 6, 7, 8]
    assert held(both(yes("p"), no("p"))) == held(Condition(())) == []
    assert held(Condition(((Choice("p", True), Choice("p", False)),))) == []
    assert held(Condition(((),))) == list(range(1, 9))
    assert str(either(both(yes("p"), no("q")), yes("r"))) == "p and not q, or r"
    assert [str(Condition(())), str(Condition(((),)))] == ["never", "always"]


def test_states_are_numbered_over_what_is_feasible() -> None:
    graph = draw(Conflict(("a", "b"), TWO, (yes("p", "q"), no("p", "q", "r"))))
    assert graph.codes == ((1,), (2,), (4,), (5,), (6,))
    assert graph.taken(4) == (True, False, True)
    assert [step.end for step in steps(graph, "a", 3)] == [4, 5]
    assert steps(graph, "b", 1) == (Step("b", 1, 4),)


def test_what_cannot_be_taken_back_is_not() -> None:
    options = (Option("p", "a", Direction.TAKE_ONLY), Option("q", "b", Direction.DROP_ONLY))
    graph = draw(Conflict(("a", "b"), options))
    assert [[(one.start, one.end) for state in range(1, 5) for one in steps(graph, who, state)] for who in "ab"] == [
        [(1, 2), (3, 4)],
        [(3, 1), (4, 2)],
    ]


def test_merged_states_are_one_and_come_at_their_largest() -> None:
    graph = draw(Conflict(("a", "b"), TWO, merged=(yes("p"),)))
    assert graph.codes == ((0,), (2,), (4,), (6,), (1, 3, 5, 7))
    assert graph.taken(5) == (True, None, None)
    assert [step.end for step in steps(graph, "a", 5)] == [1, 2, 3, 4]
    assert steps(graph, "b", 5) == ()


def test_an_order_by_priorities_is_that_of_weights_of_which_each_beats_all_after_it() -> None:
    graph = draw(Conflict(("a", "b"), TWO))
    statements = [yes("r"), either(no("p"), yes("q")), no("q")]
    weights = sum(graph.where(one).astype(int) * 2**place for place, one in enumerate(reversed(statements)))
    ranking = ranking_of(by_priorities(graph, statements))
    assert ranking == ranking_of(np.asarray(weights)) == ((5,), (7, 8), (6,), (1,), (3, 4), (2,))


@pytest.mark.parametrize(
    ("conflict", "said"),
    [
        (Conflict(("a",), TWO[:2]), "1 party is"),
        (Conflict(("a", "a"), TWO[:2]), "'a' is there 2 times"),
        (Conflict(("a", "b"), (*TWO, TWO[0])), "'p' is there 2 times"),
        (Conflict(("a", "b"), ()), "0 options"),
        (Conflict(("a", "b"), (*TWO, Option(" ", "a"))), "no name"),
        (Conflict(("a", "c"), TWO), "'b' is no party"),
        (Conflict(("a", "b"), TWO, (yes("z"),)), "'z'"),
        (Conflict(("a", "b"), TWO, (yes("p"), no("p"))), "No combination"),
    ],
)
def test_what_cannot_be_solved_is_refused(conflict: Conflict, said: str) -> None:
    with pytest.raises(InputError, match=said) as refused:
        draw(conflict)
    assert refused.value.todo


def test_a_state_that_is_not_there_is_refused() -> None:
    graph = draw(Conflict(("a", "b"), TWO))
    for number in (0, 9):
        with pytest.raises(InputError, match=f"no state {number}"):
            graph.place(number)
