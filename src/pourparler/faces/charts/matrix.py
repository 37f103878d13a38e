"""Who met whom as a matrix of numbers, the darker the more."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pourparler.faces.charts.chart import Caption, Chart, Grammar, Spec
from pourparler.faces.charts.links import inward
from pourparler.faces.charts.palette import ACCENT, INK
from pourparler.faces.charts.style import CONFIG, FAINT, LINKED, TEXT, VEGA_LITE, in_pixels, short
from pourparler.faces.wording.names import some

MOST_NAMES = 24
LETTERS = 40
CELL = 30
"""Width and height of a cell in CSS pixels; three digits find room."""

PALEST, DARKEST = 0.1, 0.5
"""Opacity of a cell with the fewest and the most meetings: at one half, black text on white paper and white text on a
dark page keep a contrast of 4.5:1 on it."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Two who met, how many times, and the page that lists those meetings; the order of the two says nothing."""

    one: str
    other: str
    meetings: int
    href: str = ""


def matrix(rows: Sequence[Contact], caption: Caption) -> Chart | None:
    """A cell for every two who met, with the number of their meetings; names stand by most meetings, then alphabet.

    Each contact stands twice, so that a row has all of one name. None when nobody met.
    """
    rows = [row for row in rows if row.meetings]
    if not rows:
        return None
    totals: Counter[str] = Counter()
    for row in rows:
        totals[short(row.one, LETTERS)] += row.meetings
        totals[short(row.other, LETTERS)] += row.meetings
    names = sorted(totals, key=lambda name: (-totals[name], name))[:MOST_NAMES]
    kept = [row for row in rows if short(row.one, LETTERS) in names and short(row.other, LETTERS) in names]
    cells = _cells(kept)
    slack = 4 + 0.15 * max(map(in_pixels, names))
    side = CELL * len(names)
    axis = {"title": None, "domain": False, "ticks": False, "labelLimit": 200}
    scale = {"domain": names, "paddingInner": 0, "paddingOuter": 0}
    spec = {
        "$schema": VEGA_LITE,
        "width": side,
        "height": side,
        "padding": {"left": slack, "right": 4, "top": slack, "bottom": 4},
        "config": CONFIG,
        "encoding": {
            "x": {
                "field": "one",
                "type": "nominal",
                "scale": scale,
                "axis": {**axis, "orient": "top", "labelAngle": -45, "labelAlign": "left", "labelBaseline": "middle"},
            },
            "y": {"field": "other", "type": "nominal", "scale": scale, "axis": axis},
        },
        "layer": [_ground(names), _squares(cells), _numbers(cells)],
    }
    more = len(totals) - len(names)
    left = (f"{some(more, 'name')} with fewer meetings not drawn",) if more else ()
    return Chart(caption, Grammar.VEGA_LITE, spec, left)


def _cells(rows: list[Contact]) -> list[Spec]:
    most = max((row.meetings for row in rows), default=1)
    cells = []
    for row in rows:
        one, other = short(row.one, LETTERS), short(row.other, LETTERS)
        shade = PALEST + (DARKEST - PALEST) * (row.meetings - 1) / max(1, most - 1)
        words = f"{one} and {other}: {some(row.meetings, 'meeting')}"
        cell = {"number": row.meetings, "shade": round(shade, 3), "words": words, "link": inward(row.href)}
        cells += [{"one": one, "other": other, **cell}, {"one": other, "other": one, **cell}]
    return sorted(cells, key=lambda cell: (str(cell["one"]), str(cell["other"])))


def _ground(names: list[str]) -> Spec:
    """Thin rims of all cells, and the diagonal, where a name would meet itself, in a faint tone."""
    values = [{"one": one, "other": other, "shade": 0.06 if one == other else 0} for one in names for other in names]
    return {
        "data": {"values": values},
        "mark": {"type": "rect", "fill": INK, "stroke": INK, "strokeOpacity": FAINT, "strokeWidth": 0.5},
        "encoding": {"fillOpacity": {"field": "shade", "type": "quantitative", "scale": None, "legend": None}},
    }


def _squares(cells: list[Spec]) -> Spec:
    return {
        "data": {"values": cells},
        "mark": {"type": "rect", "fill": ACCENT, "aria": True},
        "encoding": {
            "fillOpacity": {"field": "shade", "type": "quantitative", "scale": None, "legend": None},
            **LINKED,
        },
    }


def _numbers(cells: list[Spec]) -> Spec:
    return {
        "data": {"values": cells},
        "mark": {"type": "text", "baseline": "middle", "fontSize": TEXT},
        "encoding": {"text": {"field": "number", "type": "quantitative"}},
    }
