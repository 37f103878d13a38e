"""How well a merge found the truth: pairs of accounts put together that belong together, by kind and over all.

Accounts that the reader itself holds to be of one entry count once, since they tell nothing about merging.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from pourparler.core.account import Account
from pourparler.core.entry import CaseRecord, Entry

ALL = "all"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs put together rightly, all that were put together, all that belong together."""

    right: int = 0
    found: int = 0
    there: int = 0

    def __add__(self, other: "Pairs") -> "Pairs":
        return Pairs(self.right + other.right, self.found + other.found, self.there + other.there)

    @property
    def precision(self) -> float:
        """Share of the pairs put together that belong together; 1 where none is."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the pairs that belong together that were put together; 1 where none does."""
        return self.right / self.there if self.there else 1.0


def entries_of(record: CaseRecord) -> Iterator[Entry]:
    """Every entry of a record."""
    yield from chain[Entry](record.meetings, record.statements, record.positions, record.conditions, record.instruments)


def score(record: CaseRecord, truth: Mapping[str, str]) -> dict[str, Pairs]:
    """The pairs of each kind and of all; `truth` has for every account id the entry that it is of."""
    cells: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for entry in entries_of(record):
        for account in units(entry.accounts):
            cells[account.kind.value][truth[account.id], entry.id] += 1
    found = {kind: _pairs(counts) for kind, counts in sorted(cells.items())}
    return found | {ALL: sum(found.values(), Pairs())}


def units(accounts: Iterable[Account]) -> list[Account]:
    """The accounts without those that the reader has put to an earlier one of their report."""
    first: dict[tuple[str, str], Account] = {}
    for account in accounts:
        first.setdefault((account.report, account.group or account.id), account)
    return list(first.values())


def _pairs(cells: Counter[tuple[str, str]]) -> Pairs:
    """Pairs from how many accounts of one truth are in one entry."""
    true: Counter[str] = Counter()
    ours: Counter[str] = Counter()
    for (truth, entry), count in cells.items():
        true[truth] += count
        ours[entry] += count
    return Pairs(_two_of(cells.values()), _two_of(ours.values()), _two_of(true.values()))


def _two_of(counts: Iterable[int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts)
