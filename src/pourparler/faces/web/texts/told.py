"""What a report tells: its entries in the order of the text, each with its places there and whose voice it is in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from sqlite3 import Row

from pourparler.core.account import Voice
from pourparler.core.entry import Entry
from pourparler.core.evidence import Span
from pourparler.core.report import Report
from pourparler.faces.web.texts.marking import Mark
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.voices import speaker, through

MAIN = "evidence"
"""The field of a mark that an account as a whole rests on; any other is the field that its words give."""


@dataclass(frozen=True, slots=True)
class Card:
    """An entry as the margin of a report shows it: its number on the page, its row, the entry, the voices that tell
    it here, its main places and those of its fields, in the order of the text."""

    number: int
    row: Row
    entry: Entry
    voices: tuple[str, ...]
    places: tuple[Span, ...]
    fields: tuple[tuple[str, Span], ...]

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.places[0].start

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Its places as marks of the text; those of fields only where they lie outside its main words."""
        main = tuple(Mark(place.start, place.end, self.number, True) for place in self.places)
        apart = (place for _, place in self.fields if not any(one.holds(place) for one in self.places))
        return main + tuple(Mark(place.start, place.end, self.number, False) for place in dict.fromkeys(apart))

    def is_at(self, place: Span) -> bool:
        """True where some of its main words are in a place."""
        return any(one.overlaps(place) for one in self.places)


_MARKS = """SELECT m.start, m.end, m.field, m.seq, e.id, e.kind, e.label, e.status, e.subkind, e.disputed, e.judged,
    e.overdue FROM marks m JOIN entries e USING (seq) WHERE m.report = ? ORDER BY m.start, m.end, m.seq"""


def told_in(visit: Visit, report: Report, seq: int) -> tuple[Card, ...]:
    """The entries that the report with the place `seq` in the list has accounts of."""
    by_entry: dict[str, list[Row]] = {}
    for row in visit.snapshot.rows(_MARKS, seq):
        by_entry.setdefault(row["id"], []).append(row)
    entries = {entry.id: entry for entry in visit.snapshot.entries(by_entry)}
    order = sorted(by_entry, key=lambda key: (_begin(by_entry[key]), by_entry[key][0]["seq"]))
    return tuple(_card(number, by_entry[key], entries[key], report) for number, key in enumerate(order, 1))


def _begin(rows: Iterable[Row]) -> int:
    """Where an entry's main words begin; where it has none, where any of its words do."""
    starts: list[tuple[bool, int]] = [(row["field"] != MAIN, row["start"]) for row in rows]
    return min(starts)[1]


def _card(number: int, rows: list[Row], entry: Entry, report: Report) -> Card:
    main = dict.fromkeys(Span(row["start"], row["end"]) for row in rows if row["field"] == MAIN)
    fields = dict.fromkeys((row["field"], Span(row["start"], row["end"])) for row in rows if row["field"] != MAIN)
    places = tuple(main) or tuple(dict.fromkeys(place for _, place in fields))
    voices = dict.fromkeys(_voice(account.voice) for account in entry.accounts if account.report == report.id)
    return Card(number, rows[0], entry, tuple(voices), places, tuple(fields))


def _voice(voice: Voice) -> str:
    """Whose words an account is, in a margin."""
    if voice.outlet:
        return "the outlet’s own voice"
    chain = through(voice.via)
    return f"{speaker(voice)} {chain}".strip()


def kinds_of(cards: Iterable[Card]) -> Mapping[str, int]:
    """How many entries of each kind, in the order of the menu."""
    found = dict.fromkeys(("meeting", "statement", "position", "condition", "instrument"), 0)
    for card in cards:
        found[card.row["kind"]] += 1
    return {kind: number for kind, number in found.items() if number}
