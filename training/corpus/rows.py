"""Reports as rows of JSON with offsets, one a line, and back to reports."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pourparler.core.evidence import Span
from pourparler.core.moment import When
from training.corpus.days import VALUE, when
from training.corpus.fields import days
from training.corpus.kinds import RECORD, RESERVED, Take, kind_of
from training.corpus.model import Actor, Document, Field, Record, Tag
from training.corpus.negotiation import Links

Row = dict[str, Any]


def row(document: Document, report: str, cast: Mapping[str, Actor]) -> Row:
    """One report as a row: every span is `{start, end, text}` with `text[start:end]` the words; `cast` as it stands."""
    return {
        "report": report,
        "headers": dict(document.headers),
        "text": document.text,
        "marks": [_mark(document, tag) for tag in document.tags],
        "cast": [_actor(one) for one in cast.values()],
        "own": [one.id for one in document.actors],
        "records": [_record(document, one) for one in document.records],
    }


def document(row: Row) -> Document:
    """The report of a row; the cast of its negotiation is left out."""
    text = row["text"]
    tags = tuple(Tag(_place(mark, text), tuple(mark["ids"])) for mark in row["marks"])
    actors = tuple(_back(one) for one in row["cast"] if one["id"] in row["own"])
    records = tuple(
        Record(
            one["id"],
            tuple(one["head"]),
            tuple(
                Field(f["name"], tuple(f["words"]), tuple(_place(e, text) for e in f["evidence"]), f["label"])
                for f in one["fields"]
            ),
        )
        for one in row["records"]
    )
    return Document(tuple(row["headers"].items()), text, tags, actors, records)


def joined(links: Links, report: str) -> Row:
    """What joins one report to the others of its negotiation; accounts elsewhere are named `02.m1`."""
    entries = {entry.id: [".".join(one) for one in entry.members] for entry in links.entries}
    disputes = [
        {"about": one.entry, "field": one.field, "readings": [[v, [".".join(m) for m in ms]] for v, ms in one.readings]}
        for one in links.disputes
    ]
    return {
        "entries": {entry: ids for entry, ids in entries.items() if any(one.startswith(f"{report}.") for one in ids)},
        "disputes": [one for one in disputes if f"'{report}." in str(one["readings"])],
        "copies": [list(group) for group in links.copies if report in group],
    }


def _place(evidence: Row, text: str) -> Span:
    span = Span(evidence["start"], evidence["end"])
    if span.of(text) != evidence["text"]:
        raise ValueError(f"'{evidence['text']}' does not stand at {span.start}–{span.end}")
    return span


def _evidence(document: Document, span: Span) -> Row:
    return {"start": span.start, "end": span.end, "text": span.of(document.text)}


def _mark(document: Document, tag: Tag) -> Row:
    """A mark with its sort: actor, record, time, office or not-news."""
    first = tag.ids[0]
    words = tag.span.of(document.text)
    found: Row = {**_evidence(document, tag.span), "ids": list(tag.ids)}
    if VALUE.fullmatch(first):
        return {**found, "sort": "time", "when": _when(when(first, words))}
    return {**found, "sort": first if first in RESERVED else "record" if RECORD.fullmatch(first) else "actor"}


def _actor(one: Actor) -> Row:
    parts = {"name": one.name, "party": one.party, "office": one.office, "aliases": list(one.aliases)}
    return {"id": one.id, "kind": one.kind, **parts}


def _back(one: Row) -> Actor:
    return Actor(one["id"], one["kind"], one["name"], one["party"], one["office"], tuple(one["aliases"]))


def _record(document: Document, one: Record) -> Row:
    fields = [_field(document, one, field) for field in one.fields]
    return {"id": one.id, "kind": kind_of(one.id).name, "head": list(one.head), "fields": fields}


def _field(document: Document, one: Record, field: Field) -> Row:
    found: Row = {"name": field.name, "words": list(field.words), "label": field.label}
    found["evidence"] = [_evidence(document, span) for span in field.spans]
    if kind_of(one.id).fields[field.name] in (Take.TIMES, Take.STATE):
        found["when"] = [_when(one) for one in days(field, document)]
    return found


def _when(found: When | None) -> Row | None:
    if found is None:
        return None
    return {"start": _iso(found.start), "end": _iso(found.end), "precision": str(found.precision), "said": found.said}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
