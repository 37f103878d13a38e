"""Reports, accounts and judgements as rows of tables, and back."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

import msgspec
from sqlalchemy import Row

from pourparler.core.account import Account, Fields, ReportAccounts, Support, Voice
from pourparler.core.errors import RecordError
from pourparler.core.evidence import Evidence, Span
from pourparler.core.judgement import Anchor, Judgement, Verdict
from pourparler.core.reading import (
    Attribution,
    ConditionFrame,
    InstrumentFrame,
    MeetingFrame,
    PositionFrame,
    Reading,
)
from pourparler.core.report import DayReading, Report
from pourparler.core.vocabulary import EntryKind, PublishedFrom

Values = dict[str, Any]

FIELDS: Mapping[EntryKind, msgspec.json.Decoder[Any]] = {
    EntryKind.MEETING: msgspec.json.Decoder(MeetingFrame),
    EntryKind.STATEMENT: msgspec.json.Decoder(Attribution),
    EntryKind.POSITION: msgspec.json.Decoder(PositionFrame),
    EntryKind.CONDITION: msgspec.json.Decoder(ConditionFrame),
    EntryKind.INSTRUMENT: msgspec.json.Decoder(InstrumentFrame),
}
"""What the fields of an account are follows from its kind."""

_SPANS = msgspec.json.Decoder(tuple[Span, ...])
_DAYS = msgspec.json.Decoder(tuple[DayReading, ...])
_NAMES = msgspec.json.Decoder(tuple[str, ...])
_ANCHORS = msgspec.json.Decoder(tuple[Anchor, ...])
_READING = msgspec.json.Decoder(Reading)
_ENCODER = msgspec.json.Encoder(order="deterministic")


def encode(value: object) -> str:
    """A value of ours as JSON text, the same bytes for the same value."""
    return _ENCODER.encode(value).decode("utf-8")


@contextmanager
def understood(what: str) -> Iterator[None]:
    """Turns a value outside the vocabularies, or no value at all, into a RecordError about `what`."""
    try:
        yield
    except ValueError as error:
        raise RecordError(
            f"{what} holds what this program does not know: {error}.",
            "The file was edited, or written by a newer program; restore it from a backup.",
        ) from error


def decode_reading(payload: str) -> Reading:
    """The reading that `encode` wrote."""
    return _READING.decode(payload)


def digest(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal digits, by which a change of a stored text is seen."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def report_values(report: Report, name: str) -> Values:
    """The row of a report that the record knows as `name`."""
    return {
        "id": report.id,
        "name": name,
        "outlet": report.outlet,
        "title": report.title,
        "url": report.url,
        "language": report.language,
        "published": report.published and report.published.isoformat(),
        "published_from": report.published_from.value,
        "updated": report.updated and report.updated.isoformat(),
        "text": report.text,
        "digest": digest(report.text),
        "not_news": encode(report.not_news),
        "day_conflicts": encode(report.day_conflicts),
    }


def report_of(row: Row[Any]) -> Report:
    """The report of a row of `reports`; raises RecordError for a value that no report can have."""
    with understood(f"The report {row.name}"):
        return Report(
            id=row.id,
            name=row.name,
            text=row.text,
            outlet=row.outlet,
            title=row.title,
            url=row.url,
            language=row.language,
            published=_day(row.published),
            published_from=PublishedFrom(row.published_from),
            updated=_day(row.updated),
            day_conflicts=_DAYS.decode(row.day_conflicts),
            not_news=_SPANS.decode(row.not_news),
        )


def account_values(account: Account, reading_key: int) -> Values:
    """The row of an account in `accounts`; its evidence is apart."""
    return {
        "reading_key": reading_key,
        "report_id": account.report,
        "id": account.id,
        "kind": account.kind.value,
        "same_entry": account.group,
        "outlet_voice": account.voice.outlet,
        "speaker": account.voice.speaker,
        "party": account.voice.party,
        "anonymous": account.voice.anonymous,
        "via": encode(account.voice.via),
        "fields": encode(account.fields),
    }


def evidence_values(account: Account, account_key: int) -> list[Values]:
    """The rows of an account's evidence (no field) and support (with its field), in their order."""
    places = [(None, item) for item in account.evidence] + [(item.field, item.evidence) for item in account.support]
    return [
        {"account_key": account_key, "ordinal": index, "field": field, "start": place.start, "end": place.end,
         "text": place.text}
        for index, (field, place) in enumerate(places)
    ]  # fmt: skip


def account_of(row: Row[Any], places: Iterable[Any], name: str) -> Account:
    """The account of a row and the rows of its evidence, which cites the report as `name`."""
    evidence: list[Evidence] = []
    support: list[Support] = []
    for place in places:
        cited = Evidence(name, place[3], place[4], place[5])
        if place[2] is None:
            evidence.append(cited)
        else:
            support.append(Support(place[2], cited))
    kind = EntryKind(row.kind)
    fields: Fields = FIELDS[kind].decode(row.fields)
    voice = Voice(
        outlet=bool(row.outlet_voice),
        speaker=row.speaker,
        party=row.party,
        anonymous=bool(row.anonymous),
        via=() if row.via == "[]" else _NAMES.decode(row.via),
    )
    return Account(row.id, row.report_id, kind, fields, voice, tuple(evidence), tuple(support), row.same_entry)


def mention_values(accounts: ReportAccounts, text: str, reading_key: int) -> list[Values]:
    """The rows of the actors that a report names."""
    return [
        {
            "reading_key": reading_key,
            "start": mention.span.start,
            "end": mention.span.end,
            "text": mention.span.of(text),
            "kind": mention.kind.value,
            "name": mention.name,
            "party": mention.party,
            "office": mention.office,
        }
        for mention in accounts.mentions
    ]


def judgement_values(judgement: Judgement) -> Values:
    """The row of a judgement."""
    return {
        "id": judgement.id,
        "verdict": judgement.verdict.value,
        "accounts": encode(judgement.accounts),
        "made_by": judgement.by,
        "made_at": moment(judgement.at),
        "because": judgement.because,
        "field": judgement.field,
        "value": judgement.value,
        "withdrawn_at": judgement.withdrawn and moment(judgement.withdrawn),
        "act": judgement.act,
        "names": encode(judgement.names),
        "anchors": encode(judgement.anchors),
    }


def judgement_of(row: Row[Any]) -> Judgement:
    """The judgement of a row; raises RecordError for a value that no judgement can have."""
    with understood(f"The judgement {row.id}"):
        return Judgement(
            id=row.id,
            verdict=Verdict(row.verdict),
            accounts=_NAMES.decode(row.accounts),
            by=row.made_by,
            at=datetime.fromisoformat(row.made_at),
            because=row.because,
            field=row.field,
            value=row.value,
            withdrawn=datetime.fromisoformat(row.withdrawn_at) if row.withdrawn_at else None,
            act=row.act,
            names=_NAMES.decode(row.names),
            anchors=_ANCHORS.decode(row.anchors),
        )


def moment(at: datetime) -> str:
    """A moment as it is stored: ISO, in universal time where it has an offset, so that moments sort as their words."""
    return (at.astimezone(UTC) if at.tzinfo else at).isoformat()


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
