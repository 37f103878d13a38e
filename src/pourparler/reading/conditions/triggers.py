"""Triggers: the words of a sentence that may tie one thing to another, from `data/reporting/condition_triggers.csv`."""

import csv
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from pourparler.core.reading import Operator
from pourparler.text.words import Word


class Shape(StrEnum):
    """What a trigger joins."""

    CLAUSE = "clause"
    NOUN = "noun"
    EITHER = "either"
    PREDICATE = "predicate"
    GROUND = "ground"
    INVERTED = "inverted"
    """A verb put first: "Should a deal come, …"."""


class Gate(StrEnum):
    """What must hold beside the words; NONE asks for nothing."""

    NONE = ""
    OPEN = "open"
    HELD = "held"
    FIRST = "first"
    NEGATED = "negated"
    APPROVAL = "approval"
    OFFERED = "offered"
    HOPED = "hoped"
    UNNAMED = "unnamed"
    ALONE = "alone"
    AHEAD = "ahead"
    MUST = "must"
    TURN = "turn"
    LASTING = "lasting"
    SOON = "soon"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger in a sentence: half-open word indices, and its row."""

    first: int
    last: int
    operator: Operator
    shape: Shape
    gate: Gate


@dataclass(frozen=True, slots=True)
class _Row:
    words: tuple[str, ...]
    operator: Operator
    shape: Shape
    gate: Gate


@cache
def _rows() -> dict[str, tuple[_Row, ...]]:
    """Rows by their first word, longest first."""
    with files("pourparler.data").joinpath("reporting", "condition_triggers.csv").open(encoding="utf-8") as lines:
        table = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    found: dict[str, list[_Row]] = {}
    for row in table:
        words = tuple(row["words"].split())
        found.setdefault(words[0], []).append(
            _Row(words, Operator(row["operator"]), Shape(row["shape"]), Gate(row["gate"]))
        )
    return {first: tuple(sorted(rows, key=lambda row: -len(row.words))) for first, rows in found.items()}


@cache
def word_list(name: str) -> frozenset[str]:
    """One list of `data/reporting/condition_words.toml`."""
    text = files("pourparler.data").joinpath("reporting", "condition_words.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[name])


def triggers(words: Sequence[Word]) -> Iterator[Trigger]:
    """The triggers of a sentence, left to right, the longest at each place."""
    rows, at = _rows(), 0
    while at < len(words):
        row = next((row for row in _begins(rows, words[at]) if _stands(row, words, at)), None)
        if row is None:
            if _is_inverted(words, at):
                yield Trigger(at, at + 1, Operator.IF, Shape.INVERTED, Gate.NONE)
            at += 1
            continue
        yield Trigger(at, at + len(row.words), row.operator, row.shape, row.gate)
        at += len(row.words)


def _is_inverted(words: Sequence[Word], at: int) -> bool:
    """True for a verb put first in place of "if": "Should a deal come", "Were talks to fail"; not in a question."""
    if at + 2 >= len(words) or words[at].text not in ("Should", "Were") or words[at + 1].tag in ("PRON", "VERB"):
        return False
    return words[at].text == "Should" or words[-1].text != "?"


def _begins(rows: dict[str, tuple[_Row, ...]], word: Word) -> tuple[_Row, ...]:
    low = word.text.lower()
    return rows.get(low) or (rows.get(word.lemma, ()) if word.tag == "VERB" else ())


def _stands(row: _Row, words: Sequence[Word], at: int) -> bool:
    """True when the words of a row stand at `at`; only the first may be inflected."""
    if at + len(row.words) > len(words):
        return False
    return all(words[at + n].text.lower() == row.words[n] for n in range(1, len(row.words)))
