"""Ties between actors by what they say of the same concepts: congruence, conflict, and one less the other.

The definitions are those of the Discourse Network Analyzer (Leifeld, Gruber and Bossner, Discourse Network Analyzer
Manual, 2018, sections 2.3 and 2.4; Leifeld, Discourse network analysis, in the Oxford Handbook of Political Networks,
2017). x(i, j, k) is how often actor i refers to concept j with agreement k. For two actors:

- congruence: the sum over all concepts of x(i, j, k) · x(i', j, k') · (1 - |k - k'| / 2)
- conflict: the same with |k - k'| / 2
- co-mention (the manual's "ignore"): the sum over all concepts of x(i, j, ·) · x(i', j, ·)

where k is 1 for agreeing, -1 for disagreeing, and 0 for conditional where that is taken at all. Without it this is the
binary case: congruence counts pairs of the same agreement, conflict those of the opposite. They add up to co-mention.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import chain, combinations

from pourparler.case.networks.behind import Floor, Sources
from pourparler.case.networks.normalising import Normalisation, Profile, divisor
from pourparler.case.networks.referrals import Agreement, Gaps, Referral, Referrals, all_of
from pourparler.case.voices import Hearing
from pourparler.core.entry import Counts

LEVEL: Mapping[Agreement, int] = {Agreement.AGREE: 1, Agreement.CONDITIONAL: 0, Agreement.DISAGREE: -1}
RANGE = 2
"""How far apart two levels can be."""


class Tie(StrEnum):
    """What the weight of an edge between two actors says."""

    CONGRUENCE = "congruence"
    CONFLICT = "conflict"
    SUBTRACT = "congruence less conflict"
    CO_MENTION = "co-mention"


class Isolates(StrEnum):
    """Which actors without an edge are nodes all the same."""

    LEFT_OUT = "only those with an edge"
    ACTIVE = "also those who say something in this span"
    ALL = "also those who say nothing in it"


@dataclass(frozen=True, slots=True)
class Rules:
    """How edges are weighed and which are drawn."""

    normalisation: Normalisation = Normalisation.NONE
    at_least: Floor = field(default_factory=Floor)
    isolates: Isolates = Isolates.LEFT_OUT


@dataclass(frozen=True)
class Behind:
    """What an edge rests on: the statements that count, which lead to the words, group by group as other edges share
    them. The rest is counted when somebody asks: edges of a large network rest on thousands of accounts each, and few
    of them are looked at."""

    groups: tuple[Sequence[Referral], ...]
    sources: Sources = field(repr=False, compare=False)

    @property
    def referrals(self) -> tuple[Referral, ...]:
        """The statements that count."""
        return tuple(chain.from_iterable(self.groups))

    @property
    def statements(self) -> int:
        """How many statements count."""
        return sum(map(len, self.groups))

    @cached_property
    def counts(self) -> Counts:
        """All accounts, also of those that a rule for duplicates let go, their reports and independent sources."""
        return self.sources.count(each.account for one in self.referrals for each in all_of(one))

    @cached_property
    def first(self) -> date | None:
        """The first day of publication of all accounts."""
        return min(self._days(), default=None)

    @cached_property
    def last(self) -> date | None:
        """The last day of publication of all accounts."""
        return max(self._days(), default=None)

    @cached_property
    def voices(self) -> tuple[tuple[Hearing, int], ...]:
        """How many statements are in whose voice."""
        voices = Counter(one.hearing for one in self.referrals)
        return tuple((hearing, voices[hearing]) for hearing in Hearing if voices[hearing])

    def _days(self) -> Iterator[date]:
        return (each.day for one in self.referrals for each in all_of(one) if each.day is not None)


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge between two actors, `one` before `other` by letters. `agreeing` and `differing` are congruence and
    conflict before normalising, `concepts` what both refer to in the sense of the edge."""

    one: str
    other: str
    weight: float
    agreeing: float
    differing: float
    concepts: tuple[str, ...]
    behind: Behind


@dataclass(frozen=True, slots=True)
class Node:
    """An actor with the number of its statements that count."""

    name: str
    statements: int


