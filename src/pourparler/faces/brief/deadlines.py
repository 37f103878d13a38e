"""Sentences on deadlines that have not passed: by when something must be done, in the words of a report."""

from collections.abc import Sequence
from datetime import date

from pourparler.core.entry import Condition, Instrument, Meeting
from pourparler.core.evidence import Evidence
from pourparler.faces.brief.footnotes import Footnotes, spread
from pourparler.faces.brief.paper import Item, Run, Tone, say, strong
from pourparler.faces.brief.vouching import vouched
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.days import when_words
from pourparler.faces.wording.quoting import clip, quoted, upper_first
from pourparler.faces.wording.voices import according, outlet

Bound = Meeting | Condition | Instrument

WORDS = 200
"""Most characters of a quotation within a sentence; its footnote has it whole."""


def still_open(lookup: Lookup, things: Sequence[Bound]) -> list[Bound]:
    """Things with a deadline that has not passed by the last day that the record knows, soonest first, one for each
    wording of a day: a meeting and the condition that it waits for often share theirs."""
    today = last_day(lookup)
    once: dict[tuple[date, str], Bound] = {}
    for one in sorted(things, key=lambda one: one.id):
        end = one.deadline.end if one.deadline else None
        if one.deadline and end and today and end >= today:
            once.setdefault((end, one.deadline.said), one)
    return [once[due] for due in sorted(once)]


def last_day(lookup: Lookup) -> date | None:
    """The day that a record is seen from: the one asked for, else the last day on which a report was published."""
    days = [view.report.published for view in lookup.record.reports if view.report.published]
    return lookup.record.as_of or max(days, default=None)


def deadline_item(notes: Footnotes, thing: Bound) -> Item:
    """By when, how the reports word it, and the words."""
    assert thing.deadline is not None
    place = _place(notes.lookup, thing, thing.deadline.said)
    source = according(thing.accounts)
    lead = f" (“{clip(thing.deadline.said, 60)}”)" if thing.deadline.said.strip() else ""
    told = f"{lead}{f', {source}' if source else ''}, in the words of {outlet(notes.lookup.report(place.report))}: "
    day = strong(upper_first(when_words(thing.deadline)))
    words = Run(quoted(place.text, WORDS), Tone.QUOTE)
    return Item((say(day, told, words, f"{vouched(thing)}.", notes=notes.cite([place])),))


def _place(lookup: Lookup, thing: Bound, said: str) -> Evidence:
    """The first words of a thing that hold those of its deadline; else its first words."""
    ordered = spread(lookup, thing.evidence)
    return next((place for place in ordered if said and said in place.text), ordered[0])
