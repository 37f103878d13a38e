"""How every chart looks: thin lines, the text's own colour, no ground, no ornament."""

from typing import Any

from pourparler.faces.charts.chart import Spec
from pourparler.faces.charts.palette import INK

VEGA_LITE = "https://vega.github.io/schema/vega-lite/v5.json"
VEGA = "https://vega.github.io/schema/vega/v5.json"
"""Names of the two languages; nothing is fetched from there."""

TEXT = 12
"""Size of words in CSS pixels; charts are shown at their own size and scroll rather than shrink."""

LETTER = 0.56
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
