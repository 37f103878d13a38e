"""A network in a window of time: who agrees, disagrees or meets, drawn on a ground that every window shares."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import sqrt

from pourparler.core.vocabulary import ActorKind
from pourparler.faces.charts.board import ITEM, Item, flowed
from pourparler.faces.charts.chart import Caption, Chart, Grammar, Spec
from pourparler.faces.charts.ground import LEAST_RADIUS, MOST_RADIUS, Ground, Spot
from pourparler.faces.charts.links import inward
from pourparler.faces.charts.naming import LINE
from pourparler.faces.charts.network import SHAPE
from pourparler.faces.charts.palette import COLOURS, INK, OTHER, PAPER, colours
from pourparler.faces.charts.plain import layer, legend, plain
from pourparler.faces.charts.style import short
from pourparler.faces.wording.quoting import clip

MOST_STROKE = 9.0
"""Width in CSS pixels of the heaviest line of all windows."""

SMALL = (172, 116)
MARGIN = 8
FEW = 16
"""Size and margin of a small drawing in CSS pixels, and from how many nodes on these are dots."""


class Look(StrEnum):
    """How a line looks, by what it says; told by its dashes as well as by its colour."""

    AGREE = "agree"
    DISAGREE = "disagree"
    BOTH = "both"
    CONDITIONAL = "conditional"
    MET = "met"


STROKES: Mapping[Look, tuple[str, tuple[int, ...]]] = {
    Look.AGREE: (COLOURS[0], (1, 0)),
    Look.DISAGREE: (COLOURS[1], (7, 4)),
    Look.BOTH: (OTHER, (9, 3, 2, 3)),
    Look.CONDITIONAL: (OTHER, (2, 3)),
    Look.MET: (COLOURS[0], (1, 0)),
}
"""Colour and dashes (CSS pixels on and off) of a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two nodes by their keys: how it looks, its weight, what it says in words, and its page."""

    one: str
    other: str
    look: Look
    weight: float
    told: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """What a window shows: lines, and by key how much those who are there have of what is counted."""

    lines: Sequence[Line]
    there: Mapping[str, int]


def web(ground: Ground, window: Window, heaviest: float, caption: Caption, looks: Mapping[Look, str]) -> Chart | None:
    """One window, large: with names, links, and a legend of `looks`. `heaviest` is the weight of the widest line of all
    windows. None without nodes."""
    if not ground.spots:
        return None
    tint = _tints(ground)
    told, top = _legend(ground, tint, looks)
    width, height = ground.size
    layers = [
        *told,
        _lines(ground, window, heaviest, (1.0, top)),
        _nodes(ground, window, top),
        layer("text", [_name(spot, top) for spot in ground.spots.values()]),
    ]
    return Chart(caption, Grammar.VEGA, plain((width, height + top), layers), ground.left_out)


def small(ground: Ground, window: Window, heaviest: float, caption: Caption) -> Chart | None:
    """The same window, small: without names, links and legend, everything where it stands in the large one."""
    if not ground.spots:
        return None
    left, high, right, low = ground.extent
    across = min(1.0, (SMALL[0] - 2 * MARGIN) / max(1.0, right - left))
    down = min(1.0, (SMALL[1] - 2 * MARGIN) / max(1.0, low - high))
    middle = (left + right) / 2, (high + low) / 2
    spots = {
        key: replace(spot, x=SMALL[0] / 2 + across * (spot.x - middle[0]), y=SMALL[1] / 2 + down * (spot.y - middle[1]))
        for key, spot in ground.spots.items()
    }
    little = Ground(SMALL, spots)
    share = 0.45 if len(spots) < FEW else 0.22
    rows = [_dot(spot, window.there.get(key, 0)) for key, spot in spots.items()]
    rows = [{**row, "size": max(18.0, round(row["size"] * share**2, 1)), "strokeWidth": 1} for row in rows]
    layers = [_lines(little, window, heaviest, (0.45, 0.0), linked=False), layer("symbol", rows)]
    return Chart(caption, Grammar.VEGA, plain(SMALL, layers))


def _lines(ground: Ground, window: Window, heaviest: float, way: tuple[float, float], linked: bool = True) -> Spec:
    """The lines between nodes that the ground has, the lightest on top; `way` is their share of the full width and
    how far down they are moved."""
    rows = []
    for one in sorted(window.lines, key=lambda line: (-abs(line.weight), line.one, line.other)):
        start, end = ground.spots.get(one.one), ground.spots.get(one.other)
        if start is None or end is None:
            continue
        colour, dashes = STROKES[one.look]
        full = MOST_STROKE * min(1.0, abs(one.weight) / (heaviest or 1.0))
        row = {
            "x": start.x,
            "y": start.y + way[1],
            "x2": end.x,
            "y2": end.y + way[1],
            "stroke": colour,
            "strokeDash": list(dashes),
            "strokeWidth": round(max(1.8, full) * way[0], 2),
            "strokeOpacity": 0.85,
        }
        rows.append({**row, "words": clip(one.told, 300), "link": inward(one.href)} if linked else row)
    return layer("rule", rows)


def _dot(spot: Spot, times: int) -> Spec:
    """A node as large as what it has in this window; hollow and of the least size where it has nothing."""
    radius = max(LEAST_RADIUS, MOST_RADIUS * sqrt(times / max(1, spot.node.most)))
    fill = spot.node.fill or OTHER
    return {
        "x": spot.x,
        "y": spot.y,
        "size": round(4 * radius**2 * (1.0 if times else 0.6), 1),
        "shape": spot.node.shape,
        "fill": fill if times else PAPER,
        "stroke": PAPER if times else OTHER,
        "strokeWidth": 1.5,
        "strokeOpacity": 1.0 if times else 0.6,
    }


def _nodes(ground: Ground, window: Window, top: float) -> Spec:
    rows = []
    for key, spot in ground.spots.items():
        times = window.there.get(key, 0)
        row = _dot(spot, times)
        about = ", ".join(filter(None, (clip(spot.node.about, 80), spot.node.count(times))))
        told = f"{clip(spot.node.name, 80)} ({about})"
        rows.append({**row, "y": spot.y + top, "words": told, "link": inward(spot.node.href)})
    return layer("symbol", rows)


def _name(spot: Spot, top: float) -> Spec:
    return {
        "x": spot.name_x,
        "y": spot.name_y + top,
        "align": spot.align,
        "text": list(spot.lines),
        "lineHeight": LINE,
        "fill": INK,
        "stroke": PAPER,
        "strokeWidth": 3,
        "strokeJoin": "round",
    }


def _tints(ground: Ground) -> dict[str, str]:
    return {spot.node.party: spot.node.fill for spot in ground.spots.values() if spot.node.party and spot.node.fill}


def _legend(ground: Ground, tint: Mapping[str, str], looks: Mapping[Look, str]) -> tuple[list[Spec], float]:
    """The legend: how lines look, kinds of actors by shape where there are several, parties by colour."""
    width = ground.size[0]
    lines = [Item(words, "stroke", PAPER, STROKES[look][0]) for look, words in looks.items()]
    marks, words = [], []
    top = 0.0
    for (x, y), item, look in zip(flowed(lines, width - 16), lines, looks, strict=True):
        row = y + ITEM / 2 + 4
        top = y + ITEM + 10
        marks.append({"x": x, "x2": x + 21, "y": row, "y2": row, "stroke": STROKES[look][0], "strokeWidth": 3.0,
                      "strokeDash": list(STROKES[look][1])})  # fmt: skip
        words.append({"x": x + 27, "y": row, "text": item.words, "baseline": "middle", "fill": INK})
    kinds = [kind for kind in ActorKind if any(spot.node.shape == SHAPE[kind] for spot in ground.spots.values())]
    items = [Item(kind.value, SHAPE[kind], PAPER, INK) for kind in kinds] if len(kinds) > 1 and not tint else []
    items += [Item(short(party, 30), "circle", colour, PAPER) for party, colour in sorted(tint.items())]
    if tint and any(not spot.node.fill for spot in ground.spots.values()):
        items.append(Item("other or no party", "circle", OTHER, PAPER))
    more, height = legend(items, width)
    moved = [{**one, "rows": [{**row, "y": row["y"] + top} for row in one["rows"]]} for one in more]
    return [layer("rule", marks), layer("text", words), *moved], top + height


def tints(parties: Sequence[str]) -> dict[str, str]:
    """A colour for each of the parties, as many as there are colours, by the order given."""
    return colours(parties[: len(COLOURS)])
