"""Windows of time as they are typed, and in words."""

from datetime import date, timedelta

from pourparler.case.networks.windows import Span
from pourparler.faces.wording.days import FULL_MONTHS, day_words, short_day


def span_of(typed: str) -> Span:
    """The window that was typed, as 2025-03-01..2025-03-31; raises ValueError for anything but two days, the first not
    after the last."""
    first, _, last = typed.strip().partition("..")
    span = Span(date.fromisoformat(first), date.fromisoformat(last))
    if span.first > span.last:
        raise ValueError(typed)
    return span


def span_words(span: Span) -> str:
    """A window as `span_of` reads it."""
    return f"{span.first.isoformat()}..{span.last.isoformat()}"


def window_words(span: Span | None) -> str:
    """A window in words: a month or a year of the calendar by its name, else its days."""
    if span is None:
        return "the whole time"
    if span.first == span.last:
        return day_words(span.first)
    first, last = span.first, span.last
    ends = first.day == 1 and (last == date.max or (last + timedelta(1)).day == 1)
    if ends and (first.year, first.month) == (last.year, last.month):
        return f"{FULL_MONTHS[first.month - 1]} {first.year}"
    if ends and (first.year, first.month, last.month) == (last.year, 1, 12):
        return str(first.year)
    began = short_day(first) if first.year == last.year else f"{short_day(first)} {first.year}"
    return f"{began} – {short_day(last)} {last.year}"
