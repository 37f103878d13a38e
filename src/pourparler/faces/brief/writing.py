"""Writes the brief of a record: ranked, short enough for five minutes, every sentence on its footnotes."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from pourparler.core.entry import Condition, Dispute, Entry, Instrument, Meeting
from pourparler.core.vocabulary import MeetingStatus, Stance
from pourparler.faces.brief.documents import dispute_item, instrument_item
from pourparler.faces.brief.footnotes import Footnotes
from pourparler.faces.brief.gaps import gap_items, record_flag
from pourparler.faces.brief.meetings import meeting_item
from pourparler.faces.brief.paper import Brief, Group, Section, Sentence, Wanted, command, say
from pourparler.faces.brief.stances import condition_item, position_groups
from pourparler.faces.rows.filters import parties_of
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.rows.times import order_of, published_days, time_of
from pourparler.faces.wording.days import day_words, is_dated
from pourparler.faces.wording.names import some, the
from pourparler.faces.wording.quoting import upper_first, visible

HAPPENED, OFF, NEXT, OVERDUE = 7, 3, 6, 3
PARTIES, STANDS, CONDITIONS, DOCUMENTS, DISPUTES = 5, 4, 6, 6, 6
"""Most points of each part, so that the whole is read in five minutes (some 1,200 words at 240 a minute)."""

Ranked = TypeVar("Ranked", bound=Entry)

PAST = (MeetingStatus.HELD, MeetingStatus.UNDER_WAY)
LATE = "Overdue: the day has passed and no report of this record says what became of it"
NO_GAPS = "No gaps: every report bears a day and gave something, and every meeting has a day."
COMING = (MeetingStatus.PLANNED, MeetingStatus.CONDITIONAL, MeetingStatus.PROPOSED)


def write_brief(lookup: Lookup, wanted: Wanted | None = None) -> Brief:
    """The brief of a record; `wanted` narrows it to a party or to what reports since a day tell."""
    wanted = wanted or Wanted()
    notes = Footnotes(lookup)
    gaps = Section("not-known", "What is not known", (Group("", gap_items(lookup, wanted)),), NO_GAPS)
    if not lookup.record.reports:
        return Brief(_title(lookup), (_nothing(lookup, wanted),), (gaps,) if wanted.failures else (), ())
    sections = (
        _happened(notes, wanted),
        _next(notes, wanted),
        _stands(notes, wanted),
        _conditions(notes, wanted),
        _documents(notes, wanted),
        _disputes(notes, wanted),
        gaps,
    )
    return Brief(_title(lookup), _lead(lookup, wanted), sections, notes.all())


def _title(lookup: Lookup) -> str:
    name = upper_first(visible(lookup.record.name).replace("-", " ").strip()) or "A case without a name"
    return f"{name}: the state of play"


def _lead(lookup: Lookup, wanted: Wanted) -> tuple[Sentence, ...]:
    """What the brief rests on, from when to when, and how it is to be read."""
    record = lookup.record
    days = sorted(view.report.published for view in record.reports if view.report.published)
    alone = sum(view.copies_of is None for view in record.reports)
    span = ""
    if days:
        span = f", published {day_words(days[0])}" + (f" to {day_words(days[-1])}" if days[-1] != days[0] else "")
    independent = f" ({alone} independent of each other)" if alone != len(record.reports) else ""
    lines = [say(f"This brief rests on {some(len(record.reports), 'report')}{independent}{span}.")]
    if record.as_of:
        undated = f", nor {some(wanted.undated, 'report')} without a day of publication" if wanted.undated else ""
        day = day_words(record.as_of)
        lines.append(say(f"It gives the record as of {day}: nothing published later is in it{undated}."))
    if wanted.party:
        lines.append(say(f"It keeps to what touches {the(wanted.party)}."))
    if wanted.since:
        lines.append(say(f"It keeps to what reports published since {day_words(wanted.since)} tell."))
    lines.append(say("It tells what the reports say; a day gone by without a report is not taken as a meeting held."))
    return tuple(lines)


def _nothing(lookup: Lookup, wanted: Wanted) -> Sentence:
    """That there is nothing to brief on, and what to do."""
    as_of = lookup.record.as_of
    if as_of:
        return say(f"No report of this record was published by {day_words(as_of)}.")
    return say("No report is in this record yet; read some with ",
               command(f"pourparler read YOUR-FOLDER{record_flag(wanted)}"), ".")  # fmt: skip


def _kept(notes: Footnotes, wanted: Wanted, entries: Sequence[Ranked]) -> list[Ranked]:
    """The entries that the brief is asked for, the best supported first, then the most lately reported."""
    lookup = notes.lookup

    def recent(entry: Entry) -> date:
        return max(published_days(lookup, entry.accounts), default=date.min)

    kept = [
        entry
        for entry in entries
        if (not wanted.party or wanted.party in parties_of(lookup, entry))
        and (not wanted.since or recent(entry) >= wanted.since)
    ]
    return sorted(kept, key=lambda entry: (-entry.counts.sources, -recent(entry).toordinal(), entry.id))


def _latest_first(lookup: Lookup, meetings: Sequence[Meeting]) -> list[Meeting]:
    """Meetings by day, the latest first, those without a day last."""
    dated = [meeting for meeting in meetings if is_dated(meeting.when)]
    ordered = sorted(dated, key=lambda meeting: order_of(lookup, meeting), reverse=True)
    return ordered + [meeting for meeting in meetings if not is_dated(meeting.when)]


def _happened(notes: Footnotes, wanted: Wanted) -> Section:
    meetings = _kept(notes, wanted, notes.lookup.record.meetings)
    past = [meeting for meeting in meetings if meeting.status in PAST]
    off = [meeting for meeting in meetings if meeting.status not in PAST + COMING]
    shown = _latest_first(notes.lookup, past[:HAPPENED])
    groups = [Group("", tuple(meeting_item(notes, meeting) for meeting in shown))]
    if off:
        items = tuple(meeting_item(notes, meeting) for meeting in _latest_first(notes.lookup, off[:OFF]))
        groups.append(Group("Put off, called off or denied", items))
    more = _more(len(past) + len(off) - len(shown) - len(off[:OFF]), "meeting", "show meetings", wanted)
    return Section("happened", "What happened", tuple(groups), "No report tells of a meeting held.", more)


def _next(notes: Footnotes, wanted: Wanted) -> Section:
    lookup = notes.lookup
    coming = [one for one in _kept(notes, wanted, lookup.record.meetings) if one.status in COMING]
    due = [meeting for meeting in coming if not meeting.overdue]
    dated = [meeting for meeting in due if is_dated(meeting.when)]
    open_ = [meeting for meeting in due if not is_dated(meeting.when)]
    late = [meeting for meeting in coming if meeting.overdue]
    first = sorted(dated, key=lambda meeting: order_of(lookup, meeting))[:NEXT]
    parts = (("", first), ("Without a day", open_[: NEXT // 2]), (LATE, _latest_first(lookup, late[:OVERDUE])))
    groups = tuple(
        Group(heading, tuple(meeting_item(notes, one) for one in meetings)) for heading, meetings in parts if meetings
    )
    shown = sum(len(group.items) for group in groups)
    more = _more(len(coming) - shown, "meeting", "show meetings", wanted)
    return Section("next", "What comes next", groups, "No report tells of a meeting still to come.", more)


def _stands(notes: Footnotes, wanted: Wanted) -> Section:
    """Positions of the parties that most sources give positions of.

    Those of no named party are only counted; those that are a condition and no more are told with the conditions.
    """
    record = notes.lookup.record
    told_below = {condition.id for condition in record.conditions}
    standing = [
        one for one in record.positions if one.stance is not Stance.CONDITIONAL or one.condition not in told_below
    ]
    positions = _kept(notes, wanted, standing)
    voices: dict[str, int] = {}
    for position in positions:
        if position.party:
            voices[position.party] = voices.get(position.party, 0) + position.counts.sources
    parties = sorted(voices, key=lambda party: (-voices[party], party))[:PARTIES]
    shown = [one for party in parties for one in [one for one in positions if one.party == party][:STANDS]]
    groups = position_groups(notes, shown)
    more = _more(len(positions) - len(shown), "position", "show positions", wanted)
    return Section("positions", "Where each side stands", groups, "No report gives a position of any side.", more)


def _conditions(notes: Footnotes, wanted: Wanted) -> Section:
    kept: list[Condition] = _kept(notes, wanted, notes.lookup.record.conditions)
    conditions = sorted(kept, key=lambda one: one.party is None)
    items = tuple(condition_item(notes, one) for one in conditions[:CONDITIONS])
    more = _more(len(conditions) - len(items), "condition", "show conditions", wanted)
    return Section(
        "conditions", "What is conditional on what", (Group("", items),), "No report ties one thing to another.", more
    )


def _documents(notes: Footnotes, wanted: Wanted) -> Section:
    kept: list[Instrument] = _kept(notes, wanted, notes.lookup.record.instruments)
    ranked = sorted(kept, key=lambda one: not one.status)
    items = tuple(instrument_item(notes, one) for one in ranked[:DOCUMENTS])
    more = _more(len(ranked) - len(items), "document or arrangement", "show instruments", wanted)
    return Section(
        "documents", "Documents and where they stand", (Group("", items),), "No report names a document.", more
    )


def _disputes(notes: Footnotes, wanted: Wanted) -> Section:
    lookup = notes.lookup
    disputes = [one for one in lookup.record.disputes if _touched(lookup, wanted, one)]

    def weight(dispute: Dispute) -> tuple[int, int, str]:
        time = time_of(lookup, dispute)
        reports = {place.report for reading in dispute.readings for place in reading.evidence}
        return -len(reports), -time.end.toordinal() if time else 0, dispute.id

    ranked = sorted(disputes, key=weight)
    items = tuple(dispute_item(notes, one) for one in ranked[:DISPUTES])
    more = _more(len(ranked) - len(items), "contradiction", "show disputes", wanted)
    return Section("contradictions", "Where the reports contradict each other", (Group("", items),),
                   "The reports do not contradict each other on anything that the record compares.", more)  # fmt: skip


def _touched(lookup: Lookup, wanted: Wanted, dispute: Dispute) -> bool:
    names = {place.report for reading in dispute.readings for place in reading.evidence}
    days = [day for name in names if (day := lookup.report(name).published)]
    lately = not wanted.since or any(day >= wanted.since for day in days)
    return lately and (not wanted.party or wanted.party in parties_of(lookup, dispute))


def _more(rest: int, noun: str, shown_by: str, wanted: Wanted) -> tuple[Sentence, ...]:
    """How many more there are and the command that lists them; nothing when the brief has them all."""
    if rest <= 0:
        return ()
    many = {"document or arrangement": "documents or arrangements"}.get(noun)
    typed = f"pourparler {shown_by}{record_flag(wanted)}"
    return (say(f"{some(rest, f'more {noun}', f'more {many}' if many else None)}: ", command(typed)),)
