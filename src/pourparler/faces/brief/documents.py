"""Sentences on documents and arrangements, and contradictions set side by side."""

from collections.abc import Sequence

from pourparler.core.account import Account
from pourparler.core.entry import Dispute, DisputeReading, Entry, Instrument, StatusEvent
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import InstrumentStatus
from pourparler.faces.brief.footnotes import Footnotes, spread
from pourparler.faces.brief.paper import Item, Run, Sentence, Tone, say, strong
from pourparler.faces.rows.labels import label, value_words
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.names import parties, series
from pourparler.faces.wording.quoting import clip, quoted, upper_first, visible
from pourparler.faces.wording.voices import according, outlet, speaker

STATES: dict[InstrumentStatus, str] = {
    InstrumentStatus.PROPOSED: "has been proposed",
    InstrumentStatus.PROMISED: "has been promised",
    InstrumentStatus.DRAFTED: "has been drafted",
    InstrumentStatus.UNDER_NEGOTIATION: "is under negotiation",
    InstrumentStatus.FRAMEWORK_AGREED: "has been agreed in outline only",
    InstrumentStatus.AGREED: "has been agreed",
    InstrumentStatus.TO_BE_SIGNED: "is to be signed",
    InstrumentStatus.SIGNED: "has been signed",
    InstrumentStatus.SUBJECT_TO_RATIFICATION: "still has to be ratified",
    InstrumentStatus.RATIFIED: "has been ratified",
    InstrumentStatus.IN_FORCE: "is in force",
    InstrumentStatus.SUSPENDED: "is suspended",
    InstrumentStatus.REJECTED: "has been rejected",
    InstrumentStatus.COLLAPSED: "has collapsed",
    InstrumentStatus.HANDED_OVER: "has been handed over",
}
"""Where an instrument stands, as the end of a sentence."""

FIELDS = {
    "when": "the day",
    "place": "the place",
    "parties": "who takes part",
    "people": "who was there",
    "leads": "who led",
    "status": "where it stands",
    "on": "the day it took that state",
    "kind": "what it is",
    "round": "which round it was",
    "agenda": "what was on the agenda",
    "outcome": "what came of it",
    "terms": "what it says",
    "excluded": "who was left out",
    "mediators": "who mediated",
    "stance": "the stance taken",
    "subject": "what it is about",
}
"""Fields of a dispute as a reader calls them."""

EARLIER = 4
"""Most earlier states told of one instrument."""


def instrument_item(notes: Footnotes, instrument: Instrument) -> Item:
    """Where a document stands, on whose word, and the states it went through before."""
    named = upper_first(clip(instrument.title or instrument.kind.value, 90))
    whose = f" ({parties(instrument.parties)})" if instrument.parties else ""
    if not instrument.status:
        told = say(
            strong(named), f"{whose}: the reports name it and give no state.", notes=notes.cite(instrument.evidence)
        )
        return Item((told,))
    last, earlier = instrument.status[-1], instrument.status[:-1]
    behind = tuple(one for one in instrument.accounts if set(one.evidence) & set(last.evidence))
    source = according(behind)
    words = f"{whose} {STATES[last.status]}{_on(last)}{f', {source}' if source else ''}."
    sentences = [say(strong(named), words, notes=notes.cite(last.evidence or instrument.evidence))]
    if earlier:
        sentences.append(_earlier(notes, earlier))
    if instrument.terms:
        place = spread(notes.lookup, instrument.terms)[0]
        quoted_terms = Run(quoted(place.text, 220), Tone.QUOTE)
        paper = outlet(notes.lookup.report(place.report))
        sentences.append(say(f"What it holds, in the words of {paper}: ", quoted_terms, ".", notes=notes.cite([place])))
    return Item(tuple(sentences))


def _on(state: StatusEvent) -> str:
    if state.on is None:
        return "; no day is told for that"
    if state.status in (InstrumentStatus.PROPOSED, InstrumentStatus.TO_BE_SIGNED):
        return f" on {day_words(state.on)}"
    return f" ({day_words(state.on)})"


def _earlier(notes: Footnotes, states: tuple[StatusEvent, ...]) -> Sentence:
    """The states before the last, latest first, each once."""
    once = {state.status: state for state in states}
    shown = list(reversed(once.values()))[:EARLIER]
    told = [f"{state.status.value}{f' ({day_words(state.on)})' if state.on else ''}" for state in shown]
    cited = [notes.cite(state.evidence, most=1) for state in shown]
    numbers = tuple(sorted({number for group in cited for number in group}))
    return say(f"Earlier reports have it {series(told)}.", notes=numbers)


def dispute_item(notes: Footnotes, dispute: Dispute) -> Item:
    """What the reports cannot all be right about, the readings side by side, each with its words."""
    about = notes.lookup.things.get(dispute.about)
    field = FIELDS.get(dispute.field, dispute.field.replace("_", " "))
    title = label(notes.lookup, about) if about else "An entry that is not in this record"
    everything = [place for reading in dispute.readings for place in spread(notes.lookup, reading.evidence)[:1]]
    cited = notes.cite(everything, most=len(dispute.readings))
    lead = say(strong(title), f": the reports differ on {field}.", notes=cited)
    accounts = about.accounts if isinstance(about, Entry) else ()
    return Item((lead,), tuple(_side(notes, reading, accounts) for reading in dispute.readings))


def _side(notes: Footnotes, reading: DisputeReading, accounts: Sequence[Account]) -> Item:
    """One reading: its value, who gives it in whose voice, and the first words for it."""
    places = spread(notes.lookup, reading.evidence)
    told = list(dict.fromkeys(_teller(notes, place, accounts) for place in places))
    names = series([*told[:3], f"{len(told) - 3} more"] if len(told) > 3 else told)
    if not places:
        return Item((say(strong(upper_first(value_words(reading.value))), "."),))
    words = Run(quoted(places[0].text, 200), Tone.QUOTE)
    value = value_words(reading.value)
    lead = (strong(names),) if value == visible(places[0].text) else (strong(upper_first(value)), f" — {names}")
    return Item((say(*lead, ": ", words, ".", notes=notes.cite(places)),))


def _teller(notes: Footnotes, place: Evidence, accounts: Sequence[Account]) -> str:
    """The outlet when it speaks itself, else the speaker and the outlet that cites him."""
    paper = outlet(notes.lookup.report(place.report))
    for account in accounts:
        held = place in account.evidence or any(place == item.evidence for item in account.support)
        if held and not account.voice.outlet:
            return f"{speaker(account.voice)} in {paper}"
    return paper
