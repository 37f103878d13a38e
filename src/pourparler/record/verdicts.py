"""What people decided, laid over what the merge finds: hidden accounts, entries put together, parted, corrected."""

from collections.abc import Iterable, Sequence

from pourparler.core.account import Account
from pourparler.core.judgement import Judgement, Verdict


def keep(accounts: Iterable[Account], judgements: Sequence[Judgement]) -> list[Account]:
    """The accounts that nobody has rejected."""
    rejected = {
        account for judgement in judgements if judgement.verdict is Verdict.REJECTED for account in judgement.accounts
    }
    return [account for account in accounts if account.id not in rejected]


def regroup(groups: Iterable[Sequence[Account]], judgements: Iterable[Judgement]) -> list[list[Account]]:
    """Groups of accounts of one kind after the judgements `same` and `different`, taken one after the other.

    `same` puts together all groups that hold one of its accounts; `different` leaves the first of its accounts where
    it is and takes each other one out, with the accounts that its own reading holds to be of the same entry.
    """
    result = [list(group) for group in groups]
    for judgement in judgements:
        named = list(judgement.accounts)
        holding = [group for group in result if any(account.id in named for account in group)]
        if not holding:
            continue
        if judgement.verdict is Verdict.SAME and len(holding) > 1:
            result = [group for group in result if not any(group is other for other in holding)]
            result.append([account for group in holding for account in group])
        elif judgement.verdict is Verdict.DIFFERENT:
            for group in holding:
                result = [other for other in result if other is not group] + _parted(group, named)
    return result


def _parted(group: Sequence[Account], named: Sequence[str]) -> list[list[Account]]:
    """A group cut so that no two of the accounts named are in one part; the rest stays with the first."""
    here = [account for account in group if account.id in named]
    here.sort(key=lambda account: named.index(account.id))
    parts: list[list[Account]] = [list(group)]
    for account in here[1:]:
        mates = [
            other
            for other in parts[0]
            if other is account
            or (
                (account.group and other.group == account.group and other.report == account.report)
                and other.id not in named
            )
        ]
        parts[0] = [other for other in parts[0] if all(other is not mate for mate in mates)]
        parts.append(mates)
    return [part for part in parts if part]
