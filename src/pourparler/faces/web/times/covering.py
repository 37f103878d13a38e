"""Which outlets reported when, as a chart and as the table that says the same."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from pourparler.faces.charts.chart import Caption
from pourparler.faces.charts.coverage import OutletDay, coverage
from pourparler.faces.charts.periods import Period, period_of, step_for
from pourparler.faces.charts.render import render
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.web.server.keeping import Kept
from pourparler.faces.wording.names import some

UNTOLD = "outlet not told"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Reports by period and outlet: `chart` is their drawing (empty without a dated report), `periods` its table,
    and `undated` counts the reports without a day, which neither shows."""

    chart: Markup
    left_out: tuple[str, ...]
    periods: tuple[tuple[Period, int, tuple[tuple[str, int], ...]], ...]
    undated: int


_kept: Kept[Coverage] = Kept(8)


def covered(snapshot: Snapshot, narrow: Callable[[date, date], str]) -> Coverage:
    """The coverage of a record; `narrow` gives the address of the reports of some days as the snapshot sees them."""
    return _kept.get(snapshot, "coverage", lambda: _covered(snapshot, narrow))


def _covered(snapshot: Snapshot, narrow: Callable[[date, date], str]) -> Coverage:
    rows = outlet_days(snapshot)
    row = snapshot.one("SELECT count(*) AS number FROM reports WHERE published IS NULL")
    total = sum(one.reports for one in rows)
    outlets = len({one.outlet for one in rows})
    told = f"{some(total, 'report')} from {some(outlets, 'outlet')}; the table below says the same."
    chart = coverage(rows, Caption("Reports by day and outlet", told), narrow)
    return Coverage(
        Markup(render(chart, "coverage")) if chart else Markup(),
        chart.left_out if chart else (),
        tuple(by_period(rows)),
        row["number"] if row is not None else 0,
    )


def outlet_days(snapshot: Snapshot) -> list[OutletDay]:
    """How many reports each outlet published on each day."""
    query = (
        "SELECT outlet, published, count(*) AS reports FROM reports WHERE published IS NOT NULL "
        "GROUP BY outlet, published"
    )
    return [
        OutletDay(date.fromisoformat(row["published"]), row["outlet"] or UNTOLD, row["reports"])
        for row in snapshot.rows(query)
    ]


def by_period(rows: list[OutletDay]) -> list[tuple[Period, int, tuple[tuple[str, int], ...]]]:
    """Each period of the chart with its reports, and how many of them each outlet published, most first."""
    if not rows:
        return []
    step = step_for(min(row.day for row in rows), max(row.day for row in rows))
    counted: dict[Period, Counter[str]] = {}
    for row in rows:
        counted.setdefault(period_of(row.day, step), Counter())[row.outlet] += row.reports
    periods = sorted(counted, key=lambda one: one.first)
    return [(period, counted[period].total(), tuple(counted[period].most_common())) for period in periods]
