"""The lines of arrows between boxes in layers: curves that lead forward, and dashed ways round that lead back."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from pourparler.faces.charts.layers import Arrow, Layout

BOX, ALLEY = 176.0, 156.0
"""Width of a box and of the alley between two layers, in CSS pixels; a party's name of 20 letters stands in it."""

LANE = 24.0
"""Room of one way round below all boxes, in CSS pixels: the height of its tag and a little."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box on paper: its words whole and in lines, its left edge, its middle and its height in CSS pixels."""

    words: str
    lines: tuple[str, ...]
    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Way:
    """An arrow on paper: its path, where its head and its tag stand, the alley of the tag (below all boxes: -1), and
    whether it leads back."""

    path: str
    head: tuple[float, float]
    tag: tuple[float, float]
    alley: int
    back: bool


def routed(
    boxes: Sequence[Box], layout: Layout, arrows: Sequence[Arrow], foot: float, alley: float = ALLEY
) -> dict[Arrow, Way]:
    """The way of each arrow; those that lead back pass below `foot`, each in a lane of its own. `alley` is the room
    between two layers."""
    out, into = _ports(boxes, layout, arrows)
    left = boxes[0].x - layout.layer[0] * (BOX + alley)
    ways: dict[Arrow, Way] = {}
    for arrow in arrows:
        start = (boxes[arrow[0]].x + BOX, out[arrow])
        end = (boxes[arrow[1]].x, into[arrow])
        if arrow in layout.back:
            lane = sum(way.back for way in ways.values())
            ways[arrow] = _round(start, end, foot + LANE * (lane + 0.7), 9 + 7 * lane)
            continue
        stops = [start]
        for layer, middle in layout.bends[arrow]:
            x, y = left + layer * (BOX + alley), middle + foot - layout.height
            stops += [(x, y), (x + BOX, y)]
        stops.append(end)
        tag = (start[0] + alley / 2, (start[1] + stops[1][1]) / 2)
        ways[arrow] = Way(_curve(stops), end, tag, layout.layer[arrow[0]], False)
    return ways


def _ports(
    boxes: Sequence[Box], layout: Layout, arrows: Sequence[Arrow]
) -> tuple[dict[Arrow, float], dict[Arrow, float]]:
    """How far down each arrow leaves its box and enters the next: spread over the edge in the order of where
    its line comes from or goes to; lines that lead back are the lowest."""
    leaving: dict[int, list[Arrow]] = defaultdict(list)
    entering: dict[int, list[Arrow]] = defaultdict(list)
    for arrow in arrows:
        leaving[arrow[0]].append(arrow)
        entering[arrow[1]].append(arrow)
    sides = []
    for groups, far in ((leaving, 1), (entering, 0)):
        at: dict[Arrow, float] = {}
        for box, group in groups.items():
            group.sort(key=lambda arrow: (_towards(boxes, layout, arrow, far), arrow))
            for i, arrow in enumerate(group):
                at[arrow] = boxes[box].y + boxes[box].height * ((i + 1) / (len(group) + 1) - 0.5)
        sides.append(at)
    return sides[0], sides[1]


def _towards(boxes: Sequence[Box], layout: Layout, arrow: Arrow, far: int) -> float:
    """How far down a line goes first as it leaves a box (`far` 1), or comes from as it enters one (`far` 0)."""
    if arrow in layout.back:
        return inf
    bends = layout.bends[arrow]
    shift = boxes[0].y - layout.middle[0]
    return bends[0 if far else -1][1] + shift if bends else boxes[arrow[far]].y


def _curve(stops: Sequence[tuple[float, float]]) -> str:
    """A smooth line through alleys, level through the layers that it only passes."""
    path = f"M{stops[0][0]:.1f},{stops[0][1]:.1f}"
    for i, (one, other) in enumerate(pairwise(stops)):
        half = (one[0] + other[0]) / 2
        bend = f"C{half:.1f},{one[1]:.1f} {half:.1f},{other[1]:.1f} " if i % 2 == 0 else "L"
        path += f"{bend}{other[0]:.1f},{other[1]:.1f}"
    return path


def _round(start: tuple[float, float], end: tuple[float, float], foot: float, out: float) -> Way:
    """A way round: out to the right, down, back below all boxes, up, and in from the left."""
    right, left = start[0] + out, end[0] - out - 6
    path = f"M{start[0]:.1f},{start[1]:.1f}H{right:.1f}V{foot:.1f}H{left:.1f}V{end[1]:.1f}H{end[0]:.1f}"
    return Way(path, end, ((right + left) / 2, foot), -1, True)
