"""What stands before an issue, and what an issue stands before: the conditions, what is told of each, their words."""

from dataclasses import dataclass

from pourparler.case.conditions.requirement import Goal, Requirement
from pourparler.case.issues.issue import Issue
from pourparler.core.evidence import Evidence
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.phrases import value_words


@dataclass(frozen=True, slots=True)
class Waiting:
    """One condition: what waits, who holds it, what the record tells of it, and first words of it."""

    goal: Goal
    requirement: Requirement
    told: str
    place: Evidence


@dataclass(frozen=True, slots=True)
class Waits:
    """The conditions before an issue, the papers of it that wait for something themselves, and the conditions that
    require it of something else."""

    before: tuple[Waiting, ...]
    papers: tuple[Goal, ...]
    requiring: tuple[Waiting, ...]


def waits_of(asking: Asking, issue: Issue) -> Waits:
    """What waits for what around an issue."""
    graph = asking.graph
    requiring = (one for one in graph.requirements if any(part.goal == issue.id for part in one.parts))
    return Waits(
        tuple(_waiting(asking, one) for one in graph.before(issue.id)),
        tuple(graph.goals[one] for one in graph.below.get(issue.id, ())),
        tuple(_waiting(asking, one) for one in requiring),
    )


def _waiting(asking: Asking, one: Requirement) -> Waiting:
    return Waiting(asking.graph.goals[one.head], one, value_words(one), one.evidence[0])
