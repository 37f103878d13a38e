"""What ties a condition: its trigger; and which condition a meeting or a position of the same words waits for."""

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from pourparler.core.evidence import Span
from pourparler.core.reading import ConditionFrame, MeetingFrame, Operator, PositionFrame
from pourparler.core.vocabulary import MeetingStatus, Stance
from pourparler.reading.conditions.triggers import triggers
from pourparler.reading.particulars.passage import Grounds, Passage
from pourparler.reading.scene import Scene

NEAR = 80
"""Characters between the words of a meeting and those of its condition, at most; both stand in one sentence."""


@cache
def _ties() -> Mapping[Operator, tuple[tuple[str, ...], ...]]:
    """By operator, the words that tie, in the order in which they are looked for."""
    text = files("pourparler.data").joinpath("reporting", "condition_ties.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {Operator(row["operator"]): tuple(tuple(words.split()) for words in row["words"].split(";")) for row in rows}


def trigger_of(grounds: Grounds, frame: ConditionFrame) -> Span | None:
    """The word or words that tie the halves of a condition; None where its passage has none that is known."""
    passages = tuple(grounds.passages(frame.evidence))
    for passage in passages:
        for found in triggers(passage.line.words):
            inside = passage.first <= found.first and found.last <= passage.last
            if inside and found.operator is frame.operator:
                return passage.span(found.first, found.last)
    for words in _ties()[frame.operator]:
        for passage in passages:
            at = _stands(passage, words)
            if at is not None:
                return passage.span(at, at + len(words))
    return None


def _stands(passage: Passage, words: Sequence[str]) -> int | None:
    """Where words stand in a passage, verbs compared by lemma."""
    lows, lemmas = passage.lows, passage.lemmas
    for at in range(passage.first, passage.last - len(words) + 1):
        if all(word in (lows[at + n], lemmas[at + n]) for n, word in enumerate(words)):
            return at
    return None


def condition_at(scene: Scene, frame: MeetingFrame | PositionFrame, conditions: Sequence[ConditionFrame]) -> int | None:
    """The index of the condition that a conditional meeting or position waits for: the one whose words share most with
    its own; of a meeting also one in the same sentence."""
    waits = (
        frame.status is MeetingStatus.CONDITIONAL
        if isinstance(frame, MeetingFrame)
        else frame.stance in (Stance.CONDITIONAL, Stance.OFFERS)
    )
    if not waits:
        return None
    shared = [
        (_shared(frame.evidence, one.evidence), -index) for index, one in enumerate(conditions) if _fits(frame, one)
    ]
    most, index = max(shared, default=(0, 0))
    if most > 0:
        return -index
    if isinstance(frame, PositionFrame):
        return None
    sentence = scene.page.sentence_at(frame.evidence.start)
    near = [
        (_gap(frame.evidence, one.evidence), index)
        for index, one in enumerate(conditions)
        if scene.page.sentence_at(one.evidence.start) == sentence
    ]
    gap, found = min(near, default=(NEAR + 1, 0))
    return found if gap <= NEAR else None


def _fits(frame: MeetingFrame | PositionFrame, condition: ConditionFrame) -> bool:
    """True unless a position is one party's and the condition another's."""
    if isinstance(frame, MeetingFrame) or frame.party is None or condition.party is None:
        return True
    return frame.party == condition.party


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _gap(one: Span, other: Span) -> int:
    return max(0, max(one.start, other.start) - min(one.end, other.end))
