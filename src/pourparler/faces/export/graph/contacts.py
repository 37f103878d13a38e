"""Who met whom: actors, and for every two that met, how often, when, told by how many; plans are counted apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from pourparler.core.entry import Meeting
from pourparler.core.vocabulary import ActorKind, MeetingStatus
from pourparler.faces.export.identity import actor_called, actor_key
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.rows.times import time_of
from pourparler.record.sources import Telling, sources

HELD = frozenset({MeetingStatus.HELD, MeetingStatus.UNDER_WAY})
AWAITED = frozenset({MeetingStatus.PROPOSED, MeetingStatus.CONDITIONAL, MeetingStatus.PLANNED, MeetingStatus.POSTPONED})


@dataclass(frozen=True, slots=True)
class Node:
    """One who meets. `party` is the side a person speaks for; `held` and `planned` count the meetings with others."""

    id: str
    name: str
    kind: str
    party: str | None
    held: int
    planned: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Two who met, by the ids of their nodes, the lesser first. `held` are meetings held or under way, `planned` those
    proposed, conditional, planned or put off, `mediated` those held at which one of the two mediated. `accounts`,
    `reports` and independent `sources` tell those held; `first` and `last` are the first and the last day of these."""

    one: str
    other: str
    held: int
    planned: int
    mediated: int
    accounts: int
    reports: int
    sources: int
    first: date | None
    last: date | None
    meetings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes by name and edges by their nodes. `alone` counts the meetings at which the record knows no two sides."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    alone: int


def contacts(lookup: Lookup, meetings: Sequence[Meeting]) -> Network:
    """The network of these meetings; those cancelled or denied, and who was absent or left out, are no contact.

    Parties meet parties, persons meet persons of other parties. A person meets a party only where the record does not
    know for whom the person speaks. Hosts that do not mediate meet nobody by hosting.
    """
    pairs: dict[tuple[str, str], list[Meeting]] = defaultdict(list)
    alone = 0
    for meeting in meetings:
        if meeting.status not in HELD | AWAITED:
            continue
        met = list(_pairs(lookup, meeting))
        alone += not met
        for pair in met:
            pairs[pair].append(meeting)
    edges = [_edge(lookup, pair, told) for pair, told in pairs.items()]
    edges = sorted((_by_id(lookup, edge) for edge in edges), key=lambda edge: (edge.one, edge.other))
    return Network(tuple(_nodes(lookup, pairs)), tuple(edges), alone)


def _pairs(lookup: Lookup, meeting: Meeting) -> set[tuple[str, str]]:
    """Every two names that meet, the lesser first."""
    mediators = [name for name in meeting.mediators if name not in meeting.hosts]
    taking = dict.fromkeys((*meeting.parties, *meeting.people, *mediators))
    present = [name for name in taking if name not in (*meeting.absent, *meeting.excluded)]
    found = combinations(sorted(present), 2)
    return {(one, other) for one, other in found if _meet(lookup, one, other)}


def _meet(lookup: Lookup, one: str, other: str) -> bool:
    """True for two of one rank who do not speak for the same side, and for a party and a person of no known party."""
    sides = [lookup.represents.get(name) for name in (one, other)]
    persons = [side is not None or _is_person(lookup, name) for name, side in zip((one, other), sides, strict=True)]
    if persons[0] == persons[1]:
        return not persons[0] or sides[0] is None or sides[0] != sides[1]
    return sides[persons.index(True)] is None


def _is_person(lookup: Lookup, name: str) -> bool:
    return (actor := actor_called(lookup, name)) is not None and actor.kind is ActorKind.PERSON


def _edge(lookup: Lookup, pair: tuple[str, str], meetings: Sequence[Meeting]) -> Edge:
    """What there was between two names."""
    held = [meeting for meeting in meetings if meeting.status in HELD]
    days = [time for meeting in held if (time := time_of(lookup, meeting))]
    accounts, reports, independent = _told(lookup, held)
    return Edge(
        one=pair[0],
        other=pair[1],
        held=len(held),
        planned=len(meetings) - len(held),
        mediated=sum(bool(set(pair) & set(meeting.mediators)) for meeting in held),
        accounts=accounts,
        reports=reports,
        sources=independent,
        first=min((day.start for day in days), default=None),
        last=max((day.end for day in days), default=None),
        meetings=tuple(sorted(meeting.id for meeting in meetings)),
    )


def _by_id(lookup: Lookup, edge: Edge) -> Edge:
    one, other = sorted(actor_key(lookup, name) for name in (edge.one, edge.other))
    values = {name: getattr(edge, name) for name in Edge.__slots__ if name not in ("one", "other")}
    return Edge(one, other, **values)


def _told(lookup: Lookup, meetings: Sequence[Meeting]) -> tuple[int, int, int]:
    """How many accounts, reports and independent sources tell of some meetings together."""
    by_report: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for meeting in meetings:
        for account in meeting.accounts:
            agency = account.voice.via[-1] if account.voice.via else ""
            by_report[account.report] += [(agency, place.text) for place in account.evidence]
    tellings = [
        Telling(
            report,
            _first_text(lookup, report),
            lookup.reports_by_id[report].outlet,
            frozenset(agency for agency, _ in told),
            tuple(words for _, words in told),
        )
        for report, told in sorted(by_report.items())
    ]
    return sum(len(meeting.accounts) for meeting in meetings), len(by_report), len(sources(tellings))


def _first_text(lookup: Lookup, report: str) -> str:
    """The name of the first report of a chain of near copies."""
    name = lookup.reports_by_id[report].name
    while (view := lookup.views.get(name)) and view.copies_of:
        name = view.copies_of
    return name


def _nodes(lookup: Lookup, pairs: Mapping[tuple[str, str], Iterable[Meeting]]) -> list[Node]:
    """Everybody who meets somebody, by name."""
    met: dict[str, dict[str, Meeting]] = defaultdict(dict)
    for pair, meetings in pairs.items():
        for name in pair:
            met[name] |= {meeting.id: meeting for meeting in meetings}
    nodes = []
    for name in sorted(met):
        actor = actor_called(lookup, name)
        held = sum(meeting.status in HELD for meeting in met[name].values())
        kind = actor.kind.value if actor else "unknown"
        party = actor.represents if actor else None
        nodes.append(Node(actor_key(lookup, name), name, kind, party, held, len(met[name]) - held))
    return nodes
