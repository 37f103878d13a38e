"""Choosing one value out of what several accounts give, the same whatever order they come in."""

from collections import Counter
from collections.abc import Hashable, Iterable
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def commonest(values: Iterable[T]) -> T | None:
    """The value given most often; the first given among equals (callers sort); None for none."""
    counts = Counter(values)
    return max(counts, key=lambda value: counts[value]) if counts else None


def last(values: Iterable[T | None]) -> T | None:
    """The value that is given last, of those that are given; None for none."""
    given = [value for value in values if value is not None]
    return given[-1] if given else None


def union(groups: Iterable[Iterable[T]]) -> tuple[T, ...]:
    """Every value once, in the order in which it is first given."""
    return tuple(dict.fromkeys(value for group in groups for value in group))
