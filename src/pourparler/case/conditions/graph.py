"""The graph of conditions of a record: what waits for what, by whose word, and what would clear it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pourparler.case.conditions.case import Case, case_of
from pourparler.case.conditions.granting import grantors
from pourparler.case.conditions.heads import Heads
from pourparler.case.conditions.meetings import meeting_of
from pourparler.case.conditions.requirement import (
    Basis,
    Goal,
    GoalKind,
    Move,
    MoveKind,
    Part,
    Requirement,
    Sort,
    Whose,
)
from pourparler.case.conditions.sorts import sort_of
from pourparler.case.conditions.truths import Truths
from pourparler.case.issues.gathering import names_in, required_phrase
from pourparler.case.issues.issue import Issues
from pourparler.case.issues.phrases import listed
from pourparler.core.entry import CaseRecord, Condition
from pourparler.core.ids import content_id
from pourparler.core.vocabulary import ActorKind, Stance

UNNAMED = "something that is not named"
"""What a goal is called at which the words of a condition only point."""


@dataclass(frozen=True)
class Graph:
    """Goals and requirements of a record as of its day; every one leads to entries, and so to words.

    `below` are the instruments of an issue that themselves wait for something: the issue waits for them too. `present`
    are the states, organisations and blocs that take part, by name: told to hold a move, or parties of meetings and of
    those who mediate in them.
    """

    issues: Issues
    goals: Mapping[str, Goal]
    requirements: tuple[Requirement, ...]
    below: Mapping[str, tuple[str, ...]]
    present: tuple[str, ...]
    _by_head: Mapping[str, tuple[Requirement, ...]] = field(repr=False, compare=False)
    given_up: set[tuple[str, frozenset[str], int]] = field(default_factory=set, repr=False, compare=False)
    """Goals, with moves made, whose diagrams took more nodes than this: they are not tried again."""

    def before(self, goal: str) -> tuple[Requirement, ...]:
        """What is required before a goal, itself, in the record's order."""
        return self._by_head.get(goal, ())

    @cached_property
    def moves(self) -> Mapping[str, Move]:
        """Every move, by its id."""
        found: dict[str, Move] = {}
        for requirement in self.requirements:
            for move in (requirement.waive, *(part.grant for part in requirement.parts)):
                known = found.get(move.id)
                found[move.id] = move if known is None else _both(known, move)
        return found


def build(record: CaseRecord, issues: Issues) -> Graph:
    """The graph of a record whose issues were gathered; the same whatever order reports came in."""
    return _Building(case_of(record, issues)).graph()


def by_heads(requirements: Iterable[Requirement]) -> dict[str, tuple[Requirement, ...]]:
    """Requirements by the id of what they keep waiting, in their order."""
    found: dict[str, list[Requirement]] = defaultdict(list)
    for one in requirements:
        found[one.head].append(one)
    return {head: tuple(these) for head, these in found.items()}


