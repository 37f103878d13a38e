"""What blocks what: the goals that wait, most important first, the conditions before them, circles, and the rest."""

from collections.abc import Mapping
from math import ceil

from pourparler.case.conditions.requirement import Requirement
from pourparler.core.entry import Condition
from pourparler.faces.brief.choosing import Caps
from pourparler.faces.brief.issues import standing_item
from pourparler.faces.brief.paper import Group, Item, Section
from pourparler.faces.brief.parts import Scope
from pourparler.faces.brief.waiting import circle_item, free_item, goal_item

MOST_ISSUES = 12
"""Issues whose state the long form tells; `pourparler issues` has all."""

HEADING = "What blocks what"
CIRCLES = "Goals that wait for each other"
FREE = "Conditions that hold nothing up: told as met, or what they were about has come about"


def blocks(scope: Scope, caps: Caps) -> Section:
    """How the main issues stand; what waits, for which conditions, and whose moves clear them; circles."""
    kept = scope.conditions
    held_up = scope.held_up
    chosen = _chosen(scope, caps.conditions)
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


def _chosen(scope: Scope, most: int) -> Mapping[str, list[Requirement]]:
    """At most `most` conditions: of every goal half of what is left, the newest, best supported and disputed in turn,
    those of a party first."""
    chosen: dict[str, list[Requirement]] = {}
    things = scope.lookup.things
    for goal, told in scope.held_up.items():
        room = ceil(most / 2) if len(scope.held_up) > 1 else most
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
    found = [one for one in scope.circles if any(told.id in kept for told in one.requirements)]
    return tuple(circle_item(scope.notes, one) for one in found[:most])
