"""The frames of a report as both readers see them: what the rules find stands, what the heads see is added."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from pourparler.core.evidence import Span
from pourparler.core.reading import (
    Attribution,
    ConditionFrame,
    InstrumentFrame,
    MeetingFrame,
    Operator,
    PositionFrame,
    Reading,
)
from pourparler.encoder.analysis import Analysis
from pourparler.reading.conditions.alternatives import THREAT
from pourparler.reading.conditions.holders import Voices
from pourparler.reading.conditions.phrases import MOST_WORDS, bare
from pourparler.reading.framing.actors import side_of
from pourparler.reading.framing.cast import Cast
from pourparler.reading.framing.conditions import heard_conditions
from pourparler.reading.framing.heard import Heard
from pourparler.reading.framing.instruments import heard_instruments
from pourparler.reading.framing.laid import Laid
from pourparler.reading.framing.meetings import enriched, heard_meetings
from pourparler.reading.framing.positions import heard_positions
from pourparler.reading.proper_names import OUTLETS
from pourparler.reading.scene import Scene

Told = TypeVar("Told", PositionFrame, ConditionFrame)
Linked = TypeVar("Linked", MeetingFrame, InstrumentFrame)


def with_frames(reading: Reading, scene: Scene, analysis: Analysis) -> Reading:
    """`reading` of the rules with the frames that the heads see."""
    laid = Laid(scene, analysis, Voices(reading.attributions))
    cast = Cast(laid)
    conditions = added(reading.conditions, heard_conditions(laid, cast), with_operator)
    positions = added(reading.positions, heard_positions(laid, cast), with_issue)
    mentions = sorted((*reading.mentions, *cast.mentions(reading.mentions)), key=lambda mention: mention.span)
    return replace(
        reading,
        mentions=tuple(mentions),
        attributions=tuple(spoken_for(cast, one) for one in reading.attributions),
        meetings=linked(reading.meetings, heard_meetings(laid, cast), enriched),
        positions=tuple(held(laid, cast, one) for one in positions),
        conditions=tuple(held(laid, cast, one) for one in conditions),
        instruments=linked(reading.instruments, heard_instruments(laid, cast), lambda rule, _: rule),
    )


def held(laid: Laid, cast: Cast, frame: Told) -> Told:
    """A frame without a party with the side whose words it is; a threat that rules know nobody of stays nobody's, for
    who is named near it is whom it is made to."""
    if frame.party or (isinstance(frame, ConditionFrame) and frame.blocks.startswith(THREAT)):
        return frame
    return replace(frame, party=side_of(laid, cast, own_words(laid, frame)))


def own_words(laid: Laid, frame: Told) -> Span:
    """The words of a frame in which whose it is may be named: of a condition those before or behind what is required,
    for who is named there is whom it is asked of."""
    if not isinstance(frame, ConditionFrame):
        return frame.evidence
    text = frame.evidence.of(laid.scene.text)
    at = text.find(frame.requires)
    if at < 0 or not frame.requires:
        return frame.evidence
    start, end = frame.evidence.start, frame.evidence.end
    if at > len(text) - at - len(frame.requires):
        return Span(start, start + at)
    last = start + at + len(frame.requires)
    return Span(last, end) if last < end else frame.evidence


def spoken_for(cast: Cast, said: Attribution) -> Attribution:
    """An attribution to nobody known with the side that its source is, where that is one and no outlet."""
    if said.party or said.speaker or said.anonymous or said.source is None:
        return said
    side = cast.body_at(said.source)
    if side is None or side.name.split()[-1].lower() in OUTLETS:
        return said
    return replace(said, party=side.name, speaker=side.name if side.name[0].isupper() else None)


def share(one: Span, other: Span) -> float:
    """What two spans have in common as a share of the shorter."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / min(one.end - one.start, other.end - other.start)


def added(ruled: Sequence[Told], heard: Sequence[Told], join: Callable[[Told, Told], Told]) -> tuple[Told, ...]:
    """Frames of the rules, joined to what is heard of nearly the same words, and those heard of other words, in the
    order of the text."""
    found: list[Told] = []
    for rule in ruled:
        same = next((one for one in heard if share(one.evidence, rule.evidence) >= SAME), None)
        found.append(join(rule, same) if same is not None else rule)
    found += [one for one in heard if all(share(one.evidence, rule.evidence) < 0.5 for rule in ruled)]
    return tuple(sorted(found, key=lambda frame: frame.evidence))


SAME = 0.8
"""Share of the shorter of two passages from which both tell of one thing."""


def with_operator(rule: ConditionFrame, heard: ConditionFrame) -> ConditionFrame:
    """The operator as the heads see it, who are right more often (docs/frames.md), and their ends of the halves; but an
    "if" stays one where the rules take what waits for no threat, for "unless" turns it round."""
    turns = heard.operator is Operator.UNLESS and rule.operator in (Operator.IF, Operator.ONLY_IF)
    kept = turns and not (rule.blocks.startswith((THREAT, "an end to")) or " no longer " in rule.blocks)
    blocks, requires = longer(rule.blocks, heard.blocks), longer(rule.requires, heard.requires)
    return replace(rule, operator=rule.operator if kept else heard.operator, blocks=blocks, requires=requires)


def with_issue(rule: PositionFrame, heard: PositionFrame) -> PositionFrame:
    """The issue of a rule with the end that the heads see."""
    return replace(rule, issue=longer(rule.issue, heard.issue))


def longer(ruled: str, heard: str) -> str:
    """The phrase of a rule, carried on as the heads see it where theirs begins with the same words: "the refinery" and
    "refinery at the river"."""
    mine, theirs = bare(ruled), bare(heard)
    further = theirs[len(mine) :] if mine and theirs.lower().startswith(f"{mine.lower()} ") else ""
    return f"{ruled}{further}" if len(theirs.split()) <= MOST_WORDS else ruled


def told_again(frame: Linked, earlier: Linked) -> Linked:
    """What names again a meeting told earlier has its status, where no words of its own give one."""
    if isinstance(frame, MeetingFrame) and isinstance(earlier, MeetingFrame) and frame.wording is None:
        return replace(frame, status=earlier.status)
    return frame


def linked(
    ruled: Sequence[Linked], heard: Sequence[Heard[Linked]], join: Callable[[Linked, Linked], Linked]
) -> tuple[Linked, ...]:
    """Frames of the rules, and those heard of other words that are borne by them; one that names again what is told
    already is tied to it."""
    found = list(ruled)
    at: dict[int, int] = {}
    for number, one in enumerate(heard):
        before = at.get(one.frame.same_as) if one.frame.same_as is not None else None
        rule = next((n for n, other in enumerate(ruled) if other.evidence.overlaps(one.name)), None)
        if rule is not None:
            found[rule] = join(found[rule], one.frame)
            at[number] = rule
        elif one.kept:
            at[number] = len(found)
            frame = one.frame if before is None else told_again(one.frame, found[before])
            found.append(replace(frame, same_as=before))
        elif before is not None:
            at[number] = before
    return tuple(found)
