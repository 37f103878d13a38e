"""Times of day with their offset from UTC, where the zone is said and its rule is known.

Rules of summer time as they stand in law: United States and Canada since 2007 (second Sunday of March to first Sunday
of November), European Union since 1996 (last Sundays of March and October). Moscow is at +03:00 since October 2014.
"""

from datetime import date, timedelta
from typing import Final

from pourparler.text.dates.wording import Wording

_FIXED: Final = {
    "gmt": 0, "utc": 0, "z": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "moscow": 180, "bst": 60,
    "jst": 540, "hkt": 480, "beijing": 480, "tehran": 210, "ist": None,
}  # fmt: skip
_AMERICAN: Final = {"et": -300, "eastern": -300, "ct": -360, "pt": -480, "pacific": -480}
_EUROPEAN: Final = {"kyiv": 120, "kiev": 120, "london": 0, "paris": 60, "brussels": 60, "berlin": 60}


def clock_of(said: Wording, day: date | None) -> str | None:
    """The ISO 8601 time of `said`, with its offset where zone and day give one; None where no time is said."""
    if said.clock is None:
        return None
    time = f"{said.clock[0]:02d}:{said.clock[1]:02d}:00"
    minutes = offset(said.zone, day)
    if minutes is None:
        return time
    sign = "-" if minutes < 0 else "+"
    return f"{time}{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def offset(zone: str | None, day: date | None) -> int | None:
    """Minutes ahead of UTC in `zone` on `day`; None where zone, or a day that matters, is unknown."""
    if zone is None:
        return None
    if zone in _FIXED:
        return _FIXED[zone]
    if day is None:
        return None
    if zone in _AMERICAN:
        begins, ends = _sunday(day.year, 3, 2), _sunday(day.year, 11, 1)
        return _AMERICAN[zone] + (60 if begins <= day < ends else 0)
    if zone in _EUROPEAN:
        begins, ends = _last_sunday(day.year, 3), _last_sunday(day.year, 10)
        return _EUROPEAN[zone] + (60 if begins <= day < ends else 0)
    return None


def _sunday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (nth - 1))


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)
