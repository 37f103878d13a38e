"""What an expression is counted from, and what it comes to."""

from dataclasses import dataclass
from datetime import date

from pourparler.core.moment import Origin, Precision
from pourparler.text.dates.verbgroup import Tense


@dataclass(frozen=True, slots=True)
class Earlier:
    """The expression of the text that a later one ("two days later") is counted from."""

    start: date
    end: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class Centre:
    """The anchor day, the expression before this one, and the tense of the clause."""

    day: date | None
    tense: Tense
    earlier: Earlier | None = None

    def base(self, text: bool) -> tuple[date | None, Origin]:
        """The day to count from, and which sort it is; the anchor stands in where the text names none."""
        if text and self.earlier is not None:
            return self.earlier.start, Origin.TEXT
        return self.day, Origin.PUBLISHED


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 value with its closed interval; `origin` PUBLISHED stands for the anchor, whichever it is."""

    value: str
    start: date | None = None
    end: date | None = None
    precision: Precision = Precision.DAY
    origin: Origin = Origin.PUBLISHED
    names_days: bool = True
