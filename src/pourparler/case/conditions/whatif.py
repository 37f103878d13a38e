"""What of the answers would change if a report, a source or an entry were wrong: the record without it, asked again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from pourparler.case.conditions.graph import Graph, build
from pourparler.case.conditions.requirement import Value
from pourparler.case.conditions.unblocking import MoveSet, Sets, unblock
from pourparler.case.conditions.why import goal_of
from pourparler.case.issues.decided import pins_of
from pourparler.case.issues.gathering import gather
from pourparler.core.entry import CaseRecord
from pourparler.core.errors import InputError
from pourparler.core.report import Report
from pourparler.record.ledger import Ledger
from pourparler.record.store import Holdings

MOST_COMPARED = 10_000
"""Sets of a goal that are compared, with and without; of more, the smallest."""


class DropKind(StrEnum):
    """What can be taken out."""

    REPORT = "report"
    SOURCE = "source"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Drop:
    """What to leave out: a report by id or name, a source by the name of its outlet, an entry by id."""

    kind: DropKind
    what: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A condition whose value would be another."""

    requirement: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The answer to `unblock` with everything and without what was dropped, and what differs.

    Conditions and moves are named by the ids they have with everything. `after` is None where without it the record
    has no such goal. `reports` are the names of the reports left out.
    """

    drop: Drop
    reports: tuple[str, ...]
    before: Sets
    after: Sets | None
    gone: tuple[str, ...]
    """Conditions that nothing would tell of any more."""
    changed: tuple[Changed, ...]
    sets_gone: tuple[MoveSet, ...]
    sets_new: tuple[MoveSet, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """The graph with everything, and the graph without what was dropped; `full` and `left` are the records of both."""

    drop: Drop
    reports: tuple[str, ...]
    before: Graph
    after: Graph
    full: CaseRecord
    left: CaseRecord


def whatif(holdings: Holdings, goal: str, drop: Drop, as_of: date | None = None) -> WhatIf:
    """What of the answers about a goal would change without a report, a source or an entry.

    Raises InputError where there is no such goal, or nothing that is to be dropped.
    """
    return compare(leave_out(holdings, drop, as_of), goal)


def leave_out(holdings: Holdings, drop: Drop, as_of: date | None = None) -> Without:
    """The graph with and without something, for any number of goals; raises InputError where it is not there."""
    ledger = Ledger()  # what does not change is not merged again
    ledger.take(holdings)
    full = ledger.record(as_of)
    reports, others = _without(holdings, full, drop)
    ledger.take(others)
    left = ledger.record(as_of)
    pins = pins_of(full.judgements)
    return Without(drop, reports, build(full, gather(full, pins)), build(left, gather(left, pins)), full, left)


def compare(without: Without, goal: str) -> WhatIf:
    """What of the answers about a goal differs; raises InputError where there is no such goal with everything."""
    before, after = without.before, without.after
    asked = goal_of(before, goal)
    names = _names(without.full, without.left)
    answer = unblock(before, asked.id, MOST_COMPARED)
    other = unblock(after, asked.id, MOST_COMPARED) if asked.id in after.goals else None
    known = {one.id: one for one in before.requirements}
    stays = {names.get(one.id, one.id): one for one in after.requirements}
    changed = tuple(
        Changed(name, known[name].value, one.value)
        for name, one in stays.items()
        if name in known and known[name].value is not one.value
    )
    mine, theirs = _plain(answer, {}), _plain(other, names)
    return WhatIf(
        without.drop,
        without.reports,
        answer,
        other,
        tuple(name for name in known if name not in stays),
        changed,
        tuple(one for key, one in mine.items() if key not in theirs),
        tuple(one for key, one in theirs.items() if key not in mine),
    )


def _without(holdings: Holdings, full: CaseRecord, drop: Drop) -> tuple[tuple[str, ...], Holdings]:
    """The names of the reports left out, and what is held without what is dropped."""
    if drop.kind is DropKind.ENTRY:
        accounts = _accounts_of(full, drop.what)
        others = tuple(account for account in holdings.accounts if account.id not in accounts)
        return (), replace(holdings, accounts=others)
    out = [report for report in holdings.reports if _is_of(report, drop)]
    if not out:
        raise InputError(
            f"No report of this record is of the {drop.kind.value} {drop.what!r}.", "See: pourparler show."
        )
    ids = {report.id for report in out}
    left = replace(
        holdings,
        reports=tuple(report for report in holdings.reports if report.id not in ids),
        accounts=tuple(account for account in holdings.accounts if account.report not in ids),
        wordings=tuple(wording for wording in holdings.wordings if wording.report not in ids),
    )
    return tuple(report.name for report in out), left


def _is_of(report: Report, drop: Drop) -> bool:
    if drop.kind is DropKind.REPORT:
        return drop.what in (report.id, report.name)
    return (report.outlet or "").casefold() == drop.what.casefold()


def _accounts_of(record: CaseRecord, entry: str) -> frozenset[str]:
    """The ids of the accounts that tell of an entry; raises InputError where there is none."""
    told = (record.meetings, record.statements, record.positions, record.conditions, record.instruments)
    for entries in told:
        for one in entries:
            if one.id == entry:
                return frozenset(account.id for account in one.accounts)
    raise InputError(f"No entry of this record has the id {entry!r}.", "See: pourparler show.")


def _names(full: CaseRecord, left: CaseRecord) -> Mapping[str, str]:
    """The ids that conditions have with everything, by those they have without: they share an account."""
    old = {account.id: one.id for one in full.conditions for account in one.accounts}
    return {one.id: old.get(one.accounts[0].id, one.id) for one in left.conditions}


def _plain(answer: Sets | None, names: Mapping[str, str]) -> dict[frozenset[str], MoveSet]:
    """The sets of an answer by the ids of their moves, as they are with everything."""
    return {frozenset(_move(move.id, names) for move in one.moves): one for one in (answer.sets if answer else ())}


def _move(move: str, names: Mapping[str, str]) -> str:
    """The id of a move, with the id that the condition in it has with everything."""
    return ":".join(names.get(word, word) for word in move.split(":"))
