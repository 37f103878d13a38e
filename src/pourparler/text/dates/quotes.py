"""Quotations in a text, and the day on which each was said where its own sentence tells."""

import re
from collections.abc import Sequence
from typing import Final

from pourparler.core.evidence import Span

_PAIRS: Final = (("“", "”"), ("«", "»"), ("``", "''"), ("‘", "’"))
_MARK: Final = re.compile(r"[“”«»\"]|``|''|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_LONGEST: Final = 2000


def find_quotes(text: str) -> tuple[Span, ...]:
    """The quoted stretches of `text`, marks left out, in order; a mark without its partner opens none."""
    found: list[Span] = []
    opened: tuple[int, str] | None = None
    for mark in _MARK.finditer(text):
        sign = mark.group()
        if opened and "\n\n" in text[opened[0] : mark.start()]:
            opened = None
        if opened is None:
            opened = _opening(text, mark, sign)
        elif sign == opened[1]:
            if mark.start() - opened[0] <= _LONGEST and mark.start() > opened[0]:
                found.append(Span(opened[0], mark.start()))
            opened = None
        elif opened[1] in ("’", "'") or sign in ("“", "«", "``"):
            opened = _opening(text, mark, sign) or opened
    return tuple(found)


def _opening(text: str, mark: re.Match[str], sign: str) -> tuple[int, str] | None:
    for left, right in _PAIRS:
        if sign == left:
            return mark.end(), right
    if sign == '"' or (sign == "'" and (mark.start() == 0 or not text[mark.start() - 1].isalnum())):
        return mark.end(), sign
    return None


def quote_at(quotes: Sequence[Span], place: int) -> Span | None:
    """The quotation that holds the offset `place`."""
    low, high = 0, len(quotes)
    while low < high:
        middle = (low + high) // 2
        if quotes[middle].end <= place:
            low = middle + 1
        else:
            high = middle
    return quotes[low] if low < len(quotes) and quotes[low].start <= place else None
