"""Cues: the words that give something to a source, with the act they report and what may follow them."""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from pourparler.core.vocabulary import Act


class Takes(StrEnum):
    """What a reporting verb may be followed by; the letters of `data/reporting/verbs.csv`."""

    CLAUSE = "c"
    """a that-clause, with or without "that"."""
    QUOTE = "q"
    """words in quotation marks."""
    NOUN = "n"
    """a noun phrase that is the content: "proposed a second round"."""
    INFINITIVE = "t"
    """an infinitive: "refused to sign"."""
    GERUND = "i"
    """an -ing clause: "denied having met"."""
    FOR = "f"
    """a phrase with "for": "argued for a pause"."""
    HEARER = "o"
    """somebody told first: "told reporters that"."""
    URGED = "v"
    """somebody urged, then an infinitive: "urged both sides to return"."""
    AS = "a"
    """an object and "as": "described the plan as unworkable"."""
    CALLED = "k"
    """an object and a name for it: "called it a farce"."""
    ACCUSED = "x"
    """an object and a charge: "accused the company of stalling"."""


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A reporting verb, perhaps with a particle or preposition ("call for"), its act and what it takes."""

    lemma: str
    act: Act
    takes: frozenset[Takes]


@cache
def reporting_verbs() -> dict[str, ReportingVerb]:
    """All reporting verbs by lemma; those with a preposition under both words."""
    with files("pourparler.data").joinpath("reporting", "verbs.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return {
        row["lemma"]: ReportingVerb(row["lemma"], Act(row["act"]), frozenset(map(Takes, row["frames"]))) for row in rows
    }
