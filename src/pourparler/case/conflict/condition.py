"""Conditions on states: options taken and left, the words for what is infeasible and what is preferred.

A condition is kept as alternatives, each a set of choices that hold together (disjunctive normal form), which is how
GMCR+ keeps "compound" conditions too.
"""

from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True, slots=True, order=True)
class Choice:
    """One option taken (yes) or left (no)."""

    option: str
    taken: bool


Pattern = tuple[Choice, ...]
"""Choices that hold together; the empty pattern holds in every state."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What holds where at least one of its patterns does; without any pattern it holds nowhere."""

    any_of: tuple[Pattern, ...]

    @property
    def options(self) -> frozenset[str]:
        """The options it speaks of."""
        return frozenset(choice.option for pattern in self.any_of for choice in pattern)

    def __str__(self) -> str:
        """Its words, as an analyst writes them: `strike and not talks, or pay`."""
        if not self.any_of:
            return "never"
        return ", or ".join(_said(pattern) for pattern in self.any_of)


def yes(*options: str) -> Condition:
    """All of these options are taken."""
    return Condition((tuple(Choice(option, True) for option in options),))


def no(*options: str) -> Condition:
    """None of these options is taken."""
    return Condition((tuple(Choice(option, False) for option in options),))


def both(*conditions: Condition) -> Condition:
    """All of these hold."""
    joined = (_joined(patterns) for patterns in product(*(condition.any_of for condition in conditions)))
    return Condition(tuple(dict.fromkeys(pattern for pattern in joined if pattern is not None)))


def either(*conditions: Condition) -> Condition:
    """At least one of these holds."""
    return Condition(tuple(dict.fromkeys(pattern for condition in conditions for pattern in condition.any_of)))


def opposite(condition: Condition) -> Condition:
    """Where a condition does not hold."""
    refused = (
        Condition(tuple((Choice(choice.option, not choice.taken),) for choice in pattern))
        for pattern in condition.any_of
    )
    return both(*refused)


def given(then: Condition, when: Condition) -> Condition:
    """`then` if `when`: it holds too where `when` does not."""
    return either(then, opposite(when))


def _joined(patterns: tuple[Pattern, ...]) -> Pattern | None:
    """Patterns as one, None where they contradict one another."""
    taken: dict[str, bool] = {}
    for pattern in patterns:
        for choice in pattern:
            if taken.setdefault(choice.option, choice.taken) != choice.taken:
                return None
    return tuple(Choice(option, value) for option, value in taken.items())


def _said(pattern: Pattern) -> str:
    if not pattern:
        return "always"
    return " and ".join(choice.option if choice.taken else f"not {choice.option}" for choice in pattern)
