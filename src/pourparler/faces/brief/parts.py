"""The parts of a brief: which entries each takes, in which order, and what it leaves out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from shlex import quote
from typing import TypeVar

from pourparler.case.conditions.deadlocks import Deadlock
from pourparler.case.conditions.requirement import Requirement
from pourparler.case.issues.states import Standing
from pourparler.core.entry import Condition, Dispute, Entry, Instrument, Meeting, Position
from pourparler.core.vocabulary import MeetingStatus, Stance
from pourparler.faces.brief.choosing import Caps, in_turn, newness, weighed
from pourparler.faces.brief.deadlines import deadline_item, still_open
from pourparler.faces.brief.documents import dispute_item, instrument_item
from pourparler.faces.brief.footnotes import Footnotes
from pourparler.faces.brief.gaps import record_flag
from pourparler.faces.brief.meetings import meeting_item
from pourparler.faces.brief.paper import Group, Section, Sentence, Wanted, command, say
from pourparler.faces.brief.ranking import COMING, held_up, told_issues
from pourparler.faces.brief.stances import position_groups
from pourparler.faces.rows.filters import parties_of
from pourparler.faces.rows.issues import Issue
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.rows.times import order_of, published_days
from pourparler.faces.system.asking import Asking
from pourparler.faces.wording.days import is_dated
from pourparler.faces.wording.names import some
from pourparler.faces.wording.quoting import visible

Kept = TypeVar("Kept", bound=Entry)

PAST = (MeetingStatus.HELD, MeetingStatus.UNDER_WAY)
LATE = "Overdue: the day has passed and no report of this record says what became of it"


@dataclass(frozen=True)
class Scope:
    """What a brief may take from a record: all that it was asked for. What is asked twice is computed once."""

    notes: Footnotes
    wanted: Wanted
    _ordered: dict[tuple[str, ...], tuple[list[Entry], ...]] = field(default_factory=dict)

    @property
    def lookup(self) -> Lookup:
        """The record."""
        return self.notes.lookup

    @cached_property
    def asking(self) -> Asking:
        """The record as a system: its issues, and what waits for what."""
        return Asking(self.lookup)

    @cached_property
    def held_up(self) -> Mapping[str, list[Requirement]]:
        """The goals that wait, with what holds them up of what was asked for."""
        return held_up(self.asking, {one.id for one in self.conditions})

    @cached_property
    def circles(self) -> tuple[Deadlock, ...]:
        """The goals that wait for each other."""
        return self.asking.deadlocks

    @cached_property
    def issues(self) -> list[Standing]:
        """The issues in a state that were asked for, those with most sources first."""
        kept = {entry.id for entries in (self.positions, self.conditions, self.documents) for entry in entries}
        return told_issues(self.asking, kept)

    @cached_property
    def issue(self) -> Issue | None:
        """The issue to keep to; raises InputError where nothing touches it."""
        return Issue(self.lookup, self.wanted.issue) if self.wanted.issue is not None else None

    @cached_property
    def disputed(self) -> frozenset[str]:
        """The ids of entries that reports contradict each other on."""
        return frozenset(one.about for one in self.lookup.record.disputes)

    @cached_property
    def meetings(self) -> list[Meeting]:
        """The meetings that were asked for."""
        return self.keep(self.lookup.record.meetings)

    @cached_property
    def positions(self) -> list[Position]:
        """The positions that were asked for, but for those that are a condition and no more."""
        record = self.lookup.record
        told = {condition.id for condition in record.conditions}
        return self.keep([one for one in record.positions if not _is_told(one, told)])

    @cached_property
    def conditions(self) -> list[Condition]:
        """The conditions that were asked for."""
        return self.keep(self.lookup.record.conditions)

    @cached_property
    def documents(self) -> list[Instrument]:
        """The documents and arrangements that were asked for."""
        return self.keep(self.lookup.record.instruments)

    def keep(self, entries: Sequence[Kept]) -> list[Kept]:
        """Those of these entries that were asked for, in their order."""
        return [
            one for one in entries if self._is_wanted(one) and self._is_late(published_days(self.lookup, one.accounts))
        ]

    @cached_property
    def disputes(self) -> list[Dispute]:
        """The disputes that were asked for."""
        kept = []
        for one in self.lookup.record.disputes:
            names = {place.report for reading in one.readings for place in reading.evidence}
            days = [day for name in names if (day := self.lookup.report(name).published)]
            if self._is_wanted(one) and self._is_late(days):
                kept.append(one)
        return kept

    def choose(self, entries: Sequence[Kept], most: int) -> list[Kept]:
        """At most `most` of these: the newest, the best supported and the disputed in turn."""
        key = tuple(entry.id for entry in entries)
        if key not in self._ordered:
            self._ordered[key] = weighed(self.lookup, entries, self.disputed)
        return in_turn(self._ordered[key], most)  # type: ignore[arg-type]

    def empty(self, said: str, record: Sequence[object]) -> str:
        """What is said of a part without points: of the whole record `said`, of a narrowed one that it has none."""
        return "Nothing of the record is among what this brief keeps to." if record and self.is_narrowed else said

    @property
    def is_narrowed(self) -> bool:
        """True where less than the whole record is asked for."""
        return self.wanted.party is not None or self.wanted.since is not None or self.wanted.issue is not None

    def more(self, rest: int, noun: str, shown_by: str) -> tuple[Sentence, ...]:
        """How many more there are and the command that lists them; nothing when the brief has them all."""
        if rest <= 0:
            return ()
        many = {"document or arrangement": "documents or arrangements"}.get(noun)
        return (
            say(f"{some(rest, f'more {noun}', f'more {many}' if many else None)}: ", command(self._typed(shown_by))),
        )

    def _typed(self, shown_by: str) -> str:
        wanted = self.wanted
        flags = record_flag(wanted)
        flags += f" --as-of {self.lookup.record.as_of}" if self.lookup.record.as_of else ""
        flags += f" --party {quote(visible(wanted.party))}" if wanted.party else ""
        if wanted.issue is None and wanted.since is None:
            return f"pourparler show {shown_by}{flags}"
        flags += f" --since {wanted.since}" if wanted.since else ""
        flags += f" --issue {quote(visible(wanted.issue))}" if wanted.issue is not None else ""
        return f"pourparler brief --full{flags}"

    def _is_wanted(self, thing: Entry | Dispute) -> bool:
        party = self.wanted.party
        return (not party or party in parties_of(self.lookup, thing)) and (not self.issue or self.issue.touches(thing))

    def _is_late(self, published: Sequence[date]) -> bool:
        since = self.wanted.since
        return since is None or any(day >= since for day in published)


def _is_told(position: Position, conditions: set[str]) -> bool:
    """True for a position that stands among the conditions: it is one of these and no more."""
    return position.stance is Stance.CONDITIONAL and position.condition in conditions


def happened(scope: Scope, caps: Caps) -> Section:
    """What was held, the latest first, and what was put off, called off or denied."""
    lookup, meetings = scope.lookup, scope.meetings
    past = [meeting for meeting in meetings if meeting.status in PAST]
    off = [meeting for meeting in meetings if meeting.status not in PAST + COMING]
    groups = []
    shown = 0
    for heading, chosen in (
        ("", _dated_first(scope, past, caps.happened)),
        ("Put off, called off or denied", scope.choose(off, caps.off)),
    ):
        shown += len(chosen)
        items = tuple(meeting_item(scope.notes, meeting) for meeting in _latest_first(lookup, chosen))
        groups += [Group(heading, items)] if items else []
    more = scope.more(len(past) + len(off) - shown, "meeting", "meetings")
    empty = scope.empty("No report tells of a meeting held.", lookup.record.meetings)
    return Section("happened", "What happened", tuple(groups), empty, more)


def to_come(scope: Scope, caps: Caps) -> Section:
    """What is planned, conditional or proposed: soonest first, then without a day, then overdue, the latest first."""
    lookup = scope.lookup
    coming = [one for one in scope.meetings if one.status in COMING]
    due = [meeting for meeting in coming if not meeting.overdue]
    dated = sorted((one for one in due if is_dated(one.when)), key=lambda one: order_of(lookup, one))
    record = lookup.record
    bound = still_open(lookup, [*coming, *scope.conditions, *scope.documents])
    told = {one.id for one in bound[: caps.deadlines]} - {one.id for one in dated}
    open_ = [meeting for meeting in due if not is_dated(meeting.when) and meeting.id not in told]
    late = _latest_first(lookup, [meeting for meeting in coming if meeting.overdue])
    deadlines = [one for one in bound if one.id in told]
    parts = (
        ("", dated[: caps.coming]),
        ("Without a day", scope.choose(open_, caps.dayless)),
        (LATE, late[: caps.overdue]),
    )
    groups = [
        Group(heading, tuple(meeting_item(scope.notes, one) for one in chosen)) for heading, chosen in parts if chosen
    ]
    shown = sum(len(group.items) for group in groups) + len({one.id for one in coming} & told)
    if deadlines:
        items = tuple(deadline_item(scope.notes, one) for one in deadlines)
        groups.insert(1 if dated else 0, Group("Deadlines that have not passed", items))
    more = scope.more(len(coming) - shown, "meeting", "meetings")
    empty = scope.empty("No report tells of a meeting still to come.", record.meetings)
    return Section("next", "What comes next", tuple(groups), empty, more)


def _dated_first(scope: Scope, meetings: Sequence[Meeting], most: int) -> list[Meeting]:
    """At most `most` meetings, those with a day first: what has none tells a reader little of where things stand."""
    chosen = scope.choose([one for one in meetings if is_dated(one.when)], most)
    return chosen + scope.choose([one for one in meetings if not is_dated(one.when)], most - len(chosen))


def _latest_first(lookup: Lookup, meetings: Sequence[Meeting]) -> list[Meeting]:
    """Meetings by day, the latest first, those without a day last."""
    dated = [meeting for meeting in meetings if is_dated(meeting.when)]
    ordered = sorted(dated, key=lambda meeting: order_of(lookup, meeting), reverse=True)
    return ordered + [meeting for meeting in meetings if not is_dated(meeting.when)]


def stands(scope: Scope, caps: Caps) -> Section:
    """Positions of the parties that most sources give positions of: those that moved first, then as for every part.

    Those of no named party are only counted; those that are a condition and no more are told with the conditions.
    """
    record = scope.lookup.record
    positions = scope.positions
    voices: dict[str, int] = {}
    for position in positions:
        if position.party:
            voices[position.party] = voices.get(position.party, 0) + position.counts.sources
    parties = sorted(voices, key=lambda party: (-voices[party], party))[: caps.parties]
    left = {one.moved_from for one in positions}
    shown: list[Position] = []
    for party in parties:
        of_party = [one for one in positions if one.party == party]
        current = [one for one in of_party if one.id not in left] or of_party
        moved = [one for one in current if one.moved_from]
        moved.sort(key=lambda one: (-newness(scope.lookup, one), one.id))
        shown += in_turn((moved, scope.choose(current, caps.stands)), caps.stands)
    told_within = {one.moved_from for one in shown} & {one.id for one in positions}
    more = scope.more(len(positions) - len(shown) - len(told_within), "position", "positions")
    groups = position_groups(scope.notes, shown)
    empty = scope.empty("No report gives a position of any side.", record.positions)
    return Section("positions", "Where each side stands", groups, empty, more)


def documents(scope: Scope, caps: Caps) -> Section:
    """Documents and arrangements that a report gives a state of, then the others."""
    kept = scope.documents
    most = caps.documents
    chosen = scope.choose([one for one in kept if one.status], most)
    chosen += scope.choose([one for one in kept if not one.status], most - len(chosen))
    items = tuple(instrument_item(scope.notes, one) for one in chosen)
    more = scope.more(len(kept) - len(items), "document or arrangement", "instruments")
    empty = scope.empty("No report names a document.", scope.lookup.record.instruments)
    return Section("documents", "Documents and where they stand", (Group("", items),), empty, more)


def contradictions(scope: Scope, caps: Caps) -> Section:
    """Disputes: the one that most reports are in and the newest in turn."""
    lookup, kept = scope.lookup, scope.disputes

    def told_of(dispute: Dispute) -> set[str]:
        return {place.report for reading in dispute.readings for place in reading.evidence}

    def newest(dispute: Dispute) -> tuple[int, str]:
        days = [day.toordinal() for name in told_of(dispute) if (day := lookup.report(name).published)]
        return -max(days, default=0), dispute.id

    by_day = sorted(kept, key=newest)
    chosen = in_turn((sorted(by_day, key=lambda one: -len(told_of(one))), by_day), caps.disputes)
    items = tuple(dispute_item(scope.notes, one) for one in chosen)
    more = scope.more(len(kept) - len(items), "contradiction", "disputes")
    said = "The reports do not contradict each other on anything that the record compares."
    empty = scope.empty(said, lookup.record.disputes)
    heading = "Where the reports contradict each other"
    return Section("contradictions", heading, (Group("", items),), empty, more)
