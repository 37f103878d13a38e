"""Places in a list as numbers with room between them, so that what comes in later needs no others to move."""

from collections.abc import Hashable, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

K = TypeVar("K", bound=Hashable)

STEP = 4_096
"""How far apart numbers are given: twelve times something may come between two before there is no room."""

RANGE = 1 << 32
"""Numbers that one list has; with more than a million rows they stand closer than STEP."""


class Crowded(Exception):
    """There is no room left between two numbers: everything is to be numbered anew."""


def numbered(ordered: Sequence[K], kept: Mapping[K, int], first: int = 0) -> dict[K, int]:
    """A number for each, ascending in their order and all in the RANGE from `first` on; those `kept` keep theirs.

    The numbers kept must ascend in the order given. Raises Crowded where others do not fit between them.
    """
    found: dict[K, int] = {}
    last = first
    runs = [(known, list(run)) for known, run in groupby(ordered, key=lambda one: one in kept)]
    for place, (known, run) in enumerate(runs):
        if known:
            found |= {one: kept[one] for one in run}
            last = kept[run[-1]]
            continue
        following = kept[runs[place + 1][1][0]] if place + 1 < len(runs) else first + RANGE
        step = min(STEP, (following - last) // (len(run) + 1))
        if step < 1:
            raise Crowded
        for one in run:
            last += step
            found[one] = last
    return found
