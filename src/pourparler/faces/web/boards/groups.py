"""Open moves put together by what they are open because of, so that a list shows the words of each reason once."""

from collections.abc import Sequence
from dataclasses import dataclass

from pourparler.case.options.moves import Proposal
from pourparler.core.evidence import Evidence

MOST_QUOTED = 2
"""Quotations that a reason shows; its entries have all."""


@dataclass(frozen=True, slots=True)
class Group:
    """Moves that are open because of the same entries, with some of their words."""

    moves: tuple[Proposal, ...]
    places: tuple[Evidence, ...]


def grouped(moves: Sequence[Proposal]) -> list[Group]:
    """The groups, in the order of their first moves."""
    by: dict[tuple[str, ...], list[Proposal]] = {}
    for one in moves:
        by.setdefault(one.entries, []).append(one)
    return [Group(tuple(these), these[0].places[:MOST_QUOTED]) for these in by.values()]
