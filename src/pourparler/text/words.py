"""Words, sentences and paragraphs of a text, with offsets, universal tags and lemmas."""

from dataclasses import dataclass

from pourparler.core.evidence import Span


@dataclass(frozen=True, slots=True)
class Word:
    """One word or punctuation mark: half-open offsets, the characters, the universal tag (VERB, NOUN, PROPN...), lemma."""

    start: int
    end: int
    text: str
    tag: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its words; `paragraph` counts paragraphs from 0."""

    span: Span
    words: tuple[Word, ...]
    paragraph: int
