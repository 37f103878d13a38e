"""Days gathered into periods that a chart of a given width can show: days, weeks, months or years."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from pourparler.core.moment import Precision, When
from pourparler.faces.charts.chart import Spec
from pourparler.faces.wording.days import when_words

MOST_DAYS, MOST_DAYS_IN_WEEKS, MOST_DAYS_IN_MONTHS = 120, 3 * 366, 15 * 366
"""Longest spans shown by day, by week and by month: about 120 to 180 bars, four pixels each on a chart of 720."""


class Step(StrEnum):
    """How long one bar of a chart is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


LEAST_PERIODS = 10
_DAYS = {Step.DAY: 1, Step.WEEK: 7, Step.MONTH: 30, Step.YEAR: 365}

MOST_TICKS = 9
"""Days named below a time axis: each name takes about 60 pixels."""


@dataclass(frozen=True, slots=True)
class Period:
    """A closed interval of days."""

    first: date
    last: date

    @property
    def words(self) -> str:
        """The period as a sentence has it: Tue 18 Feb 2025, week of 17–23 Feb 2025, February 2025."""
        days = (self.last - self.first).days + 1
        precision = {1: Precision.DAY, 7: Precision.WEEK}.get(days, Precision.MONTH)
        return when_words(When(self.first, self.last, Precision.YEAR if days > 31 else precision, ""))


def step_for(first: date, last: date) -> Step:
    """The finest step at which the days from `first` to `last` still find room."""
    days = (last - first).days + 1
    if days <= MOST_DAYS:
        return Step.DAY
    if days <= MOST_DAYS_IN_WEEKS:
        return Step.WEEK
    return Step.MONTH if days <= MOST_DAYS_IN_MONTHS else Step.YEAR


def period_of(day: date, step: Step) -> Period:
    """The period that `day` lies in; weeks begin on Monday."""
    if step is Step.DAY:
        return Period(day, day)
    if step is Step.WEEK:
        monday = day - timedelta(day.weekday())
        return Period(monday, monday + timedelta(6))
    if step is Step.YEAR:
        return Period(day.replace(month=1, day=1), day.replace(month=12, day=31))
    return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


NOON = 43_200_000
"""Half a day in milliseconds."""


def instant(day: date) -> int:
    """Midnight UTC of `day` in milliseconds since 1970, as Vega counts time."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) * 1000


def frame_of(first: date, last: date, step: Step) -> Period:
    """Whole periods that hold the days from `first` to `last`, about ten of them at least: one bar stays a bar."""
    start, end = period_of(first, step).first, period_of(last, step).last
    missing = (LEAST_PERIODS * _DAYS[step] - (end - start).days - 1) // 2
    if missing <= 0:
        return Period(start, end)
    room = min(missing, (start - date.min).days, (date.max - end).days)
    return Period(period_of(start - timedelta(room), step).first, period_of(end + timedelta(room), step).last)


def ends(period: Period) -> tuple[int, int]:
    """First and one-past-last instant of a period, in milliseconds."""
    return instant(period.first), instant(period.last) + 86_400_000


def time_axis(frame: Period) -> Spec:
    """The x axis over the days of `frame`: at most nine of them named, a year below the first one of each year.

    Where single days show, a name stands below the middle of its day.
    """
    days = (frame.last - frame.first).days + 1
    ticks = _ticks(frame.first, frame.last)
    half = NOON if days <= MOST_DAYS else 0
    years = [instant(day) + half for i, day in enumerate(ticks) if i == 0 or day.year != ticks[i - 1].year]
    format_ = "%b" if days > MOST_DAYS_IN_WEEKS else "%-d %b"
    name = f"utcFormat(datum.value, '{format_}')"
    with_year = f"[{name}, utcFormat(datum.value, '%Y')]"
    start, end = ends(frame)
    return {
        "type": "temporal",
        "scale": {"type": "utc", "domain": [start, end], "nice": False},
        "axis": {
            "title": None,
            "grid": False,
            "values": [instant(day) + half for day in ticks],
            "labelExpr": f"indexof({years}, time(datum.value)) >= 0 ? {with_year} : {name}",
            "labelOverlap": False,
            "labelAlign": "center",
            "labelFlush": False,
        },
    }


def count_axis(most: int) -> Spec:
    """The y axis of whole numbers from 0 to `most`, three to six of them named."""
    step = next(step for step in (n * 10**power for power in range(12) for n in (1, 2, 5)) if most / step <= 5)
    return {
        "scale": {"domain": [0, most], "nice": False},
        "axis": {"values": list(range(0, most + 1, step)), "format": ",d", "domain": False, "ticks": False},
    }


def _ticks(first: date, last: date) -> list[date]:
    """At most nine days, evenly spread: days, Mondays, first days of months or of years."""
    span = (last - first).days + 1
    for days in (1, 2, 7, 14):
        if span / days <= MOST_TICKS:
            start = first + timedelta(-first.weekday() % 7) if days >= 7 and span >= 14 else first
            return [start + timedelta(i * days) for i in range((last - start).days // days + 1)]
    months = [(year, month) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    for every in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 12000):
        chosen = [
            date(y, m, 1) for y, m in months if ((y * 12 + m - 1) % every) == 0 and first <= date(y, m, 1) <= last
        ]
        if len(chosen) <= MOST_TICKS:
            return chosen or [first]
    return [first, last]
