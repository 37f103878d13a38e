"""What the words before an expression make of its days: "since March" runs up to now, "by Monday" from now."""

from dataclasses import replace
from typing import Final

from pourparler.core.moment import Precision
from pourparler.text.dates import almanac, verbs
from pourparler.text.dates.centre import Centre, Resolved
from pourparler.text.dates.phrase import Phrase
from pourparler.text.dates.scan import Scan
from pourparler.text.dates.stretch import stretch
from pourparler.text.dates.verbgroup import Tense
from pourparler.text.dates.wording import Kind

_SKIPPED: Final = frozenset("the early late mid about around at a on of".split())


def bounded(scanned: Scan, phrase: Phrase, resolved: Resolved, centre: Centre) -> Resolved:
    """`resolved` stretched from or to the centre where the preposition says so; the value stays as it is."""
    lead, before = leading(scanned, phrase.first)
    if phrase.said.kind is Kind.DURATION:
        return _ahead(phrase, resolved, centre, lead) if resolved.start is None else resolved
    start, end, today = resolved.start, resolved.end, centre.day
    if today is None or start is None or end is None or not resolved.names_days:
        return resolved
    if lead == "since" and start <= today:
        return replace(resolved, end=today, precision=Precision.SPAN)
    limit = lead in ("by", "than") and (lead == "by" or "later" in before)
    limit = limit or (lead in ("until", "till") and not before & verbs.MOVED)
    limit = limit or (lead == "through" and centre.tense in (Tense.COMING, Tense.PRESENT))
    if limit and end >= today and centre.tense is not Tense.PAST:
        return replace(resolved, start=today, precision=Precision.SPAN)
    return resolved


def _ahead(phrase: Phrase, resolved: Resolved, centre: Centre, lead: str) -> Resolved:
    """ "within 48 hours" runs from the centre on; "in three days", of what is to come, is that day."""
    count, unit, today = phrase.said.count, phrase.said.unit or "D", centre.day
    if today is None or lead not in ("within", "in") or centre.tense is Tense.PAST:
        return resolved
    if count is None:
        return Resolved(resolved.value, today, None, Precision.SPAN) if lead == "within" else resolved
    end = almanac.add(today, count, unit)
    if lead == "within" and end is not None:
        return Resolved(resolved.value, today, end, Precision.SPAN)
    if centre.tense in (Tense.COMING, Tense.PRESENT) and unit[0] != "T" and end is not None:
        days = stretch(end, {"M": "M", "Q": "Q", "Y": "Y", "DE": "Y", "CE": "Y"}.get(unit, "D"))
        return Resolved(resolved.value, days.start, days.end, days.precision)
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
