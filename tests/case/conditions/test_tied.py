"""Goals that are tied to each other in many ways: the answers are those of the whole tree, told or not."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pourparler.case.conditions import why as why_module
from pourparler.case.conditions.blocking import blocking
from pourparler.case.conditions.deadlocks import ExitKind, deadlocks
from pourparler.case.conditions.formulas import system_of
from pourparler.case.conditions.graph import Graph, by_heads
from pourparler.case.conditions.requirement import (
    Basis,
    Goal,
    GoalKind,
    Move,
    MoveKind,
    Part,
    Requirement,
    Sort,
    Truth,
    Value,
    Whose,
)
from pourparler.case.conditions.why import Why, why
from pourparler.case.issues.issue import Issue, Issues
from pourparler.case.logic.formula import Head, every, heads
from pourparler.case.logic.solving import circles, order_of
from pourparler.core.evidence import Evidence
from pourparler.core.reading import Operator

PLACE = (Evidence("1.txt", 0, 4, "word"),)
NAMES = ("a", "b", "c", "d", "e")
Tie = tuple[str, tuple[tuple[str | None, Value], ...]]
"""What waits, and what it waits for with what is told of that."""

ties: st.SearchStrategy[list[Tie]] = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.lists(
            st.tuples(st.sampled_from((*NAMES, None)), st.sampled_from((*Value, Value.UNKNOWN, Value.UNKNOWN))),
            min_size=1,
            max_size=2,
        ).map(tuple),
    ),
    max_size=9,
)


def graph_of(told: list[Tie], reached: frozenset[str] = frozenset()) -> Graph:
    """A graph of issues tied so; one of two parts is enough."""
    issues = tuple(Issue(name, name, (name,), (name,), ()) for name in NAMES)
    requirements = tuple(_requirement(f"c{number}", head, parts) for number, (head, parts) in enumerate(told))
    basis = (Basis("i1", "in force", date(2025, 3, 1), "", PLACE),)
    goals = {name: Goal(name, GoalKind.ISSUE, name, basis if name in reached else ()) for name in NAMES}
    by_name = {one.id: one for one in issues}
    known = Issues(issues, lambda phrase: (phrase,), by_name, {})
    return Graph(known, goals, requirements, {}, (), by_heads(requirements))


def _requirement(name: str, head: str, parts: tuple[tuple[str | None, Value], ...]) -> Requirement:
    def move(kind: MoveKind, about: str) -> Move:
        return Move(f"{kind.value}:{about}", kind, about, ("Norland",), Whose.TOLD)

    made = tuple(
        Part(goal or "peace", goal, Truth(value), move(MoveKind.GRANT, f"{goal or name}{value}"))
        for goal, value in parts
    )
    return Requirement(
        name, "Norland", None, head, head, Operator.UNLESS, Sort.PRECONDITION, 1, made, move(MoveKind.WAIVE, name),
        PLACE, None, 1,
    )  # fmt: skip


def goals_in(tree: Why) -> set[str]:
    """The goals told anywhere in a tree."""
    below = [of.below for one in tree.requirements for of in one.parts if of.below] + list(tree.instruments)
    return {tree.goal.id}.union(*map(goals_in, below))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=ties, reached=st.frozensets(st.sampled_from(NAMES), max_size=2))
def test_told_once_a_tree_tells_the_same(
    told: list[Tie], reached: frozenset[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = graph_of(told, reached)
    for goal in NAMES:
        monkeypatch.setattr(why_module, "MOST_TOLD", 1_000_000)
        whole = why(graph, goal)
        monkeypatch.setattr(why_module, "MOST_TOLD", 0)
        once = why(graph, goal)
        assert once.value is whole.value
        assert set(once.entries) == set(whole.entries) and goals_in(once) == goals_in(whole)


def test_a_tree_of_more_ways_than_memory_holds_is_told() -> None:
    everything = [(head, ((below, Value.UNKNOWN),)) for head in NAMES for below in NAMES for _ in range(4)]
    graph = graph_of([*everything, ("e", ((None, Value.UNMET),))])
    tree = why(graph, "a")
    assert tree.value is Value.UNMET and set(tree.entries) == {one.id for one in graph.requirements}
    told = [of.below for one in tree.requirements for of in one.parts if of.below]
    assert {one.goal.id for one in told if not one.again and not one.circle} == {"b", "c", "d", "e"}
    assert [one.circle for one in told if one.goal.id == "a"] == [("a", "a")] * 4
    assert [one.again for one in told if one.goal.id == "b"] == [False, True, True, True]
    assert len(blocking(graph)) == 5
    (circle,) = deadlocks(graph)
    assert len(circle.goals) == 5 and not any(one.opens for one in circle.exits if one.kind is ExitKind.WAIVE)


@given(told=ties, reached=st.frozensets(st.sampled_from(NAMES), max_size=2))
def test_a_waiver_opens_a_circle_where_none_is_left_in_all_the_graph(told: list[Tie], reached: frozenset[str]) -> None:
    graph = graph_of(told, reached)
    for found in deadlocks(graph):
        inside = {goal.id for goal in found.goals}
        for way in found.exits:
            if way.kind is ExitKind.WAIVE:
                left = [one for one in graph.requirements if one.id != way.about[0]]
                rest = Graph(graph.issues, graph.goals, tuple(left), {}, (), by_heads(left))
                system = {"*": every([Head(name) for name in NAMES]), **system_of(rest)}
                tied = [set(each) for each in circles(system, "*") if len(each) > 1]
                assert way.opens is not any(each & inside for each in tied)


@given(told=ties, reached=st.frozensets(st.sampled_from(NAMES), max_size=2))
def test_what_blocks_an_issue_is_what_its_tree_tells_first(told: list[Tie], reached: frozenset[str]) -> None:
    graph = graph_of(told, reached)
    expected = {}
    for goal in NAMES:
        held = [one.requirement.id for one in why(graph, goal).requirements if one.requirement.value is not Value.MET]
        if held:
            expected[goal] = tuple(held)
    assert blocking(graph) == expected


@given(told=ties, reached=st.frozensets(st.sampled_from(NAMES), max_size=2))
def test_a_goal_is_worked_out_among_those_that_it_rests_on(told: list[Tie], reached: frozenset[str]) -> None:
    graph = graph_of(told, reached)
    whole = system_of(graph)
    for name in NAMES:
        part = system_of(graph, name)
        assert part.items() <= whole.items()
        assert order_of(part, name) == order_of(whole, name)
        assert {head for formula in part.values() for head in heads(formula)} & whole.keys() <= part.keys()
