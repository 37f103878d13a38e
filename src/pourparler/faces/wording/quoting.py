"""Words of reports made safe to show: exact, but with nothing in them that steers a terminal, a page or an eye."""

import unicodedata

_BREAKS = frozenset("\n\r\t\v\f\x85\u2028\u2029")
_JOINERS = frozenset("\u200c\u200d")
"""Zero-width joiners that scripts and emoji need; they steer nothing."""


def visible(text: str) -> str:
    """`text` on one line; control, direction-steering and unpaired characters are shown by their number (‹U+202E›)."""
    shown = text if text.isprintable() else "".join(map(_shown, text))
    return " ".join(shown.split())


def _shown(character: str) -> str:
    if character in _BREAKS:
        return " "
    if character in _JOINERS or not (
        unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co") or _is_none(character)
    ):
        return character
    return "" if character in "\ufeff\u00ad\u200b" else f"‹U+{ord(character):04X}›"


def _is_none(character: str) -> bool:
    """True for the 66 numbers that Unicode keeps from ever being a character (its chapter 23.7)."""
    number = ord(character)
    return number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF


def clip(text: str, limit: int) -> str:
    """`text` made visible and at most `limit` characters long, cut between words and the cut marked with […]."""
    words = visible(text)
    if len(words) <= limit:
        return words
    cut = words[: max(1, limit - 4)]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[len(cut) // 3 :] else cut} […]"


def quoted(text: str, limit: int = 400) -> str:
    """`text` between curly double quotation marks, without a comma or colon at its end.

    Marks that already enclose the whole of it are not doubled.
    """
    words = clip(text, limit)
    pairs = (("“", "”"), ('"', '"'), ("„", "“"))
    for opening, closing in pairs:
        inner = words[1:-1]
        if len(words) > 2 and words[0] == opening and words[-1] == closing and opening not in inner:
            words = inner
    return f"“{words.strip().rstrip(',;:').rstrip()}”"


PLAIN = frozenset("A An The Any No Some All Its Their This That These Those It They He She".split())
"""Words that have a capital for no reason but their place at the beginning of a sentence."""


def lower_first(phrase: str) -> str:
    """`phrase` with a leading article or plain word in lower case; names and initials keep their capitals."""
    first, _, rest = phrase.partition(" ")
    return f"{first.lower()} {rest}".rstrip() if first in PLAIN else phrase


def upper_first(phrase: str) -> str:
    """`phrase` with its first letter in upper case."""
    return phrase[:1].upper() + phrase[1:]
