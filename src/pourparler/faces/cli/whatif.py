"""`pourparler whatif`: what of the answers changes when a report, a source or an entry is left out."""

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.core.errors import UnknownEntryError
from pourparler.faces.cli.answering import AllOption, answer
from pourparler.faces.cli.choosing import report_called
from pourparler.faces.cli.opening import looked_up, opened
from pourparler.faces.cli.options import AsOfOption, EditionOption, JsonOption, RecordOption

if TYPE_CHECKING:
    from pourparler.case.conditions.whatif import Drop
    from pourparler.faces.rows.lookup import Lookup

EXAMPLES = (
    "pourparler whatif --drop c3f2a --record talks.db              every goal whose answer changes",
    'pourparler whatif ceasefire --drop "Lake Daily" -r talks.db    without a source: all of an outlet\'s reports',
    "pourparler whatif ceasefire --drop 0001.txt -r talks.db --as-of 2025-02-28 --json",
)


def whatif(
    goal: Annotated[
        str | None, typer.Argument(metavar="GOAL", help="A goal as for `why`. None: all that change.")
    ] = None,
    drop: Annotated[
        str, typer.Option("--drop", metavar="WHAT", help="An outlet, a report (name or id), or an entry's id.")
    ] = "",
    record: RecordOption = None,
    as_of: AsOfOption = None,
    edition: EditionOption = None,
    as_json: JsonOption = False,
    everything: AllOption = False,
) -> None:
    """Show what of the answers of `unblock` and of the states of issues would be another if a report, a source or an
    entry were wrong: the record is computed without it, and asked again. The record itself is not changed.

    What is typed is first looked for among outlets, then among reports, then among the ids of entries.
    """
    if not drop.strip():
        raise typer.BadParameter("nothing to leave out; write --drop with an outlet, a report or an entry's id.")
    from pourparler.case.conditions.whatif import leave_out
    from pourparler.faces.system.asking import asked
    from pourparler.faces.system.goals import goal_called
    from pourparler.faces.system.omission import omission

    with opened(record) as (store, path):
        lookup = looked_up(store, as_of, edition, path)
        holdings = store.holdings(at=edition)
    without = leave_out(holdings, dropped(lookup, drop), as_of)
    asking = asked(without.before, lookup)
    found = omission(asking, without, goal_called(asking, goal) if goal is not None else None)
    answer(lookup, found, as_json, everything)


def dropped(lookup: "Lookup", typed: str) -> "Drop":
    """What was typed as an outlet, a report or an entry; UnknownEntryError with near names for neither."""
    from pourparler.case.conditions.whatif import Drop, DropKind
    from pourparler.core.entry import Entry

    outlets = {
        view.report.outlet.casefold(): view.report.outlet for view in lookup.record.reports if view.report.outlet
    }
    wanted = " ".join(typed.split()).casefold()
    if wanted in outlets:
        return Drop(DropKind.SOURCE, outlets[wanted])
    try:
        return Drop(DropKind.REPORT, report_called(lookup, typed).report.id)
    except UnknownEntryError:
        pass
    try:
        thing = lookup.find(typed)
    except UnknownEntryError:
        thing = None
    if isinstance(thing, Entry):
        return Drop(DropKind.ENTRY, thing.id)
    names = {**outlets, **{view.report.name.casefold(): view.report.name for view in lookup.record.reports}}
    near = get_close_matches(wanted, names, n=3, cutoff=0.5)
    near += [one for one in names if one not in near and (wanted in one or get_close_matches(wanted, _words(one)))]
    todo = (
        f"Did you mean {', '.join(repr(names[one]) for one in near[:4])}?" if near else "List: pourparler show reports."
    )
    raise UnknownEntryError(f"No outlet, report or entry of this record is called {typed!r}.", todo)


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[^\w]+", name) if word]
