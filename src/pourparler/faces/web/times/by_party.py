"""The meetings of the days that the timeline shows, drawn with a lane for each party."""

import json
from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from pourparler.core.vocabulary import MeetingStatus
from pourparler.faces.charts.chart import Caption
from pourparler.faces.charts.lanes import LaneMeeting, lanes
from pourparler.faces.charts.render import render
from pourparler.faces.web.times.days import Choice
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.days import short_day
from pourparler.faces.wording.names import some

MOST = 150
"""Meetings drawn: about as many as one page lists."""


def lanes_of(visit: Visit, choice: Choice, days: Sequence[date], now: date | None) -> tuple[Markup, tuple[str, ...]]:
    """The meetings of the days shown, a lane for each party, and what the drawing leaves out."""
    if not days or "meeting" not in choice.kinds:
        return Markup(), ()
    query = (
        "SELECT id, label, day, last_day, status, parties FROM entries "
        "WHERE kind = 'meeting' AND day BETWEEN ?1 AND ?2 "
        "AND (?3 IS NULL OR seq IN (SELECT seq FROM entry_actors WHERE name = ?3)) AND (?4 IS NULL OR status = ?4) "
        "AND (overdue OR NOT ?5) ORDER BY day DESC, seq DESC LIMIT ?6"
    )
    span = days[0].isoformat(), days[-1].isoformat()
    found = visit.snapshot.rows(query, *span, choice.party, choice.status, choice.overdue, MOST + 1)
    rows = [
        LaneMeeting(
            date.fromisoformat(row["day"]),
            date.fromisoformat(row["last_day"] or row["day"]),
            tuple(json.loads(row["parties"])),
            MeetingStatus(row["status"]),
            f"{row['status']}, {short_day(date.fromisoformat(row['day']))}: {row['label']}",
            visit.entry("meeting", row["id"]),
        )
        for row in found[:MOST]
    ]
    told = f"{some(len(rows), 'meeting')}; the list below says the same in words."
    chart = lanes(rows, Caption("Meetings by party", told), now if now and days[0] <= now <= days[-1] else None)
    nobody = sum(not row.parties for row in rows)
    left = [f"{some(nobody, 'meeting')} of which no party is told"] if nobody else []
    left += [f"meetings before the latest {MOST} of these days"] if len(found) > MOST else []
    return Markup(render(chart, "lanes")) if chart else Markup(), (*left, *(chart.left_out if chart else ()))
