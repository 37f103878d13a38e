"""What a table shows of each row: short cells in words, days with precision and origin, counts."""

from collections.abc import Callable
from dataclasses import dataclass

from pourparler.core.actor import Actor
from pourparler.core.entry import (
    Condition,
    Counts,
    Dispute,
    Entry,
    Instrument,
    Meeting,
    Position,
    ReportView,
    Statement,
)
from pourparler.faces.rows.labels import label, states_words
from pourparler.faces.rows.lookup import Found, Lookup
from pourparler.faces.rows.sides import SORTS, side_words
from pourparler.faces.rows.times import day_from, published_days
from pourparler.faces.wording.days import dated, day_words, is_dated, publication, short_day, when_words
from pourparler.faces.wording.quoting import clip, quoted, visible
from pourparler.faces.wording.voices import ACT_WORDS, STANCE_WORDS, outlet, through

COUNTS = "acc·rep·src"
"""Heading of the counts: accounts, reports, independent sources."""

NOBODY = "—"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its share of the width that is left (0: as wide as its words), and whether it wraps."""

    heading: str
    share: int = 0


COLUMNS: dict[str, tuple[Column, ...]] = {
    "meetings": (Column("id"), Column("when", 4), Column("what", 5), Column("status"), Column(COUNTS)),
    "statements": (Column("id"), Column("when", 3), Column("who", 3), Column("what", 6)),
    "positions": (Column("id"), Column("when", 2), Column("position", 3), Column("voiced by", 2), Column("words", 5)),
    "conditions": (Column("id"), Column("for", 2), Column("blocked", 3), Column("what must come first", 4),
                   Column("voiced by", 2), Column(COUNTS)),
    "instruments": (Column("id"), Column("what", 4), Column("states, first to last", 5), Column(COUNTS)),
    "disputes": (Column("id"), Column("about", 3), Column("field"), Column("sort", 2), Column("readings", 7)),
    "actors": (Column("id"), Column("name", 3), Column("kind"), Column("speaks for", 2), Column("office", 3),
               Column("wordings", 3)),
    "reports": (Column("id"), Column("published", 3), Column("outlet", 2), Column("report", 4), Column("entries")),
}  # fmt: skip
"""Columns of each list."""


TOLD_IN = {Meeting: 1, Statement: 2, Position: 1, Condition: 0, Instrument: 0}
"""Which cell after the id tells what an entry is."""


def cells(lookup: Lookup, row: Found) -> tuple[str, ...]:
    """The cells of one row, in the order of its list's columns."""
    made = list(_MAKERS[type(row)](lookup, row))
    if isinstance(row, Entry) and (marked := marks(row)):
        made[TOLD_IN[type(row)]] += f" [{marked}]"
    return (lookup.short(_id(row)), *made)


def marks(entry: Entry) -> str:
    """Whether a person found an entry right or set some of it right: `confirmed, corrected`; empty for neither."""
    said = [word for word, made in (("confirmed", entry.confirmed), ("corrected", entry.corrected)) if made]
    return ", ".join(said)


def is_undated(lookup: Lookup, row: Found) -> bool:
    """True when a row belongs apart, among those without a day."""
    match row:
        case Meeting():
            return not is_dated(row.when)
        case Statement():
            return row.said_on is None and not published_days(lookup, row.accounts)
        case Position():
            return row.since is None and not published_days(lookup, row.accounts)
        case ReportView():
            return row.report.published is None
    return False


def counts_words(counts: Counts) -> str:
    """The three counts of an entry: 3·2·1."""
    return f"{counts.accounts}·{counts.reports}·{counts.sources}"


def _id(row: Found) -> str:
    return row.report.id if isinstance(row, ReportView) else row.id


def _meeting(lookup: Lookup, meeting: Meeting) -> tuple[str, ...]:
    status = f"{meeting.status.value}, overdue" if meeting.overdue else meeting.status.value
    return when_told(lookup, meeting), label(lookup, meeting), status, counts_words(meeting.counts)


