"""A conflict as it is stated: parties, the options each has, what cannot go together and what cannot be taken back."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pourparler.case.conflict.condition import Condition
from pourparler.core.errors import InputError

MOST_OPTIONS = 12
"""Above it a model has more than 4,096 combinations, more than a person reads or a page answers while one waits."""
MOST_PARTIES = 6
FEWEST_PARTIES = 2


class Direction(StrEnum):
    """Which way the holder of an option may change it."""

    BOTH = "both"
    TAKE_ONLY = "take_only"
    """Once taken it cannot be taken back."""
    DROP_ONLY = "drop_only"
    """Once dropped it cannot be taken again."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something one party alone can do or leave."""

    name: str
    party: str
    direction: Direction = Direction.BOTH


@dataclass(frozen=True, slots=True)
class Conflict:
    """Parties, options in the order that numbers the states, and what cannot be.

    A combination of options is infeasible where any condition of `infeasible` holds. The feasible combinations that a
    condition of `merged` describes are one state (an owner who has left, whatever the others then do).
    """

    parties: tuple[str, ...]
    options: tuple[Option, ...]
    infeasible: tuple[Condition, ...] = ()
    merged: tuple[Condition, ...] = ()

    def place(self, party: str) -> int:
        """Where a party stands in the order of parties; raises InputError for one that is not in the model."""
        if party not in self.parties:
            known = ", ".join(self.parties)
            raise InputError(f"{party!r} is no party of this conflict.", f"Name one of: {known}.")
        return self.parties.index(party)


def check(conflict: Conflict) -> None:
    """Refuses a conflict that cannot be solved as stated: InputError says what is wrong and what to do about it."""
    _check_size(conflict)
    _check_names("party", conflict.parties)
    names = [option.name for option in conflict.options]
    _check_names("option", names)
    for option in conflict.options:
        conflict.place(option.party)
    check_known(conflict, (*conflict.infeasible, *conflict.merged))


def check_known(conflict: Conflict, conditions: Iterable[Condition]) -> None:
    """Raises InputError where a condition speaks of an option that the conflict does not have."""
    known = {option.name for option in conflict.options}
    for condition in conditions:
        for name in sorted(condition.options - known):
            raise InputError(
                f"A condition speaks of the option {name!r}, which no party has.",
                f"Give it to a party, or name one of: {', '.join(sorted(known))}.",
            )


def _check_size(conflict: Conflict) -> None:
    parties, options = len(conflict.parties), len(conflict.options)
    if not FEWEST_PARTIES <= parties <= MOST_PARTIES:
        told = "1 party" if parties == 1 else f"{parties} parties"
        raise InputError(
            f"A conflict of {told} is outside what is solved here ({FEWEST_PARTIES} to {MOST_PARTIES}).",
            "Join parties that act as one, or leave out those without a move of their own.",
        )
    if not 1 <= options <= MOST_OPTIONS:
        raise InputError(
            f"A conflict of {options} options is outside what is solved here (1 to {MOST_OPTIONS}).",
            "Keep the options whose change would change an answer, and join those that are always taken together.",
        )


def _check_names(kind: str, names: Iterable[str]) -> None:
    for name, times in Counter(names).items():
        if not name.strip():
            raise InputError(f"A {kind} of the conflict has no name.", "Give every party and option a name.")
        if times > 1:
            raise InputError(f"The {kind} {name!r} is there {times} times.", "Give each a name of its own.")
