"""Which condition an entry waits for, where the reader itself tied the two."""

from collections.abc import Iterable, Mapping, Sequence

from pourparler.accounts.writing import group_of
from pourparler.core.account import Account
from pourparler.core.entry import Condition
from pourparler.core.reading import MeetingFrame, PositionFrame
from pourparler.core.vocabulary import EntryKind


def by_group(conditions: Iterable[Condition]) -> Mapping[str, str]:
    """The id of the condition that each group of accounts has become."""
    return {account.group: condition.id for condition in conditions for account in condition.accounts if account.group}


def condition_of(accounts: Sequence[Account], conditions: Mapping[str, str]) -> str | None:
    """The id of the condition that the last of these accounts which names one waits for; None where none does.

    `conditions` is what `by_group` gives. A condition that a person has rejected is no longer among them.
    """
    for account in reversed(accounts):
        fields = account.fields
        index = fields.condition if isinstance(fields, MeetingFrame | PositionFrame) else None
        if index is not None:
            found = conditions.get(group_of(account.report, EntryKind.CONDITION, index))
            if found is not None:
                return found
    return None
