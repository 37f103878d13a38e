"""Disputes: fields of an entry on which accounts cannot all be right. A later report of a newer state is no dispute."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from pourparler.core.entry import Dispute, Entry, Instrument, Meeting, Statement
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import EntryKind
from pourparler.record.bundles import Bundle
from pourparler.record.contradictions.agenda import agenda_disputes
from pourparler.record.contradictions.findings import Findings, find
from pourparler.record.contradictions.instruments import INSTRUMENT
from pourparler.record.contradictions.meetings import MEETING
from pourparler.record.contradictions.numbers import counted
from pourparler.record.contradictions.parts import denied_parts
from pourparler.record.contradictions.passages import Passages
from pourparler.record.contradictions.scope import extents
from pourparler.record.contradictions.sides import Point, Told, dispute
from pourparler.record.contradictions.wordings import of_words
from pourparler.record.entries import Entries
from pourparler.record.merging.background import Background

Sides = Sequence[tuple[Point, Told]]


class Disputes:
    """The disputes of a record; what one entry or one report gives to them is kept until it changes."""

    def __init__(
        self, meetings: Entries[Meeting], instruments: Entries[Instrument], statements: Entries[Statement]
    ) -> None:
        """The entries that disputes are over."""
        self._meetings, self._instruments, self._statements = meetings, instruments, statements
        self._of_entry: dict[str, tuple[Entry, Sides]] = {}
        self._of_report: dict[str, tuple[Bundle, Findings]] = {}
        self._stale: set[str] = set()

    def note(self, reports: Iterable[str]) -> None:
        """Have what these reports give looked for again: an entry told of in them has changed."""
        self._stale.update(reports)

    def settle(
        self, bundles: Iterable[Bundle], order: Mapping[str, int], background: Background
    ) -> tuple[Dispute, ...]:
        """All disputes, in the order of the entries they are about, then by field.

        `bundles` are those of the reports shown, in their order; `order` has the place of every entry by its id:
        meetings first, then instruments, then statements (about what nobody has as an instrument).
        """
        meetings, instruments = list(self._meetings.all()), list(self._instruments.all())
        found = list(self._findings(bundles, background))
        told: dict[Point, dict[tuple[object, ...], Told]] = defaultdict(dict)
        entries = self._of_entries(meetings, instruments, background)
        against = (each for one in found for each in one.off_agenda)
        agendas = agenda_disputes(meetings, against, background)
        for point, one in chain(entries, of_words(found, meetings, background), agendas):
            told[point][one.value, one.evidence] = one
        disputes = [each for point, these in told.items() for each in dispute(point, these.values())]
        return tuple(sorted(_not_said_twice(disputes), key=lambda one: (order[one.about], one.field, one.id)))

    def _of_entries(
        self, meetings: Iterable[Meeting], instruments: Iterable[Instrument], background: Background
    ) -> Iterator[tuple[Point, Told]]:
        """What the accounts of each entry give that cannot all be right."""
        before, self._of_entry = self._of_entry, {}
        for entry in chain[Meeting | Instrument](meetings, instruments):
            if len(entry.accounts) > 1:
                known = before.get(entry.id)
                same = known is not None and known[0] is entry
                sides = known[1] if known and same else tuple(_of_accounts(entry, background))
                self._of_entry[entry.id] = entry, sides
                yield from sides

    def _findings(self, bundles: Iterable[Bundle], background: Background) -> Iterator[Findings]:
        """What the words of each report give."""
        before, self._of_report = self._of_report, {}
        for bundle in bundles:
            report = bundle.report
            known = before.get(report.id)
            if known is None or known[0] is not bundle or report.id in self._stale:
                statements = self._statements.of_report(report.id)
                meetings, instruments = self._meetings.of_report(report.id), self._instruments.of_report(report.id)
                passages = Passages(report, background, statements, meetings, instruments)
                known = bundle, find(passages, statements, background)
            self._of_report[report.id] = known
            yield known[1]
        self._stale = set()


def _of_accounts(entry: Meeting | Instrument, background: Background) -> Iterator[tuple[Point, Told]]:
    """What the accounts of an entry give that cannot all be right, and numbers in the sentences they rest on."""
    kind = EntryKind.MEETING if isinstance(entry, Meeting) else EntryKind.INSTRUMENT
    if isinstance(entry, Meeting):
        fields = ((name, find(entry, background)) for name, find in MEETING.items())
    else:
        fields = ((name, find(entry, background)) for name, find in INSTRUMENT.items())
    for field, sides in fields:
        yield from ((Point(kind, entry.id, field), one) for one in sides)
    yield from ((Point(kind, entry.id, "number"), one) for one in counted(entry, background))
    yield from ((Point(kind, entry.id, field), one) for field, one in denied_parts(entry, background))
    yield from ((Point(kind, entry.id, field), one) for field, one in extents(entry, background))


def _not_said_twice(found: Sequence[Dispute]) -> Iterator[Dispute]:
    """Disputes over a statement only where no dispute over a meeting or an instrument rests on the same words."""
    known: defaultdict[str, list[Evidence]] = defaultdict(list)
    for one in found:
        for evidence in _words(one) if one.kind is not EntryKind.STATEMENT else ():
            known[evidence.report].append(evidence)
    for one in found:
        twice = one.kind is EntryKind.STATEMENT and any(
            mine.start < theirs.end and theirs.start < mine.end
            for mine in _words(one)
            for theirs in known.get(mine.report, ())
        )
        if not twice:
            yield one


def _words(one: Dispute) -> Iterator[Evidence]:
    return (evidence for side in one.readings for evidence in side.evidence)
