"""From a wording and its centre to a TIMEX3 value and a closed interval of days."""

from datetime import date
from typing import Final

from pourparler.core.moment import Origin, Precision
from pourparler.text.dates import almanac
from pourparler.text.dates.amounts import spell
from pourparler.text.dates.calendar import resolve_date, resolve_holiday
from pourparler.text.dates.centre import Centre, Resolved
from pourparler.text.dates.stretch import edge_of, stretch
from pourparler.text.dates.verbgroup import Tense
from pourparler.text.dates.wording import Base, Kind, Wording

_PRECISIONS: Final = {"D": Precision.DAY, "W": Precision.WEEK, "M": Precision.MONTH, "Q": Precision.QUARTER,
                      "Y": Precision.YEAR, "WE": Precision.WEEKEND}  # fmt: skip


def resolve(said: Wording, centre: Centre) -> Resolved:
    """The value and the days of `said` as counted from `centre`; days are None where they cannot be known."""
    if said.kind is Kind.REF:
        return _ref(said, centre)
    if said.kind is Kind.DURATION:
        return Resolved(spell(said.count, said.unit or "D"), names_days=False)
    if said.kind is Kind.SET:
        return Resolved(said.value or "", names_days=False)
    try:
        return _laid_over(said, edge_of(said, _days(said, centre), centre))
    except (ValueError, OverflowError):  # a day before year 1 or after year 9999
        return Resolved("XXXX-XX-XX")


def _days(said: Wording, centre: Centre) -> Resolved:
    if said.kind is Kind.DATE:
        return resolve_date(said, centre)
    if said.kind is Kind.HOLIDAY:
        return resolve_holiday(said, centre)
    if said.kind is Kind.CLOCK:
        return _clock(centre)
    makers = {Kind.WEEKDAY: _weekday, Kind.UNIT: _unit, Kind.OFFSET: _offset, Kind.WINDOW: _window}
    return makers[said.kind](said, centre) if said.kind in makers else Resolved("XXXX-XX-XX")


def _laid_over(said: Wording, found: Resolved) -> Resolved:
    """`found` with the time or the part of day in its value."""
    if said.clock and found.precision is Precision.DAY:
        hour, minute = said.clock
        zone = "Z" if said.zone in ("utc", "gmt", "z") else ""
        return _valued(found, f"{found.value}T{hour:02d}:{minute:02d}{zone}")
    if said.part and found.precision is Precision.DAY:
        return _valued(found, f"{found.value}T{said.part}")
    return found


def _valued(found: Resolved, value: str) -> Resolved:
    return Resolved(value, found.start, found.end, found.precision, found.origin)


def _clock(centre: Centre) -> Resolved:
    """A time of day alone: the day last named, else the anchor."""
    day, origin = centre.base(text=centre.earlier is not None and centre.earlier.precision is Precision.DAY)
    return Resolved(day.isoformat() if day else "XXXX-XX-XX", day, day, origin=origin)


def _ref(said: Wording, centre: Centre) -> Resolved:
    if said.value == "PRESENT_REF":
        return Resolved("PRESENT_REF", centre.day, centre.day, Precision.SPAN)
    if said.value == "PAST_REF":
        return Resolved("PAST_REF", None, centre.day, Precision.SPAN)
    return Resolved("FUTURE_REF", centre.day, None, Precision.SPAN)


def nearest_weekday(day: date, weekday: int, tense: Tense) -> date | None:
    """A bare weekday seen from `day`: the nearest past, today included, unless the clause looks ahead."""
    back = (day.weekday() - weekday) % 7
    ahead = (weekday - day.weekday()) % 7
    if tense in (Tense.COMING, Tense.PRESENT):
        return almanac.add_days(day, ahead)
    if tense is Tense.PLANNED and ahead < back:
        return almanac.add_days(day, ahead)
    return almanac.add_days(day, -back)


