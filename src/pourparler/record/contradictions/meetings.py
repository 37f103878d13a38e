"""Contradictions in what accounts give for a meeting: day, place, whether it happened, level, who was there."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from pourparler.core.account import Account, Voice
from pourparler.core.entry import Meeting
from pourparler.core.vocabulary import MeetingStatus
from pourparler.record.contradictions.results import outcomes
from pourparler.record.contradictions.sides import Told, contrary, teller_of, together, told_apart, told_by
from pourparler.record.merging.background import Background
from pourparler.record.merging.glimpse import MET, Days, days_of, fields_of, gap
from pourparler.record.merging.places import clash, is_known
from pourparler.record.merging.wording import content_words

Find = Callable[[Meeting, Background], Iterator[Told]]

_TO_COME = frozenset({MeetingStatus.PLANNED, MeetingStatus.CONDITIONAL})
_FEW_DAYS = 7
"""Days of an interval above which it says too little to stand against another."""

_OVER = frozenset({MeetingStatus.HELD})
"""Of a meeting under way, another day or place told later is news: it went on."""

_WOULD_NOT = re.compile(
    r"\b(?:stay(?:s|ed|ing)? away|kept away|refus|declin|boycott|snub|skip|turn(?:s|ed|ing) down|walk(?:s|ed|ing) out|"
    r"pull(?:s|ed|ing) out|(?:would|will) not (?:come|attend|go|join|take part|travel|show up))",
    re.IGNORECASE,
)

_AGAINST = {
    MeetingStatus.DENIED: MET | {MeetingStatus.PLANNED},
    MeetingStatus.CANCELLED: MET | {MeetingStatus.POSTPONED},
    MeetingStatus.POSTPONED: MET,
}
"""What a status stands against: a denial against what is told to come or to have come, called off against held, and
against only put off."""


def _days(met: Meeting, background: Background) -> Iterator[Told]:
    """Days on which it was held, apart; for a meeting to come, days told apart on one day of publication.

    The day from which it was put off and the day to which it was are no contradiction.
    """
    days = [
        (told, account)
        for account in met.accounts
        if (told := days_of(fields_of(account), background.published(account))) and (told[1] - told[0]).days < _FEW_DAYS
    ]
    by_voice: dict[tuple[str, Voice], set[Days]] = defaultdict(set)
    for told, account in days:
        by_voice[account.report, account.voice].add(told)
    held = [
        pair for pair in days if fields_of(pair[1]).status in MET and len(by_voice[pair[1].report, pair[1].voice]) == 1
    ]
    coming = [pair for pair in days if fields_of(pair[1]).status in _TO_COME]
    found = contrary(held, _lie_apart, background, settled=_OVER) or contrary(coming, _lie_apart, background)
    for (start, _), account in found:
        yield told_by(start.isoformat(), account, "when", background)


def _lie_apart(one: Days, other: Days) -> bool:
    return gap(one, other) > 0


def _places(met: Meeting, background: Background) -> Iterator[Told]:
    """Places that do not hold one another, of a meeting held; of one to come only as told on one day.

    Of two that the gazetteer does not know either may lie in the other, unless each is all that its account tells and
    no account tells both.
    """
    places = [(fields_of(account).place, account) for account in met.accounts]
    told = [(place, account) for place, account in places if place]
    held = [pair for pair in told if fields_of(pair[1]).status in MET]
    coming = [pair for pair in told if fields_of(pair[1]).status not in MET]

    def differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        if len(one) > 1 or len(other) > 1 or any(map(is_known, (*one, *other))):
            return clash(one, other)
        words = content_words(one[0]), content_words(other[0])
        return not words[0] & words[1] and not any({*one, *other} <= set(place) for place, _ in told)

    for place, account in contrary(held, differ, background, settled=_OVER) or contrary(coming, differ, background):
        yield told_by(place[0], account, "place", background)


def _status(met: Meeting, background: Background) -> Iterator[Told]:
    """A denial against those who say that it was, is or will be held; and held against called off.

    Where one voice of one report has it both held and not, what it denies is not the meeting.
    """
    held = {(account.report, account.voice) for account in met.accounts if fields_of(account).status in MET}
    found = {
        account.id: account
        for off in met.accounts
        if (off.report, off.voice) not in held and (against := _AGAINST.get(fields_of(off).status))
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
    if not told_apart(mine, theirs) or _of_other_days(off, other, background):
        return False
    if fields_of(other).status is MeetingStatus.POSTPONED:
        return together(mine, theirs)
    if together(mine, theirs) or mine.published is None or theirs.published is None:
        return True
    if fields_of(other).status not in MET:
        return theirs.published < mine.published
    days = days_of(fields_of(other), theirs.published) or _held_on(met)
    return days[1] <= mine.published if days else theirs.published < mine.published


def _of_other_days(off: Account, other: Account, background: Background) -> bool:
    """True when both tell their days, and no day is the same: it was off on one day and held on another."""
    mine, theirs = (days_of(fields_of(account), background.published(account)) for account in (off, other))
    return mine is not None and theirs is not None and gap(mine, theirs) > 0


def _held_on(met: Meeting) -> Days | None:
    when = met.when
    return (when.start, when.end) if when and when.start and when.end else None


def _parties(met: Meeting, background: Background) -> Iterator[Told]:
    """A party or a person that one report has at the table and another says was kept away.

    Of a meeting that was held, who was to come is not who came: a plan that turned out otherwise is no contradiction.
    """
    name = background.actors.name_of
    present = [
        (name(who), account)
        for account in met.accounts
        if met.status not in MET or fields_of(account).status in MET
        for who in (*fields_of(account).parties, *fields_of(account).people)
    ]
    away = [(name(who), account) for account in met.accounts for who in fields_of(account).excluded]
    for who in sorted({who for who, _ in present} & {who for who, _ in away}):
        told = [(True, account) for other, account in present if other == who]
        told += [(False, account) for other, account in away if other == who]
        for there, account in contrary(told, lambda a, b: a is not b, background, settled=MET):
            yield told_by(f"{who} took part" if there else f"without {who}", account, "parties", background)


def _rounds(met: Meeting, background: Background) -> Iterator[Told]:
    """Two numbers for one round: the count never changes, so neither is ever news."""
    told = [(number, account) for account in met.accounts if (number := fields_of(account).round) is not None]
    for number, account in contrary(told, lambda a, b: a != b, background, settled=frozenset(MeetingStatus)):
        yield told_by(str(number), account, "round", background)


def _guests(met: Meeting, background: Background) -> Iterator[Told]:
    """Somebody who was kept out for one, and was asked, or stayed away of his own will, for another.

    That he was absent, and no more, is no contradiction: who is kept out is absent.
    """
    name = background.actors.name_of
    told = [
        ((name(who), value), account)
        for account in met.accounts
        for value in ("excluded", "invited", "absent")
        if value != "absent" or _of_own_will(account, background)
        for who in getattr(fields_of(account), value)
    ]

    def differ(one: tuple[str, str], other: tuple[str, str]) -> bool:
        return one[0] == other[0] and one[1] != other[1] and "excluded" in (one[1], other[1])

    for (who, value), account in contrary(told, differ, background, settled=MET):
        words = "stayed away" if value == "absent" else value
        yield told_by(f"{who} {words}", account, "excluded", background)


def _of_own_will(account: Account, background: Background) -> bool:
    """True when the words on who was absent say that they would not come."""
    words = (*account.evidence, *background.support((account,), "absent"))
    return any(_WOULD_NOT.search(each.text) for each in words)


def _people(met: Meeting, background: Background) -> Iterator[Told]:
    """A person who was there for one, and not for another."""
    name = background.actors.name_of
    told = [((name(who), True), account) for account in met.accounts for who in fields_of(account).people]
    told += [((name(who), False), account) for account in met.accounts for who in fields_of(account).absent]
    for (who, there), account in contrary(
        told, lambda a, b: a[0] == b[0] and a[1] is not b[1], background, settled=MET
    ):
        yield told_by(f"{who} took part" if there else f"without {who}", account, "people", background)


def _level(met: Meeting, background: Background) -> Iterator[Told]:
    """Two levels of one meeting that was held, or told of a coming one on one day."""
    told = [(level, account) for account in met.accounts if (level := fields_of(account).level)]
    held = [pair for pair in told if fields_of(pair[1]).status in MET]
    coming = [pair for pair in told if fields_of(pair[1]).status not in MET]
    for pairs in (held, coming):
        for level, account in contrary(pairs, _other_level, background, settled=MET):
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
    "round": _rounds,
    "status": _status,
    "parties": _parties,
    "level": _level,
    "excluded": _guests,
    "people": _people,
    "outcome": outcomes,
}
"""How contradictions over each field of a meeting are found."""
