"""Offices of what is called by a common noun: "the union’s president", "the company’s chairman"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pourparler.reading.namings import Naming, NamingKind
from pourparler.reading.roles import GENITIVES, Role, Side, side_of
from pourparler.reading.sorts import COMPANY_NOUNS, UNION_NOUNS, is_sort
from pourparler.text.words import Sentence

NOUNS = COMPANY_NOUNS | UNION_NOUNS
REACH = 6
"""Sentences back in which what a noun stands for is looked for."""


def owned(
    sentences: Sequence[Sentence], named: Sequence[Sequence[Naming]], held: Sequence[Sequence[Role]]
) -> list[tuple[Role, ...]]:
    """The roles of a report, those of "the union" or "the company" with the side that is the only one of its sort in
    the nearest sentence that names any."""
    return [
        tuple(_with_owner(sentence, number, named, role) for role in held[number])
        for number, sentence in enumerate(sentences)
    ]


def _with_owner(sentence: Sentence, number: int, named: Sequence[Sequence[Naming]], role: Role) -> Role:
    """A role as it is, or with the side of the body that owns it by a common noun."""
    if role.side != Side() or role.holder is not None:
        return role
    noun = next((lemma for lemma in _owners(sentence, role)), None)
    if noun is None:
        return role
    for at in range(number, max(-1, number - REACH), -1):
        known = [n for n in named[at] if n.kind is NamingKind.ORGANISATION and is_sort(n, noun)]
        before = [n for n in known if at < number or n.last <= role.first]
        sides = {side_of(n) for n in before}
        if sides:
            return replace(role, side=next(iter(sides))) if len(sides) == 1 else role
    return role


def _owners(sentence: Sentence, role: Role) -> Iterator[str]:
    """The common nouns in the genitive inside a role, after "the"."""
    words = sentence.words
    for index in range(role.first, role.last - 1):
        lemma = words[index].lemma.lower()
        told = index > 0 and words[index - 1].text.lower() in ("the", "its", "their")
        if words[index + 1].text in GENITIVES and lemma in NOUNS and told:
            yield lemma
