"""Ordinals of days: "a third day on Wednesday", "the second day of the talks"."""

from typing import Final

from pourparler.core.moment import Origin
from pourparler.text.dates import almanac
from pourparler.text.dates.centre import Centre, Resolved
from pourparler.text.dates.lexicon import CODE, WEEKDAYS
from pourparler.text.dates.phrase import Phrase
from pourparler.text.dates.resolve import nearest_weekday
from pourparler.text.dates.scan import Scan

_OPENED: Final = frozenset(
    "opened opens open began begins begin started starts start launched kicked commenced resumed gathered convened "
    "arrived".split()
)


def nth_day(scanned: Scan, phrase: Phrase, centre: Centre) -> Resolved:
    """The day of the clause where it names one ("on Wednesday"), or counted on from the opening the text dates.

    "A second day" without either is the anchor; "the second day" without either is left unresolved.
    """
    begin, end = scanned.sentence(phrase.first)
    for place in range(begin, end):
        if scanned.classes[place] == CODE["DOW"] and not phrase.first <= place < phrase.last:
            weekday = WEEKDAYS[scanned.tokens[place].low.rstrip(".")]
            day = nearest_weekday(centre.day, weekday, centre.tense) if centre.day else None
            if day and phrase.said.nth and _opened_on(scanned, phrase.last, place):
                day = almanac.add_days(day, phrase.said.nth - 1)
            return Resolved(day.isoformat() if day else "XXXX-XX-XX", day, day)
    running = phrase.said.which == "A"
    if running:
        return Resolved(centre.day.isoformat() if centre.day else "XXXX-XX-XX", centre.day, centre.day)
    if centre.earlier is not None and phrase.said.nth and _opening_told(scanned, begin):
        day = almanac.add_days(centre.earlier.start, phrase.said.nth - 1)
        if day is not None:
            return Resolved(day.isoformat(), day, day, origin=Origin.TEXT)
    return Resolved("XXXX-XX-XX")


def _opened_on(scanned: Scan, last: int, place: int) -> bool:
    """True when the weekday at `place` is that of the opening: "the third day of talks that opened on Monday"."""
    words = [token.low for token in scanned.tokens[last:place]]
    told = {"that", "which", "who"} & set(words[:-1])
    return bool(told) and bool(_OPENED & set(words[-3:]))


def _opening_told(scanned: Scan, begin: int) -> bool:
    """True when one of the two sentences before, or the words so far, tell of an opening."""
    low = begin
    for _ in range(2):
        low = scanned.sentence(low - 1)[0] if low > 0 else 0
    return any(token.low in _OPENED for token in scanned.tokens[low:begin])
