"""Every concept against a brute force from the definitions, and the published tables of classical conflicts."""

from collections.abc import Sequence
from random import Random

import numpy as np
import pytest

from pourparler.case.conflict.concepts import CONCEPTS, Concept, Solution, solve
from pourparler.case.conflict.condition import either, no, yes
from pourparler.case.conflict.graph import Graph, draw
from pourparler.case.conflict.model import Conflict, Direction, Option
from pourparler.case.conflict.order import by_priorities, by_ranking
from pourparler.case.conflict.reach import Rule, reached, steps
from pourparler.core.errors import InputError
from tests.case.conflict.definitions import Plain, plain_stable
from tests.case.conflict.invented import invented


def dilemma() -> tuple[Conflict, Graph]:
    """Two parties, each with one option: to give way."""
    conflict = Conflict(("one", "other"), (Option("one gives way", "one"), Option("other gives way", "other")))
    return conflict, draw(conflict)


def equilibria(solution: Solution) -> dict[str, tuple[int, ...]]:
    return {concept.value: solution.of(concept) for concept in CONCEPTS}


def ranked(graph: Graph, *rankings: Sequence[int | Sequence[int]]) -> Solution:
    return solve(graph, [by_ranking(graph, ranking) for ranking in rankings])


def test_the_prisoners_dilemma() -> None:
    """Each wants first that the other gives way, then not to give way: the figures of every textbook."""
    _, graph = dilemma()
    ours, theirs = yes("one gives way"), yes("other gives way")
    solution = solve(
        graph,
        [
            by_priorities(graph, [theirs, no("one gives way")]),
            by_priorities(graph, [ours, no("other gives way")]),
        ],
    )
    assert equilibria(solution) == {"nash": (1,), "gmr": (1, 4), "smr": (1, 4), "seq": (1, 4)}
    assert equilibria(ranked(graph, (3, 4, 1, 2), (2, 4, 1, 3))) == equilibria(solution)


def test_of_six_adjacent_swaps_four_change_the_dilemmas_sequential_equilibria() -> None:
    """Why one set of equilibria is never the answer: two neighbours in one party's ranking change places."""
    _, graph = dilemma()
    rankings = ((3, 4, 1, 2), (2, 4, 1, 3))
    changed = 0
    for party in range(2):
        for place in range(3):
            swapped = [list(ranking) for ranking in rankings]
            swapped[party][place : place + 2] = reversed(swapped[party][place : place + 2])
            changed += ranked(graph, *swapped).of(Concept.SEQ) != (1, 4)
    assert changed == 4


def test_chicken() -> None:
    """That neither gives way is worst for both. By hand: 2 and 3 (one gives way) are Nash.

    In 4 (both do) whoever stops giving way is answered by the other doing the same, which only GMR and SMR count: to
    the other that is worse, so it is no improvement and SEQ fails. 1 is left by each.
    """
    _, graph = dilemma()
    solution = ranked(graph, (3, 4, 2, 1), (2, 4, 3, 1))
    assert equilibria(solution) == {"nash": (2, 3), "gmr": (2, 3, 4), "smr": (2, 3, 4), "seq": (2, 3)}


def elmira() -> Conflict:
    """The groundwater of Elmira, Ontario: the ministry's order, the company's appeal, the local governments' stand.

    After Hipel, Fang, Kilgour and Haight 1993 ("Environmental conflict resolution using the graph model"); model and
    rankings as in the file that GMCR+ ships: nine states, the four in which the company abandons its plant being one.
    """
    return Conflict(
        ("ministry", "company", "local"),
        (
            Option("modify", "ministry", Direction.TAKE_ONLY),
            Option("delay", "company", Direction.DROP_ONLY),
            Option("accept", "company"),
            Option("abandon", "company", Direction.TAKE_ONLY),
            Option("insist", "local"),
        ),
        (
            either(yes("delay", "accept"), yes("delay", "abandon"), yes("accept", "abandon")),
            no("delay", "accept", "abandon"),
        ),
        (yes("abandon"),),
    )


ELMIRA = ((7, 3, 4, 8, 5, 1, 2, 6, 9), (1, 4, 8, 5, 9, 3, 7, 2, 6), (7, 3, 5, 1, 8, 6, 4, 2, 9))


