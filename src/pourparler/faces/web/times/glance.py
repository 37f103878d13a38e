"""The drawing above the timeline: the whole record at a glance."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from pourparler.faces.charts.chart import Caption, Chart
from pourparler.faces.charts.overview import DayCount, overview
from pourparler.faces.charts.periods import Period
from pourparler.faces.charts.render import render
from pourparler.faces.web.times.days import Days
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.names import some

PLURALS = {
    "meeting": "meetings",
    "instrument": "states of documents",
    "statement": "statements",
    "position": "positions",
    "condition": "conditions",
}


def at_a_glance(visit: Visit, counts: Days, days: Sequence[date], chosen: tuple[date, date] | None) -> Markup:
    """How much there is on each of some days, those shown marked; every bar leads to its days. Empty without any."""
    rows = [DayCount(day, PLURALS[kind], number) for day in days for kind, number in counts.counts[day].items()]
    rows.sort(key=lambda row: list(PLURALS.values()).index(row.what))
    total = sum(row.number for row in rows)
    caption = Caption("The record at a glance", f"{some(total, 'row')} by day; every bar is a link to its days.")
    period = Period(*chosen) if chosen and chosen[0] <= chosen[1] else None
    chart = overview(rows, caption, period, lambda first, last: visit.here(since=first, until=last, undated=None))
    return _drawn(chart, "glance")


def _drawn(chart: Chart | None, key: str) -> Markup:
    return Markup(render(chart, key)) if chart else Markup()
