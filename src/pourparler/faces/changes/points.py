"""Changes as points that a person reads: what each is about, what changed, who tells it and in which words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pourparler.core.account import Account
from pourparler.core.entry import DisputeReading, Entry, Instrument, Meeting, Position
from pourparler.core.report import Report
from pourparler.faces.changes.decisions import about
from pourparler.faces.changes.sight import Sight, counted, named
from pourparler.faces.changes.words import field_words, in_order, steps_between, value_words
from pourparler.faces.rows import labels
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.days import when_words
from pourparler.faces.wording.names import some
from pourparler.faces.wording.quoting import visible
from pourparler.record.changes import ActorChange, DisputeChange, EntryChange, FieldChange, Sort

WHO = frozenset({"party", "parties", "people", "speaker", "voiced_by", "mediators", "leads"})
"""Fields that name actors: they may change by what other reports tell of who is who."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line under a point: what changed, or (`deep`) who tells it and in which words."""

    text: str
    deep: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One change to read. `short` is its id as `explain` takes it, `reports` are those that brought it; where none
    did (a day gone by, a judgement), those behind what it is about."""

    change: EntryChange | DisputeChange
    short: str
    title: str
    lines: tuple[Line, ...]
    reports: tuple[Report, ...]

    @property
    def id(self) -> str:
        """The whole id of what it is about: of the entry, or of the dispute."""
        return self.change.entry.id if isinstance(self.change, EntryChange) else self.change.dispute.id

    @property
    def day(self) -> date | None:
        """The day of publication of the newest report behind it."""
        return max((report.published for report in self.reports if report.published), default=None)


def points_of(sight: Sight) -> Iterator[Point]:
    """All changes of entries, then of disputes, as points."""
    for change in sight.changes.entries:
        yield entry_point(sight, change)
    for dispute in sight.changes.disputes:
        yield dispute_point(sight, dispute)


def entry_point(sight: Sight, change: EntryChange) -> Point:
    """What became of one entry."""
    lookup, entry = sight.of(change), change.entry
    brought = (*change.told, *change.moved, *(one for changed in change.fields for one in changed.behind))
    reports = _reports(sight, brought or entry.accounts)
    told = title(lookup, entry, stands=change.sort in (Sort.NEW, Sort.WITHDRAWN, Sort.PARTED))
    lines = (*_lines(sight, change), *(Line(words) for words in about(sight.decided, _accounts(change))))
    return Point(change, lookup.short(entry.id), told, lines, reports)


def _accounts(change: EntryChange) -> Iterator[str]:
    """The ids of all accounts of an entry, before and after."""
    entries = (change.before, change.after, *change.origins)
    yield from dict.fromkeys(account.id for entry in entries if entry for account in entry.accounts)


def title(lookup: Lookup, entry: Entry, stands: bool = False) -> str:
    """An entry in a line; a meeting with its days; with `stands` also where it stands, if its label does not say."""
    label = labels.label(lookup, entry)
    if isinstance(entry, Meeting):
        state = f": {entry.status.value}{', overdue' if entry.overdue else ''}" if stands else ""
        return f"{label}, {when_words(entry.when)}{state}"
    if isinstance(entry, Instrument) and entry.status and stands:
        return f"{label}: {labels.states_words(entry)}"
    return label


def _lines(sight: Sight, change: EntryChange) -> Iterator[Line]:
    entry = change.entry
    if change.sort in (Sort.NEW, Sort.WITHDRAWN):
        earlier = sight.of(change).things.get(entry.moved_from or "") if isinstance(entry, Position) else None
        if isinstance(earlier, Position):
            yield Line(f"moved from {named(sight.of(change), earlier)}")
        yield Line(sight.cite(entry.accounts), deep=True)
        return
    yield from field_lines(sight, change)
    verb = "parted from what was" if change.sort is Sort.PARTED else "now one with what was"
    yield from (Line(f"{verb} {named(sight.before, one)}") for one in change.origins)
    yield from (Line(f"parted from it: {named(sight.after, one)}") for one in change.parts)
    if change.sort is Sort.PARTED:
        yield Line(sight.cite(entry.accounts), deep=True)
    elif change.sort is Sort.TOLD_AGAIN:
        yield from again_lines(sight, change)
    if change.before and change.before.counts != entry.counts:
        yield Line(f"acc·rep·src: {counted(change.before, entry)}")


def field_lines(sight: Sight, changed: EntryChange) -> Iterator[Line]:
    """Changes of fields, those that one account brought first together, with its words under them."""
    ordered = in_order(changed.fields)
    for first in dict.fromkeys(change.behind[:1] for change in ordered):
        these = [change for change in ordered if change.behind[:1] == first]
        for change in these:
            learned = " (learned of who is who elsewhere)" if not first and change.added and change.field in WHO else ""
            yield Line(f"{_field_words(sight, changed, change)}{learned}")
        if first:
            behind = tuple(dict.fromkeys(account for change in these for account in change.behind))
            yield Line(sight.cite(behind), deep=True)


def _field_words(sight: Sight, changed: EntryChange, change: FieldChange) -> str:
    if change.field == "status" and isinstance(changed.before, Meeting) and isinstance(changed.after, Meeting):
        return f"status: {steps_between(changed.before, changed.after)}"
    return field_words(change, sight.before, sight.after)


def again_lines(sight: Sight, change: EntryChange) -> Iterator[Line]:
    """Who else tells of an entry now, and who no longer."""
    if change.told:
        yield Line(f"also told by {sight.tellers(change.told)}")
    if change.moved:
        yield Line(f"{some(len(change.moved), 'account')} of it stood under another entry before")
    if change.left:
        verb = "stands" if len(change.left) == 1 else "stand"
        yield Line(f"{some(len(change.left), 'account')} of it {verb} under another entry now")
    if change.untold:
        yield Line(f"no longer told so by {sight.tellers(change.untold)}")


def dispute_point(sight: Sight, change: DisputeChange) -> Point:
    """What became of one dispute."""
    lookup, dispute = sight.of(change), change.dispute
    places = change.brought or tuple(place for reading in dispute.readings for place in reading.evidence)
    reports = tuple(dict.fromkeys(sight.cited(place) for place in places))
    seen = sight.after if change.entry.id in sight.after.things else sight.before
    told = f"{dispute.field.replace('_', ' ')} of {named(seen, change.entry)} ({dispute.sort.value})"
    accounts = (account.id for account in change.entry.accounts)
    lines = (*_dispute_lines(sight, change), *(Line(one) for one in about(sight.decided, accounts, dispute.field)))
    return Point(change, lookup.short(dispute.id), told, lines, reports)


def _dispute_lines(sight: Sight, change: DisputeChange) -> Iterator[Line]:
    if change.sort is Sort.CHANGED:
        yield from (Line(field_words(one, sight.before, sight.after)) for one in change.fields)
        yield from _readings(sight, change.added, "also " if change.added else "")
        yield from _readings(sight, change.removed, "no longer ")
        return
    yield from _readings(sight, change.dispute.readings)
    if change.sort is Sort.RESOLVED and change.entry.id in sight.after.things:
        now = getattr(change.entry, change.dispute.field, None)
        words = [value_words(one, sight.after) for one in (now if isinstance(now, tuple) else (now,))]
        if any(words):
            yield Line(f"the record now has: {', '.join(filter(None, words))}")


def _readings(sight: Sight, readings: Iterable[DisputeReading], prefix: str = "") -> Iterator[Line]:
    for reading in readings:
        yield Line(f"{prefix}{labels.value_words(reading.value)}")
        yield Line(sight.cite_words(reading.evidence), deep=True)


def actor_words(sight: Sight, change: ActorChange) -> str:
    """What became of one actor, in a line."""
    actor = change.actor
    told = "; ".join(field_words(one, sight.before, sight.after) for one in change.fields)
    role = ", ".join(visible(word) for word in (actor.office, actor.represents) if word)
    return f"{visible(actor.name)}{f' – {told}' if told else f' ({role})' if role else ''}"


def _reports(sight: Sight, accounts: Iterable[Account]) -> tuple[Report, ...]:
    return tuple(dict.fromkeys(sight.report(account) for account in accounts))
