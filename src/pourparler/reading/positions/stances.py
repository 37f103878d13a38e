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


_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())


def stance_verb(line: Line, group: VerbGroup) -> tuple[StanceVerb, int] | None:
    """The stance verb of a group and the index of the word after it."""
    words = line.words
    for verb in stance_verbs().get(words[group.head].lemma.lower(), ()):
        last = group.head + len(verb.words)
        if last <= len(words) and all(
            words[group.head + n].text.lower() == verb.words[n] for n in range(1, len(verb.words))
        ):
            if len(verb.words) > 1 and last < len(words) and words[last].text in _DAYS:
                continue
            return verb, max(last, group.last)
    return None
