"""Who is meant again, scored as the shared tasks score it: MUC, B³ and CEAFe, and their mean, the CoNLL score.

A key and a response are clusters of mentions; a mention counts as the same when it is equal. Sums run over all
documents before they are divided, and a mention that only one side has stands alone on the other, as in the reference
scorer (Pradhan et al. 2014, "Scoring coreference partitions of predicted mentions").
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Cluster = frozenset[Hashable]
"""The mentions of one person or thing in one document."""

METRICS = ("muc", "b3", "ceafe")


@dataclass(frozen=True, slots=True)
class Share:
    """What was right of the key and of the response, each with what there was; shares of several documents add up."""

    recalled: float = 0.0
    key: float = 0.0
    precise: float = 0.0
    response: float = 0.0

    def __add__(self, other: "Share") -> "Share":
        return Share(
            self.recalled + other.recalled,
            self.key + other.key,
            self.precise + other.precise,
            self.response + other.response,
        )

    @property
    def recall(self) -> float:
        """Right of the key, in percent; 0 where the key is empty."""
        return 100 * self.recalled / self.key if self.key else 0.0

    @property
    def precision(self) -> float:
        """Right of the response, in percent; 0 where the response is empty."""
        return 100 * self.precise / self.response if self.response else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in percent."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def shares(key: Iterable[Cluster], response: Iterable[Cluster], singletons: bool = True) -> dict[str, Share]:
    """The share of each of `METRICS` for one document; without `singletons`, clusters of one mention are left out on
    both sides first."""
    least = 1 if singletons else 2
    ours = [cluster for cluster in key if len(cluster) >= least]
    theirs = [cluster for cluster in response if len(cluster) >= least]
    return {"muc": muc(ours, theirs), "b3": b_cubed(ours, theirs), "ceafe": ceaf_e(ours, theirs)}


def conll(found: dict[str, Share]) -> float:
    """The mean F1 of the three metrics, in percent (Pradhan et al. 2011, CoNLL shared task)."""
    return sum(found[metric].f1 for metric in METRICS) / len(METRICS)


def muc(key: Sequence[Cluster], response: Sequence[Cluster]) -> Share:
    """Links: a cluster of n mentions has n - 1 of them, less one for every further part that the other side cuts it
    into (Vilain et al. 1995). Clusters of one have none."""
    recalled, of_key = _links(key, response)
    precise, of_response = _links(response, key)
    return Share(recalled, of_key, precise, of_response)


def _links(mine: Sequence[Cluster], other: Sequence[Cluster]) -> tuple[int, int]:
    """Links of `mine` that `other` has too, and all of them."""
    of = {mention: number for number, cluster in enumerate(other) for mention in cluster}
    kept = every = 0
    for cluster in mine:
        parts = len({of[mention] for mention in cluster if mention in of}) + sum(m not in of for m in cluster)
        kept += len(cluster) - parts
        every += len(cluster) - 1
    return kept, every


def b_cubed(key: Sequence[Cluster], response: Sequence[Cluster]) -> Share:
    """Mentions: each adds the share of its own cluster that the other side's cluster of it has (Bagga and Baldwin
    1998)."""
    common = _common(key, response)
    squares = common**2
    return Share(
        float((squares / _sizes(key)[:, None]).sum()),
        float(_sizes(key).sum()),
        float((squares / _sizes(response)[None]).sum()),
        float(_sizes(response).sum()),
    )


def ceaf_e(key: Sequence[Cluster], response: Sequence[Cluster]) -> Share:
    """Clusters: each may be paired with one of the other side; a pair adds its overlap, twice what both have over the
    sum of their sizes, and the pairing that adds most counts (Luo 2005, measure φ4)."""
    alike = 2 * _common(key, response) / (_sizes(key)[:, None] + _sizes(response)[None])
    best = best_pairing(alike)
    return Share(best, float(len(key)), best, float(len(response)))


def _sizes(clusters: Sequence[Cluster]) -> NDArray[np.float64]:
    return np.array([len(cluster) for cluster in clusters], np.float64)


def _common(key: Sequence[Cluster], response: Sequence[Cluster]) -> NDArray[np.float64]:
    """How many mentions each cluster of `key` [row] shares with each of `response` [column]."""
    of = {mention: number for number, cluster in enumerate(response) for mention in cluster}
    found = np.zeros((len(key), len(response)))
    for row, cluster in enumerate(key):
        for mention in cluster:
            if mention in of:
                found[row, of[mention]] += 1
    return found


def best_pairing(gains: NDArray[np.float64]) -> float:
    """The highest sum of `gains` (none below 0) over pairings of rows with columns, each used once at most. Rows and
    columns that no gain above 0 joins, by however many steps, do not touch, so each such part is paired by itself."""
    left = set(map(int, np.flatnonzero(gains.any(1))))
    best = 0.0
    while left:
        rows, columns = {min(left)}, set[int]()
        rim = set(rows)
        while rim:
            new = set(map(int, np.flatnonzero(gains[sorted(rim)].any(0)))) - columns
            columns |= new
            rim = set(map(int, np.flatnonzero(gains[:, sorted(new)].any(1)))) - rows
            rows |= rim
        left -= rows
        best += _pairing(gains[np.ix_(sorted(rows), sorted(columns))])
    return best


def _pairing(gains: NDArray[np.float64]) -> float:
    """The highest sum over pairings: the assignment problem (Kuhn 1955), row by row along the cheapest path that frees
    a column."""
    costs = -(gains if len(gains) <= gains.shape[1] else gains.T)
    rows, columns = costs.shape
    of_column = np.full(columns, -1)
    row_price, column_price = np.zeros(rows), np.zeros(columns)
    for new in range(rows):
        cheapest, came_from = np.full(columns, np.inf), np.full(columns, -1)
        done = np.zeros(columns, bool)
        row, column, spent = new, -1, 0.0
        while row >= 0:
            through = spent + costs[row] - row_price[row] - column_price
            better = ~done & (through < cheapest)
            cheapest[better], came_from[better] = through[better], column
            column = int(np.where(done, np.inf, cheapest).argmin())
            spent, done[column] = float(cheapest[column]), True
            row = int(of_column[column])
        row_price[of_column[done & (of_column >= 0)]] += (spent - cheapest)[done & (of_column >= 0)]
        row_price[new] += spent
        column_price[done] -= (spent - cheapest)[done]
        while column >= 0:
            before = int(came_from[column])
            of_column[column] = new if before < 0 else of_column[before]
            column = before
    paired = np.flatnonzero(of_column >= 0)
    return float(-costs[of_column[paired], paired].sum())
