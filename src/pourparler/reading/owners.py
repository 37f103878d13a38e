"""Offices of what was named before: "the union’s president", "its finance minister", "the finance minister" of the
state that the sentence before is about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pourparler.reading.namings import Naming, NamingKind
from pourparler.reading.roles import GENITIVES, Role, Side, side_of
from pourparler.reading.sorts import COMPANY_NOUNS, UNION_NOUNS, is_sort
from pourparler.text.words import Sentence
from pourparler.text.world import OfficeRank

NOUNS = COMPANY_NOUNS | UNION_NOUNS
STATES = (NamingKind.STATE, NamingKind.CAPITAL, NamingKind.SEAT)
OWNERS = (*STATES, NamingKind.ORGANISATION)
"""Kinds of names that "its" may stand for."""

STATE_RANKS = (OfficeRank.HEAD_OF_STATE, OfficeRank.HEAD_OF_GOVERNMENT, OfficeRank.MINISTER)

REACH = 6
"""Sentences back in which what a noun stands for is looked for."""


def owned(
    sentences: Sequence[Sentence], named: Sequence[Sequence[Naming]], held: Sequence[Sequence[Role]]
) -> list[tuple[Role, ...]]:
    """The roles of a report, those of "the union" or "the company" with the side that is the only one of its sort in
    the nearest sentence that names any."""
    return [
        tuple(_with_owner(sentences, number, named, role) for role in held[number]) for number in range(len(sentences))
    ]


def _with_owner(sentences: Sequence[Sentence], number: int, named: Sequence[Sequence[Naming]], role: Role) -> Role:
    """A role as it is, or with the side of the body that owns it by a common noun."""
    if role.side != Side() or role.holder is not None:
        return role
    noun = next((lemma for lemma in _owners(sentences[number], role)), None)
    if noun is None and role.determiner in ("its", "their"):
        return replace(role, side=_owner_of_its(sentences, number, named, role))
    if noun is None:
        told = role.determiner == "the" and _is_of_states(role)
        return replace(role, side=_told_of_before(sentences, number, named, role)) if told else role
    for at in range(number, max(-1, number - REACH), -1):
        known = [n for n in named[at] if n.kind is NamingKind.ORGANISATION and is_sort(n, noun)]
        before = [n for n in known if at < number or n.last <= role.first]
        sides = {side_of(n) for n in before}
        if sides:
            return replace(role, side=next(iter(sides))) if len(sides) == 1 else role
    return role


def _owner_of_its(sentences: Sequence[Sentence], number: int, named: Sequence[Sequence[Naming]], role: Role) -> Side:
    """Whose "its" is before an office: the only side named before it in its sentence, else the subject of the sentence
    before."""
    before = {side_of(naming) for naming in named[number] if naming.last <= role.first and naming.kind in OWNERS}
    if before or number == 0:
        return next(iter(before)) if len(before) == 1 else Side()
    return _subject_of(sentences[number - 1], named[number - 1])


def _is_of_states(role: Role) -> bool:
    """True for an office that every state has, and that no state alone has."""
    if role.office.name == "secretary":
        return role.last - role.first > 2
    return role.office.rank in STATE_RANKS and not role.office.party and not role.office.needs_institution


def _told_of_before(sentences: Sequence[Sentence], number: int, named: Sequence[Sequence[Naming]], role: Role) -> Side:
    """The state that the sentence before, in the same paragraph, is about, when no other stands between."""
    if number == 0 or sentences[number - 1].paragraph != sentences[number].paragraph:
        return Side()
    between = [naming for naming in named[number] if naming.last <= role.first and naming.kind in OWNERS]
    above = {side_of(naming) for naming in named[number - 1] if naming.kind in OWNERS}
    told = _subject_of(sentences[number - 1], named[number - 1], STATES)
    return told if not between and len(above) == 1 else Side()


def _subject_of(sentence: Sentence, known: Sequence[Naming], kinds: Sequence[NamingKind] = OWNERS) -> Side:
    """The side whose name opens a sentence, with a verb right after it."""
    words = sentence.words
    opening = 1 if words and words[0].text == "The" else 0
    found = next((naming for naming in known if naming.first == opening and naming.kind in kinds), None)
    if found is None or found.last >= len(words) or words[found.last].tag not in ("VERB", "AUX"):
        return Side()
    return side_of(found)


def _owners(sentence: Sentence, role: Role) -> Iterator[str]:
    """The common nouns in the genitive inside a role, after "the"."""
    words = sentence.words
    for index in range(role.first, role.last - 1):
        lemma = words[index].lemma.lower()
        told = index > 0 and words[index - 1].text.lower() in ("the", "its", "their")
        if words[index + 1].text in GENITIVES and lemma in NOUNS and told:
            yield lemma
