"""The timeline at a glance: what happened and what was said, counted by period, with the chosen days marked."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pourparler.core.moment import Precision, When
from pourparler.faces.charts.chart import WIDTH, Caption, Chart, Grammar, Spec
from pourparler.faces.charts.coverage import GAP, Narrow
from pourparler.faces.charts.links import between, inward
from pourparler.faces.charts.palette import ACCENT, PAPER
from pourparler.faces.charts.periods import Period, Step, ends, frame_of, instant, period_of, step_for, time_axis
from pourparler.faces.charts.style import CONFIG, LINKED, UNSEEN, VEGA_LITE, boxes, plane, short
from pourparler.faces.wording.days import when_words

STRIP = 58
"""Height of one strip in CSS pixels, its words included."""

WORDS = 20
"""What the words of a strip take of it."""


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many of one thing fall on one day; `what` is its name in the plural, as the strip is called: meetings."""

    day: date
    what: str
    number: int


def overview(
    rows: Sequence[DayCount],
    caption: Caption,
    chosen: Period | None = None,
    narrow: Narrow = between,
    width: int = WIDTH,
) -> Chart | None:
    """One strip of bars for each thing counted, in the order it first comes, each with a scale of its own.

    The days of `chosen` stand on a tinted ground and the bars outside are faint; every period with something in it is
    a link that narrows to it. None when there is nothing to count.
    """
    rows = [row for row in rows if row.number]
    if not rows:
        return None
    strips = list(dict.fromkeys(short(row.what, 40) for row in rows))
    first, last = min(row.day for row in rows), max(row.day for row in rows)
    if chosen:
        first, last = min(first, chosen.first), max(last, chosen.last)
    step = step_for(first, last)
    counted: dict[Period, Counter[str]] = {}
    for row in rows:
        counted.setdefault(period_of(row.day, step), Counter())[short(row.what, 40)] += row.number
    frame = frame_of(first, last, step)
    height = STRIP * len(strips)
    layers = [_ground(chosen, height)] if chosen else []
    layers += [_bars(counted, strips, chosen), _names(counted, strips, step, frame), _hits(counted, height, narrow)]
    spec = {
        "$schema": VEGA_LITE,
        "width": width - 32,
        "height": height,
        "padding": {"left": 16, "right": 16, "top": 2, "bottom": 2},
        "config": CONFIG,
        "layer": layers,
        "encoding": {"x": time_axis(frame)},
    }
    return Chart(caption, Grammar.VEGA_LITE, spec)


def _ground(chosen: Period, height: int) -> Spec:
    """The tinted ground of the chosen days, with a line on each side."""
    start, end = ends(chosen)
    mark = {"fill": ACCENT, "fillOpacity": 0.14, "stroke": ACCENT, "strokeWidth": 1}
    return boxes([{"s": start, "e": end, "a": 0, "b": height}], mark, plane(height))


def _bars(counted: dict[Period, Counter[str]], strips: list[str], chosen: Period | None) -> Spec:
    values = []
    most = {what: max(one[what] for one in counted.values()) for what in strips}
    for period in sorted(counted, key=lambda one: one.first):
        start, end = ends(period)
        gap = (end - start) * GAP
        inside = chosen is None or (period.last >= chosen.first and period.first <= chosen.last)
        for at, what in enumerate(strips):
            if number := counted[period][what]:
                foot = (at + 1) * STRIP
                top = foot - (STRIP - WORDS) * number / most[what]
                values.append({"s": start + gap, "e": end - gap, "a": top, "b": foot, "o": 1 if inside else 0.4})
    faint = {"field": "o", "type": "quantitative", "scale": None, "legend": None}
    return boxes(values, {"fill": ACCENT}, plane(STRIP * len(strips)), opacity=faint)


def _names(counted: dict[Period, Counter[str]], strips: list[str], step: Step, frame: Period) -> Spec:
    """What each strip counts and how many its highest bar stands for, above its left end."""
    values = []
    for at, what in enumerate(strips):
        most = max(one[what] for one in counted.values())
        values.append({"s": instant(frame.first), "a": at * STRIP + 13, "words": f"{what} (at most {most} a {step})"})
    return {
        "data": {"values": values},
        "mark": {"type": "text", "align": "left", "baseline": "alphabetic", "stroke": PAPER, "strokeWidth": 3},
        "encoding": {
            "x": {"field": "s"},
            "y": {"field": "a", **plane(STRIP * len(strips))},
            "text": {"field": "words"},
        },
    }


def _hits(counted: dict[Period, Counter[str]], height: int, narrow: Narrow) -> Spec:
    """The links: a column over the whole height of every period, named by its days and counts."""
    values = []
    for period in sorted(counted, key=lambda one: one.first):
        start, end = ends(period)
        words = f"{period.words}: " + ", ".join(f"{number} {what}" for what, number in counted[period].items())
        link = inward(narrow(period.first, period.last))
        values.append({"s": start, "e": end, "a": 0, "b": height, "words": words, "link": link})
    return boxes(values, UNSEEN, plane(height), **LINKED)


def chosen_words(chosen: Period) -> str:
    """The chosen days in words, for the line above the chart: 3–17 Feb 2025."""
    return when_words(When(chosen.first, chosen.last, Precision.SPAN, ""))
