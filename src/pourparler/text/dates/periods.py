"""Builders for phrases that pick a stretch of time: this week, the same period, the year, a third day, a century."""

from dataclasses import replace

from pourparler.text.dates.facts import collect
from pourparler.text.dates.lexicon import CODE, MONTHS
from pourparler.text.dates.points import point
from pourparler.text.dates.scan import Scan
from pourparler.text.dates.wording import Base, Kind, Wording


def same(scanned: Scan, first: int, last: int) -> Wording:
    """ "the same period last year", "the year-earlier quarter": the stretch last named, one unit back."""
    facts = collect(scanned, first, last)
    units = [CODE[n] for n in ("UNIT", "QUARTER", "PERIOD")]
    named = [k for k in range(first, last) if scanned.classes[k] in units]
    word = scanned.tokens[named[0]].low
    unit = {"month": "M", "quarter": "Q", "week": "W", "day": "D"}.get(word)
    found = Wording(Kind.OFFSET, base=Base.TEXT, which="same", unit=unit, shift=-1, value=facts.which)
    return replace(found, year=facts.year, month=facts.month)


def nth_day(scanned: Scan, first: int, last: int) -> Wording | None:
    facts = collect(scanned, first, last)
    running = bool({CODE["ROW"], CODE["LINE"]} & set(scanned.classes[first:last]))
    if facts.unit != "D":
        return period(scanned, first, last) if running else century(scanned, first, last)
    article = "A" if running or scanned.classes[first] == CODE["A"] else "THE"
    return Wording(Kind.NTH_DAY, nth=facts.ordinal, which=article) if facts.ordinal and facts.ordinal > 0 else None


def period(scanned: Scan, first: int, last: int) -> Wording | None:
    facts = collect(scanned, first, last)
    if {CODE["ROW"], CODE["LINE"]} & set(scanned.classes[first:last]):
        return Wording(Kind.UNIT, unit=facts.unit, shift=0, which="ROW")
    if facts.unit is None and facts.season is None:
        return None
    if facts.the_which and facts.which in ("NEXT", "LAST") and facts.edge is None and _runs(scanned, first, facts.unit):
        shift = 1 if facts.which == "NEXT" else -1
        return Wording(Kind.WINDOW, type="DURATION", unit=facts.unit, count=1.0, shift=shift, which=facts.which)
    if facts.unit == "D" and facts.the and facts.which is None:  # "the day" is the one last told of
        return Wording(Kind.UNIT, unit="D", shift=0, base=Base.TEXT)
    if facts.unit == "Y" and facts.the and (facts.which, facts.edge, facts.quarter) == (None, None, None):
        return _year_told(scanned, first, last, facts.fiscal)
    return point(facts)


def _year_told(scanned: Scan, first: int, last: int, fiscal: bool) -> Wording:
    """ "the year", "the fiscal year ended Sept. 30"; "for the year" may be the one that results are told of."""
    before = scanned.tokens[first - 1].low if first else ""
    words = [token.low.rstrip(".") for token in scanned.tokens[last : last + 2]]
    month = MONTHS.get(words[1]) if words[:1] == ["ended"] and words[1:] else None
    which = "ENDED" if month else "TOLD" if before == "for" else None
    return Wording(Kind.UNIT, unit="Y", shift=0, month=month, which=which, fiscal=fiscal)


def entered(scanned: Scan, first: int, last: int) -> Wording | None:
    """ "now in its second week", "entered their fourth day": the unit that is running."""
    before = scanned.tokens[first - 1].low if first else ""
    now = before in ("in", "on") and first > 1 and scanned.tokens[first - 2].low in ("now", "still", "already")
    facts = collect(scanned, first, last)
    aside = before == "in" and first > 1 and scanned.tokens[first - 2].low == "," and (facts.ordinal or 0) > 1
    now = now or (aside and facts.unit in ("D", "W", "M") and scanned.classes[last : last + 1] == CODE["COMMA"])
    if not (now or before == "into" or before.startswith("enter")):
        return None
    if facts.unit == "D":
        return Wording(Kind.NTH_DAY, nth=facts.ordinal, which="A")
    return Wording(Kind.UNIT, unit=facts.unit, shift=0, which="ROW")


def _runs(scanned: Scan, first: int, unit: str | None) -> bool:
    """True for "over the next year", "the next decade": a stretch of time from now, not a calendar unit."""
    before = scanned.tokens[first - 1].low if first else ""
    return unit in ("DE", "CE") or (unit in ("W", "M", "Y", "Q") and before in ("over", "within", "during"))


def century(scanned: Scan, first: int, last: int) -> Wording | None:
    facts = collect(scanned, first, last)
    if facts.unit == "CE" and facts.ordinal and 1 < facts.ordinal <= 30:
        return Wording(Kind.DATE, century=facts.ordinal - 1)
    return None
