"""Everything known of one thing of the record, as plain values and as lines: what `explain` shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pourparler.core.account import Account
from pourparler.core.entry import Dispute, Entry, Instrument, Meeting, Position, Statement
from pourparler.core.evidence import Evidence
from pourparler.core.moment import Origin, TimeExpression, When
from pourparler.core.reading import (
    Attribution,
    ConditionFrame,
    InstrumentFrame,
    MeetingFrame,
    PositionFrame,
    Reading,
)
from pourparler.core.report import Report
from pourparler.faces.rows.cells import counts_words, when_told
from pourparler.faces.rows.history import movement
from pourparler.faces.rows.labels import label, states_words, value_words
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.rows.sides import SORTS, who_says
from pourparler.faces.wording.days import dated, day_words, is_dated, publication, published_words, when_words
from pourparler.faces.wording.names import series, some
from pourparler.faces.wording.quoting import visible
from pourparler.faces.wording.voices import outlet, whose

AROUND = 70
"""Characters of context on either side of cited words."""

WORDS = (("told by", "wording"), ("hedged by", "hedge"), ("denied", "denied"))
"""Fields of an account that are words of the report, and what they are called."""

COUNTED: dict[Origin, str] = {
    Origin.PUBLISHED: "the day of publication",
    Origin.DATELINE: "the dateline",
    Origin.SPEAKER: "the day the speaker spoke",
    Origin.TEXT: "a day told earlier in the text",
}
"""What a relative day is counted from."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One account as a person reads it: where it stands, in whose voice, its words with context, its day."""

    account: Account
    report: Report
    published: str
    voice: str
    words: tuple[tuple[str, str, str], ...]
    day: str
    gives: tuple[tuple[str, str], ...]


def tellings(lookup: Lookup, entry: Entry, readings: Mapping[str, Reading]) -> tuple[Telling, ...]:
    """Every account of an entry, by day of publication (undated last); `readings` by report id tell how days arose."""
    found = []
    for account in entry.accounts:
        report = lookup.report_of(account)
        words = tuple(in_context(report.text, place) for place in account.evidence)
        day = day_words_of(account, report, readings.get(account.report))
        voice = whose(account.voice, report)
        found.append(Telling(account, report, publication(report), voice, words, day, given_by(account)))
    return tuple(sorted(found, key=_order))


def _order(one: Telling) -> tuple[bool, date, str, int]:
    day = one.report.published
    return day is None, day or date.max, one.report.name, one.account.evidence[0].start


def in_context(text: str, place: Evidence, around: int = AROUND) -> tuple[str, str, str]:
    """Up to `around` characters before, the exact words, and as many after, cut between words; a cut is marked …."""
    before = text[max(0, place.start - around) : place.start]
    after = text[place.end : place.end + around]
    if place.start > around:
        before = f"…{before[before.find(' ') :] if ' ' in before else before}"
    if place.end + around < len(text):
        after = f"{after[: after.rfind(' ')] if ' ' in after else after} …"
    return _edge(before), visible(place.text), _edge(after)


def _edge(text: str) -> str:
    """Context made visible; a break next to the cited words stays a blank."""
    left, right = text[:1].isspace(), text[-1:].isspace()
    shown = visible(text)
    return f"{' ' if left and shown else ''}{shown}{' ' if right and shown else ''}"


def when_of(account: Account) -> When | None:
    """The days that an account gives its meeting."""
    return account.fields.when if isinstance(account.fields, MeetingFrame) else None


def day_words_of(account: Account, report: Report, reading: Reading | None) -> str:
    """The day that an account gives and how it was found; empty for what has no day."""
    fields = account.fields
    if isinstance(fields, Attribution) and fields.said_on:
        return f"said {day_words(fields.said_on)}"
    if isinstance(fields, InstrumentFrame) and fields.on:
        return f"{fields.status.value if fields.status else 'told'} {day_words(fields.on)}"
    when = when_of(account)
    if when is None:
        return ""
    if not is_dated(when):
        return f"no day: '{visible(when.said)}' could not be placed" if when.said.strip() else ""
    found = expression_of(account, reading)
    if found is None or found.counted_from.origin not in COUNTED or found.counted_from.day is None:
        return dated(when, report)
    counted = f"{COUNTED[found.counted_from.origin]}, {day_words(found.counted_from.day)}"
    return f"{when_words(when)} (from '{visible(when.said)}', counted from {counted})"


def expression_of(account: Account, reading: Reading | None) -> TimeExpression | None:
    """The time expression that gave an account its days: the one of these days nearest to the account's words."""
    when = when_of(account)
    if when is None or reading is None:
        return None
    alike = [time for time in reading.times if time.when and (time.when.start, time.when.end) == (when.start, when.end)]
    start = account.evidence[0].start
    return min(
        alike,
        key=lambda time: (time.when is None or time.when.said != when.said, abs(time.start - start)),
        default=None,
    )


