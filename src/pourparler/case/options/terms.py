"""Conditions on options as an analyst writes them: taken, not, and, or, if … then; written back as they were read."""

import re
from dataclasses import dataclass

from pourparler.case.conflict.condition import Condition, both, either, given, opposite, yes

KEYWORDS = ("and", "or", "not", "if", "then")
"""Words that mean something between options; a name that holds one stands between double quotes."""

SIGNS = "()<>=,;:"
"""Signs that mean something, or would be taken to."""

RESERVED = ("rest equal", "all else equal")
"""Words of statements that no name can be without quotes."""

WORD = re.compile(rf"[^\s{re.escape(SIGNS)}\"]+")


@dataclass(frozen=True, slots=True)
class Taken:
    """An option is taken."""

    option: str


@dataclass(frozen=True, slots=True)
class Not:
    """A term does not hold."""

    of: "Term"


@dataclass(frozen=True, slots=True)
class All:
    """Every one of these holds; two at least."""

    of: "tuple[Term, ...]"


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of these holds; two at least."""

    of: "tuple[Term, ...]"


@dataclass(frozen=True, slots=True)
class If:
    """`then` holds where `when` does; it holds too where `when` does not."""

    when: "Term"
    then: "Term"


Term = Taken | Not | All | Some | If


def condition_of(term: Term) -> Condition:
    """The states that a term describes."""
    match term:
        case Taken(option):
            return yes(option)
        case Not(inner):
            return opposite(condition_of(inner))
        case All(parts):
            return both(*map(condition_of, parts))
        case Some(parts):
            return either(*map(condition_of, parts))
        case If(when, then):
            return given(condition_of(then), condition_of(when))


def term_of(condition: Condition) -> Term | None:
    """A condition as a term: its patterns one by one; None where it holds everywhere or nowhere."""
    if not condition.any_of or not all(condition.any_of):
        return None
    patterns = []
    for pattern in condition.any_of:
        parts: list[Term] = [Taken(choice.option) if choice.taken else Not(Taken(choice.option)) for choice in pattern]
        patterns.append(parts[0] if len(parts) == 1 else All(tuple(parts)))
    return patterns[0] if len(patterns) == 1 else Some(tuple(patterns))


def written(term: Term) -> str:
    """A term in words, which are read as the same term again."""
    match term:
        case Taken(option):
            return named(option)
        case Not(inner):
            return f"not {_within(inner, (All, Some, If))}"
        case All(parts):
            return " and ".join(_within(part, (All, Some, If)) for part in parts)
        case Some(parts):
            return " or ".join(_within(part, (Some, If)) for part in parts)
        case If(when, then):
            return f"if {_within(when, (If,))} then {_within(then, (If,))}"


def named(option: str) -> str:
    """The name of an option as a statement has it: between double quotes where its words mean something there."""
    words = option.casefold().split()
    plain = all(WORD.fullmatch(word) for word in words) and not set(words) & set(KEYWORDS)
    return option if plain and " ".join(words) not in RESERVED else f'"{option}"'


def _within(term: Term, parted: tuple[type, ...]) -> str:
    return f"({written(term)})" if isinstance(term, parted) else written(term)
