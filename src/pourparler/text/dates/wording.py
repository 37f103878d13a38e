"""What the words of one time expression say, before anything is counted from any day."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The sorts of time expressions; each has one way of becoming days."""

    DATE = "date"
    WEEKDAY = "weekday"
    UNIT = "unit"
    OFFSET = "offset"
    WINDOW = "window"
    DURATION = "duration"
    SET = "set"
    REF = "ref"
    CLOCK = "clock"
    EVE = "eve"
    NTH_DAY = "nth day"
    ANNIVERSARY = "anniversary"
    HOLIDAY = "holiday"


class Base(StrEnum):
    """What a relative expression is counted from."""

    ANCHOR = "anchor"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Wording:
    """One expression as worded. `unit` is a letter of `lexicon.UNITS`, or "WE", "SEASON", "MON", "H" (half-year).

    `shift` counts units from the base (-1 last, 0 this, 1 next); `count` None is an unnamed number ("several days");
    `nth` picks one of several (the third quarter, the last week of March, -1 being the last); `edge` is START, MID or
    END of the stretch, BEFORE and AFTER the part of it on either side of the anchor ("earlier this month").
    """

    kind: Kind
    type: str = "DATE"
    base: Base = Base.ANCHOR
    which: str | None = None
    unit: str | None = None
    shift: int | None = None
    count: float | None = None
    nth: int | None = None
    year: int | None = None
    decade: int | None = None
    century: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    season: str | None = None
    part: str | None = None
    edge: str | None = None
    clock: tuple[int, int] | None = None
    zone: str | None = None
    fiscal: bool = False
    outer: "Wording | None" = None
    value: str | None = None
