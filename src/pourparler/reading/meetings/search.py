"""Finds what a report tells of meetings."""

from collections.abc import Sequence
from dataclasses import replace

from pourparler.core.reading import Attribution, MeetingFrame
from pourparler.core.vocabulary import MeetingStatus
from pourparler.reading.meetings.bonds import bond
from pourparler.reading.meetings.cast import Cast
from pourparler.reading.meetings.details import agenda_of, day_of, level_of, places_of, round_of
from pourparler.reading.meetings.ground import lay
from pourparler.reading.meetings.sides import Memory, Sides, sides_of
from pourparler.reading.meetings.standing import standing
from pourparler.reading.meetings.tellings import Telling, tellings
from pourparler.reading.meetings.words import meeting_nouns, meeting_verbs
from pourparler.reading.scene import Line, Scene


def find_meetings(scene: Scene, said: tuple[Attribution, ...]) -> tuple[MeetingFrame, ...]:
    """The tellings of meetings in a report, in the order of the text; `said` are its attributions."""
    cast = Cast(scene, said)
    frames: list[MeetingFrame] = []
    for line in scene.lines:
        if not _may_tell(line):
            continue
        ground = lay(scene, line)
        for telling in tellings(ground):
            memory = Memory(cast, frames)
            frame = _frame(telling, memory)
            kept = _settled(telling, *frame, frames)
            if kept is not None:
                frames.append(kept)
    return tuple(frames)


def _may_tell(line: Line) -> bool:
    """True when a sentence has a word of contact at all, so that most are passed over at once."""
    verbs, nouns = meeting_verbs(), meeting_nouns()
    return any(word.lemma.lower() in verbs or word.lemma.lower() in nouns or word.text.lower().removesuffix("s") in nouns for word in line.words)


def _frame(telling: Telling, memory: Memory) -> tuple[MeetingFrame, bool]:
    """The frame of one telling as its own words give it, and whether they give a status."""
    ground = telling.ground
    published = ground.scene.page.report.published
    when = day_of(telling)
    sides = sides_of(telling, memory)
    status = standing(telling, when, published)
    frame = MeetingFrame(
        evidence=ground.span(telling.first, telling.last),
        kind=telling.kind,
        status=status or MeetingStatus.PROPOSED,
        title=_title(telling, sides),
        when=when,
        place=places_of(telling),
        parties=tuple(sides.parties),
        people=tuple(person.name for person in sides.people),
        mediators=tuple(sides.mediators),
        round=round_of(telling),
        level=level_of(ground),
        agenda=agenda_of(telling),
    )
    return frame, status is not None


def _title(telling: Telling, sides: Sides) -> str:
    """A short name in the report's words: the noun's own phrase, else the sides and what they do."""
    ground = telling.ground
    if telling.noun is not None:
        first, last = telling.noun.core
        words = ground.text(first, last)
        for opener in ("the ", "a ", "an ", "such a ", "this ", "these ", "The ", "A ", "An "):
            words = words.removeprefix(opener)
        return words
    names = [person.name for person in sides.people] or sides.parties
    return f"{'–'.join(names[:3])} {telling.kind.value}" if names else telling.kind.value


def _settled(telling: Telling, frame: MeetingFrame, told: bool, frames: Sequence[MeetingFrame]) -> MeetingFrame | None:
    """The frame with its bond to an earlier one; None where it tells nothing of its own and refers to nothing.

    `told` is true where the words give a status.
    """
    several = len(frame.parties) >= 2 or len(frame.people) >= 2
    tells = sum((frame.when is not None, bool(frame.place), frame.round is not None, several, bool(frame.agenda)))
    earlier = len(frames) - 1 if telling.linked and frames else bond(frame, telling.again, frames)
    if earlier is not None:
        if not (tells or told or frame.parties or frame.people or frame.agenda or frame.excluded or frame.leads):
            return None
        return replace(frame, same_as=earlier, status=frame.status if told else frames[earlier].status)
    if telling.frame == "attend":
        return None
    somebody = bool(frame.parties or frame.people)
    if several and (told or tells > 1) or somebody and told and tells and telling.group is not None:
        return frame
    return frame if tells >= 2 or frame.when is not None and (somebody or told) else None
