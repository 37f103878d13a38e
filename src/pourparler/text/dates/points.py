"""The day, week, month or longer stretch that the facts of a phrase name."""

from dataclasses import replace
from typing import Final

from pourparler.text.dates.facts import Facts
from pourparler.text.dates.wording import Base, Kind, Wording

SHIFTS: Final = {
    "THIS": (0, Base.ANCHOR), "CURRENT": (0, Base.ANCHOR), "LAST": (-1, Base.ANCHOR), "PAST": (-1, Base.ANCHOR),
    "NEXT": (1, Base.ANCHOR), "COMING": (1, Base.ANCHOR), "PREV": (-1, Base.TEXT), "FOLL": (1, Base.TEXT),
    "SAME": (0, Base.TEXT), "THAT": (0, Base.TEXT), "LATEST": (-1, Base.ANCHOR),
}  # fmt: skip


def point(facts: Facts) -> Wording | None:
    """A day, week, month or longer stretch named by `facts`, with its part of day, time and edge laid over."""
    found = core(facts)
    if found is None:
        return None
    part, clock = facts.part or found.part, facts.clock
    if part or clock or facts.zone:
        found = replace(found, part=part, clock=clock, zone=facts.zone, type="TIME")
    return replace(found, edge=facts.edge) if facts.edge else found


def core(facts: Facts) -> Wording | None:
    if facts.stamp or (facts.month and facts.days):
        return _calendar_day(facts)
    if facts.today:
        shift = {"tomorrow": 1, "yesterday": -1}.get(facts.today, 0)
        part = "NI" if facts.today in ("tonight", "overnight") else None
        which = "overnight" if facts.today == "overnight" else None
        return Wording(Kind.UNIT, unit="D", shift=shift, part=part, which=which)
    if facts.days:
        return Wording(Kind.DATE, day=facts.days[0], weekday=facts.weekday)
    if facts.weekday is not None:
        return Wording(Kind.WEEKDAY, weekday=facts.weekday, which=facts.which, base=shift_of(facts)[1])
    if facts.quarter is not None or facts.half is not None:
        unit, nth = ("Q", facts.quarter) if facts.quarter is not None else ("H", facts.half)
        if not 1 <= (nth or 0) <= (4 if unit == "Q" else 2):
            return None
        return Wording(Kind.DATE, unit=unit, nth=nth, year=facts.year, fiscal=facts.fiscal, outer=_outer(facts))
    if facts.season:
        return _season(facts)
    if facts.month:
        return _month(facts)
    if facts.decade is not None:
        return Wording(Kind.DATE, decade=facts.decade)
    if facts.year is not None:
        return Wording(Kind.DATE, year=facts.year, fiscal=facts.fiscal)
    if facts.unit:
        shift, base = shift_of(facts)
        return Wording(Kind.UNIT, unit=facts.unit, shift=shift, base=base, which=facts.which, fiscal=facts.fiscal)
    return None


def _calendar_day(facts: Facts) -> Wording | None:
    if facts.stamp:
        year, month, day = facts.stamp
        return Wording(Kind.DATE, year=year, month=month, day=day)
    last_day = facts.days[1] if len(facts.days) > 1 else None
    return Wording(
        Kind.DATE, year=facts.year, month=facts.month, day=facts.days[0], last_day=last_day, weekday=facts.weekday,
        outer=_outer(facts),
    )  # fmt: skip


def _season(facts: Facts) -> Wording:
    shift, base = shift_of(facts) if facts.which and not facts.unit else (None, Base.ANCHOR)
    return Wording(Kind.DATE, season=facts.season, year=facts.year, shift=shift, base=base, outer=_outer(facts))


def _month(facts: Facts) -> Wording:
    shift, base = shift_of(facts) if facts.which and not facts.unit else (None, Base.ANCHOR)
    return Wording(Kind.DATE, month=facts.month, year=facts.year, shift=shift, base=base, outer=_outer(facts))


def _outer(facts: Facts) -> Wording | None:
    """The year that "of last year" or "of this year" names."""
    if facts.year is not None or facts.unit != "Y":
        return None
    shift, base = shift_of(facts)
    return Wording(Kind.UNIT, unit="Y", shift=shift, base=base)


def shift_of(facts: Facts) -> tuple[int, Base]:
    shift, base = SHIFTS.get(facts.which or "", (0, Base.ANCHOR))
    if facts.which == "NEXT" and facts.the_which:
        base = Base.TEXT
    return shift, base
