"""Clauses of a sentence: where a clause begins and ends, who its subject is, and what joins it to the rest.

The procedure is one pass from left to right over verb groups; the evidence is commas, conjunctions and complementisers.
This is also the door to the noun chunks, verb groups and subjects that the other files of the room find.
"""

from dataclasses import dataclass

from pourparler.text.chunks import RELATIVES, NounChunk, noun_chunks, of_attachment
from pourparler.text.lexicon import saying
from pourparler.text.subjects import BORDERS, Parse, coordinated, near_subject, object_after, parse, subject_of
from pourparler.text.verbs import VerbGroup, verb_groups

__all__ = [
    "Clause",
    "NounChunk",
    "Parse",
    "VerbGroup",
    "clauses",
    "coordinated",
    "noun_chunks",
    "object_after",
    "of_attachment",
    "parse",
    "subject_of",
    "verb_groups",
]


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `[first, last)` of one clause. `kind` is main, that, if, relative, participle, infinitive or adverbial;
    `complementiser` the word that opens it ("that", "if", "while", "but"), None where nothing does."""

    first: int
    last: int
    subject: NounChunk | None
    verb: VerbGroup | None
    complementiser: str | None
    kind: str


_IF = frozenset(("if", "unless", "whether", "provided", "once", "until"))
_ADVERBIAL = frozenset(
    "because since although though while whereas as after before when where so till lest".split(),
)
_JOINS = frozenset(("and", "but", "or", "nor", "yet", "so"))


def clauses(whole: Parse) -> tuple[Clause, ...]:
    """The clauses of a sentence in order, one for each verb group; each ends where the next begins or at its border."""
    starts = [_start(whole, number) for number in range(len(whole.groups))]
    found = []
    for number, (group, (first, joint, kind)) in enumerate(zip(whole.groups, starts, strict=True)):
        last = len(whole.words)
        for (start, _, _), other in zip(starts[number + 1 :], whole.groups[number + 1 :], strict=True):
            if start > group.head or start <= first:
                last = start if start > group.head else other.first
                break
        while last > group.last and (whole.words[last - 1].text in BORDERS or whole.words[last - 1].text in ".!?"):
            last -= 1
        subject = subject_of(whole, group) if group.finite or kind == "participle" else None
        found.append(Clause(first, last, subject, group, joint, kind))
    return tuple(found)


def _start(whole: Parse, number: int) -> tuple[int, str | None, str]:
    """Where the clause of group `number` begins, the word that opens it, and its kind."""
    words, group = whole.words, whole.groups[number]
    if group.infinitive:
        return group.first, "to", "infinitive"
    if not group.finite:
        return group.first, None, "participle"
    floor = whole.groups[number - 1].last if number else 0
    at = max(near_subject(whole, group)[1], 0)
    if at < group.first and words[at].text.lower() in RELATIVES and whole.chunk_from(at) is None:
        low = words[at].text.lower()
        if low == "that" and not (at and words[at - 1].tag in ("NOUN", "PROPN", "PUNCT", "PRON")):
            return at, low, "that"
        return at, low, "adverbial" if low in ("when", "where") else "relative"
    while at > floor:
        low, tag = words[at - 1].text.lower(), words[at - 1].tag
        if low == "that" or (low in RELATIVES and low not in ("when", "where")):
            return at - 1, low, "that" if low == "that" else "relative"
        if low in _IF or (low in _ADVERBIAL and tag in ("SCONJ", "ADP", "ADV", "PRON")):
            return at - 1, low, "if" if low in _IF else "adverbial"
        if low in _JOINS:
            return at - 1, low, "main"
        if tag != "ADV":
            break
        at -= 1
    after_saying = number and at == floor and words[whole.groups[number - 1].head].lemma in saying()
    return at, None, "that" if after_saying else "main"
