"""Headlines without a finite verb: "Pope to receive rebel leader Saturday", "Bus drivers to stage walkout Monday"."""

from typing import Final

from pourparler.text.dates import verbs
from pourparler.text.dates.scan import Scan
from pourparler.text.dates.verbgroup import verb_at, word_at

_EFFORTS: Final = frozenset(
    "attempt attempts effort efforts bid bids move moves failure refusal decision decisions way ways able unable push "
    "drive plan plans chance chances time according due likely as talks order fail fails "
    "refuse refuses decline declines manage manages continue continues begin begins start starts help helps".split()
)


def to_come(scanned: Scan, low: int, first: int, high: int) -> bool:
    """True when the expression at token `first` stands in a clause `[low, high)` whose one verb is "to" and a base."""
    if scanned.sentence(first)[0] != low:
        return False
    for place in range(low + 1, first - 1):
        if verb_at(scanned, low, place - 1, high) is not None:
            return False
        follower = scanned.tokens[place + 1].low
        if scanned.tokens[place].low == "to" and verbs.is_present(follower) and not verbs.third_person(follower):
            if scanned.tokens[place - 1].low in _EFFORTS:
                return False
            return not any(_finite(word_at(scanned, k, high)) for k in range(place + 2, high))
    return False


def _finite(word: str) -> bool:
    return word in verbs.AUXILIARIES or verbs.is_past(word)
