"""The calendar: a month as a table and as a list, and the whole of it as a file to subscribe to."""

import re
from dataclasses import replace
from datetime import date
from typing import Annotated, Literal

from fastapi import FastAPI, Query, Request, Response
from pydantic import Field

from pourparler.core.entry import Dispute
from pourparler.core.errors import InputError
from pourparler.core.vocabulary import MeetingStatus
from pourparler.faces.export.formats import write
from pourparler.faces.export.identity import learned
from pourparler.faces.export.parcel import pack
from pourparler.faces.snapshot.encoding import decode
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.web.entries.lines import tellings
from pourparler.faces.web.listing import asked_values, case_values, parties
from pourparler.faces.web.page import Answer, Ask, Page, Table, Word
from pourparler.faces.web.part import among
from pourparler.faces.web.server.describing import FAULTS, Responses, refuse_unknown
from pourparler.faces.web.server.site import Site
from pourparler.faces.web.times import months
from pourparler.faces.web.times.moments import last_day
from pourparler.faces.web.times.months import KINDS, Item, Wanted
from pourparler.faces.web.visit import Visit
from pourparler.record.opening import open_store

COLUMNS = ("day", "last_day", "kind", "what", "id", "parties", "text")
ICS: Responses = {200: {"content": {"text/calendar": {"schema": {"type": "string"}}}}}
LATEST = date(9998, 12, 31)
"""The last day whose month is shown: the weeks of the one after it go past the last day there is."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class FileAsk(Ask):
    """What the calendar shows."""

    kind: Literal["meeting", "document", "deadline", ""] = Field("", description="One kind of row.")
    party: Word = None
    status: Word = Field(None, description="What a meeting or a document is, such as `planned`.")

    @property
    def wanted(self) -> Wanted:
        """What is asked for."""
        return Wanted(self.kind or None, self.party, self.status)


class CalendarAsk(FileAsk):
    """Which month of it."""

    month: Word = Field(None, description="A month as 2025-02, or a day of it; else that of the record's last day.")


def calendar(visit: Visit, ask: CalendarAsk) -> Answer:
    """One month, on the days that reports give, and what they give no day."""
    now = last_day(visit.snapshot)
    day = asked_month(ask.month) or (min(now, LATEST) if now else None)
    month = months.month_of(visit.snapshot, ask.wanted, day) if day else None
    before, after = months.beside(visit.snapshot, ask.wanted, month) if month else (None, None)
    undated = months.count_undated(visit.snapshot, ask.wanted)
    items = month.items if month else ()
    return Answer(
        "Calendar",
        {
            "case": case_values(visit),
            "asked": asked_values(visit),
            "month": month.first.isoformat()[:7] if month else None,
            "before": before.isoformat()[:7] if before else None,
            "after": after.isoformat()[:7] if after else None,
            "rows": [_values(item) for item in items],
            "undated": undated,
        },
        Table(COLUMNS, months.rows_of(month) if month else ()),
        {
            "month": month,
            "before": before,
            "after": after,
            "now": now,
            "told": tellings(visit, [item.id for item in items]),
            "undated": undated,
            "weekdays": WEEKDAYS,
            "parties": parties(visit),
            "statuses": list(MeetingStatus),
            "kinds": KINDS,
            "query": {name: value for name, value in visit.asked.items() if name in ("kind", "party", "status")},
        },
    )


def asked_month(typed: str | None) -> date | None:
    """A day of the month that was asked for; raises InputError for what is no month."""
    if typed is None:
        return None
    found = re.fullmatch(r"(\d{4})-(\d\d)(?:-\d\d)?", typed.strip())
    if found is None or not 1 <= int(found[2]) <= 12 or not 1 <= int(found[1]) <= LATEST.year:
        raise InputError(f"month={typed[:40]!r} is no month.", "Write a month as 2025-02.")
    return date(int(found[1]), int(found[2]), 1)


def add_calendar(app: FastAPI, site: Site) -> None:
    """Add `/calendar.ics`: what the calendar shows, of all months, in a form that calendars subscribe to."""

    def answer(request: Request, ask: Annotated[FileAsk, Query()]) -> Response:
        refuse_unknown(FileAsk, request)
        with site.snapshot(ask.as_of) as snapshot:
            content = calendar_file(site, snapshot, ask)
        return Response(content, media_type="text/calendar; charset=utf-8")

    app.get("/calendar.ics", name="calendar_ics", response_class=Response, responses=ICS | FAULTS)(answer)


def calendar_file(site: Site, snapshot: Snapshot, ask: FileAsk) -> bytes:
    """What is asked for as an iCalendar file."""
    visit = Visit(site, snapshot, "/calendar", ask)
    entries = snapshot.entries(months.ids_for_calendar(snapshot, ask.wanted))
    ids = [one.id for one in entries]
    rows = among(snapshot, "SELECT body FROM disputes", "about", ids)
    part = visit.part((*entries, *(decode(Dispute, row["body"]) for row in rows)))
    with open_store(site.record, read_only=True) as store:
        return pack(write("ics", replace(part, learned=learned(store)), ids))


def _values(item: Item) -> dict[str, object]:
    return {
        "id": item.id,
        "kind": item.kind,
        "what": item.what,
        "first": item.first.isoformat(),
        "last": item.last.isoformat(),
        "day_told": not item.vague,
        "parties": item.parties,
        "text": item.label,
    }


PAGES = (Page("/calendar", "calendar.html", calendar, CalendarAsk, "Calendar"),)