class _Building:
    """A graph in the making."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._truths = Truths(case)
        self._heads = Heads(case)
        self._names = names_in(case.record)
        self._pointing = {content_id("u", one.id): one.blocks for one in case.record.conditions}

    def graph(self) -> Graph:
        requirements = tuple(self._requirement(one) for one in self._case.record.conditions)
        by_head = by_heads(requirements)
        wanted = dict.fromkeys(
            (
                *(issue.id for issue in self._case.issues.issues),
                *self._case.instruments,
                *self._case.meetings,
                *(one.head for one in requirements),
            )
        )
        below = {
            issue.id: held
            for issue in self._case.issues.issues
            if (held := tuple(one for one in issue.entries if one in self._case.instruments and one in by_head))
        }
        return Graph(
            self._case.issues,
            {one: self._goal(one) for one in wanted},
            requirements,
            below,
            self._present(requirements),
            by_head,
        )

    def _present(self, requirements: Sequence[Requirement]) -> tuple[str, ...]:
        """Who takes part and is no person nor unnamed group; a person stands for the party he speaks for."""
        kinds = {actor.name: actor.kind for actor in self._case.record.actors}
        moves = (move for one in requirements for move in (one.waive, *(part.grant for part in one.parts)))
        named = {name for move in moves for name in move.by}
        named |= {name for one in self._case.record.meetings for name in (*one.parties, *one.mediators)}
        sides = {self._case.speakers.side_of(name) for name in named}
        return tuple(sorted(side for side in sides if kinds.get(side) not in (ActorKind.PERSON, ActorKind.GROUP)))

    def _goal(self, thing: str) -> Goal:
        kind, name = self._named(thing)
        return Goal(thing, kind, name, self._truths.reached(kind, thing), self._case.disputes_of(thing))

    def _named(self, thing: str) -> tuple[GoalKind, str]:
        if thing in self._case.meetings:
            return GoalKind.MEETING, self._case.meetings[thing].title
        if thing in self._case.instruments:
            return GoalKind.INSTRUMENT, self._case.instruments[thing].title
        issue = self._case.issues.get(thing)
        if issue is not None:
            return GoalKind.ISSUE, issue.name
        words = self._pointing.get(thing)
        return GoalKind.UNTOLD, f"{UNNAMED} (“{words}”)" if words else UNNAMED

    def _requirement(self, condition: Condition) -> Requirement:
        sort = sort_of(condition)
        kind, head = self._heads.of(condition, sort)
        wanted = listed(required_phrase(condition), self._names)
        holder = self._case.holder_of(condition)
        own = Move(
            f"waive:{condition.id}",
            MoveKind.WAIVE,
            required_phrase(condition),
            (holder,) if holder else (),
            Whose.TOLD if holder else Whose.NOT_TOLD,
        )
        return Requirement(
            condition.id,
            holder,
            condition.voiced_by,
            head,
            condition.blocks,
            condition.operator,
            sort,
            wanted.number,
            tuple(self._part(condition, sort, phrase, (kind, head)) for phrase in wanted.parts),
            own,
            condition.evidence,
            self._case.days.latest(condition),
            condition.counts.sources,
            condition.deadline,
            condition.hedge,
            tuple(self._later(condition, kind, head)),
            self._case.disputes_of(condition.id),
        )

    def _part(self, condition: Condition, sort: Sort, phrase: str, head: tuple[GoalKind, str]) -> Part:
        issue = self._case.issues.of(phrase, condition.id)
        about: tuple[GoalKind, str] | None = (GoalKind.ISSUE, issue.id) if issue else None
        if sort is Sort.RATIFICATION and head[0] is GoalKind.INSTRUMENT:
            by = grantors(self._case, condition, phrase, tuple(self._concerned(head[1])))
            truth = self._truths.of(condition, sort, head, by)
            return Part(phrase, None, truth, _grant(MoveKind.RATIFY, head[1], phrase, by))
        meeting = meeting_of(self._case, condition, phrase)
        if meeting is not None:
            about = (GoalKind.MEETING, meeting.id)
        concerned = (*self._concerned(about[1] if about else None), *self._concerned(head[1]))
        by = grantors(self._case, condition, phrase, tuple(dict.fromkeys(concerned)))
        kind = MoveKind.MEET if meeting else MoveKind.RATIFY if sort is Sort.RATIFICATION else MoveKind.GRANT
        thing = about[1] if about and about != head else None
        return Part(
            phrase, thing, self._truths.of(condition, sort, about, by), _grant(kind, thing or condition.id, phrase, by)
        )

    def _concerned(self, thing: str | None) -> Iterator[str]:
        """The parties with a word on an issue, or that are sides of a meeting or an instrument."""
        if thing is None:
            return
        if thing in self._case.meetings:
            yield from self._case.meetings[thing].parties
        elif thing in self._case.instruments:
            yield from self._case.instruments[thing].parties
        else:
            issue = self._case.issues.get(thing)
            for entry_id in issue.entries if issue else ():
                position, condition = self._case.positions.get(entry_id), self._case.conditions.get(entry_id)
                one = position or condition
                if one is not None and one.party:
                    yield one.party
                elif entry_id in self._case.instruments:
                    yield from self._case.instruments[entry_id].parties

    def _later(self, condition: Condition, kind: GoalKind, head: str) -> Iterator[Basis]:
        """What the holder has said later than the condition that takes what it blocks as it is."""
        told = self._case.days.latest(condition)
        holder = self._case.holder_of(condition)
        if kind is GoalKind.ISSUE and holder and told:
            for one in self._truths.stances(head, holder):
                day = self._truths.day_of(one)
                if day is not None and day > told and one.stance in (Stance.ACCEPTS, Stance.OFFERS):
                    yield self._truths.basis_of(one)


def _grant(kind: MoveKind, thing: str, phrase: str, by: tuple[tuple[str, ...], Whose]) -> Move:
    """The move that brings a part about; one for all conditions that require the same of the same parties."""
    return Move(f"{kind.value}:{thing}:{'+'.join(sorted(by[0]))}", kind, phrase, tuple(sorted(by[0])), by[1])


def _both(one: Move, other: Move) -> Move:
    """One move that several conditions ask for, in the words that come first by letters."""
    return min(one, other, key=lambda move: (len(move.about), move.about))
