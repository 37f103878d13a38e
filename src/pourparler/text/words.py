"""Words, sentences and paragraphs of a text, with offsets, universal tags and lemmas; and the cutting of text into
tokens.

Tokens follow the Georgetown GUM treebank (Universal Dependencies English): a possessive mark, a negation `n't` and a
contracted auxiliary are tokens of their own. Unlike GUM, a compound joined by hyphens stays whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.core.evidence import Span
from pourparler.text.lexicon import abbreviations


@dataclass(frozen=True, slots=True)
class Word:
    """One word or punctuation mark: half-open offsets, the characters, the universal tag (VERB, NOUN, PROPN...),
    lemma."""

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


Token = tuple[int, int, str]
"""Start, end and characters of one token."""

_MARK = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u0652\u00ad\u200c\u200d\u2060\u20d0-\u20ff\ufe00-\ufe0f"
_LETTER = rf"[^\W_][{_MARK}]*"
_RUN = rf"(?:{_LETTER})+"
_TOKEN = re.compile(
    rf"""
      \d+(?:[.,:/]\d+)+(?:{_RUN})?(?:-{_RUN})*       # 1,200  7.30  9:59  2/3  1.5bn
    | (?:[^\W\d_]\.){{2,}}(?:-{_RUN})*               # U.S.  a.m.  U.S.-led
    | {_RUN}-(?:[^\W\d_]\.){{2,}}                    # Iran-U.S.
    | ['’]\d\ds?\b                                   # '90s
    | ['’](?:em|til|tis|twas|cause)\b
    | {_RUN}(?:[-‐‑'’&]{_RUN})*                      # Saint-Denis  O'Neill  don't  AT&T
    | \.{{2,}} | -{{2,}} | […]+
    | [#@]\w+
    | \S[{_MARK}]*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SOLID = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”«»]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|info|int|eu|ru|ua|uk|de|fr)\b(?:/[^\s<>\"“”«»]*)?"
)
_SOLID_SIGNS = ("://", "www.", "@", ".com", ".org", ".net", ".gov", ".edu", ".info", ".int", ".eu", ".ru", ".ua", ".uk")
_CLITIC = re.compile(r"(.+?)(n['’`]t|['’](?:s|re|ve|ll|d|m))", re.IGNORECASE | re.DOTALL)
_MERGED = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "lemme": 3, "gimme": 3}


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]` in order, with offsets into `text`; white space is left out."""
    stop = len(text) if end is None else end
    found: list[Token] = []
    for begin, finish, solid in _pieces(text, start, stop):
        if solid:
            found.append((begin, finish, text[begin:finish]))
            continue
        for match in _TOKEN.finditer(text, begin, finish):
            word = match.group()
            if "'" in word or "’" in word or word.lower() in _MERGED:
                found.extend(_unglued(match.start(), word))
            elif word == "." and found and _shortens(text, found, match.start()):
                first, _, head = found[-1]
                found[-1] = (first, match.end(), head + ".")
            else:
                found.append((match.start(), match.end(), word))
    return found


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Stretches of `text[start:end]`, each marked True when it is an address that must stay whole."""
    at = start
    if any(sign in text for sign in _SOLID_SIGNS):
        for match in _SOLID.finditer(text, start, end):
            finish = match.start() + len(match.group().rstrip(".,;:!?)]}'’*"))
            yield at, match.start(), False
            yield match.start(), finish, True
            at = finish
    yield at, end, False


def _unglued(start: int, word: str) -> list[Token]:
    """`word` cut at its contracted ends: `won't` gives `wo` and `n't`."""
    cut = _MERGED.get(word.lower())
    if cut:
        return [(start, start + cut, word[:cut]), (start + cut, start + len(word), word[cut:])]
    ends: list[Token] = []
    while match := _CLITIC.fullmatch(word):
        word = match.group(1)
        ends.append((start + len(word), start + len(word) + len(match.group(2)), match.group(2)))
    return [(start, start + len(word), word), *reversed(ends)]


def _shortens(text: str, found: list[Token], dot: int) -> bool:
    """True when the full stop at `dot` belongs to the abbreviation or initial just before it."""
    start, end, word = found[-1]
    if end != dot:
        return False
    after = text[dot + 1 : dot + 3]
    kind = abbreviations().get(word)
    if kind == "number":
        return after.strip()[:1].isdigit()
    if kind is not None:
        return True
    if len(word) != 1 or not word.isupper() or (word == "I" and not after.strip()[:1].isupper()):
        return False
    before = found[-2][2] if len(found) > 1 and start - found[-2][1] <= 1 else ""
    return after[:1].isalpha() or (
        after.strip()[:1].isupper() and (not before or before[:1].isupper() or before[:1] in '"“‘(-—')
    )
