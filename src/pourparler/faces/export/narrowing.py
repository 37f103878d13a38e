"""A record narrowed to chosen entries, with what belongs to them: who is in them, their reports and contradictions."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from pourparler.core.account import Voice
from pourparler.core.entry import (
    Condition,
    Dispute,
    Entry,
    Instrument,
    Meeting,
    Position,
    ReportView,
    Statement,
)
from pourparler.core.judgement import OF_BOARDS
from pourparler.faces.export.shape import KINDS
from pourparler.faces.rows.lookup import Found, Lookup
from pourparler.faces.wording.names import some
from pourparler.record.boards import KeptBoard, kept_in

LISTS = ("meetings", "statements", "positions", "conditions", "instruments")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The record of what was chosen, and lines on what was not."""

    lookup: Lookup
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class Piece(Lookup):
    """A part of a record that calls things by the short ids that the whole record gives them."""

    whole: Lookup

    @cached_property
    def short_ids(self) -> Mapping[str, str]:
        """The short ids of the whole record, of what is in this part."""
        return {full: self.whole.short(full) for full in self.things}

    def referred(self, identifier: str) -> Found | None:
        """What an entry refers to, also where it was not chosen."""
        return self.whole.referred(identifier)


def narrow(lookup: Lookup, chosen: Collection[str]) -> Narrowed:
    """The record with the entries, disputes, actors and reports of the ids `chosen` alone.

    With an entry come the disputes about it, the reports that tell it and the first of each chain of near copies, and
    the actors that it names. An id that an entry no longer goes by finds it; raises UnknownEntryError for any other.
    """
    record = lookup.record
    found = {_id(thing): thing for thing in map(lookup.find, chosen)}
    entries = [thing for thing in found.values() if isinstance(thing, Entry)]
    about = {entry.id for entry in entries}
    disputes = tuple(one for one in record.disputes if one.id in found or one.about in about)
    reports = {thing.report.id for thing in found.values() if isinstance(thing, ReportView)}
    reports |= _reports(lookup, entries, disputes)
    names = set(names_in(entries, disputes))
    names |= {party for name in names if (party := lookup.represents.get(name))}
    kept: dict[str, Any] = {kind: tuple(one for one in getattr(record, kind) if one.id in found) for kind in LISTS}
    narrowed = replace(
        record,
        reports=tuple(view for view in record.reports if view.report.id in reports),
        actors=tuple(one for one in record.actors if one.id in found or one.name in names),
        disputes=disputes,
        asks=(),
        judgements=tuple(one for one in record.judgements if one.verdict not in OF_BOARDS),
        lost=tuple(one for one in record.lost if one.verdict not in OF_BOARDS),
        **kept,
    )
    part = Piece(narrowed, lookup, learned=lookup.learned)
    counts = {kind: len(getattr(record, kind)) for kind in KINDS}
    return Narrowed(part, (*not_chosen(part, counts), *led_away(part), *boards_left(kept_in(record))))


def _id(thing: Found) -> str:
    return thing.report.id if isinstance(thing, ReportView) else thing.id


def _reports(lookup: Lookup, entries: Iterable[Entry], disputes: Iterable[Dispute]) -> set[str]:
    """The ids of the reports that tell these entries or give readings of these disputes, and of what they copy."""
    told = {account.report for entry in entries for account in entry.accounts}
    names = {name for dispute in disputes for name in cited_in(dispute)} & lookup.views.keys()
    names |= {lookup.reports_by_id[one].name for one in told}
    while copied := {origin for name in names if (origin := lookup.views[name].copies_of) in lookup.views} - names:
        names |= {name for name in copied if name}
    return {lookup.views[name].report.id for name in names}


def cited_in(dispute: Dispute) -> Iterator[str]:
    """The names of the reports that give readings of a dispute, and of those that they repeat."""
    for reading in dispute.readings:
        yield from (place.report for place in reading.evidence)
        yield from (witness.report for witness in reading.witnesses)
        yield from (witness.repeats for witness in reading.witnesses if witness.repeats)


def names_in(entries: Iterable[Entry], disputes: Iterable[Dispute]) -> Iterator[str]:
    """The names of all that stand in these entries and speak in them or in these disputes."""
    for entry in entries:
        yield from named_in(entry)
        yield from (name for one in entry.accounts for name in _voiced(one.voice))
    for dispute in disputes:
        for reading in dispute.readings:
            yield from (reading.value,) if isinstance(reading.value, str) else reading.value
            yield from (name for witness in reading.witnesses for name in _voiced(witness.voice))


def named_in(entry: Entry) -> tuple[str, ...]:
    """The names of the actors that stand in the fields of an entry."""
    match entry:
        case Meeting():
            leads = [name for lead in entry.leads for name in lead]
            rest = (*entry.mediators, *entry.excluded, *entry.hosts, *entry.invited, *entry.absent)
            found: Iterable[str | None] = (*entry.parties, *entry.people, *leads, *rest)
        case Statement():
            found = (entry.speaker, entry.party, *entry.via, entry.to)
        case Position() | Condition():
            found = (entry.party, entry.voiced_by)
        case Instrument():
            found = entry.parties
    return tuple(name for name in found if name)


def _voiced(voice: Voice) -> Iterator[str]:
    yield from (name for name in (voice.speaker, voice.party, *voice.via) if name)


def not_chosen(part: Lookup, counts: Mapping[str, int]) -> Iterator[str]:
    """A line on what is not in a part of a record that has so many of each list; none where all of it is."""
    kept = {kind: len(getattr(part.record, kind)) for kind in KINDS}
    missing = [f"{some(counts[kind] - kept[kind], kind.removesuffix('s'))} of {counts[kind]}"
               for kind in KINDS if kept[kind] < counts[kind]]  # fmt: skip
    if missing:
        yield f"what was not chosen: {', '.join(missing)}"


def boards_left(boards: Sequence[KeptBoard]) -> Iterator[str]:
    """A line on boards of options, which belong to the whole record alone; none where there are none."""
    if boards:
        yield f"{some(len(boards), 'board')} of options with all hypotheses: only an export of everything has them"


def led_away(part: Lookup) -> Iterator[str]:
    """A line on references that lead out of a part of a record; none where all stay within."""
    led = {lead for entry in part.entries for lead in _leads(entry)} | {one.about for one in part.record.disputes}
    away = led - part.things.keys()
    if away:
        yield f"{some(len(away), 'entry', 'entries')} not chosen that others refer to; their ids stand in the fields"


def _leads(entry: Entry) -> Iterator[str]:
    """The ids of other entries that an entry refers to."""
    if isinstance(entry, Meeting | Position) and entry.condition:
        yield entry.condition
    if isinstance(entry, Position) and entry.moved_from:
        yield entry.moved_from
