"""Paragraphs put together: the text of a report, its perfect reading, and of which truth each account is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bench.synthetic.page import Frame, Paragraph, linked, moved, renamed
from bench.synthetic.truth import Wrong
from pourparler.accounts import write
from pourparler.core.account import ReportAccounts
from pourparler.core.evidence import Span
from pourparler.core.ids import content_id
from pourparler.core.reading import (
    Attribution,
    ConditionFrame,
    InstrumentFrame,
    MeetingFrame,
    Mention,
    PositionFrame,
    Reading,
)
from pourparler.core.report import Report
from pourparler.core.vocabulary import ActorKind, EntryKind

READER = "synthetic 1"


@dataclass(frozen=True, slots=True)
class Told:
    """A report, its perfect reading, what is written down of it, and of which truth each account (by id) is."""

    report: Report
    reading: Reading
    accounts: ReportAccounts
    truth: Mapping[str, str]
    wrong: tuple[Wrong, ...] = ()


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands over a report: its path, who prints it, when."""

    name: str
    outlet: str
    on: date


def assemble(imprint: Imprint, paragraphs: Sequence[Paragraph], wrong: Sequence[tuple[str, str]] = ()) -> Told:
    """The report of these paragraphs; who is nowhere given in full goes by the short form that the report has."""
    text, at = "", []
    for each in paragraphs:
        text += "\n\n" if text else ""
        at.append(len(text))
        text += each.text
    mentions = [moved(mention, by) for each, by in zip(paragraphs, at, strict=True) for mention in each.mentions]
    names = _names(text, mentions)
    statements = [
        (key, renamed(moved(said, by), names))
        for each, by in zip(paragraphs, at, strict=True)
        for key, said in each.statements
    ]
    frames = [
        (key, renamed(moved(frame, by), names))
        for each, by in zip(paragraphs, at, strict=True)
        for key, frame in each.frames
    ]
    boxes = [Span(by, by + len(each.text)) for each, by in zip(paragraphs, at, strict=True) if not each.is_news]
    report = Report(
        id=content_id("r", imprint.outlet, imprint.name, text),
        name=imprint.name,
        text=text,
        outlet=imprint.outlet,
        language="en",
        published=imprint.on,
        not_news=tuple(boxes),
    )
    return _read(report, [renamed(mention, names) for mention in mentions], statements, frames, wrong)


def _read(
    report: Report,
    mentions: Sequence[Mention],
    statements: Sequence[tuple[str, Attribution]],
    frames: Sequence[tuple[str, Frame]],
    wrong: Sequence[tuple[str, str]],
) -> Told:
    meetings = [(key, frame) for key, frame in frames if isinstance(frame, MeetingFrame)]
    positions = [(key, frame) for key, frame in frames if isinstance(frame, PositionFrame)]
    conditions = [(key, frame) for key, frame in frames if isinstance(frame, ConditionFrame)]
    instruments = [(key, frame) for key, frame in frames if isinstance(frame, InstrumentFrame)]
    reading = Reading(
        report=report.id,
        reader=READER,
        mentions=tuple(mentions),
        attributions=tuple(said for _, said in statements),
        meetings=tuple(linked(meetings)),
        positions=tuple(frame for _, frame in positions),
        conditions=tuple(frame for _, frame in conditions),
        instruments=tuple(linked(instruments)),
    )
    accounts = write(report, reading)
    keys = {
        EntryKind.STATEMENT: [key for key, _ in statements],
        EntryKind.MEETING: [key for key, _ in meetings],
        EntryKind.POSITION: [key for key, _ in positions],
        EntryKind.CONDITION: [key for key, _ in conditions],
        EntryKind.INSTRUMENT: [key for key, _ in instruments],
    }
    truth: dict[str, str] = {}
    for kind, known in keys.items():
        mine = [account.id for account in accounts.accounts if account.kind is kind]
        truth |= dict(zip(mine, known, strict=True))
    told = set(truth.values())
    return Told(
        report, reading, accounts, truth, tuple(Wrong(key, field, report.name) for key, field in wrong if key in told)
    )


def _names(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """The names that the report does not have in full, with the longest form that it has."""
    names: dict[str, str] = {}
    for mention in mentions:
        words = mention.span.of(text)
        if mention.kind in (ActorKind.PERSON, ActorKind.ORGANISATION):
            names[mention.name] = max(names.get(mention.name, ""), words, key=len)
    return {name: words for name, words in names.items() if name != words}