def test_elmira_has_its_published_equilibria() -> None:
    """Published (from memory): 5, 8 and 9 by every concept, 1 and 4 by GMR and SMR alone; each party's states are ours.

    Where the company's worst states are ranked 2, 3, 7, 6 instead, as in the file of GMCR+, nothing changes.
    """
    graph = draw(elmira())
    assert graph.codes == ((2,), (3,), (4,), (5,), (18,), (19,), (20,), (21,), (8, 9, 24, 25))
    solution = ranked(graph, *ELMIRA)
    assert equilibria(solution) == {"nash": (5, 8, 9), "gmr": (1, 4, 5, 8, 9), "smr": (1, 4, 5, 8, 9), "seq": (5, 8, 9)}
    elsewhere = ranked(graph, ELMIRA[0], (1, 4, 8, 5, 9, 2, 3, 7, 6), ELMIRA[2])
    assert equilibria(elsewhere) == equilibria(solution)
    assert solution.of(Concept.NASH, "company") == (1, 4, 5, 8, 9)
    assert solution.of(Concept.SEQ, "local") == (2, 3, 5, 6, 7, 8, 9)
    assert solution.of(Concept.NASH, "ministry") == tuple(range(1, 10))


def test_elmira_moves_as_published() -> None:
    graph = draw(elmira())
    company = [(step.start, step.end) for state in range(1, 10) for step in steps(graph, "company", state)]
    assert company == [(1, 3), (1, 9), (2, 4), (2, 9), (3, 9), (4, 9), (5, 7), (5, 9), (6, 8), (6, 9), (7, 9), (8, 9)]
    assert [step.end for step in steps(graph, "ministry", 1)] == [2]
    assert not steps(graph, "ministry", 2)


SOVIET = (0, 4, 6, 2, 5, 1, 7, 3, 11, 9, 10, 8)


def cuban(strike: Direction, american: Sequence[int]) -> Solution:
    """Rankings by the decimal numbers of the states (numbered from 1: decimal number + 1)."""
    conflict = Conflict(
        ("US", "USSR"),
        (
            Option("strike", "US", strike),
            Option("blockade", "US"),
            Option("withdraw", "USSR"),
            Option("escalate", "USSR"),
        ),
        (yes("withdraw", "escalate"),),
    )
    return ranked(draw(conflict), [one + 1 for one in american], [one + 1 for one in SOVIET])


def test_the_cuban_missile_crisis_has_its_published_equilibria() -> None:
    """Fraser and Hipel 1984 ("Conflict Analysis: Models and Resolutions"), from memory.

    Their equilibria are 4 (missiles withdrawn) and 6 (withdrawn under a blockade), by sequential stability; the other
    concepts are ours, from the definitions.
    """
    solution = cuban(Direction.BOTH, (4, 6, 5, 7, 2, 1, 3, 11, 9, 10, 8, 0))
    assert solution.of(Concept.SEQ) == (4 + 1, 6 + 1)
    assert solution.of(Concept.NASH) == ()
    assert solution.of(Concept.NASH, "US") == (2 + 1, 4 + 1, 11 + 1)
    assert solution.of(Concept.GMR) == solution.of(Concept.SMR) == (2, 3, 5, 6, 7, 8)


def test_the_cuban_missile_crisis_as_the_fields_tool_has_it() -> None:
    """The file that GMCR+ ships: the status quo (0) is above the escalations for the US, and a strike stands."""
    american = (4, 6, 5, 7, 2, 1, 3, 0, 11, 9, 10, 8)
    assert cuban(Direction.BOTH, american).of(Concept.SEQ) == (4 + 1, 6 + 1)
    assert cuban(Direction.TAKE_ONLY, american).of(Concept.SEQ) == (4 + 1, 5 + 1, 6 + 1)


def test_stag_hunt() -> None:
    """Rousseau's hunt (both join, or each for itself), by hand: 1 and 4 are Nash; from 2 and 3 both want away.

    In 2 one hunts alone: it leaves (to 1) or the other joins (to 4). Its leaving is answered by no improvement, and
    by force with the other's joining (state 3: it sits at home while the other hunts), which it likes better than 2.
    """
    _, graph = dilemma()
    solution = ranked(graph, (4, 3, 1, 2), (4, 2, 1, 3))
    assert equilibria(solution) == {"nash": (1, 4), "gmr": (1, 4), "smr": (1, 4), "seq": (1, 4)}


