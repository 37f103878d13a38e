"""How every chart looks: thin lines, the text's own colour, no ground, no ornament."""

from typing import Any

from pourparler.faces.charts.chart import Spec
from pourparler.faces.charts.palette import INK
from pourparler.faces.wording.quoting import visible

VEGA_LITE = "https://vega.github.io/schema/vega-lite/v5.json"
VEGA = "https://vega.github.io/schema/vega/v5.json"
"""Names of the two languages; nothing is fetched from there."""

TEXT = 12
"""Size of words in CSS pixels; charts are shown at their own size and scroll rather than shrink."""

LETTER = 0.58
"""Mean width of a letter as a share of its size: a sans-serif's lower case measures 0.50 to 0.58 (DejaVu the widest).
Used to leave room, never to place exactly."""

FAINT = 0.18
"""Opacity of grid lines."""

CONFIG: Spec = {
    "background": None,
    "aria": False,
    "font": "sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK, "titleColor": INK, "domainColor": INK, "tickColor": INK, "gridColor": INK,
        "labelFontSize": TEXT, "titleFontSize": TEXT, "titleFontWeight": "normal", "titleOpacity": 0.8,
        "gridOpacity": FAINT, "domainOpacity": 0.5, "tickOpacity": 0.5, "labelPadding": 4,
    },
    "legend": {
        "labelColor": INK, "titleColor": INK, "labelFontSize": TEXT, "titleFontSize": TEXT,
        "titleFontWeight": "normal", "labelLimit": 200, "symbolSize": 110, "columnPadding": 30, "rowPadding": 4,
    },
    "text": {"color": INK, "fontSize": TEXT},
}  # fmt: skip


def in_pixels(text: str, size: float = TEXT) -> float:
    """About how wide `text` stands, in CSS pixels."""
    return len(text) * size * LETTER


def wrapped(text: str, letters: int, lines: int) -> tuple[str, ...]:
    """`text` in at most `lines` lines of at most `letters` letters, broken between words; a cut ends in …"""
    rows: list[str] = [""]
    for word in text.split():
        while word:
            row = rows[-1]
            if row and len(row) + 1 + len(word) <= letters:
                rows[-1], word = f"{row} {word}", ""
            elif row:
                rows.append("")
            else:
                rows[-1], word = word[:letters], word[letters:]
    if len(rows) > lines:
        rows = rows[:lines]
        rows[-1] = f"{rows[-1][: letters - 1]}…"
    return tuple(rows)


def short(text: str, letters: int) -> str:
    """`text` made visible and at most `letters` letters long; a cut ends in …"""
    words = visible(text)
    return words if len(words) <= letters else f"{words[: letters - 1].rstrip()}…"


def layered(size: tuple[float, float], layers: list[Spec], **more: Any) -> Spec:
    """A Vega-Lite spec of layers that is exactly `size` wide and high, axes and legends included."""
    return {
        "$schema": VEGA_LITE,
        "width": size[0],
        "height": size[1],
        "autosize": {"type": "fit", "contains": "padding"},
        "padding": 4,
        "config": CONFIG,
        "layer": layers,
        **more,
    }


END: Spec = {"field": "e", "type": "temporal"}
"""Where a mark ends along the time axis; without its type Vega-Lite takes the axis for two and warns."""


def plane(height: float, above: float = 0) -> Spec:
    """A y axis that counts CSS pixels downwards, unseen, with `above` more of them over its zero."""
    scale = {"domain": [-above, height], "range": [0, height + above], "nice": False, "zero": False}
    return {"type": "quantitative", "scale": scale, "axis": None}


def boxes(values: list[Spec], mark: Spec, y: Spec | None = None, **more: Spec) -> Spec:
    """A layer of boxes from `s` to `e` along the time axis and from `a` to `b` along `y`, drawn as `mark` says."""
    return {
        "data": {"values": values},
        "mark": {"type": "rect", **mark},
        "encoding": {
            "x": {"field": "s"},
            "x2": END,
            "y": {"field": "a", **(y or {"type": "quantitative"})},
            "y2": {"field": "b"},
            **more,
        },
    }


LINKED: Spec = {"href": {"field": "link"}, "description": {"field": "words"}}
"""A mark with a link in `link` and its name in `words`; its mark has `"aria": True`."""

UNSEEN: Spec = {"fill": INK, "fillOpacity": 0, "aria": True}
"""The ground of a link: nothing to see, all to press."""
