"""What an entry comes to be by one telling after the other: values in the order of the days they were published on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import TypeVar

from pourparler.core.account import Account
from pourparler.core.change import Change
from pourparler.core.vocabulary import Step
from pourparler.record.merging.background import Background

T = TypeVar("T")

NOT_TOLD_AGAIN = frozenset({Step.DISPUTED, Step.BELATED})
"""Steps of what is told beside the state that stands."""


def by_day(accounts: Sequence[Account], background: Background) -> Iterator[list[Account]]:
    """Accounts by the day their reports were published on; those without a day come first, as nobody knows it."""
    for _, told in groupby(accounts, key=lambda account: background.published(account) or date.min):
        yield list(told)


def change(value: T, step: Step, followed: bool, told: Sequence[Account], background: Background) -> Change[T]:
    """What these accounts bring, in their order."""
    days = [day for account in told if (day := background.published(account))]
    return Change(
        value=value,
        step=step,
        followed=followed,
        told=min(days, default=None),
        on=None,
        voices=tuple(dict.fromkeys(account.voice for account in told)),
        accounts=tuple(account.id for account in told),
        evidence=background.evidence(told),
    )


class History(list[Change[T]]):
    """Changes in their order. What is told again goes to the change that told it."""

    def tell(self, new: Change[T]) -> None:
        """Put a change at the end; one that tells no more than the last of its sort is put to that."""
        for index in range(len(self) - 1, -1, -1):
            old = self[index]
            if old.value == new.value and old.followed is new.followed:
                self[index] = replace(
                    old,
                    on=old.on or new.on,
                    voices=tuple(dict.fromkeys((*old.voices, *new.voices))),
                    accounts=(*old.accounts, *new.accounts),
                    evidence=tuple(dict.fromkeys((*old.evidence, *new.evidence))),
                )
                return
            if old.followed and new.followed:
                break
        self.append(new)

    @property
    def standing(self) -> T | None:
        """The last value that was followed; None before there is any."""
        return next((one.value for one in reversed(self) if one.followed), None)
