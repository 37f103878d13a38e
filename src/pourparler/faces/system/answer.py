"""What an answer is: lines of plain words, the places in reports that each rests on, and the same as values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pourparler.core.evidence import Evidence
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.voices import outlet

BASIS = "by public statements"
"""What every answer says of itself."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said. `level` is how far in it stands (0: a heading), `places` are the words it rests on, and `entries`
    the ids of what it tells of, whose pages a reader would open. `command` is what shows more at a terminal, where a
    page has a link."""

    text: str
    level: int = 1
    places: tuple[Evidence, ...] = ()
    entries: tuple[str, ...] = ()
    command: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: what was asked, the lines of it, what it does not say, and the same as plain values for JSON."""

    title: str
    lines: tuple[Line, ...]
    closing: str
    values: Mapping[str, Any]

    @property
    def places(self) -> tuple[Evidence, ...]:
        """Every place that a line rests on, each once, in the order of the lines."""
        return tuple(dict.fromkeys(place for line in self.lines for place in line.places))


def as_of_words(lookup: Lookup) -> str:
    """The basis with the day: by public statements as of Fri 28 Feb 2025."""
    day = lookup.record.as_of
    return f"{BASIS} as of {day_words(day)}" if day else BASIS


def answer_values(lookup: Lookup, answer: Answer) -> dict[str, Any]:
    """An answer for JSON: the case and the day, the answer's own values, what it does not say, and its words with
    outlet and day."""
    record = lookup.record
    return {
        "case": record.name,
        "as_of": record.as_of.isoformat() if record.as_of else None,
        "basis": BASIS,
        **answer.values,
        "note": answer.closing,
        "words": list(_words(lookup, answer)),
    }


def _words(lookup: Lookup, answer: Answer) -> Iterator[dict[str, Any]]:
    for place in answer.places:
        report = lookup.report(place.report)
        yield {
            "report": place.report,
            "outlet": outlet(report),
            "published": report.published.isoformat() if report.published else None,
            "start": place.start,
            "end": place.end,
            "text": place.text,
        }
