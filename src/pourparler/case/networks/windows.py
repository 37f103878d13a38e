"""Windows of time: spans of days, weeks, months or years of the calendar, or of so many events, moved on by one unit
at a time, as the Discourse Network Analyzer moves them (rDNA, `dna_network`, arguments `timeWindow`, `windowSize`)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from pourparler.case.networks.referrals import LeftOut, Referral, Referrals, gaps_of
from pourparler.core.errors import InputError

MOST = 2_000
"""Windows beyond which a unit is too fine for the days it is to run over: five years of days, forty of weeks."""


class Unit(StrEnum):
    """What a window is measured in and moved by."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    EVENTS = "events"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A closed interval of days; those that begin earlier come first."""

    first: date
    last: date

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it; an unknown day does not."""
        return day is not None and self.first <= day <= self.last


def spans(days: Iterable[date], unit: Unit, size: int) -> tuple[Span, ...]:
    """The windows of `size` units over these days, from the first to the last, each one unit after the one before.

    Units are of the calendar (weeks begin on Monday); days that do not fill one window give one. A window of events
    runs from the first to the last of `size` events in a row and so takes in all of those two days; where events of
    one day would give the same window again, it comes once. InputError for a size below 1 or more than MOST windows.
    """
    if size < 1:
        raise InputError(f"A window of {size} {unit} holds nothing.", "Give a size of 1 or more.")
    known = sorted(days)
    if not known:
        return ()
    if unit is Unit.EVENTS:
        ends = range(min(size, len(known)) - 1, len(known))
        return tuple(dict.fromkeys(Span(known[max(0, end - size + 1)], known[end]) for end in ends))
    first, last = _number(known[0], unit), _number(known[-1], unit)
    starts = range(first, max(first, last - size + 1) + 1)
    if len(starts) > MOST:
        raise InputError(f"That makes {len(starts):,} windows of {size} {unit}.", "Give a coarser unit.")
    return tuple(Span(_begin(start, unit), _end(start + size - 1, unit)) for start in starts)


def within(referrals: Referrals, span: Span) -> Referrals:
    """The referrals of a span of days. Those let go as duplicates count as sources only as far as they lie in it; all
    actors stay known, so that networks of several windows can have the same nodes."""

    def cut(one: Referral) -> Referral:
        held = tuple(each for each in one.repeated if span.holds(each.day))
        return one if len(held) == len(one.repeated) else replace(one, repeated=held)

    def day_of(one: Referral) -> date:
        return one.day or date.min

    begun = bisect_left(referrals.kept, span.first, key=day_of)
    ended = bisect_right(referrals.kept, span.last, begun, key=day_of)
    known = bisect_right(referrals.kept, date.min, key=day_of)  # those without a day come first
    gaps = dict(referrals.left_out)
    gaps[LeftOut.NO_DAY] = gaps.get(LeftOut.NO_DAY, 0) + sum(one.day is None for one in referrals.kept[:known])
    kept = tuple(cut(one) for one in referrals.kept[begun:ended] if one.day is not None)
    return replace(referrals, kept=kept, left_out=gaps_of(gaps))


def windows(referrals: Referrals, unit: Unit, size: int) -> tuple[tuple[Span, Referrals], ...]:
    """The referrals of each window in turn. Those without a day are in none, which `left_out` says."""
    days = [one.day for one in referrals.kept if one.day is not None]
    return tuple((span, within(referrals, span)) for span in spans(days, unit, size))


def _number(day: date, unit: Unit) -> int:
    """The number of the unit that a day lies in, in a row without gaps."""
    match unit:
        case Unit.DAYS:
            return day.toordinal()
        case Unit.WEEKS:
            return (day.toordinal() - 1) // 7
        case Unit.MONTHS:
            return day.year * 12 + day.month - 1
        case _:
            return day.year


def _begin(number: int, unit: Unit) -> date:
    match unit:
        case Unit.DAYS:
            return date.fromordinal(number)
        case Unit.WEEKS:
            return date.fromordinal(number * 7 + 1)
        case Unit.MONTHS:
            return date(number // 12, number % 12 + 1, 1)
        case _:
            return date(number, 1, 1)


def _end(number: int, unit: Unit) -> date:
    """The last day of a unit; the last day of the calendar where the unit runs beyond it."""
    if number >= _number(date.max, unit):
        return date.max
    return date.fromordinal(_begin(number + 1, unit).toordinal() - 1)
