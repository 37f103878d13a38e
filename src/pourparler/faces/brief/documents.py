"""Sentences on documents and arrangements, and contradictions set side by side."""

import re
from collections.abc import Sequence
from datetime import date

from pourparler.core.account import Account, Voice
from pourparler.core.entry import Dispute, DisputeReading, Entry, Instrument, StatusEvent
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import DisputeSort, EntryKind, InstrumentStatus
from pourparler.faces.brief.footnotes import Footnotes, spread
from pourparler.faces.brief.paper import Item, Run, Sentence, Tone, say, strong
from pourparler.faces.brief.vouching import found_contrary, vouched
from pourparler.faces.rows.labels import label, value_words
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.rows.sides import who_says
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.names import parties, series
from pourparler.faces.wording.quoting import clip, lower_first, quoted, upper_first, visible
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
    "proposed by": "who asked for it",
    "level": "how they met",
    "number": "the number",
    "compliance": "whether it was kept",
}
"""Fields of a dispute as a reader calls them."""

DIFFER: dict[DisputeSort, str] = {
    DisputeSort.DISCREPANCY: "the reports differ on {}",
    DisputeSort.DENIAL: "some tell, and others deny, {}",
    DisputeSort.SCOPE: "one side takes in more than the other as to {}",
}
"""In what way readings are contrary, with the field for `{}`."""

LEADING = frozenset("a an the any its their his her our this that these those some such".split())
"""Words that a title may begin with and a sentence does not need."""

PREPOSITIONS = "of|on|in|for|to|with|between|about|over|from|by|at|under|against|regarding|concerning|that|which|signed"
"""Where the first noun phrase of a title ends."""

MOST_TELLERS = 2
"""Most who are named for one reading of a dispute."""

EARLIER = 3
"""Most earlier states told of one instrument."""


def instrument_item(notes: Footnotes, instrument: Instrument) -> Item:
    """Where a document stands, on whose word, and the states it went through before."""
    lookup = notes.lookup
    named = document_name(instrument)
    whose = f" ({parties(instrument.parties)})" if instrument.parties else ""
    if not instrument.status:
        verb = "give" if is_plural(named) else "gives"
        told = say(
            strong(named),
            f"{whose}: no report {verb} a state{vouched(instrument)}.",
            notes=notes.cite(instrument.evidence),
        )
        return Item((told,))
    followed = [state for state in instrument.status if state.followed]
    *earlier, last = sorted(followed, key=lambda state: _time(lookup, state))
    behind = tuple(one for one in instrument.accounts if set(one.evidence) & set(last.evidence))
    source = according(behind)
    words = f"{whose} {_state(last.status, is_plural(named))}{_on(lookup, last)}{f', {source}' if source else ''}"
    words += f"{vouched(instrument)}."
    sentences = [say(strong(named), words, notes=notes.cite(last.evidence or instrument.evidence))]
    before = [state for state in earlier if state.status is not last.status]
    if before:
        sentences.append(_earlier(notes, before))
    if instrument.terms:
        place = spread(lookup, instrument.terms)[0]
        quoted_terms = Run(quoted(place.text, 220), Tone.QUOTE)
        paper = outlet(lookup.report(place.report))
        sentences.append(say(f"What it holds, in the words of {paper}: ", quoted_terms, ".", notes=notes.cite([place])))
    return Item(tuple(sentences))


def document_name(instrument: Instrument) -> str:
    """The title of a document at the beginning of a sentence; a common noun has its article there, and no owner."""
    title = clip(instrument.title or instrument.kind.value, 90)
    first, _, rest = title.partition(" ")
    bare = rest if rest and first.lower() in LEADING else title
    return bare if bare[:1].isupper() else f"The {bare}"


def is_plural(named: str) -> bool:
    """True when a name is a plural by its first noun phrase: terms, sanctions on a bank."""
    head = re.split(rf"\s(?:{PREPOSITIONS})\s", named, maxsplit=1)[0]
    return head.endswith("s") and not head.endswith(("ss", "us", "is"))


def state_sentence(instrument: Instrument, status: InstrumentStatus) -> str:
    """A document and a state of it, as the middle of a sentence: the outline is to be signed."""
    named = document_name(instrument)
    return f"{lower_first(named)} {_state(status, is_plural(named))}"


def _state(status: InstrumentStatus, many: bool) -> str:
    verb, _, rest = STATES[status].partition(" ")
    verb = {"has": "have", "is": "are"}[verb] if many and verb in ("has", "is") else verb
    return f"{verb} {rest}"


