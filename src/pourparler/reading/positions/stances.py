"""Stance verbs and words, from `data/reporting/stance_verbs.csv` and `stance_words.toml`."""

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pourparler.core.vocabulary import Stance
from pourparler.reading.scene import Line
from pourparler.text.clauses import VerbGroup


@dataclass(frozen=True, slots=True)
class StanceVerb:
    """A verb by which a party takes a stance, what it is when negated, and what may follow (n, t, c, g)."""

    words: tuple[str, ...]
    stance: Stance | None
    negated: Stance | None
    takes: frozenset[str]


@cache
def stance_verbs() -> dict[str, tuple[StanceVerb, ...]]:
    """Stance verbs by their first word, longest first."""
    with files("pourparler.data").joinpath("reporting", "stance_verbs.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    found: dict[str, list[StanceVerb]] = {}
    for row in rows:
        words = tuple(row["lemma"].split())
        verb = StanceVerb(words, _stance(row["stance"]), _stance(row["negated"]), frozenset(row["takes"]))
        found.setdefault(words[0], []).append(verb)
    return {first: tuple(sorted(verbs, key=lambda verb: -len(verb.words))) for first, verbs in found.items()}


def _stance(name: str) -> Stance | None:
    return None if name == "-" else Stance(name)


@cache
def word_list(name: str) -> frozenset[str]:
    """One list of `data/reporting/stance_words.toml`."""
    text = files("pourparler.data").joinpath("reporting", "stance_words.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[name])


@cache
def copulas() -> dict[str, str]:
    """Nouns that, with "be", declare a stance on what they are said to be."""
    text = files("pourparler.data").joinpath("reporting", "stance_words.toml").read_text(encoding="utf-8")
    return {str(noun): str(stance) for noun, stance in tomllib.loads(text)["copulas"].items()}


_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())

GAP = "~"
"""In a row of the table: up to four words that belong to a noun phrase ("drew a clear red line on")."""

_WIDEST = 4


def stance_verb(line: Line, group: VerbGroup) -> tuple[StanceVerb, int] | None:
    """The stance verb of a group and the index of the word after it."""
    words = line.words
    for verb in stance_verbs().get(words[group.head].lemma.lower(), ()):
        if "w" in verb.takes and group.modal not in ("would", "could"):
            continue
        last = matched(line, verb.words[1:], group.head + 1)
        if last is None or (len(verb.words) > 1 and last < len(words) and words[last].text in _DAYS):
            continue
        return verb, max(last, group.last)
    return None


def matched(line: Line, wanted: tuple[str, ...], at: int) -> int | None:
    """The index after the words `wanted` that stand from `at` on; None where they do not."""
    words = line.words
    if not wanted:
        return at
    if wanted[0] == GAP:
        for first in range(at, min(at + _WIDEST + 1, len(words))):
            found = matched(line, wanted[1:], first)
            if found is not None:
                return found
            if words[first].tag in ("VERB", "AUX", "PUNCT", "SCONJ"):
                return None
        return None
    while at < len(words) and words[at].tag == "ADV" and words[at].text.lower() != wanted[0]:
        at += 1
    if at < len(words) and words[at].text.lower() == wanted[0]:
        return matched(line, wanted[1:], at + 1)
    return None
