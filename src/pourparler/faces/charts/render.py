"""Charts as inline SVG for a page, drawn once and kept while they are asked for."""

import hashlib
import json
from collections import OrderedDict
from threading import Lock

from pourparler.faces.charts.chart import Chart
from pourparler.faces.charts.cleaning import clean
from pourparler.faces.charts.drawing import draw

MOST_KEPT = 64
"""Drawings kept: a chart takes 20 to 200 kB, so about 10 MB at the most that pages ask for."""

_kept: OrderedDict[str, str] = OrderedDict()
_lock = Lock()


def render(chart: Chart, key: str = "chart") -> str:
    """`chart` as SVG to stand inside an HTML page: no style, no script, nothing fetched, readable without JavaScript.

    `key` begins every id inside; give each chart of a page its own. The same chart gives the same bytes. Raises
    NotDrawn when the library refuses the spec.
    """
    name = digest(chart, key)
    with _lock:
        if name in _kept:
            _kept.move_to_end(name)
            return _kept[name]
    drawn = clean(draw(chart), chart.caption, key, chart.patterned)
    with _lock:
        _kept[name] = drawn
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return drawn


def digest(chart: Chart, key: str = "") -> str:
    """A name for all that decides how `chart` is drawn."""
    parts = [key, chart.grammar, chart.caption.title, chart.caption.told, chart.patterned, chart.spec]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
