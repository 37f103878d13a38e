"""A rule that is broken, and the places of words that several rules look at."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from pourparler.core.account import Account
from pourparler.core.evidence import Evidence, Span
from pourparler.core.moment import When
from pourparler.core.report import Report


@dataclass(frozen=True, slots=True)
class Problem:
    """A rule that is broken: what is wrong, and where."""

    what: str
    where: str


def misplaced(evidence: Evidence, report: Report, where: str) -> Iterator[Problem]:
    """A problem where words are empty or not those of their place."""
    span = Span(evidence.start, evidence.end)
    if outside(span, report.text) or span.of(report.text) != evidence.text:
        yield Problem(f"its words do not stand at {span.start}–{span.end} of {report.name}", where)


def outside(span: Span, text: str) -> bool:
    """True for a span that is empty or leaves the text."""
    return not 0 <= span.start < span.end <= len(text)


def wrong_time(when: When) -> str | None:
    """What is wrong with a time: it ends before it begins, or is called a day and is several; None when it is well."""
    if when.start is None or when.end is None:
        return None
    if when.end < when.start:
        return f"its time ends on {when.end} and begins on {when.start}"
    if when.precision == "day" and when.start != when.end:
        return f"its time is called a day and runs from {when.start} to {when.end}"
    return None


def parts(value: Any, sort: type[Any]) -> Iterator[Any]:
    """Every value of a sort inside a value of ours, its accounts left out."""
    if isinstance(value, sort):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from parts(item, sort)
    elif is_dataclass(value) and not isinstance(value, Account):
        for each in fields(value):
            yield from parts(getattr(value, each.name), sort)
