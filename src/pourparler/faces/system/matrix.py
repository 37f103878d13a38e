"""The matrix of issues and parties as rows: what each party holds in which voice; an empty cell is silence."""

from collections.abc import Iterator, Sequence
from typing import Any

from pourparler.case.issues.matrix import Held
from pourparler.case.issues.states import Standing
from pourparler.faces.system.asking import Asking

COLUMNS = ("id", "issue", "topic", "state", "last_told")


def matrix_rows(asking: Asking, wanted: Sequence[Standing]) -> Iterator[dict[str, Any]]:
    """A row an issue; in a party's column its stances in force, each with the sort of voice and the day."""
    for one in wanted:
        cells = {cell.party: "; ".join(map(_held, cell.in_force)) for cell in asking.matrix.of(one.issue.id)}
        yield {
            "id": one.issue.id,
            "issue": one.issue.name,
            "topic": asking.topics.of(one.issue.id).name,
            "state": one.state.value,
            "last_told": one.last.isoformat() if one.last else None,
            **{party: cells.get(party, "") for party in asking.matrix.parties},
        }


def _held(held: Held) -> str:
    return f"{held.stance.value} ({held.hearing.value}{f', {held.last.isoformat()}' if held.last else ''})"
