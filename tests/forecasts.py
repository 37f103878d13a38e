"""Words of forecast and advice, and which of them in a text are our own rather than a report's."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import pairwise

FORECAST = re.compile(
    r"\b(?:(?:im)?probab\w+|(?:un)?likel\w+|winners?|ripe(?:ness|n\w*|r|st)?|red[- ]lines?|should(?:n['’]t)?)\b",
    re.IGNORECASE,
)
"""What nothing here says of itself: no probability, no likely winner, no ripeness, no red line, no should."""

_TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_WORD = re.compile(r"\w+")


class Reports:
    """The words of reports, each with the word after it: what a page, a brief or an answer may quote."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._pairs = {pair for text in texts for pair in _pairs(_words(text))}

    def own(self, text: str) -> list[str]:
        """Where a text has such a word as its own: some characters around each. A word that stands in a report before
        or after the same word is the report's."""
        return [_around(text, found) for found in FORECAST.finditer(text) if not self._is_quoted(text, found)]

    def _is_quoted(self, text: str, found: re.Match[str]) -> bool:
        before, told, after = _words(text[: found.start()][-60:]), _words(found[0]), _words(text[found.end() :][:60])
        pairs = [*_pairs([*before[-1:], *told]), *_pairs([*told, *after[:1]])]
        return any(pair in self._pairs for pair in pairs if set(pair) & set(told))


def shown(page: str) -> str:
    """The words of a page without its tags."""
    return " ".join(unescape(_TAG.sub(" ", page)).split())


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _pairs(words: list[str]) -> Iterator[tuple[str, str]]:
    return pairwise(words)


def _around(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - 60) : found.end() + 40]
