"""Borders and antecedents of mentions off hand-made weights."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.encoder.naming import KINDS, alike, antecedents, borders, kinds, of_window
from pourparler.encoder.weights import Array
from pourparler.encoder.windows import Window

WIDTH, INNER = 6, 4


def random_weights(seed: int) -> dict[str, Array]:
    """Weights of the mention heads in small, as a network might have them."""
    draw = np.random.default_rng(seed)
    shapes = {"kind": (len(KINDS), WIDTH), "none": (1, WIDTH)}
    shapes |= dict.fromkeys(("begin_head", "begin_word", "end_head", "end_word", "later", "earlier"), (INNER, WIDTH))
    made = {f"{name}.weight": draw.normal(size=shape) for name, shape in shapes.items()}
    made |= {f"{name}.bias": draw.normal(size=shape[0]) for name, shape in shapes.items()}
    made |= {"alike.weight": draw.normal(size=(3, 1)), "far.weight": draw.normal(size=(7, 1))}
    return {name: value.astype(np.float32) for name, value in made.items()}


def random_words(seed: int, count: int) -> Array:
    """Vectors of some words."""
    return np.random.default_rng(seed).normal(size=(count, WIDTH)).astype(np.float32)


@settings(deadline=None)
@given(seed=st.integers(0, 10**6), count=st.integers(1, 30))
def test_a_mention_has_its_head_inside(seed: int, count: int) -> None:
    heads = np.flatnonzero(np.random.default_rng(seed).random(count) < 0.4)
    found = borders(random_words(seed, count), heads, random_weights(seed))
    assert len(found) == len(heads)
    assert all(0 <= first <= head < last <= count for (first, last), head in zip(found, heads.tolist(), strict=True))


@settings(deadline=None)
@given(seed=st.integers(0, 10**6), count=st.integers(1, 30))
def test_an_antecedent_comes_before(seed: int, count: int) -> None:
    heads = np.flatnonzero(np.random.default_rng(seed).random(count) < 0.5)
    told = ["union"] * count, [at // 7 for at in range(count)]
    found = antecedents(random_words(seed, count), heads, told, random_weights(seed))
    assert len(found) == len(heads)
    assert all(earlier is None or 0 <= earlier < own for own, (earlier, _) in enumerate(found))
    assert all(0 < sure <= 1 + 1e-6 for _, sure in found)
    assert not found or found[0][0] is None


def test_the_likelier_antecedent_is_taken() -> None:
    weights = {name: np.zeros_like(value) for name, value in random_weights(0).items()}
    weights["alike.weight"][1] = 9
    words = ["union", "company", "union", "offer"]
    found = antecedents(random_words(0, 4), np.arange(4), (words, [0, 0, 1, 1]), weights)
    assert [earlier for earlier, _ in found] == [None, None, 0, None], "all alike: the first, which is none"
    assert [sure for _, sure in found] == pytest.approx([1, 0.5, 1, 0.25], abs=1e-3)


def test_no_mentions_have_no_antecedents() -> None:
    assert antecedents(random_words(0, 3), np.zeros(0, np.int64), (["a"] * 3, [0] * 3), random_weights(0)) == []


def test_the_kind_with_most_score_is_told() -> None:
    weights = random_weights(0)
    weights["kind.weight"][:] = 0
    weights["kind.bias"][:] = np.arange(len(KINDS))
    assert kinds(random_words(0, 3), weights).tolist() == [len(KINDS) - 1] * 3


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("union", "union", 1),
        ("he", "he", 1),
        ("ukraine", "ukrainian", 2),
        ("iran", "iranian", 2),
        ("he", "her", 0),
        ("union", "unit", 0),
    ],
)
def test_alike(one: str, other: str, how: int) -> None:
    assert alike(one, other) == alike(other, one) == how


def test_heads_of_a_window_are_counted_from_its_first_word() -> None:
    window = Window(10, 12, 20, (), (), ())
    assert of_window(window, np.array([3, 10, 15, 19, 20])).tolist() == [0, 5, 9]
