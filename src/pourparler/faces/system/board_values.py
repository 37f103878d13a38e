"""Boards, their cells and hypotheses, open moves and verdicts as plain values for JSON."""

from typing import Any

from pourparler.case.conflict.answer import Answer, Finding
from pourparler.case.conflict.board import Board, Doubt, Row, Said
from pourparler.case.conflict.concepts import CONCEPTS
from pourparler.case.options.model import Card
from pourparler.case.options.moves import Proposal
from pourparler.case.options.supposed import Fitted, Kept
from pourparler.case.options.terms import written
from pourparler.faces.export.history import all_values
from pourparler.faces.system.values import basis_values

Values = dict[str, Any]

TOGETHER = "all parties"
"""What equilibria are called among the verdicts of parties."""


def proposal_values(one: Proposal) -> Values:
    """An open move."""
    return {
        "id": one.id,
        **card_values(one.card),
        "known_by": one.whose.value,
        "entries": list(one.entries),
        "goals": list(one.goals),
        "evidence": all_values(one.places),
    }


def card_values(card: Card) -> Values:
    """An option as it was chosen."""
    return {"name": card.name, "party": card.party, "move": card.move.value, "about": card.about}


def kept_values(kept: Kept) -> Values:
    """A board as a person made it, with the hypotheses on it."""
    model = kept.model
    return {
        "name": model.name,
        "parties": list(model.parties),
        "options": [card_values(card) | {"direction": card.direction.value} for card in model.cards],
        "infeasible": list(map(written, model.infeasible)),
        "merged": list(map(written, model.merged)),
        "by": kept.signed.by,
        "at": kept.signed.at.isoformat(),
        "because": kept.signed.because,
        "act": kept.signed.act,
        "hypotheses": [hypothesis_values(one) for one in kept.supposed],
    }


def hypothesis_values(one: Fitted) -> Values:
    """A hypothesis; `rests_on` are ids of entries, none where it is assumed."""
    told = one.supposed
    return {
        "name": told.name,
        "party": told.party,
        "variant": told.variant or None,
        "statements": told.text.splitlines(),
        "because": told.signed.because,
        "by": told.signed.by,
        "at": told.signed.at.isoformat(),
        "act": told.signed.act,
        "rests_on": list(told.entries),
        "assumed": not told.entries,
        "problem": one.problem or None,
    }


def rows_values(board: Board) -> list[Values]:
    """The rows of a board with their cells; what is not there is unknown."""
    return [_row_values(row) for row in board.rows]


def answer_states(found: Answer) -> list[Values]:
    """Every state with what is taken in it, and the verdicts for all parties together and for each."""
    graph = found.graph
    whose: list[tuple[str, str | None]] = [(TOGETHER, None), *((party, party) for party in graph.conflict.parties)]
    columns = {
        (name, concept.value): [finding_values(one) for one in found.of(concept, party)]
        for name, party in whose
        for concept in CONCEPTS
    }
    names = [option.name for option in graph.conflict.options]
    return [
        {
            "state": place + 1,
            "taken": dict(zip(names, graph.taken(place + 1), strict=True)),
            "verdicts": {
                name: {concept.value: columns[name, concept.value][place] for concept in CONCEPTS} for name, _ in whose
            },
        }
        for place in range(len(graph))
    ]


def answer_head(found: Answer) -> Values:
    """What an answer rests on: the rule, how many orders each party may have (null: more than were listed), whether all
    verdicts are exact, and how many combinations were drawn with which seed."""
    return {
        "rule": found.rule.value,
        "orders": dict(zip(found.graph.conflict.parties, found.orders, strict=True)),
        "exact": is_exact(found),
        "drawn": found.drawn,
        "seed": found.seed if found.drawn else None,
    }


def is_exact(found: Answer) -> bool:
    """True where every verdict is of all orders that the hypotheses allow."""
    return all(one.exact for one in found.findings)


def finding_values(one: Finding) -> Values:
    """A verdict; where it is not exact it is of the orders drawn alone."""
    return {"verdict": one.verdict.value, "exact": one.exact}


def _row_values(row: Row) -> Values:
    return {
        "option": row.option.name,
        "party": row.option.party,
        "move": row.move.value,
        "standing": row.standing.value,
        "positions": [_said_values(said) for said in row.positions],
        "intention": _said_values(row.intention) if row.intention else None,
        "torn": [_said_values(said) for said in row.torn],
        "doubts": [_doubt_values(doubt) for doubt in row.doubts],
    }


def _said_values(said: Said) -> Values:
    return {"party": said.party, "taken": said.taken, "basis": [basis_values(one) for one in said.basis]}


def _doubt_values(doubt: Doubt) -> Values:
    return {"party": doubt.party, "basis": [basis_values(one) for one in doubt.basis]}
