"""Phrases counted from the next one: "three days after Friday's talks", "the eve of the vote on 3 June"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from pourparler.core.moment import Origin, Precision
from pourparler.text.dates import almanac, verbs
from pourparler.text.dates.centre import Resolved
from pourparler.text.dates.phrase import Phrase
from pourparler.text.dates.scan import Scan
from pourparler.text.dates.stretch import stretch
from pourparler.text.dates.verbgroup import Tense
from pourparler.text.dates.wording import Kind, Wording

_REACH: Final = 9
"""A phrase is counted from another that begins within so many words after it."""
_LINKS: Final = {"after": 1, "following": 1, "from": 1, "since": 1, "before": -1, "ahead": -1}


def link(scanned: Scan, made: Sequence[Phrase]) -> None:
    """Tie each duration before "after" or "before", each eve and each anniversary to the day it is counted from."""
    for index, phrase in enumerate(made[:-1]):
        sign = _sign(scanned, phrase)
        target = made[index + 1]
        if _is_bare_weekday(phrase) and _is_bare_weekday(target) and _listed(scanned, phrase.last, target.first):
            target.follows = index
        if sign == 0 or target.first - phrase.last > _REACH or not _joined(scanned, phrase.last, target.first):
            continue
        if target.said.type not in ("DATE", "TIME") or target.said.kind in (Kind.REF, Kind.EVE):
            continue
        phrase.link = index + 1
        if sign < 0 and target.said.kind is Kind.WEEKDAY and target.said.which is None:
            days = almanac.add(date(2001, 1, 1), phrase.said.count or 1, phrase.said.unit or "D")
            target.before = (days - date(2001, 1, 1)).days if days else 1
            target.looks = Tense.PAST if phrase.looks in (Tense.PAST, Tense.NONE) else Tense.COMING


def _is_bare_weekday(phrase: Phrase) -> bool:
    return phrase.said.kind is Kind.WEEKDAY and phrase.said.which is None


def _listed(scanned: Scan, low: int, high: int) -> bool:
    """True for "Tuesday and Wednesday", "Monday to Friday", "Monday-Friday"."""
    words = [token.low for token in scanned.tokens[low:high]]
    return bool(words) and all(word in ("and", "to", "or", "through", "on", "-", "–") for word in words)


def _sign(scanned: Scan, phrase: Phrase) -> int:
    if phrase.said.kind is Kind.EVE and phrase.said.count is None:
        return -1
    if phrase.said.kind is Kind.ANNIVERSARY:
        return 1
    if (
        phrase.said.kind not in (Kind.DURATION, Kind.EVE)
        or phrase.said.count is None
        or phrase.last >= len(scanned.tokens)
    ):
        return 0
    return _LINKS.get(scanned.tokens[phrase.last].low, 0)


def _joined(scanned: Scan, low: int, high: int) -> bool:
    """True when no finite verb and no stop stands between the two."""
    for token in scanned.tokens[low:high]:
        if token.low in verbs.AUXILIARIES or token.low in (";", ":", ".", '"', "”", "“", "(", "—"):
            return False
    return True


def counted(said: Wording, found: Resolved, target: Resolved, scanned_of: bool) -> Resolved:
    """`found` (a duration, an eve, an anniversary) with its days counted from `target`."""
    if target.start is None or target.end is None:
        return found
    if said.kind is Kind.ANNIVERSARY:
        return _anniversary(said, target, scanned_of)
    sign = -1 if said.shift == -1 else 1
    moved = almanac.add(target.start, sign * (said.count or 1), said.unit or "D")
    if moved is None:
        return found
    fine = {Precision.MONTH: "M", Precision.QUARTER: "Q", Precision.YEAR: "Y"}.get(target.precision, "D")
    days = stretch(moved, fine)
    value = days.value if said.kind is Kind.EVE else found.value
    return Resolved(value, days.start, days.end, days.precision, Origin.TEXT)


def _anniversary(said: Wording, target: Resolved, of: bool) -> Resolved:
    """The day itself ("the anniversary on 3 May"), or so many years after it ("of the raid of 3 May 2015")."""
    if not of or target.start is None:
        return replace(target, origin=Origin.TEXT)
    day = almanac.add(target.start, said.count or 1, "Y")
    return Resolved(day.isoformat(), day, day, target.precision, Origin.TEXT) if day else target
