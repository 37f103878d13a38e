"""Entries shown in one line each: what they are called, what became of them, and the first words they rest on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from sqlite3 import Row

from pourparler.core.entry import Dispute, Entry, Instrument, Meeting, Statement
from pourparler.core.evidence import Evidence
from pourparler.faces.web.part import Part, among
from pourparler.faces.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Told:
    """An entry, its row in the snapshot, and the first words that it rests on."""

    row: Row
    entry: Entry
    words: Evidence


@dataclass(frozen=True)
class Tellings:
    """The entries that a page shows in lines, by their ids, and what their words are made with."""

    lines: Mapping[str, Told]
    lookup: Part

    def of(self, ids: Iterable[str]) -> list[Told]:
        """The lines of some of them, in their order."""
        return [self.lines[one] for one in ids]

    def by_state(self, ids: Iterable[str]) -> list[Told]:
        """The lines of some of them, each with the words that put it into its present state."""
        return [replace(one, words=state_words(self.lookup, one.entry)) for one in self.of(ids)]


def tellings(visit: Visit, ids: Sequence[str], disputes: Sequence[Dispute] = ()) -> Tellings:
    """The lines of all entries that a page shows, and of what its disputes are about; each is read once."""
    wanted = list(dict.fromkeys((*ids, *(one.about for one in disputes))))
    entries = visit.snapshot.entries(wanted)
    lookup = visit.part((*entries, *disputes))
    rows = {row["id"]: row for row in among(visit.snapshot, "SELECT * FROM entries", "id", wanted)}
    return Tellings({one.id: Told(rows[one.id], one, first_words(lookup, one)) for one in entries}, lookup)


def first_words(lookup: Part, entry: Entry) -> Evidence:
    """What a statement says, else the first words, by day of publication, that an entry rests on."""
    return lookup.in_order(entry.content if isinstance(entry, Statement) else entry.evidence)[0]


def state_words(lookup: Part, entry: Entry) -> Evidence:
    """The first words of the state that a meeting or an instrument is in; the first words of any other entry."""
    states = entry.states if isinstance(entry, Meeting) else entry.status if isinstance(entry, Instrument) else ()
    followed = [one for one in states if one.followed and one.evidence]
    return lookup.in_order(followed[-1].evidence)[0] if followed else first_words(lookup, entry)
