"""What if this were wrong: what of the answers would be another without a report, a source or an entry."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic import Field

from pourparler.case.conditions.requirement import Goal
from pourparler.case.conditions.whatif import Drop, DropKind, Without, leave_out
from pourparler.core.entry import Entry
from pourparler.core.errors import InputError, UnknownEntryError
from pourparler.faces.system.answer import BASIS
from pourparler.faces.system.asking import asked
from pourparler.faces.system.goals import goal_called
from pourparler.faces.system.omission import omission
from pourparler.faces.web.answering import sections, system_values
from pourparler.faces.web.listing import asked_values, case_values
from pourparler.faces.web.page import Answer, Ask, Page, Table, Word
from pourparler.faces.web.pages.sources import outlets
from pourparler.faces.web.server.building import count_accounts
from pourparler.faces.web.server.keeping import Kept
from pourparler.faces.web.shapes.system import WhatIfPage
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.quoting import clip, quoted
from pourparler.record.opening import open_store

COLUMNS = ("what", "id", "name", "before", "after", "by")

MOST_OFFERED = 12
"""Outlets, or reports, that an empty form offers."""

MOST_NAMES = 5_000
"""Names that what was typed is compared with."""

MOST_ACCOUNTS = 12_000
"""Accounts up to which a page puts the record together without something while somebody waits: about five seconds."""

_kept: Kept[Without] = Kept(2)


class WhatIfAsk(Ask):
    """What is left out, and for which goal that is asked."""

    drop: Word = Field(None, description="An outlet, else a report by name or id, else an entry by its id.")
    goal: Word = Field(None, description="A goal, as its page names it; without it every goal that changes.")


def whatif_page(visit: Visit, ask: WhatIfAsk) -> Answer:
    """What changes without what is dropped; of a large record the command that tells it."""
    if ask.drop is None:
        return _unanswered(visit, "What if something told were wrong", "")
    drop = dropped(visit, ask.drop)
    goal = _goal(visit, ask.goal)
    accounts = count_accounts(visit.site.record)
    if accounts > MOST_ACCOUNTS:
        title = f"What if the {drop.kind.value} {drop.what} were wrong"
        return _unanswered(visit, title, _command(visit, drop, goal), accounts)
    without = _kept.get(visit.snapshot, drop, lambda: _leave_out(visit, drop))
    answer = omission(asked(without.before, visit.asking.lookup), without, goal)
    return Answer(
        "What if this were wrong",
        lambda: system_values(visit, answer),
        Table(COLUMNS, _rows(answer.values)),
        {"sections": sections(visit, answer.lines), "answer": answer, "command": "", "about": _about(visit, drop)},
    )


def dropped(visit: Visit, typed: str) -> Drop:
    """What was typed as an outlet, a report or an entry; raises UnknownEntryError for neither."""
    row = visit.snapshot.one("SELECT outlet FROM reports WHERE outlet = ? COLLATE NOCASE LIMIT 1", typed)
    if row is not None:
        return Drop(DropKind.SOURCE, row["outlet"])
    row = visit.snapshot.one("SELECT id FROM reports WHERE name = ?", typed)
    found = (row["id"],) if row is not None else visit.snapshot.named(typed)
    if len(found) == 1:
        if visit.snapshot.one("SELECT 1 FROM reports WHERE id = ?", found[0]) is not None:
            return Drop(DropKind.REPORT, found[0])
        if isinstance(visit.snapshot.entry(found[0]), Entry):
            return Drop(DropKind.ENTRY, found[0])
    if (begun := _report_begun(visit, typed)) is not None:
        return Drop(DropKind.REPORT, begun)
    what = f"No outlet, report or entry of this record is called {clip(typed, 80)!r}"
    raise UnknownEntryError(f"{what}{f' as of {visit.as_of}' if visit.as_of else ''}.", _near(visit, typed))


def _report_begun(visit: Visit, typed: str) -> str | None:
    """The id of the one report whose name begins so, as where it is typed without its ending."""
    rows = visit.snapshot.rows("SELECT id FROM reports WHERE substr(name, 1, length(?1)) = ?1 LIMIT 2", typed)
    return rows[0]["id"] if typed and len(rows) == 1 else None


def _near(visit: Visit, typed: str) -> str:
    """Outlets and reports with names like what was typed, else where to find any."""
    query = (
        "SELECT DISTINCT outlet AS name FROM reports WHERE outlet IS NOT NULL UNION SELECT name FROM reports LIMIT ?"
    )
    names = {row["name"].casefold(): row["name"] for row in visit.snapshot.rows(query, MOST_NAMES)}
    wanted = typed.casefold()
    near = [one for one in names if wanted in one][:3] or get_close_matches(wanted, names, n=3, cutoff=0.5)
    if near:
        return f"Did you mean {' or '.join(quoted(names[one], 80) for one in near)}?"
    return "Its page has a link that asks this of it; so has the list of sources."


def _goal(visit: Visit, typed: str | None) -> Goal | None:
    try:
        return goal_called(visit.asking, typed) if typed else None
    except InputError as error:
        raise UnknownEntryError(error.what, error.todo) from error


def _leave_out(visit: Visit, drop: Drop) -> Without:
    """The record with and without what is dropped, as it stood at the edition that the page shows."""
    with open_store(visit.site.record, read_only=True) as store:
        holdings = store.holdings(at=visit.snapshot.head.edition)
    return leave_out(holdings, drop, visit.as_of)


def _unanswered(visit: Visit, title: str, command: str, accounts: int = 0) -> Answer:
    """A page without an answer: it asks what is left out, or tells the command that answers, and why."""
    values = {"case": case_values(visit), "asked": asked_values(visit), "basis": BASIS, "command": command or None}
    told = {"sections": (), "answer": None, "command": command, "about": "", "named": _named(visit)}
    return Answer(title, values, Table(COLUMNS), told | {"accounts": accounts, "most": MOST_ACCOUNTS})


def _named(visit: Visit) -> list[str]:
    """The outlets of most reports, or where none is known the latest reports: what may be left out with one click."""
    told = [row["outlet"] for row in outlets(visit.snapshot, None, MOST_OFFERED) if row["outlet"]]
    return told or [
        row["name"]
        for row in visit.snapshot.rows("SELECT name FROM reports ORDER BY published DESC, name LIMIT ?", MOST_OFFERED)
    ]


def _command(visit: Visit, drop: Drop, goal: Goal | None) -> str:
    """What answers at a terminal."""
    words = ["pourparler", "whatif", *([goal.id] if goal else []), "--drop", drop.what]
    words += ["--record", visit.site.record.name]
    return shlex.join([*words, *(["--as-of", visit.as_of.isoformat()] if visit.as_of else [])])


def _about(visit: Visit, drop: Drop) -> str:
    """The address of what is left out."""
    if drop.kind is DropKind.SOURCE:
        return visit.to("/reports", outlet=drop.what)
    if drop.kind is DropKind.REPORT:
        return visit.to(f"/reports/{drop.what}")
    thing = visit.snapshot.entry(drop.what)
    return visit.of(thing) if thing is not None else ""


def _rows(values: Mapping[str, Any]) -> Iterator[tuple[object, ...]]:
    """A row for all that is another without it."""
    for one in values["conditions_gone"]:
        yield "condition gone", one, None, None, None, None
    for one in values["conditions_changed"]:
        yield "condition changed", one["condition"], None, one["before"], one["after"], None
    for one in values["states_changed"]:
        yield "state changed", one["issue"], one["name"], one["before"], one["after"], None
    for one in values["goals"]:
        goal = one["goal"]
        yield "sets of moves", goal["id"], goal["name"], one["sets_before"], one["sets_after"], None
        was, now = _moves(one["sets_gone"]), _moves(one["sets_new"])
        yield from (("move gone", *row) for key, row in was.items() if key not in now)
        yield from (("move new", *row) for key, row in now.items() if key not in was)


def _moves(sets: Sequence[Mapping[str, Any]]) -> dict[str, tuple[object, ...]]:
    moves = {move["id"]: move for one in sets for move in one["moves"]}
    return {key: (key, move["about"], None, None, "; ".join(move["by"])) for key, move in sorted(moves.items())}


PAGES = (Page("/whatif", "whatif.html", whatif_page, WhatIfAsk, shape=WhatIfPage, served=True),)
