"""The record as a timeline for TimelineJS: a slide for each thing with a day of its own, its words as text."""

from collections.abc import Iterator
from datetime import date

from pourparler.core.entry import Entry, Instrument, Meeting, Position, Statement, StatusEvent
from pourparler.core.evidence import Evidence
from pourparler.core.moment import Precision, When
from pourparler.faces.export.history import Values
from pourparler.faces.export.identity import lasting_id
from pourparler.faces.export.json import encode
from pourparler.faces.export.leftout import counted, other_kinds
from pourparler.faces.export.markup import html_text
from pourparler.faces.export.parcel import Parcel, alone
from pourparler.faces.rows.cells import counts_words
from pourparler.faces.rows.labels import label
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.days import day_words, published_words, when_words
from pourparler.faces.wording.names import series, some
from pourparler.faces.wording.quoting import quoted, visible
from pourparler.faces.wording.voices import ACT_WORDS, outlet

MOST_QUOTED = 400
"""Most characters of one quotation on a slide."""

MOST_SOURCES = 5
"""Most quotations on a slide; the rest are counted."""

NOBODY = "Nobody named"
Slides = list[tuple[date, date, Values]]


def case_timeline(lookup: Lookup) -> Parcel:
    """The document that TimelineJS is given: a title and its events, by day."""
    record = lookup.record
    slides = [slide for entry in lookup.entries for slide in _slides(lookup, entry)]
    ordered = sorted(slides, key=lambda one: (*one[:2], one[2]["unique_id"]))
    seen = f" as of {day_words(record.as_of)}" if record.as_of else ""
    told = some(len(record.reports), "report")
    values = {
        "title": {"text": {"headline": html_text(record.name) or "Negotiation", "text": f"<p>From {told}{seen}.</p>"}},
        "events": [slide for _, _, slide in ordered],
    }
    return alone(encode(values), "timeline.json", tuple(_left_out(lookup)))


def _slides(lookup: Lookup, entry: Entry) -> Iterator[tuple[date, date, Values]]:
    """The slides of an entry: one of its day, of an instrument one a dated state; none where no day is told."""
    match entry:
        case Meeting(when=When() as when):
            start, end = when.start or when.end, when.end or when.start
            if start and end:
                yield start, end, _slide(lookup, entry, _dates(start, end, when), entry.status.value)
        case Statement(said_on=date() as day):
            yield day, day, _slide(lookup, entry, _dates(day, day), ACT_WORDS[entry.act])
        case Position(since=date() as day):
            yield day, day, _slide(lookup, entry, _dates(day, day), entry.stance.value)
        case Instrument():
            for number, state in enumerate(entry.status):
                if state.on:
                    yield state.on, state.on, _state(lookup, entry, state, number)


def _state(lookup: Lookup, entry: Instrument, state: StatusEvent, number: int) -> Values:
    """The slide of one state of an instrument, with the words that tell that state."""
    assert state.on
    aside = "" if state.followed else f" ({state.step.value}: told, and not what the record goes by)"
    slide = _slide(lookup, entry, _dates(state.on, state.on), f"{state.status.value}{aside}", state.evidence)
    return slide | {"unique_id": str(lasting_id(lookup, entry, state.status.value, str(number)))}


def _slide(lookup: Lookup, entry: Entry, dates: Values, status: str, words: tuple[Evidence, ...] = ()) -> Values:
    """One slide; TimelineJS sets its headline and text as HTML, so all words of reports are escaped."""
    places = words or tuple(place for account in entry.accounts for place in account.evidence)
    told = [f"<p>{html_text(status[:1].upper() + status[1:])}. {counts_words(entry.counts)} "
            "(accounts · reports · independent sources)</p>"]  # fmt: skip
    told += [_cited(lookup, place) for place in lookup.in_order(places)[:MOST_SOURCES]]
    rest = len(places) - MOST_SOURCES
    told += [f"<p>{some(rest, 'more passage')}: pourparler explain {lookup.short(entry.id)}</p>"] if rest > 0 else []
    return dates | {
        "text": {"headline": html_text(label(lookup, entry)), "text": "".join(told)},
        "group": html_text(_group(entry)),
        "unique_id": str(lasting_id(lookup, entry)),
        "autolink": False,
    }


def _cited(lookup: Lookup, place: Evidence) -> str:
    report = lookup.report(place.report)
    source = f"{outlet(report)}, {published_words(report)}"
    return f"<blockquote>{html_text(quoted(place.text, MOST_QUOTED))}</blockquote><p>{html_text(source)}</p>"


def _group(entry: Entry) -> str:
    """Whose row a slide stands in: its party's, of a meeting or an instrument that of all its parties together."""
    if isinstance(entry, Meeting | Instrument):
        return series([visible(name) for name in sorted(entry.parties)]) or NOBODY
    return visible(entry.party or "") or NOBODY


def _dates(start: date, end: date, when: When | None = None) -> Values:
    """The days of a slide, no finer than they are told; days that are shown in words say them."""
    precision = when.precision if when else Precision.DAY
    dates: Values = {"start_date": _date(start, precision)}
    if end != start and precision not in (Precision.MONTH, Precision.YEAR):
        dates["end_date"] = _date(end, precision)
    if precision is not Precision.DAY:
        dates["display_date"] = when_words(when)
    return dates


def _date(day: date, precision: Precision) -> Values:
    values = {"year": day.year, "month": day.month, "day": day.day}
    fine = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.QUARTER: 2}.get(precision, 3)
    return dict(list(values.items())[:fine])


def _left_out(lookup: Lookup) -> Iterator[str]:
    record = lookup.record
    for noun, entries in (("meeting", record.meetings), ("statement", record.statements),
                          ("position", record.positions), ("instrument", record.instruments)):  # fmt: skip
        without = sum(not any(True for _ in _slides(lookup, entry)) for entry in entries)
        yield from counted(without, noun, "without a day of its own" if without == 1 else "without a day of their own")
    states = sum(state.on is None for entry in record.instruments for state in entry.status)
    yield from counted(states, "state", "of instruments without a day")
    yield from other_kinds(lookup, "meetings", "statements", "positions", "instruments")
