"""Texts made ready for the encoder exactly as the package does it when it reads."""

from collections.abc import Sequence
from dataclasses import dataclass

from pourparler.encoder.pieces import WordPieces, shapes
from pourparler.encoder.windows import Document
from pourparler.text.quotes import find_quotes
from pourparler.text.sentences import cut
from pourparler.text.words import Token


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its words (start, end, form) and the document that the encoder sees."""

    text: str
    words: tuple[Token, ...]
    document: Document


def prepare(text: str, pieces: WordPieces, sentences: Sequence[tuple[int, Sequence[Token]]] | None = None) -> Text:
    """`text` cut into words; `sentences` (paragraph and tokens of each) are given where a treebank has its own."""
    runs = list(cut(text)) if sentences is None else sentences
    words = tuple(token for _, run in runs for token in run)
    quoted = [quote.inner for quote in find_quotes(text) if quote.depth == 0]
    document = Document(
        pieces.cut([form for _, _, form in words]),
        shapes(words, quoted),
        [number for number, (_, run) in enumerate(runs) for _ in run],
        [paragraph for paragraph, run in runs for _ in run],
    )
    return Text(text, words, document)
