"""Hedges: the words that leave open whether something is so, from `data/reporting/hedges.csv`."""

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution
from pourparler.core.vocabulary import Act, Mode
from pourparler.reading.particulars.passage import Grounds, Passage

BESIDE = 6
"""Words beyond a passage within which a hedging phrase still belongs to it: ", it is understood,"."""

NEAR = 2
"""Words beyond a passage within which an adverb still belongs to it."""

HYPOTHESES = frozenset("if unless whether until once should".split())
REFUSALS = frozenset("no only neither nobody none".split())
"""Words before a modal that make it a refusal: "no truce could hold", "only then may it"."""

HALF = 0.5


@cache
def hedges() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """By role, the hedges as tuples of words, longest first."""
    text = files("pourparler.data").joinpath("reporting", "hedges.csv").read_text(encoding="utf-8")
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        found.setdefault(row["role"], []).append(tuple(row["words"].split()))
    return {role: tuple(sorted(rows, key=lambda row: -len(row))) for role, rows in found.items()}


def hedge_of(grounds: Grounds, evidence: Span, said: Sequence[Attribution]) -> Span | None:
    """The hedge of what `evidence` tells: in its own words, set off beside them, or the cue of whoever half says it."""
    for passage in grounds.passages(evidence):
        found = _modal(passage) or _word(passage) or _phrase(passage)
        if found is not None:
            return found
    return half_said(grounds, evidence, said)


def hedge_of_saying(grounds: Grounds, said: Attribution) -> Span | None:
    """The hedge of a statement: a cue that only half says it, unless it proposes, else the words of indirect content.

    "May" is left out: in what somebody says it is a permission as often as a doubt.
    """
    if said.cue is not None and said.act is not Act.PROPOSE:
        found = _cue(grounds, said.cue)
        if found is not None:
            return found
    if said.mode is Mode.DIRECT:
        return None
    for content in said.content:
        for passage in grounds.passages(content):
            found = _modal(passage, frozenset(("may",))) or _word(passage) or _phrase(passage)
            if found is not None:
                return found
    return None


def _modal(passage: Passage, but: frozenset[str] = frozenset()) -> Span | None:
    """A hedging modal of a finite verb of the passage that stands in no if-clause."""
    modals = {row[0] for row in hedges()["modal"]} - but
    for group in passage.line.verbs:
        if passage.first <= group.first < passage.last and group.modal in modals and not group.negated:
            opened = set(passage.lows[max(0, group.first - 6) : group.first])
            if not opened & (HYPOTHESES | REFUSALS):
                return passage.span(group.first, group.first + 1)
    return None


def _word(passage: Passage) -> Span | None:
    words = {row[0] for row in hedges()["word"]}
    lows = passage.lows
    for at in range(max(0, passage.first - NEAR), min(len(lows), passage.last + NEAR)):
        if lows[at] in words:
            return passage.span(at, at + 1)
    return None


def _phrase(passage: Passage) -> Span | None:
    """A hedging phrase in the passage or beside it; verbs are compared by lemma. A refusal around it makes it none."""
    lows, lemmas, rows = passage.lows, passage.lemmas, _by_first_word()
    first, last = max(0, passage.first - BESIDE), min(len(lows), passage.last + BESIDE)
    for at in range(first, last):
        for row in rows.get(lemmas[at], ()) or rows.get(lows[at], ()):
            end = at + len(row)
            told = end <= last and all(row[n] in (lows[at + n], lemmas[at + n]) for n in range(1, len(row)))
            if told and not {*lows[max(0, at - 4) : at], *lows[end : end + 2]} & (REFUSALS | {"unless"}):
                return passage.span(at, end)
    return None


@cache
def _by_first_word() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The hedging phrases by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in hedges()["phrase"]:
        found.setdefault(row[0], []).append(row)
    return {word: tuple(rows) for word, rows in found.items()}


def _holds(said: Attribution, evidence: Span) -> bool:
    """True when most of the words stand in what was said."""
    shared = sum(max(0, min(part.end, evidence.end) - max(part.start, evidence.start)) for part in said.content)
    return shared > HALF * (evidence.end - evidence.start)


def half_said(grounds: Grounds, evidence: Span, said: Sequence[Attribution]) -> Span | None:
    """The cue of the attribution that holds the words, where its verb only half says it: "hinted", "suggested"."""
    for one in said:
        if one.cue is None or one.cue.overlaps(evidence) or not _holds(one, evidence) or one.act is Act.PROPOSE:
            continue
        found = _cue(grounds, one.cue)
        if found is not None:
            return found
    return None


def _cue(grounds: Grounds, cue: Span) -> Span | None:
    """The verb of a cue, where it is one that only half says something."""
    cues = {row[0] for row in hedges()["cue"]}
    for passage in grounds.passages(cue):
        for at in range(passage.first, passage.last):
            if passage.lemmas[at] in cues:
                return passage.span(at, at + 1)
    return None
