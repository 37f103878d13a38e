"""Finds the positions of a report: clause by clause, then the conditions that are somebody's stance."""

from collections.abc import Iterator

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution, ConditionFrame, Operator, PositionFrame
from pourparler.core.vocabulary import Stance
from pourparler.reading.conditions.holders import Voices, speaker
from pourparler.reading.conditions.phrases import bare
from pourparler.reading.positions.clauses import stances_of
from pourparler.reading.positions.nouns import declared, named_stances
from pourparler.reading.scene import Scene


def find_positions(
    scene: Scene, said: tuple[Attribution, ...], conditions: tuple[ConditionFrame, ...]
) -> tuple[PositionFrame, ...]:
    """The positions that a report tells, in the order of the text; the party or the speaker of each is known."""
    voices = Voices(said)
    taken = [
        frame
        for line in scene.lines
        for frame in (
            *stances_of(scene, line, voices),
            *named_stances(scene, line, voices),
            *declared(scene, line, voices),
        )
    ]
    found = [frame for frame in taken if not any(_covers(condition, frame) for condition in conditions)]
    found += _of_conditions(conditions, taken, voices)
    return tuple(sorted(_unlike(found), key=lambda frame: frame.evidence))


def _covers(condition: ConditionFrame, frame: PositionFrame) -> bool:
    """True when a stance is a half of a condition of the same holder, which then is its stance.

    Somebody who demands a thing if another is to be keeps the demand; who wants it before the other sets a condition.
    """
    same = condition.party == frame.party and condition.voiced_by == frame.voiced_by
    kept = frame.stance is Stance.DEMANDS and condition.operator is not Operator.BEFORE
    return same and not kept and 3 * _shared(condition.evidence, frame.evidence) > _length(frame.evidence)


def _of_conditions(
    conditions: tuple[ConditionFrame, ...], taken: list[PositionFrame], voices: Voices
) -> Iterator[PositionFrame]:
    """The stances of those who set conditions in their own words or by a verb of stance.

    What an assembly must approve, what merely hangs on something, and what is already demanded for itself is none.
    """
    demanded = [frame for frame in taken if frame.stance is Stance.DEMANDS]
    for condition in conditions:
        if not (condition.party or condition.voiced_by) or condition.operator in (
            Operator.SUBJECT_TO,
            Operator.HINGES_ON,
        ):
            continue
        told = voices.at(condition.evidence.start, condition.evidence.end)
        if speaker(told) is None and not any(_covers(condition, frame) for frame in taken):
            continue
        overlapping = (f for f in demanded if _shared(f.evidence, condition.evidence) and not _covers(condition, f))
        if any(f.party == condition.party and f.voiced_by == condition.voiced_by for f in overlapping):
            continue
        if not any(_is_demand_of(frame, condition) for frame in demanded if not _covers(condition, frame)):
            yield PositionFrame(
                condition.evidence, Stance.CONDITIONAL, bare(condition.blocks), condition.party, condition.voiced_by
            )


def _is_demand_of(frame: PositionFrame, condition: ConditionFrame) -> bool:
    """True when a party demands what its condition requires, elsewhere or in the very words."""
    if frame.party != condition.party or (frame.party is None and frame.voiced_by != condition.voiced_by):
        return False
    wanted = set(bare(condition.requires).lower().split())
    return bool(wanted) and len(wanted & set(frame.issue.lower().split())) * 2 > len(wanted)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _length(span: Span) -> int:
    return span.end - span.start


def _unlike(frames: list[PositionFrame]) -> Iterator[PositionFrame]:
    """Frames without those of the same party and stance that lie inside another."""
    for number, frame in enumerate(frames):
        others = (other for n, other in enumerate(frames) if n != number)
        if not any(_says(other, frame, number > frames.index(other)) for other in others):
            yield frame


def _says(other: PositionFrame, frame: PositionFrame, later: bool) -> bool:
    holder = other.party == frame.party and other.voiced_by == frame.voiced_by
    same = holder and other.stance == frame.stance and other.evidence.holds(frame.evidence)
    return same and (other.evidence != frame.evidence or later)
