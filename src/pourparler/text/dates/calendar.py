"""Dates that the words name by the calendar: days, months, quarters, seasons, years, with or without their year."""

from datetime import date

from pourparler.core.moment import Origin, Precision
from pourparler.text.dates import almanac
from pourparler.text.dates.centre import Centre, Resolved
from pourparler.text.dates.holidays import holiday
from pourparler.text.dates.stretch import stretch, years
from pourparler.text.dates.verbgroup import Tense
from pourparler.text.dates.wording import Base, Wording


def resolve_date(said: Wording, centre: Centre) -> Resolved:
    """The days that a calendar wording names; the year, where unsaid, is the one nearest to the centre."""
    if said.unit in ("Q", "H"):
        return _part_of_year(said, centre)
    if said.nth is not None and said.outer is not None:
        return _nth(said, centre)
    if said.century is not None:
        return years(said.century * 100, 100)
    if said.decade is not None:
        return _absolute(years(said.decade * 10, 10))
    if said.season is not None:
        return _season(said, centre)
    if said.month is not None:
        return _day(said, centre) if said.day is not None else _month(said, centre)
    if said.day is not None:
        return _day_of_month(said, centre)
    if said.year is None:
        return Resolved("XXXX")
    found = years(said.year, 1)
    return _absolute(Resolved("FY" + found.value, found.start, found.end, Precision.YEAR) if said.fiscal else found)


def _absolute(found: Resolved) -> Resolved:
    return Resolved(found.value, found.start, found.end, found.precision, Origin.ABSOLUTE)


def outer_year(said: Wording, centre: Centre) -> int | None:
    """The year that the words give: their own, or "of last year" counted from the centre."""
    if said.year is not None:
        return said.year
    if said.outer is None or said.outer.unit != "Y":
        return None
    base, _ = centre.base(said.outer.base is Base.TEXT)
    return base.year + (said.outer.shift or 0) if base else None


def _day(said: Wording, centre: Centre) -> Resolved:
    assert said.month is not None and said.day is not None
    year, origin = outer_year(said, centre), Origin.ABSOLUTE
    unknown = f"XXXX-{said.month:02d}-{said.day:02d}"
    if year is None:
        origin = Origin.PUBLISHED
        year = _nearest_year(said, centre)
    if year is None:
        return Resolved(unknown)
    day = almanac.real_day(year, said.month, said.day)
    if day is None:
        return Resolved(unknown)
    if said.last_day is None:
        return Resolved(day.isoformat(), day, day, origin=origin)
    last = almanac.real_day(year, said.month, said.last_day)
    if last is None or last < day:
        return Resolved(day.isoformat(), day, day, origin=origin)
    return Resolved(f"{day.isoformat()}/{last.isoformat()}", day, last, Precision.SPAN, origin)


def _nearest_year(said: Wording, centre: Centre) -> int | None:
    """The year that brings a month and day nearest to the centre, the weekday deciding where one is said."""
    if centre.day is None or said.month is None or said.day is None:
        return None
    options = []
    for year in range(centre.day.year - 4, centre.day.year + 5):
        day = almanac.real_day(year, said.month, said.day)
        if day is not None:
            options.append((_distance(day, said, centre), year))
    return min(options)[1] if options else None


_AGAINST_TENSE = 300
"""Days by which a date on the wrong side of its tense counts as farther: it wins only within a month of the centre."""
_SLIP = 31


def _distance(day: date, said: Wording, centre: Centre) -> float:
    assert centre.day is not None
    away = (day - centre.day).days
    against = away > 0 if centre.tense is Tense.PAST else away < 0 and centre.tense in (Tense.COMING, Tense.PRESENT)
    far = float(abs(away))
    if against:
        far += _AGAINST_TENSE if abs(away) <= _SLIP else 10 * _AGAINST_TENSE
    if said.weekday is not None and day.weekday() != said.weekday and abs(away) > 7:
        far += 400
    return far


def resolve_holiday(said: Wording, centre: Centre) -> Resolved:
    """The day of a holiday; its year, where unsaid, is the one nearest to the centre on the side of the tense."""
    year, name = outer_year(said, centre), said.value or ""
    if year is not None:
        day = holiday(name, year)
        return Resolved(day.isoformat() if day else "XXXX-XX-XX", day, day, origin=Origin.ABSOLUTE)
    if centre.day is None:
        return Resolved("XXXX-XX-XX")
    days = [holiday(name, centre.day.year + step) for step in (-1, 0, 1)]
    options = [(_distance(day, said, centre), day) for day in days if day]
    found = min(options)[1] if options else None
    return Resolved(found.isoformat() if found else "XXXX-XX-XX", found, found)


def _month(said: Wording, centre: Centre) -> Resolved:
    assert said.month is not None
    year = outer_year(said, centre)
    if year is not None:
        return _absolute(stretch(date(year, said.month, 1), "M"))
    anchor, origin = centre.base(said.base is Base.TEXT)
    if anchor is None:
        return Resolved(f"XXXX-{said.month:02d}", precision=Precision.MONTH)
    back = (anchor.month - said.month) % 12
    if said.shift is not None and said.shift != 0:
        step = -(back or 12) if said.shift < 0 else (12 - back if back else 12)
    elif said.shift == 0 and (centre.tense is Tense.NONE or said.base is Base.TEXT):
        step = said.month - anchor.month
    elif centre.tense in (Tense.COMING, Tense.PRESENT):
        step = -back if 0 < back <= (4 if centre.tense is Tense.PRESENT else 0) else (12 - back) % 12
    elif centre.tense is Tense.PLANNED:
        step = -back if back <= 6 else 12 - back
    else:
        step = -back if back <= 9 or centre.tense is Tense.PAST else 12 - back
    found = stretch(almanac.add_months(anchor.replace(day=1), step), "M")
    return Resolved(found.value, found.start, found.end, Precision.MONTH, origin)


