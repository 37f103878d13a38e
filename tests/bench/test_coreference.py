"""Coreference scores against examples worked out by hand, and the pairing of clusters against trying them all."""

from collections.abc import Hashable
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.coreference import Share, b_cubed, best_pairing, ceaf_e, conll, muc, shares


def clusters(told: str) -> list[frozenset[Hashable]]:
    """Clusters written as words: "ab c" is {a, b} and {c}."""
    return [frozenset(word) for word in told.split()]


@pytest.mark.parametrize(
    ("key", "response", "links", "mentions", "entities"),
    [
        # The example of Pradhan et al. 2014: mentions that only one side has (e g / h i).
        ("abc defg", "ab cd fghi", (40.0, 40.0), (41.67, 50.0), (65.0, 43.33)),
        # All the same.
        ("abc d", "abc d", (100.0, 100.0), (100.0, 100.0), (100.0, 100.0)),
        # All in one: no link is lost, two of the four found are wrong. b3: (4+4)/4 / 4 of the response.
        ("ab cd", "abcd", (100.0, 66.67), (100.0, 50.0), (33.33, 66.67)),
        # All apart: no link found; every mention is half of its cluster.
        ("ab cd", "a b c d", (0.0, 0.0), (50.0, 100.0), (66.67, 33.33)),
        # Nothing found.
        ("ab", "", (0.0, 0.0), (0.0, 0.0), (0.0, 0.0)),
        # Nothing there.
        ("", "ab", (0.0, 0.0), (0.0, 0.0), (0.0, 0.0)),
    ],
)
def test_figures_worked_out_by_hand(
    key: str,
    response: str,
    links: tuple[float, float],
    mentions: tuple[float, float],
    entities: tuple[float, float],
) -> None:
    for metric, expected in ((muc, links), (b_cubed, mentions), (ceaf_e, entities)):
        found = metric(clusters(key), clusters(response))
        assert (found.recall, found.precision) == pytest.approx(expected, abs=0.01), metric.__name__


def test_without_singletons_they_are_left_out_on_both_sides() -> None:
    found = shares(clusters("ab c"), clusters("ab d"), singletons=False)
    assert conll(found) == pytest.approx(100.0)
    # With them: b3 2 of 3 mentions on each side, ceafe 1 of 2 clusters; links are the same.
    whole = shares(clusters("ab c"), clusters("ab d"))
    assert [whole[metric].f1 for metric in ("muc", "b3", "ceafe")] == pytest.approx([100.0, 66.67, 50.0], abs=0.01)
    assert conll(whole) == pytest.approx((100 + 66.67 + 50) / 3, abs=0.01)


def test_documents_are_summed_before_dividing() -> None:
    both = muc(clusters("abc"), clusters("ab c")) + muc(clusters("de"), clusters("de"))
    assert (both.recall, both.precision) == pytest.approx((66.67, 100.0), abs=0.01)
    assert both.f1 == pytest.approx(80.0)
    assert Share().f1 == 0.0


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5), st.integers(1, 5), st.integers(0, 10_000))
def test_the_best_pairing_is_the_best_of_all(rows: int, columns: int, seed: int) -> None:
    gains = np.random.default_rng(seed).integers(0, 5, (rows, columns)) / 4
    wide = gains if rows <= columns else gains.T
    tried = max(
        sum(wide[row, column] for row, column in enumerate(chosen))
        for chosen in permutations(range(wide.shape[1]), len(wide))
    )
    assert best_pairing(gains) == pytest.approx(tried)


def test_no_pairing_of_nothing() -> None:
    assert best_pairing(np.zeros((0, 3))) == 0.0
