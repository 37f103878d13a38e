"""Boards: the moves that are open, boards made of them, and what follows from what an analyst supposes."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated

from fastapi import FastAPI, Request, Response
from pydantic import BeforeValidator, Field

from pourparler.case.conflict.answer import Answer as Found
from pourparler.case.conflict.board import Move
from pourparler.case.conflict.concepts import CONCEPTS
from pourparler.case.conflict.model import Direction
from pourparler.case.conflict.reach import Rule
from pourparler.case.options.files import file_of
from pourparler.case.options.model import limits_of
from pourparler.case.options.moves import Proposal
from pourparler.case.options.supposed import Kept, party_called
from pourparler.case.options.terms import named
from pourparler.core.errors import InputError
from pourparler.faces.system.answer import BASIS
from pourparler.faces.system.board_values import (
    TOGETHER,
    answer_head,
    answer_states,
    is_exact,
    kept_values,
    proposal_values,
    rows_values,
)
from pourparler.faces.system.boards import NOBODY_NAMED, NOT_SAID, does_words
from pourparler.faces.system.stability import CONCEPTS_SAID, RULES_SAID, effort_words, unsupposed
from pourparler.faces.system.stability import NOT_SAID as NOT_SAID_OF_STATES
from pourparler.faces.web.boards.groups import grouped
from pourparler.faces.web.boards.standing import board_called, boards_now
from pourparler.faces.web.boards.table import State, lines_of, plain_states, states_of
from pourparler.faces.web.boards.told import laid_out, proposals_of
from pourparler.faces.web.boards.verdicts import MOST_MOVES, graph_of, moves_in, verdicts_for
from pourparler.faces.web.listing import asked_values, case_values, page_values
from pourparler.faces.web.page import Answer, Ask, ListAsk, OneOf, Page, Table, Word, given, sliced
from pourparler.faces.web.part import among
from pourparler.faces.web.server.describing import FAULTS, Responses
from pourparler.faces.web.server.site import Site
from pourparler.faces.web.times.moments import last_day
from pourparler.faces.web.visit import Visit

ROWS = 100
"""Open moves, or states, on one page."""

MOVE_COLUMNS = ("id", "party", "move", "name", "about", "known_by", "entries")


class Shown(StrEnum):
    """Which states are shown."""

    STABLE = "stable"
    ALL = "all"


class Answering(StrEnum):
    """The rules of answering, by short names."""

    STANDARD = "standard"
    TWICE = "twice"
    SINGLE = "single"

    @property
    def rule(self) -> Rule:
        """The rule itself."""
        return list(Rule)[list(Answering).index(self)]


class BoardsAsk(ListAsk):
    """Which open moves."""

    party: Word = Field(None, description="Only moves that this party holds.")
    move: OneOf[Move] = Field(None, description="Only moves of this kind, such as `waive`.")
    q: Word = Field(None, description="Words that the move is about.")


class BoardAsk(ListAsk):
    """How a board is asked."""

    rule: Annotated[Answering, BeforeValidator(lambda value: given(value) or Answering.STANDARD)] = Field(
        Answering.STANDARD, description="How others answer a move: `standard`, `twice` or `single`."
    )
    whose: Word = Field(None, description="Stable for this party; all parties together where nothing is asked.")
    show: Annotated[Shown, BeforeValidator(lambda value: given(value) or Shown.STABLE)] = Field(
        Shown.STABLE, description="`stable`: states that are stable by some concept; `all`."
    )


def boards(visit: Visit, ask: BoardsAsk) -> Answer:
    """The boards there are, and the open moves that another can be made of."""
    every = proposals_of(visit)
    wanted = [one for one in every if _is_wanted(one, ask)]
    cut = sliced(len(wanted), ask.page, ROWS)
    shown = wanted[cut.skip : cut.skip + ROWS]
    there = boards_now(visit)
    rows = among(visit.snapshot, "SELECT id, kind, label FROM entries", "id",
                 list(dict.fromkeys(entry for one in shown for entry in one.entries)))  # fmt: skip
    values = page_values(visit, cut, [proposal_values(one) for one in shown]) | {
        "basis": BASIS,
        "boards": [kept_values(kept) for kept in there.kept],
        "broken": [{"name": name, "why": why} for name, why in there.broken],
        "note": NOT_SAID,
    }
    return Answer("Boards", values, Table(MOVE_COLUMNS, _move_rows(wanted)), {
        "slice": cut, "moves": shown, "groups": grouped(shown), "boards": there,
        "parties": sorted({one.card.party for one in every}),
        "kinds": list(Move)[:-1], "entries": {row["id"]: row for row in rows}, "does": does_words,
        "nobody": NOBODY_NAMED, "note": NOT_SAID, "day": last_day(visit.snapshot),
    })  # fmt: skip


def board(visit: Visit, ask: BoardAsk) -> Answer:
    """One board: options and what is told of them, hypotheses, and which states are stable under them."""
    kept = board_called(visit)
    laid = laid_out(visit, kept.model)
    whose = party_called(kept.model, ask.whose) if ask.whose else None
    found, problem = _found(kept, ask.rule.rule)
    graph = graph_of(kept)
    states = states_of(found, whose) if found else plain_states(graph)
    wanted = [one for one in states if one.is_open] if found and ask.show is Shown.STABLE else states
    cut = sliced(len(wanted), ask.page, ROWS)
    values = {
        "case": case_values(visit),
        "asked": asked_values(visit),
        "basis": BASIS,
        "board": kept_values(kept),
        "rows": rows_values(laid),
        "answer": answer_head(found) if found else None,
        "states": answer_states(found) if found else None,
        "problem": problem or None,
        "note": f"{NOT_SAID} {NOT_SAID_OF_STATES}",
    }
    return Answer(kept.name, values, _states_table(kept, states, whose), {
        "kept": kept, "lines": lines_of(visit, laid), "found": found, "problem": problem, "cut": cut,
        "states": wanted[cut.skip : cut.skip + ROWS], "total": len(graph), "whose": whose, "ask": ask,
        "concepts": [CONCEPTS_SAID[concept] for concept in CONCEPTS], "rules": _rules(),
        "most": MOST_MOVES, "moves": moves_in(graph), "exact": is_exact(found) if found else True,
        "effort": effort_words(found) if found else "", "open": tuple(unsupposed(kept, found)) if found else (),
        "limits": limits_of(kept.model), "named": named, "directions": Direction, "entries": _rested(visit, kept),
        "behind": _behind(visit, laid.rows), "day": last_day(visit.snapshot),
        "note": NOT_SAID, "note_of_states": NOT_SAID_OF_STATES,
    })  # fmt: skip


def _found(kept: Kept, rule: Rule) -> tuple[Found | None, str]:
    """The verdicts, or why there are none: too many states, or hypotheses that contradict each other."""
    try:
        return verdicts_for(kept, rule), ""
    except InputError as error:
        return None, f"{error.what} {error.todo}"


def _is_wanted(one: Proposal, ask: BoardsAsk) -> bool:
    words = f"{one.card.name} {one.card.about}".casefold()
    return (
        (ask.party is None or one.card.party == ask.party)
        and (ask.move is None or one.card.move is ask.move)
        and (ask.q is None or ask.q.casefold() in words)
    )


def _move_rows(wanted: Sequence[Proposal]) -> Iterator[tuple[object, ...]]:
    for one in wanted:
        card = one.card
        yield one.id, card.party, card.move.value, card.name, card.about, one.whose.value, "; ".join(one.entries)


def _states_table(kept: Kept, states: Sequence[State], whose: str | None) -> Table:
    """Every state with its options and verdicts; `*` behind one that is of the orders drawn alone."""
    names = [CONCEPTS_SAID[concept][0] for concept in CONCEPTS]
    columns = ("state", *kept.model.options, *(f"{name}, {whose or TOGETHER}" for name in names))
    rows = (
        (
            one.number,
            *("" if taken is None else "yes" if taken else "no" for taken in one.taken),
            *(f"{each.verdict.value}{'' if each.exact else '*'}" for each in one.verdicts),
            *([""] * (len(names) - len(one.verdicts))),
        )
        for one in states
    )
    return Table(columns, rows)


def _rules() -> list[tuple[str, str]]:
    return [(one.value, RULES_SAID[one.rule]) for one in Answering]


def _rested(visit: Visit, kept: Kept) -> dict[str, object]:
    """The entries that hypotheses rest on, by their ids, as rows of the snapshot."""
    ids = list(dict.fromkeys(entry for one in kept.supposed for entry in one.supposed.entries))
    return {row["id"]: row for row in among(visit.snapshot, "SELECT * FROM entries", "id", ids)}


def _behind(visit: Visit, rows: Sequence[object]) -> list[object]:
    """The entries behind the cells of a board, which a hypothesis could rest on."""
    ids = list(dict.fromkeys(entry for row in rows for entry in row.entries))  # type: ignore[attr-defined]
    return list(among(visit.snapshot, "SELECT id, short, kind, label FROM entries", "id", ids))


GMCR_FILE: Responses = {200: {"content": {"application/json": {}}}}


def add_gmcr(app: FastAPI, site: Site) -> None:
    """Add the address of a board as a .gmcr file."""

    def file(request: Request) -> Response:
        key = request.path_params["key"]
        with site.snapshot(None, hurried=True) as snapshot:
            kept = board_called(Visit(site, snapshot, f"/boards/{key}", Ask(as_of=None), {}, key))
        made = file_of(kept)
        name = "".join(one if one.isascii() and one.isalnum() else "-" for one in kept.name)
        headers = {
            "Content-Disposition": f'attachment; filename="{name}.gmcr"',
            "X-Left-Out": "; ".join(made.left_out).encode("ascii", "replace").decode()[:4_000],
        }
        return Response(made.text.encode(), media_type="application/json", headers=headers)

    app.get("/boards/{key}/file", name="board_gmcr", response_class=Response, responses=GMCR_FILE | FAULTS)(file)


PAGES = (
    Page("/boards", "boards.html", boards, BoardsAsk, "Boards", hurried=True),
    Page("/boards/{key}", "board.html", board, BoardAsk, hurried=True),
)