@pytest.mark.parametrize("rule", Rule)
def test_500_invented_conflicts_agree_with_the_definitions(rule: Rule) -> None:
    random = Random(20_260)
    kinds = {"irreversible": 0, "infeasible": 0, "merged": 0, "ties": 0, "four parties": 0}
    for _ in range(500):
        conflict, rankings = invented(random)
        graph = draw(conflict)
        orders = [by_ranking(graph, ranking) for ranking in rankings]
        solution = solve(graph, orders, rule)
        plain = Plain.of(conflict, rankings, rule.value)
        assert [max(codes) for codes in graph.codes] == plain.states
        kinds["irreversible"] += any(option.direction is not Direction.BOTH for option in conflict.options)
        kinds["infeasible"] += sum(map(len, graph.codes)) < 1 << len(conflict.options)
        kinds["merged"] += any(len(codes) > 1 for codes in graph.codes)
        kinds["four parties"] += len(conflict.parties) == 4
        kinds["ties"] += any(len(tied) > 1 for ranking in rankings for tied in ranking)
        for concept in CONCEPTS:
            for party in conflict.parties:
                expected = tuple(
                    number
                    for number, state in enumerate(plain.states, 1)
                    if plain_stable(plain, party, state, concept.value)
                )
                assert solution.of(concept, party) == expected, (conflict, rankings, concept, party)
        _included(solution)
    assert min(kinds.values()) > 70, kinds


def _included(solution: Solution) -> None:
    """The inclusions for every party: Nash ⊆ SMR ⊆ GMR and Nash ⊆ SEQ ⊆ GMR."""
    nash, gmr, smr, seq = solution.stable
    for inner, outer in ((nash, smr), (smr, gmr), (nash, seq), (seq, gmr)):
        assert not (inner & ~outer).any()


def test_moving_twice_in_a_row_matters_only_where_states_are_merged() -> None:
    """A party's two moves in a row are one of its moves, two improvements one improvement, unless states are one."""
    random = Random(12)
    unlike = 0
    for _ in range(400):
        conflict, rankings = invented(random)
        graph = draw(conflict)
        orders = [by_ranking(graph, ranking) for ranking in rankings]
        standard, twice = (solve(graph, orders, rule).stable for rule in (Rule.STANDARD, Rule.TWICE))
        if any(len(codes) > 1 for codes in graph.codes):
            unlike += not np.array_equal(standard, twice)
        else:
            assert np.array_equal(standard, twice)
    assert unlike


def test_reaching_of_a_coalition_agrees_with_the_definitions() -> None:
    random = Random(7)
    for _ in range(60):
        conflict, rankings = invented(random)
        graph = draw(conflict)
        orders = [by_ranking(graph, ranking) for ranking in rankings]
        for rule in Rule:
            plain = Plain.of(conflict, rankings, rule.value)
            members = list(conflict.parties[1:])
            for number, state in enumerate(plain.states, 1):
                for liked in (False, True):
                    found = reached(graph, members, number, rule, orders if liked else None)
                    expected = {plain.states.index(end) for end in plain.reach(members, state, liked) if end != state}
                    assert set(np.flatnonzero(found).tolist()) == expected


def test_ten_options_and_twelve_are_solved_and_thirteen_refused() -> None:
    options = tuple(Option(f"o{place}", "abcdef"[place % 6]) for place in range(12))
    graph = draw(Conflict(tuple("abcdef"), options))
    orders = [np.arange(len(graph)) * (place + 3) % 97 for place in range(6)]
    _included(solve(graph, orders))
    with pytest.raises(InputError, match="13 options"):
        draw(Conflict(tuple("abcdef"), (*options, Option("more", "a"))))
    with pytest.raises(InputError, match="7 parties"):
        draw(Conflict(tuple("abcdefg"), options))


def test_an_order_short_of_a_party_is_refused() -> None:
    _, graph = dilemma()
    with pytest.raises(InputError, match="one order"):
        solve(graph, [by_ranking(graph, (1, 2, 3, 4))])
    with pytest.raises(InputError, match="leaves out 4"):
        by_ranking(graph, (1, 2, 3))
    with pytest.raises(InputError, match="twice"):
        by_ranking(graph, (1, 2, 3, 4, 1))
