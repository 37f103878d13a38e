"""What each mention of an event tells, as the shipped reader sees it: its head, who, what, where and when beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bench.chains.ecb import Mention, Report

if TYPE_CHECKING:
    from pourparler.encoder.analysis import Analysis

ROLES = ("who", "what", "where", "when")
CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM"})
EMPTY = frozenset("be have do say will would could can may".split())
_DENIALS = frozenset({"not", "never", "no", "without"})
_BESIDE = ("compound", "flat", "nmod", "amod", "nummod")

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """One mention of an event. `report` is the place of its report among all that are read together, `key` its name
    with the number of the mention; all words are lemmas in lower case.

    `beside` has the words of the mentions of each of `ROLES` in its sentence; `doer` and `done_to` those that hang on
    the head in the tree; `state` is the head's vector.
    """

    key: tuple[str, int]
    report: int
    sentence: int
    head: str
    tag: str
    phrase: Words
    around: Words
    beside: tuple[Words, ...]
    doer: Words
    done_to: Words
    numbers: Words
    denied: bool
    state: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reading:
    """Reports that are read together: their mentions of events, and the content words of each report."""

    reports: tuple[Report, ...]
    told: tuple[Told, ...]
    words: tuple[Counter[str], ...]


def read(reports: Sequence[Report]) -> Reading:
    """Read reports with the shipped reader; raises ModelError without its model."""
    told: list[Told] = []
    words = []
    for number, report in enumerate(reports):
        sight = _Sight(report, _analysed(report))
        told += [sight.told(number, index) for index in range(len(report.events))]
        words.append(Counter(sight.lemmas[at] for at in range(len(report.words)) if sight.is_content(at)))
    return Reading(tuple(reports), tuple(told), tuple(words))


def _analysed(report: Report) -> Analysis:
    from pourparler.encoder.analysis import analyse
    from pourparler.text.quotes import find_quotes

    runs = [(0, list(report.words[first:last])) for first, last in report.sentences]
    return analyse(runs, [quote.inner for quote in find_quotes(report.text) if quote.depth == 0])


class _Sight:
    """A report with what the reader saw in it."""

    def __init__(self, report: Report, analysis: Analysis) -> None:
        from pourparler.text.lemmas import lemma

        self.report = report
        self.tags, self.relations = analysis.tags, analysis.relations
        self.heads = [int(head) for head in analysis.heads]
        self.states = analysis.states
        pairs = zip(report.words, self.tags, strict=True)
        self.lemmas = [lemma(form, tag).lower() for (_, _, form), tag in pairs]
        self.sentence_of = [n for n, (first, last) in enumerate(report.sentences) for _ in range(first, last)]

    def told(self, number: int, index: int) -> Told:
        """What one mention tells."""
        mention = self.report.events[index]
        head = self.head_of(mention)
        sentence = self.sentence_of[head]
        first, last = self.report.sentences[sentence]
        phrase = self._content(range(mention.first, mention.last))
        hanging = [at for at in range(first, last) if self.heads[at] == head != at]
        return Told(
            key=(self.report.name, index),
            report=number,
            sentence=sentence,
            head=self.lemmas[head],
            tag=self.tags[head],
            phrase=phrase,
            around=self._content(range(first, last)) - phrase,
            beside=tuple(self._beside(role, first, last) for role in ROLES),
            doer=self._hanging(hanging, _is_doer),
            done_to=self._hanging(hanging, _is_done_to),
            numbers=frozenset(
                self.lemmas[at]
                for at in range(first, last)
                if self.tags[at] == "NUM" or any(map(str.isdigit, self.lemmas[at]))
            ),
            denied=any(self.lemmas[at] in _DENIALS for at in hanging),
            state=self.states[head],
        )

    def head_of(self, mention: Mention) -> int:
        """The word that heads a mention: the first content word whose own head lies outside of it, else any such
        word, else the last."""
        inside = range(mention.first, mention.last)
        tops = [at for at in inside if self.heads[at] == at or self.heads[at] not in inside]
        named = [at for at in tops if self.tags[at] in CONTENT]
        return (named or tops or [mention.last - 1])[0]

    def is_content(self, at: int) -> bool:
        """True for a word that carries meaning."""
        return self.tags[at] in CONTENT and self.lemmas[at] not in EMPTY and len(self.lemmas[at]) > 1

    def _content(self, places: Iterable[int]) -> Words:
        return frozenset(self.lemmas[at] for at in places if self.is_content(at))

    def _beside(self, role: str, first: int, last: int) -> Words:
        """The words of the mentions of one role in a sentence."""
        mentions = [one for one in self.report.others if one.sort == role and first <= one.first < last]
        return frozenset(
            self.lemmas[at] for one in mentions for at in range(one.first, one.last) if self.tags[at] in CONTENT
        )

    def _hanging(self, hanging: Sequence[int], chosen: Callable[[str], bool]) -> Words:
        """The words that hang on a head by the relations that are `chosen`, with what stands beside them."""
        found: set[str] = set()
        for at in hanging:
            if chosen(self.relations[at]):
                found.add(self.lemmas[at])
                first, last = self.report.sentences[self.sentence_of[at]]
                found.update(
                    self.lemmas[other]
                    for other in range(first, last)
                    if self.heads[other] == at != other and self.relations[other].split(":")[0] in _BESIDE
                )
        return frozenset(found)


def _is_doer(relation: str) -> bool:
    return relation.startswith("nsubj") and not relation.endswith("pass")


def _is_done_to(relation: str) -> bool:
    return relation.startswith(("obj", "nmod")) or relation in ("nsubj:pass", "compound", "amod")
