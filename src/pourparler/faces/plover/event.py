"""One event: what took place, or is told to, between whom, when and where, and the words it rests on."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pourparler.core.evidence import Evidence
from pourparler.faces.plover.codes import AUXILIARY, CODEBOOK, QUADS, Code
from pourparler.faces.rows.lookup import Lookup

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Day:
    """The days of an event and what they rest on: happened, said, or published, the report's day in their place."""

    start: date
    end: date
    basis: str


@dataclass(frozen=True, slots=True)
class Event:
    """An event coded from one entry (`link` is its id, `entry` its kind); `number` tells events of one entry apart.

    `source` and `recipient` are actor objects; `words` are the exact words, `wording` those that give the status.
    """

    link: str
    entry: str
    code: Code
    day: Day
    source: tuple[Values, ...]
    words: Evidence
    recipient: tuple[Values, ...] = ()
    auxiliary: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    place: Values | None = None
    wording: tuple[str, ...] = field(default=())
    number: int = 1

    @property
    def id(self) -> str:
        """Unique within the export."""
        return f"{self.link}-{self.number}"


@dataclass(frozen=True, slots=True)
class Left:
    """Something of the record that has no event, and why."""

    why: str


def event_values(lookup: Lookup, event: Event) -> Values:
    """An event in PLOVER's JSON fields; ours beyond them are auxiliary_modes, cameo, entry and date_from."""
    assert event.code.event is not None
    report = lookup.report(event.words.report)
    ended = event.day.end if event.day.end != event.day.start else None
    return {
        "id": event.id,
        "date": event.day.start.isoformat(),
        "enddate": ended.isoformat() if ended else None,
        "date_from": event.day.basis,
        "source": list(event.source),
        "recipient": list(event.recipient),
        "event": [event.code.event],
        "mode": [event.code.mode] if event.code.mode else [],
        "auxiliary_modes": [mode for mode in AUXILIARY if mode in event.auxiliary],
        "context": list(event.context),
        "quad_code": QUADS[event.code.event],
        "cameo": event.code.cameo,
        "event_loc": event.place,
        "event_text": list(event.wording),
        "entry": event.entry,
        "link": event.link,
        "text": event.words.text,
        "text_info": {"report": event.words.report, "start": event.words.start, "end": event.words.end},
        "cite_info": {
            "publication": report.outlet,
            "title": report.title,
            "url": report.url,
            "language": report.language,
            "published": report.published.isoformat() if report.published else None,
            "coder": lookup.record.made_by,
            "codebook": CODEBOOK,
        },
    }
