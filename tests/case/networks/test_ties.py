"""Ties, against a table of six actors and four concepts worked out by hand, and against the definitions."""

from collections import Counter
from dataclasses import replace
from itertools import combinations
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.case.networks.behind import Floor
from pourparler.case.networks.duplicates import Duplicates, once
from pourparler.case.networks.normalising import Normalisation
from pourparler.case.networks.referrals import AGREEMENT, Coding, refer
from pourparler.case.networks.ties import LEVEL, Isolates, Network, Rules, Tie, tie
from pourparler.core.vocabulary import Stance
from tests.case.networks.grove import AGAINST, FOR, ONLY_IF, TABLE, record, says

Weights = dict[str, float]
"""By the first letters of the two actors."""


def weights(network: Network) -> Weights:
    return {edge.one[0] + edge.other[0]: edge.weight for edge in network.edges}


CONGRUENCE: dict[Normalisation, Weights] = {
    Normalisation.NONE: {"AB": 7, "BC": 2, "CE": 2},
    Normalisation.AVERAGE: {"AB": 7 / 5, "BC": 2 / 3, "CE": 2 / 3},
    Normalisation.JACCARD: {"AB": 7 / 8, "BC": 2 / 5, "CE": 2 / 5},
    Normalisation.COSINE: {"AB": 7 / 21, "BC": 2 / 9, "CE": 2 / 9},
    Normalisation.LENGTHS: {"AB": 7 / sqrt(37 * 3), "BC": 2 / sqrt(3 * 5), "CE": 2 / sqrt(5 * 5)},
}
CONFLICT: dict[Normalisation, Weights] = {
    Normalisation.NONE: {"AB": 6, "AC": 12, "BC": 2, "CO": 1, "EF": 2, "EO": 2},
    Normalisation.AVERAGE: {"AB": 6 / 5, "AC": 12 / 5, "BC": 2 / 3, "CO": 1 / 2, "EF": 2 / 2.5, "EO": 1},
    Normalisation.JACCARD: {"AB": 6 / 8, "AC": 12 / 10, "BC": 2 / 5, "CO": 1 / 4, "EF": 2 / 5, "EO": 2 / 4},
    Normalisation.COSINE: {"AB": 6 / 21, "AC": 12 / 21, "BC": 2 / 9, "CO": 1 / 3, "EF": 2 / 6, "EO": 2 / 3},
    Normalisation.LENGTHS: {
        "AB": 6 / sqrt(37 * 3), "AC": 12 / sqrt(37 * 5), "BC": 2 / sqrt(3 * 5), "CO": 1 / sqrt(5),
        "EF": 2 / sqrt(5 * 4), "EO": 2 / sqrt(5),
    },
}  # fmt: skip


@pytest.mark.parametrize("how", Normalisation)
def test_the_table_by_hand_under_every_normalisation(how: Normalisation) -> None:
    told = refer(TABLE)
    assert weights(tie(told, Tie.CONGRUENCE, Rules(how))) == pytest.approx(CONGRUENCE[how])
    assert weights(tie(told, Tie.CONFLICT, Rules(how))) == pytest.approx(CONFLICT[how])
    both = CONGRUENCE[how].keys() | CONFLICT[how].keys()
    less = {pair: CONGRUENCE[how].get(pair, 0) - CONFLICT[how].get(pair, 0) for pair in both}
    assert weights(tie(told, Tie.SUBTRACT, Rules(how))) == pytest.approx(less)


ONCE: dict[Duplicates, tuple[Weights, Weights]] = {
    Duplicates.ALL: (CONGRUENCE[Normalisation.NONE], CONFLICT[Normalisation.NONE]),
    Duplicates.DOCUMENT: ({"AB": 6, "BC": 2, "CE": 1}, {"AB": 5, "AC": 10, "BC": 2, "CO": 1, "EF": 1, "EO": 1}),
    Duplicates.WEEK: ({"AB": 5, "BC": 2, "CE": 1}, {"AB": 4, "AC": 8, "BC": 2, "CO": 1, "EF": 1, "EO": 1}),
    Duplicates.MONTH: ({"AB": 4, "BC": 1, "CE": 1}, {"AB": 3, "AC": 3, "BC": 1, "CO": 1, "EF": 1, "EO": 1}),
    Duplicates.YEAR: ({"AB": 3, "BC": 1, "CE": 1}, {"AB": 2, "AC": 2, "BC": 1, "CO": 1, "EF": 1, "EO": 1}),
    Duplicates.RANGE: ({"AB": 2, "BC": 1, "CE": 1}, {"AB": 1, "AC": 1, "BC": 1, "CO": 1, "EF": 1, "EO": 1}),
}


@pytest.mark.parametrize("rule", Duplicates)
def test_the_table_by_hand_under_every_rule_for_duplicates(rule: Duplicates) -> None:
    told = once(refer(TABLE), rule)
    assert (weights(tie(told, Tie.CONGRUENCE)), weights(tie(told, Tie.CONFLICT))) == ONCE[rule]


