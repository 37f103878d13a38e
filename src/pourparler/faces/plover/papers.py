"""Instruments as events: one for every state that a document or arrangement is told to have taken."""

from collections.abc import Iterator

from pourparler.core.account import Voice
from pourparler.core.entry import Instrument, StatusEvent
from pourparler.faces.plover.cast import Cast
from pourparler.faces.plover.codes import about, code_of
from pourparler.faces.plover.event import Day, Event, Left, Values
from pourparler.faces.rows.lookup import Lookup

FEWEST_SIDES = 2


def of_instrument(lookup: Lookup, cast: Cast, instrument: Instrument) -> Iterator[Event | Left]:
    """The events that the states of an instrument are, numbered in the order of its status."""
    if not instrument.status:
        yield Left("instruments of which no state is told")
    for number, state in enumerate(instrument.status, 1):
        code = code_of("state", state.status.value, instrument.kind.value)
        source = _source(cast, instrument, state)
        day = _day(lookup, state)
        if code.silent:
            yield Left("states of instruments that PLOVER has no event for, such as a document handed over")
        elif not source:
            yield Left("states of instruments between nobody named")
        elif day is None:
            yield Left("states of instruments without a day, in reports without a day")
        else:
            yield Event(
                link=instrument.id,
                entry="instrument",
                code=code,
                day=day,
                source=source,
                words=state.evidence[0],
                auxiliary=(*code.auxiliary, *(("hypothetical",) if state.hedge else ())),
                context=_contexts(cast, instrument),
                number=number,
            )


def _source(cast: Cast, instrument: Instrument, state: StatusEvent) -> tuple[Values, ...]:
    """Its parties, who all act; where none is told, the side in whose words the state stands."""
    if instrument.parties:
        return cast.all(instrument.parties)
    voices = (account.voice for account in instrument.accounts if set(account.evidence) & set(state.evidence))
    told = next((voice for voice in voices if voice.party or voice.speaker), Voice(outlet=True))
    who = told.party or told.speaker
    return (cast.one(who, told.speaker),) if who else ()


def _day(lookup: Lookup, state: StatusEvent) -> Day | None:
    if state.on:
        return Day(state.on, state.on, "happened")
    days = (lookup.report(place.report).published for place in state.evidence)
    published = min((day for day in days if day), default=None)
    return Day(published, published, "published") if published else None


def _contexts(cast: Cast, instrument: Instrument) -> tuple[str, ...]:
    texts = [instrument.kind.value, instrument.title, instrument.subject or ""]
    states = [name for name in instrument.parties if cast.is_state(name)]
    diplomatic = ("diplomatic",) if len(states) >= FEWEST_SIDES else ()
    return (*diplomatic, *about("context", " | ".join((*texts, *(place.text for place in instrument.terms)))))
