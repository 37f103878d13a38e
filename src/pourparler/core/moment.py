"""Days: a closed interval with a precision, the words it was read from, and where it is counted from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pourparler.core.vocabulary import PublishedFrom


class Precision(StrEnum):
    """How fine a day is known."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    SPAN = "span"


class Direction(StrEnum):
    """Which way the clause of a time expression looks."""

    PAST = "past"
    COMING = "coming"
    OPEN = "open"


class Origin(StrEnum):
    """What a relative day was counted from."""

    PUBLISHED = "published"
    DATELINE = "dateline"
    SPEAKER = "speaker"
    TEXT = "text"
    ABSOLUTE = "absolute"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class When:
    """A closed interval of days; an open end is None, an unresolved wording has neither end."""

    start: date | None
    end: date | None
    precision: Precision
    said: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that relative expressions are counted from, and how that day itself was found."""

    day: date | None
    origin: Origin = Origin.PUBLISHED
    published_from: PublishedFrom = PublishedFrom.UNKNOWN


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression of a text: half-open code-point offsets, TIMEX3 type and value, and its days.

    `when` is None for what names no days (a duration, a set); unresolved days keep a `when` without ends.
    `clock` is an ISO 8601 time with its offset from UTC where the words give one.
    """

    start: int
    end: int
    type: str
    value: str
    when: When | None
    direction: Direction
    counted_from: Anchor
    clock: str | None = None