@dataclass(frozen=True, slots=True)
class Network:
    """A network of actors; `below` counts edges that the floor keeps undrawn."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    below: int
    left_out: Gaps


@dataclass(slots=True)
class _Pair:
    """What two actors have in common, as it adds up concept by concept."""

    agreeing: float = 0.0
    differing: float = 0.0
    concepts: list[str] = field(default_factory=list)
    groups: list[list[Referral]] = field(default_factory=list)


_Cells = dict[str, dict[str, dict[Agreement, list[Referral]]]]
"""Referrals by concept, actor and agreement."""


def tie(referrals: Referrals, how: Tie, rules: Rules | None = None) -> Network:
    """The network of actors by what they say of the same concepts. An edge is there where statements stand behind it,
    even where congruence less conflict is nothing; edges and nodes come in the order of letters."""
    asked = rules or Rules()
    divided = asked.normalisation is not Normalisation.NONE
    profiles = profiles_of(referrals.kept) if divided else {}
    edges: list[Edge] = []
    below = 0
    for (one, other), pair in sorted(_pairs(_cells(referrals.kept), how).items()):
        seen = behind(pair.groups, referrals.sources, asked.at_least)
        if seen is None:
            below += 1
            continue
        divided_by = divisor(asked.normalisation, profiles[one], profiles[other]) if divided else 1.0
        weight = _weight(pair, how) / divided_by
        edges.append(Edge(one, other, weight, pair.agreeing, pair.differing, tuple(pair.concepts), seen))
    said = Counter(referral.actor for referral in referrals.kept)
    tied = {name for edge in edges for name in (edge.one, edge.other)}
    there = {Isolates.LEFT_OUT: tied, Isolates.ACTIVE: set(said), Isolates.ALL: {*said, *referrals.actors}}
    nodes = tuple(Node(name, said[name]) for name in sorted(there[asked.isolates]))
    return Network(nodes, tuple(edges), below, referrals.left_out)


def behind(groups: Iterable[Sequence[Referral]], sources: Sources, at_least: Floor) -> Behind | None:
    """What these groups of referrals give an edge to rest on; None where that is below the floor."""
    found = Behind(tuple(groups), sources)
    if found.statements < at_least.times:
        return None
    return found if at_least.sources < 2 or found.counts.sources >= at_least.sources else None


def profiles_of(referrals: Iterable[Referral]) -> dict[str, Profile]:
    """How often each actor refers to each concept in each sense: its row of x."""
    profiles: dict[str, Counter[tuple[str, Agreement]]] = {}
    for one in referrals:
        profiles.setdefault(one.actor, Counter())[one.concept, one.agreement] += 1
    return {actor: Profile(dict(cells)) for actor, cells in profiles.items()}


def _cells(referrals: Iterable[Referral]) -> _Cells:
    cells: _Cells = {}
    for one in referrals:
        cells.setdefault(one.concept, {}).setdefault(one.actor, {}).setdefault(one.agreement, []).append(one)
    return cells


def _pairs(cells: _Cells, how: Tie) -> dict[tuple[str, str], _Pair]:
    """Every two actors between whom there is something of the kind asked for."""
    pairs: dict[tuple[str, str], _Pair] = {}
    for concept, actors in sorted(cells.items()):
        for one, other in combinations(sorted(actors), 2):
            pair = pairs.get((one, other))
            if pair is None:
                pair = pairs[one, other] = _Pair()
            shared: dict[tuple[str, Agreement], list[Referral]] = {}
            for mine, said in actors[one].items():
                for theirs, answered in actors[other].items():
                    apart = abs(LEVEL[mine] - LEVEL[theirs]) / RANGE
                    pair.agreeing += len(said) * len(answered) * (1 - apart)
                    pair.differing += len(said) * len(answered) * apart
                    if not (how is Tie.CONGRUENCE and apart == 1) and not (how is Tie.CONFLICT and apart == 0):
                        shared |= {(one, mine): said, (other, theirs): answered}
            if shared:
                pair.concepts.append(concept)
                pair.groups += shared.values()
    return {names: pair for names, pair in pairs.items() if pair.groups}


def _weight(pair: _Pair, how: Tie) -> float:
    match how:
        case Tie.CONGRUENCE:
            return pair.agreeing
        case Tie.CONFLICT:
            return pair.differing
        case Tie.SUBTRACT:
            return pair.agreeing - pair.differing
        case Tie.CO_MENTION:
            return pair.agreeing + pair.differing
