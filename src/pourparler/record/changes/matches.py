"""Which accounts and entries of two states of a record are the same, whatever their ids."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pourparler.core.account import Account
from pourparler.core.entry import CaseRecord, Entry
from pourparler.core.vocabulary import EntryKind

LISTS: dict[EntryKind, str] = {
    EntryKind.MEETING: "meetings",
    EntryKind.INSTRUMENT: "instruments",
    EntryKind.POSITION: "positions",
    EntryKind.CONDITION: "conditions",
    EntryKind.STATEMENT: "statements",
}
"""The lists of entries of a record, in the order in which changes are told."""

LEAST_SHARED = 0.5
"""The part of the shorter passage that two accounts of one report must share to be one telling read twice; by hand:
a frame read anew is commonly a few words longer or shorter, its neighbour in the sentence shares less than half."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Two states of one record laid side by side.

    `accounts` gives for the id of an account after its account before. `pairs` are the entries of one kind that are
    the same, by id after; `sources` gives for an id after all entries before that its accounts were of, `targets` for
    an id before all entries after that its accounts are of, those sharing most first. `ids` gives for the id of an
    entry before the id of the entry after that goes on with it. `paired` and `kept` are the ids before of entries that
    have a pair and of accounts that are still there.
    """

    accounts: Mapping[str, Account]
    pairs: Mapping[str, Entry]
    sources: Mapping[str, tuple[Entry, ...]]
    targets: Mapping[str, tuple[Entry, ...]]
    ids: Mapping[str, str]
    paired: frozenset[str]
    kept: frozenset[str]


def match(before: CaseRecord, after: CaseRecord) -> Matches:
    """Lay two states of a record side by side: accounts by id, else by place; entries by the accounts they share."""
    accounts = match_accounts(_accounts(before), _accounts(after))
    pairs: dict[str, Entry] = {}
    sources: dict[str, tuple[Entry, ...]] = {}
    targets: dict[str, tuple[Entry, ...]] = {}
    ids: dict[str, str] = {}
    for name in LISTS.values():
        old: tuple[Entry, ...] = getattr(before, name)
        new: tuple[Entry, ...] = getattr(after, name)
        holder = {account.id: index for index, entry in enumerate(old) for account in entry.accounts}
        shared = _shared(new, holder, accounts)
        for mine, theirs in _fitted(shared):
            pairs[new[theirs].id] = old[mine]
            ids[old[mine].id] = new[theirs].id
        for theirs, sharing in _ranked((theirs, mine, count) for (mine, theirs), count in shared.items()):
            sources[new[theirs].id] = tuple(old[mine] for mine in sharing)
        for mine, sharing in _ranked((mine, theirs, count) for (mine, theirs), count in shared.items()):
            targets[old[mine].id] = tuple(new[theirs] for theirs in sharing)
            ids.setdefault(old[mine].id, new[sharing[0]].id)
    paired = frozenset(entry.id for entry in pairs.values())
    return Matches(accounts, pairs, sources, targets, ids, paired, frozenset(one.id for one in accounts.values()))


def match_accounts(before: Sequence[Account], after: Sequence[Account]) -> dict[str, Account]:
    """For the id of each account after, the account before that is the same telling: of the same id, else of the same
    kind in the same report where the passages share at least LEAST_SHARED of the shorter one, each used once."""
    known = {account.id: account for account in before}
    found = {account.id: known[account.id] for account in after if account.id in known}
    left: dict[tuple[str, EntryKind], list[Account]] = defaultdict(list)
    for account in before:
        if account.id not in found:
            left[account.report, account.kind].append(account)
    fresh = [account for account in after if account.id not in found]
    near = sorted(
        (-part, mine.id, theirs.id)
        for theirs in fresh
        for mine in left.get((theirs.report, theirs.kind), ())
        if (part := _overlap(mine, theirs)) >= LEAST_SHARED
    )
    used: set[str] = set()
    for _, mine_id, theirs_id in near:
        if mine_id not in used and theirs_id not in found:
            used.add(mine_id)
            found[theirs_id] = known[mine_id]
    return found


def _overlap(one: Account, other: Account) -> float:
    """How much of the shorter passage two accounts of one report share."""
    shared = sum(
        max(0, min(mine.end, theirs.end) - max(mine.start, theirs.start))
        for mine in one.evidence
        for theirs in other.evidence
    )
    shorter = min(sum(place.end - place.start for place in each.evidence) for each in (one, other))
    return shared / shorter if shorter else 0.0


def _accounts(record: CaseRecord) -> list[Account]:
    return [account for name in LISTS.values() for entry in getattr(record, name) for account in entry.accounts]


def _shared(
    entries: Sequence[Entry], holder: Mapping[str, int], accounts: Mapping[str, Account]
) -> Counter[tuple[int, int]]:
    """How many accounts an entry before and one after share, by their places in the lists."""
    shared: Counter[tuple[int, int]] = Counter()
    for theirs, entry in enumerate(entries):
        for account in entry.accounts:
            mine = accounts.get(account.id)
            if mine is not None and mine.id in holder:
                shared[holder[mine.id], theirs] += 1
    return shared


def _fitted(shared: Mapping[tuple[int, int], int]) -> Iterator[tuple[int, int]]:
    """Pairs of entries, no entry twice: those that share most first, then the earlier."""
    taken_before: set[int] = set()
    taken_after: set[int] = set()
    for mine, theirs in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if mine not in taken_before and theirs not in taken_after:
            taken_before.add(mine)
            taken_after.add(theirs)
            yield mine, theirs


def _ranked(links: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, list[int]]]:
    """By the first number of links, the second numbers, those with the highest count first."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for one, other, count in links:
        found[one].append((-count, other))
    for one, others in found.items():
        yield one, [other for _, other in sorted(others)]
