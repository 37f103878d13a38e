"""Gathering accounts that tell one thing in short phrases: one holder, and phrases that name one thing."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable

from pourparler.core.account import Account
from pourparler.record.merging.wording import name_one_thing

Phrases = tuple[frozenset[str], ...]


def gather(
    accounts: Iterable[Account], holder: Callable[[Account], Hashable], phrases: Callable[[Account], Phrases]
) -> list[list[Account]]:
    """Groups of sorted accounts: each joins the first group of its holder whose first account names the same.

    Only groups that share a word of the first phrase are looked at, so the cost grows with what is alike.
    """
    groups: list[list[Account]] = []
    firsts: list[Phrases] = []
    shelf: dict[tuple[Hashable, str], list[int]] = defaultdict(list)
    for account in accounts:
        mine = phrases(account)
        marks = [(holder(account), word) for word in sorted(mine[0]) or [""]]
        likely = sorted({index for mark in marks for index in shelf[mark]})
        found = next((index for index in likely if _all_name_one_thing(mine, firsts[index])), None)
        if found is None:
            for mark in marks:
                shelf[mark].append(len(groups))
            groups.append([account])
            firsts.append(mine)
        else:
            groups[found].append(account)
    return groups


def _all_name_one_thing(one: Phrases, other: Phrases) -> bool:
    return all(name_one_thing(mine, theirs) for mine, theirs in zip(one, other, strict=True))
