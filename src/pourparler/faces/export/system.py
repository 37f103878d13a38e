"""What people decided about issues and boards, as the export has it: issues with names, boards with hypotheses."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pourparler.case.issues.decided import pins_of
from pourparler.case.issues.gathering import gather
from pourparler.case.issues.issue import Issue
from pourparler.core.entry import CaseRecord
from pourparler.core.judgement import Judgement
from pourparler.faces.export.history import Values
from pourparler.faces.export.shape import KINDS, rows_of
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.boards import KeptBoard, kept_boards


def system_values(lookup: Lookup) -> dict[str, list[Values]]:
    """The lists `issues` and `boards`: the issues of the record, those of most entries first; boards by name."""
    issues = gather(ordered(lookup), pins_of(lookup.record.judgements)).issues
    return {
        "issues": [issue_values(one) for one in issues],
        "boards": [board_values(lookup, one) for one in kept_boards(lookup.record.judgements)],
    }


def ordered(lookup: Lookup) -> CaseRecord:
    """The record with its lists in the export's order, so that equal records give equal bytes."""
    lists: dict[str, Any] = {kind: rows_of(lookup, kind) for kind in KINDS}
    return replace(lookup.record, **lists)


def issue_values(issue: Issue) -> Values:
    """An issue: its phrases, the most told first, and the ids of the entries that have words about it."""
    return {
        "id": issue.id,
        "name": issue.name,
        "named_by": issue.named_by,
        "phrases": list(issue.phrases),
        "entries": list(issue.entries),
    }


def board_values(lookup: Lookup, board: KeptBoard) -> Values:
    """A board with the hypotheses on it; `model` is null where nobody laid it out."""
    return {
        "name": board.name,
        "model": _model(board.model) if board.model else None,
        "laid_out": _signed(board.model) if board.model else None,
        "hypotheses": [
            {
                "name": one.names[1],
                "party": one.names[2],
                "variant": one.field,
                "statements": one.value,
                "entries": list(dict.fromkeys(_entries(lookup, one))),
                **_signed(one),
            }
            for one in board.supposed
        ],
    }


def _entries(lookup: Lookup, judgement: Judgement) -> Iterator[str]:
    """The ids of the entries that now have the accounts that a hypothesis rests on."""
    for account in judgement.accounts:
        thing = lookup.former.get(account)
        if thing is not None:
            yield getattr(thing, "id", account)


def _model(judgement: Judgement) -> object:
    """The board as it is kept: JSON, or the text where it is none."""
    try:
        return json.loads(judgement.value or "null")
    except ValueError:
        return judgement.value


def _signed(judgement: Judgement) -> Values:
    return {"by": judgement.by, "at": judgement.at.isoformat(), "because": judgement.because}
