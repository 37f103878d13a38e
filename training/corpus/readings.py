"""An annotated report as a perfect reader would read it: a report and its reading, every span as annotated."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from pourparler.core.ids import content_id
from pourparler.core.moment import Anchor, Direction, Origin, TimeExpression
from pourparler.core.reading import (
    Attribution,
    ConditionFrame,
    InstrumentFrame,
    MeetingFrame,
    Mention,
    Operator,
    PositionFrame,
    Reading,
)
from pourparler.core.report import Report
from pourparler.core.vocabulary import (
    Act,
    ActorKind,
    Channel,
    InstrumentKind,
    InstrumentStatus,
    MeetingKind,
    MeetingStatus,
    Mode,
    PublishedFrom,
    Stance,
)
from training.corpus.annotation import Annotation, is_nameless
from training.corpus.days import VALUE, when
from training.corpus.fields import days
from training.corpus.joins import actors
from training.corpus.kinds import STATES
from training.corpus.model import Actor, Document, Record
from training.corpus.negotiation import Negotiation

READER = "annotation"
Told = MeetingFrame | PositionFrame | ConditionFrame | InstrumentFrame
Frame = TypeVar("Frame", MeetingFrame, PositionFrame, ConditionFrame, InstrumentFrame)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report with its reading; `records` has, for each frame of the reading by kind, the record it was made of."""

    report: Report
    reading: Reading
    records: Mapping[str, tuple[str, ...]]

    def told(self) -> Iterator[tuple[Told, str]]:
        """Every frame with the id of its record."""
        read = self.reading
        yield from zip(read.meetings, self.records["meeting"], strict=True)
        yield from zip(read.positions, self.records["position"], strict=True)
        yield from zip(read.conditions, self.records["condition"], strict=True)
        yield from zip(read.instruments, self.records["instrument"], strict=True)


def annotated(found: Negotiation) -> tuple[Annotated, ...]:
    """Every report of a negotiation as a perfect reader reads it, under the name of its file."""
    return tuple(annotate(name, document, actors(found, name)) for name, document in found.reports)


def annotate(name: str, document: Document, cast: Mapping[str, Actor]) -> Annotated:
    """One report and its reading; `name` is that of its file without the ending."""
    published = document.header("published")
    report = Report(
        id=content_id("r", name, document.text),
        name=f"{name}.txt",
        text=document.text,
        outlet=document.header("outlet"),
        title=document.header("title"),
        url=document.header("url"),
        language=document.header("language"),
        published=date.fromisoformat(published) if published and published != "unknown" else None,
        published_from=PublishedFrom(document.header("published-from") or PublishedFrom.UNKNOWN),
        not_news=tuple(tag.span for tag in document.tags if tag.ids[0] == "not-news"),
    )
    reader = _Reader(Annotation(document, cast))
    meetings = reader.frames("m", reader.meeting)
    positions = reader.frames("p", reader.position)
    conditions = reader.frames("c", reader.condition)
    instruments = reader.frames("i", reader.instrument)
    reading = Reading(
        report=report.id,
        reader=READER,
        mentions=tuple(reader.mentions()),
        times=tuple(reader.times(Anchor(report.published, Origin.PUBLISHED, report.published_from))),
        attributions=tuple(reader.attribution(one) for one in reader.known.records("s")),
        meetings=_same(meetings),
        positions=tuple(frame for _, frame in positions),
        conditions=tuple(frame for _, frame in conditions),
        instruments=_same(instruments),
    )
    records = {
        "meeting": _ids(meetings),
        "position": _ids(positions),
        "condition": _ids(conditions),
        "instrument": _ids(instruments),
    }
    return Annotated(report, reading, records)


def _ids(frames: Sequence[tuple[Record, Told]]) -> tuple[str, ...]:
    return tuple(record.id for record, _ in frames)


