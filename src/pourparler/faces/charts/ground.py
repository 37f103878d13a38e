"""The ground of a network: where each node and its name stand, worked out once on all of time and kept in every window.

Actors stand where distances follow the steps between them (`forces`); actors with issues stand in two columns, each
where the others that it has to do with are near. The same input gives the same places.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from pourparler.faces.charts.chart import WIDTH
from pourparler.faces.charts.naming import LINE, Dot, beside
from pourparler.faces.charts.style import TEXT, in_pixels, short, wrapped
from pourparler.faces.wording.names import some

LEAST_RADIUS, MOST_RADIUS = 5.0, 16.0
MOST_NODES = 40
"""Radii in CSS pixels of nodes that have the least and the most, and how many nodes are drawn."""

ROUNDS = 12
"""Rounds of ordering two columns by the means of each other; both stand still after six or seven with thirty rows."""

GAP = 14
"""CSS pixels between the names of one column."""


@dataclass(frozen=True, slots=True)
class Node:
    """An actor or an issue: its key, which no other node has, its name, how much it has of what is counted over all of
    time and how much the one that has the most, what that is called, its shape, what it is, the party it speaks for,
    the colour of that (none: empty), and its page."""

    key: str
    name: str
    times: int
    most: int
    noun: str = "statement"
    shape: str = "circle"
    about: str = ""
    party: str = ""
    fill: str = ""
    href: str = ""

    def count(self, times: int) -> str:
        """A number of what is counted, in words."""
        return some(times, self.noun)


@dataclass(frozen=True, slots=True)
class Spot:
    """A node in its place, CSS pixels from left and top, its radius with all that it has, and its name in `lines`, the
    first at (`name_x`, `name_y`)."""

    node: Node
    x: float
    y: float
    radius: float
    lines: tuple[str, ...]
    name_x: float = 0.0
    name_y: float = 0.0
    align: str = "left"


@dataclass(frozen=True, slots=True)
class Ground:
    """Places by the key of the node, the size of it all, and in words what found no room."""

    size: tuple[float, float]
    spots: Mapping[str, Spot]
    left_out: tuple[str, ...] = ()

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """Left, top, right and foot of what the nodes take, without their names."""
        spots = self.spots.values()
        return (
            min(one.x - one.radius for one in spots),
            min(one.y - one.radius for one in spots),
            max(one.x + one.radius for one in spots),
            max(one.y + one.radius for one in spots),
        )


def round_ground(nodes: Sequence[Node], ties: Sequence[tuple[str, str]], width: int = WIDTH) -> Ground:
    """A ground for nodes that are all of one sort, the forty that have the most; `ties` are pairs of keys."""
    from pourparler.faces.charts.forces import Frame, places

    shown, left = _most(nodes, MOST_NODES, "actor")
    if not shown:
        return Ground((width, 0), {}, left)
    at = {node.key: i for i, node in enumerate(shown)}
    pairs = sorted({(at[one], at[other]) for one, other in ties if one in at and other in at and one != other})
    radii = [_radius(node) for node in shown]
    height = 130 + 34 * min(len(shown), 10) + 9 * max(0, len(shown) - 10)
    spots = places(len(shown), pairs, radii, Frame(width, height, 90, 30))
    lines = [wrapped(short(node.name, 44), 20, 2) for node in shown]
    dots = [Dot(x, y, radius, told) for (x, y), radius, told in zip(spots, radii, lines, strict=True)]
    order = sorted(range(len(dots)), key=lambda i: (-dots[i].radius, i))
    rank = {i: place for place, i in enumerate(order)}
    names = beside([dots[i] for i in order], [(rank[a], rank[b]) for a, b in pairs], width, height)
    found = {}
    for i, dot in enumerate(dots):
        name = names[rank[i]]
        found[shown[i].key] = Spot(shown[i], dot.x, dot.y, dot.radius, dot.lines, name.x, name.y, name.align)
    return Ground((width, height), found, left)


def column_ground(
    actors: Sequence[Node], issues: Sequence[Node], ties: Sequence[tuple[str, str]], width: int = WIDTH
) -> Ground:
    """A ground of two columns, actors on the left, forty of each at most; `ties` are pairs of an actor's key and an
    issue's."""
    left, few = _most(actors, MOST_NODES, "actor")
    right, fewer = _most(issues, MOST_NODES, "issue")
    if not left or not right:
        return Ground((width, 0), {}, (*few, *fewer))
    by_key = {node.key: node for node in (*left, *right)}
    sides = {node.key for node in left}, {node.key for node in right}
    kept = [(one, other) for one, other in ties if one in sides[0] and other in sides[1]]
    columns = _untangled([node.key for node in left], [node.key for node in right], kept)
    lines = {node.key: wrapped(short(node.name, 64), wide, 2) for nodes, wide in ((left, 24), (right, 34))
             for node in nodes}  # fmt: skip
    height = max(_height(columns[0], lines), _height(columns[1], lines))
    room = [max(in_pixels(line) for key in column for line in lines[key]) for column in columns]
    across = room[0] + MOST_RADIUS + 12, width - room[1] - MOST_RADIUS - 12
    found: dict[str, Spot] = {}
    for side, column in enumerate(columns):
        step = (height - 2 * GAP) / len(column)
        away, align = ((MOST_RADIUS + 5), "left") if side else (-(MOST_RADIUS + 5), "right")
        for place, key in enumerate(column):
            y = GAP + step * (place + 0.5)
            first = y - LINE * (len(lines[key]) - 1) / 2 + TEXT / 3
            node = by_key[key]
            found[key] = Spot(node, across[side], y, _radius(node), lines[key], across[side] + away, first, align)
    return Ground((width, height), found, (*few, *fewer))


def _most(nodes: Sequence[Node], number: int, noun: str) -> tuple[list[Node], tuple[str, ...]]:
    """The nodes that have the most, by name, and in words how many have less."""
    ranked = sorted(nodes, key=lambda one: (-one.times, one.name))
    more = len(nodes) - number
    return sorted(ranked[:number], key=lambda one: one.name), (f"{some(more, noun)} not drawn",) if more > 0 else ()


def _radius(node: Node) -> float:
    return max(LEAST_RADIUS, MOST_RADIUS * sqrt(node.times / max(1, node.most)))


def _height(names: Sequence[str], lines: Mapping[str, tuple[str, ...]]) -> float:
    """Room for a column: every name in two lines where any takes two."""
    rows = max(len(lines[name]) for name in names)
    return 2 * GAP + len(names) * max(LINE * rows + GAP / 2, 30)


def _untangled(
    left: Sequence[str], right: Sequence[str], ties: Sequence[tuple[str, str]]
) -> tuple[list[str], list[str]]:
    """Both columns in an order in which lines cross seldom: each by the mean place of those it is tied to, in turn."""
    near: dict[str, list[str]] = {}
    for one, other in sorted(set(ties)):
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)
    actors, issues = list(left), list(right)
    for _ in range(ROUNDS):
        issues = _by_mean(issues, near, actors)
        actors = _by_mean(actors, near, issues)
    return actors, issues


def _by_mean(keys: list[str], near: Mapping[str, list[str]], others: Sequence[str]) -> list[str]:
    at = {key: (place + 0.5) / len(others) for place, key in enumerate(others)}

    def mean(key: str) -> float:
        found = [at[one] for one in near.get(key, ())]
        return sum(found) / len(found) if found else 1.0

    return sorted(keys, key=lambda key: (mean(key), key))
