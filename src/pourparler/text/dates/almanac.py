"""Arithmetic of days, weeks, months, quarters and years on the Gregorian calendar, weeks as ISO 8601 counts them."""

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]


def add_days(day: date, count: int) -> date | None:
    """`day` moved by `count` days; None beyond the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def add_months(day: date, count: int) -> date | None:
    """`day` moved by `count` months, the last day of a shorter month standing in; None beyond the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add(day: date, count: float, unit: str) -> date | None:
    """`day` moved by `count` units (the letters of `lexicon.UNITS`); hours and minutes leave the day as it is."""
    if unit in ("D", "W", "F", "WE"):
        return add_days(day, round(count * {"D": 1, "W": 7, "F": 14, "WE": 7}[unit]))
    months = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}.get(unit)
    if months is None:
        return add_days(day, int(count // 24)) if unit == "TH" else day
    whole = int(count * months)
    moved = add_months(day, whole)
    return moved and add_days(moved, round((count * months - whole) * 30))


def week_of(day: date) -> Days | None:
    """Monday to Sunday of the ISO week of `day`."""
    monday = add_days(day, -day.weekday())
    sunday = add_days(day, 6 - day.weekday())
    return (monday, sunday) if monday and sunday else None


def month_of(year: int, month: int) -> Days:
    """The first and the last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_of(year: int, first: int, last: int) -> Days:
    """From the first day of one month to the last day of another of the same year."""
    return month_of(year, first)[0], month_of(year, last)[1]


def season_of(year: int, season: str) -> Days:
    """A northern season by whole months; winter runs into the next year."""
    if season == "WI":
        return date(year, 12, 1), month_of(year + 1, 2)[1]
    first = {"SP": 3, "SU": 6, "FA": 9}[season]
    return months_of(year, first, first + 2)


def week_value(day: date) -> str:
    """The ISO week of `day`: 2025-W09."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
