"""Writes a reading down as accounts; nothing enters without words of the report behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pourparler.accounts.voices import voice_at, voice_of
from pourparler.core.account import Account, Fields, ReportAccounts, Support, Voice
from pourparler.core.evidence import Span, cite
from pourparler.core.ids import content_id
from pourparler.core.reading import (
    Attribution,
    ConditionFrame,
    InstrumentFrame,
    MeetingFrame,
    PositionFrame,
    Reading,
)
from pourparler.core.report import Report
from pourparler.core.vocabulary import EntryKind

Frame = MeetingFrame | PositionFrame | ConditionFrame | InstrumentFrame

SPANS = (
    "source", "cue", "agenda", "outcome", "terms", "trigger", "wording", "hedge", "denied", "venue",
)  # fmt: skip
"""Fields that are spans of their own, beside the passage as a whole; they become the support of an account."""


def write(report: Report, reading: Reading) -> ReportAccounts:
    """The accounts of one reading, in the order of the text; raises EvidenceError when a span is not in the report."""
    accounts = [_statement(report, said) for said in reading.attributions if _is_news(report, said.content)]
    for kind, frames in (
        (EntryKind.MEETING, reading.meetings),
        (EntryKind.POSITION, reading.positions),
        (EntryKind.CONDITION, reading.conditions),
        (EntryKind.INSTRUMENT, reading.instruments),
    ):
        accounts += _of_kind(report, kind, frames, reading.attributions)
    return ReportAccounts(report.id, reading.reader, tuple(_unlike(accounts)), reading.mentions)


def _statement(report: Report, said: Attribution) -> Account:
    return _account(report, EntryKind.STATEMENT, said, said.content, voice_of(said), _field_support(report, said))


def _of_kind(
    report: Report, kind: EntryKind, frames: Sequence[Frame], attributions: Sequence[Attribution]
) -> Iterator[Account]:
    """Accounts of the frames of one kind; frames that the reader holds to be of one entry share a group."""
    for index, frame in enumerate(frames):
        if not _is_news(report, (frame.evidence,)):
            continue
        voice = voice_at(frame.evidence, attributions)
        account = _account(report, kind, frame, (frame.evidence,), voice, _field_support(report, frame))
        yield replace(account, group=group_of(report.id, kind, _first(frames, index)))


def group_of(report: str, kind: EntryKind, index: int) -> str:
    """The group of the frame at `index` of its kind in a reading of the report with this id, which refers to no
    earlier frame: what joins accounts of one entry, and what a frame's `condition` leads to."""
    return content_id("g", report, kind.value, index)


def _first(frames: Sequence[Frame], index: int) -> int:
    """The index of the first frame that tells of the same entry as the frame at `index`."""
    while True:
        earlier = getattr(frames[index], "same_as", None)
        if earlier is None or earlier >= index:
            return index
        index = earlier


def _field_support(report: Report, fields: Fields) -> list[Support]:
    """The words behind the fields that carry spans of their own, one or several."""
    told = [(name, getattr(fields, name, None)) for name in SPANS]
    return [
        Support(name, cite(report.name, report.text, span))
        for name, value in told
        for span in ((value,) if isinstance(value, Span) else value or ())
        if _is_news(report, (span,))
    ]


def _account(
    report: Report,
    kind: EntryKind,
    fields: Fields,
    spans: Sequence[Span],
    voice: Voice,
    support: Sequence[Support] = (),
) -> Account:
    places = ";".join(f"{span.start}-{span.end}" for span in spans)
    evidence = tuple(cite(report.name, report.text, span) for span in spans)
    return Account(
        content_id("a", report.id, kind.value, places), report.id, kind, fields, voice, evidence, tuple(support)
    )


def _unlike(accounts: Sequence[Account]) -> Iterator[Account]:
    """Accounts with ids made unlike: a second account of one kind at the very same place counts on from the first."""
    seen: dict[str, int] = {}
    for account in accounts:
        count = seen[account.id] = seen.get(account.id, 0) + 1
        yield account if count == 1 else replace(account, id=content_id("a", account.id, count))


def _is_news(report: Report, spans: Sequence[Span]) -> bool:
    """True when no span touches a part of the report that is no reporting."""
    return bool(spans) and not any(span.overlaps(part) for span in spans for part in report.not_news)
