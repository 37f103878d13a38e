"""Values of time expressions, in the manner of TIMEX3, and the closed intervals of days they stand for."""

import re
from calendar import monthrange
from datetime import date, timedelta

from pourparler.core.moment import Precision, When

VALUE = re.compile(r"[0-9?PR.][0-9A-Za-z?:.+\-/]*")
"""What a value of time may look like; ids begin with a small letter, so the two are never confused."""

_CLOCK = re.compile(r"T\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?")
_DURATION = re.compile(r"(?:R\d*/)?P(?:[\dX]+[YMWD])*(?:T(?:[\dX]+[HMS])+)?")


def when(value: str, said: str) -> When | None:
    """The days of a value with its wording `said`; None for a duration (`P3D`) or a set (`R/P1W`).

    `2025-02-18`, `2025-02-18T14:00`, `2025-02`, `2025-W08`, `2025-W08-WE`, `2025-Q1`, `2025`, an interval `A..B` with
    either end left open, and `?` for words whose days cannot be told. Anything else raises ValueError.
    """
    if not VALUE.fullmatch(value):
        raise ValueError(value)
    if value == "?":
        return When(None, None, Precision.SPAN, said)
    if value[0] in "PR":
        if not _DURATION.fullmatch(value) or value[-1] in "PT/":
            raise ValueError(value)
        return None
    if ".." in value:
        first, last = value.split("..", 1)
        if not first and not last:
            raise ValueError(value)
        start, end = first and _days(first)[0], last and _days(last)[1]
        if start and end and start > end:
            raise ValueError(value)
        return When(start or None, end or None, Precision.SPAN, said)
    return When(*_days(value), said)


def _days(value: str) -> tuple[date, date, Precision]:
    """First day, last day and precision of one calendar value."""
    value = _CLOCK.sub("", value)
    if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        if found[3]:
            return monday + timedelta(5), monday + timedelta(6), Precision.WEEKEND
        return monday, monday + timedelta(6), Precision.WEEK
    if found := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        month = 3 * int(found[2])
        return _first(found[1], month - 2), _last(found[1], month), Precision.QUARTER
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(value), date.fromisoformat(value), Precision.DAY
    if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return _first(found[1], int(found[2])), _last(found[1], int(found[2])), Precision.MONTH
    if re.fullmatch(r"\d{4}", value):
        return _first(value, 1), _last(value, 12), Precision.YEAR
    raise ValueError(value)


def _first(year: str, month: int) -> date:
    return date(int(year), month, 1)


def _last(year: str, month: int) -> date:
    if not 1 <= month <= 12:
        raise ValueError(month)
    return date(int(year), month, monthrange(int(year), month)[1])
