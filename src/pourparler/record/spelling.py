"""Words of names folded over the ways to write them in Latin letters."""

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from pourparler.text.gazetteer import fold

_SPELLINGS = (
    (re.compile(r"oo|ou"), "u"),
    (re.compile(r"(?<=\w\w)ee(?!v)|ee(?=\w\w\w)"), "i"),
    (re.compile(r"^dj|dj(?=[aeiou])"), "d"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ck"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"c(?=[aouklrt]|$)"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"ii+"), "i"),
    (re.compile(r"^ie(?=\w\w)"), "e"),
    (re.compile(r"eie"), "e"),
    (re.compile(r"(?<=\w\w\w)ei$"), "i"),
)
"""Spellings that differ only by how a name is put into Latin letters: -sky, -skyy; Alexei, Aleksey; Andrei, Andriy;
Yermolov, Ermolov; Mahmoud, Mahmud, Mahmood; Đukić, Djukić."""

_UMLAUTS = re.compile(r"(?<=[a-z])([aou])e(?=[^aeiou]\w)|^([aou])e(?=[^aeiou]\w\w)")
"""The way to write ä, ö and ü where there are none (Mueller, Goetz), in words of five letters or more."""


@lru_cache(maxsize=65_536)
def spelling(word: str) -> str:
    """A word of a name folded over the ways to write it in Latin letters; letters only."""
    plain = re.sub(r"[^\w]", "", fold(word).casefold())
    if len(plain) > 4:
        plain = _UMLAUTS.sub(lambda found: found.group(1) or found.group(2), plain)
    for pattern, plainer in _SPELLINGS:
        plain = pattern.sub(plainer, plain)
    return plain


def given_form(word: str) -> str:
    """A given name folded, and where it is one of several spellings of one name (Aleksandr, Oleksandr), under one."""
    plain = spelling(word)
    return _forms("spelling").get(plain, (plain,))[0]


def is_short_for(one: str, other: str) -> bool:
    """True when two folded given names are forms of one name in English: Bill and William, Tony and Anthony."""
    short = _forms("short")
    return bool(set(short.get(one, ())) & set(short.get(other, ())))


def _rows(name: str) -> Iterator[list[str]]:
    rows = csv.reader(files("pourparler.data").joinpath(name).read_text(encoding="utf-8").splitlines())
    next(rows)
    yield from rows


@cache
def _forms(kind: str) -> Mapping[str, tuple[str, ...]]:
    """By folded form, the folded first forms of the rows of `given_name_forms.csv` that hold it."""
    found: dict[str, tuple[str, ...]] = {}
    plain = spelling if kind == "spelling" else given_form
    for row in _rows("given_name_forms.csv"):
        if row[0] == kind:
            forms = [plain(form) for form in row[1].split(";")]
            for form in dict.fromkeys(forms):
                found[form] = (*found.get(form, ()), forms[0])
    return found
