"""What one voice says against what another says in nearly the same words: it was so, and it was not."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
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


def echoed(statements: Sequence[Statement], background: Background) -> Iterator[tuple[str, Told]]:
    """Both sides of every fact that one voice states and another denies: the id of what was stated, and a side."""
    by_word: dict[tuple[str, int], list[tuple[Statement, frozenset[str]]]] = defaultdict(list)
    for statement in statements:
        if statement.act not in _SILENT and not _NEGATED.search(_text(statement)):
            words = _words(statement)
            [time] = _times(statement, background)
            for word in words:
                by_word[word, time].append((statement, words))
    for denial in statements:
        fact = denies(denial)
        if not fact and (denial.act in _SILENT or not _FACT_DENIED.search(_text(denial))):
            continue
        words = _words(denial)
        if len(words) < _FEW + (not fact):
            continue
        least = max(_FEW, ceil(_ALIKE * len(words)))
        near = _times(denial, background, around=True)
        shelves = [[shelf for time in near if (shelf := by_word.get((word, time)))] for word in words]
        shelves.sort(key=lambda shelf: sum(map(len, shelf)))
        rare = shelves[: len(words) - least + 1]
        found = {one.id: (one, theirs) for shelf in rare for part in shelf for one, theirs in part}
        for stated, theirs in sorted(found.values(), key=lambda pair: pair[0].id):
            if len(words & theirs) >= least and _against(denial, stated, background):
                yield stated.id, _told("stated", stated, background)
                yield stated.id, _told("denied", denial, background)


def _times(statement: Statement, background: Background, around: bool = False) -> list[int]:
    """The stretch of WITHIN days in which a statement was published, with those around it; -1 where nobody knows."""
    published = _teller(statement, background).published
    if published is None:
        return [-1]
    time = published.toordinal() // WITHIN.days
    return [time - 1, time, time + 1] if around else [time]


def _against(denial: Statement, stated: Statement, background: Background) -> bool:
    """True when another voice stated it not long before or after, and not on the other's behalf."""
    mine, theirs = _teller(denial, background), _teller(stated, background)
    if not told_apart(mine, theirs) or (denial.speaker or denial.party) == (stated.speaker or stated.party):
        return False
    if denial.party is not None and denial.party == stated.party:
        return False
    return mine.published is None or theirs.published is None or abs(mine.published - theirs.published) <= WITHIN


def _teller(statement: Statement, background: Background) -> Teller:
    return teller_of(statement.accounts[0], background)


def _told(value: str, statement: Statement, background: Background) -> Told:
    return Told(value, statement.content, _teller(statement, background))


def _text(statement: Statement) -> str:
    return " ".join(evidence.text for evidence in statement.content)


def _words(statement: Statement) -> frozenset[str]:
    return content_words(_text(statement)) - VAGUE
