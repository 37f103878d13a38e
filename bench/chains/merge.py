"""Chains of events by weighed traits, put together the way the record puts accounts together."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from bench.chains.joining import join
from bench.chains.likeness import alike
from bench.chains.told import Reading
from bench.chains.traits import Comparison
from pourparler.record.merging.weights import BASE, Weights

ENOUGH = -0.2
"""Score of two clusters above which they are one."""

DOUBTFUL, SURE = -0.7, 0.3
"""Scores of two mentions between which a person would be asked."""

APART = -6.0
"""Score of two mentions that are not compared: they count against the clusters they are in."""

BEST = 0.5
"""Two clusters score half the best and half the average of their mentions, as in the record (docs/record.md)."""

WEIGHTS = Path(__file__).with_name("weights.csv")

Partition = list[int]
"""For each mention a number, the same for those of one chain."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Pairs of mentions that were compared, with the logarithm of the odds that they tell of one event."""

    pairs: tuple[tuple[int, int], ...]
    scores: tuple[float, ...]


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The fitted weights; raises FileNotFoundError where nobody has fitted them."""
    lines = [line for line in WEIGHTS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found = {row["trait"]: float(row["weight"]) for row in csv.DictReader(lines)}
    return Weights(found.pop(BASE), found)


def score(comparison: Comparison, weights: Weights) -> Scored:
    """Score every pair of mentions that is compared."""
    pairs = tuple(comparison.candidates())
    return Scored(pairs, tuple(weights.score(comparison.traits(*pair)) for pair in pairs))


def merge(count: int, scored: Scored) -> Partition:
    """The chains of so many mentions. What no chain of scores above `ENOUGH` joins can be no cluster, so each component
    is clustered by itself."""
    chain = list(range(count))
    near = [pair for pair, found in zip(scored.pairs, scored.scores, strict=True) if found > ENOUGH]
    component = _components(count, near)
    members: dict[int, list[int]] = {}
    for number, root in enumerate(component):
        members.setdefault(root, []).append(number)
    place = {number: at for group in members.values() for at, number in enumerate(group)}
    matrices = {root: np.full((len(group), len(group)), APART) for root, group in members.items() if len(group) > 1}
    for (one, other), found in zip(scored.pairs, scored.scores, strict=True):
        if component[one] == component[other]:
            matrix = matrices[component[one]]
            matrix[place[one], place[other]] = matrix[place[other], place[one]] = found
    for root, matrix in matrices.items():
        for number, cluster in zip(members[root], join(matrix, ENOUGH, BEST), strict=True):
            chain[number] = members[root][cluster]
    return chain


def _components(count: int, near: Sequence[tuple[int, int]]) -> list[int]:
    """For each of `count` numbers the least one that pairs join it with."""
    parent = list(range(count))

    def top(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for one, other in near:
        low, high = sorted((top(one), top(other)))
        parent[high] = low
    return [top(number) for number in range(count)]


def same_head(reading: Reading) -> Partition:
    """The baseline: mentions with the same head lemma are one event."""
    return _numbered([(told.head,) for told in reading.told])


def same_head_in_alike(reading: Reading, comparison: Comparison) -> Partition:
    """The stronger baseline: the same head lemma in reports that are about one thing."""
    about = alike(comparison.likeness)
    return _numbered([(told.head, about[told.report]) for told in reading.told])


def _numbered(keys: Sequence[tuple[object, ...]]) -> Partition:
    numbers: dict[tuple[object, ...], int] = {}
    return [numbers.setdefault(key, len(numbers)) for key in keys]
