"""What the merge would ask a person: entries that may be one, and joins with little to say for them."""

from collections.abc import Iterable, Iterator

from pourparler.core.entry import Ask, Entry
from pourparler.core.vocabulary import EntryKind
from pourparler.record.merging.grouping import Doubt
from pourparler.record.rulings import Rulings

InDoubt = tuple[Doubt, Entry, Entry]
"""A doubt with the entries that its two accounts are of."""


def asks(doubts: Iterable[tuple[EntryKind, Iterable[InDoubt]]], rulings: Rulings) -> tuple[Ask, ...]:
    """The questions that nobody has answered yet, nearest to the border first; of one pair of entries the nearest."""
    found: dict[tuple[str, str], Ask] = {}
    for kind, these in doubts:
        for ask in _open(kind, these, rulings):
            key = ask.one, ask.other
            if key not in found or _hardness(ask) < _hardness(found[key]):
                found[key] = ask
    return tuple(sorted(found.values(), key=_hardness))


def _open(kind: EntryKind, doubts: Iterable[InDoubt], rulings: Rulings) -> Iterator[Ask]:
    """The questions of one kind; not those decided otherwise since, by other accounts or by a person."""
    for doubt, one, other in doubts:
        if (doubt.score > 0) is (one is other) and not _is_settled(doubt, one, other, rulings):
            yield Ask(one.id, other.id, kind, doubt.score, doubt.traits, (doubt.one.id, doubt.other.id))


def _is_settled(doubt: Doubt, one: Entry, other: Entry, rulings: Rulings) -> bool:
    """True when a person has put these together or kept them apart."""
    if not rulings.ties and not rulings.apart:
        return False
    mine = [doubt.one.id] if one is other else [account.id for account in one.accounts]
    theirs = {doubt.other.id} if one is other else {account.id for account in other.accounts}
    return any(not theirs.isdisjoint(pairs.get(each, ())) for each in mine for pairs in (rulings.ties, rulings.apart))


def _hardness(ask: Ask) -> tuple[float, str, tuple[str, str]]:
    return abs(ask.score), ask.kind.value, ask.accounts
