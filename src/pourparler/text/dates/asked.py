"""The days that a stretch of a text names, with its preposition or as a range of two expressions."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Final

from pourparler.core.evidence import Span
from pourparler.core.moment import Precision, TimeExpression, When
from pourparler.text.dates import almanac

_BETWEEN: Final = re.compile(r"\s*(?:[-–—]|to|through|until|till|and|or)\s*(?:the\s+|on\s+)?", re.I)
_BOUND: Final = re.compile(
    r"\b(since|by|until|till|later than)(?:\s+(?:the|about|around|early|late|mid))*[\s-]*$", re.I
)


def days_of(text: str, span: Span, times: Sequence[TimeExpression]) -> tuple[TimeExpression, When] | None:
    """The expression that `span` asks for, of `times` (the expressions of `text`), with its days.

    Two days joined by "to", a dash, or "between ... and" are one stretch. A preposition left out of `span` ("Monday" of
    "by Monday") leaves its days as the bare words name them. None where nothing in `span` names days.
    """
    inside = [time for time in times if span.overlaps(Span(time.start, time.end)) and time.when is not None]
    for one, two in pairwise(inside):
        joined = _range(text, span, one, two)
        if joined is not None:
            return one, joined
    if not inside:
        return None
    chosen = inside[0]
    assert chosen.when is not None
    if span.start >= chosen.start and _BOUND.search(text[max(0, chosen.start - 40) : chosen.start]):
        bare = days_of_value(chosen.value)
        if bare is not None:
            return chosen, replace(chosen.when, start=bare[0], end=bare[1], precision=_precision(chosen.value))
    return chosen, chosen.when


def _range(text: str, span: Span, one: TimeExpression, two: TimeExpression) -> When | None:
    middle = text[one.end : two.start]
    link = _BETWEEN.fullmatch(middle)
    if link is None or one.when is None or two.when is None or one.when.start is None or two.when.end is None:
        return None
    between = re.search(r"\b(?:between|from)\s+(?:the\s+)?$", text[: one.start][-20:], re.I)
    both_days = one.when.start == one.when.end and two.when.start == two.when.end
    if middle.strip().lower()[:3] in ("and", "or", "or ") and not between and not (both_days and span.end >= two.end):
        return None
    start = days_of_value(one.value) or (one.when.start, one.when.end or one.when.start)
    end = days_of_value(two.value) or (two.when.start or two.when.end, two.when.end)
    if end[1] < start[0]:
        return None
    return When(start[0], end[1], Precision.SPAN, text[one.start : two.end])


def days_of_value(value: str) -> tuple[date, date] | None:
    """The closed interval of a TIMEX3 date value, from a day to a decade; None for any other value."""
    match = re.match(r"(\d{3,4})(?:-(W\d\d|Q[1-4]|H[12]|SP|SU|FA|WI|\d\d))?(?:-(WE|\d\d))?(?:T.*)?$", value)
    if match is None:
        return None
    year, part, day = match.groups()
    if len(year) == 3:
        return date(int(year) * 10, 1, 1), date(int(year) * 10 + 9, 12, 31)
    number = int(year)
    if part is None:
        return date(number, 1, 1), date(number, 12, 31)
    if part.isdigit():
        found = almanac.real_day(number, int(part), int(day)) if day else None
        return (found, found) if found else almanac.month_of(number, int(part))
    if part[0] == "W" and part[1:].isdigit():
        first, last = (6, 7) if day == "WE" else (1, 7)
        return date.fromisocalendar(number, int(part[1:]), first), date.fromisocalendar(number, int(part[1:]), last)
    if part in ("SP", "SU", "FA", "WI"):
        return almanac.season_of(number, part)
    size, nth = (3, int(part[1])) if part[0] == "Q" else (6, int(part[1]))
    return almanac.months_of(number, size * (nth - 1) + 1, size * nth)


def _precision(value: str) -> Precision:
    shapes = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}
    if "-WE" in value:
        return Precision.WEEKEND
    if "-W" in value:
        return Precision.WEEK
    if "-Q" in value:
        return Precision.QUARTER
    return shapes.get(len(value.partition("T")[0]), Precision.SPAN)
