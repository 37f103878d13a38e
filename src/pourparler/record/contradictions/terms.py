"""Contradictions over what an instrument holds: one voice says that a thing is part of it, another that it is not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.record.contradictions.agenda import topics_of
from pourparler.record.contradictions.keeping import PAPER
from pourparler.record.contradictions.passages import Passage, Passages
from pourparler.record.merging.wording import VAGUE, content_words
from pourparler.text.gazetteer import fold, load_gazetteer

_ANY = rf"(?:{PAPER}|paper|text|document|statement|package|plan|draft)"
_OUT = (
    re.compile(
        r"\b(?:is|are|was|were|has been|have been|had been) (?:not|never) (?:a )?"
        rf"(?:part of|included in|covered by) (?:the |this |that )?(?:[\w’'-]+ ){{0,3}}?{_ANY}\b"
    ),
    re.compile(rf"\b(?:{_ANY}|it) (?:does|did|do) not (?:yet )?(?:include|cover|contain|provide for|foresee)\b"),
    re.compile(rf"\bno (?:[\w’'-]+ ){{1,4}}?(?:in|under|as part of) (?:the |this )(?:[\w’'-]+ ){{0,3}}?{_ANY}\b"),
)
_IN = re.compile(
    rf"\bunder (?:the|this|that) (?:[\w’'-]+ ){{0,2}}?{_ANY}\b|"
    rf"\b{_ANY} (?:also )?(?:gives|grants|includes|covers|contains|provides for|foresees|will (?:give|grant))\b|"
    rf"\b(?:is|are|was|were) (?:a )?part of (?:the|this) (?:[\w’'-]+ ){{0,2}}?{_ANY}\b|"
    r"\b(?:has|have|had) (?:promised|pledged|committed)\b"
)
_NO_SWAP = re.compile(r"\bno (?:quid pro quo|trade-?off|horse-trading|package deal|linkage|link between)\b")
_SWAP = re.compile(r"\b(?:in (?:return|exchange) for|as a quid pro quo|in a (?:swap|trade) for|bartered for)\b")
_NEGATED = re.compile(r"\b(?:not|never|no|nothing|without)\b|n[’']t\b", re.I)


@dataclass(frozen=True, slots=True)
class Claim:
    """Topics that a passage takes into an instrument (`holds`) or keeps out of it."""

    passage: Passage
    topics: frozenset[str]
    holds: bool
    swap: bool = False


def claims_on_terms(passages: Passages) -> Iterator[Claim]:
    """Every passage that says what is, or is not, in an instrument, or what was given for what."""
    for pattern in _OUT:
        for passage, _ in passages.found(pattern):
            yield Claim(passage, _topics(passage.evidence.text), passage.denied)
    for passage, _ in passages.found(_IN):
        if not _NEGATED.search(passage.evidence.text):
            yield Claim(passage, _topics(passage.evidence.text), not passage.denied)
    for passage, _ in passages.found(_NO_SWAP):
        yield Claim(passage, _topics(passage.evidence.text), passage.denied, swap=True)
    for passage, _ in passages.found(_SWAP):
        if not _NEGATED.search(passage.evidence.text):
            yield Claim(passage, _topics(passage.evidence.text), not passage.denied, swap=True)


def clash(one: Claim, other: Claim) -> bool:
    """True when one takes in what the other keeps out.

    Two telling words in common, or all that one side has, are needed; one where the words are about a swap. What was
    not in it by one report may have come in by a later one.
    """
    if one.holds is other.holds or one.swap is not other.swap:
        return False
    holds, out = (one, other) if one.holds else (other, one)
    if _later(holds.passage, out.passage):
        return False
    shared = holds.topics & out.topics
    return len(shared) >= (1 if one.swap else min(2, len(out.topics))) and bool(shared)


def _later(one: Passage, other: Passage) -> bool:
    mine, theirs = one.report.published, other.report.published
    return mine is not None and theirs is not None and mine > theirs


_WORK = content_words(
    "include includes included cover covers covered contain contains contained mention mentioned part give gives given "
    "grant grants granted get gets promise promised pledge pledged commit committed say says said never under lift "
    "text statement paper truce ceasefire accord treaty contract pact consensus quid pro quo return exchange link "
    "linkage trade-off swap barter yet month year week day"
)


def _topics(words: str) -> frozenset[str]:
    """What a passage is about: its telling words, without states, places and words that only bind."""
    world = load_gazetteer()
    states = {state.name.casefold() for word in re.findall(r"[^\W_]+", words) if (state := world.state(fold(word)))}
    return topics_of(words) - VAGUE - _WORK - states
