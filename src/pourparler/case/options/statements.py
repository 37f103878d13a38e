"""What an analyst supposes of a party's preference, a statement a line, in words that are read and written back.

grant guarantees > strike            states with the one alone are above states with the other alone
prefer: not walk out; grant pay      the first of these on which two states differ decides (`; rest equal`)
if strike then grant pay             of states that differ in these options alone, those where it holds are above
equal: strike and walk out           all states where it holds are equal
order: 3 > 1 = 2                     these states in this order
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pourparler.case.conflict.hypothesis import Above, AllElseEqual, Equal, InOrder, Priorities, Statement
from pourparler.case.options.terms import Term, condition_of, term_of, written


@dataclass(frozen=True, slots=True)
class Better:
    """`better > worse`."""

    better: Term
    worse: Term


@dataclass(frozen=True, slots=True)
class Wanted:
    """A term by itself: all else equal, the party would rather have it so."""

    term: Term


@dataclass(frozen=True, slots=True)
class Prefer:
    """`prefer: first; second`, the most important first, with `; rest equal` where nothing else counts."""

    terms: tuple[Term, ...]
    rest_equal: bool = False


@dataclass(frozen=True, slots=True)
class Alike:
    """`equal: term`."""

    term: Term


@dataclass(frozen=True, slots=True)
class Ranked:
    """`order: 3 > 1 = 2`: states by their numbers, best first, ties in one tuple."""

    states: tuple[tuple[int, ...], ...]


Sentence = Better | Wanted | Prefer | Alike | Ranked


def statement_of(sentence: Sentence) -> Statement:
    """What a sentence says, for the solver."""
    match sentence:
        case Better(better, worse):
            return Above(condition_of(better), condition_of(worse))
        case Wanted(term):
            return AllElseEqual(condition_of(term))
        case Prefer(terms, rest_equal):
            return Priorities(tuple(map(condition_of, terms)), rest_equal)
        case Alike(term):
            return Equal(condition_of(term))
        case Ranked(states):
            return InOrder(states)


def preferring(statement: Priorities) -> Prefer | None:
    """Priorities as a sentence; conditions that hold everywhere or nowhere say nothing and fall away, and None is left
    where all do."""
    terms = tuple(term for one in statement.statements if (term := term_of(one)) is not None)
    return Prefer(terms, statement.rest_equal) if terms else None


def sentence_words(sentence: Sentence) -> str:
    """A sentence in words, which are read as the same sentence again."""
    match sentence:
        case Better(better, worse):
            return f"{written(better)} > {written(worse)}"
        case Wanted(term):
            return written(term)
        case Prefer(terms, rest_equal):
            return f"prefer: {'; '.join((*map(written, terms), *(['rest equal'] if rest_equal else [])))}"
        case Alike(term):
            return f"equal: {written(term)}"
        case Ranked(states):
            return f"order: {' > '.join(' = '.join(map(str, tied)) for tied in states)}"


def text_of(sentences: Sequence[Sentence]) -> str:
    """Sentences as text, one a line."""
    return "\n".join(map(sentence_words, sentences))
