"""Contradictions over a number: two counts of one thing in what was agreed or done, from two texts or voices."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparler.core.account import Account
from pourparler.core.entry import Instrument, Meeting
from pourparler.core.evidence import Evidence
from pourparler.record.contradictions.passages import sentence_at
from pourparler.record.contradictions.sides import Told, teller_of, told_apart, told_by
from pourparler.record.merging.background import Background
from pourparler.record.merging.document import REACHED
from pourparler.record.merging.glimpse import MET
from pourparler.record.merging.wording import VAGUE, content_words

_SMALL = "one two three four five six seven eight nine ten eleven twelve".split()
_SCALE = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_COUNT = re.compile(
    rf"(?P<about>\b(?:about|some|around|nearly|almost|up to|at least|more than|over|under|fewer than|roughly|first) )?"
    rf"(?<![\w.,$€£-])(?P<number>\d[\d,]*(?:\.\d+)?|\b(?:{'|'.join(_SMALL)}))(?P<half> and a half)?"
    rf"(?: (?P<scale>{'|'.join(_SCALE)}))? (?P<unit>(?:[a-z]+[ -]){{0,2}}?(?:[a-z]{{3,}}s|people|men|women|children))\b"
)
_TERM = re.compile(r"\b(?:over|for|runs?|ran|lasts?|lasted|lasting|running|took) (?:another )?$")
"""Words before a length of time."""

_MINUTES = {"hours": 60.0, "minutes": 1.0}
_NEVER = frozenset(
    "percent percents points times seconds days weeks months sides parties countries states rounds "
    "dollars euros pounds rubles yuan others words reasons steps ways things this was has is as its us his".split()
)
"""Nouns that are counted of many things at once, or that only sound like a plural."""


_CAME_ABOUT = MET | REACHED
"""States in which what is counted is no plan any more."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many of what, with the words around it that tell what is counted."""

    unit: str
    number: float
    words: str
    around: frozenset[str]
    account: Account
    evidence: Evidence


def counted(entry: Meeting | Instrument, background: Background) -> Iterator[Told]:
    """The numbers of one thing that contradict each other in the accounts of an entry.

    A report that counts two amounts of one thing (killed and wounded, now and later) says nothing on which is which,
    and is left out with that thing.
    """
    by_unit: dict[str, list[Count]] = defaultdict(list)
    for account in entry.accounts:
        for count in _counts(account, background):
            by_unit[count.unit].append(count)
    for unit in sorted(by_unit):
        counts = _sure(by_unit[unit])
        told: dict[str, Count] = {}
        for index, one in enumerate(counts):
            for other in counts[index + 1 :]:
                if one.number != other.number and one.around & other.around and _apart(one, other, background):
                    told |= {one.account.id: one, other.account.id: other}
        if told:
            for count in told.values():
                one_told = told_by(count.words, count.account, "", background)
                yield Told(count.words, (count.evidence,), one_told.teller)
            return


def _sure(counts: Sequence[Count]) -> list[Count]:
    numbers: dict[str, set[float]] = defaultdict(set)
    for count in counts:
        numbers[count.account.report].add(count.number)
    return [count for count in counts if len(numbers[count.account.report]) == 1]


def _apart(one: Count, other: Count, background: Background) -> bool:
    """True for two that are told apart, neither as later news: what was to be may turn out otherwise."""
    mine, theirs = teller_of(one.account, background), teller_of(other.account, background)
    if not told_apart(mine, theirs):
        return False
    if mine.published is None or theirs.published is None or mine.published == theirs.published:
        return True
    earlier = one if mine.published < theirs.published else other
    return getattr(earlier.account.fields, "status", None) in _CAME_ABOUT


def _counts(account: Account, background: Background) -> Iterator[Count]:
    """The exact numbers in the sentences that an account rests on."""
    report = background.reports[account.report]
    places = {(evidence.start, evidence.end) for evidence in account.evidence}
    places |= {(support.evidence.start, support.evidence.end) for support in account.support}
    seen: set[int] = set()
    for start, end in sorted(places):
        first, last = sentence_at(report.text, start, end)
        sentence = report.text[first:last]
        for match in _COUNT.finditer(sentence):
            unit = match["unit"].replace("-", " ").split()[-1]
            if match["about"] or unit in _NEVER or first + match.start() in seen:
                continue
            lasting = unit == "years" or unit in _MINUTES
            if lasting and not _TERM.search(sentence[: match.start()]):
                continue
            seen.add(first + match.start())
            around = content_words(sentence) - VAGUE - content_words(match[0])
            place = Evidence(report.name, start, end, report.text[start:end])
            if not start <= first + match.start() < end:
                place = Evidence(report.name, first + match.start(), first + match.end(), match[0])
            number = _number(match) * _MINUTES.get(unit, 1.0)
            if unit in _MINUTES:
                unit, around = "minutes", frozenset({"length of a meeting"})
            yield Count(unit, number, match[0].strip(), around, account, place)


def _number(match: re.Match[str]) -> float:
    digits = match["number"].replace(",", "")
    number = float(digits) if digits[0].isdigit() else _SMALL.index(digits) + 1.0
    return (number + (0.5 if match["half"] else 0.0)) * _SCALE.get(match["scale"] or "", 1.0)
