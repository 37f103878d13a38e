"""The two charts of a brief: meetings over time, and how sides moved on the issue that they moved on most."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil
from typing import Any

from pourparler.core.entry import Meeting, Position
from pourparler.core.vocabulary import MeetingStatus
from pourparler.faces.brief.deadlines import last_day
from pourparler.faces.brief.paper import Figure
from pourparler.faces.brief.parts import Scope
from pourparler.faces.charts.chart import Caption, Chart
from pourparler.faces.charts.lanes import LaneMeeting, lanes
from pourparler.faces.charts.movement import StanceDay, movement
from pourparler.faces.rows.issues import Issue
from pourparler.faces.rows.labels import label
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.rows.times import Time, published_days, time_of
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.names import series, some
from pourparler.faces.wording.quoting import clip, quoted

TALLEST = 466
"""Most CSS pixels that both charts are high, axes not counted."""

AXIS = 42
"""CSS pixels of an axis, as drawn."""

LINE = 0.353 * 680 / 13.5
"""CSS pixels of a chart for one line of the PDF (0.353 cm): it sets the WIDTH of a chart at 13.5 cm."""

TALLEST_MOVES = 240
"""Most of these for how sides moved; the timeline has the rest."""

WIDTH = 680
"""Width in CSS pixels: the column of the page."""

MOST_LANES = 5
OTHERS = "other parties"
BEFORE = 30
"""Days before the first report of a record from which a meeting is drawn; what was earlier is background."""

SPANS = (730, 365, 180, 90, 45)
"""Days up to the last one of a record that are tried where more do not find room."""

FEWEST = 2
"""Fewest meetings, or stances of one side, that a chart is drawn of: one is told quicker in words."""


def figures_of(scope: Scope) -> tuple[Figure, ...]:
    """The charts of what a brief takes from a record, those that there is something to draw for."""
    moves = _moves(scope)
    drawn = (("happened", _timeline(scope, TALLEST - (_height(moves) if moves else 0))), ("positions", moves))
    return tuple(Figure(anchor, chart) for anchor, chart in drawn if chart)


def lines_drawn(figures: Sequence[Figure]) -> int:
    """How many lines of the PDF charts take, each with its caption and the room around it."""
    return sum(ceil((_height(one.chart) + AXIS) / LINE) + 2 for one in figures)


def _timeline(scope: Scope, room: float) -> Chart | None:
    """Meetings with a day, a lane for each of the parties that meet most.

    What was long before the first report is left out; where the chart grows too tall, so are the oldest months, and
    then lanes.
    """
    lookup, today = scope.lookup, last_day(scope.lookup)
    dated = [(one, time) for one in scope.meetings if (time := time_of(lookup, one)) and _sides(one)]
    if today is None:
        return None
    published = [view.report.published for view in lookup.record.reports if view.report.published]
    earliest = min(published, default=today) - timedelta(BEFORE)
    spans = [(today - earliest).days, *(days for days in SPANS if days < (today - earliest).days)]
    for least in (3, 2, 1):
        for days in spans:
            rows = [(one, time) for one, time in dated if time.end >= today - timedelta(days)]
            if len(rows) >= FEWEST and (chart := _lanes(scope, rows, (least, room))):
                return chart
    return None


def _lanes(scope: Scope, dated: Sequence[tuple[Meeting, Time]], bounds: tuple[int, float]) -> Chart | None:
    """The chart with as many lanes as find room; `bounds` are the fewest, and the most pixels. None where that cannot
    be."""
    least, room = bounds
    totals = Counter(side for one, _ in dated for side in _sides(one))
    order = sorted(totals, key=lambda name: (-totals[name], name))
    caption = _timeline_caption(dated, sum(bool(time_of(scope.lookup, one)) for one in scope.meetings) - len(dated))
    for count in range(MOST_LANES, min(least, len(order)) - 1, -1):
        shown = frozenset(order[:count])
        rows = [
            LaneMeeting(time.start, time.end, _in_lanes(one, shown), one.status, label(scope.lookup, one))
            for one, time in dated
        ]
        chart = lanes(rows, caption, scope.lookup.record.as_of, WIDTH)
        if chart and _height(chart) <= room:
            return chart
    return None


def _timeline_caption(dated: Sequence[tuple[Meeting, Time]], others: int) -> Caption:
    """What the chart shows, for those who do not see it."""
    states = Counter(one.status for one, _ in dated)
    told = series([f"{states[status]} {status.value}" for status in MeetingStatus if states[status]])
    first, last = min(time.start for _, time in dated), max(time.end for _, time in dated)
    span = day_words(first) if first == last else f"from {day_words(first)} to {day_words(last)}"
    left = f" ({some(others, 'other')} with a day, earlier or of no named party, not drawn)" if others else ""
    title = f"Meetings by day and party{left}"
    return Caption(title, f"{some(len(dated), 'meeting')} with a day, {span}: {told}.")


def _sides(meeting: Meeting) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*meeting.parties, *meeting.mediators)))


def _in_lanes(meeting: Meeting, shown: frozenset[str]) -> tuple[str, ...]:
    """The lanes of a meeting: its parties, those that have no lane of their own together as one."""
    return tuple(dict.fromkeys(side if side in shown else OTHERS for side in _sides(meeting)))


def _height(chart: Chart) -> float:
    """The height of a chart in CSS pixels."""
    height: Any = chart.spec["height"]
    return float(height)


def _moves(scope: Scope) -> Chart | None:
    """The stances of every side on the issue on which the record sees most of them move."""
    best: list[tuple[Position, date]] = []
    name = ""
    positions = scope.keep(scope.lookup.record.positions)
    for issue in _issues(scope, positions):
        of_it = [one for one in positions if one.party and issue.touches(one)]
        dated = [(one, day) for one in of_it if (day := _day(scope.lookup, one))]
        if _moved(dated) > _moved(best):
            best, name = dated, issue.typed
    if not best:
        return None
    parties = Counter(one.party for one, _ in best)
    order = sorted(parties, key=lambda party: (-parties[party], party or ""))
    told = [
        f"{one.party} {one.stance} ({day_words(day)})" for one, day in sorted(best, key=lambda row: (row[1], row[0].id))
    ]
    caption = Caption(f"Stances on {quoted(name, 60)} by day", f"{'; '.join(map(_plain, told))}.")
    for count in range(len(order), 0, -1):
        shown = [(one, day) for one, day in best if one.party in order[:count]]
        rows = [StanceDay(day, one.party or "", one.stance, clip(one.issue, 90)) for one, day in shown]
        chart = movement(rows, caption, WIDTH)
        if chart and _height(chart) <= TALLEST_MOVES:
            return chart
    return None


def _plain(words: str) -> str:
    return clip(words, 120)


def _issues(scope: Scope, positions: Sequence[Position]) -> list[Issue]:
    """The issue that was asked for, else those on which some side moved, each by its shortest wording."""
    if scope.issue:
        return [scope.issue]
    named: dict[str, Issue] = {}
    for position in positions:
        wordings = [one.issue for one in _chain(scope.lookup, position)]
        if len(wordings) > 1:
            shortest = min(wordings, key=lambda words: (len(words), words))
            if shortest not in named:
                named[shortest] = Issue(scope.lookup, shortest)
    return [named[words] for words in sorted(named)]


def _chain(lookup: Lookup, position: Position) -> list[Position]:
    """A position and those that its party held before on the issue, the latest first."""
    chain = [position]
    while (before := lookup.things.get(chain[-1].moved_from or "")) and isinstance(before, Position):
        if before in chain:
            break
        chain.append(before)
    return chain


def _day(lookup: Lookup, position: Position) -> date | None:
    """Since when a side has a stance: its own day, else the first on which a report gave it."""
    return position.since or min(published_days(lookup, position.accounts), default=None)


def _moved(rows: Sequence[tuple[Position, date]]) -> int:
    """How many stances follow another of the same party on a later day; 0 for too few to draw."""
    days = Counter(party for party, _ in {(one.party, day) for one, day in rows})
    stances = {(one.party, one.stance) for one, _ in rows}
    return sum(count - 1 for party, count in days.items() if sum(one[0] == party for one in stances) >= FEWEST)