class _Reader:
    """What an annotated report tells, as frames and attributions."""

    def __init__(self, known: Annotation) -> None:
        self.known, self.document, self.text = known, known.document, known.text

    def frames(self, letter: str, make: Callable[[Record], Iterator[Frame]]) -> list[tuple[Record, Frame]]:
        """What `make` gives for each record of one kind."""
        return [(record, frame) for record in self.known.records(letter) for frame in make(record)]

    def mentions(self) -> Iterator[Mention]:
        """Every naming of one actor who has a name; places, groups of several and offices alone are none."""
        for tag in self.document.tags:
            one = self.known.cast.get(tag.ids[0]) if len(tag.ids) == 1 else None
            if one and one.kind != "place" and not is_nameless(one):
                yield Mention(tag.span, ActorKind(one.kind), one.name, self.known.party(one.id), one.office)

    def times(self, anchor: Anchor) -> Iterator[TimeExpression]:
        """Every marked time, counted from `anchor`."""
        for tag in self.document.tags:
            value = tag.ids[0]
            if VALUE.fullmatch(value):
                kind = "DURATION" if value[0] == "P" else "SET" if value[0] == "R" else "DATE"
                told = when(value, tag.span.of(self.text))
                yield TimeExpression(tag.span.start, tag.span.end, kind, value, told, Direction.OPEN, anchor)

    def attribution(self, record: Record) -> Attribution:
        """A statement."""
        speaker = self.known.cast.get(next(iter(record.words("speaker")), ""))
        party = self.known.first(record, "party") or (self.known.party(speaker.id) if speaker else None)
        nameless = speaker is not None and is_nameless(speaker)
        on = record.get("on")
        days_said = [told.start for told in days(on, self.document) if told.start] if on else []
        to = record.get("to")
        return Attribution(
            content=record.spans("content"),
            mode=Mode(record.head[0]),
            act=Act(record.head[1]),
            source=next(iter(record.spans("source")), None),
            cue=next(iter(record.spans("cue")), None),
            speaker=speaker.name if speaker and not nameless else None,
            party=party,
            anonymous=speaker is None,
            via=self.known.names(record, "via"),
            to=next(iter((*self.known.names(record, "to"), *(span.of(self.text) for span in to.spans))), None)
            if to
            else None,
            said_on=days_said[0] if days_said else None,
            office=speaker.office if speaker and nameless else None,
            hedge=self.known.word(record, "hedge"),
            negative=record.get("negative") is not None,
        )

    def meeting(self, record: Record) -> Iterator[MeetingFrame]:
        """A frame for each passage; the fields stand with the first, status, kind and parties with all."""
        passages = record.spans("evidence")
        leads = (word.split("=", 1) for word in record.words("leads"))
        rounds, cast = record.words("round"), self.known.cast
        first = MeetingFrame(
            evidence=passages[0],
            kind=MeetingKind(record.head[0]),
            status=MeetingStatus(record.head[1]),
            title=self.known.title(record),
            when=self.known.when(record),
            place=tuple(self.known.cast[word].name for word in record.words("place") if word in self.known.cast),
            parties=self.known.names(record, "parties"),
            people=self.known.named(record, "people"),
            leads=tuple((cast[side].name, cast[who].name) for side, who in leads if not self.known.nameless(who)),
            mediators=self.known.names(record, "mediators"),
            excluded=self.known.names(record, "excluded"),
            round=int(rounds[0]) if rounds else None,
            level=self.known.said(record, "level"),
            agenda=record.spans("agenda"),
            outcome=record.spans("outcome"),
            channel=Channel(" ".join(record.words("channel"))) if record.words("channel") else None,
            hosts=self.known.names(record, "hosts"),
            invited=self.known.names(record, "invited"),
            absent=self.known.names(record, "absent"),
            deadline=self.known.when(record, "deadline"),
            wording=self.known.word(record, "wording"),
            hedge=self.known.word(record, "hedge"),
            denied=record.spans("denied"),
            condition=self.known.condition_of(record),
        )
        yield first
        for passage in passages[1:]:
            yield MeetingFrame(
                evidence=passage,
                kind=first.kind,
                status=first.status,
                title=first.title,
                parties=first.parties,
                mediators=first.mediators,
                hosts=first.hosts,
            )

    def position(self, record: Record) -> Iterator[PositionFrame]:
        """A frame for each passage."""
        voice = self.known.named(record, "voice")
        since = record.get("since")
        told = [one.start for one in days(since, self.document) if one.start] if since else []
        for passage in record.spans("evidence"):
            yield PositionFrame(
                evidence=passage,
                stance=Stance(record.head[0]),
                issue=self.known.said(record, "issue") or "",
                party=self.known.first(record, "party"),
                voiced_by=voice[0] if voice else None,
                since=told[0] if told else None,
                hedge=self.known.word(record, "hedge"),
                condition=self.known.condition_of(record),
            )

    def condition(self, record: Record) -> Iterator[ConditionFrame]:
        """A frame for each passage."""
        voice = self.known.named(record, "voice")
        for passage in record.spans("evidence"):
            yield ConditionFrame(
                evidence=passage,
                operator=Operator(record.head[0]),
                blocks=self.known.said(record, "blocks") or "",
                requires=self.known.said(record, "requires") or "",
                party=self.known.first(record, "holder"),
                voiced_by=voice[0] if voice else None,
                trigger=self.known.word(record, "trigger"),
                deadline=self.known.when(record, "deadline"),
                hedge=self.known.word(record, "hedge"),
            )

    def instrument(self, record: Record) -> Iterator[InstrumentFrame]:
        """A frame for each state, one for each passage that tells none; terms stand with the first."""
        states = [(field, span) for field in record.fields if field.name in STATES for span in field.spans]
        plain = [span for name in ("evidence", "denied", "terms", "title") for span in record.spans(name)]
        cited = (span for field in record.fields for span in field.spans)
        frame = InstrumentFrame(
            evidence=[*plain, *self.known.tagged(record), *cited][0],
            kind=InstrumentKind(record.head[0]),
            title=self.known.title(record),
            parties=self.known.names(record, "parties"),
            subject=self.known.said(record, "subject"),
            deadline=self.known.when(record, "deadline"),
            hedge=self.known.word(record, "hedge"),
        )
        frames = []
        for field, span in states:
            told = [one.start for one in days(field, self.document) if one.start]
            status = InstrumentStatus(field.name)
            frames.append(replace(frame, evidence=span, status=status, on=told[0] if told else None))
        known = {one.evidence for one in frames}
        frames += [replace(frame, evidence=span) for span in record.spans("evidence") if span not in known]
        frames = frames or [frame]
        yield replace(frames[0], terms=record.spans("terms"), denied=record.spans("denied"))
        yield from frames[1:]


def _same(frames: Sequence[tuple[Record, Frame]]) -> tuple[Frame, ...]:
    """The frames, each with the index of the first frame of its record, or of the record that it is the same as."""
    first: dict[str, int] = {}
    for index, (record, _) in enumerate(frames):
        first.setdefault(record.id, index)
    linked: list[Frame] = []
    for index, (record, frame) in enumerate(frames):
        earlier = first[next(iter(record.words("same")), record.id)]
        linked.append(replace(frame, same_as=earlier) if earlier < index else frame)  # type: ignore[call-arg]
    return tuple(linked)


__all__ = ["READER", "Annotated", "annotate", "annotated"]