def _weekday(said: Wording, centre: Centre) -> Resolved:
    weekday, which = said.weekday or 0, said.which
    anchor, origin = centre.base(said.base is Base.TEXT)
    unknown = f"XXXX-WXX-{weekday + 1}"
    if anchor is None:
        return Resolved(unknown)
    found: date | None
    if which in ("FOLL", "PREV"):
        step = 1 if which == "FOLL" else -1
        near = almanac.add_days(anchor, step)
        found = near and nearest_weekday(near, weekday, Tense.COMING if step > 0 else Tense.PAST)
    elif which in ("SAME", "THAT"):
        found = nearest_weekday(anchor, weekday, Tense.PLANNED)
    elif which in ("LAST", "PAST"):
        near = almanac.add_days(anchor, -1)
        found = near and nearest_weekday(near, weekday, Tense.PAST)
    elif which == "COMING":
        near = almanac.add_days(anchor, 1)
        found = near and nearest_weekday(near, weekday, Tense.COMING)
    elif which in ("NEXT", "OF"):
        found = almanac.add_days(anchor, 7 * (1 if which == "NEXT" else said.shift or 0) - anchor.weekday() + weekday)
    elif which == "WEEK":
        near = nearest_weekday(anchor, weekday, Tense.COMING)
        found = near and almanac.add_days(near, 7)
    elif which == "THIS" and centre.tense is Tense.NONE:
        found = almanac.add_days(anchor, weekday - anchor.weekday())
    else:
        found = nearest_weekday(anchor, weekday, centre.tense)
    return Resolved(found.isoformat(), found, found, origin=origin) if found else Resolved(unknown)


def _unit(said: Wording, centre: Centre) -> Resolved:
    """ "today", "last week", "the following month": a whole unit some steps from the base."""
    anchor, origin = centre.base(said.base is Base.TEXT)
    unit, shift = said.unit or "D", said.shift or 0
    if said.base is Base.TEXT and unit == "D" and shift != 0 and centre.earlier is None:
        anchor = None
    if unit[0] == "T":
        return Resolved(f"{anchor.isoformat()}" if anchor else "XXXX-XX-XX", anchor, anchor, origin=origin)
    if anchor is None:
        return Resolved(_UNKNOWN.get(unit, "XXXX"), precision=_PRECISIONS.get(unit, Precision.SPAN))
    if unit == "Y" and (said.fiscal or said.which == "TOLD"):
        return _told_year(said, centre, anchor)
    if unit == "WE":
        found = _weekend(anchor, shift, centre.tense, said.which)
    elif unit == "Q" and said.which is None:
        found = stretch(almanac.add(anchor, _quarter_shift(anchor), "Q"), "Q")
    else:
        found = stretch(almanac.add(anchor, shift, unit), unit)
    if said.which in ("overnight", "night") and found.start:
        return _night(said, found, centre)
    return Resolved(found.value, found.start, found.end, found.precision, origin)


_RESULTS: Final = 3
"""Months into a year in which results told "for the year" are those of the year before."""


def _told_year(said: Wording, centre: Centre, anchor: date) -> Resolved:
    """A fiscal year ("FY2013") by its last month where that is said; "for the year" of results told early in one."""
    year = anchor.year + (said.shift or 0)
    if said.month is not None:
        year -= 1 if said.month >= anchor.month else 0
    elif said.which == "TOLD" and centre.tense is Tense.PAST and anchor.month <= _RESULTS:
        year -= 1
    found = stretch(date(year, 1, 1), "Y")
    value = f"FY{found.value}" if said.fiscal else found.value
    return Resolved(value, found.start, found.end, found.precision)


_UNKNOWN: Final = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}


def _quarter_shift(anchor: date) -> int:
    """ "the quarter" is the one reported on: the one before, in the weeks after it ended."""
    return -1 if (anchor.month - 1) % 3 < 2 else 0


def _night(said: Wording, found: Resolved, centre: Centre) -> Resolved:
    """A night belongs to the day on which it begins; the days it touches are two."""
    if said.which == "overnight" and centre.tense not in (Tense.COMING, Tense.PRESENT) and found.start:
        before = almanac.add_days(found.start, -1)
        return Resolved(before.isoformat() if before else found.value, before, found.end, Precision.DAY, found.origin)
    return found


