"""Where the names of nodes stand: beside their node, on the side where they cover the least."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pourparler.faces.charts.style import TEXT, in_pixels

LINE = TEXT + 2


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its lines: where the first one stands (baseline), how it is aligned, and the box of them all."""

    x: float
    y: float
    align: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Dot:
    """A node on paper, with the lines of its name."""

    x: float
    y: float
    radius: float
    lines: tuple[str, ...]


def beside(dots: Sequence[Dot], ways: Sequence[tuple[int, int]], width: float, height: float) -> list[Name]:
    """A place for each dot's name, chosen in the order of the dots; `ways` are lines between dots to keep clear of."""
    taken = [(dot.x - dot.radius, dot.y - dot.radius, dot.x + dot.radius, dot.y + dot.radius) for dot in dots]
    points = sorted(point for one, other in ways for point in _along(dots[one], dots[other]))
    names: list[Name] = []
    for at, dot in enumerate(dots):
        others = taken[:at] + taken[at + 1 :] + [name.box for name in names]
        names.append(min(_choices(dot), key=lambda one: _cost(one.box, others, points, (width, height))))
    return names


def _choices(dot: Dot) -> list[Name]:
    """The places around a dot, the most usual first: right, left, below, above, and the corners."""
    wide = max(map(in_pixels, dot.lines))
    high = LINE * len(dot.lines)
    gap = dot.radius + 5
    corner = dot.radius * 0.7 + 4
    spots = [
        ("left", dot.x + gap, dot.y - high / 2),
        ("right", dot.x - gap, dot.y - high / 2),
        ("center", dot.x, dot.y + gap),
        ("center", dot.x, dot.y - gap - high),
        ("left", dot.x + corner, dot.y + corner - 4),
        ("left", dot.x + corner, dot.y - corner - high + 4),
        ("right", dot.x - corner, dot.y + corner - 4),
        ("right", dot.x - corner, dot.y - corner - high + 4),
    ]
    shift = {"left": 0.0, "right": -wide, "center": -wide / 2}
    return [
        Name(x, top + TEXT - 1, align, (x + shift[align], top, x + shift[align] + wide, top + high))
        for align, x, top in spots
    ]


def _cost(
    box: tuple[float, float, float, float],
    others: list[tuple[float, float, float, float]],
    points: list[tuple[float, float]],
    size: tuple[float, float],
) -> float:
    """How much a name covers: area shared with dots and names, a little for each line it lies on, much for the edge.
    Points come from left to right."""
    left, top, right, foot = box
    shared = sum(
        max(0.0, min(right, b[2]) - max(left, b[0])) * max(0.0, min(foot, b[3]) - max(top, b[1])) for b in others
    )
    near = points[bisect_right(points, left, key=_across) : bisect_left(points, right, key=_across)]
    crossed = sum(top < y < foot for _, y in near)
    outside = max(0, -left) + max(0, right - size[0]) + max(0, -top) + max(0, foot - size[1])
    return shared * 4 + crossed * 6 + outside * 400


def _across(point: tuple[float, float]) -> float:
    return point[0]


def _along(one: Dot, other: Dot) -> list[tuple[float, float]]:
    """Points every twelve pixels along the line between two dots."""
    steps = int(max(abs(one.x - other.x), abs(one.y - other.y)) // 12) + 1
    return [(one.x + (other.x - one.x) * i / steps, one.y + (other.y - one.y) * i / steps) for i in range(1, steps)]
