"""Normalising: edges divided by how much the two actors say, so that the talkative do not fill the middle.

The first four are those of the Discourse Network Analyzer (Manual, 2018, section 2.4). Its "cosine" divides by the
product of the two totals, not of the two lengths; what is elsewhere called cosine similarity stands beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from pourparler.case.networks.referrals import Agreement


class Normalisation(StrEnum):
    """What the weight of an edge between two actors is divided by."""

    NONE = "none"
    AVERAGE = "average activity"
    JACCARD = "Jaccard"
    COSINE = "cosine"
    LENGTHS = "cosine of the profiles"


@dataclass(frozen=True, slots=True)
class Profile:
    """How often one actor refers to each concept in each sense; no cell is empty."""

    cells: Mapping[tuple[str, Agreement], int]

    @property
    def total(self) -> int:
        """All statements of the actor."""
        return sum(self.cells.values())

    @property
    def length(self) -> float:
        """The Euclidean length of the profile."""
        return sqrt(sum(count * count for count in self.cells.values()))


def divisor(how: Normalisation, one: Profile, other: Profile) -> float:
    """What the edge between two actors is divided by; never zero for actors who say something.

    - average activity: half the sum of the two totals
    - Jaccard: what only the one says, what only the other says, and the products of what both say, by concept and
      agreement
    - cosine: the product of the two totals
    - cosine of the profiles: the product of the two lengths
    """
    match how:
        case Normalisation.NONE:
            return 1.0
        case Normalisation.AVERAGE:
            return (one.total + other.total) / 2
        case Normalisation.JACCARD:
            alone = sum(count for cell, count in one.cells.items() if cell not in other.cells)
            apart = sum(count for cell, count in other.cells.items() if cell not in one.cells)
            both = sum(count * other.cells[cell] for cell, count in one.cells.items() if cell in other.cells)
            return float(alone + apart + both)
        case Normalisation.COSINE:
            return float(one.total * other.total)
        case Normalisation.LENGTHS:
            return one.length * other.length
