"""A board: named rows along a time axis, with a legend in words above them. Lanes and movement stand on one."""

from collections.abc import Sequence
from dataclasses import dataclass

from pourparler.faces.charts.chart import Spec
from pourparler.faces.charts.palette import INK
from pourparler.faces.charts.periods import Period, ends, time_axis
from pourparler.faces.charts.style import CONFIG, END, FAINT, TEXT, VEGA_LITE, in_pixels, plane, wrapped

LETTERS = 22
"""Longest line of a row's name; a name takes two lines at most."""

ITEM = 20
"""Height of one line of a legend in CSS pixels."""

RIGHT, BOTTOM = 28, 40
"""Room for half a day's name beside the axis, and for days and years below it, in CSS pixels."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a legend: its words, and the mark that they explain."""

    words: str
    shape: str
    fill: str
    stroke: str

    @property
    def drawn(self) -> Spec:
        """The mark as the fields that `MARKED` reads."""
        return {"shape": self.shape, "fill": self.fill, "stroke": self.stroke}


MARKED: Spec = {channel: {"field": channel, "scale": None, "legend": None} for channel in ("shape", "fill", "stroke")}
"""Encodings of a mark whose shape and colours stand in its row."""


@dataclass(frozen=True, slots=True)
class Board:
    """What stands where: `tops` is where each row begins and the last one ends, in CSS pixels below the legend."""

    width: float
    frame: Period
    names: tuple[str, ...]
    tops: tuple[float, ...]
    items: tuple[Item, ...]

    @property
    def left(self) -> float:
        """Room for the names of the rows, in CSS pixels."""
        return room(self.names)

    @property
    def inner(self) -> float:
        """Width of the time axis in CSS pixels."""
        return self.width - self.left - RIGHT

    @property
    def y(self) -> Spec:
        """The encoding of a height in the field `a`."""
        return {"field": "a", **plane(self.tops[-1], _height(self.items, self.inner))}


def room(names: Sequence[str]) -> float:
    """Room that the names of rows take, in CSS pixels."""
    return max(in_pixels(line) for name in names for line in wrapped(name, LETTERS, 2)) + 14


def spec_of(board: Board, layers: list[Spec]) -> Spec:
    """The spec of a board with `layers` drawn on its rows."""
    return {
        "$schema": VEGA_LITE,
        "width": board.inner,
        "height": board.tops[-1] + _height(board.items, board.inner),
        "autosize": "none",
        "padding": {"left": board.left, "right": RIGHT, "top": 4, "bottom": BOTTOM},
        "config": CONFIG,
        "layer": [_lines(board), _names(board), *layers, *_legend(board)],
        "encoding": {"x": time_axis(board.frame)},
    }


def _lines(board: Board) -> Spec:
    """A thin line below each row."""
    start, end = ends(board.frame)
    return {
        "data": {"values": [{"s": start, "e": end, "a": top} for top in board.tops[1:]]},
        "mark": {"type": "rule", "color": INK, "strokeOpacity": FAINT},
        "encoding": {"x": {"field": "s"}, "x2": END, "y": board.y},
    }


def _names(board: Board) -> Spec:
    """The rows' names on their left, in the middle of each."""
    values = []
    for at, name in enumerate(board.names):
        lines = wrapped(name, LETTERS, 2)
        middle = (board.tops[at] + board.tops[at + 1]) / 2
        values += [
            {"a": middle + (i - (len(lines) - 1) / 2) * (TEXT + 2), "words": line} for i, line in enumerate(lines)
        ]
    return {
        "data": {"values": values},
        "mark": {"type": "text", "align": "right", "baseline": "middle"},
        "encoding": {"x": {"value": -8}, "y": board.y, "text": {"field": "words"}},
    }


def _legend(board: Board) -> list[Spec]:
    """The legend above the rows: marks, and their words beside them."""
    start, end = ends(board.frame)
    height = _height(board.items, board.inner)
    values = [
        {
            "s": start + (x + 6) / board.inner * (end - start),
            "a": y + ITEM / 2 - height,
            "words": item.words,
            **item.drawn,
        }
        for (x, y), item in zip(flowed(board.items, board.inner), board.items, strict=True)
    ]
    place = {"x": {"field": "s"}, "y": board.y}
    mark = {"type": "point", "size": 100, "strokeWidth": 1.75, "opacity": 1}
    words = {"type": "text", "align": "left", "baseline": "middle", "dx": 11}
    return [
        {"data": {"values": values}, "mark": mark, "encoding": {**place, **MARKED}},
        {"data": {"values": values}, "mark": words, "encoding": {**place, "text": {"field": "words"}}},
    ]


def flowed(items: Sequence[Item], width: float) -> list[tuple[float, float]]:
    """Where the items of a legend stand in lines at most `width` wide: left and top of each, in CSS pixels."""
    places: list[tuple[float, float]] = []
    x = y = 0.0
    for item in items:
        wide = in_pixels(item.words) + 18 + 16
        if x and x + wide > width:
            x, y = 0.0, y + ITEM
        places.append((x, y))
        x += wide
    return places


def _height(items: Sequence[Item], width: float) -> float:
    """What a legend takes above the rows, in CSS pixels."""
    return flowed(items, width)[-1][1] + ITEM + 8 if items else 0
