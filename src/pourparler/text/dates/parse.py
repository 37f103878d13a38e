"""From the words of a phrase to its `Wording`: one builder for each name in the grammar."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from pourparler.text.dates.amounts import amount
from pourparler.text.dates.facts import Facts, collect
from pourparler.text.dates.lexicon import CODE, RATES, REFS
from pourparler.text.dates.scan import Scan
from pourparler.text.dates.wording import Base, Kind, Wording

_SHIFTS: Final = {
    "THIS": (0, Base.ANCHOR), "CURRENT": (0, Base.ANCHOR), "LAST": (-1, Base.ANCHOR), "PAST": (-1, Base.ANCHOR),
    "NEXT": (1, Base.ANCHOR), "COMING": (1, Base.ANCHOR), "PREV": (-1, Base.TEXT), "FOLL": (1, Base.TEXT),
    "SAME": (0, Base.TEXT), "THAT": (0, Base.TEXT), "LATEST": (-1, Base.ANCHOR),
}  # fmt: skip


_HOLY: Final = (CODE["HOLY"], CODE["REST"])


def wording(scanned: Scan, name: str, first: int, last: int) -> Wording | None:
    """What the tokens `[first, last)`, found by the rule `name`, say; None where they turn out to be no time."""
    return _BUILDERS[name](scanned, first, last)


def _dated(scanned: Scan, first: int, last: int) -> Wording | None:
    return _point(collect(scanned, first, last))


def _point(facts: Facts) -> Wording | None:
    """A day, week, month or longer stretch named by `facts`, with its part of day, time and edge laid over."""
    found = _core(facts)
    if found is None:
        return None
    part, clock = facts.part or found.part, facts.clock
    if part or clock or facts.zone:
        found = replace(found, part=part, clock=clock, zone=facts.zone, type="TIME")
    return replace(found, edge=facts.edge) if facts.edge else found


def _core(facts: Facts) -> Wording | None:
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
        return Wording(Kind.WEEKDAY, weekday=facts.weekday, which=facts.which, base=_shift(facts)[1])
    if facts.quarter is not None or facts.half is not None:
        unit, nth = ("Q", facts.quarter) if facts.quarter is not None else ("H", facts.half)
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
        shift, base = _shift(facts)
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
    shift, base = _shift(facts) if facts.which and not facts.unit else (None, Base.ANCHOR)
    return Wording(Kind.DATE, season=facts.season, year=facts.year, shift=shift, base=base, outer=_outer(facts))


def _month(facts: Facts) -> Wording:
    shift, base = _shift(facts) if facts.which and not facts.unit else (None, Base.ANCHOR)
    return Wording(Kind.DATE, month=facts.month, year=facts.year, shift=shift, base=base, outer=_outer(facts))


def _outer(facts: Facts) -> Wording | None:
    """The year that "of last year" or "of this year" names."""
    if facts.year is not None or facts.unit != "Y":
        return None
    shift, base = _shift(facts)
    return Wording(Kind.UNIT, unit="Y", shift=shift, base=base)


def _shift(facts: Facts) -> tuple[int, Base]:
    shift, base = _SHIFTS.get(facts.which or "", (0, Base.ANCHOR))
    if facts.which == "NEXT" and facts.the:
        base = Base.TEXT
    return shift, base


def _nth(scanned: Scan, first: int, last: int) -> Wording | None:
    """ "the last week of March", "the first Monday in June"."""
    facts = collect(scanned, first, last)
    cut = next(k for k in range(first, last) if scanned.classes[k] in (CODE["OF"], CODE["IN"]))
    head, tail = collect(scanned, first, cut), collect(scanned, cut, last)
    outer = _core(tail)
    if outer is None or head.ordinal is None:
        return None
    unit = "DOW" if head.weekday is not None else head.unit
    return Wording(Kind.DATE, unit=unit, nth=head.ordinal, weekday=head.weekday, outer=outer, edge=facts.edge)


def _half(scanned: Scan, first: int, last: int) -> Wording | None:
    facts = collect(scanned, first, last)
    half = 1 if facts.ordinal == 1 else 2
    if facts.month:
        return Wording(Kind.DATE, month=facts.month, year=facts.year, edge="START" if half == 1 else "END")
    if facts.unit not in (None, "Y"):
        found = _core(facts)
        return found and replace(found, edge="START" if half == 1 else "END")
    return _point(replace(facts, half=half))


def _same(scanned: Scan, first: int, last: int) -> Wording:
    """ "the same period last year", "the year-earlier quarter": the stretch last named, one unit back."""
    facts = collect(scanned, first, last)
    units = [CODE[n] for n in ("UNIT", "QUARTER", "PERIOD")]
    named = [k for k in range(first, last) if scanned.classes[k] in units]
    word = scanned.tokens[named[0]].low
    unit = {"month": "M", "quarter": "Q", "week": "W", "day": "D"}.get(word)
    return Wording(Kind.OFFSET, base=Base.TEXT, which="same", unit=unit, shift=-1, value=facts.which)


def _offset(scanned: Scan, first: int, last: int) -> Wording | None:
    sized = amount(scanned, first, last)
    word = scanned.tokens[last - 1].low
    codes = scanned.classes[first:last]
    if CODE["AGO"] in codes or word == "now":
        base, sign = Base.ANCHOR, -1 if CODE["AGO"] in codes else 1
    else:
        back = any(CODE[n] in codes for n in ("EARLIER", "BEFORE", "PREV"))
        base, sign = Base.TEXT, -1 if back else 1
    if sized is None:
        return None
    count, unit = sized
    if word in ("last", "next", "today", "tomorrow", "yesterday"):
        shift = {"last": -2, "next": 2, "yesterday": -2, "tomorrow": 2}.get(word, sign)
        return Wording(Kind.UNIT, unit=unit, shift=shift)
    if codes[0] == CODE["THE"]:
        return Wording(Kind.UNIT, unit=unit, shift=sign, base=base)
    kind = "TIME" if unit[0] == "T" else "DATE"
    return Wording(Kind.OFFSET, type=kind, unit=unit, count=count, shift=sign, base=base)


def _window(scanned: Scan, first: int, last: int) -> Wording | None:
    facts = collect(scanned, first, last)
    sized = amount(scanned, first, last)
    if sized is None:
        return None
    count, unit = sized
    singular = CODE["UNITS"] not in scanned.classes[first:last]
    which = facts.which or "THIS"
    shift, base = _SHIFTS.get(which, (0, Base.ANCHOR))
    if which == "NEXT" and not scanned.tokens[last - 1].low.endswith("s"):
        base = Base.TEXT
    known = count if count is not None else (1 if singular else None)
    return Wording(Kind.WINDOW, type="DURATION", unit=unit, count=known, shift=shift, base=base, which=which)


def _duration(scanned: Scan, first: int, last: int) -> Wording | None:
    sized = amount(scanned, first, last)
    if sized and sized[1] == "Q" and sized[0] == 1.0:
        return None  # "a quarter" is a fraction
    return Wording(Kind.DURATION, type="DURATION", count=sized[0], unit=sized[1]) if sized else None


def _every(scanned: Scan, first: int, last: int) -> Wording | None:
    facts = collect(scanned, first, last)
    weekday, other = facts.weekday, CODE["OTHER"] in scanned.classes[first:last] or facts.ordinal == 2
    if weekday is not None:
        value = f"XXXX-WXX-{weekday + 1}"
    elif facts.part:
        value = "XXXX-XX-XXT" + facts.part
    elif facts.season:
        value = "XXXX-" + facts.season
    elif facts.month:
        value = f"XXXX-{facts.month:02d}"
    else:
        sized = amount(scanned, first, last)
        if sized is None:
            return None
        value = spell(2.0 if other else sized[0], sized[1])
    return Wording(Kind.SET, type="SET", value=value)


def _rate(scanned: Scan, first: int, last: int) -> Wording | None:
    return Wording(Kind.SET, type="SET", value=RATES[scanned.tokens[first].low])


def _ref(scanned: Scan, first: int, last: int) -> Wording | None:
    words = [token.low for token in scanned.tokens[first:last]]
    values = [REFS[word] for word in words if word in REFS]
    if "past" in words:
        values = ["PAST_REF"]
    elif "future" in words or "term" in words:
        values = ["FUTURE_REF"]
    elif words[-1] in ("moment", "being") or words[-2:] == ["this", "time"]:
        values = ["PRESENT_REF"]
    elif words[-1] == "time":
        values = ["PAST_REF"]
    return Wording(Kind.REF, value=values[-1]) if values else None


def _time_from_now(scanned: Scan, first: int, last: int) -> Wording | None:
    """ "in three weeks' time": that far ahead of the anchor."""
    sized = amount(scanned, first, last)
    return Wording(Kind.OFFSET, unit=sized[1], count=sized[0], shift=1) if sized else None


def _nth_day(scanned: Scan, first: int, last: int) -> Wording | None:
    facts = collect(scanned, first, last)
    if facts.unit != "D":
        running = CODE["ROW"] in scanned.classes[first:last]
        return _period(scanned, first, last) if running else _century(scanned, first, last)
    article = "A" if scanned.classes[first] in (CODE["A"], CODE["ORD"]) or CODE["ROW"] in scanned.classes[first:last] else "THE"
    return Wording(Kind.NTH_DAY, nth=facts.ordinal, which=article) if facts.ordinal and facts.ordinal > 0 else None


def _anniversary(scanned: Scan, first: int, last: int) -> Wording | None:
    facts = collect(scanned, first, last)
    return Wording(Kind.ANNIVERSARY, count=facts.ordinal or 1, unit="Y")


def _holiday(scanned: Scan, first: int, last: int) -> Wording | None:
    facts = collect(scanned, first, last)
    named = [t.low for t, c in zip(scanned.tokens[first:last], scanned.classes[first:last], strict=True) if c in _HOLY]
    outer = Wording(Kind.UNIT, unit="Y", shift=_shift(facts)[0]) if facts.year is None and facts.unit == "Y" else None
    return Wording(Kind.HOLIDAY, value=" ".join(named).replace("’", "'"), year=facts.year, outer=outer)


def _week_after(scanned: Scan, first: int, last: int) -> Wording | None:
    """ "Tuesday week", "a week on Tuesday": the day a week after the coming one."""
    facts = collect(scanned, first, last)
    if facts.today:
        return Wording(Kind.UNIT, unit="D", shift=8 if facts.today == "tomorrow" else 7)
    return Wording(Kind.WEEKDAY, weekday=facts.weekday, which="WEEK")


def _weekday(scanned: Scan, first: int, last: int) -> Wording | None:
    facts = collect(scanned, first, last)
    if facts.unit:  # "Friday of last week"
        shift, base = _shift(facts)
        return Wording(Kind.WEEKDAY, weekday=facts.weekday, which="OF", shift=shift, base=base)
    return _point(facts)


def _period(scanned: Scan, first: int, last: int) -> Wording | None:
    facts = collect(scanned, first, last)
    if CODE["ROW"] in scanned.classes[first:last]:
        return Wording(Kind.UNIT, unit=facts.unit, shift=0, which="ROW")
    if facts.unit is None and facts.season is None:
        return None
    if facts.unit == "D" and facts.the and facts.which is None:  # "the day" is the one last told of
        return Wording(Kind.UNIT, unit="D", shift=0, base=Base.TEXT)
    return _point(facts)


def _century(scanned: Scan, first: int, last: int) -> Wording | None:
    facts = collect(scanned, first, last)
    if facts.unit == "CE" and facts.ordinal:
        return Wording(Kind.DATE, century=facts.ordinal - 1)
    return None


def _eve(scanned: Scan, first: int, last: int) -> Wording | None:
    return Wording(Kind.EVE)


def _clocked(scanned: Scan, first: int, last: int) -> Wording | None:
    facts = collect(scanned, first, last)
    found = _point(facts)
    return found or Wording(Kind.CLOCK, type="TIME", clock=facts.clock, zone=facts.zone, part=facts.part)


def _parted(scanned: Scan, first: int, last: int) -> Wording | None:
    facts = collect(scanned, first, last)
    if facts.part is None:
        facts = replace(facts, part="MO")
    if facts.weekday is not None or facts.today or facts.month or facts.stamp:
        return _point(replace(facts, edge=None))
    shift, base = _shift(facts)
    which = "night" if facts.part == "NI" else facts.which
    return Wording(Kind.UNIT, "TIME", unit="D", shift=shift, base=base, part=facts.part, which=which)


def spell(count: float | None, unit: str) -> str:
    """The TIMEX3 duration of `count` units: P3D, PT30M, P2.5Y, PXM."""
    number = "X" if count is None else f"{count:g}" if count < 1e6 else str(int(count))
    if unit == "F":
        unit, number = "W", "X" if count is None else f"{2 * count:g}"
    if count == 0.5 and unit in ("TH", "Y", "CE"):
        return {"TH": "PT30M", "Y": "P6M", "CE": "P50Y"}[unit]
    return f"PT{number}{unit[1]}" if unit in ("TH", "TM", "TS") else f"P{number}{unit}"


_BUILDERS: Final[dict[str, Callable[[Scan, int, int], Wording | None]]] = {
    "clocked": _clocked, "parted": _parted, "pair": _dated, "eve": _eve, "quarter": _dated, "half": _half,
    "nth": _nth, "same": _same, "sided": _dated, "ofweek": _week_after, "date": _dated, "weekday": _weekday,
    "every": _every, "month": _dated, "ref": _ref, "offset": _offset, "window": _window, "period": _period,
    "century": _century, "today": _dated, "decade": _dated, "year": _dated, "season": _dated,
    "duration": _duration, "rate": _rate, "time": _time_from_now, "nthday": _nth_day, "anniv": _anniversary, "holiday": _holiday,
}  # fmt: skip