def _weekend(anchor: date, shift: int, tense: Tense, which: str | None) -> Resolved:
    """Saturday and Sunday; early in the week "this weekend" told in the past is the one just over."""
    back = 0
    told = tense is Tense.PAST or (which is None and tense is not Tense.COMING)
    if shift == 0 and told and anchor.weekday() < (5 if which is None else 3):
        back = -7
    if shift == -1 and anchor.weekday() >= 5:
        back = 0
    saturday = almanac.add_days(anchor, 5 - anchor.weekday() + 7 * shift + back)
    sunday = saturday and almanac.add_days(saturday, 1)
    if not saturday or not sunday:
        return Resolved("XXXX-WXX-WE", precision=Precision.WEEKEND)
    return Resolved(almanac.week_value(saturday) + "-WE", saturday, sunday, Precision.WEEKEND)


def _offset(said: Wording, centre: Centre) -> Resolved:
    """ "three days ago", "a year earlier", "two weeks later"."""
    if said.which == "same":
        return _same(said, centre)
    anchor, origin = centre.base(said.base is Base.TEXT)
    unit, sign = said.unit or "D", said.shift or 1
    if said.base is Base.TEXT and unit in ("D", "W", "TH", "TM") and centre.earlier is None:
        return Resolved("XXXX-XX-XX", origin=Origin.NONE)
    if said.count is None or anchor is None:
        before = anchor if sign < 0 else None
        after = anchor if sign > 0 else None
        value = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Resolved(value, after, before, Precision.SPAN, origin)
    moved = almanac.add(anchor, sign * said.count, unit)
    if moved is None:
        return Resolved("XXXX")
    if unit == "Y" and centre.earlier and said.base is Base.TEXT:
        return _as_fine(moved, centre, origin)
    if said.which == "exact":
        return Resolved(moved.isoformat(), moved, moved, origin=origin)
    step = {"M": "M", "Q": "Q", "Y": "Y", "DE": "Y", "CE": "Y", "ML": "Y"}.get(unit, "D")
    found = stretch(moved, step)
    value = almanac.week_value(moved) if unit in ("W", "F") else found.value
    return Resolved(value, found.start, found.end, found.precision, origin)


def _as_fine(moved: date, centre: Centre, origin: Origin) -> Resolved:
    """A year before or after a quarter is a quarter, a month a month, a day a year off stays a year."""
    fine = {Precision.QUARTER: "Q", Precision.MONTH: "M", Precision.DAY: "Y", Precision.YEAR: "Y"}
    assert centre.earlier is not None
    found = stretch(moved, fine.get(centre.earlier.precision, "Y"))
    return Resolved(found.value, found.start, found.end, found.precision, origin)


def _same(said: Wording, centre: Centre) -> Resolved:
    anchor, origin = centre.base(text=True)
    if said.year is not None and said.month is not None:
        return stretch(date(said.year, said.month, 1), "M")
    if anchor is None:
        return Resolved("XXXX")
    if said.year is not None:
        anchor = almanac.add_months(anchor, 12 * (said.year - anchor.year + 1)) or anchor
    moved = almanac.add_months(anchor, -12)
    fine = {Precision.QUARTER: "Q", Precision.MONTH: "M", Precision.DAY: "D", Precision.WEEK: "W"}
    unit = said.unit or (fine.get(centre.earlier.precision, "Y") if centre.earlier else "Y")
    if unit == "D" and said.unit is None:  # a period that ended on the day last named
        unit = "Q"
    found = stretch(moved, unit)
    return Resolved(found.value, found.start, found.end, found.precision, origin)


def _window(said: Wording, centre: Centre) -> Resolved:
    """ "the past two weeks" up to the base, "the next two weeks" from the day after it."""
    anchor, origin = centre.base(said.base is Base.TEXT)
    unit, count = said.unit or "D", said.count
    value = spell(count, unit)
    if count == 0:
        return Resolved(value, precision=Precision.SPAN, origin=origin)
    if said.which == "RECENT":
        return Resolved("PAST_REF", None, anchor, Precision.SPAN, origin)
    if said.which in ("THESE", "THIS"):
        return Resolved("PRESENT_REF", anchor, anchor, Precision.SPAN, origin)
    if anchor is None:
        return Resolved(value, precision=Precision.SPAN)
    if (said.shift or 0) > 0:
        end = almanac.add(anchor, count, unit) if count is not None else None
        start = anchor if unit[0] == "T" else almanac.add_days(anchor, 1)
        return Resolved(value, start, end, Precision.SPAN, origin)
    start = almanac.add(anchor, -count, unit) if count is not None else None
    return Resolved(value, start, anchor, Precision.SPAN, origin)
