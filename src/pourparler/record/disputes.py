"""Disputes: fields of an entry on which accounts cannot all be right. A later report of a newer state is no dispute."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pourparler.core.account import Account
from pourparler.core.entry import Dispute, DisputeReading, Instrument, Meeting
from pourparler.core.evidence import Evidence
from pourparler.core.ids import content_id
from pourparler.core.vocabulary import EntryKind, InstrumentStatus, MeetingStatus
from pourparler.record.merging import document as instrument
from pourparler.record.merging import glimpse as meeting
from pourparler.record.merging.background import Background
from pourparler.record.merging.glimpse import MET, Days, gap
from pourparler.record.merging.places import clash

T = TypeVar("T", bound=Hashable)

_SETTLED = frozenset(
    {InstrumentStatus.AGREED, InstrumentStatus.SIGNED, InstrumentStatus.RATIFIED, InstrumentStatus.IN_FORCE}
)
_UNSETTLED = frozenset(
    {
        InstrumentStatus.FRAMEWORK_AGREED,
        InstrumentStatus.UNDER_NEGOTIATION,
        InstrumentStatus.REJECTED,
        InstrumentStatus.COLLAPSED,
    }
)
_ONCE = frozenset({InstrumentStatus.SIGNED, InstrumentStatus.RATIFIED, InstrumentStatus.HANDED_OVER})
"""States that an instrument takes on one day only."""


@dataclass(frozen=True, slots=True)
class Told:
    """A value and an account that gives it."""

    value: str | tuple[str, ...]
    account: Account


def find_disputes(
    meetings: Sequence[Meeting], instruments: Sequence[Instrument], background: Background
) -> tuple[Dispute, ...]:
    """All disputes over meetings and instruments, in the order of the entries, then by field."""
    found: list[Dispute] = []
    for met in meetings:
        for field, find in _MEETING.items():
            found += _dispute(met.id, EntryKind.MEETING, field, find(met, background), background)
    for document in instruments:
        for field, find_in in _INSTRUMENT.items():
            found += _dispute(document.id, EntryKind.INSTRUMENT, field, find_in(document, background), background)
    return tuple(found)


def _dispute(
    about: str, kind: EntryKind, field: str, told: Iterable[Told], background: Background
) -> Iterator[Dispute]:
    """One dispute, when two values or more are told; each reading with the words of all accounts that give it."""
    sides: dict[str | tuple[str, ...], list[Account]] = defaultdict(list)
    for one in told:
        sides[one.value].append(one.account)
    if len(sides) < 2:
        return
    readings = tuple(
        DisputeReading(value, _words(accounts, field, background))
        for value, accounts in sorted(sides.items(), key=_first(background))
    )
    yield Dispute(content_id("d", about, field), about, kind, field, readings)


def _first(
    background: Background,
) -> Callable[[tuple[str | tuple[str, ...], list[Account]]], tuple[int, tuple[int, int, str]]]:
    """Sorts the sides of a dispute: that of most texts first, then the earliest told."""

    def key(side: tuple[str | tuple[str, ...], list[Account]]) -> tuple[int, tuple[int, int, str]]:
        texts = {background.copies.text[account.report] for account in side[1]}
        return -len(texts), min(background.order(account) for account in side[1])

    return key


def _words(accounts: Sequence[Account], field: str, background: Background) -> tuple[Evidence, ...]:
    ordered = background.sorted(accounts)
    return background.support(ordered, field) or background.evidence(ordered)


def _told_apart(one: Account, other: Account, background: Background) -> bool:
    """True when two accounts come from two texts, or from two voices in one."""
    if background.copies.text[one.report] != background.copies.text[other.report]:
        return True
    return one.report == other.report and one.voice != other.voice


def _together(one: Account, other: Account, background: Background) -> bool:
    """True when two accounts were published on one day, so that neither brings the other up to date."""
    return background.published(one) == background.published(other)


def _contrary(
    told: Sequence[tuple[T, Account]],
    differ: Callable[[T, T], bool],
    background: Background,
    at_once: bool = False,
) -> list[tuple[T, Account]]:
    """What is told with a value that differs from another's, by another text or voice; `at_once` on one day only."""
    contrary: dict[str, tuple[T, Account]] = {}
    for index, (value, account) in enumerate(told):
        for other_value, other in told[index + 1 :]:
            if not differ(value, other_value) or not _told_apart(account, other, background):
                continue
            if not at_once or _together(account, other, background):
                contrary |= {account.id: (value, account), other.id: (other_value, other)}
    return list(contrary.values())


