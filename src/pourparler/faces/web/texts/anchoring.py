"""Places in the text of a report that links lead to by a fragment alone, as the pages of a copy in files do."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pourparler.core.evidence import Span


@dataclass(frozen=True, slots=True)
class Anchors:
    """The ids of the places that begin at each offset, the longest first, and how many end at each."""

    opening: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    closing: Mapping[int, int] = field(default_factory=dict)

    @property
    def places(self) -> frozenset[int]:
        """All offsets at which a text that has them must be cut."""
        return frozenset((*self.opening, *self.closing))


def anchored(spans: Iterable[tuple[int, int]], not_news: Iterable[Span] = ()) -> Anchors:
    """Places that nest, for spans that may overlap: of two that do, the later one ends where the earlier one ends.

    A place ends at a border of what is no news, too, as that is marked by itself. Its id keeps the whole span.
    """
    borders = sorted({place for one in not_news for place in (one.start, one.end)})
    opening: dict[int, list[str]] = {}
    closing: Counter[int] = Counter()
    ends: list[int] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        while ends and ends[-1] <= start:
            ends.pop()
        following = bisect_right(borders, start)
        last = min([end, *ends[-1:], *borders[following : following + 1]])
        opening.setdefault(start, []).append(anchor(start, end))
        closing[last] += 1
        ends.append(last)
    return Anchors({start: tuple(names) for start, names in opening.items()}, closing)


def anchor(start: int, end: int) -> str:
    """The id of a span in the page of its report."""
    return f"w{start}-{end}"
