"""Coverage: how many reports appeared when, stacked by outlet."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from pourparler.faces.charts.chart import WIDTH, Caption, Chart, Grammar, Spec
from pourparler.faces.charts.links import between, inward
from pourparler.faces.charts.palette import COLOURS, OTHER, PAPER, colours
from pourparler.faces.charts.periods import Period, Step, count_axis, ends, frame_of, period_of, step_for, time_axis
from pourparler.faces.charts.style import LINKED, UNSEEN, boxes, layered, short
from pourparler.faces.wording.names import some

OTHERS = "other outlets"
MOST_OUTLETS = len(COLOURS)
LETTERS = 40
HEIGHT = 240
GAP = 0.08
"""Share of a period left free on each side of its bar."""

Counted = list[tuple[Period, Counter[str]]]
Narrow = Callable[[date, date], str]
"""Gives the link that narrows a page to a closed interval of days."""


@dataclass(frozen=True, slots=True)
class OutletDay:
    """Reports that one outlet published on one day; reports without a day are told apart, never here."""

    day: date
    outlet: str
    reports: int


def coverage(rows: Sequence[OutletDay], caption: Caption, narrow: Narrow = between, width: int = WIDTH) -> Chart | None:
    """Reports by day (by week, month or year where days are too many), the six busiest outlets and the others stacked.

    Every period with reports is a link to it. Outlets stand in the order of the alphabet, the others on top. None when
    there is nothing to count.
    """
    if not rows:
        return None
    order, others = _outlets(rows)
    first, last = min(row.day for row in rows), max(row.day for row in rows)
    step = step_for(first, last)
    counted: dict[Period, Counter[str]] = {}
    for row in rows:
        name = short(row.outlet, LETTERS)
        counted.setdefault(period_of(row.day, step), Counter())[name if name in order else OTHERS] += row.reports
    periods = sorted(counted.items(), key=lambda one: one[0].first)
    most = max(sum(one.values()) for one in counted.values())
    spec = layered(
        (width, HEIGHT),
        [_stack(periods, order, step, most), _hits(periods, order, narrow, most)],
        encoding={"x": time_axis(frame_of(first, last, step))},
    )
    left = (f"{some(others, 'outlet')} with fewer reports stand together as “{OTHERS}”",) if others else ()
    return Chart(caption, Grammar.VEGA_LITE, spec, left, patterned=True)


def _outlets(rows: Sequence[OutletDay]) -> tuple[list[str], int]:
    """The outlets that are shown by name, with the others as one where there are any, and how many those are."""
    totals: Counter[str] = Counter()
    for row in rows:
        totals[short(row.outlet, LETTERS)] += row.reports
    shown = sorted(sorted(totals, key=lambda name: (-totals[name], name))[:MOST_OUTLETS])
    others = len(totals) - len(shown)
    return ([*shown, OTHERS] if others else shown), others


def _stack(periods: Counted, order: list[str], step: Step, most: int) -> Spec:
    """The bars: one piece for every outlet of a period, rims in the paper's colour between them."""
    values = []
    for period, counts in periods:
        start, end = ends(period)
        gap, height = (end - start) * GAP, 0
        for name in order:
            if counts[name]:
                piece = {"s": start + gap, "e": end - gap, "a": height, "b": height + counts[name], "outlet": name}
                values.append(piece)
                height += counts[name]
    tints = colours(name for name in order if name != OTHERS)
    return boxes(
        values,
        {"stroke": PAPER, "strokeWidth": 0.75},
        {"type": "quantitative", "title": f"reports a {step}", **count_axis(most)},
        color={
            "field": "outlet",
            "type": "nominal",
            "scale": {"domain": order, "range": [tints.get(name, OTHER) for name in order]},
            "legend": {"orient": "top", "title": None, "columns": 4, "symbolType": "square"},
        },
    )


def _hits(periods: Counted, order: list[str], narrow: Narrow, most: int) -> Spec:
    """The links: a column over the whole height of every period, named by its day and counts."""
    values = []
    for period, counts in periods:
        start, end = ends(period)
        parts = ", ".join(f"{name} {counts[name]}" for name in order if counts[name])
        words = f"{period.words}: {some(sum(counts.values()), 'report')} ({parts})"
        link = inward(narrow(period.first, period.last))
        values.append({"s": start, "e": end, "a": 0, "b": most, "words": words, "link": link})
    return boxes(values, UNSEEN, **LINKED)
