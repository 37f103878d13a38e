"""Changes as an Atom feed (RFC 4287): an entry for each, with a stable id, dated by the newest report behind it.

No clock enters it: the same changes give the same bytes. Everything that reports say is text, never markup.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from pourparler.core.entry import CaseRecord
from pourparler.faces.changes.plain import DISPUTES
from pourparler.faces.changes.points import Point, points_of
from pourparler.faces.changes.sight import Sight
from pourparler.faces.wording.quoting import visible
from pourparler.faces.wording.voices import outlet
from pourparler.record.changes import DisputeChange

ATOM = "http://www.w3.org/2005/Atom"

NO_DAY = date(1970, 1, 1)
"""The day that a feed gives where no report bears one: Atom wants a day, and this one is nobody's guess."""

_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""What XML 1.0 cannot hold, not even as a reference (section 2.2)."""


def atom(sight: Sight) -> bytes:
    """All changes of entries and disputes as an Atom feed in UTF-8."""
    points = sorted(points_of(sight), key=lambda point: point.day or NO_DAY, reverse=True)
    record = sight.changes.after
    feed = ElementTree.Element("feed", {"xmlns": ATOM})
    _add(feed, "id", _urn(record.name, "feed"))
    _add(feed, "title", f"Changes in {record.name}" if record.name else "Changes in the record")
    _add(feed, "updated", _moment(max((day for day in _days(points, record)), default=NO_DAY)))
    _add(feed, "generator", record.made_by)
    for point in points:
        feed.append(_entry(sight, point))
    ElementTree.indent(feed)
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _days(points: Iterable[Point], record: CaseRecord) -> Iterator[date]:
    """The days of the changes; without changes, that of the latest report."""
    days = [point.day for point in points if point.day]
    yield from days or (view.report.published for view in record.reports if view.report.published)


def _entry(sight: Sight, point: Point) -> ElementTree.Element:
    """One change: its title says what became of what, its content how and by whose words."""
    change = point.change
    told = change.sort.value.capitalize()
    if isinstance(change, DisputeChange):
        told = DISPUTES[change.sort]
    made = ElementTree.Element("entry")
    _add(made, "id", _urn(sight.changes.after.name, *identity(point)))
    _add(made, "title", f"{told}: {point.title}")
    _add(made, "updated", _moment(point.day or NO_DAY))
    for name in dict.fromkeys(outlet(report) for report in point.reports):
        _add(ElementTree.SubElement(made, "author"), "name", name)
    for report in dict.fromkeys(point.reports):
        if report.url and report.url.startswith(("http://", "https://")):
            title = visible(report.title or report.name)
            ElementTree.SubElement(made, "link", {"rel": "related", "href": _text(report.url), "title": _text(title)})
    kind = "dispute" if isinstance(change, DisputeChange) else change.kind.value
    ElementTree.SubElement(made, "category", {"term": kind})
    ElementTree.SubElement(made, "category", {"term": change.sort.value})
    lines = [f"{'  ' if line.deep else ''}{line.text}" for line in point.lines] or [point.title]
    _add(made, "content", "\n".join([*lines, f"pourparler explain {point.id}"]), {"type": "text"})
    return made


def identity(point: Point) -> tuple[str, ...]:
    """What a change is, whenever it is asked for: what became of what, and by which reports.

    It is made of accounts and reports, not of the entry's id, which may change when an earlier report arrives.
    """
    change = point.change
    brought = sorted(report.id for report in point.reports)
    if isinstance(change, DisputeChange):
        words = (place for reading in change.dispute.readings for place in reading.evidence)
        first = min(f"{place.report}:{place.start}" for place in words)
        return ("dispute", change.dispute.field, first, change.sort.value, *brought)
    earliest = min(account.id for account in change.entry.accounts)
    return (change.kind.value, earliest, change.sort.value, *(one.field for one in change.fields), *brought)


def _urn(name: str, *parts: str) -> str:
    words = "\0".join(("pourparler", name, *parts)).encode("utf-8", "backslashreplace")  # a name may hold half a pair
    return uuid5(NAMESPACE_URL, words.decode()).urn


def _moment(day: date) -> str:
    """A day as Atom has it: its first moment in universal time."""
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ElementTree.Element, tag: str, text: str, attributes: dict[str, str] | None = None) -> None:
    ElementTree.SubElement(parent, tag, attributes or {}).text = _text(text)


def _text(text: str) -> str:
    """`text` without what XML cannot hold and what steers an eye; lines stay lines."""
    return "\n".join(_NOT_XML.sub("\ufffd", f"{_indent(line)}{visible(line)}") for line in text.split("\n"))


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]
