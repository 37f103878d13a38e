"""Charts whose places are computed here: marks in CSS pixels from left and top, as a Vega spec without scales."""

from collections.abc import Sequence

from pourparler.faces.charts.board import ITEM, Item, flowed
from pourparler.faces.charts.chart import Spec
from pourparler.faces.charts.palette import INK
from pourparler.faces.charts.style import TEXT, VEGA

CHANNELS = {"link": "href", "words": "description"}
"""Fields of a row that Vega calls otherwise; every other field is a channel of its own name."""


def layer(kind: str, rows: Sequence[Spec]) -> Spec:
    """A layer of marks of one kind (rule, path, symbol, rect, text); every row has the same fields, its channels."""
    channels = {CHANNELS.get(field, field): {"field": field} for field in (rows[0] if rows else {})}
    return {"kind": kind, "rows": list(rows), "channels": channels}


def plain(size: tuple[float, float], layers: Sequence[Spec]) -> Spec:
    """A Vega spec of `layers`, later ones over earlier ones, on a ground of `size`."""
    drawn = [one for one in layers if one["rows"]]
    return {
        "$schema": VEGA,
        "width": size[0],
        "height": size[1],
        "padding": 0,
        "autosize": "none",
        "background": None,
        "config": {"text": {"font": "sans-serif", "fontSize": TEXT, "fill": INK}},
        "data": [{"name": f"rows{at}", "values": one["rows"]} for at, one in enumerate(drawn)],
        "marks": [
            {
                "type": one["kind"],
                "aria": "description" in one["channels"],
                "from": {"data": f"rows{at}"},
                "encode": {"enter": one["channels"]},
            }
            for at, one in enumerate(drawn)
        ],
    }


def legend(items: Sequence[Item], width: float) -> tuple[list[Spec], float]:
    """The layers of a legend at the top of a ground `width` wide, and the height it takes, in CSS pixels."""
    if not items:
        return [], 0
    marks, words = [], []
    for (x, y), item in zip(flowed(items, width - 16), items, strict=True):
        mark = {"x": x + 14, "y": y + ITEM / 2 + 4, "size": 100, "strokeWidth": 1.5, **item.drawn}
        marks.append(mark)
        words.append({"x": x + 25, "y": y + ITEM / 2 + 4, "text": item.words, "baseline": "middle", "fill": INK})
    return [layer("symbol", marks), layer("text", words)], marks[-1]["y"] + ITEM / 2 + 6