def given_by(account: Account) -> tuple[tuple[str, str], ...]:
    """What an account by itself gives of its entry, field by field in words."""
    fields = account.fields
    if isinstance(fields, MeetingFrame):
        leads = series([f"{visible(person)} for {visible(party)}" for party, person in fields.leads])
        rows = [("state", fields.status.value), ("place", ", ".join(fields.place)), ("parties", series(fields.parties)),
                ("people", ", ".join(fields.people)), ("led by", leads), ("mediating", ", ".join(fields.mediators)),
                ("left out", ", ".join(fields.excluded)), *_company(fields)]  # fmt: skip
    elif isinstance(fields, InstrumentFrame):
        rows = [("state", fields.status.value if fields.status else ""), ("parties", series(fields.parties)),
                ("by", _by(fields.deadline))]  # fmt: skip
    elif isinstance(fields, PositionFrame):
        rows = [("since", day_words(fields.since) if fields.since else "")]
    elif isinstance(fields, ConditionFrame):
        rows = [("tied by", fields.operator.value), ("by", _by(fields.deadline))]
    else:
        rows = []
    rows += [(name, _joined(account, field)) for name, field in WORDS]
    return tuple((name, visible(value)) for name, value in rows if value)


def facts(lookup: Lookup, entry: Entry) -> tuple[tuple[str, str], ...]:
    """What the record holds of an entry, field by field in words."""
    match entry:
        case Meeting():
            rows = _meeting(lookup, entry)
        case Statement():
            who = entry.speaker or (entry.source.text if entry.source else "not named")
            rows = [("speaker", who), ("for", entry.party or ""), ("told to", entry.to or ""),
                    ("through", ", ".join(entry.via)), ("act", entry.act.value), ("rendering", entry.mode.value),
                    ("stands for it", "no" if entry.negative else ""), ("where", _words(entry.venue)),
                    ("hedged by", _words(entry.hedge)),
                    ("said on", day_words(entry.said_on) if entry.said_on else "no day told")]  # fmt: skip
        case Position():
            rows = [("voiced by", entry.voiced_by or ""), ("since", day_words(entry.since) if entry.since else ""),
                    ("depends on", _depends(lookup, entry)), *movement(lookup, entry)]  # fmt: skip
        case Instrument():
            rows = [("subject", entry.subject or ""), ("states", states_words(entry)), ("by", _by(entry.deadline))]
        case _:
            rows = [("for", entry.party or ""), ("voiced by", entry.voiced_by or ""), ("tied by", entry.operator.value),
                    ("by", _by(entry.deadline))]  # fmt: skip
    counted = f"{counts_words(entry.counts)} (accounts · reports · independent sources)"
    return tuple((name, visible(value)) for name, value in [*rows, ("counts", counted)] if value)


def _meeting(lookup: Lookup, meeting: Meeting) -> list[tuple[str, str]]:
    state = f"{meeting.status.value}{', overdue' if meeting.overdue else ''}"
    leads = series([f"{person} for {party}" for party, person in meeting.leads])
    return [("state", state), ("when", when_told(lookup, meeting)),
            ("people", ", ".join(meeting.people)), ("led by", leads), ("mediating", ", ".join(meeting.mediators)),
            ("left out", ", ".join(meeting.excluded)), *_company(meeting),
            ("depends on", _depends(lookup, meeting))]  # fmt: skip


def _company(told: Meeting | MeetingFrame) -> list[tuple[str, str]]:
    """How and with whom beside those at the table a meeting is told to be, and by when."""
    return [("by way of", told.channel.value if told.channel else ""), ("hosting", ", ".join(told.hosts)),
            ("invited", ", ".join(told.invited)), ("absent", ", ".join(told.absent)),
            ("by", _by(told.deadline))]  # fmt: skip


def _by(deadline: When | None) -> str:
    if deadline is None:
        return ""
    said = f"'{deadline.said}'" if deadline.said.strip() else ""
    return f"{when_words(deadline)} ({said})" if said and is_dated(deadline) else when_words(deadline)


def _words(place: Evidence | None) -> str:
    return f"'{place.text}'" if place else ""


def _joined(account: Account, field: str) -> str:
    return ", ".join(f"'{item.evidence.text}'" for item in account.support if item.field == field)


def _depends(lookup: Lookup, entry: Position | Meeting) -> str:
    condition = lookup.things.get(entry.condition or "")
    return f"{lookup.short(entry.condition or '')} {label(lookup, condition)}" if condition else ""


def disputes_of(lookup: Lookup, entry: Entry) -> tuple[Dispute, ...]:
    """The disputes about an entry."""
    return lookup.disputes_about.get(entry.id, ())


def dispute_lines(lookup: Lookup, dispute: Dispute) -> list[str]:
    """A dispute as lines: its readings, each with who gives it and in which words."""
    sort = SORTS[dispute.sort]
    lines = [f"Contradiction {lookup.short(dispute.id)} on {dispute.field.replace('_', ' ')} ({sort}):"]
    for reading in dispute.readings:
        sources = some(reading.sources, "independent source")
        lines.append(f"  {value_words(reading.value)} — {who_says(lookup, reading)}: {sources}")
        lines += [f"    {line}" for line in cited(lookup, reading.evidence)]
    return lines


def cited(lookup: Lookup, places: Sequence[Evidence]) -> list[str]:
    """Evidence as lines: outlet, day of publication, words in their context."""
    lines = []
    for place in lookup.in_order(places):
        report = lookup.report(place.report)
        before, words, after = in_context(report.text, place)
        lines.append(f"{outlet(report)}, {published_words(report)}: {before}«{words}»{after}")
    return lines
