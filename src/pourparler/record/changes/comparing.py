"""Compares two states of one record: of two days, of two editions, or of two readers."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pourparler.core.account import Account
from pourparler.core.actor import Actor
from pourparler.core.entry import CaseRecord, Entry, ReportView
from pourparler.core.vocabulary import EntryKind
from pourparler.record.changes.change import ActorChange, Changes, EntryChange, Sort
from pourparler.record.changes.disputes import compare_disputes
from pourparler.record.changes.fields import Ground, differing
from pourparler.record.changes.matches import LISTS, Matches, match
from pourparler.record.changes.values import Translate


def compare(before: CaseRecord, after: CaseRecord) -> Changes:
    """What differs between two states of one record; a pure function, empty for equal states.

    Entries are matched by the accounts they share, never by id alone. Ids, the order of lists, places of words and
    titles of reports count for nothing. Entries come kind by kind (meetings, instruments, positions, conditions,
    statements) in the order of the record after, then those withdrawn in the order of the record before.
    """
    matches = match(before, after)
    names = _names(after.actors)
    return Changes(
        before,
        after,
        _missing(after.reports, before.reports),
        _missing(before.reports, after.reports),
        tuple(change for kind in LISTS for change in _entries(kind, before, after, matches, names)),
        tuple(compare_disputes(before, after, matches)),
        tuple(_actors(before.actors, after.actors)),
    )


def _missing(these: Sequence[ReportView], others: Sequence[ReportView]) -> tuple[ReportView, ...]:
    """The reports of one state that another has not, by id."""
    known = {view.report.id for view in others}
    return tuple(view for view in these if view.report.id not in known)


def _entries(
    kind: EntryKind, before: CaseRecord, after: CaseRecord, matches: Matches, names: Translate
) -> Iterator[EntryChange]:
    """What became of the entries of one kind."""
    old: tuple[Entry, ...] = getattr(before, LISTS[kind])
    new: tuple[Entry, ...] = getattr(after, LISTS[kind])
    for entry in new:
        if change := _entry(kind, entry, matches, names):
            yield change
    for entry in old:
        if entry.id not in matches.targets:
            yield EntryChange(Sort.WITHDRAWN, kind, entry, None, untold=entry.accounts)


def _entry(kind: EntryKind, entry: Entry, matches: Matches, names: Translate) -> EntryChange | None:
    """What became of one entry of the record after; None where it stands as it stood."""
    before = matches.pairs.get(entry.id)
    if before is entry:  # kept as it was by a ledger that made both states
        return None
    sources = matches.sources.get(entry.id, ())
    told = tuple(account for account in entry.accounts if account.id not in matches.accounts)
    if before is None and not sources:
        return EntryChange(Sort.NEW, kind, None, entry, told=told)
    was_here = {account.id for account in before.accounts} if before else set()
    moved = tuple(
        account
        for account in entry.accounts
        if account.id in matches.accounts and matches.accounts[account.id].id not in was_here
    )
    if before is None:
        return EntryChange(Sort.PARTED, kind, None, entry, told=told, moved=moved, origins=sources)
    origins = tuple(one for one in sources if one.id not in matches.paired)
    parts = tuple(one for one in matches.targets[before.id] if one.id not in matches.pairs)
    untold = tuple(account for account in before.accounts if account.id not in matches.kept)
    gone_on = {matches.accounts[one.id].id for one in entry.accounts if one.id in matches.accounts}
    left = tuple(one for one in before.accounts if one.id in matches.kept and one.id not in gone_on)
    came = {account.id for account in (*told, *moved)}
    fresh = [account for account in entry.accounts if account.id in came or _is_read_anew(account, matches)]
    fields = tuple(differing(before, entry, matches.ids, Ground(entry.accounts, fresh, names)))
    if not (fields or origins or parts or told or moved or left or untold):
        return None
    sort = Sort.CHANGED if fields or origins or parts else Sort.TOLD_AGAIN
    return EntryChange(sort, kind, before, entry, fields, told, moved, left, untold, origins, parts)


def _is_read_anew(account: Account, matches: Matches) -> bool:
    """True for an account that the record had with other fields."""
    return matches.accounts[account.id].fields != account.fields


def _names(actors: Sequence[Actor]) -> Translate:
    """What each wording for an actor stands for, where it stands for one alone."""
    owners = Counter(alias for actor in actors for alias in actor.aliases)
    return {alias: actor.name for actor in actors for alias in actor.aliases if owners[alias] == 1}


def _actors(before: Sequence[Actor], after: Sequence[Actor]) -> Iterator[ActorChange]:
    """What became of the actors: the same by id, else by name, else by a wording that they alone share."""
    left = {actor.id: actor for actor in before}
    same = {actor.id: left.pop(actor.id) for actor in after if actor.id in left}
    by_name = {actor.name: actor for actor in left.values()}
    by_alias = {alias: actor for actor in left.values() for alias in actor.aliases}
    for actor in after:
        found = (by_name.get(actor.name), *(by_alias.get(alias) for alias in actor.aliases))
        old = same.get(actor.id) or next((one for one in found if one is not None and one.id in left), None)
        if old is None:
            yield ActorChange(Sort.NEW, None, actor)
            continue
        left.pop(old.id, None)
        if fields := tuple(change for change in differing(old, actor, {}, Ground()) if change.field != "aliases"):
            yield ActorChange(Sort.CHANGED, old, actor, fields)
    yield from (ActorChange(Sort.WITHDRAWN, actor, None) for actor in left.values())
