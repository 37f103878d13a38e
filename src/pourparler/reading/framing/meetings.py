"""Meetings that the heads see: each naming with who, when, where and whether, from the words around it."""

from collections.abc import Sequence
from dataclasses import replace

from pourparler.core.evidence import Span
from pourparler.core.moment import When
from pourparler.core.reading import MeetingFrame
from pourparler.core.vocabulary import MeetingKind, MeetingStatus
from pourparler.encoder.attribution import Words
from pourparler.encoder.frames import Framed
from pourparler.reading.framing.actors import parties_in, people_in, places_in
from pourparler.reading.framing.cast import Cast
from pourparler.reading.framing.gates import passes
from pourparler.reading.framing.heard import Heard
from pourparler.reading.framing.laid import Laid
from pourparler.reading.meetings.bonds import bond


def heard_meetings(laid: Laid, cast: Cast) -> list[Heard[MeetingFrame]]:
    """The meetings that the heads see, in the order of the text."""
    frames: list[MeetingFrame] = []
    found: list[Heard[MeetingFrame]] = []
    numbers: dict[int, int] = {}
    for number, one in enumerate(laid.analysis.frames):
        if one.kind != "meeting":
            continue
        frame = _frame(laid, cast, _without_days_of_others(number, laid.analysis.frames))
        before = numbers.get(one.before) if one.before is not None else None
        if before is None:
            before = bond(frame, False, frames)
        numbers[number] = len(frames)
        frames.append(replace(frame, same_as=before))
        found.append(Heard(frames[-1], laid.span(one.words), passes(laid, one)))
    return found


def _without_days_of_others(number: int, every: Sequence[Framed]) -> Framed:
    """A naming without the days that stand nearer to the name of another meeting: one day told once is of one meeting.

    Names that go on from one another, or have a place in common, may be of one meeting and share their days.
    """
    one = every[number]
    places = set(one.of("place"))
    others = [
        other
        for index, other in enumerate(every)
        if other.kind == "meeting"
        and _first(index, every) != _first(number, every)
        and places.isdisjoint(other.of("place"))
    ]

    def is_theirs(words: Words) -> bool:
        mine = _between(one.words, words)
        return any(words in other.of("time") and _between(other.words, words) < mine for other in others)

    roles = tuple((role, words) for role, words in one.roles if role != "time" or not is_theirs(words))
    return replace(one, roles=roles)


def _first(number: int, every: Sequence[Framed]) -> int:
    """The number of the first naming of what a naming goes on from."""
    before = every[number].before
    return number if before is None else _first(before, every)


def _between(one: Words, other: Words) -> int:
    """How many words stand between two stretches of words; 0 where they touch or overlap."""
    return max(0, max(one[0], other[0]) - min(one[1], other[1]))


def _frame(laid: Laid, cast: Cast, one: Framed) -> MeetingFrame:
    """What one naming and the words around it tell."""
    people = people_in(laid, one.of("person", "party"))
    parties = [*parties_in(laid, cast, one.of("party")), *(person.party for person in people if person.party)]
    wording = one.of("wording")
    days = [when for words in one.of("time") if (when := laid.day(words)) is not None]
    mediators = parties_in(laid, cast, one.of("mediator"))
    return MeetingFrame(
        evidence=laid.hull(one.words, *(words for role, words in one.roles if role not in ("agenda", "outcome"))),
        kind=MeetingKind(one.value("meeting kind")),
        status=_borne(laid, MeetingStatus(one.value("meeting status")), days[0] if days else None, wording),
        title=laid.phrase(one.words),
        when=days[0] if days else None,
        place=places_in(laid, one.of("place")),
        parties=tuple(dict.fromkeys(party for party in parties if party not in mediators)),
        people=tuple(person.name for person in people),
        mediators=mediators,
        hosts=parties_in(laid, cast, one.of("host")),
        excluded=parties_in(laid, cast, one.of("out")),
        agenda=_spans(laid, one, "agenda"),
        outcome=_spans(laid, one, "outcome"),
        wording=laid.span(wording[0]) if wording else None,
    )


AHEAD = frozenset("will would due set scheduled expected planned shall slated".split())
OPEN = frozenset("could may might hopes hope proposed offered wants invited suggested".split())
"""Words of the wording of what is set to come, and of what is only an idea."""


def _borne(laid: Laid, status: MeetingStatus, when: When | None, wording: Sequence[Words]) -> MeetingStatus:
    """A status that day and wording bear: what is to come was not held, and what is only an idea is not planned."""
    if status not in (MeetingStatus.HELD, MeetingStatus.UNDER_WAY, MeetingStatus.PLANNED):
        return status
    published = laid.scene.page.report.published
    said = {low for words in wording for low in laid.phrase(words).lower().split()}
    if said & OPEN and not said & AHEAD:
        return MeetingStatus.PROPOSED
    ahead = when is not None and when.start is not None and published is not None and when.start > published
    return MeetingStatus.PLANNED if ahead or said & AHEAD else status


def _spans(laid: Laid, one: Framed, role: str) -> tuple[Span, ...]:
    return tuple(laid.span(words) for words in one.of(role))


def enriched(rule: MeetingFrame, frame: MeetingFrame) -> MeetingFrame:
    """What the rules tell of a naming, with what the heads see of it where the rules tell nothing."""
    return replace(
        rule,
        kind=frame.kind,
        when=rule.when or frame.when,
        place=rule.place or frame.place,
        parties=rule.parties or frame.parties,
        mediators=rule.mediators or frame.mediators,
        hosts=rule.hosts or frame.hosts,
        excluded=rule.excluded or frame.excluded,
        agenda=rule.agenda or frame.agenda,
        outcome=rule.outcome or frame.outcome,
        wording=rule.wording or frame.wording,
    )
