"""Contradictions over what came of a meeting and what an instrument says: agreed and nothing agreed, two numbers."""

import re
from collections import defaultdict
from collections.abc import Iterator

from pourparler.core.account import Account
from pourparler.core.entry import Instrument, Meeting
from pourparler.core.vocabulary import MeetingStatus
from pourparler.record.contradictions.sides import Told, contrary, told_by
from pourparler.record.merging.background import Background
from pourparler.record.merging.document import REACHED
from pourparler.record.merging.glimpse import fields_of
from pourparler.record.merging.wording import content_words, stems

_NONE = re.compile(
    r"\b(?:no|nothing|none|nobody|not|never|fail(?:ed|ure)?|empty-handed|collaps\w+)\b|n[’']t\b|"
    r"\bwithout (?:an? |any )?(?:\w+ )?(?:deal|agreement|accord|result|outcome|breakthrough|decision|conclusion)",
    re.I,
)
_SMALL = "one two three four five six seven eight nine ten eleven twelve".split()
_COUNT = re.compile(
    rf"(?<![\w.,$€£-])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|\b(?:{'|'.join(_SMALL)}))"
    r"[ -](?P<unit>[a-z]{3,})\b",
    re.I,
)
_SHARES = frozenset("per percent percentage point cent time".split())
"""Units of which one instrument has many."""

_TIMES = frozenset("day week month year hour".split())
"""Units that are contrary only as told on one day: a term is often made longer."""


def outcomes(met: Meeting, background: Background) -> Iterator[Told]:
    """Something came of it for one, nothing of the kind for another, in words that share what it was about.

    What had not come about on one day may on the next, so only reports of one day or of a meeting that was over.
    """
    told = [
        (" ".join(each.text for each in words), account)
        for account in met.accounts
        if (words := background.support((account,), "outcome")) and fields_of(account).status is MeetingStatus.HELD
    ]
    for said, account in contrary(told, _contradict, background):
        yield told_by(said, account, "outcome", background)


def _contradict(one: str, other: str) -> bool:
    if bool(_NONE.search(one)) is bool(_NONE.search(other)):
        return False
    return bool(stems(content_words(one)) & stems(content_words(other)))


def numbers_in_terms(document: Instrument, background: Background) -> Iterator[Told]:
    """Two numbers of one thing in the terms that two voices give; an account that gives three is left out."""
    by_unit: dict[str, list[tuple[frozenset[float], Account]]] = defaultdict(list)
    for account in document.accounts:
        numbers: dict[str, set[float]] = defaultdict(set)
        for words in background.support((account,), "terms"):
            for match in _COUNT.finditer(words.text):
                unit = match["unit"].casefold().removesuffix("s")
                if unit not in _SHARES:
                    numbers[unit].add(_value(match["number"]))
        for unit, values in numbers.items():
            if len(values) < 3:
                by_unit[unit].append((frozenset(values), account))
    for unit in sorted(by_unit):
        settled = frozenset[object]() if unit in _TIMES else REACHED
        against = contrary(by_unit[unit], lambda a, b: not a & b, background, settled)
        for these, account in against:
            written = " and ".join(f"{value:g}" for value in sorted(these))
            yield told_by(f"{written} {unit}s", account, "terms", background)
        if against:
            return


def _value(written: str) -> float:
    plain = written.replace(",", "").casefold()
    return float(plain) if plain[0].isdigit() else _SMALL.index(plain) + 1.0
