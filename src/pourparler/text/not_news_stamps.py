"""Stamps of time that pages put beside a report: lines that are only a day or an hour, and those after a headline."""

import re
from collections.abc import Iterator

from pourparler.core.evidence import Span

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?"
YEAR = r"(?:19|20)\d\d"
DAY = (
    rf"(?:(?:{WEEKDAY}\s+)?(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+{YEAR})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}(?:,?\s+{YEAR})?)|{YEAR}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]{YEAR})"
)
FULL_DAY = (
    rf"(?:(?:{WEEKDAY}\s+)?(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{YEAR}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?\s+{YEAR})|{YEAR}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]{YEAR})"
)
ZONE = r"(?-i:[A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|Z|[+-]\d\d:?\d\d)"
CLOCK = rf"(?:\d{{1,2}}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?|\d{{1,2}}\s?[ap]\.?m\.?)(?:\s?\(?{ZONE}\)?)?"
LABEL = r"(?:(?:last |first )?(?:updated|published|posted|modified|issued|created|edited)(?:\s+(?:on|at))?\s*:?\s*)"
BETWEEN = r"(?:\s*(?:,|\||-|–|—|·|•|/|at|T|@)\s*|\s+)"
TOLD = r"(?:views|comments|shares|reads)"
ASIDE = rf"(?:\d{{1,2}}[ -]min(?:ute)?s?[ -]read|{TOLD}\s*:?\s*\(?\d[\d ,.]*\)?|\d[\d ,.]* {TOLD})"
AGO = r"\d{1,2}\s+(?:minutes?|mins?|hours?|hrs?|days?)\s+ago"
MOMENT = rf"(?:{DAY}(?:{BETWEEN}{CLOCK})?|{CLOCK}(?:{BETWEEN}{DAY})?|{AGO})"
WHOLE = re.compile(
    rf"[(\[]?{LABEL}?{MOMENT}(?:{BETWEEN}{LABEL}{MOMENT})?(?:{BETWEEN}{ASIDE})*[)\]]?[.,]?",
    re.I,
)
TAIL = re.compile(
    rf"(?:{LABEL}{FULL_DAY}(?:{BETWEEN}{CLOCK})?|{FULL_DAY}{BETWEEN}{CLOCK}|{CLOCK}{BETWEEN}{FULL_DAY})[.]?$", re.I
)
LEADS = re.compile(r"(?:\b(?:at|on|by|until|till|from|of|to|and|for|before|after|since)|,)\s*$", re.I)
"""What stands before a day that belongs to its sentence."""


def find_stamps(text: str, line: Span) -> Iterator[Span]:
    """A line that is nothing but a stamp, or the stamp (full day and hour) at the end of a line without full stop.

    A stamp that ends a sentence ("... signed on 3 May 2021 at 15:00.") is reporting and is left.
    """
    words = line.of(text)
    if WHOLE.fullmatch(words):
        yield line
        return
    tail = TAIL.search(words)
    if tail and not words.endswith(".") and not LEADS.search(words[: tail.start()]):
        yield Span(line.start + tail.start(), line.end)
