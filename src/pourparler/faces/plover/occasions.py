"""Meetings as events: mostly CONSULT, by status future, hypothetical or negated; called off, a SANCTION."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from pourparler.core.account import Account
from pourparler.core.entry import Meeting
from pourparler.core.reading import MeetingFrame
from pourparler.core.vocabulary import Channel, MeetingKind, MeetingStatus
from pourparler.faces.plover.cast import Cast
from pourparler.faces.plover.codes import Code, about, code_of
from pourparler.faces.plover.event import Day, Event, Left, Values
from pourparler.faces.rows.lookup import Lookup

HISTORICAL = timedelta(days=365)
"""How long before the report that tells it an event is over to be historical; the codebook names no figure."""

REMOTE = frozenset({Channel.PHONE, Channel.VIDEO, Channel.LETTER})
TOOK_PLACE = frozenset({MeetingStatus.HELD, MeetingStatus.UNDER_WAY})
FEWEST_SIDES = 2


def of_meeting(lookup: Lookup, cast: Cast, meeting: Meeting) -> Iterator[Event | Left]:
    """The event that a meeting is, and a second one for those who mediate it."""
    telling = _telling(meeting)
    day = _day(lookup, meeting, telling)
    takers = meeting.parties or meeting.people
    if day is None:
        yield Left("meetings without a day, told by reports without a day")
        return
    if not takers:
        yield Left("meetings of nobody named")
        return
    code = _code(cast, meeting)
    source, recipient = _sides(cast, meeting)
    event = Event(
        link=meeting.id,
        entry="meeting",
        code=code,
        day=day,
        source=source,
        recipient=recipient,
        words=telling.evidence[0],
        auxiliary=(*code.auxiliary, *_doubts(lookup, meeting, telling)),
        context=_contexts(cast, meeting),
        place=cast.place(meeting.place),
        wording=tuple(dict.fromkeys(place.text for place in meeting.wording)),
    )
    yield event
    mediators = [name for name in meeting.mediators if name not in meeting.hosts]
    if mediators and meeting.status in TOOK_PLACE and meeting.parties:
        yield replace(
            event,
            code=code_of("mediation"),
            source=cast.all(mediators),
            recipient=cast.all(meeting.parties),
            number=2,
        )


def _telling(meeting: Meeting) -> Account:
    """The first account that gives the meeting its status."""
    for account in meeting.accounts:
        if isinstance(account.fields, MeetingFrame) and account.fields.status is meeting.status:
            return account
    return meeting.accounts[0]


def _day(lookup: Lookup, meeting: Meeting, telling: Account) -> Day | None:
    when = meeting.when
    start = when and (when.start or when.end)
    end = when and (when.end or when.start)
    if start and end:
        return Day(start, end, "happened")
    published = lookup.report_of(telling).published
    return Day(published, published, "published") if published else None


def _code(cast: Cast, meeting: Meeting) -> Code:
    """The code of the kind, turned by the status, the channel and where it was held."""
    plain = code_of("meeting kind", meeting.kind.value)
    status = code_of("meeting status", meeting.status.value, meeting.kind.value)
    event = status.event or plain.event
    mode, cameo = status.mode or plain.mode, plain.cameo
    if event == "CONSULT" and plain.mode in (None, "visit"):
        if meeting.channel in REMOTE:
            mode, cameo = "phone", "041"
        elif plain.mode is None and _elsewhere(cast, meeting):
            mode = "third-party"
            cameo = cameo if meeting.kind is MeetingKind.TALKS else "044"
    cameo = None if status.no_cameo else status.cameo or cameo
    return Code(event, mode, cameo, status.auxiliary)


def _elsewhere(cast: Cast, meeting: Meeting) -> bool:
    """True for a meeting of states in a third one, or that others host or carry the words for."""
    if meeting.hosts or meeting.channel is Channel.INDIRECT:
        return True
    where = cast.state_of_place(meeting.place[0]) if meeting.place else None
    states = [name for name in meeting.parties if cast.is_state(name)]
    return where is not None and len(states) >= FEWEST_SIDES and where not in states


def _sides(cast: Cast, meeting: Meeting) -> tuple[tuple[Values, ...], tuple[Values, ...]]:
    """Source and recipient: of a visit to one of the parties, visitors and host; else all who meet are the source."""
    if meeting.kind is MeetingKind.VISIT and meeting.place and len(meeting.parties) >= FEWEST_SIDES:
        where = cast.state_of_place(meeting.place[0])
        if where in meeting.parties:
            return cast.all(name for name in meeting.parties if name != where), (cast.one(where),)
    return cast.all(meeting.parties or meeting.people), ()


def _doubts(lookup: Lookup, meeting: Meeting, telling: Account) -> tuple[str, ...]:
    """Auxiliary modes beside those of the status: hedged is hypothetical, long over is historical."""
    found = []
    if meeting.hedge and meeting.status is not MeetingStatus.DENIED:
        found.append("hypothetical")
    published, when = lookup.report_of(telling).published, meeting.when
    if meeting.status in TOOK_PLACE and published and when and when.end and when.end < published - HISTORICAL:
        found.append("historical")
    return tuple(found)


def _contexts(cast: Cast, meeting: Meeting) -> tuple[str, ...]:
    """Diplomatic where states meet, and what title, agenda and words name."""
    texts = [meeting.title, *(place.text for place in (*meeting.agenda, *meeting.outcome, *meeting.evidence))]
    states = [name for name in meeting.parties if cast.is_state(name)]
    diplomatic = ("diplomatic",) if len(states) >= FEWEST_SIDES else ()
    return (*diplomatic, *about("context", " | ".join(texts)))
