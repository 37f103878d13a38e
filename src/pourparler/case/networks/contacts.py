"""Contacts: who met whom, how often, on which days, by how many reports and sources. Planned is not held."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from pourparler.case.networks.attending import Attended, attended_of
from pourparler.case.networks.behind import Floor, Sources, sources_of
from pourparler.case.networks.referrals import By, Gaps, LeftOut, gaps_of
from pourparler.case.networks.windows import Span
from pourparler.case.voices import Speakers, speakers_of
from pourparler.core.entry import CaseRecord, Counts
from pourparler.core.vocabulary import Channel, MeetingStatus

AT_A_DISTANCE = frozenset({Channel.INDIRECT, Channel.LETTER})
"""Ways of being in touch in which the sides do not meet: through a mediator, in rooms apart, by letter."""


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


@dataclass(frozen=True, slots=True)
class Told:
    """A meeting with every two who met there, each pair once; none for the reason `why`."""

    meeting: Attended
    pairs: tuple[tuple[str, str], ...]
    why: LeftOut | None
    days: Span | None

    def is_on(self, span: Span | None) -> bool:
        """Whether any of its days lies in a span; on no known day it is in none, and without a span always."""
        return span is None or (self.days is not None and _overlaps(self.days, span))


@dataclass(frozen=True, slots=True)
class Gathered:
    """The meetings of a record with who met there, ready to be counted over any span of days."""

    told: tuple[Told, ...]
    sources: Sources

    @property
    def days(self) -> tuple[date, ...]:
        """The first and the last day of every meeting at which somebody met, in their order."""
        known = [one.days for one in self.told if one.pairs and one.days]
        return tuple(sorted(day for span in known for day in (span.first, span.last)))


def gather(
    meetings: Iterable[Attended], speakers: Speakers, sources: Sources, gathering: Gathering | None = None
) -> Gathered:
    """All meetings with who met there by these rules; `days` of the gathering is not looked at."""
    asked = gathering or Gathering()
    told: list[Told] = []
    for meeting in meetings:
        pairs = () if meeting.status not in asked.statuses else tuple(_pairs(meeting, asked, speakers))
        told.append(Told(meeting, pairs, None if pairs else _why_none(meeting, asked), _days(meeting)))
    return Gathered(tuple(told), sources)


def meet(record: CaseRecord, gathering: Gathering | None = None, at_least: Floor | None = None) -> Contacts:
    """The network of those who met, edges in the order of letters. `left_out` counts meetings."""
    gathered = gather(attended_of(record), speakers_of(record), sources_of(record), gathering)
    return met_in(gathered, gathering.days if gathering else None, at_least)


def met_in(gathered: Gathered, days: Span | None = None, at_least: Floor | None = None) -> Contacts:
    """The network of those who met on these days; all that were gathered without them."""
    floor = at_least or Floor()
    met: dict[tuple[str, str], list[Told]] = {}
    gaps: Counter[LeftOut] = Counter()
    for one in gathered.told:
        if not one.is_on(days):
            gaps[LeftOut.NO_DAY] += one.days is None
            continue
        for pair in one.pairs:
            met.setdefault(pair, []).append(one)
        if one.why:
            gaps[one.why] += 1
    edges = [_contact(pair, told, gathered) for pair, told in sorted(met.items())]
    drawn = tuple(edge for edge in edges if len(edge.meetings) >= floor.times and edge.counts.sources >= floor.sources)
    nodes = tuple(sorted({name for edge in drawn for name in (edge.one, edge.other)}))
    return Contacts(nodes, drawn, len(edges) - len(drawn), gaps_of(gaps))


def _pairs(meeting: Attended, asked: Gathering, speakers: Speakers) -> Iterator[tuple[str, str]]:
    """Every two who met there, each pair once. Rooms apart: each side met the mediators only."""
    people = asked.by is By.PEOPLE
    sides = _names(meeting.people if people else meeting.parties, meeting.absent, speakers)
    between = _names(meeting.mediators, {*meeting.absent, *sides}, speakers) if asked.mediators else []
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


def _why_none(meeting: Attended, asked: Gathering) -> LeftOut:
    if meeting.status not in asked.statuses:
        return LeftOut.STATUS
    return LeftOut.INDIRECT if meeting.channel in AT_A_DISTANCE else LeftOut.ALONE


def _days(meeting: Attended) -> Span | None:
    """The days of a meeting; an open end is the other one."""
    when = meeting.when
    first = (when.start or when.end) if when else None
    last = (when.end or when.start) if when else None
    return Span(first, last) if first and last else None


def _overlaps(one: Span, other: Span) -> bool:
    return one.first <= other.last and other.first <= one.last


def _contact(pair: tuple[str, str], told: list[Told], gathered: Gathered) -> Contact:
    traces = [trace for one in told for trace in one.meeting.traces]
    known = [one.days for one in told if one.days]
    return Contact(
        *pair,
        tuple(one.meeting.id for one in told),
        sum(one.meeting.doubted for one in told),
        gathered.sources.count_traces(traces),
        min((days.first for days in known), default=None),
        max((days.last for days in known), default=None),
    )
