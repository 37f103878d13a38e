"""What the merge would ask a person: entries that may be one, and joins with little to say for them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pourparler.core.entry import Ask, Entry
from pourparler.core.vocabulary import EntryKind
from pourparler.record.merging.grouping import Doubt
from pourparler.record.rulings import Rulings


def asks(
    entries: Mapping[EntryKind, Sequence[Entry]], doubts: Mapping[EntryKind, Iterable[Doubt]], rulings: Rulings
) -> tuple[Ask, ...]:
    """The questions that nobody has answered yet, nearest to the border first; of one pair of entries the nearest."""
    found: dict[tuple[str, str], Ask] = {}
    for kind, these in doubts.items():
        told = list(these)
        named = {account.id for doubt in told for account in (doubt.one, doubt.other)}
        at = {account.id: entry for entry in entries[kind] for account in entry.accounts if account.id in named}
        for ask in _open(kind, told, at, rulings):
            key = ask.one, ask.other
            if key not in found or _hardness(ask) < _hardness(found[key]):
                found[key] = ask
    return tuple(sorted(found.values(), key=_hardness))


def _open(kind: EntryKind, doubts: Iterable[Doubt], at: Mapping[str, Entry], rulings: Rulings) -> Iterator[Ask]:
    for doubt in doubts:
        one, other = at.get(doubt.one.id), at.get(doubt.other.id)
        if one is None or other is None or (doubt.score > 0) is not (one is other):
            continue  # what was decided otherwise since, by other accounts or by a person
        if not _is_settled(doubt, one, other, rulings):
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
