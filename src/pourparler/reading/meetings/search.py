"""Finds what a report tells of meetings."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution, MeetingFrame
from pourparler.core.vocabulary import MeetingStatus
from pourparler.reading.meetings.bearings import day_of, places_of
from pourparler.reading.meetings.bonds import bond, root
from pourparler.reading.meetings.cast import Cast
from pourparler.reading.meetings.details import agenda_of, level_of, round_of
from pourparler.reading.meetings.ground import Ground, lay
from pourparler.reading.meetings.meant import Memory, Sides
from pourparler.reading.meetings.parts import INVITING, LEADING, LEAVING_OUT, OUT, leads, left_out
from pourparler.reading.meetings.sides import sides_of
from pourparler.reading.meetings.standing import standing, turned
from pourparler.reading.meetings.tellings import Telling, tellings
from pourparler.reading.meetings.words import meeting_nouns, meeting_verbs
from pourparler.reading.scene import Line, Scene

VOTES = ("vote", "decide", "swap")
"""Frames of tellings that no "meeting" or "talks" refers to."""

LASTING = ("continue", "remain", "be", "go", "drag", "stall")
"""Verbs of what goes on: "talks between the two continue" tells of no one meeting."""

PARTS = INVITING | LEAVING_OUT | OUT | LEADING | {"without"}
"""Lemmas at which a sentence may tell who leads or who was left out."""


def find_meetings(scene: Scene, said: tuple[Attribution, ...]) -> tuple[MeetingFrame, ...]:
    """The tellings of meetings in a report, in the order of the text; `said` are its attributions."""
    cast = Cast(scene, said)
    frames: list[MeetingFrame] = []
    closed: set[int] = set()
    others: set[int] = set()
    for line in scene.lines:
        if not _may_tell(line):
            continue
        ground = lay(scene, line)
        before = len(frames)
        for telling in tellings(ground):
            frame, told = _frame(telling, Memory(cast, frames))
            kept = _settled(telling, frame, told, frames, closed if telling.frame not in VOTES else others)
            if kept is not None:
                (closed if telling.frame in VOTES else others).add(len(frames))
                frames.append(kept)
        _add_parts(ground, frames, before)
    return _begun(frames, scene.page.report.published)


def _begun(frames: Sequence[MeetingFrame], published: date | None) -> tuple[MeetingFrame, ...]:
    """The frames; a meeting of the day of publication that has begun and of which part is ahead is under way."""
    roots = [root(frames, index) for index in range(len(frames))]
    today = {
        roots[index]
        for index, frame in enumerate(frames)
        if frame.status is MeetingStatus.PLANNED
        and frame.when is not None
        and frame.when.start == frame.when.end == published
    }
    begun = {roots[index] for index, frame in enumerate(frames) if frame.status is MeetingStatus.HELD}
    return tuple(
        replace(frame, status=MeetingStatus.UNDER_WAY)
        if roots[index] in today & begun and frame.status is MeetingStatus.HELD
        else frame
        for index, frame in enumerate(frames)
    )


def _add_parts(ground: Ground, frames: list[MeetingFrame], first: int) -> None:
    """Enter who leads and who was left out: in the frames of this sentence, from `first` on, else as a telling of the
    meeting told last."""
    own = len(frames) > first
    for out in left_out(ground):
        if own:
            frame = frames[first]
            kept = tuple(party for party in frame.parties if party not in out.parties)
            frames[first] = replace(frame, parties=kept, excluded=(*frame.excluded, *out.parties))
        elif frames:
            frames.append(_echo(frames, out.evidence, excluded=out.parties))
    for lead in leads(ground):
        pair = ((lead.party, lead.person.name),) if lead.party else ()
        if own:
            frame = frames[-1]
            people = frame.people if lead.person.name in frame.people else (*frame.people, lead.person.name)
            frames[-1] = replace(frame, leads=(*frame.leads, *pair), people=people)
        elif frames:
            side = (lead.party,) if lead.party else ()
            frames.append(_echo(frames, lead.evidence, leads=pair, people=(lead.person.name,), parties=side))


def _echo(frames: Sequence[MeetingFrame], evidence: Span, **fields: Any) -> MeetingFrame:
    """A telling of the meeting told last that adds but a few fields."""
    last = frames[-1]
    return MeetingFrame(evidence, last.kind, last.status, last.title, same_as=len(frames) - 1, **fields)


def _may_tell(line: Line) -> bool:
    """True when a sentence has a word of contact at all, so that most are passed over at once."""
    verbs, nouns = meeting_verbs(), meeting_nouns()
    if any(word.lemma.lower() in PARTS for word in line.words):
        return True
    return any(
        word.lemma.lower() in verbs or word.lemma.lower() in nouns or word.text.lower().removesuffix("s") in nouns
        for word in line.words
    )


def _frame(telling: Telling, memory: Memory) -> tuple[MeetingFrame, bool]:
    """The frame of one telling as its own words give it, and whether they give a status."""
    ground = telling.ground
    published = ground.scene.page.report.published
    sides = sides_of(telling, memory)
    when = day_of(telling)
    when = turned(telling, when, published)
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
    return frame, status is not None and not (telling.linked and when is None)


def _is_habit(telling: Telling, frame: MeetingFrame) -> bool:
    """True for contacts in the plural without a day or a place: a habit, no meeting ("bilateral meetings")."""
    noun = telling.noun
    if _is_count(telling) and frame.when is None:
        return True
    if noun is None or telling.group is not None or not noun.plural or noun.frame == "round":
        return False
    if noun.frame == "plural":
        lasting = telling.carrier is not None and telling.ground.lemmas[telling.carrier.head] in LASTING
        return lasting and not telling.again and frame.when is None and not frame.place and frame.round is None
    return frame.when is None and not frame.place


def _is_count(telling: Telling) -> bool:
    """True for contacts that are only counted: "have met eleven times", "has met him twice"."""
    ahead = telling.ground.lows[telling.trigger + 1 : telling.last]
    return "twice" in ahead or ("times" in ahead and telling.group is not None)


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


def _settled(
    telling: Telling, frame: MeetingFrame, told: bool, frames: Sequence[MeetingFrame], closed: set[int]
) -> MeetingFrame | None:
    """The frame with its bond to an earlier one; None where it tells nothing of its own and refers to nothing.

    `told` is true where the words give a status; frames in `closed` are of another sort.
    """
    if _is_habit(telling, frame):
        return None
    several = len(frame.parties) >= 2 or len(frame.people) >= 2
    loose = telling.group is None and (
        telling.carrier is None or (telling.noun is not None and telling.noun.preposition == "in")
    )
    if loose and telling.frame == "plural" and not (frame.when or frame.place or frame.round) and not frame.agenda:
        several = several and any(
            low in ("between", "with")
            for low in telling.ground.lows[telling.trigger : telling.noun.last if telling.noun else telling.last]
        )
    tells = sum((frame.when is not None, bool(frame.place), frame.round is not None, several, bool(frame.agenda)))
    earlier = len(frames) - 1 if telling.linked and frames else bond(frame, telling.again, frames, closed)
    if earlier is not None:
        if not (tells or told or frame.parties or frame.people or frame.agenda or frame.excluded or frame.leads):
            return None
        return replace(frame, same_as=earlier, status=frame.status if told else frames[earlier].status)
    if telling.frame == "attend" or (telling.frame == "vote" and (frame.when is None or not told)):
        return None
    somebody = bool(frame.parties or frame.people)
    verbal = telling.group is not None or telling.carrier is not None
    if (several and (told or tells > 1)) or (somebody and told and tells and verbal):
        return frame
    return frame if tells >= 2 or (frame.when is not None and (somebody or told)) else None
