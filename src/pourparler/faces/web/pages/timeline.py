"""The timeline: a list by day, with the whole record at a glance above it, and a lane for each party."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from pourparler.core.entry import Instrument
from pourparler.faces.export.shape import values_of
from pourparler.faces.snapshot.snapshot import Snapshot
from pourparler.faces.web.entries.lines import Tellings, Told, tellings
from pourparler.faces.web.listing import page_values, parties
from pourparler.faces.web.page import Answer, Ask, Day, Page, Slice, Table, Word, given, sliced
from pourparler.faces.web.times import days as by_day
from pourparler.faces.web.times.by_party import lanes_of
from pourparler.faces.web.times.days import KINDS, USUAL, Choice, DayOf, Event
from pourparler.faces.web.times.glance import at_a_glance
from pourparler.faces.web.times.moments import last_day
from pourparler.faces.web.visit import Visit

COLUMNS = ("day", "last_day", "precision", "kind", "what", "id", "parties", "text", "accounts", "reports", "sources")


class TimelineAsk(Ask):
    """What the list shows, of which days."""

    kind: Word = Field(None, description="One kind of entry; `all` for every kind; else meetings and documents.")
    party: Word = None
    status: Word = Field(None, description="What a meeting or a document is or became, such as `held`.")
    since: Day = None
    until: Day = None
    overdue: bool = Field(False, description="Only meetings whose day went by without a report of them.")
    undated: bool = Field(False, description="Only what no report tells a day of.")
    page: Annotated[Annotated[int, Field(ge=1, le=100_000)] | None, BeforeValidator(given)] = Field(
        None, description="Without it, the page of the record's last day."
    )

    @property
    def choice(self) -> Choice:
        """What is asked for."""
        kinds = KINDS if self.kind == "all" else (self.kind,) if self.kind in KINDS else USUAL
        return Choice(kinds, self.party, self.status, self.since, self.until, self.overdue)


def timeline(visit: Visit, ask: TimelineAsk) -> Answer:
    """What happened and what is set, day by day; what has no day stands apart."""
    snapshot, choice, now = visit.snapshot, ask.choice, last_day(visit.snapshot)
    counts = by_day.count_days(snapshot, choice)
    cut = by_day.pages(counts, choice)
    number = min(ask.page or by_day.page_of(cut, now), len(cut))
    shown = [] if ask.undated else by_day.events(snapshot, choice, cut[number - 1], counts)
    apart, apart_all, pager = _apart(snapshot, ask, Slice(number, len(cut), sum(map(len, cut))))
    told = tellings(visit, [one.id for day in shown for one in day.events] + [one.id for one in apart])
    drawn = counts.main_part
    if any(day and drawn and day < drawn[0] for day in (ask.since, ask.until)):
        drawn = sorted(counts.counts)
    here = [day for day in cut[number - 1] if drawn and day >= drawn[0]]
    return Answer(
        "Timeline",
        _values(visit, pager, shown, told) | {"undated": [one.id for one in apart], "undated_total": apart_all},
        Table(COLUMNS, _rows(snapshot, choice)),
        {
            "ask": ask,
            "days": shown,
            "told": told,
            "line": lambda one: line(told, one),
            "slice": pager,
            "apart": apart,
            "apart_all": apart_all,
            "now": now,
            "glance": at_a_glance(visit, counts, drawn, _chosen(ask, here, len(cut) == 1)),
            "lanes": lanes_of(visit, choice, [] if ask.undated else here, now),
            "before": [day for day in sorted(counts.counts) if drawn and day < drawn[0]],
            "parties": parties(visit),
            "statuses": by_day.statuses(snapshot, choice),
            "kinds": (*KINDS, "all"),
        },
    )


def line(told: Tellings, event: Event) -> Told:
    """The line of a row: that of a state of a document has the words that tell this state."""
    one = told.lines[event.id]
    if event.place is None or not isinstance(one.entry, Instrument):
        return one
    state = one.entry.status[event.place]
    return Told(one.row, one.entry, told.lookup.in_order(state.evidence)[0]) if state.evidence else one


def _apart(snapshot: Snapshot, ask: TimelineAsk, pager: Slice) -> tuple[list[Event], int, Slice]:
    """What has no day: all of it, page by page, where that is asked for; else its beginning, below the last day."""
    if ask.undated:
        total = by_day.undated(snapshot, ask.choice, 0)[1]
        cut = sliced(total, ask.page or 1)
        return by_day.undated(snapshot, ask.choice, cut.rows, cut.skip)[0], total, cut
    most = by_day.UNDATED if pager.page == pager.pages else 0
    bounded = ask.since or ask.until
    return ([], 0, pager) if bounded else (*by_day.undated(snapshot, ask.choice, most), pager)


def _chosen(ask: TimelineAsk, days: Sequence[date], whole: bool) -> tuple[date, date] | None:
    """The days that the chart marks: those asked for, else those of the page; none where all are shown."""
    if not days or ask.undated or (whole and not (ask.since or ask.until)):
        return None
    return ask.since or days[0], ask.until or days[-1]


def _values(visit: Visit, pager: Slice, shown: Sequence[DayOf], told: Tellings) -> dict[str, object]:
    rows = [
        {
            "day": day.day.isoformat(),
            "statements": day.statements or None,
            "more": day.more,
            "rows": [
                {"kind": one.kind, "what": one.what, "entry": values_of(told.lines[one.id].entry)}
                for one in day.events
            ],
        }
        for day in shown
    ]  # fmt: skip
    return page_values(visit, pager, rows)


def _rows(snapshot: Snapshot, choice: Choice) -> Iterator[tuple[object, ...]]:
    """All that is asked for, in the order of its days."""
    for row in by_day.everything(snapshot, choice):
        yield (row["happened"], row["last_day"], row["precision"], row["kind"], row["what"], row["id"],
               "; ".join(json.loads(row["parties"])), row["label"], row["accounts"], row["reports"],
               row["sources"])  # fmt: skip


PAGES = (Page("/timeline", "timeline.html", timeline, TimelineAsk, "Timeline"),)
