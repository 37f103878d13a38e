"""A press report, frozen the moment it is added."""

from dataclasses import dataclass
from datetime import date

from pourparler.core.evidence import Span
from pourparler.core.vocabulary import PublishedFrom


@dataclass(frozen=True, slots=True)
class DayReading:
    """One place that gives a publication day, kept when places disagree; the span is None outside the text."""

    published_from: PublishedFrom
    day: date
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One press report; every offset anywhere is a half-open pair of code points into `text`.

    `id` is a digest of text, outlet and address; `name` is the path below the folder that was given, or the
    address, and is unique in a record. `updated` is the day of a later edit where the report gives one.
    """

    id: str
    name: str
    text: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    published: date | None = None
    published_from: PublishedFrom = PublishedFrom.UNKNOWN
    updated: date | None = None
    day_conflicts: tuple[DayReading, ...] = ()
    not_news: tuple[Span, ...] = ()
