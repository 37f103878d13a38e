"""What blocks what: the goals that wait, most important first, the conditions before them, circles, and the rest."""

from collections.abc import Mapping, Sequence
from math import ceil

from pourparler.case.conditions.deadlocks import deadlocks
from pourparler.case.conditions.requirement import Goal, GoalKind, Requirement, Value
from pourparler.core.entry import Condition, Meeting
from pourparler.faces.brief.choosing import Caps, in_turn
from pourparler.faces.brief.issues import standing_item
from pourparler.faces.brief.paper import Group, Item, Section
from pourparler.faces.brief.parts import COMING, Scope
from pourparler.faces.brief.waiting import circle_item, free_item, goal_item
from pourparler.faces.rows.times import order_of

MOST_ISSUES = 12
"""Issues whose state the long form tells; `pourparler issues` has all."""

HEADING = "What blocks what"
CIRCLES = "Goals that wait for each other"
FREE = "Conditions that hold nothing up: told as met, or what they were about has come about"


def blocks(scope: Scope, caps: Caps) -> Section:
    """How the main issues stand; what waits, for which conditions, and whose moves clear them; circles."""
    kept = scope.conditions
    held_up = _held_up(scope, {one.id for one in kept})
    chosen = _chosen(scope, held_up, caps.conditions)
    shown = {one.id for told in chosen.values() for one in told}
    waiting = {one.id for told in held_up.values() for one in told}
    free = [one for one in kept if one.id not in waiting]
    free = scope.choose(free, caps.conditions - len(shown))
    goals = scope.asking.graph.goals
    standing = standing_item(scope, min(caps.issues, MOST_ISSUES))
    waiting_for = [goal_item(scope.notes, goals[goal], told, held_up[goal]) for goal, told in chosen.items()]
    groups = [
        ("", (*([standing] if standing else ()), *waiting_for)),
        (CIRCLES, _circles(scope, waiting, caps.circles)),
        (FREE, tuple(free_item(scope.notes, scope.asking.requirements[one.id]) for one in free)),
    ]
    more = scope.more(len(kept) - len(shown) - len(free), "condition", "conditions")
    empty = scope.empty("No report ties one thing to another.", scope.lookup.record.conditions)
    told = tuple(Group(heading, items) for heading, items in groups if items)
    return Section("conditions", HEADING, told, empty, more)


def _held_up(scope: Scope, kept: set[str]) -> Mapping[str, list[Requirement]]:
    """The goals that wait, in order, with the conditions that hold them up; each condition stands at one goal.

    An issue waits for its papers too: their conditions stand with it. A goal is left out where none of the conditions
    that hold it up is among those `kept`.
    """
    graph = scope.asking.graph
    found: dict[str, list[Requirement]] = {}
    told: set[str] = set()
    issues_first = sorted(scope.asking.waiting, key=lambda one: graph.goals[one].kind is not GoalKind.ISSUE)
    for goal in issues_first:
        papers = [paper for paper in graph.below.get(goal, ()) if not graph.goals[paper].reached]
        own = [one for thing in (goal, *papers) for one in graph.before(thing)]
        these = [one for one in own if one.value is not Value.MET and one.id in kept - told]
        if these:
            found[goal] = these
            told |= {one.id for one in these}
    goals = [graph.goals[one] for one in found]
    return {goal.id: found[goal.id] for goal in _ordered(scope, goals, found)}


def _ordered(scope: Scope, goals: Sequence[Goal], held_up: Mapping[str, list[Requirement]]) -> list[Goal]:
    """The next meetings in turn with the goals that most sources give conditions on, those told last first."""

    def weight(goal: Goal) -> tuple[int, int, str]:
        told = held_up[goal.id]
        last = max((one.told.toordinal() for one in told if one.told), default=0)
        return -sum(one.sources for one in told), -last, goal.id

    lookup = scope.lookup
    meetings = [thing for goal in goals if isinstance(thing := lookup.things.get(goal.id), Meeting)]
    coming = [one for one in meetings if one.status in COMING and not one.overdue]
    soonest = sorted(coming, key=lambda one: order_of(lookup, one))
    by_id = {goal.id: goal for goal in goals}
    return in_turn((sorted(goals, key=weight), [by_id[one.id] for one in soonest]), len(goals))


def _chosen(scope: Scope, held_up: Mapping[str, list[Requirement]], most: int) -> Mapping[str, list[Requirement]]:
    """At most `most` conditions: of every goal half of what is left, the newest, best supported and disputed in turn,
    those of a party first."""
    chosen: dict[str, list[Requirement]] = {}
    things = scope.lookup.things
    for goal, told in held_up.items():
        room = ceil(most / 2) if len(held_up) > 1 else most
        entries = [entry for one in told if isinstance(entry := things[one.id], Condition)]
        ranked = [one for of_party in (True, False)
                  for one in scope.choose([each for each in entries if (each.party is not None) is of_party],
                                          len(entries))]  # fmt: skip
        if room > 0:
            chosen[goal] = [scope.asking.requirements[one.id] for one in ranked[:room]]
            most -= len(chosen[goal])
    return chosen


def _circles(scope: Scope, kept: set[str], most: int) -> tuple[Item, ...]:
    """Circles with a condition among those kept."""
    found = [one for one in deadlocks(scope.asking.graph) if any(told.id in kept for told in one.requirements)]
    return tuple(circle_item(scope.notes, one) for one in found[:most])
