"""Noun chunks: a noun or name with its determiners, adjectives, numbers and possessors, by tags from left to right."""

from collections.abc import Sequence
from dataclasses import dataclass

from pourparler.text.words import Word


@dataclass(frozen=True, slots=True)
class NounChunk:
    """Words `[first, last)` of a sentence that make up one noun phrase without what follows its noun; `head` is
    its noun."""

    first: int
    last: int
    head: int


RELATIVES = frozenset(
    ("who", "whom", "whose", "which", "that", "where", "when", "what", "why", "how", "whoever", "whatever")
)
TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight".split(),
)
_TIME_NOUNS = frozenset("year month week weekend day night morning afternoon evening time".split())
_POSSESSIVES = frozenset(("my", "your", "his", "her", "its", "our", "their", "whose"))
_OPENERS = frozenset(("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "X"))
_NOUNS = ("NOUN", "PROPN")
_MONEY = frozenset("$€£¥₽₴")
_POINTING = frozenset(("this", "that", "these", "those", "last", "next"))
_ALONE = _POINTING | frozenset(
    "all both some any many few several most more others none each half neither either".split()
)
"""Words that can stand for a noun phrase by themselves."""
_SELVES = frozenset("himself herself itself themselves myself ourselves yourself".split())
_AT_LEAST = frozenset(
    ("at least", "at most", "more than", "less than", "fewer than", "up to", "close to", "as many as")
)
"""What may stand before a figure as part of its phrase."""


def noun_chunks(words: Sequence[Word]) -> tuple[NounChunk, ...]:
    """The noun chunks of a sentence in order; they never overlap, and coordinated ones stay apart."""
    found: list[NounChunk] = []
    at = 0
    while at < len(words):
        if not _begins(words, at):
            at += 1
            continue
        last = _extent(words, at)
        head = _head(words, at, last)
        if head is None:
            at += 1
            continue
        found.append(NounChunk(at, last, head))
        at = last
    return tuple(found)


def of_attachment(words: Sequence[Word], chunks: Sequence[NounChunk], number: int) -> int:
    """Where chunk `number` ends when the `of` phrases that follow it are taken in."""
    last = chunks[number].last
    for chunk in chunks[number + 1 :]:
        if chunk.first != last + 1 or words[last].text.lower() != "of":
            break
        last = chunk.last
    return last


def _begins(words: Sequence[Word], at: int) -> bool:
    """True when a noun chunk can begin at `at`."""
    word = words[at]
    low = word.text.lower()
    if _measure(words, at):
        return True
    if word.tag == "PRON":
        return (low not in RELATIVES and low not in ("there",)) or (low == "that" and _lone_that(words, at))
    if word.tag in _OPENERS:
        return True
    if word.tag == "SYM" and word.text in _MONEY:
        return True
    if word.tag == "ADV" and at + 1 < len(words) and words[at + 1].tag in ("NUM", "ADJ"):
        return _noun_ahead(words, at + 1)
    if word.tag == "VERB" and low.endswith(("ing", "ed")) and at + 1 < len(words) and words[at + 1].tag in _NOUNS:
        return at == 0 or (words[at - 1].tag in ("ADP", "CCONJ") and low.endswith("ed"))
    return False


def _measure(words: Sequence[Word], at: int) -> int | None:
    """Index after "at least", "more than" and the like at `at`, when a figure follows."""
    for length in (2, 3):
        after = at + length
        if after < len(words) and " ".join(word.text.lower() for word in words[at:after]) in _AT_LEAST:
            return after if words[after].tag in ("NUM", "SYM") or words[after].text.lower() in ("a", "half") else None
    return None


def _lone_that(words: Sequence[Word], at: int) -> bool:
    """True for the pronoun of "that is wrong", which opens a clause and has no noun before it."""
    return (
        (at == 0 or words[at - 1].tag in ("PUNCT", "CCONJ", "ADP", "VERB", "SCONJ"))
        and at + 1 < len(words)
        and words[at + 1].tag == "AUX"
    )


def _noun_ahead(words: Sequence[Word], at: int) -> bool:
    """True when a noun follows with only adjectives, numbers and their adverbs between."""
    while at < len(words) and words[at].tag in ("ADJ", "NUM", "ADV"):
        at += 1
    return at < len(words) and words[at].tag in _NOUNS


def _extent(words: Sequence[Word], first: int) -> int:
    """End of the chunk that begins at `first`."""
    at = _measure(words, first) or first + 1
    if words[first].tag == "PRON" and words[first].text.lower() not in _POSSESSIVES:
        return _possessed(words, at) or at
    noun = words[first].tag in _NOUNS
    while at < len(words):
        tag, low = words[at].tag, words[at].text.lower()
        owned = _possessed(words, at)
        if owned is not None and noun:
            at, noun = owned, False
            continue
        if not _goes_on(words, at, noun, tag, low):
            joint = _joint(words, at, noun)
            if joint is None:
                break
            at = joint
            continue
        noun = noun or tag in _NOUNS
        at += 1
    return at


def is_aside(words: Sequence[Word], chunk: NounChunk) -> bool:
    """True for a chunk that only stresses or dates what stands before it: "himself", "both", "Monday", "last week"."""
    first, head = words[chunk.first].text.lower(), words[chunk.head].text.lower()
    if chunk.last == chunk.first + 1:
        return first in _SELVES or first in TIME_WORDS or first in ("both", "all", "each")
    return head in TIME_WORDS | _TIME_NOUNS and first in ("last", "next", "this", "late", "early")


def _possessed(words: Sequence[Word], at: int) -> int | None:
    """Index after a possessive mark at `at` when the thing possessed follows it."""
    if at + 1 >= len(words) or words[at].text.lower() not in ("'s", "’s", "'", "’") or words[at].tag != "PART":
        return None
    return at + 1 if words[at + 1].tag in ("ADJ", "NOUN", "PROPN", "NUM", "VERB", "ADV") else None


def _goes_on(words: Sequence[Word], at: int, noun: bool, tag: str, low: str) -> bool:
    """True when the word at `at` belongs to the chunk before it; `noun` tells whether that already has a noun."""
    if tag in _NOUNS or tag == "X":
        alone = at + 1 >= len(words) or words[at + 1].tag not in _NOUNS
        if noun and tag == "PROPN" and words[at - 1].text.lower() in _TIME_NOUNS and low not in TIME_WORDS:
            return False
        return not (noun and low in TIME_WORDS and alone)
    if tag == "NUM":
        return not noun or words[at - 1].tag in _NOUNS
    if tag == "ADJ":
        return not noun or (words[at - 1].tag == "PROPN" and words[at].text[0].isupper() and _noun_ahead(words, at))
    if tag == "SYM":
        return low == "%" or (low in _MONEY and not noun)
    if noun:
        return False
    if tag == "VERB":
        return (
            low.endswith(("ing", "ed", "en", "wn"))
            and at + 1 < len(words)
            and words[at + 1].tag in ("NOUN", "PROPN", "ADJ")
        )
    if tag == "ADV":
        return at + 1 < len(words) and words[at + 1].tag in ("ADJ", "NUM", "ADV", "VERB") and _noun_ahead(words, at)
    return tag == "DET" and low not in _POINTING


def _joint(words: Sequence[Word], at: int, noun: bool) -> int | None:
    """Index after a joint inside a chunk: a dash glued between names, or a comma or `and` between adjectives of
    one noun."""
    if at + 1 >= len(words):
        return None
    mark, after = words[at], words[at + 1]
    glued = mark.start == words[at - 1].end and mark.end == after.start
    if glued and mark.text in ("–", "-", "/", "‑") and noun and after.tag in ("NOUN", "PROPN", "ADJ"):
        return at + 1
    adjectives = words[at - 1].tag == "ADJ" and after.tag == "ADJ" and not noun
    if adjectives and mark.text in (",", "and", "or", "but") and _noun_ahead(words, at + 1):
        return at + 1
    return None


def _head(words: Sequence[Word], first: int, last: int) -> int | None:
    """The noun of the chunk: its last noun or name, else a pronoun, number or adjective that stands for one."""
    for wanted in (("NOUN", "PROPN"), ("PRON",), ("NUM", "X"), ("ADJ",)):
        for at in range(last - 1, first - 1, -1):
            if words[at].tag in wanted and (wanted != ("ADJ",) or (words[first].tag == "DET" and at > first)):
                return at
    return first if last == first + 1 and words[first].text.lower() in _ALONE else None