def _day_of_month(said: Wording, centre: Centre) -> Resolved:
    """ "Friday the 16th", "the 16th": the nearest such day, ahead or behind as the clause looks."""
    assert said.day is not None
    if centre.day is None:
        return Resolved(f"XXXX-XX-{said.day:02d}")
    options = []
    for step in range(-3, 4):
        month = almanac.add_months(centre.day.replace(day=1), step)
        day = month and almanac.real_day(month.year, month.month, said.day)
        if day and (said.weekday is None or day.weekday() == said.weekday):
            away = (day - centre.day).days
            wrong = (centre.tense is Tense.PAST and away > 0) or (
                centre.tense in (Tense.COMING, Tense.PRESENT) and away < 0
            )
            options.append((abs(away) + (90 if wrong else 0), day))
    if not options:
        return Resolved(f"XXXX-XX-{said.day:02d}")
    found = min(options)[1]
    return Resolved(found.isoformat(), found, found)


def _season(said: Wording, centre: Centre) -> Resolved:
    assert said.season is not None
    year, origin = outer_year(said, centre), Origin.ABSOLUTE
    if year is None:
        if centre.day is None:
            return Resolved(f"XXXX-{said.season}", precision=Precision.SPAN)
        year, origin = _season_year(said, centre, centre.day), Origin.PUBLISHED
    start, end = almanac.season_of(year, said.season)
    return Resolved(f"{year:04d}-{said.season}", start, end, Precision.SPAN, origin)


def _season_year(said: Wording, centre: Centre, today: date) -> int:
    assert said.season is not None
    start, end = almanac.season_of(today.year, said.season)
    running = said.season == "WI" and today.month <= 2
    if running:
        start, end = almanac.season_of(today.year - 1, said.season)
    shift = said.shift
    if shift is None:
        shift = 0
        if centre.tense in (Tense.PAST, Tense.NONE) and start > today:
            shift = -1
        elif centre.tense is Tense.COMING and end < today:
            shift = 1
        return start.year + shift
    if shift < 0:
        return start.year - (0 if end < today else 1)
    if shift > 0:
        return start.year + (0 if start > today else 1)
    return start.year


def _part_of_year(said: Wording, centre: Centre) -> Resolved:
    """A quarter or a half of a year; without its year, the last one that began (or will come, when the clause says)."""
    year, origin = outer_year(said, centre), Origin.ABSOLUTE
    size, nth = (3, said.nth or 1) if said.unit == "Q" else (6, said.nth or 1)
    if year is None:
        if centre.day is None:
            return Resolved(f"XXXX-{said.unit}{nth}", precision=Precision.QUARTER)
        origin = Origin.PUBLISHED
        begun = date(centre.day.year, size * (nth - 1) + 1, 1) <= centre.day
        year = centre.day.year
        if not begun and centre.tense not in (Tense.COMING, Tense.PRESENT, Tense.PLANNED):
            year -= 1
        ended = size * nth < centre.day.month
        if ended and centre.tense is Tense.COMING:
            year += 1
    start, end = almanac.months_of(year, size * (nth - 1) + 1, size * nth)
    precision = Precision.QUARTER if said.unit == "Q" else Precision.SPAN
    return Resolved(f"{year:04d}-{said.unit}{nth}", start, end, precision, origin)


def _nth(said: Wording, centre: Centre) -> Resolved:
    """ "the last week of March", "the first Monday of June"."""
    assert said.outer is not None and said.nth is not None
    whole = resolve_outer(said.outer, centre)
    if whole.start is None or whole.end is None:
        return Resolved("XXXX")
    if said.unit == "DOW" and said.weekday is not None:
        first = (said.weekday - whole.start.weekday()) % 7
        back = (whole.end.weekday() - said.weekday) % 7
        day = (
            almanac.add_days(whole.end, -back)
            if said.nth < 0
            else almanac.add_days(whole.start, first + 7 * (said.nth - 1))
        )
        return Resolved(day.isoformat() if day else "XXXX", day, day, origin=whole.origin)
    unit = said.unit or "D"
    start = almanac.add(whole.start, said.nth - 1, unit) if said.nth > 0 else whole.end
    found = stretch(start, unit)
    if unit == "WE" and start is not None:
        saturday = almanac.add_days(start, (5 - start.weekday()) % 7 if said.nth > 0 else -((start.weekday() + 2) % 7))
        sunday = saturday and almanac.add_days(saturday, 1)
        if saturday:
            found = Resolved(almanac.week_value(saturday) + "-WE", saturday, sunday, Precision.WEEKEND)
    return Resolved(found.value, found.start, found.end, found.precision, whole.origin)


def resolve_outer(outer: Wording, centre: Centre) -> Resolved:
    """The longer stretch that an ordinal picks from."""
    if outer.unit in ("Y", "M", "Q", "W") and outer.month is None and outer.nth is None:
        base, origin = centre.base(outer.base is Base.TEXT)
        found = stretch(base and almanac.add(base, outer.shift or 0, outer.unit), outer.unit)
        return Resolved(found.value, found.start, found.end, found.precision, origin)
    return resolve_date(outer, centre)
