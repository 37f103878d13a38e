"""What still stands before a goal when moves are supposed to have been made."""

from collections.abc import Callable
from itertools import combinations

import pytest

from pourparler.case.conditions.graph import Graph
from pourparler.case.conditions.requirement import MoveKind
from pourparler.case.conditions.supposing import Supposed, suppose
from pourparler.case.conditions.unblocking import block, unblock
from pourparler.core.errors import InputError
from tests.case.conditions.test_graph import cause, crew, graph_of, told
from tests.record.drafts import NORLAND, SUDLAND


def truce(graph: Graph) -> str:
    """The goal of a truce."""
    issue = graph.issues.of("truce")
    assert issue is not None
    return issue.id


def chain() -> Graph:
    """A truce waits for a survey, which waits for a dredger."""
    one = told("1.txt", "Norland says: no truce unless there is a survey.")
    one.requires("no truce unless there is a survey", "a truce", "a survey", NORLAND)
    two = told("2.txt", "Sudland says: no survey until a dredger comes.", "2025-03-02")
    return graph_of(one, two.requires("no survey until a dredger comes", "a survey", "a dredger", SUDLAND))


def moves_of(found: Supposed) -> list[str]:
    """The ids of the moves that the conditions ask for."""
    return [move.id for move in found.moves]


def test_nothing_supposed_is_how_it_stands() -> None:
    graph = graph_of(crew(), cause())
    found = suppose(graph, truce(graph))
    assert found.standing == tuple(one.id for one in graph.requirements) and not found.cleared
    assert found.left == unblock(graph, truce(graph)) and len(found.moves) == 4


def test_one_move_clears_its_condition_and_leaves_the_others() -> None:
    graph = graph_of(crew(), cause())
    freeing = next(move for move in graph.moves if move.startswith("grant") and "Sudland" in move)
    found = suppose(graph, truce(graph), [freeing])
    assert [move.id for move in found.made] == [freeing]
    assert len(found.standing) == 1 and len(found.cleared) == 1 and not found.left.free
    assert (found.left.total, found.left.sizes) == (2, ((1, 2),))
    other = found.left.sets[0].moves[0].id
    both = suppose(graph, truce(graph), [freeing, other])
    assert both.left.free and not both.standing and len(both.cleared) == 2
    assert block(graph, truce(graph), made=frozenset([freeing])).total == 1


def test_it_holds_for_every_choice_of_moves() -> None:
    """Nothing is left standing where, and only where, the moves hold one of the minimal sets."""
    graph = chain()
    goal = truce(graph)
    everything = moves_of(suppose(graph, goal))
    minimal = [{move.id for move in one.moves} for one in unblock(graph, goal).sets]
    assert len(everything) == 4 and len(minimal) == 3
    for number in range(5):
        for made in combinations(everything, number):
            found = suppose(graph, goal, made)
            assert found.left.free is (not found.standing) is any(one <= set(made) for one in minimal)


def test_a_grant_of_what_itself_waits_leaves_what_that_waits_for() -> None:
    graph = chain()
    goal = truce(graph)
    first, second = graph.requirements if graph.requirements[0].head == goal else graph.requirements[::-1]
    granted = suppose(graph, goal, [first.parts[0].grant.id])
    assert set(granted.standing) == {first.id, second.id} and not granted.cleared
    waived = suppose(graph, goal, [first.waive.id])
    assert waived.standing == () and waived.cleared == (first.id,) and waived.left.free


def test_moves_that_it_does_not_wait_for_are_told_apart() -> None:
    graph = graph_of(crew(), cause())
    found = suppose(graph, truce(graph), ["waive:nothing", "waive:nothing"])
    assert found.unknown == ("waive:nothing",) and not found.made and len(found.standing) == 2
    with pytest.raises(InputError):
        suppose(graph, "inothing")


@pytest.mark.parametrize("make", [lambda: graph_of(crew(), cause()), chain])
def test_what_cannot_be_solved_is_told_by_sets_that_are_minimal_all_the_same(make: Callable[[], Graph]) -> None:
    """With no node to spare a few sets are given, each of them one of all."""
    graph = make()
    goal = truce(graph)
    for answer in (unblock, block):
        whole, few = answer(graph, goal), answer(graph, goal, nodes=2)
        assert few.tangled and not whole.tangled and few.free is whole.free is False
        assert few.sets and set(few.sets) <= set(whole.sets)
        assert few.requirements == whole.requirements
        assert (goal, frozenset[str](), 2) in graph.given_up and answer(graph, goal, nodes=2) == few
    assert all(move.kind is MoveKind.WAIVE for move in unblock(graph, goal, nodes=2).sets[0].moves)
