"""Days of holidays, fixed or counted.

Easter by the Gregorian computus and the Orthodox one by the Julian: Meeus, Astronomical Algorithms (1991).
"""

from datetime import date, timedelta
from typing import Final

_FIXED: Final = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year 's eve": (12, 31), "new year 's day": (1, 1), "new years day": (1, 1), "new year 's": (1, 1),
    "orthodox christmas": (1, 7), "halloween": (10, 31), "independence day": (7, 4), "veterans day": (11, 11),
    "armistice day": (11, 11), "valentine 's day": (2, 14), "victory day": (5, 9), "may day": (5, 1),
    "labour day": (5, 1), "bastille day": (7, 14),
}  # fmt: skip
# month, weekday (Monday 0), which of them (-1 the last)
_COUNTED: Final = {
    "labor day": (9, 0, 1), "memorial day": (5, 0, -1), "thanksgiving": (11, 3, 4), "thanksgiving day": (11, 3, 4),
    "martin luther king day": (1, 0, 3), "columbus day": (10, 0, 2), "presidents day": (2, 0, 3),
}  # fmt: skip
_FROM_EASTER: Final = {
    "easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "palm sunday": -7, "ash wednesday": -46,
}  # fmt: skip


def holiday(name: str, year: int) -> date | None:
    """The day of the holiday `name` (its words in lower case) in `year`; None for an unknown name or before 1583."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _COUNTED:
        return _counted(year, *_COUNTED[name])
    if year < 1583:
        return None
    if name == "orthodox easter":
        return _orthodox(year)
    return easter(year) + timedelta(days=_FROM_EASTER[name]) if name in _FROM_EASTER else None


def _counted(year: int, month: int, weekday: int, nth: int) -> date:
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year, month + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def easter(year: int) -> date:
    """Easter Sunday of the western churches in `year` (Meeus, Astronomical Algorithms, 1991)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _orthodox(year: int) -> date:
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13 if year < 2100 else 14)