def _meeting_days(met: Meeting, background: Background) -> Iterator[Told]:
    """Days on which it was held, apart; for a meeting to come, days told apart on one day of publication."""
    days = [
        (found, account)
        for account in met.accounts
        if (found := meeting.days_of(meeting.fields_of(account))) and meeting.is_fine(meeting.fields_of(account))
    ]
    by_report: dict[str, set[Days]] = defaultdict(set)
    for found, account in days:
        by_report[account.report].add(found)
    held = [pair for pair in days if meeting.fields_of(pair[1]).status in MET and len(by_report[pair[1].report]) == 1]
    coming = [pair for pair in days if meeting.fields_of(pair[1]).status is MeetingStatus.PLANNED]
    contrary = _contrary(held, lambda a, b: gap(a, b) > 0, background)
    contrary = contrary or _contrary(coming, lambda a, b: gap(a, b) > 0, background, at_once=True)
    for (start, _), account in contrary:
        yield Told(start.isoformat(), account)


def _meeting_places(met: Meeting, background: Background) -> Iterator[Told]:
    """Places that do not hold one another, of a meeting held; of one to come only as told on one day."""
    places = [(meeting.fields_of(account).place, account) for account in met.accounts]
    told = [(place, account) for place, account in places if place]
    held = [pair for pair in told if meeting.fields_of(pair[1]).status in MET]
    coming = [pair for pair in told if meeting.fields_of(pair[1]).status is MeetingStatus.PLANNED]
    for place, account in _contrary(held, clash, background) or _contrary(coming, clash, background, at_once=True):
        yield Told(place[0], account)


def _meeting_status(met: Meeting, background: Background) -> Iterator[Told]:
    """A denial against those who say it was, is or will be held; and held against called off."""
    statuses = [(meeting.fields_of(account).status, account) for account in met.accounts]
    denied = [pair for pair in statuses if pair[0] is MeetingStatus.DENIED]
    others = [pair for pair in statuses if pair[0] in MET | {MeetingStatus.PLANNED}]
    off = [pair for pair in statuses if pair[0] is MeetingStatus.CANCELLED]
    held = [pair for pair in statuses if pair[0] in MET]
    for contrary, asserted in ((denied, others), (off, held)):
        for status, account in _contrary([*contrary, *asserted], _one_of(contrary), background):
            yield Told(status.value, account)


def _one_of(pairs: Sequence[tuple[MeetingStatus, Account]]) -> Callable[[MeetingStatus, MeetingStatus], bool]:
    statuses = {status for status, _ in pairs}
    return lambda one, other: (one in statuses) is not (other in statuses)


def _meeting_parties(met: Meeting, background: Background) -> Iterator[Told]:
    """A party that one report has at the table and another says was kept away."""
    name = background.actors.name_of
    present = [(name(party), account) for account in met.accounts for party in meeting.fields_of(account).parties]
    away = [(name(party), account) for account in met.accounts for party in meeting.fields_of(account).excluded]
    for party in sorted({party for party, _ in present} & {party for party, _ in away}):
        told = [(True, account) for other, account in present if other == party]
        told += [(False, account) for other, account in away if other == party]
        for there, account in _contrary(told, lambda a, b: a is not b, background):
            yield Told(f"{party} took part" if there else f"without {party}", account)


def _instrument_parties(document: Instrument, background: Background) -> Iterator[Told]:
    """Two sets of parties of which neither holds the other."""
    told = []
    for account in document.accounts:
        names = background.actors.names_of(instrument.fields_of(account).parties)
        if len(names) > 1:
            told.append((frozenset(names), account))
    for parties, account in _contrary(told, lambda a, b: not (a <= b or b <= a), background):
        yield Told(tuple(sorted(parties)), account)


def _instrument_status(document: Instrument, background: Background) -> Iterator[Told]:
    """Agreed for one and not yet, or no longer, for another, on one day."""
    told = [(status, account) for account in document.accounts if (status := instrument.fields_of(account).status)]

    def differ(one: InstrumentStatus, other: InstrumentStatus) -> bool:
        return (one in _SETTLED and other in _UNSETTLED) or (other in _SETTLED and one in _UNSETTLED)

    for status, account in _contrary(told, differ, background, at_once=True):
        yield Told(status.value, account)


def _instrument_days(document: Instrument, background: Background) -> Iterator[Told]:
    """Two days for a state that is taken once."""
    for status in sorted(_ONCE):
        told = [
            (fields.on, account)
            for account in document.accounts
            if (fields := instrument.fields_of(account)).status is status and fields.on
        ]
        for on, account in _contrary(told, lambda a, b: a != b, background):
            yield Told(f"{status.value} {on.isoformat()}", account)


_MEETING: dict[str, Callable[[Meeting, Background], Iterator[Told]]] = {
    "when": _meeting_days,
    "place": _meeting_places,
    "status": _meeting_status,
    "parties": _meeting_parties,
}
_INSTRUMENT: dict[str, Callable[[Instrument, Background], Iterator[Told]]] = {
    "parties": _instrument_parties,
    "status": _instrument_status,
    "when": _instrument_days,
}
