"""All evidence as Web Annotations (W3C Recommendation of 2017): where it stands in a report, and what it tells."""

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from pourparler.core.entry import Dispute, Entry
from pourparler.core.evidence import Evidence
from pourparler.faces.export.history import Values
from pourparler.faces.export.json import encode
from pourparler.faces.export.leftout import counted
from pourparler.faces.export.parcel import Parcel, alone
from pourparler.faces.export.shape import KINDS, rows_of
from pourparler.faces.rows.labels import label
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.quoting import visible
from pourparler.faces.wording.voices import whose

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

AROUND = 32
"""Code points of context on either side of a quotation, by which it is found in a page that counts otherwise."""


def case_annotations(lookup: Lookup) -> Parcel:
    """A collection of one page: an annotation for each piece of evidence, in the order of the export."""
    items = [item for kind in KINDS for row in rows_of(lookup, kind) for item in _items(lookup, row)]
    name = lookup.record.name
    values = {
        "@context": CONTEXT,
        "id": _urn("annotations", name),
        "type": "AnnotationCollection",
        "label": visible(name) or "Evidence",
        "generator": {"type": "Software", "name": lookup.record.made_by},
        "total": len(items),
        "first": {"id": _urn("annotations", name, "1"), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    left = (
        "the fields of entries beside what they are called (the JSON export has them)",
        "the reports' texts beyond the words cited and what stands around them",
        *counted(len(lookup.record.actors), "actor", "by themselves"),
    )
    return alone(encode(values), "annotations.jsonld", left)


def _items(lookup: Lookup, row: object) -> Iterator[Values]:
    if isinstance(row, Entry):
        for account in row.accounts:
            voice = whose(account.voice, lookup.report_of(account))
            for place in account.evidence:
                yield _item(lookup, row, place, (account.id,), [_text(voice, "describing")])
            for support in account.support:
                words = [_text(support.field, "tagging"), _text(voice, "describing")]
                yield _item(lookup, row, support.evidence, (account.id, support.field), words)
    elif isinstance(row, Dispute):
        for number, reading in enumerate(row.readings, 1):
            for place in reading.evidence:
                words = [_text(row.field, "tagging"), _text(f"reading {number} of a contradiction", "describing")]
                yield _item(lookup, row, place, (row.id, str(number)), words)


def _item(lookup: Lookup, row: Entry | Dispute, place: Evidence, of: tuple[str, ...], words: list[Values]) -> Values:
    """One annotation; `of` says which evidence of what it is, and with its place makes its id."""
    kind = type(row).__name__.lower()
    about = {"type": "SpecificResource", "source": f"urn:pourparler:{kind}:{row.id}", "purpose": "identifying"}
    bodies = [about, _text(kind, "classifying"), _text(visible(label(lookup, row)), "describing"), *words]
    return {
        "id": _urn(*of, place.report, str(place.start), str(place.end)),
        "type": "Annotation",
        "motivation": "assessing" if isinstance(row, Dispute) else "identifying",
        "body": bodies,
        "target": _target(lookup, place),
    }


def _text(value: str, purpose: str) -> Values:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _target(lookup: Lookup, place: Evidence) -> Values:
    """The place: the report's address, or a name of its own, and in the text that the record keeps of it, where.

    Positions are in Unicode code points, as the standard counts them, of the text named in `state`; the quotation with
    its context is for the page as it is shown elsewhere.
    """
    report = lookup.report(place.report)
    kept = f"urn:pourparler:report:{report.id}"
    web = report.url if report.url and report.url.startswith(("http://", "https://")) else None
    return {
        "type": "SpecificResource",
        "source": web or kept,
        "state": {"type": "TimeState", "cached": kept},
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": place.text,
                "prefix": report.text[max(0, place.start - AROUND) : place.start],
                "suffix": report.text[place.end : place.end + AROUND],
            },
            {"type": "TextPositionSelector", "start": place.start, "end": place.end},
        ],
    }


def _urn(*parts: str) -> str:
    words = "\0".join(("pourparler", "annotation", *parts)).encode("utf-8", "backslashreplace")
    return uuid5(NAMESPACE_URL, words.decode()).urn
