"""Positions: where each party stands on each issue, how it came to stand there, and one position with its chain."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from pydantic import Field

from pourparler.core.entry import Position
from pourparler.core.vocabulary import Stance
from pourparler.faces.web.drawing import drawn
from pourparler.faces.web.entries.entry import EntryAsk, entry_answer
from pourparler.faces.web.entries.issues import COLUMNS, Issue, Stand, issues_of, parties_of, with_movement, wordings_of
from pourparler.faces.web.entries.movement import chain_of, in_other_words, movement_chart
from pourparler.faces.web.entries.whose import speakers_of, voices_of
from pourparler.faces.web.listing import EntriesAsk, Where, list_values, listed, page_values, parties, table, wanted
from pourparler.faces.web.page import Answer, Ask, OneOf, Page, Word, sliced
from pourparler.faces.web.visit import Visit

ROWS = 40
"""Issues on one page of the matrix."""


class View(StrEnum):
    """How positions are shown where no issue is asked for."""

    MATRIX = "matrix"
    LIST = "list"


class PositionsAsk(EntriesAsk):
    """Which positions."""

    view: View = Field(View.MATRIX, description="`matrix`, or `list` for one row a position.")
    issue: Word = Field(None, description="An issue as recorded: the history of positions on it, in time.")
    stance: OneOf[Stance] = Field(None, description="A stance of the vocabulary, such as `demands`.")
    q: Word = Field(None, description="Words that the issue holds.")


def positions(visit: Visit, ask: PositionsAsk) -> Answer:
    """The matrix of issues and parties; a list; or the history of one issue."""
    where = wanted("position", ask).equal("status", ask.stance)
    if ask.q:
        where.add("issue LIKE ?", f"%{ask.q}%")
    if ask.issue:
        return _history(visit, ask, where)
    return _list(visit, ask, where) if ask.view is View.LIST else _matrix(visit, ask, where)


def _shown(visit: Visit, view: str) -> dict[str, object]:
    """What the template needs for its filters."""
    return {"view": view, "parties": parties(visit), "stances": list(Stance)}


def _list(visit: Visit, ask: PositionsAsk, where: Where) -> Answer:
    listing = listed(visit, where, ask.page)
    return Answer(
        "Positions",
        list_values(visit, listing),
        table(visit, "positions", where),
        _shown(visit, "list") | {"listing": listing, "slice": listing.slice},
    )


def _history(visit: Visit, ask: PositionsAsk, where: Where) -> Answer:
    wordings = wordings_of(visit, ask.issue or "")
    where.add(f"issue IN ({', '.join('?' * len(wordings))})", *wordings)
    listing = listed(visit, where, ask.page)
    found = [one for one in listing.entries if isinstance(one, Position)]
    speakers = speakers_of(visit, found)
    told = {one.id: voices_of(listing.lookup, one, speakers) for one in found}
    values = list_values(visit, listing) | {"wordings": wordings}
    return Answer(
        f"Positions on {ask.issue}",
        values,
        table(visit, "positions", where),
        _shown(visit, "history")
        | {"listing": listing, "slice": listing.slice, "told": told, "wordings": wordings, "issue": ask.issue}
        | {"gathered": visit.asking.issues.of(ask.issue or "")}
        | {"others": in_other_words(visit, listing.rows, wordings)}
        | {"drawing": drawn(lambda: movement_chart(visit, f"Positions on {ask.issue}", listing.rows), "moved")},
    )


def _matrix(visit: Visit, ask: PositionsAsk, where: Where) -> Answer:
    issues = issues_of(visit, where)
    cut = sliced(len(issues), ask.page, ROWS)
    rows = issues[cut.skip : cut.skip + ROWS]
    with_movement(visit, rows)
    everybody = parties_of(issues)
    here = {party for issue in rows for party in issue.stands}
    columns = [party for party in everybody if party in here][:COLUMNS]
    return Answer(
        "Positions",
        page_values(visit, cut, [_issue_values(issue) for issue in rows]) | {"parties": everybody},
        table(visit, "positions", where),
        _shown(visit, "matrix") | {"slice": cut, "rows": rows, "columns": columns, "left": _left(rows, columns)},
    )


def _left(rows: Sequence[Issue], columns: Sequence[str | None]) -> int:
    """Positions on these issues of parties that have no column."""
    return sum(stand.positions for issue in rows for party, stand in issue.stands.items() if party not in columns)


def _issue_values(issue: Issue) -> dict[str, object]:
    stands = [_stand_values(party, stand) for party, stand in issue.stands.items()]
    return {"issue": issue.name, "wordings": list(issue.wordings), "accounts": issue.accounts, "stands": stands}


def _stand_values(party: str | None, stand: Stand) -> dict[str, object]:
    latest, before = stand.latest, stand.before
    return {
        "party": party,
        "stance": latest["status"],
        "day": latest["day"],
        "position": latest["id"],
        "positions": stand.positions,
        "counts": {name: latest[name] for name in ("accounts", "reports", "sources")},
        "moved_from": {"position": before["id"], "stance": before["status"], "issue": before["issue"]}
        if before
        else None,
    }


def position(visit: Visit, _: Ask) -> Answer:
    """One position: whose word it is, in which words, and what came before and after it."""
    answer = entry_answer(visit, Position)
    entry = answer.shown["entry"]
    assert isinstance(entry, Position)
    speakers = speakers_of(visit, [entry])
    told = {account.id: speakers.hear(account.voice, entry.party) for account in entry.accounts}
    return replace(
        answer,
        shown={**answer.shown, "chain": chain_of(visit, entry), "whose": told, "facts": _facts(answer)},
    )


def _facts(answer: Answer) -> tuple[tuple[str, str], ...]:
    """The facts that the chain below does not tell."""
    facts = answer.shown["facts"]
    assert isinstance(facts, tuple)
    return tuple((name, value) for name, value in facts if name not in ("moved from", "moved to", "depends on"))


PAGES = (
    Page("/positions", "positions.html", positions, PositionsAsk, "Positions"),
    Page("/positions/{key}", "position.html", position, EntryAsk),
)
