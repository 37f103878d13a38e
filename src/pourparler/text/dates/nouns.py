"""Which way the noun that an expression stands with looks: deadlines, plans, periods that figures are of.

The words are general knowledge of English, written for this project; every set is closed and can be read by eye.
"""

from typing import Final

from pourparler.text.dates.lexicon import CODE
from pourparler.text.dates.scan import Scan
from pourparler.text.dates.verbgroup import Tense

_LIMITS: Final = frozenset("deadline deadlines ultimatum cutoff".split())
_OVER: Final = frozenset(
    "missed passed passes let lapsed expired blew ignored defied met beat came went elapsed broke slipped".split()
)
_SET: Final = frozenset("set sets setting gave given gives face faces facing faced imposed impose a an with".split())
_PLANS: Final = frozenset(
    "plan plans proposal proposals hope hopes call calls bid bids arrangements preparations expectations demand "
    "demands invitation invitations request requests agreement".split()
)
_RISES: Final = (["run"], ["lead"], ["build"])
_FACED: Final = frozenset("face faces facing faced awaits await near nears nearing".split())
_FIGURES: Final = frozenset(
    "figure figures data number numbers report reports sales orders output production earnings profit profits results "
    "deliveries exports imports index survey statistics payrolls inflation prices revenue spending starts income "
    "shipments rate readings".split()
)
_FORECASTS: Final = frozenset(
    "forecast forecasts outlook estimate estimates guidance expected projected projection target targets futures "
    "contract delivery plan plans scheduled budget proposed".split()
)


def limit(scanned: Scan, walls: tuple[int, int], first: int, last: int) -> Tense | None:
    """ "a Friday deadline looms", "the Friday deadline passed": what became of a deadline tells its side."""
    place = last + 1 if scanned.classes[last : last + 1] == CODE["POSSESS"] else last
    nouns = [token.low for token in scanned.tokens[place : min(place + 2, walls[1])]]
    if not set(nouns) & _LIMITS:
        return None
    words = [token.low for token in scanned.tokens[max(walls[0], first - 4) : first]]
    after = {token.low for token in scanned.tokens[place : min(place + 6, walls[1])]}
    if (set(words) | after) & _OVER:
        return Tense.PAST
    return Tense.COMING if set(words) & _SET or after & {"looms", "looming", "nears", "approaches"} else None


def faced(scanned: Scan, low: int, first: int) -> bool:
    """True right after a verb that looks at what is to come: "face a Friday vote", "await Friday's ruling"."""
    words = [token.low for token in scanned.tokens[max(low, first - 2) : first]]
    if words and words[-1] in ("a", "an", "the"):
        words.pop()
    return bool(words) and words[-1] in _FACED


def approached(scanned: Scan, low: int, place: int) -> bool:
    """True at the "to" of "in the run-up to", "in the lead-up to", "a countdown to"."""
    words = [token.low for token in scanned.tokens[max(low, place - 3) : place] if token.low != "-"]
    return words[-1:] in (["runup"], ["leadup"], ["countdown"]) or (words[-1:] == ["up"] and words[-2:-1] in _RISES)


def planned(scanned: Scan, low: int, first: int) -> bool:
    """True when the subject is a plan: "plans for a vote Thursday", "hopes of a meeting on Friday"."""
    places = range(low, first - 1)
    following = ("for", "of", "to")
    return any(scanned.tokens[k].low in _PLANS and scanned.tokens[k + 1].low in following for k in places)


def away(scanned: Scan, last: int, high: int) -> bool:
    """True when the clause says how far off it still is: "now days away", "just hours off"."""
    units = (CODE["UNITS"], CODE["UNIT"])
    return any(
        scanned.tokens[k].low in ("away", "off") and scanned.classes[k - 1] in units
        for k in range(last + 1, min(high, last + 8))
    )


def measured(scanned: Scan, low: int, first: int) -> bool:
    """True for the month that figures are of, whatever is still to come of them: "orders for September"."""
    if scanned.classes[first] != CODE["MON"] or first - 2 < low or scanned.tokens[first - 1].low not in ("for", "in"):
        return False
    words = {token.low for token in scanned.tokens[max(low, first - 5) : first - 1]}
    return scanned.tokens[first - 2].low in _FIGURES and not words & _FORECASTS
