"""What the word before an expression makes of its days: "since March" runs up to now, "by Monday" from now."""

from dataclasses import replace
from typing import Final

from pourparler.core.moment import Precision
from pourparler.text.dates import verbs
from pourparler.text.dates.centre import Centre, Resolved
from pourparler.text.dates.clause import Tense
from pourparler.text.dates.scan import Scan

_SKIPPED: Final = frozenset("the early late mid about around at a on".split())


def bounded(scanned: Scan, first: int, resolved: Resolved, centre: Centre) -> Resolved:
    """`resolved` stretched from or to the centre where the preposition says so; the value stays as it is."""
    lead, before = leading(scanned, first)
    start, end, today = resolved.start, resolved.end, centre.day
    if today is None or start is None or end is None or not resolved.names_days:
        return resolved
    if lead == "since" and start <= today:
        return replace(resolved, end=today, precision=Precision.SPAN)
    if lead == "by" and end >= today and centre.tense is not Tense.PAST:
        return replace(resolved, start=today, precision=Precision.SPAN)
    if lead in ("until", "till") and end >= today and not (before & verbs.MOVED):
        return replace(resolved, start=today, precision=Precision.SPAN)
    return resolved


def leading(scanned: Scan, first: int) -> tuple[str, frozenset[str]]:
    """The preposition before token `first` and the five words before that."""
    k = first - 1
    begin = scanned.sentence(first)[0]
    while k >= begin and scanned.tokens[k].low in _SKIPPED:
        k -= 1
    if k < begin:
        return "", frozenset()
    return scanned.tokens[k].low, frozenset(token.low for token in scanned.tokens[max(begin, k - 5) : k])
