"""The facts that the words of one phrase give, gathered in one walk over its tokens."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from pourparler.text.dates.lexicon import CODE, MONTHS, NUMBERS, ORDINALS, PARTS, SEASONS, UNITS, WEEKDAYS
from pourparler.text.dates.scan import Scan
from pourparler.text.dates.token import Token

_NAME: Final = {code: name for name, code in CODE.items()}
_WHICH: Final = frozenset("THIS LAST NEXT COMING PAST PREV FOLL SAME THAT CURRENT LATEST RECENT THESE".split())
_EDGES: Final = {"EARLY": "START", "LATE": "END", "MID": "MID", "EARLIER": "BEFORE", "LATER": "AFTER",
                 "START": "OPENING", "MIDDLE": "MID", "END": "CLOSE"}  # fmt: skip
_ZONES: Final = frozenset("moscow kyiv kiev beijing london paris israel tehran brussels berlin eastern pacific".split())


@dataclass(slots=True)
class Facts:
    """What a phrase names; None or empty where it names nothing of the sort."""

    month: int | None = None
    days: tuple[int, ...] = ()
    year: int | None = None
    weekday: int | None = None
    which: str | None = None
    the: bool = False
    the_which: bool = False
    unit: str | None = None
    ordinal: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    decade: int | None = None
    today: str | None = None
    part: str | None = None
    edge: str | None = None
    clock: tuple[int, int] | None = None
    zone: str | None = None
    fiscal: bool = False
    stamp: tuple[int, int, int] | None = None


def collect(scanned: Scan, first: int, last: int) -> Facts:
    """The facts of the tokens `[first, last)`."""
    facts = Facts()
    for index in range(first, last):
        if _NAME[scanned.classes[index]] in _WHICH and facts.which is None and index > first:
            facts.the_which = scanned.classes[index - 1] == CODE["THE"]
        _take(facts, _NAME[scanned.classes[index]], scanned.tokens[index], scanned.classes[index + 1 : last])
    if facts.unit == "Q" and facts.ordinal is not None:
        facts.quarter = 4 if facts.ordinal == -1 else facts.ordinal
        facts.unit = _year_unit(scanned, first, last)
    if facts.clock and facts.part in ("AF", "EV", "NI") and 1 <= facts.clock[0] < 12:
        facts.clock = (facts.clock[0] + 12, facts.clock[1])
    return facts


def _year_unit(scanned: Scan, first: int, last: int) -> str | None:
    names = (token.low for token in scanned.tokens[first:last])
    return "Y" if "year" in names else None


def _take(facts: Facts, name: str, token: Token, rest: str) -> None:
    word = token.low.rstrip(".")
    if name == "MON":
        facts.month = facts.month or MONTHS[word]
    elif name in ("DAY", "NTH"):
        number = int(re.match(r"\d+", word)[0])  # type: ignore[index]
        if CODE["ZONE"] in rest[:1] or CODE["OCLOCK"] in rest[:1] or CODE["PART"] in rest[:1]:
            facts.clock = (number, 0)
        else:
            facts.days += (number,) if 1 <= number <= 31 else ()
            facts.ordinal = number if name == "NTH" else facts.ordinal
    elif name in ("ORD", "SECOND"):
        _ordinal(facts, word, rest)
    elif name in ("YEAR", "YEAR2", "DIGITS"):
        _year(facts, name, word, rest)
    elif name == "DECADE":
        facts.decade = _decade(word)
    elif name in ("DOW", "DOWS"):
        facts.weekday = WEEKDAYS[word] if facts.weekday is None else facts.weekday
    elif name in _WHICH:
        facts.which = name if facts.which is None or name in ("COMING", "PAST") else facts.which
        if name == "LAST" and facts.ordinal is None:
            facts.ordinal = -1
    else:
        _take_rest(facts, name, word, rest)


def _take_rest(facts: Facts, name: str, word: str, rest: str) -> None:
    if name in ("UNIT", "UNITS", "QUARTER", "WEEKEND"):
        if facts.unit is None or facts.unit not in ("Q", "D", "W"):
            facts.unit = UNITS.get(word.replace("-", ""))
    elif name == "THE":
        facts.the = True
    elif name in ("SEASON",):
        facts.season = SEASONS[word]
    elif name == "TODAY":
        facts.today = word
    elif name in ("PART", "PARTS"):
        facts.part = PARTS.get(word) or PARTS.get(word[:-1])
    elif name == "NOON":
        facts.clock = facts.clock or (0 if word == "midnight" else 12, 0)
    elif name in _EDGES:
        facts.edge = facts.edge or _EDGES[name]
    elif name == "CLOCK":
        facts.clock = facts.clock or _clock(word)
        facts.zone = "utc" if word.endswith("z") else facts.zone
    elif name == "ZONE" or (name == "X" and word in _ZONES):
        facts.zone = facts.zone or word
    elif name == "FISCAL":
        facts.fiscal = True
    elif name == "ISO":
        facts.stamp = (int(word[:4]), int(word[5:7]), int(word[8:10]))
        if len(word) > 10:
            facts.clock = (int(word[11:13]), int(word[14:16]))
    elif name == "SLASH":
        facts.stamp = _slash(word)
    elif name == "QN":
        facts.quarter = int(word[1])
    elif name in ("NUM", "ONE") and rest[:1] == CODE["OCLOCK"]:
        facts.clock = (NUMBERS[word], 0)
    elif name in ("NUM", "ONE") and facts.clock is None:
        facts.ordinal = NUMBERS.get(word) if facts.ordinal is None else facts.ordinal


def _ordinal(facts: Facts, word: str, rest: str) -> None:
    number = ORDINALS[word]
    if facts.month is not None or rest[:1] == CODE["MON"] or rest[:2] == CODE["OF"] + CODE["MON"]:
        facts.days += (number,) if number > 0 else ()
    facts.ordinal = number


def _year(facts: Facts, name: str, word: str, rest: str) -> None:
    if CODE["ZONE"] in rest[:1] and len(word) >= 3 and word.isdigit():
        facts.clock = (int(word[:-2]), int(word[-2:]))
    elif name == "YEAR2":
        short = int(word[1:])
        facts.year = (1900 if short > 40 else 2000) + short
    elif name == "YEAR":
        facts.year = int(word)


def _decade(word: str) -> int:
    digits = "".join(filter(str.isdigit, word))
    number = int(digits) // 10
    return number if len(digits) == 4 else (190 if number >= 2 else 200) + number


def _clock(word: str) -> tuple[int, int] | None:
    numbers = [int(n) for n in re.findall(r"\d+", word)]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    if re.search(r"p\.?m", word) and hour < 12:
        hour += 12
    elif re.search(r"a\.?m", word) and hour == 12:
        hour = 0
    return (hour, minute) if hour < 24 and minute < 60 else None


def _slash(word: str) -> tuple[int, int, int] | None:
    """Month first with slashes, day first with dots, unless the numbers allow one order only."""
    one, two, year = (int(n) for n in re.split(r"[/.]", word))
    year += 0 if year > 99 else 2000 if year <= 40 else 1900
    orders = [(one, two), (two, one)] if "/" in word else [(two, one), (one, two)]
    for month, day in orders:
        try:
            date(year, month, day)
        except ValueError:
            continue
        return year, month, day
    return None
