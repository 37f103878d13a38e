"""Whole units of the calendar around a day, and the edges of such stretches ("early", "later this month")."""

from datetime import date, timedelta
from typing import Final

from pourparler.core.moment import Precision
from pourparler.text.dates import almanac
from pourparler.text.dates.centre import Centre, Resolved
from pourparler.text.dates.wording import Wording


def stretch(day: date | None, unit: str) -> Resolved:
    """The whole unit (a letter of `lexicon.UNITS`) that holds `day`; unresolved for None."""
    if day is None:
        return Resolved("XXXX")
    if unit == "D":
        return Resolved(day.isoformat(), day, day)
    if unit in ("W", "F"):
        week = almanac.week_of(day)
        start, end = week if week else (None, None)
        return Resolved(almanac.week_value(day), start, end, Precision.WEEK)
    if unit == "M":
        return Resolved(f"{day.year:04d}-{day.month:02d}", *almanac.month_of(day.year, day.month), Precision.MONTH)
    if unit == "Q":
        quarter = (day.month - 1) // 3 + 1
        days = almanac.months_of(day.year, 3 * quarter - 2, 3 * quarter)
        return Resolved(f"{day.year:04d}-Q{quarter}", *days, Precision.QUARTER)
    if unit == "DE":
        return years(day.year // 10 * 10, 10)
    if unit == "CE":
        return years(day.year // 100 * 100, 100)
    return years(day.year, 1)


def years(first: int, count: int) -> Resolved:
    """A year, a decade or a century from its first year."""
    value = f"{first:04d}"[: {1: 4, 10: 3, 100: 2}[count]]
    start, end = date(max(first, 1), 1, 1), date(min(first + count - 1, 9999), 12, 31)
    return Resolved(value, start, end, Precision.YEAR if count == 1 else Precision.SPAN)


def edge_of(said: Wording, found: Resolved, centre: Centre) -> Resolved:
    """The part of `found` that `said.edge` names; the value keeps naming the whole, as TIMEX3 has it."""
    start, end = found.start, found.end
    if said.edge is None or start is None or end is None or start == end:
        return found
    if said.edge in ("BEFORE", "AFTER"):
        return _beside(said, found, centre.day)
    month = found.precision is Precision.MONTH
    size = 10 if month else ((end - start).days + 1) // 3
    if said.edge in ("OPENING", "CLOSE"):
        size = _ENDS.get(found.precision, size)
    size = max(size, 1)
    first, last = start, end
    if said.edge in ("START", "OPENING"):
        last = start + timedelta(days=size - 1)
    elif said.edge == "MID":
        first, last = start + timedelta(days=size), start + timedelta(days=2 * size - 1)
    elif said.edge == "END" and month:
        first = start + timedelta(days=20)
    else:
        first = end - timedelta(days=size - 1)
    if found.precision is Precision.YEAR and said.edge in ("START", "MID", "END"):  # thirds of four months
        third = ("START", "MID", "END").index(said.edge)
        first, last = almanac.months_of(start.year, 4 * third + 1, 4 * third + 4)
    return Resolved(found.value, first, max(first, last), Precision.SPAN, found.origin)


_ENDS: Final = {Precision.YEAR: 31, Precision.QUARTER: 14, Precision.MONTH: 7, Precision.WEEK: 2}
"""Days that "the beginning" or "the end" of a stretch takes; "early" and "late" take a third, of a month ten days."""


def _beside(said: Wording, found: Resolved, today: date | None) -> Resolved:
    """ "earlier this month" ends the day before the centre, "later this month" begins the day after it."""
    start, end = found.start, found.end
    if today is None or start is None or end is None or not start <= today <= end:
        return found
    if said.edge == "BEFORE":
        end = today - timedelta(days=1)
    else:
        start = today + timedelta(days=1)
    if start > end:
        return found
    return Resolved(found.value, start, end, Precision.SPAN, found.origin)
