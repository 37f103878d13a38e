"""What speaks for and against two mentions telling of one event: named traits, and which pairs are compared at all."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

import numpy as np

from bench.chains.likeness import Matrix, likeness
from bench.chains.meaning import nearness
from bench.chains.told import ROLES, Reading, Told, Words

LEAST_ALIKE = 0.12
"""Likeness of two reports from which their mentions are compared: 99 of 100 pairs of the development topics' chains lie
in reports that are more alike."""

NEAR = 0.25
"""Nearness of two head words from which their mentions are compared."""

_STEM = 5
_SHARES = ((0.001, "none"), (0.4, "some"), (0.7, "half"), (0.99, "most"))
_ALIKE, _MOST_ALIKE = 0.05, 0.6
_FEW = ((5, "few"), (15, "some"), (40, "many"))
_SORTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}


class Comparison:
    """Compares the mentions of reports that are read together."""

    def __init__(self, reading: Reading) -> None:
        self._told = reading.told
        self._reports_with = Counter(word for words in reading.words for word in words)
        self._count = len(reading.reports)
        self.likeness: Matrix = likeness(reading.words)
        states = np.stack([told.state for told in reading.told]) if reading.told else np.zeros((0, 1), np.float32)
        states = states - states.sum(0) / max(1, len(states))
        self._states = states / np.maximum(1e-9, np.linalg.norm(states, axis=1, keepdims=True))
        self._length = lru_cache(maxsize=None)(self._length_of)

    def candidates(self) -> Iterator[tuple[int, int]]:
        """The pairs of mentions, by number, that are compared: of reports that are somewhat alike, with the same head,
        one stem, near words or a word of their phrases in common."""
        by_report: dict[int, list[int]] = defaultdict(list)
        for number, told in enumerate(self._told):
            by_report[told.report].append(number)
        for first, mine in by_report.items():
            yield from ((a, b) for a, b in combinations(mine, 2) if self._may_be_one(a, b))
            for second in np.flatnonzero(self.likeness[first] >= LEAST_ALIKE):
                theirs = by_report.get(int(second), []) if second > first else []
                yield from ((a, b) for a in mine for b in theirs if self._may_be_one(a, b))

    def _may_be_one(self, one: int, other: int) -> bool:
        mine, theirs = self._told[one], self._told[other]
        return _heads(mine.head, theirs.head) is not None or not mine.phrase.isdisjoint(theirs.phrase)

    def traits(self, one: int, other: int) -> list[str]:
        """The traits of a pair of mentions."""
        mine, theirs = self._told[one], self._told[other]
        head = "same head" if mine.head == theirs.head else "other head"
        within = mine.report == theirs.report
        context = float(self._states[one] @ self._states[other])
        return [
            self._head(mine, theirs),
            "tags: " + " and ".join(sorted(_SORTS.get(told.tag, "other") for told in (mine, theirs))),
            f"{head}, {'one report' if within else 'reports ' + self._alike(mine, theirs)}",
            f"{head}, in context {max(-0.2, math.floor(context * 10) / 10):.1f}",
            f"phrase: {self._share(mine.phrase, theirs.phrase)}",
            f"sentence: {self._tenths(mine.around, theirs.around)}",
            *(f"{role}: {self._share(a, b)}" for role, a, b in zip(ROLES, mine.beside, theirs.beside, strict=True)),
            f"doer: {self._share(mine.doer, theirs.doer)}",
            f"done to: {self._share(mine.done_to, theirs.done_to)}",
            f"numbers: {self._share(mine.numbers, theirs.numbers)}",
            "denied: one alone" if mine.denied != theirs.denied else "denied: both or neither",
            *([f"{head}, one sentence"] if within and mine.sentence == theirs.sentence else []),
        ]

    def _head(self, mine: Told, theirs: Told) -> str:
        """How the two heads are alike; the same word counts less where many reports have it."""
        kind = _heads(mine.head, theirs.head) or "other"
        if kind != "the same":
            return f"head: {kind}"
        reports = self._reports_with[mine.head]
        return f"head: the same, in {next((name for most, name in _FEW if reports < most), 'very many')} reports"

    def _alike(self, mine: Told, theirs: Told) -> str:
        alike = float(self.likeness[mine.report, theirs.report])
        return f"{min(_MOST_ALIKE, math.floor(alike / _ALIKE) * _ALIKE):.2f}"

    def _share(self, mine: Words, theirs: Words) -> str:
        """How much of what both tell is the same, in words."""
        if not mine or not theirs:
            return "untold"
        share = self._cosine(mine, theirs)
        return next((name for most, name in _SHARES if share < most), "all")

    def _tenths(self, mine: Words, theirs: Words) -> str:
        return f"{math.floor(self._cosine(mine, theirs) * 10) / 10:.1f}"

    def _cosine(self, mine: Words, theirs: Words) -> float:
        """The cosine of two sets of words, each word weighed by how few reports have it."""
        shared = mine & theirs
        if not shared:
            return 0.0
        return self._square(shared) / (self._length(mine) * self._length(theirs) or 1.0)

    def _length_of(self, words: Words) -> float:
        return math.sqrt(self._square(words))

    def _square(self, words: Words) -> float:
        return sum(math.log((1 + self._count) / max(1, self._reports_with[word])) ** 2 for word in sorted(words))


@lru_cache(maxsize=1_000_000)
def _heads(one: str, other: str) -> str | None:
    """How two head words are alike; None where they are not."""
    if one == other:
        return "the same"
    if one[:_STEM] == other[:_STEM]:
        return "one stem"
    near = nearness(min(one, other), max(one, other))
    return f"near {math.floor(near * 20) / 20:.2f}" if near >= NEAR else None
