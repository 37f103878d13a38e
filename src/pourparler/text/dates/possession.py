"""Whether an expression stands before its noun ("Friday's meeting", "the Friday talks") or before its verb."""

from typing import Final

from pourparler.text.dates import verbs
from pourparler.text.dates.lexicon import CODE
from pourparler.text.dates.scan import Scan
from pourparler.text.dates.verbgroup import ADVERBS

CLAUSES: Final = frozenset(
    "that which who whom whose but when while because although though if whether where unless".split()
)
"""Words that open a clause of their own."""


def owns(scanned: Scan, last: int, high: int) -> bool:
    """True when the expression stands before its noun: "Friday's meeting", "the Friday talks"."""
    if last >= high:
        return False
    if scanned.classes[last] == CODE["POSSESS"]:
        return True
    token = scanned.tokens[last]
    plain = scanned.classes[last] == CODE["X"] and token.shape == "WORD" and not token.capital
    if plain and marks(scanned, last, high):
        return False
    return (
        plain and not verbs.is_past(token.low) and token.low not in verbs.AUXILIARIES | ADVERBS | CLAUSES | _AFTERWARDS
    )


def marks(scanned: Scan, last: int, high: int) -> bool:
    """True for a verb with its object right after the day: "Thursday marks 80 years", "Sunday brings the"."""
    if last + 1 >= high or not verbs.third_person(scanned.tokens[last].low):
        return False
    return scanned.tokens[last + 1].low in _OBJECTS or scanned.tokens[last + 1].shape == "NUMBER"


_OBJECTS: Final = frozenset("the a an its his her their this one two three four five ten".split())
_AFTERWARDS: Final = frozenset(
    "as with into against because despite amid near outside inside following he she it they we i you aboard "
    "about above across along alongside among behind below beside beyond down off onto out past regarding "
    "toward towards up upon via without here there where".split()
)
