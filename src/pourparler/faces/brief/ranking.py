"""What matters most of a record as a system: the goals that wait with what holds them up, and the issues in a state."""

from collections.abc import Collection, Mapping, Sequence

from pourparler.case.conditions.requirement import Goal, GoalKind, Requirement, Value
from pourparler.case.issues.states import Standing, State
from pourparler.core.entry import Condition, Entry, Meeting
from pourparler.core.vocabulary import MeetingStatus
from pourparler.faces.brief.choosing import in_turn
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.rows.times import order_of
from pourparler.faces.system.asking import Asking

COMING = (MeetingStatus.PLANNED, MeetingStatus.CONDITIONAL, MeetingStatus.PROPOSED)
"""Statuses of a meeting that is still to come."""


def held_up(asking: Asking, kept: Collection[str]) -> Mapping[str, list[Requirement]]:
    """The goals that wait, most important first, with the conditions that hold them up; each condition stands once.

    An issue waits for its papers too: their conditions stand with it. Only conditions among those `kept` (ids) are
    taken, and goals that one of them holds up.
    """
    graph = asking.graph
    found: dict[str, list[Requirement]] = {}
    told: set[str] = set()
    issues_first = sorted(asking.waiting, key=lambda one: graph.goals[one].kind is not GoalKind.ISSUE)
    for goal in issues_first:
        papers = [paper for paper in graph.below.get(goal, ()) if not graph.goals[paper].reached]
        own = [one for thing in (goal, *papers) for one in graph.before(thing)]
        these = [one for one in own if one.value is not Value.MET and one.id in kept and one.id not in told]
        if these:
            found[goal] = these
            told |= {one.id for one in these}
    goals = [graph.goals[one] for one in found]
    return {goal.id: found[goal.id] for goal in _ordered(asking.lookup, goals, found)}


def _ordered(lookup: Lookup, goals: Sequence[Goal], held: Mapping[str, list[Requirement]]) -> list[Goal]:
    """The next meetings in turn with the goals that most sources give conditions on, those told last first."""

    def weight(goal: Goal) -> tuple[bool, int, int, str]:
        told = held[goal.id]
        last = max((one.told.toordinal() for one in told if one.told), default=0)
        return goal.kind is GoalKind.UNTOLD, -sum(one.sources for one in told), -last, goal.id

    meetings = [thing for goal in goals if isinstance(thing := lookup.things.get(goal.id), Meeting)]
    coming = [one for one in meetings if one.status in COMING and not one.overdue]
    soonest = sorted(coming, key=lambda one: order_of(lookup, one))
    by_id = {goal.id: goal for goal in goals}
    return in_turn((sorted(goals, key=weight), [by_id[one.id] for one in soonest]), len(goals))


def told_issues(asking: Asking, kept: Collection[str]) -> list[Standing]:
    """The issues in a state that an entry among those `kept` (ids) has words on.

    They come by the independent sources that have words on them, those of the last weeks first; of several that stand
    as they do by the same entries, the first.
    """
    lookup = asking.lookup
    told = [
        one for one in asking.standings if _is_told(lookup, one) and any(name in kept for name in one.issue.entries)
    ]
    told.sort(key=lambda one: (one.state is State.DORMANT, -_weight(lookup, one), one.issue.name))
    once: dict[tuple[str, ...], Standing] = {}
    for one in told:
        assert one.sign is not None
        once.setdefault(one.sign.entries, one)
    return list(once.values())


def _is_told(lookup: Lookup, one: Standing) -> bool:
    """True for an issue in a state; of a dormant one, where more is told than that something waits for it."""
    things = [lookup.things.get(name) for name in one.issue.entries]
    asked_for_only = all(isinstance(thing, Condition) for thing in things)
    return one.sign is not None and not (one.state is State.DORMANT and asked_for_only)


def _weight(lookup: Lookup, one: Standing) -> int:
    """Independent sources behind the entries of an issue."""
    things = [lookup.things.get(name) for name in one.issue.entries]
    return sum(thing.counts.sources for thing in things if isinstance(thing, Entry))
