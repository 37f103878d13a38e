"""What one voice says against what another says in nearly the same words: it was so, and it was not."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from pourparler.core.entry import Statement
from pourparler.core.vocabulary import Act
from pourparler.record.contradictions.passages import denies
from pourparler.record.contradictions.sides import Teller, Told, teller_of, told_apart
from pourparler.record.merging.background import Background
from pourparler.record.merging.wording import VAGUE, content_words

_FACT_DENIED = re.compile(r"\b(?:did|has|have|had|was|were)(?: not|n[’']t)\b|\bnever\b", re.I)
_NEGATED = re.compile(r"\b(?:not|never|no|nothing|nobody|none|without|nor|if|unless|would|should)\b|n[’']t\b", re.I)
_FEW = 3
_ALIKE = 0.6
"""Least share of the words of a denial that stand in what it denies; set by looking at two development cases."""

WITHIN = timedelta(days=14)
"""Days between reports within which two speak of one thing."""

_SILENT = frozenset({Act.DENY, Act.DECLINE, Act.ASK, Act.DEMAND, Act.PROPOSE, Act.OFFER})


@dataclass(frozen=True, slots=True)
class Echo:
    """A statement as an echo is looked for: its telling words, and whether it states something, or denies it.

    `least` is how many words of a denial must stand in what it denies; 0 for what denies nothing.
    """

    statement: Statement
    words: frozenset[str]
    states: bool
    least: int
    teller: Teller
    time: int
    """The stretch of WITHIN days in which it was published; -1 where nobody knows."""


def echoes(statements: Sequence[Statement], background: Background) -> Iterator[Echo]:
    """The statements that state or deny something."""
    for one in statements:
        text = _text(one)
        states = one.act not in _SILENT and not _NEGATED.search(text)
        fact = denies(one)
        words = _words(one)
        denied = (fact or (one.act not in _SILENT and _FACT_DENIED.search(text))) and len(words) >= _FEW + (not fact)
        if states or denied:
            least = max(_FEW, ceil(_ALIKE * len(words))) if denied else 0
            teller = teller_of(one.accounts[0], background)
            time = teller.published.toordinal() // WITHIN.days if teller.published else -1
            yield Echo(one, words, states, least, teller, time)


def echoed(told: Sequence[Echo]) -> Iterator[tuple[str, Told]]:
    """Both sides of every fact that one voice states and another denies: the id of what was stated, and a side."""
    denials = [one for one in told if one.least]
    sought = frozenset[str]().union(*(one.words for one in denials))
    by_word: dict[tuple[str, int], list[Echo]] = defaultdict(list)
    for one in told:
        for word in one.words & sought if one.states else ():
            by_word[word, one.time].append(one)
    for denial in denials:
        time = denial.time
        near = [time] if time < 0 else [time - 1, time, time + 1]
        shelves = [[shelf for each in near if (shelf := by_word.get((word, each)))] for word in denial.words]
        shelves.sort(key=lambda shelf: sum(map(len, shelf)))
        rare = shelves[: len(denial.words) - denial.least + 1]
        found = {one.statement.id: one for shelf in rare for part in shelf for one in part}
        for stated in sorted(found.values(), key=lambda one: one.statement.id):
            if len(denial.words & stated.words) >= denial.least and _against(denial, stated):
                yield stated.statement.id, Told("stated", stated.statement.content, stated.teller)
                yield stated.statement.id, Told("denied", denial.statement.content, denial.teller, denies=True)


def _against(one: Echo, other: Echo) -> bool:
    """True when another voice stated it not long before or after, and not on the other's behalf."""
    mine, theirs = one.teller, other.teller
    denial, stated = one.statement, other.statement
    if not told_apart(mine, theirs) or (denial.speaker or denial.party) == (stated.speaker or stated.party):
        return False
    if denial.party is not None and denial.party == stated.party:
        return False
    if mine.published is None or theirs.published is None:
        return True
    return timedelta(0) <= mine.published - theirs.published <= WITHIN


def _text(statement: Statement) -> str:
    return " ".join(evidence.text for evidence in statement.content)


def _words(statement: Statement) -> frozenset[str]:
    return content_words(_text(statement)) - VAGUE
