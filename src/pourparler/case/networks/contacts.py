"""Contacts: who met whom, how often, on which days, by how many reports and sources. Planned is not held."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from pourparler.case.networks.behind import Floor, Sources, sources_of
from pourparler.case.networks.referrals import By, Gaps, LeftOut, gaps_of
from pourparler.case.networks.windows import Span
from pourparler.case.voices import Speakers, speakers_of
from pourparler.core.account import Account
from pourparler.core.entry import CaseRecord, Counts, Meeting
from pourparler.core.vocabulary import Channel, MeetingStatus

AT_A_DISTANCE = frozenset({Channel.INDIRECT, Channel.LETTER})
"""Ways of being in touch in which the sides do not meet: through a mediator, in rooms apart, by letter."""

DOUBTED = frozenset({"status", "parties", "people"})
"""Fields of a meeting whose disputes leave open who met whom."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """Which meetings count, and between whom: the parties at the table or the people named; with `mediators` also
    those who mediate or host, with `colleagues` also people of one side with one another. `days` keeps meetings with a
    day in that span."""

    by: By = By.PARTIES
    statuses: frozenset[MeetingStatus] = frozenset({MeetingStatus.HELD})
    mediators: bool = False
    colleagues: bool = False
    days: Span | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """An edge between two who met, `one` before `other` by letters: the ids of the meetings in their order, how many
    of those are disputed as to who met or whether, what stands behind them, and their first and last day."""

    one: str
    other: str
    meetings: tuple[str, ...]
    disputed: int
    counts: Counts
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Contacts:
    """Who met whom. `nodes` are those with an edge, by letters; `below` counts edges that the floor keeps undrawn."""

    nodes: tuple[str, ...]
    edges: tuple[Contact, ...]
    below: int
    left_out: Gaps


def meet(record: CaseRecord, gathering: Gathering | None = None, at_least: Floor | None = None) -> Contacts:
    """The network of those who met, edges in the order of letters. `left_out` counts meetings."""
    asked, floor = gathering or Gathering(), at_least or Floor()
    speakers, sources = speakers_of(record), sources_of(record)
    disputed = {dispute.about for dispute in record.disputes if dispute.field in DOUBTED}
    met: dict[tuple[str, str], list[Meeting]] = {}
    gaps: Counter[LeftOut] = Counter()
    for meeting in record.meetings:
        if asked.days and not _overlaps(meeting, asked.days):
            gaps[LeftOut.NO_DAY] += _days(meeting) is None
            continue
        pairs = [] if meeting.status not in asked.statuses else list(_pairs(meeting, asked, speakers))
        for pair in pairs:
            met.setdefault(pair, []).append(meeting)
        if not pairs:
            gaps[_why_none(meeting, asked)] += 1
    edges = [_contact(pair, meetings, sources, disputed) for pair, meetings in sorted(met.items())]
    drawn = tuple(edge for edge in edges if len(edge.meetings) >= floor.times and edge.counts.sources >= floor.sources)
    nodes = tuple(sorted({name for edge in drawn for name in (edge.one, edge.other)}))
    return Contacts(nodes, drawn, len(edges) - len(drawn), gaps_of(gaps))


def _pairs(meeting: Meeting, asked: Gathering, speakers: Speakers) -> Iterator[tuple[str, str]]:
    """Every two who met there, each pair once. Rooms apart: each side met the mediators only."""
    people = asked.by is By.PEOPLE
    table = (*meeting.people, *(person for _, person in meeting.leads)) if people else meeting.parties
    away = {*meeting.absent, *meeting.excluded}
    sides = _names(table, away, speakers)
    between = _names(meeting.mediators, {*away, *sides}, speakers) if asked.mediators else []
    between = [name for name in between if (name in speakers.people) is people]
    pairs: list[tuple[str, str]] = []
    if meeting.channel not in AT_A_DISTANCE:
        pairs += combinations(sides, 2)
    pairs += [*combinations(between, 2), *product(between, sides)]
    for one, other in dict.fromkeys((min(pair), max(pair)) for pair in pairs):
        side = speakers.parties.get(one)
        if asked.colleagues or side is None or side != speakers.parties.get(other):
            yield one, other


def _names(names: Iterable[str], away: Iterable[str], speakers: Speakers) -> list[str]:
    gone = {speakers.name_of(name) for name in away}
    return sorted({speakers.name_of(name) for name in names} - gone)


def _why_none(meeting: Meeting, asked: Gathering) -> LeftOut:
    if meeting.status not in asked.statuses:
        return LeftOut.STATUS
    return LeftOut.INDIRECT if meeting.channel in AT_A_DISTANCE else LeftOut.ALONE


def _days(meeting: Meeting) -> Span | None:
    """The days of a meeting; an open end is the other one."""
    when = meeting.when
    first = (when.start or when.end) if when else None
    last = (when.end or when.start) if when else None
    return Span(first, last) if first and last else None


def _overlaps(meeting: Meeting, span: Span) -> bool:
    days = _days(meeting)
    return days is not None and days.first <= span.last and span.first <= days.last


def _contact(pair: tuple[str, str], meetings: list[Meeting], sources: Sources, disputed: set[str]) -> Contact:
    accounts: list[Account] = [account for meeting in meetings for account in meeting.accounts]
    known = [days for meeting in meetings if (days := _days(meeting))]
    return Contact(
        *pair,
        tuple(meeting.id for meeting in meetings),
        sum(meeting.id in disputed for meeting in meetings),
        sources.count(accounts),
        min((days.first for days in known), default=None),
        max((days.last for days in known), default=None),
    )
