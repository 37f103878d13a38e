"""A record laid out for asking: its issues, its graph of conditions and how each issue stands, computed once."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from pourparler.case.conditions.blocking import blocking
from pourparler.case.conditions.deadlocks import Deadlock, deadlocks
from pourparler.case.conditions.graph import Graph, build
from pourparler.case.conditions.requirement import Requirement, Value
from pourparler.case.instruments.lives import Life, lives
from pourparler.case.issues.decided import pins_of
from pourparler.case.issues.gathering import gather, names_in
from pourparler.case.issues.issue import Issues
from pourparler.case.issues.matrix import Matrix, matrix
from pourparler.case.issues.states import Standing, standings
from pourparler.case.issues.topical import Topical, odds_in, topicals
from pourparler.case.issues.topics import Topics, topics_of
from pourparler.case.networks.attending import Attended, attended_of
from pourparler.case.networks.behind import Sources, sources_of
from pourparler.case.networks.referrals import Stand, stands_of
from pourparler.case.voices import Speakers, speakers_of
from pourparler.core.evidence import Evidence
from pourparler.faces.rows.lookup import Lookup

T = TypeVar("T")


@dataclass(frozen=True)
class Asking:
    """What the answers ask a record for; what people decided about its issues counts."""

    lookup: Lookup

    @cached_property
    def issues(self) -> Issues:
        """The issues of the record."""
        return gather(self.lookup.record, pins_of(self.lookup.record.judgements))

    @cached_property
    def topics(self) -> Topics:
        """The topics that its issues are of."""
        return topics_of(self.issues, names_in(self.lookup.record))

    @cached_property
    def topicals(self) -> tuple[Topical, ...]:
        """What is told within each topic, the main ones first."""
        return topicals(self.topics, self.standings)

    @cached_property
    def at_odds(self) -> frozenset[str]:
        """The ids of the topics within which a party rejects what another asks for."""
        return frozenset(one.id for one in self.topics.topics if odds_in(one, self.matrix))

    @cached_property
    def graph(self) -> Graph:
        """The graph of its conditions."""
        return build(self.lookup.record, self.issues)

    @cached_property
    def matrix(self) -> Matrix:
        """Who stands where on which issue."""
        return matrix(self.lookup.record, self.issues)

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How every issue stands."""
        return standings(self.lookup.record, self.issues, blocking(self.graph))

    @cached_property
    def speakers(self) -> Speakers:
        """Who speaks for whom."""
        return speakers_of(self.lookup.record)

    @cached_property
    def lives(self) -> Mapping[str, Life]:
        """The life of each instrument, by its id."""
        return {one.instrument: one for one in lives(self.lookup.record)}

    @cached_property
    def stands(self) -> tuple[Stand, ...]:
        """The positions as networks take them; `edges.referrals_of` makes referrals of them."""
        return stands_of(self.lookup.record)

    @cached_property
    def attended(self) -> tuple[Attended, ...]:
        """The meetings as networks take them; `edges.gathered_of` makes contacts of them."""
        return attended_of(self.lookup.record)

    @cached_property
    def sources(self) -> Sources:
        """What independent sources are counted by."""
        return sources_of(self.lookup.record)

    @cached_property
    def requirements(self) -> Mapping[str, Requirement]:
        """What is required, by the id of the condition."""
        return {one.id: one for one in self.graph.requirements}

    @cached_property
    def waiting(self) -> tuple[str, ...]:
        """The ids of the goals with conditions before them that are not told as met, in the order of the goals."""
        return waiting_in(self.graph)

    @property
    def deadlocks(self) -> tuple[Deadlock, ...]:
        """The circles of its conditions."""
        return self.once("deadlocks", lambda: deadlocks(self.graph))

    def once(self, name: Hashable, work_out: Callable[[], T]) -> T:
        """What is worked out of the record and small, under a name; kept for who asks again."""
        if name not in self._kept:
            self._kept[name] = work_out()
        found: T = self._kept[name]
        return found

    @cached_property
    def _kept(self) -> dict[Hashable, Any]:
        return {}


def waiting_in(graph: Graph) -> tuple[str, ...]:
    """The ids of the goals of a graph that wait: not reached, with a condition before them that is not told as met."""

    def held_up(goal: str) -> bool:
        own = any(one.value is not Value.MET for one in graph.before(goal))
        return own or any(held_up(one) for one in graph.below.get(goal, ()))

    return tuple(one.id for one in graph.goals.values() if not one.reached and held_up(one.id))


def asked(graph: Graph, lookup: Lookup) -> Asking:
    """An asking of a graph that is there already, so that nothing is computed again."""
    found = Asking(lookup)
    found.__dict__.update(graph=graph, issues=graph.issues)
    return found


def behind(graph: Graph) -> Mapping[str, tuple[Evidence, ...]]:
    """By the id of a move, the words of the conditions that it is about."""
    found: dict[str, tuple[Evidence, ...]] = {}
    for one in graph.requirements:
        for move in (one.waive, *(part.grant for part in one.parts)):
            found[move.id] = tuple(dict.fromkeys((*found.get(move.id, ()), *one.evidence)))
    return found
