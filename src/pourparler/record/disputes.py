"""Disputes: fields of an entry on which accounts cannot all be right. A later report of a newer state is no dispute."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeVar

from pourparler.core.entry import Dispute, Entry, Instrument, Meeting, Statement
from pourparler.core.vocabulary import EntryKind
from pourparler.record.contradictions.agenda import agenda_disputes
from pourparler.record.contradictions.instruments import INSTRUMENT
from pourparler.record.contradictions.meetings import MEETING
from pourparler.record.contradictions.numbers import counted
from pourparler.record.contradictions.parts import denied_parts
from pourparler.record.contradictions.sides import Point, Told, dispute
from pourparler.record.contradictions.wordings import of_words
from pourparler.record.merging.background import Background

E = TypeVar("E", Meeting, Instrument)


def find_disputes(
    meetings: Sequence[Meeting],
    instruments: Sequence[Instrument],
    statements: Sequence[Statement],
    background: Background,
) -> tuple[Dispute, ...]:
    """All disputes, in the order of the entries they are about, then by field.

    Meetings come first, then instruments, then statements (about what nobody has as an instrument).
    """
    told: dict[Point, dict[tuple[object, ...], Told]] = defaultdict(dict)
    of_accounts = (
        _of_accounts(meetings, MEETING, EntryKind.MEETING, background),
        _of_accounts(instruments, INSTRUMENT, EntryKind.INSTRUMENT, background),
    )
    for point, one in chain(*of_accounts, of_words(meetings, instruments, statements, background)):
        told[point][one.value, one.evidence] = one
    found = list(agenda_disputes(meetings, statements, background))
    for point, sides in told.items():
        found += dispute(point, sides.values())
    found = list(_not_said_twice(found))
    order = {entry.id: index for index, entry in enumerate(chain[Entry](meetings, instruments, statements))}
    return tuple(sorted(found, key=lambda one: (order[one.about], one.field, one.id)))


def _not_said_twice(found: Sequence[Dispute]) -> Iterator[Dispute]:
    """Disputes over a statement only where no dispute over a meeting or an instrument rests on the same words."""
    known = [
        evidence
        for one in found
        if one.kind is not EntryKind.STATEMENT
        for side in one.readings
        for evidence in side.evidence
    ]
    for one in found:
        words = [evidence for side in one.readings for evidence in side.evidence]
        twice = any(
            mine.report == theirs.report and mine.start < theirs.end and theirs.start < mine.end
            for mine in words
            for theirs in known
        )
        if one.kind is not EntryKind.STATEMENT or not twice:
            yield one


def _of_accounts(
    entries: Sequence[E],
    fields: Mapping[str, Callable[[E, Background], Iterator[Told]]],
    kind: EntryKind,
    background: Background,
) -> Iterator[tuple[Point, Told]]:
    """What the accounts of each entry give that cannot all be right, and numbers in the sentences they rest on."""
    for entry in entries:
        if len(entry.accounts) < 2:
            continue
        for field, find in fields.items():
            for one in find(entry, background):
                yield Point(kind, entry.id, field), one
        for one in counted(entry, background):
            yield Point(kind, entry.id, "number"), one
        for name, one in denied_parts(entry, background):
            yield Point(kind, entry.id, name), one
