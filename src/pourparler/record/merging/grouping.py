"""What comes of grouping the parts of one component: entries, and what the merge would ask a person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pourparler.core.account import Account

P = TypeVar("P")

Apart = Mapping[str, frozenset[str]]
"""By account id, the accounts that a person has said are not of its entry."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two accounts that were, or were not, put together with little to say for it.

    `score` is how far from the border between the two, below it where they were kept apart; `traits` are what was
    weighed.
    """

    one: Account
    other: Account
    score: float
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouped(Generic[P]):
    """The parts of each entry, in the order of the parts, and what was in doubt."""

    groups: Sequence[Sequence[P]]
    doubts: Sequence[Doubt] = ()


def are_apart(one: Iterable[Account], other: Iterable[Account], apart: Apart) -> bool:
    """True when a person has said of an account of the one that it is not of the entry of one of the other."""
    if not apart:
        return False
    theirs = {account.id for account in other}
    return any(not theirs.isdisjoint(apart.get(account.id, ())) for account in one)
