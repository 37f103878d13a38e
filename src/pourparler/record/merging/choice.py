"""Choosing one value out of what several accounts give, the same whatever order they come in."""

from collections import Counter
from collections.abc import Hashable, Iterable
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

_LEADING_ON = frozenset(
    "of on in for to with between about over from by at under against into onto upon within through during until and "
    "or but the a an its their his her our this that these those which who whose as than".split()
)
"""Words that no noun phrase ends with: prepositions, articles and what stands for them, conjunctions."""

_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())


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


def whole(title: str) -> str:
    """A title without what a reader cut short at its end: words that only lead on, and a number after one of them.

    `truce of two` (to three days) is a truce; `phase two` and `Protocol 12` are left alone.
    """
    words = title.split()
    while len(words) > 1:
        plain = words[-1].casefold()
        if plain in _LEADING_ON or (plain in _NUMBERS and words[-2].casefold() in _LEADING_ON):
            words.pop()
        else:
            break
    return " ".join(words)
