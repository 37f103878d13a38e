"""The direction of an expression: what its clause says, checked against the days it came to."""

from datetime import date

from pourparler.core.moment import Direction, When
from pourparler.text.dates.verbgroup import Tense


def direction(looks: Tense, when: When | None, counted: date | None, published: date | None) -> Direction:
    """Past, coming or open; `counted` is the day it is counted from, `published` that of the report."""
    if when is None or (when.start is None and when.end is None) or counted is None:
        return {Tense.PAST: Direction.PAST, Tense.COMING: Direction.COMING}.get(looks, Direction.OPEN)
    gone = when.end is not None and when.end < counted
    ahead = when.start is not None and when.start > counted
    if looks is Tense.COMING:
        return Direction.PAST if gone else Direction.COMING
    if looks is Tense.PAST:
        return Direction.COMING if ahead else Direction.PAST
    if gone or (when.end == counted and when.start != counted):
        return Direction.PAST
    if ahead or looks is Tense.PLANNED or when.end is None:
        return Direction.COMING
    if published is not None and when.end < published:
        return Direction.PAST
    return Direction.OPEN
