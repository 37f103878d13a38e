"""Whole units of the calendar around a day, and the edges of such stretches ("early", "later this month")."""

from datetime import date

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
        today = centre.day
        if today is None or not start <= today <= end:
            return found
        if said.edge == "BEFORE":
            end = almanac.add_days(today, -1)
        else:
            start = almanac.add_days(today, 1)
        if start is None or end is None or start > end:
            return found
    else:
        third = ((end - start).days + 1) // 3
        if said.edge in ("OPENING", "CLOSE"):
            third = {Precision.YEAR: 31, Precision.QUARTER: 14, Precision.MONTH: 7, Precision.WEEK: 2}.get(
                found.precision, third
            )
        if said.edge in ("START", "OPENING"):
            end = almanac.add_days(start, max(third - 1, 0))
        elif said.edge in ("END", "CLOSE"):
            start = almanac.add_days(end, -max(third - 1, 0))
        else:
            start, end = almanac.add_days(start, third), almanac.add_days(end, -third)
    return Resolved(found.value, start, end, Precision.SPAN, found.origin)
