"""The words that give a meeting its status: the verb that tells it, a denying cue, or an adjective of the noun."""

from collections.abc import Sequence

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution, MeetingFrame
from pourparler.core.vocabulary import Act, MeetingStatus
from pourparler.reading.meetings.words import states
from pourparler.reading.particulars.passage import Grounds, Passage
from pourparler.text.verbs import VerbGroup

PARTICLES = frozenset("off back up down out over under way place".split())
SETTLED = frozenset({MeetingStatus.HELD, MeetingStatus.UNDER_WAY})


def wording_of(grounds: Grounds, frame: MeetingFrame, said: Sequence[Attribution]) -> Span | None:
    """The words that give the status of a frame; None where no verb and no adjective of its passage does."""
    if frame.status is MeetingStatus.DENIED:
        cue = _denying(frame, said)
        if cue is not None:
            return cue
    passage = grounds.passage(frame.evidence)
    if passage is None:
        return None
    group = _telling(passage, frame.status)
    if group is not None:
        return passage.span(group.first, _with_particle(passage, group))
    return _adjective(passage, frame.status)


def _denying(frame: MeetingFrame, said: Sequence[Attribution]) -> Span | None:
    """The cue of the denial in whose content the passage stands."""
    for one in said:
        if one.act is Act.DENY and one.cue and any(content.overlaps(frame.evidence) for content in one.content):
            return one.cue
    return None


def _telling(passage: Passage, status: MeetingStatus) -> VerbGroup | None:
    """The first finite verb in the passage; of what is still open one that looks ahead or is of a state goes first."""
    inside = [group for group in passage.line.verbs if passage.first <= group.first < passage.last and group.finite]
    if not inside:
        over = [group for group in passage.line.verbs if passage.first <= group.first < passage.last]
        chain = passage.ground.chain(over[0]) if over else ()
        return chain[-1] if chain and chain[-1].finite else over[0] if over else None
    if status in SETTLED:
        return inside[0]
    telling = [group for group in inside if _is_of_state(passage, group)]
    return (telling or inside)[0]


def _is_of_state(passage: Passage, group: VerbGroup) -> bool:
    """True for a verb that looks ahead, is negated, or that the table of states has."""
    ahead = group.modal is not None or group.tense == "future" or group.negated
    return ahead or passage.lemmas[group.head] in states("verb")


def _with_particle(passage: Passage, group: VerbGroup) -> int:
    """Where the verb ends with the particle after it: "was put off", "is under way"."""
    lows, at = passage.lows, group.last
    while at < min(len(lows), group.last + 2) and lows[at] in PARTICLES:
        at += 1
    return at


def _adjective(passage: Passage, status: MeetingStatus) -> Span | None:
    """An adjective of the table that gives this status: "a possible second round"."""
    for at in range(passage.first, passage.last):
        if states("adjective").get(passage.lows[at]) == status.value:
            return passage.span(at, at + 1)
    return None
