"""Fits the weights by which accounts are merged: for each kind of entry a logistic score over named traits.

Every pair of parts of one negotiation is an example; whether they are of one entry stands in its links.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, TypeVar

import numpy as np

from pourparler.core.account import Account
from pourparler.record.merging import conditions, document, instruments, positions, saying
from pourparler.record.merging.background import Background
from pourparler.record.merging.weights import BASE, Weights
from pourparler.record.view import ground
from training.corpus.holdings import Member, clusters, hold
from training.corpus.negotiation import Negotiation
from training.corpus.readings import annotated

P = TypeVar("P")
Example = tuple[tuple[str, ...], bool]

RIDGE = 6.0
"""Weight of the squared weights: the more, the nearer to nothing a trait stays that is rarely seen. Set by leaving out
one train negotiation at a time: 2 and 6 merge equally well, 6 leaves less to chance."""

_STEPS = 50
_SMALL = 1e-6
_AT_ONCE = 8192
"""Examples that are held as numbers of 64 bits at once."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How the parts of one kind of entry are made and compared; `letter` is that of its records."""

    name: str
    letter: str
    parts: Callable[[Sequence[Account], Background], Sequence[Any]]
    accounts: Callable[[Any], Sequence[Account]]
    compare: Callable[[Any, Any], Collection[str] | None]


KINDS = (
    Kind("position", "P", positions.parts_of, lambda told: (told.account,), saying.stance_traits),
    Kind("condition", "C", conditions.parts_of, lambda told: (told.account,), saying.condition_traits),
    Kind("instrument", "I", instruments.parts_of, lambda told: told.accounts, document.traits),
)


def examples(found: Negotiation, kind: Kind) -> list[Example]:
    """The traits of every pair of parts that can be compared, and whether the links have them as one entry."""
    holdings, members = hold(found.name, annotated(found))
    accounts, background = ground(holdings)
    gold = clusters(found, kind.letter)
    told = [account for account in accounts if account.kind.value == kind.name]
    parts: dict[Member, Any] = {}
    for part in kind.parts(told, background):
        own = [members[account.id] for account in kind.accounts(part) if members[account.id] in gold]
        if own:
            parts.setdefault(own[0], part)
    pairs = []
    for one, other in combinations(parts, 2):
        traits = kind.compare(parts[one], parts[other])
        if traits is not None:
            pairs.append((tuple(traits), gold[one] == gold[other]))
    return pairs


def fit(pairs: Sequence[Example], ridge: float = RIDGE) -> Weights:
    """The weights under which the examples are most likely, by Newton's method."""
    names = sorted({trait for traits, _ in pairs for trait in traits})
    place = {name: index for index, name in enumerate(names)}
    seen = np.zeros((len(pairs), len(names) + 1), np.uint8)
    seen[:, -1] = 1
    for row, (traits, _) in enumerate(pairs):
        seen[row, [place[trait] for trait in traits]] = 1
    right = np.array([same for _, same in pairs], dtype=float)
    penalty = np.append(np.full(len(names), ridge), _SMALL)
    weights = np.zeros(len(names) + 1)
    for _ in range(_STEPS):
        slope, bend = penalty * weights, np.diag(penalty)
        for first in range(0, len(pairs), _AT_ONCE):
            these = seen[first : first + _AT_ONCE].astype(float)
            chance = 1.0 / (1.0 + np.exp(-these @ weights))
            slope += these.T @ (chance - right[first : first + _AT_ONCE])
            bend += (these * (chance * (1.0 - chance))[:, None]).T @ these
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < _SMALL:
            break
    return Weights(float(weights[-1]), dict(zip(names, map(float, weights), strict=False)))


def rows(negotiations: Sequence[Negotiation]) -> list[str]:
    """The lines of the weights' file, fitted on these negotiations."""
    lines = ["kind,trait,weight"]
    for kind in KINDS:
        found = fit([pair for one in negotiations for pair in examples(one, kind)])
        lines.append(f"{kind.name},{BASE},{found.base:.2f}")
        lines += [f'{kind.name},"{trait}",{weight:.2f}' for trait, weight in sorted(found.of.items())]
    return lines
