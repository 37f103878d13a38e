"""How many independent sources stand behind something: near copies and what one agency told count once."""

import re
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pourparler.core.account import Account
from pourparler.core.entry import Counts
from pourparler.core.report import Report

WORDS_ALIKE = 8
"""Words in a row that two reports must share in the passage cited, for the one to have it from the other."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report tells of one thing: its id, the id of the first report of its chain of near copies, its outlet,
    the last of those through whom each piece came (empty for none), and the passages cited."""

    report: str
    text: str
    outlet: str | None
    agencies: frozenset[str]
    passages: tuple[str, ...]


def count(accounts: Sequence[Account], reports: Mapping[str, Report], texts: Mapping[str, str]) -> Counts:
    """The three counts of an entry; `texts` maps a report's id to the first report of its chain of near copies."""
    told_by = {account.report for account in accounts}
    if len(told_by) == 1:
        return Counts(len(accounts), 1, 1)
    by_report: dict[str, list[Account]] = {report: [] for report in sorted(told_by)}
    for account in accounts:
        by_report[account.report].append(account)
    tellings = [
        Telling(
            report,
            texts[report],
            reports[report].outlet,
            frozenset(account.voice.via[-1] if account.voice.via else "" for account in mine),
            tuple(evidence.text for account in mine for evidence in account.evidence),
        )
        for report, mine in by_report.items()
    ]
    return Counts(len(accounts), len(told_by), len(sources(tellings)))


def sources(tellings: Sequence[Telling]) -> list[list[str]]:
    """The ids of the reports, those of one source together; sources and reports in the order they come in. Reports that
    share a mark are one source, and so are those that share one with the same third; the time grows with the marks."""
    return grouped(
        [Marked(one.report, one.text, one.outlet, one.agencies, set(long_words(one.passages))) for one in tellings]
    )


@dataclass(frozen=True, slots=True)
class Marked:
    """A telling as sources are told apart by it; `words` are its passages of WORDS_ALIKE words or more, as `long_words`
    gives them or as whatever else is the same for the same words."""

    report: str
    text: str
    outlet: str | None
    agencies: Collection[str]
    words: Collection[Hashable]


def grouped(tellings: Sequence[Marked]) -> list[list[str]]:
    """As `sources`, of tellings whose marks are known already."""
    known = {fold(agency) for telling in tellings for agency in telling.agencies if agency}
    first: dict[Hashable, int] = {}
    leads = list(range(len(tellings)))

    def lead(place: int) -> int:
        while leads[place] != place:
            leads[place] = place = leads[leads[place]]
        return place

    for place, telling in enumerate(tellings):
        for mark in _marks(telling, known):
            other = first.setdefault(mark, place)
            if other != place and leads[other] != leads[place]:
                one, other = sorted((lead(other), lead(place)))
                leads[other] = one
    groups: dict[int, list[str]] = {}
    for place, telling in enumerate(tellings):
        groups.setdefault(lead(place), []).append(telling.report)
    return list(groups.values())


def _marks(telling: Marked, agencies: Collection[str]) -> Iterator[Hashable]:
    """What a report shares with others of one source: a text, a passage long enough that equal words mean one hand,
    the one agency that all of it came through, or being the agency that others have it from."""
    yield "text", telling.text
    yield from telling.words
    if not agencies:
        return
    if len(telling.agencies) == 1 and "" not in telling.agencies:
        yield from (("agency", fold(agency)) for agency in telling.agencies)
    if telling.outlet and fold(telling.outlet) in agencies:
        yield "agency", fold(telling.outlet)


def long_words(passages: Iterable[str]) -> Iterator[str]:
    """The words of each passage that is long enough to tell that two reports have it of one hand."""
    for passage in passages:
        words = _words(passage)
        if words.count(" ") >= WORDS_ALIKE - 1:
            yield words


@lru_cache(maxsize=4_096)
def fold(name: str) -> str:
    """The name of an outlet or an agency without capitals and signs."""
    return _words(name)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
