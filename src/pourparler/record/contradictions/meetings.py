"""Contradictions in what accounts give for a meeting: day, place, whether it happened, level, who was there."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from pourparler.core.account import Account
from pourparler.core.entry import Meeting
from pourparler.core.vocabulary import MeetingStatus
from pourparler.record.contradictions.results import outcomes
from pourparler.record.contradictions.sides import Told, contrary, teller_of, together, told_apart, told_by
from pourparler.record.merging.background import Background
from pourparler.record.merging.glimpse import MET, Days, days_of, fields_of, gap
from pourparler.record.merging.places import clash

Find = Callable[[Meeting, Background], Iterator[Told]]

_TO_COME = frozenset({MeetingStatus.PLANNED, MeetingStatus.POSTPONED})
_FEW_DAYS = 7
"""Days of an interval above which it says too little to stand against another."""

_OFF = frozenset({MeetingStatus.CANCELLED, MeetingStatus.POSTPONED})
_AGAINST = {MeetingStatus.DENIED: MET | {MeetingStatus.PLANNED}, **dict.fromkeys(_OFF, MET)}
"""What a status stands against: a denial against what is told to come or to have come, called off against held."""


def _days(met: Meeting, background: Background) -> Iterator[Told]:
    """Days on which it was held, apart; for a meeting to come, days told apart on one day of publication."""
    days = [
        (found, account)
        for account in met.accounts
        if (found := days_of(fields_of(account), background.published(account)))
        and (found[1] - found[0]).days < _FEW_DAYS
    ]
    by_report: dict[str, set[Days]] = defaultdict(set)
    for found, account in days:
        by_report[account.report].add(found)
    held = [pair for pair in days if fields_of(pair[1]).status in MET and len(by_report[pair[1].report]) == 1]
    coming = [pair for pair in days if fields_of(pair[1]).status in _TO_COME]
    found_apart = contrary(held, lambda a, b: gap(a, b) > 0, background)
    found_apart = found_apart or contrary(coming, lambda a, b: gap(a, b) > 0, background, at_once=True)
    for (start, _), account in found_apart:
        yield told_by(start.isoformat(), account, "when", background)


def _places(met: Meeting, background: Background) -> Iterator[Told]:
    """Places that do not hold one another, of a meeting held; of one to come only as told on one day."""
    places = [(fields_of(account).place, account) for account in met.accounts]
    told = [(place, account) for place, account in places if place]
    held = [pair for pair in told if fields_of(pair[1]).status in MET]
    coming = [pair for pair in told if fields_of(pair[1]).status is MeetingStatus.PLANNED]
    for place, account in contrary(held, clash, background) or contrary(coming, clash, background, at_once=True):
        yield told_by(place[0], account, "place", background)


def _status(met: Meeting, background: Background) -> Iterator[Told]:
    """A denial against those who say that it was, is or will be held; and held against called off."""
    found = {
        account.id: account
        for off in met.accounts
        if (against := _AGAINST.get(fields_of(off).status))
        for other in met.accounts
        if fields_of(other).status in against and _cannot_both_be_right(off, other, met, background)
        for account in (off, other)
    }
    for account in found.values():
        yield told_by(fields_of(account).status.value, account, "status", background)


def _cannot_both_be_right(off: Account, other: Account, met: Meeting, background: Background) -> bool:
    """True unless the one is only later news: what had not happened may happen after it, what was to come be dropped.

    Held on a day before a report that has it put off, or told before one that denies it, is no later news.
    """
    mine, theirs = teller_of(off, background), teller_of(other, background)
    if not told_apart(mine, theirs):
        return False
    if together(mine, theirs) or mine.published is None or theirs.published is None:
        return True
    if fields_of(other).status not in MET:
        return theirs.published < mine.published
    days = days_of(fields_of(other), theirs.published) or _held_on(met)
    return days[1] <= mine.published if days else theirs.published < mine.published


def _held_on(met: Meeting) -> Days | None:
    when = met.when
    return (when.start, when.end) if when and when.start and when.end else None


def _parties(met: Meeting, background: Background) -> Iterator[Told]:
    """A party or a person that one report has at the table and another says was kept away."""
    name = background.actors.name_of
    present = [
        (name(who), account)
        for account in met.accounts
        for who in (*fields_of(account).parties, *fields_of(account).people)
    ]
    away = [(name(who), account) for account in met.accounts for who in fields_of(account).excluded]
    for who in sorted({who for who, _ in present} & {who for who, _ in away}):
        told = [(True, account) for other, account in present if other == who]
        told += [(False, account) for other, account in away if other == who]
        for there, account in contrary(told, lambda a, b: a is not b, background):
            yield told_by(f"{who} took part" if there else f"without {who}", account, "parties", background)


def _guests(met: Meeting, background: Background) -> Iterator[Told]:
    """Somebody who was kept out for one, and was asked, or stayed away of his own will, for another."""
    name = background.actors.name_of
    told = [
        ((name(who), value), account)
        for account in met.accounts
        for value in ("excluded", "invited", "absent")
        for who in getattr(fields_of(account), value)
    ]

    def differ(one: tuple[str, str], other: tuple[str, str]) -> bool:
        return one[0] == other[0] and one[1] != other[1] and "excluded" in (one[1], other[1])

    for (who, value), account in contrary(told, differ, background):
        yield told_by(f"{who} {value}", account, "excluded", background)


def _people(met: Meeting, background: Background) -> Iterator[Told]:
    """A person who was there for one, and not for another."""
    name = background.actors.name_of
    told = [((name(who), True), account) for account in met.accounts for who in fields_of(account).people]
    told += [((name(who), False), account) for account in met.accounts for who in fields_of(account).absent]
    for (who, there), account in contrary(told, lambda a, b: a[0] == b[0] and a[1] is not b[1], background):
        yield told_by(f"{who} took part" if there else f"without {who}", account, "people", background)


def _level(met: Meeting, background: Background) -> Iterator[Told]:
    """Two levels of one meeting that was held, or told of a coming one on one day."""
    told = [(level, account) for account in met.accounts if (level := fields_of(account).level)]
    held = [pair for pair in told if fields_of(pair[1]).status in MET]
    coming = [pair for pair in told if fields_of(pair[1]).status not in MET]
    for pairs, at_once in ((held, False), (coming, True)):
        for level, account in contrary(pairs, _other_level, background, at_once):
            yield told_by(level, account, "level", background)


def _other_level(one: str, other: str) -> bool:
    """True for two levels known to differ; "high-level" may be any of the upper ones."""
    mine, theirs = _ranks(one), _ranks(other)
    return bool(mine and theirs) and not mine & theirs


def _ranks(level: str) -> frozenset[str]:
    return frozenset(rank for rank, pattern in _RANKS.items() if pattern.search(level))


_RANKS = {
    "experts": re.compile(r"\b(?:expert|technical|working|official)", re.I),
    "negotiators": re.compile(r"\b(?:negotiator|envoy|delegat|deput|ambassador|high[- ]level|senior)", re.I),
    "ministers": re.compile(r"\b(?:minist|secretar|high[- ]level)", re.I),
    "leaders": re.compile(r"\b(?:president|leader|head|chief|summit|top|prime|chancellor|high[- ]level)", re.I),
}
"""The levels of a meeting by the words for them: low, middle, ministers, leaders."""

MEETING: dict[str, Find] = {
    "when": _days,
    "place": _places,
    "status": _status,
    "parties": _parties,
    "level": _level,
    "excluded": _guests,
    "people": _people,
    "outcome": outcomes,
}
"""How contradictions over each field of a meeting are found."""