def test_what_was_let_go_as_a_duplicate_is_still_a_source() -> None:
    edge = tie(once(refer(TABLE), Duplicates.RANGE), Tie.CONGRUENCE).edges[0]
    assert (edge.one, edge.other, edge.concepts) == ("Ash", "Birch", ("ceasefire", "grain"))
    assert (edge.behind.statements, edge.behind.counts.accounts, edge.behind.counts.reports) == (4, 9, 5)
    everything = tie(refer(TABLE), Tie.CONGRUENCE).edges[0].behind
    assert (everything.statements, everything.counts) == (9, edge.behind.counts)
    assert (str(everything.first), str(everything.last)) == ("2025-03-03", "2026-04-01")


def test_conditional_is_half_way_where_it_is_asked_for() -> None:
    told = refer(TABLE, Coding(conditional=True))
    edges = {edge.one[0] + edge.other[0]: edge for edge in tie(told, Tie.CO_MENTION).edges}
    assert (edges["AO"].agreeing, edges["AO"].differing) == (0.5, 0.5)
    assert "AO" not in weights(tie(refer(TABLE), Tie.CO_MENTION))


def test_nothing_is_drawn_below_the_floor() -> None:
    told = refer(TABLE)
    few = tie(told, Tie.CONFLICT, Rules(at_least=Floor(times=4)))
    assert (sorted(weights(few)), few.below) == (["AB", "AC"], 4)
    assert [node.name for node in few.nodes] == ["Ash", "Birch", "Cedar"]
    one_report = tie(told, Tie.CONFLICT, Rules(at_least=Floor(sources=2)))
    assert "EF" not in weights(one_report) and one_report.below == 1


def test_isolates_are_kept_or_left_out() -> None:
    alone = refer(record(says("Ash", "fish", FOR, "r1"), says("Elm", "port", FOR, "r1")))
    later = replace(alone, kept=alone.kept[:1])
    names = {how: [node.name for node in tie(later, Tie.CONGRUENCE, Rules(isolates=how)).nodes] for how in Isolates}
    assert names == {Isolates.LEFT_OUT: [], Isolates.ACTIVE: ["Ash"], Isolates.ALL: ["Ash", "Elm"]}


SAYINGS = st.lists(
    st.tuples(
        st.sampled_from(["Ash", "Birch", "Cedar", "Elm"]),
        st.sampled_from(["fish", "grain", "port"]),
        st.sampled_from([FOR, AGAINST, ONLY_IF]),
        st.sampled_from(["r1", "r2", "r6"]),
    ),
    max_size=25,
)


def defined(sayings: list[tuple[str, str, Stance, str]], one: str, other: str) -> tuple[float, float, float]:
    """Congruence, conflict and co-mention of two actors, straight from the definitions."""
    x = Counter((actor, concept, LEVEL[AGREEMENT[stance]]) for actor, concept, stance, _ in sayings)
    near = far = 0.0
    for concept in ("fish", "grain", "port"):
        for mine in (-1, 0, 1):
            for theirs in (-1, 0, 1):
                both = x[one, concept, mine] * x[other, concept, theirs]
                near, far = near + both * (1 - abs(mine - theirs) / 2), far + both * abs(mine - theirs) / 2
    said = Counter((actor, concept) for actor, concept, _, _ in sayings)
    return near, far, float(sum(said[one, each] * said[other, each] for each in ("fish", "grain", "port")))


@settings(deadline=None)
@given(SAYINGS, st.booleans())
def test_congruence_and_conflict_are_all_co_mentions(
    sayings: list[tuple[str, str, Stance, str]], conditional: bool
) -> None:
    told = refer(record(*(says(*saying) for saying in sayings)), Coding(conditional=conditional))
    counted = [saying for saying in sayings if conditional or saying[2] is not ONLY_IF]
    found = {how: {(e.one, e.other): e for e in tie(told, how).edges} for how in Tie}
    for pair in combinations(("Ash", "Birch", "Cedar", "Elm"), 2):
        near, far, all_together = defined(counted, *pair)
        weight = {how: edges[pair].weight if pair in edges else 0.0 for how, edges in found.items()}
        assert weight == {
            Tie.CONGRUENCE: near,
            Tie.CONFLICT: far,
            Tie.SUBTRACT: near - far,
            Tie.CO_MENTION: all_together,
        }
        assert weight[Tie.CONGRUENCE] + weight[Tie.CONFLICT] == weight[Tie.CO_MENTION]


@settings(deadline=None)
@given(SAYINGS)
def test_the_identity_holds_for_every_concept_and_every_rule_for_duplicates(
    sayings: list[tuple[str, str, Stance, str]],
) -> None:
    told = refer(record(*(says(*saying) for saying in sayings)), Coding(conditional=True))
    for rule in Duplicates:
        kept = once(told, rule)
        for concept in ("fish", "grain", "port"):
            only = replace(kept, kept=tuple(one for one in kept.kept if one.concept == concept))
            sums = Counter(weights(tie(only, Tie.CONGRUENCE))) + Counter(weights(tie(only, Tie.CONFLICT)))
            assert sums == Counter(weights(tie(only, Tie.CO_MENTION)))


@settings(deadline=None)
@given(SAYINGS)
def test_the_cosine_of_the_profiles_is_at_most_one(sayings: list[tuple[str, str, Stance, str]]) -> None:
    told = refer(record(*(says(*saying) for saying in sayings)))
    for how in (Normalisation.LENGTHS, Normalisation.JACCARD):
        edges = tie(told, Tie.CONGRUENCE, Rules(how)).edges
        assert all(0 < edge.weight <= 1 + 1e-12 for edge in edges)