def _reported(lookup: Lookup, state: StatusEvent) -> date | None:
    """The last day on which a report of this state was published."""
    days = [day for place in state.evidence if (day := lookup.report(place.report).published)]
    return max(days, default=None)


def _time(lookup: Lookup, state: StatusEvent) -> date:
    """Where a state stands among the others: its own day, else the day of its report, else before them all."""
    return state.on or _reported(lookup, state) or date.min


def _on(lookup: Lookup, state: StatusEvent) -> str:
    """The day of a state; where none is told, the day of the report, said to be that and no more."""
    reported = _reported(lookup, state)
    if state.on is None:
        return f" (no day told; reported {day_words(reported)})" if reported else " (no day told)"
    if state.status in (InstrumentStatus.PROPOSED, InstrumentStatus.TO_BE_SIGNED):
        return f" on {day_words(state.on)}"
    return f" ({day_words(state.on)})"


def _earlier(notes: Footnotes, states: Sequence[StatusEvent]) -> Sentence:
    """The states before the last, latest first, each once."""
    once = {state.status: state for state in states}
    shown = list(reversed(once.values()))[:EARLIER]
    told = [f"{state.status.value}{f' ({day_words(state.on)})' if state.on else ''}" for state in shown]
    cited = [notes.cite(state.evidence, most=1) for state in shown]
    numbers = tuple(sorted({number for group in cited for number in group}))
    return say(f"Before that the reports have it {series(told)}.", notes=numbers)


def dispute_item(notes: Footnotes, dispute: Dispute) -> Item:
    """What the reports cannot all be right about, the readings side by side, each with its words."""
    lookup = notes.lookup
    about = lookup.things.get(dispute.about)
    field = FIELDS.get(dispute.field, dispute.field.replace("_", " "))
    if dispute.kind is EntryKind.MEETING and dispute.field == "status":
        field = "whether it was held"
    title = label(lookup, about) if about else "An entry that is not in this record"
    everything = [place for reading in dispute.readings for place in spread(lookup, reading.evidence)[:1]]
    cited = notes.cite(everything, most=len(dispute.readings))
    lead = say(strong(title), f": {DIFFER[dispute.sort].format(field)}{found_contrary(lookup, dispute)}.", notes=cited)
    accounts = about.accounts if isinstance(about, Entry) else ()
    return Item((lead,), tuple(_side(notes, reading, accounts) for reading in dispute.readings))


def _side(notes: Footnotes, reading: DisputeReading, accounts: Sequence[Account]) -> Item:
    """One reading: its value, who gives it in whose voice, and the first words for it."""
    places = spread(notes.lookup, reading.evidence)
    told = list(dict.fromkeys(_teller(notes, place, accounts) for place in places))
    names = series([*told[:MOST_TELLERS], f"{len(told) - MOST_TELLERS} more"] if len(told) > MOST_TELLERS else told)
    if reading.witnesses:
        names = who_says(notes.lookup, reading, MOST_TELLERS)
    names += f" ({reading.sources} independent sources)" if reading.sources > 1 else ""
    if not places:
        return Item((say(strong(upper_first(value_words(reading.value))), "."),))
    words = Run(quoted(places[0].text, 160), Tone.QUOTE)
    value = value_words(reading.value)
    lead = (strong(names),) if value == visible(places[0].text) else (strong(upper_first(value)), f" — {names}")
    return Item((say(*lead, ": ", words, ".", notes=notes.cite(places)),))


def _teller(notes: Footnotes, place: Evidence, accounts: Sequence[Account]) -> str:
    """The outlet when it speaks itself, else the speaker and the outlet that cites him."""
    paper = outlet(notes.lookup.report(place.report))
    told = False
    for account in accounts:
        held = place in account.evidence or any(place == item.evidence for item in account.support)
        if held and not account.voice.outlet:
            return f"{speaker(account.voice)} in {paper}"
        told = told or held
    voice = None if told else _voice_at(notes.lookup, place)
    return f"{speaker(voice)} in {paper}" if voice and voice.speaker else paper


def _voice_at(lookup: Lookup, place: Evidence) -> Voice | None:
    """The voice of the shortest statement that these words stand in; None for the outlet's own words."""
    said_there = lookup.said_in.get(place.report, ())
    around = [
        (words.end - words.start, index)
        for index, said in enumerate(said_there)
        for words in said.content
        if words.report == place.report and words.start <= place.start and place.end <= words.end
    ]
    return said_there[min(around)[1]].accounts[0].voice if around else None
