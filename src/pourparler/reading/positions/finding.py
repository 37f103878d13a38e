"""Finds the positions of a report: clause by clause, then the conditions that are somebody's stance."""

from collections.abc import Iterator

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution, ConditionFrame, Operator, PositionFrame
from pourparler.core.vocabulary import Act, Stance
from pourparler.reading.conditions.holders import Voices
from pourparler.reading.conditions.phrases import bare
from pourparler.reading.positions.clauses import stances_of
from pourparler.reading.scene import Line, Scene
from pourparler.text.clauses import parse

OF_ACTS = {
    Act.DEMAND: Stance.DEMANDS,
    Act.OFFER: Stance.OFFERS,
    Act.PROPOSE: Stance.PROPOSES,
    Act.ACCEPT: Stance.ACCEPTS,
    Act.REJECT: Stance.REJECTS,
    Act.SUPPORT: Stance.SUPPORTS,
}
"""The stance that an act of speech takes."""


def find_positions(
    scene: Scene, said: tuple[Attribution, ...], conditions: tuple[ConditionFrame, ...]
) -> tuple[PositionFrame, ...]:
    """The positions that a report tells, in the order of the text; the party of each is known."""
    voices = Voices(said)
    found = [frame for line in scene.lines for frame in _of_line(scene, line, voices)]
    found = [frame for frame in found if not _covered(frame, conditions)]
    found += _of_conditions(conditions)
    return tuple(sorted(_unlike(found), key=lambda frame: frame.evidence))


def _of_line(scene: Scene, line: Line, voices: Voices) -> Iterator[PositionFrame]:
    if any(word.tag in ("VERB", "AUX") for word in line.words):
        yield from stances_of(scene, line, parse(line.sentence), voices)


def _covered(frame: PositionFrame, conditions: tuple[ConditionFrame, ...]) -> bool:
    """True when a stance is a half of a condition of the same party, which then is its stance; a demand stays one."""
    return frame.stance is not Stance.DEMANDS and any(
        condition.party == frame.party and condition.evidence.holds(frame.evidence) for condition in conditions
    )


def _of_conditions(conditions: tuple[ConditionFrame, ...]) -> Iterator[PositionFrame]:
    """The stances of those who set conditions; what an assembly must approve, or a thing merely hangs on, is none."""
    for condition in conditions:
        if condition.party is None or condition.operator in (Operator.SUBJECT_TO, Operator.HINGES_ON):
            continue
        yield PositionFrame(
            condition.evidence, Stance.CONDITIONAL, bare(condition.blocks), condition.party, condition.voiced_by
        )


def _unlike(frames: list[PositionFrame]) -> Iterator[PositionFrame]:
    """Frames without those of the same party and stance that lie inside another."""
    for number, frame in enumerate(frames):
        others = (other for n, other in enumerate(frames) if n != number)
        if not any(_says(other, frame, number > frames.index(other)) for other in others):
            yield frame


def _says(other: PositionFrame, frame: PositionFrame, later: bool) -> bool:
    same = other.party == frame.party and other.stance == frame.stance and other.evidence.holds(frame.evidence)
    return same and (other.evidence != frame.evidence or later)


def _whole(spans: tuple[Span, ...]) -> Span:
    return Span(spans[0].start, spans[-1].end)
