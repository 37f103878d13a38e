"""What a value of our vocabularies is in PLOVER and in CAMEO, and what a phrase is about, from the tables of codes.

PLOVER is the Political Language Ontology for Verifiable Event Records, draft 0.7b1 of 2021; CAMEO is 1.1b3.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

CODEBOOK = "plover-0.7b1"

QUADS: Mapping[str, int] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
"""Verbal and material cooperation, verbal and material conflict. The codebook calls SANCTION material in its own
section and verbal in its table; here it is material, as its CAMEO forerunner is."""

AUXILIARY = ("historical", "future", "hypothetical", "negation")
"""The four modes that say that it is not, or not surely, an event of these days that took place."""

NONE = "-"
_EDGES = re.compile(r"[^\w'-]+")
_TURNS = frozenset("of on for with to in at by from between about over that against into".split())


@dataclass(frozen=True, slots=True)
class Code:
    """A row of the table of codes; `event` is None where PLOVER has none or another row gives it, `silent` where
    PLOVER has none. `no_cameo` is True where CAMEO has none, rather than another row."""

    event: str | None
    mode: str | None
    cameo: str | None
    auxiliary: tuple[str, ...]
    silent: bool = False
    no_cameo: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table as it is written: what it maps, and the code it maps it to."""

    what: str
    values: tuple[str, ...]
    sorts: tuple[str, ...]
    code: Code


@cache
def table() -> tuple[Row, ...]:
    """The table of codes in its order."""
    return tuple(
        Row(line["what"], _cell(line["value"]), _cell(line["sort"]), _code(line)) for line in _lines("codes.csv")
    )


def _code(line: Mapping[str, str]) -> Code:
    return Code(
        event=line["event"] if line["event"] not in ("", NONE) else None,
        mode=line["mode"] or None,
        cameo=line["cameo"] if line["cameo"] not in ("", NONE) else None,
        auxiliary=_cell(line["auxiliary"]),
        silent=line["event"] == NONE,
        no_cameo=line["cameo"] == NONE,
    )


def _cell(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(";") if part)


def _lines(name: str) -> Iterator[dict[str, str]]:
    text = files("pourparler.data").joinpath("plover", name).read_text(encoding="utf-8")
    yield from csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


def code_of(what: str, value: str = "", sort: str | None = None) -> Code:
    """The code of a value: of the row with this sort, else of the row without one; KeyError for a value without row."""
    rows = [row for row in table() if row.what == what and (value in row.values or not row.values)]
    for row in rows:
        if sort is not None and sort in row.sorts:
            return row.code
    for row in rows:
        if not row.sorts:
            return row.code
    raise KeyError(f"{what}: {value}")


@cache
def _words() -> Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """By table, the values with a pattern of their words."""
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for line in _lines("words.csv"):
        parts = []
        for word in line["words"].split():
            whole = word.endswith(".")
            parts.append(re.escape(word.removesuffix(".").replace("_", " ")) + (r"\b" if whole else ""))
        found.setdefault(line["table"], []).append((line["value"], re.compile(r"\b(?:" + "|".join(parts) + ")")))
    return {name: tuple(rows) for name, rows in found.items()}


def about(table_name: str, phrase: str) -> tuple[str, ...]:
    """Every value of a table of words that a phrase has a word of, in the order of the table."""
    low = " ".join(phrase.casefold().split())
    return tuple(value for value, pattern in _words()[table_name] if pattern.search(low))


def theme(table_name: str, phrase: str) -> str | None:
    """What a phrase is about: what its head noun says, else the only value that any of its words gives; None where
    several are possible."""
    words = [word for word in _EDGES.split(phrase.casefold()) if word]
    turn = next((at for at, word in enumerate(words) if at and word in _TURNS), len(words))
    head = about(table_name, words[turn - 1]) if words else ()
    found = head or about(table_name, phrase)
    return found[0] if len(found) == 1 else None


@cache
def country_codes() -> Mapping[str, str]:
    """ISO 3166-1 codes of three letters by those of two."""
    return {line["iso2"]: line["iso3"] for line in _lines("country_codes.csv")}


@cache
def bodies() -> Mapping[str, str]:
    """Codes of bodies that are no state's own, by canonical name."""
    return {name: line["code"] for line in _lines("bodies.csv") for name in line["names"].split(";")}
