"""Deeds and verdicts: what verbs and predicates of a saying do, from `data/reporting`."""

import csv
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import pairwise

from pourparler.core.vocabulary import Act
from pourparler.reading.points import Point

NEAR = 4
"""Words after a verb among which its particle or object is looked for: "call the meeting off"."""


class Deed(StrEnum):
    """What sort of deed a verb tells; the kinds of `data/reporting/deeds.csv`."""

    ARRANGE = "arrange"
    """what is arranged beforehand and announced: meet, resume, sign."""
    SETTLE = "settle"
    """what is news once done: reach, sign, suspend."""
    GIVE = "give"
    """what is promised by who is to do it: pay, release, keep."""
    WRONG = "wrong"
    """what others are reproached with: violate, stall, lie."""
    HARM = "harm"
    """what is threatened or feared: close, retaliate, collapse."""
    EASE = "ease"
    """what is held out for a condition met: lift, return, ease."""
    CONCEDE = "concede"
    """what gives something up: lower, scrap, waive."""
    REFUSE = "refuse"
    """what, with "will not", is a refusal: accept, sign, yield."""


def does(point: Point, deed: Deed) -> bool:
    """True when the verb of a clause, perhaps with a word after it, is of a kind of deed."""
    known = _deeds()[deed]
    after = point.rest[:NEAR]
    if point.verb in known and not (point.verb == "hold" and not after):
        return True
    return any(f"{point.verb} {word}" in known for word in after) or any(
        f"{point.verb} {one} {two}" in known for one, two in pairwise(after)
    )


def is_deed(lemma: str, deed: Deed) -> bool:
    """True when a verb by itself is of a kind of deed."""
    return lemma in _deeds()[deed]


def is_any_deed(word: str) -> bool:
    """True for a verb's base form that is of any kind of deed."""
    return any(word in known for known in _deeds().values())


def verdicts(text: str, negated: bool) -> Act | None:
    """The act of the first verdict in lower-case words; `negated` where the verb before it is."""
    for pattern, act, denied in _verdicts():
        found = pattern.search(text)
        if found is None:
            continue
        before = text[: found.start()].split()[-2:]
        no = negated or bool({"not", "no", "never", "n't"} & set(before))
        told = denied if no else act
        if told is not None:
            return told
    return None


@cache
def complements() -> dict[tuple[str, str], Act]:
    """The act of a verb with a form of complement, where that is not the verb's own: "suggested meeting in May"."""
    return {(row["verb"], row["form"]): Act(row["act"]) for row in _rows("complements.csv")}


@cache
def human_nouns() -> frozenset[str]:
    """Nouns for people and bodies that can speak."""
    return frozenset(row["noun"] for row in _rows("human_nouns.csv"))


@cache
def _deeds() -> dict[Deed, frozenset[str]]:
    rows = list(_rows("deeds.csv"))
    return {deed: frozenset(row["verb"] for row in rows if row["kind"] == deed) for deed in Deed}


@cache
def _verdicts() -> tuple[tuple[re.Pattern[str], Act | None, Act | None], ...]:
    return tuple(
        (
            re.compile(rf"(?<!\w){re.escape(row['words'])}(?!\w)"),
            Act(row["act"]) if row["act"] else None,
            Act(row["negated"]) if row["negated"] else None,
        )
        for row in _rows("verdicts.csv")
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with files("pourparler.data").joinpath("reporting", name).open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)
