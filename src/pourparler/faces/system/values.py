"""Goals, conditions, moves and what they rest on as plain values for JSON."""

from typing import Any

from pourparler.case.conditions.requirement import Basis, Goal, Move, Part, Requirement, Truth
from pourparler.case.conditions.unblocking import MoveSet
from pourparler.case.issues.issue import Issue
from pourparler.faces.export.history import all_values, day_value, when_values

Values = dict[str, Any]


def issue_values(issue: Issue) -> Values:
    """An issue: its phrases, the most told first, and the ids of the entries that have words about it."""
    return {
        "id": issue.id,
        "name": issue.name,
        "named_by": issue.named_by,
        "phrases": list(issue.phrases),
        "entries": list(issue.entries),
    }


def goal_values(goal: Goal) -> Values:
    """A goal with what tells that it has come about."""
    return {
        "id": goal.id,
        "kind": goal.kind.value,
        "name": goal.name,
        "reached": [basis_values(one) for one in goal.reached],
        "disputes": list(goal.disputes),
    }


def basis_values(basis: Basis) -> Values:
    """What an entry tells for or against something."""
    return {
        "entry": basis.entry,
        "says": basis.says,
        "told": day_value(basis.told),
        "voice": basis.voice,
        "evidence": all_values(basis.evidence),
    }


def truth_values(truth: Truth) -> Values:
    """A value with what it rests on."""
    return {
        "value": truth.value.value,
        "disputed": truth.disputed,
        "met_by": [basis_values(one) for one in truth.met_by],
        "unmet_by": [basis_values(one) for one in truth.unmet_by],
        "beside": [basis_values(one) for one in truth.beside],
    }


def move_values(move: Move) -> Values:
    """A move with who holds it, and how that is known."""
    return {
        "id": move.id,
        "kind": move.kind.value,
        "about": move.about,
        "by": list(move.by),
        "known_by": move.whose.value,
    }


def set_values(one: MoveSet) -> Values:
    """A minimal set."""
    return {"moves": [move_values(move) for move in one.moves], "parties": list(one.parties)}


def part_values(part: Part) -> Values:
    """One thing required."""
    return {
        "phrase": part.phrase,
        "goal": part.goal,
        "truth": truth_values(part.truth),
        "grant": move_values(part.grant),
    }


def requirement_values(one: Requirement) -> Values:
    """A condition as the graph has it."""
    return {
        "condition": one.id,
        "holder": one.holder,
        "voiced_by": one.voiced_by,
        "goal": one.head,
        "blocks": one.blocks,
        "operator": one.operator.value,
        "sort": one.sort.value,
        "value": one.value.value,
        "disputed": one.is_disputed,
        "needs": one.number,
        "of": [part_values(part) for part in one.parts],
        "waive": move_values(one.waive),
        "deadline": when_values(one.deadline),
        "later": [basis_values(basis) for basis in one.later],
        "disputes": list(one.disputes),
        "told": day_value(one.told),
        "sources": one.sources,
        "evidence": all_values(one.evidence),
    }
