"""Words cut into word pieces, and the shape of each word: its letter case and whether it stands in a quotation."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pourparler.core.evidence import Span

CLS, SEP, UNKNOWN = 101, 102, 100
"""Numbers of the marks for the start, a border and an unknown piece in the vocabulary of MiniLM."""

MOST_PIECES = 12
"""Pieces of one word that are kept; longer words (addresses, slips) are cut."""

SHAPES = 18
"""Shapes of a word: six letter cases times three states of quotation."""

_KEPT = 100_000
"""Words whose pieces are remembered; beyond, the store begins anew."""

MARKS = frozenset('"“”„«»')


class WordPieces:
    """The vocabulary of the encoder; remembers the pieces of each word it has cut."""

    def __init__(self, vocabulary: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer: Any = Tokenizer.from_file(str(vocabulary))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, tuple[int, ...]] = {}

    def cut(self, forms: Sequence[str]) -> list[tuple[int, ...]]:
        """The numbers of the pieces of each word; never empty, at most `MOST_PIECES` long."""
        if len(self._known) > _KEPT:
            self._known = {}  # a new store: another thread may still look words up in the old one
        known = self._known
        new = list(dict.fromkeys(form for form in forms if form not in known))
        for form, cut in zip(new, self._tokenizer.encode_batch_fast(new, add_special_tokens=False), strict=True):
            known[form] = tuple(cut.ids[:MOST_PIECES]) or (UNKNOWN,)
        return [known[form] for form in forms]


def letter_case(form: str) -> int:
    """0 lower case or none, 1 first letter upper, 2 all upper, 3 mixed, 4 with a figure, 5 no letter or figure."""
    if form.islower() and form.isalpha():
        return 0
    if not any(sign.isalnum() for sign in form):
        return 5
    if any(sign.isdigit() for sign in form):
        return 4
    if form.islower():
        return 0
    if len(form) > 1 and form.isupper():
        return 2
    if form[0].isupper() and (len(form) == 1 or form[1:].islower()):
        return 1
    return 3


def shapes(words: Sequence[tuple[int, int, str]], quoted: Sequence[Span]) -> list[int]:
    """The shape of each of `words` (start, end, form), in order; `quoted` are the quotations inside their marks."""
    found: list[int] = []
    spans = sorted(quoted)
    at = 0
    for start, end, form in words:
        while at < len(spans) and spans[at].end <= start:
            at += 1
        inside = 2 if form in MARKS else int(at < len(spans) and spans[at].start <= start and end <= spans[at].end)
        found.append(letter_case(form) * 3 + inside)
    return found