def when_told(lookup: Lookup, meeting: Meeting) -> str:
    """The days of a meeting with the words they are from, or the person who set them right."""
    by = next((one.by for one in meeting.corrected if one.field == "when"), None)
    if by is not None and is_dated(meeting.when):
        return f"{when_words(meeting.when)} (set right by {visible(by)})"
    return dated(meeting.when, day_from(lookup, meeting))


def _statement(lookup: Lookup, statement: Statement) -> tuple[str, ...]:
    who = visible(statement.speaker or (statement.source.text if statement.source else "unnamed"))
    if statement.party and statement.party != statement.speaker:
        who += f" ({visible(statement.party)})"
    chain = through(statement.via)
    words = " […] ".join(quoted(place.text, 160) for place in statement.content)
    told = outlet(lookup.report(statement.report))
    return (
        _said(lookup, statement, statement.said_on is not None),
        f"{who}, {chain}" if chain else who,
        f"{ACT_WORDS[statement.act]}: {words} — {told}",
    )


def _said(lookup: Lookup, entry: Entry, known: bool) -> str:
    """The day something was said, else the day it was reported, never the one in place of the other."""
    day = getattr(entry, "said_on", None) or getattr(entry, "since", None)
    reported = published_days(lookup, entry.accounts)
    if known and day:
        return f"{day_words(day)} ({f'report of {short_day(min(reported))}' if reported else 'a report without a day'})"
    if not reported:
        return "no day told"
    return f"reported {day_words(min(reported))}"


def _position(lookup: Lookup, position: Position) -> tuple[str, ...]:
    words = quoted(lookup.in_order(position.evidence)[0].text, 140) if position.evidence else NOBODY
    stand = f"{visible(position.party or 'Nobody named')} {STANCE_WORDS[position.stance]} {visible(position.issue)}"
    voiced = visible(position.voiced_by or NOBODY)
    return (
        _said(lookup, position, position.since is not None),
        stand,
        voiced,
        f"{words} {counts_words(position.counts)}",
    )


def _condition(lookup: Lookup, condition: Condition) -> tuple[str, ...]:
    return (
        visible(condition.party or NOBODY),
        visible(condition.blocks),
        f"{condition.operator.value}: {visible(condition.requires)}",
        visible(condition.voiced_by or NOBODY),
        counts_words(condition.counts),
    )


def _instrument(lookup: Lookup, instrument: Instrument) -> tuple[str, ...]:
    return label(lookup, instrument), states_words(instrument), counts_words(instrument.counts)


def _dispute(lookup: Lookup, dispute: Dispute) -> tuple[str, ...]:
    about = lookup.things.get(dispute.about)
    readings = " | ".join(side_words(lookup, reading) for reading in dispute.readings)
    title = label(lookup, about) if about else dispute.about
    return f"{lookup.short(dispute.about)} {title}", dispute.field.replace("_", " "), SORTS[dispute.sort], readings


def _actor(lookup: Lookup, actor: Actor) -> tuple[str, ...]:
    return (
        visible(actor.name),
        actor.kind.value,
        visible(actor.represents or NOBODY),
        visible(actor.office or NOBODY),
        clip(", ".join(actor.aliases), 120) or NOBODY,
    )


def _report(lookup: Lookup, view: ReportView) -> tuple[str, ...]:
    report = view.report
    day = publication(report) if report.published or report.updated else "no day told"
    told = len(lookup.told_by.get(report.id, ()))
    title = clip(report.title or report.name, 90)
    name = title if not report.title else f"{title} [{visible(report.name)}]"
    copy = f" — near copy of {visible(view.copies_of)}" if view.copies_of else ""
    foreign = f" — language: {report.language}" if report.language not in (None, "en") else ""
    return day, visible(report.outlet or NOBODY), f"{name}{copy}{foreign}", str(told)


_MAKERS: dict[type, Callable[..., tuple[str, ...]]] = {
    Meeting: _meeting,
    Statement: _statement,
    Position: _position,
    Condition: _condition,
    Instrument: _instrument,
    Dispute: _dispute,
    Actor: _actor,
    ReportView: _report,
}
