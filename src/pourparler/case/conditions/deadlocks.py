"""Circles of conditions, each waiting for the other, and the ways out that their structure has."""

from dataclasses import dataclass, replace
from enum import StrEnum

from pourparler.case.conditions.formulas import system_of
from pourparler.case.conditions.graph import Graph
from pourparler.case.conditions.requirement import Goal, Requirement, Value
from pourparler.case.logic.formula import Head, every
from pourparler.case.logic.solving import circles


class ExitKind(StrEnum):
    """Ways out of a circle."""

    WAIVE = "waive"
    SIMULTANEITY = "simultaneity"
    SPLIT = "split"
    GUARANTEE = "third-party guarantee"


@dataclass(frozen=True, slots=True)
class Exit:
    """One way out: who takes it, on which conditions or goals (ids), and the record's phrases it can be made of.

    Waive: a holder gives up a condition, and `opens` tells whether that alone leaves no circle. Simultaneity: the
    holders do at one time what each wants first. Split: a goal is cut, as the `phrases` told of it are. Guarantee: a
    party outside the circle vouches that the second step follows.
    """

    kind: ExitKind
    by: tuple[str, ...]
    about: tuple[str, ...]
    phrases: tuple[str, ...] = ()
    opens: bool = True


@dataclass(frozen=True, slots=True)
class Deadlock:
    """Goals that wait for each other, by the requirements that tie them; `holders` set these."""

    goals: tuple[Goal, ...]
    requirements: tuple[Requirement, ...]
    holders: tuple[str, ...]
    exits: tuple[Exit, ...]


def deadlocks(graph: Graph) -> tuple[Deadlock, ...]:
    """Every circle of conditions that the record does not tell as met, in the order of the goals."""
    place = {goal: number for number, goal in enumerate(graph.goals)}
    found = [_deadlock(graph, sorted(circle, key=place.__getitem__)) for circle in _circles(graph)]
    return tuple(sorted(found, key=lambda one: place[one.goals[0].id]))


def _circles(graph: Graph) -> list[tuple[str, ...]]:
    """Goals that rest on each other."""
    system = system_of(graph)
    everything = ("*", every([Head(goal) for goal in system]))
    found = circles({everything[0]: everything[1], **system}, "*")
    return [circle for circle in found if len(circle) > 1]


def _waived(graph: Graph, inside: set[str], requirement: str) -> Graph:
    """A circle as if one of its requirements were waived. A waiver opens circles and makes none: whatever is left of
    this one ties goals inside it."""
    by_head = {head: tuple(one for one in graph.before(head) if one.id != requirement) for head in inside}
    goals = {goal: graph.goals[goal] for goal in sorted(inside)}
    left = tuple(one for ones in by_head.values() for one in ones)
    return replace(graph, goals=goals, requirements=left, _by_head=by_head)


def _deadlock(graph: Graph, goals: list[str]) -> Deadlock:
    inside = set(goals)
    tied = tuple(
        one
        for one in graph.requirements
        if one.head in inside
        and one.value is not Value.MET
        and any(part.goal in inside and part.truth.value is not Value.MET for part in one.parts)
    )
    holders = tuple(dict.fromkeys(one.holder for one in tied if one.holder))
    return Deadlock(
        tuple(graph.goals[goal] for goal in goals), tied, holders, tuple(_exits(graph, inside, tied, holders))
    )


def _exits(graph: Graph, inside: set[str], tied: tuple[Requirement, ...], holders: tuple[str, ...]) -> list[Exit]:
    exits = [
        Exit(
            ExitKind.WAIVE,
            one.waive.by,
            (one.id,),
            (one.waive.about,),
            not _circles(_waived(graph, inside, one.id)),
        )
        for one in tied
    ]
    if len(holders) > 1:
        phrases = tuple(dict.fromkeys(part.phrase for one in tied for part in one.parts if part.goal in inside))
        exits.append(Exit(ExitKind.SIMULTANEITY, holders, tuple(one.id for one in tied), phrases))
    for goal in sorted(inside):
        issue = graph.issues.get(goal)
        if issue is not None:
            exits.append(Exit(ExitKind.SPLIT, holders, (goal,), issue.phrases if len(issue.phrases) > 1 else ()))
    outside = _outside(graph, holders)
    if outside:
        exits.append(Exit(ExitKind.GUARANTEE, outside, tuple(one.id for one in tied)))
    return exits


def _outside(graph: Graph, holders: tuple[str, ...]) -> tuple[str, ...]:
    """Those present that set none of these conditions, by name."""
    return tuple(name for name in graph.present if name not in holders)
