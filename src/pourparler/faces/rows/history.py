"""How an entry came to be what it is: every change with its day, who brought it, and what was not followed."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from pourparler.core.account import Account
from pourparler.core.change import Change
from pourparler.core.entry import Entry, Instrument, Meeting, Position, StatusEvent
from pourparler.core.vocabulary import Step
from pourparler.faces.rows.labels import label
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.days import day_words, short_day, when_words
from pourparler.faces.wording.names import series
from pourparler.faces.wording.quoting import visible
from pourparler.faces.wording.voices import teller

T = TypeVar("T")

STEPS: dict[Step, str] = {
    Step.FIRST: "",
    Step.UPDATE: "update",
    Step.AGAIN: "again",
    Step.DENIAL: "denial",
    Step.DISPUTED: "disputed",
    Step.BELATED: "told belatedly",
}
"""How a change goes with what was told before, as a list shows it."""

MOST_TELLERS = 4


def history_lines(lookup: Lookup, entry: Entry) -> list[str]:
    """The changes of an entry as lines, a heading before those of each sort; empty where nothing ever changed."""
    match entry:
        case Meeting():
            return [
                *_changes(lookup, entry, "states", entry.states, lambda status: status.value),
                *_changes(lookup, entry, "days", entry.days, when_words),
                *_changes(lookup, entry, "places", entry.places, lambda places: ", ".join(map(visible, places))),
            ]
        case Instrument():
            return _changes(lookup, entry, "states", [_as_change(line) for line in entry.status], str)
    return []


def _as_change(line: StatusEvent) -> Change[str]:
    """A line of an instrument with its state and day in words."""
    words = f"{line.status.value}{f' {day_words(line.on)}' if line.on else ''}"
    return Change(words, line.step, line.followed, line.told, line.on, line.voices, line.accounts, line.evidence)


def _changes(
    lookup: Lookup, entry: Entry, heading: str, changes: Sequence[Change[T]], words: Callable[[T], str]
) -> list[str]:
    if len(changes) < 2:
        return []
    by_id = {account.id: account for account in entry.accounts}
    lines = [f"  {heading}, as they were told:"]
    for one in changes:
        marks = [STEPS[one.step], "" if one.followed else "not followed"]
        marked = ", ".join(mark for mark in marks if mark)
        told = f"report of {_published(one.told)}" if one.told else "a report without a day"
        who = tellers(lookup, [by_id[each] for each in one.accounts if each in by_id])
        lines.append(f"    {words(one.value)}{f' ({marked})' if marked else ''}: {told}, {who}")
    return lines


def _published(day: date) -> str:
    return f"{short_day(day)} {day.year}"


def tellers(lookup: Lookup, accounts: Iterable[Account]) -> str:
    """Who tells: each outlet, or speaker and outlet, once; past MOST_TELLERS the rest are counted."""
    told = list(dict.fromkeys(teller(account.voice, lookup.report_of(account)) for account in accounts))
    rest = len(told) - MOST_TELLERS
    return series([*told[:MOST_TELLERS], f"{rest} more"] if rest > 0 else told)


def movement(lookup: Lookup, position: Position) -> list[tuple[str, str]]:
    """What a position was moved from, and what the party moved to from it."""
    before = lookup.things.get(position.moved_from or "")
    after = [one for one in lookup.record.positions if one.moved_from == position.id]
    rows = (
        [("moved from", f"{lookup.short(before.id)} {label(lookup, before)}")] if isinstance(before, Position) else []
    )
    return rows + [("moved to", f"{lookup.short(one.id)} {label(lookup, one)}") for one in after]
