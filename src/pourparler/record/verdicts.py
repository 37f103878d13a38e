"""What people decided, laid over what the merge finds: hidden accounts, entries put together, parted, corrected."""

from collections.abc import Iterable, Sequence
from itertools import count

from pourparler.core.account import Account
from pourparler.core.judgement import Judgement, Verdict


def keep(accounts: Iterable[Account], judgements: Sequence[Judgement]) -> list[Account]:
    """The accounts that nobody has rejected."""
    rejected = {
        account
        for judgement in judgements
        if judgement.verdict is Verdict.REJECTED and not judgement.is_of_dispute
        for account in judgement.accounts
    }
    return [account for account in accounts if account.id not in rejected]


def regroup(groups: Iterable[Sequence[Account]], judgements: Iterable[Judgement]) -> list[list[Account]]:
    """Groups of accounts of one kind after the judgements `same` and `different`, taken one after the other.

    `same` puts together all groups that hold one of its accounts; `different` leaves the first of its accounts where
    it is and takes each other one out, with those of its own side and the accounts that its own reading holds to be of
    the same entry.
    """
    parts: dict[int, list[Account]] = {number: list(group) for number, group in enumerate(groups)}
    at = {account.id: number for number, group in parts.items() for account in group}
    fresh = count(len(parts))
    for judgement in judgements:
        holding = sorted({at[account] for account in judgement.accounts if account in at})
        if judgement.verdict is Verdict.SAME and len(holding) > 1:
            changed = [[account for number in holding for account in parts[number]]]
        elif judgement.verdict is Verdict.DIFFERENT and holding:
            changed = [part for number in holding for part in _parted(parts[number], judgement.sides)]
        else:
            continue
        for number in holding:
            del parts[number]
        for part in changed:
            number = next(fresh)
            parts[number] = part
            at |= {account.id: number for account in part}
    return list(parts.values())


def _parted(group: Sequence[Account], sides: Sequence[Sequence[str]]) -> list[list[Account]]:
    """A group cut so that accounts of two sides are in two parts; what no side names goes with what its own reading
    holds to be of the same entry, else with the first side."""
    at = {account: number for number, side in enumerate(sides) for account in side}
    told: dict[tuple[str, str | None], int] = {
        (account.report, account.group): at[account.id] for account in group if account.id in at and account.group
    }
    first = min((at[account.id] for account in group if account.id in at), default=0)
    parts: dict[int, list[Account]] = {}
    for account in group:
        side = at.get(account.id, told.get((account.report, account.group), first))
        parts.setdefault(side, []).append(account)
    return list(parts.values())
