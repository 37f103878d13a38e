"""What people decided about issues and boards, as the export has it: issues with names, boards with hypotheses."""

import json
from dataclasses import replace
from typing import Any

from pourparler.case.issues.decided import pins_of
from pourparler.case.issues.gathering import gather
from pourparler.core.entry import CaseRecord, Entry
from pourparler.core.judgement import Judgement
from pourparler.faces.export.history import Values
from pourparler.faces.export.shape import KINDS, rows_of
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.system.values import issue_values
from pourparler.record.boards import KeptBoard, kept_in, lost_of


def system_values(lookup: Lookup) -> dict[str, list[Values]]:
    """The lists `issues` and `boards`: the issues of the record, those of most entries first; boards by name."""
    issues = gather(ordered(lookup), pins_of(lookup.record.judgements)).issues
    return {
        "issues": [issue_values(one) for one in issues],
        "boards": [board_values(lookup, one) for one in kept_in(lookup.record)],
    }


def ordered(lookup: Lookup) -> CaseRecord:
    """The record with its lists in the export's order, so that equal records give equal bytes."""
    lists: dict[str, Any] = {kind: rows_of(lookup, kind) for kind in KINDS}
    return replace(lookup.record, **lists)


def board_values(lookup: Lookup, board: KeptBoard) -> Values:
    """A board with the hypotheses on it; `model` is null where nobody laid it out."""
    return {
        "name": board.name,
        "model": _model(board.model) if board.model else None,
        "laid_out": _signed(board.model) if board.model else None,
        "hypotheses": [_hypothesis(lookup, one) for one in board.supposed],
    }


def _hypothesis(lookup: Lookup, one: Judgement) -> Values:
    """A hypothesis with the entries that now have the accounts it was made on; `lost` counts those that none has."""
    found = [thing for account in one.accounts if (thing := lookup.former.get(account)) is not None]
    return {
        "name": one.names[1],
        "party": one.names[2],
        "variant": one.field,
        "statements": one.value,
        "entries": list(dict.fromkeys(thing.id for thing in found if isinstance(thing, Entry))),
        "lost": lost_of(one, len(found)),
        **_signed(one),
    }


def _model(judgement: Judgement) -> object:
    """The board as it is kept: JSON, or the text where it is none."""
    try:
        return json.loads(judgement.value or "null")
    except ValueError:
        return judgement.value


def _signed(judgement: Judgement) -> Values:
    return {"by": judgement.by, "at": judgement.at.isoformat(), "because": judgement.because}
