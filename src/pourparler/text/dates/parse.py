"""From the words of a phrase to its `Wording`: one builder for each name in the grammar."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from pourparler.text.dates.amounts import amount, spell
from pourparler.text.dates.facts import collect
from pourparler.text.dates.lexicon import CODE, NUMBERS, RATES, REFS
from pourparler.text.dates.periods import century, entered, nth_day, period, same
from pourparler.text.dates.points import SHIFTS, core, point, shift_of
from pourparler.text.dates.scan import Scan
from pourparler.text.dates.verbs import is_past
from pourparler.text.dates.wording import Base, Kind, Wording

_HOLY: Final = (CODE["HOLY"], CODE["REST"])


def wording(scanned: Scan, name: str, first: int, last: int) -> Wording | None:
    """What the tokens `[first, last)`, found by the rule `name`, say; None where they turn out to be no time."""
    return _BUILDERS[name](scanned, first, last)


def _dated(scanned: Scan, first: int, last: int) -> Wording | None:
    return point(collect(scanned, first, last))


def _nth(scanned: Scan, first: int, last: int) -> Wording | None:
    """ "the last week of March", "the first Monday in June"."""
    facts = collect(scanned, first, last)
    cut = next(k for k in range(first, last) if scanned.classes[k] in (CODE["OF"], CODE["IN"]))
    head, tail = collect(scanned, first, cut), collect(scanned, cut, last)
    outer = core(tail)
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
        found = core(facts)
        return found and replace(found, edge="START" if half == 1 else "END")
    return point(replace(facts, half=half))


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
    if word in ("last", "next", "today", "tomorrow", "yesterday") and CODE["AGO"] not in codes:
        shift = {"last": -2, "next": 2, "yesterday": -2, "tomorrow": 2}.get(word, sign)
        return Wording(Kind.UNIT, unit=unit, shift=shift)
    if word == "today" and CODE["AGO"] in codes:
        return Wording(Kind.OFFSET, unit=unit, count=count, shift=-1, which="exact")
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
    if CODE["ORD"] in scanned.classes[first:last] and facts.which is None:  # "the first two months"
        return Wording(Kind.DURATION, type="DURATION", count=count, unit=unit)
    which = facts.which or "THIS"
    shift, base = SHIFTS.get(which, (0, Base.ANCHOR))
    if which == "NEXT" and not scanned.tokens[last - 1].low.endswith("s"):
        base = Base.TEXT
    known = count if count is not None else (1 if singular else None)
    kind = "DATE" if which in ("RECENT", "THESE") else "DURATION"
    return Wording(Kind.WINDOW, type=kind, unit=unit, count=known, shift=shift, base=base, which=which)


def _duration(scanned: Scan, first: int, last: int) -> Wording | None:
    sized = amount(scanned, first, last)
    if sized and sized[1] == "Q" and sized[0] == 1.0:
        return None  # "a quarter" is a fraction
    return Wording(Kind.DURATION, type="DURATION", count=sized[0], unit=sized[1]) if sized else None


_TIMES: Final = frozenset("once twice thrice times apiece".split())
_COUNTED: Final = ("NUMBER", "MONEY", "PERCENT")


def _per(scanned: Scan, first: int, last: int) -> Wording | None:
    """ "twice a week", "15 a year", "$40 a day" are sets; any other "a week" is a duration."""
    unit = amount(scanned, first, last)
    if unit is None or (unit[1] == "Q" and scanned.classes[first] != CODE["PER"]):
        return None  # "a quarter" is a fraction
    before = scanned.tokens[max(0, first - 4) : first]
    following = scanned.classes[last : last + 1]
    if scanned.classes[first] != CODE["PER"]:
        counted = any(
            token.shape in _COUNTED or token.low in NUMBERS for token in before if token.low not in ("a", "an")
        )
        told = bool(before) and (is_past(before[-1].low) or scanned.classes[first - 1] in _LINKS)
        rate = bool(before) and (before[-1].low in _TIMES or (counted and not told))
        if not rate or following in _AFTER:
            return Wording(Kind.DURATION, type="DURATION", count=1.0, unit=unit[1])
    return Wording(Kind.SET, type="SET", value=spell(1.0, unit[1]))


_LINKS: Final = tuple(
    CODE[n] for n in "IN OF FOR WITHIN AND OR BY TO WITH AT ON FROM DURING THROUGH COMMA BREAK STOP".split()
)
_AFTER: Final = tuple(CODE[name] for name in ("AFTER", "BEFORE", "AGO", "LATER", "EARLIER", "FROM"))


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
    elif facts.unit == "WE" or CODE["WEEKENDS"] in scanned.classes[first:last]:
        value = "XXXX-WXX-WE"
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


def _anniversary(scanned: Scan, first: int, last: int) -> Wording | None:
    facts = collect(scanned, first, last)
    return Wording(Kind.ANNIVERSARY, count=facts.ordinal or 1, unit="Y")


def _holiday(scanned: Scan, first: int, last: int) -> Wording | None:
    facts = collect(scanned, first, last)
    named = [t.low for t, c in zip(scanned.tokens[first:last], scanned.classes[first:last], strict=True) if c in _HOLY]
    outer = Wording(Kind.UNIT, unit="Y", shift=shift_of(facts)[0]) if facts.year is None and facts.unit == "Y" else None
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
        shift, base = shift_of(facts)
        return Wording(Kind.WEEKDAY, weekday=facts.weekday, which="OF", shift=shift, base=base)
    return point(facts)


def _eve(scanned: Scan, first: int, last: int) -> Wording | None:
    return Wording(Kind.EVE)


def _day_after(scanned: Scan, first: int, last: int) -> Wording | None:
    """ "the day after the vote": counted from the day that follows in the text."""
    facts = collect(scanned, first, last)
    return Wording(Kind.EVE, count=1, unit=facts.unit)


def _clocked(scanned: Scan, first: int, last: int) -> Wording | None:
    facts = collect(scanned, first, last)
    found = point(facts)
    return found or Wording(Kind.CLOCK, type="TIME", clock=facts.clock, zone=facts.zone, part=facts.part)


def _parted(scanned: Scan, first: int, last: int) -> Wording | None:
    facts = collect(scanned, first, last)
    if facts.part is None:
        facts = replace(facts, part="MO")
    if scanned.classes[last - 1] in (CODE["BEFORE"], CODE["EARLIER"]):
        return Wording(Kind.UNIT, "TIME", unit="D", shift=-1, base=Base.TEXT, part=facts.part)
    if facts.weekday is not None or facts.today or facts.month or facts.stamp:
        return point(replace(facts, edge=None))
    shift, base = shift_of(facts)
    which = "night" if facts.part == "NI" else facts.which
    return Wording(Kind.UNIT, "TIME", unit="D", shift=shift, base=base, part=facts.part, which=which)


_BUILDERS: Final[dict[str, Callable[[Scan, int, int], Wording | None]]] = {
    "clocked": _clocked, "parted": _parted, "pair": _dated, "eve": _eve, "dayafter": _day_after, "quarter": _dated,
    "half": _half, "nth": _nth, "same": same, "sided": _dated, "ofweek": _week_after, "date": _dated,
    "weekday": _weekday, "every": _every, "month": _dated, "ref": _ref, "offset": _offset, "window": _window,
    "period": period,
    "century": century, "today": _dated, "decade": _dated, "year": _dated, "season": _dated,
    "duration": _duration, "per": _per, "rate": _rate, "time": _time_from_now, "nthday": nth_day,
    "anniv": _anniversary, "holiday": _holiday, "entered": entered,
}  # fmt: skip
