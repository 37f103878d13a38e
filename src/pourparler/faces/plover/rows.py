"""All events of a record in PLOVER's fields, one JSON object a line, and what of the record has none."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from pourparler.core.entry import Condition, Position
from pourparler.faces.export.json import encode_line
from pourparler.faces.export.leftout import silent_words
from pourparler.faces.export.parcel import Parcel, alone
from pourparler.faces.plover.cast import Cast
from pourparler.faces.plover.event import Event, Left, event_values
from pourparler.faces.plover.occasions import of_meeting
from pourparler.faces.plover.papers import of_instrument
from pourparler.faces.plover.stands import Told, of_condition, of_position, of_statement
from pourparler.faces.rows.lookup import Lookup

NO_PLACE = (
    "the fields that PLOVER has none for: agenda, outcome, terms, round, level, deadline, leads, invited, absent and "
    "excluded, whom a condition blocks, contradictions (the JSON export has them)"
)


def case_events(lookup: Lookup) -> Parcel:
    """The events as one file."""
    return alone(plover_lines(lookup), "events.jsonl", (*silent_words(lookup), *uncoded(lookup)))


def plover_lines(lookup: Lookup) -> bytes:
    """The events as UTF-8 JSON Lines, by day then id; the same bytes for the same record."""
    events = sorted(
        (one for one in _coded(lookup) if isinstance(one, Event)),
        key=lambda event: (event.day.start, event.day.end, event.id),
    )
    return b"".join(encode_line(event_values(lookup, event)) for event in events)


def uncoded(lookup: Lookup) -> tuple[str, ...]:
    """Lines on what has no event, each with how many there are."""
    why = Counter(one.why for one in _coded(lookup) if isinstance(one, Left))
    return (*(f"{reason}: {number}" for reason, number in sorted(why.items())), NO_PLACE)


def _coded(lookup: Lookup) -> Iterator[Event | Left]:
    """Every entry as events, or as left out."""
    record, cast = lookup.record, Cast(lookup)
    for meeting in record.meetings:
        yield from of_meeting(lookup, cast, meeting)
    for instrument in record.instruments:
        yield from of_instrument(lookup, cast, instrument)
    told: dict[str, list[Told]] = defaultdict(list)
    taken: list[Position | Condition] = [*record.positions, *record.conditions]
    for entry in taken:
        found = of_position(lookup, cast, entry) if isinstance(entry, Position) else of_condition(lookup, cast, entry)
        for one in found:
            if isinstance(one, Event) and one.code.event:
                for place in entry.evidence:
                    told[place.report].append((place, one.code.event))
            yield one
    for statement in record.statements:
        yield from of_statement(lookup, cast, statement, told[statement.report])
