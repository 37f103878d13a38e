"""The grammar of time expressions: one rule a line over word classes, compiled into one regular expression.

A rule is written with the class names of `pourparler.text.dates.lexicon`; names in `_MACROS` stand for longer pieces.
Rules stand in order: at one place of the text the first that fits is taken. The name before the colon says which
builder of `pourparler.text.dates.parse` turns the words into a `Wording`.
"""

import re
from collections.abc import Iterator
from typing import Final

from pourparler.text.dates.lexicon import CODE

_MACROS: Final = {
    # numbers and amounts of time
    "CARD": "(DAY|DIGITS|YEAR|NUM|ONE) (DASH? NUM)*",
    "HALVES": "HALF | AND A HALF | DASH AND DASH A DASH HALF",
    "MANY": "(THE|A|ANOTHER)? FEW (MORE)? | A COUPLE OF? (MORE)? | COUPLE OF | SOME (FEW|CARD)? "
    "| (ANOTHER|SOME|SINGLE)? CARD HALVES? | A SINGLE? | ANOTHER | SINGLE | HALF A? | ONE HALF",
    "ANYUNIT": "UNIT|UNITS|QUARTER|WEEKEND|SECOND",
    "ABOUT": "NEAR | (NOT)? MORE THAN | AT LEAST | UP TO | NEAR NEAR",
    "AMOUNT": "CARD (TO|OR|DASH) CARD DASH? ANYUNIT | HALF A UNIT | A UNIT AND A HALF "
    "| MANY DASH? (ROW|SORT|LENGTH|ENTIRE|MORE|COMING|LOCAL)? DASH? ANYUNIT",
    # which of several
    "WHICH": "THIS (COMING|PAST)? | LAST | NEXT | THE (PREV|FOLL|COMING|SAME|NEXT|LAST|PAST|CURRENT|LATEST) "
    "| FOLL | PREV | COMING | PAST | THAT",
    "ITS": "THIS | LAST | NEXT | THE (PREV|FOLL|COMING|SAME|NEXT|LAST|CURRENT|ENTIRE|LATEST) | THAT | PREV | POSS",
    "OFYEAR": "OF? (FISCAL? YEAR | YEAR2) | OF THE UNIT "
    "| OF? (THIS|LAST|NEXT|THE (PREV|FOLL|COMING|SAME|CURRENT)|THAT|EVERY) FISCAL? UNIT",
    # days
    "MDATE": "MON THE? (DAY|NTH) (?!NUM) (COMMA? YEAR)? | MON THE (ORD|SECOND) | (DAY|NTH) OF? MON (COMMA? YEAR)? "
    "| THE (DAY|NTH|ORD|SECOND) (DAY|UNIT)? OF? MON (COMMA? YEAR)?",
    "DATE": "DOW COMMA? (ON|THE)? MDATE | MDATE | ISO | SLASH | DOW THE NTH",
    "PAIR": "MON (DAY|NTH) (DASH|TO|AND|THROUGH) (DAY|NTH) (?!X|UNIT|UNITS|NUM|MON|DASH) (COMMA? YEAR)? "
    "| (DAY|NTH) (DASH|TO|AND|OR|THROUGH) (DAY|NTH) OF? MON (COMMA? YEAR)?",
    "DAYX": "DATE | WHICH DOW | DOW | TODAY | THIS PART",
    # times of day
    "ZONED": "OPEN? ZONE CLOSE? | LOCAL? TIME | X TIME",
    "CLK": "CLOCK (LOCAL? ZONED)? | (YEAR|DIGITS|DAY|NUM) ZONE | (DAY|NUM|ONE) OCLOCK | DAY PART",
    "CLKS": "CLK (OPEN CLK CLOSE)? | NOON",
    # longer stretches
    "YEARX": "FISCAL (UNIT)? YEAR | THE UNIT YEAR | YEAR | YEAR2",
    "SEAS": "THE? SEASON (OF? YEARX | OF ITS UNIT)?",
    "QTR": "QN | THE? (ORD|SECOND|LAST|NTH|NUM|FISCAL ORD|FISCAL SECOND|ORD FISCAL|SECOND FISCAL) DASH? QUARTER",
    "LONG": "MON COMMA? OFYEAR | MON | YEARX | THE? DECADE | SEAS | "
    "ITS (UNIT|QUARTER|WEEKEND|SEASON|MON) | THE (UNIT|QUARTER|WEEKEND) | QTR OFYEAR?",
    "COUNT": "CARD HALVES? | FEW | COUPLE OF? | SO? MANY",
    "OVR": "THE | THESE | THOSE | POSS",
    "EDGE": "EARLY | LATE | MID | EARLIER | LATER",
    "OFTEN": "(A|PER|EVERY) UNIT",
    "SIDE": "THE SO? (END|START|MIDDLE) | (END|START|MIDDLE)",
}
_RULES: Final = """
clocked   : CLKS (COMMA|DASH)? (ON | IN THE PART ON? | PART)? DAYX
clocked   : DAYX COMMA? (AT | PART AT)? CLKS
clocked   : CLKS (IN THE PART | PART)?
parted    : (EDGE|ON)? DAYX PART
parted    : (THE? EARLY UNITS | (THE|EDGE)? PART) (OF|ON) (DAYX | THE (NEXT|FOLL) UNIT)
parted    : (EDGE? (THIS|LAST|THAT) | THE (SAME|FOLL|PREV|NEXT)) PART
parted    : THE PART (BEFORE|EARLIER)
parted    : THE? EARLY UNITS (?!OF)
parted    : (EDGE|MID) DASH? PART
pair      : (DOW (DASH|TO|AND) DOW COMMA)? PAIR
eve       : (THE|DOW POSSESS)? EVE OF
quarter   : EDGE? QTR OFYEAR?
half      : THE? (ORD|SECOND|LAST) HALF OF (LONG)
half      : THE? (ORD|SECOND) HALF (?!OF)
nth       : (ON)? THE? (ORD|SECOND|LAST|NTH) (UNIT|WEEKEND|DOW) (OF|IN) (MON OFYEAR? | YEARX | ITS UNIT | THE UNIT)
same      : THE SAME (UNIT|PERIOD|TIME|QUARTER) (OF|IN)?
          (A UNIT (AGO|EARLIER|BEFORE) | ITS UNIT | THE? UNIT (BEFORE|EARLIER|PREV))
same      : THE SAME (UNIT|PERIOD|QUARTER) (OF|IN) (FISCAL? (YEAR|YEAR2) | MON YEAR)
same      : (THE|A)? UNIT DASH (AGO|EARLIER) (PERIOD|QUARTER|UNIT)?
sided     : NEAR? SIDE OF (LONG | DATE | DOW)
sided     : NEAR? EDGE DASH? (ON | IN THE | IN)? (DATE | WHICH DOW | DOW | LONG)
sided     : (UNIT|END) DASH END
sided     : MID DASH UNIT
sided     : THE? UNIT POSSESS END
ofweek    : (A|ONE) UNIT ((ON|FROM) DOW | FROM? TODAY)
ofweek    : (DOW|TODAY) UNIT (?!DASH|X|UNIT)
holiday   : THE? HOLY REST* OFYEAR? (PART)?
date      : DATE
weekday   : DOW COMMA? (OF)? (LAST|NEXT|THIS|THE (FOLL|PREV|SAME)) UNIT
weekday   : WHICH DOW
every     : EVERY (OTHER|ORD|SECOND)? (DOW|UNIT|WEEKEND|PART|SEASON|MON|QUARTER)
every     : EVERY (CARD|FEW|COUPLE) (UNITS|SECOND)
every     : DOWS | PARTS | WEEKENDS
month     : MON COMMA? OFYEAR | (THIS|LAST|NEXT|THE (FOLL|PREV|SAME|NEXT)|THAT) MON
ref       : AT (THE|THIS|THAT) (MOMENT|TIME) | FOR THE TIME X
offset    : ABOUT? AMOUNT DASH? AGO TODAY? | UNITS AGO
offset    : ABOUT? AMOUNT FROM NOW
time      : AMOUNT (PUNCT|POSSESS)? TIME
nthday    : (THE|A) (ORD|SECOND|NTH) DASH? ROW? UNIT (ROW | IN A LINE)?
anniv     : (THE|A)? (ORD|SECOND|NTH) ANNIV (?=OF)
offset    : (ABOUT? AMOUNT | UNITS) (EARLIER|LATER|PREV)
offset    : THE UNIT (BEFORE|AFTER) (LAST|NEXT|TODAY)
offset    : THE UNIT (BEFORE|EARLIER|PREV|AFTER) (?!X|THE|POSS|A|DOW|MON)
dayafter  : THE UNIT (?=AFTER|BEFORE)
window    : OVR? (LAST|PAST|NEXT|COMING|FOLL|PREV|RECENT|LATEST|ORD) COUNT (ROW|SORT|ENTIRE|MORE)? ANYUNIT
window    : OVR? (LAST|PAST|NEXT|COMING|FOLL|PREV|RECENT|LATEST) (ROW|SORT|HALF)? UNITS
window    : (THE|THIS|POSS) PAST ENTIRE? (UNIT|QUARTER|WEEKEND|SEASON)
window    : THE COMING UNIT
window    : THESE UNITS
period    : (EDGE (IN | IN THE)?)? ITS FISCAL? (UNIT|QUARTER|WEEKEND|SEASON)
period    : EDGE ON? (IN THE UNIT)
period    : CURRENT FISCAL? (UNIT|QUARTER)
period    : (THE|A)? (ORD|SECOND|NTH) (ROW (UNIT|QUARTER|WEEKEND) | (UNIT|QUARTER|WEEKEND) IN A LINE)
century   : THE? (ORD|NTH) DASH? UNIT
date      : (?<=[ON]) THE NTH (?!X|UNIT|UNITS|DASH|QUARTER|SEASON|PART|WEEKEND)
today     : EDGE? TODAY
weekday   : DOW
decade    : THE? DECADE
year      : YEARX
month     : MON
season    : SEAS
per       : FREQ OFTEN (?!OLD)
per       : (A|PER) (UNIT|QUARTER) (?!AND A HALF|DASH|OLD)
duration  : THE CARD UNITS (?!AGO|EARLIER|LATER|PREV|DASH)
duration  : ALL UNIT
duration  : ABOUT? AMOUNT
duration  : ABOUT? UNITS
period    : THE ENTIRE? FISCAL UNIT
period    : (THE|THIS|THAT) ENTIRE? (UNIT|QUARTER|WEEKEND)
entered   : POSS (ORD|SECOND|NTH) ENTIRE? UNIT
rate      : RATE
ref       : SO? MORE? (ADV|RECENT|CURRENT|NOW) (?!AS|AFTER|BEFORE)
ref       : THE (PAST|FUTURE) (?!X)
ref       : IN FUTURE | (THE|A) LENGTH? FUTURE | LENGTH FUTURE
ref       : (THE LENGTH | LENGTH DASH) TERM
"""


def _compile() -> tuple[re.Pattern[str], dict[str, str]]:
    names: dict[str, str] = {}
    parts = []
    for number, line in enumerate(filter(None, _RULES.replace("\n          ", " ").splitlines())):
        name, _, body = line.partition(":")
        names[f"r{number}"] = name.strip()
        parts.append(f"(?P<r{number}>{_expand(body)})")
    return re.compile("|".join(parts)), names


def _expand(body: str) -> str:
    """The regular expression over class characters that a rule's words stand for."""

    def one(match: re.Match[str]) -> str:
        name = match.group()
        return f"(?:{_expand(_MACROS[name])})" if name in _MACROS else CODE[name]

    return re.sub(r"[A-Z]+[0-9]?", one, re.sub(r"\((?!\?)", "(?:", body)).replace(" ", "")


PATTERN, _NAMES = _compile()


def phrases(classes: str) -> Iterator[tuple[str, int, int]]:
    """The builder's name and the half-open token range of each phrase that the rules find, left to right."""
    for match in PATTERN.finditer(classes):
        yield _NAMES[match.lastgroup or ""], match.start(), match.end()
