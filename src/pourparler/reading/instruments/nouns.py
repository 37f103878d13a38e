"""Nouns, verbs and words of instruments, from `data/reporting/instrument_*.csv` and `instrument_words.toml`."""

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus


@dataclass(frozen=True, slots=True)
class InstrumentNoun:
    """A noun for an instrument: `owned` where it is one side's paper, `told` where it counts only with a state."""

    noun: str
    kind: InstrumentKind
    owned: bool
    told: bool


@dataclass(frozen=True, slots=True)
class StateVerb:
    """What a verb tells of an instrument that is its object or subject, when done and when still ahead."""

    words: tuple[str, ...]
    done: InstrumentStatus | None
    coming: InstrumentStatus | None


def _rows(name: str) -> list[dict[str, str]]:
    with files("pourparler.data").joinpath("reporting", name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@cache
def instrument_nouns() -> dict[str, InstrumentNoun]:
    """Every noun by itself."""
    return {
        row["noun"]: InstrumentNoun(
            row["noun"], InstrumentKind(row["kind"]), row["owned"] == "yes", row["told"] == "yes"
        )
        for row in _rows("instrument_nouns.csv")
    }


@cache
def state_verbs(role: str) -> dict[str, tuple[StateVerb, ...]]:
    """The verbs for instruments in `role` ("object" or "subject"), by their first word, longest first."""
    found: dict[str, list[StateVerb]] = {}
    for row in _rows("instrument_states.csv"):
        if row["role"] == role:
            words = tuple(row["lemma"].split())
            found.setdefault(words[0], []).append(StateVerb(words, _status(row["done"]), _status(row["coming"])))
    return {first: tuple(sorted(verbs, key=lambda verb: -len(verb.words))) for first, verbs in found.items()}


def _status(name: str) -> InstrumentStatus | None:
    return None if name == "-" else InstrumentStatus(name)


@cache
def _words() -> dict[str, dict[str, str | list[str]]]:
    text = files("pourparler.data").joinpath("reporting", "instrument_words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def word_list(name: str) -> frozenset[str]:
    """One list of words."""
    return frozenset(_words()["words"][name])


@cache
def modifiers() -> dict[str, InstrumentStatus]:
    """Words before a noun that tell its state."""
    return {word: InstrumentStatus(str(status)) for word, status in _words()["modifiers"].items()}


@cache
def beings() -> dict[tuple[str, ...], InstrumentStatus]:
    """Words after "be" that tell a state."""
    return {tuple(words.split()): InstrumentStatus(str(status)) for words, status in _words()["being"].items()}
