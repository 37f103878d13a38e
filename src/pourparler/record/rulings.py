"""What people have decided about accounts, looked up by account."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations, product

from pourparler.core.account import Account
from pourparler.core.judgement import OF_BOARDS, Judgement, Verdict
from pourparler.record.corrections import MARKS


class Rulings:
    """The standing judgements on accounts, in their order, and which accounts they touch that were not touched so
    before."""

    def __init__(self, judgements: Sequence[Judgement] = (), before: "Rulings | None" = None) -> None:
        """The judgements that stand now; `before` are those that stood when the record was last made."""
        self.judgements = tuple(judgements)
        self._by_account: dict[str, list[int]] = defaultdict(list)
        for index, judgement in enumerate(self.judgements):
            for account in judgement.accounts if judgement.verdict not in OF_BOARDS else ():
                self._by_account[account].append(index)
        self.rejected = frozenset(
            account
            for each in judgements
            if each.verdict is Verdict.REJECTED and not each.is_of_dispute
            for account in each.accounts
        )
        self.marks = tuple(each for each in self.judgements if each.verdict in MARKS and not each.is_of_dispute)
        """Corrections and confirmations, in their order."""
        self.ties = self._pairs(Verdict.SAME)
        """By account id, the accounts that a person has put with it."""
        self.apart = self._pairs(Verdict.DIFFERENT)
        """By account id, the accounts that a person has parted from it, where nobody has put them together since."""
        changed = set(self.judgements) ^ set(before.judgements if before else ())
        self.touched = _accounts_of(one for one in changed if one.verdict not in OF_BOARDS)

    def of(self, accounts: Iterable[Account]) -> list[Judgement]:
        """The judgements on any of these accounts, in their order."""
        if not self._by_account:
            return []
        found = {index for account in accounts for index in self._by_account.get(account.id, ())}
        return [self.judgements[index] for index in sorted(found)]

    def _pairs(self, verdict: Verdict) -> Mapping[str, frozenset[str]]:
        """The pairs of accounts of which this verdict is the last of `same` and `different`."""
        last: dict[tuple[str, str], Verdict] = {}
        for judgement in self.judgements:
            if judgement.verdict is Verdict.SAME:
                last |= dict.fromkeys(permutations(judgement.accounts, 2), Verdict.SAME)
            elif judgement.verdict is Verdict.DIFFERENT:
                for mine, theirs in permutations(judgement.sides, 2):
                    last |= dict.fromkeys(product(mine, theirs), Verdict.DIFFERENT)
        pairs: dict[str, set[str]] = defaultdict(set)
        for (one, other), is_now in last.items():
            if is_now is verdict:
                pairs[one].add(other)
        return {one: frozenset(others) for one, others in pairs.items()}


def _accounts_of(judgements: Iterable[Judgement]) -> frozenset[str]:
    return frozenset(account for judgement in judgements for account in judgement.accounts)
