"""Days in words: with their precision, and with the place that they were read from.

English names of days and months are spelled out here, so that no locale of the machine changes a brief.
"""

import re
from datetime import date, timedelta

from pourparler.core.moment import Precision, When
from pourparler.core.report import Report
from pourparler.core.vocabulary import PublishedFrom
from pourparler.faces.wording.quoting import visible

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FULL_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
QUARTERS = ("first", "second", "third", "fourth")

_YEAR = re.compile(r"\b(?:1[89]|20|21)\d\d\b")


def day_words(day: date) -> str:
    """A day with its weekday and year: Tue 18 Feb 2025."""
    return f"{WEEKDAYS[day.weekday()]} {short_day(day)} {day.year}"


def short_day(day: date) -> str:
    """A day without its year: 18 Feb."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def is_dated(when: When | None) -> bool:
    """True when at least one end of `when` is known."""
    return when is not None and (when.start is not None or when.end is not None)


def when_words(when: When | None) -> str:
    """The days of `when`, no finer than they are known; "no day told" when neither end is."""
    if when is None or (when.start is None and when.end is None):
        return "no day told"
    if when.end is None and when.start is not None:
        return f"from {day_words(when.start)} on"
    if when.start is None and when.end is not None:
        return f"until {day_words(when.end)}"
    assert when.start is not None and when.end is not None
    return _interval(when.start, when.end, when.precision)


def _interval(start: date, end: date, precision: Precision) -> str:
    """A closed interval of days in the words of its precision."""
    if start == end:
        return day_words(start)
    if precision is Precision.WEEKEND:
        return f"weekend of {_span(start, end)}"
    if precision is Precision.WEEK:
        return f"week of {_span(start, end)}"
    if _is_month(start, end):
        return f"{FULL_MONTHS[start.month - 1]} {start.year}"
    if precision is Precision.QUARTER:
        return f"{QUARTERS[(start.month - 1) // 3]} quarter of {start.year}"
    if precision is Precision.YEAR:
        return str(start.year)
    return _span(start, end)


def _span(start: date, end: date) -> str:
    """Two days joined, what they share said once: 1–2 Mar 2025."""
    if start.year != end.year:
        return f"{short_day(start)} {start.year} – {short_day(end)} {end.year}"
    if start.month != end.month:
        return f"{short_day(start)} – {short_day(end)} {end.year}"
    return f"{start.day}–{short_day(end)} {end.year}"


def _is_month(start: date, end: date) -> bool:
    return (
        start.day == 1 and start.replace(day=28) <= end and (end + timedelta(1)).day == 1 and start.month == end.month
    )


def in_prose(when: When | None) -> str:
    """The days of `when` as a sentence has them, preposition and all; empty when no day is known."""
    if when is None or (when.start is None and when.end is None):
        return ""
    words = when_words(when)
    if when.start is None or when.end is None:
        return words
    if when.start == when.end:
        return f"on {words}"
    if when.precision is Precision.WEEKEND:
        return f"on the {words}"
    if when.precision in (Precision.WEEK, Precision.QUARTER):
        return f"in the {words}"
    if when.precision is Precision.YEAR or words[0] in "JFMASOND":
        return f"in {words}"
    return f"on {words}" if when.end - when.start == timedelta(1) else f"in the days {words}"


def origin_words(said: str | None, report: Report | None) -> str:
    """Where a day was read: from 'Tuesday', report of 17 Feb. A wording with its year stands on its own."""
    words = visible(said or "").strip()
    if not words:
        return report_of(report) if report else "origin not kept"
    if _YEAR.search(words) or report is None:
        return f"from '{words}'"
    return f"from '{words}', {report_of(report)}"


def report_of(report: Report) -> str:
    """A report by its day of publication: report of 17 Feb."""
    return f"report of {short_day(report.published)}" if report.published else "a report without a day"


def dated(when: When | None, report: Report | None) -> str:
    """Days with precision and origin: Tue 18 Feb 2025 (from 'Tuesday', report of 17 Feb)."""
    if when is None:
        return when_words(None)
    if not is_dated(when):
        return f"no day told ('{visible(when.said)}')" if when.said.strip() else when_words(None)
    return f"{when_words(when)} ({origin_words(when.said, report)})"


PUBLISHED_WORDS: dict[PublishedFrom, str] = {
    PublishedFrom.HEADER_LINE: "from its header line",
    PublishedFrom.BYLINE: "from its byline",
    PublishedFrom.DATELINE: "from its dateline",
    PublishedFrom.URL: "from its address",
    PublishedFrom.FEED: "from the feed",
    PublishedFrom.PAGE_METADATA: "from the page's metadata",
    PublishedFrom.GIVEN: "as given with it",
    PublishedFrom.UNKNOWN: "origin unknown",
}
"""Where a day of publication was read, in words."""


def published_words(report: Report) -> str:
    """A report's day of publication and where it stands: Wed 26 Feb 2025 (from its header line)."""
    if report.published is None:
        return "day of publication unknown"
    return f"{day_words(report.published)} ({PUBLISHED_WORDS[report.published_from]})"


def publication(report: Report) -> str:
    """A report's day, where it was read, any other day that the report gives, and a later edit apart from them."""
    others = [
        f"{PUBLISHED_WORDS[one.published_from]}: {day_words(one.day)}"
        for one in report.day_conflicts
        if one.day != report.published
    ]
    told = [published_words(report)]
    told += [f"but {'; '.join(dict.fromkeys(others))}"] if others else []
    told += [f"updated {day_words(report.updated)}"] if report.updated not in (None, report.published) else []
    return "; ".join(told)
