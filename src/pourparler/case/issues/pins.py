"""What a person decided about issues: their names, and which phrases belong together or apart."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """The issue that has most of these phrases is shown by this name, as `by` decided."""

    phrases: tuple[str, ...]
    name: str
    by: str


@dataclass(frozen=True, slots=True)
class Join:
    """The issues of these phrases are one, with all that is gathered with each of them: that of the first phrase."""

    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """These phrases are an issue of their own, whatever they were gathered with."""

    phrases: tuple[str, ...]


Pin = Name | Join | Part


@dataclass(frozen=True, slots=True)
class Pins:
    """Decisions over phrases in the order of their application, so that the later wins.

    A phrase is any of the issue meant, as the record has it (case, accents and blanks do not count): so a decision
    holds when reports are added or read anew. What no entry gives any more is passed over.
    """

    pins: tuple[Pin, ...] = ()


NONE = Pins()
"""Nobody decided anything."""
