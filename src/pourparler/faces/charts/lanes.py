"""Meetings over time, a lane for each party: what was held, planned, put off or denied is told by shape and word."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pourparler.core.vocabulary import MeetingStatus
from pourparler.faces.charts.board import LETTERS, MARKED, RIGHT, Board, Item, room, spec_of
from pourparler.faces.charts.chart import WIDTH, Caption, Chart, Grammar, Spec
from pourparler.faces.charts.links import inward
from pourparler.faces.charts.palette import ACCENT, COLOURS, INK, OTHER, PAPER
from pourparler.faces.charts.periods import NOON, Period, ends, frame_of, instant, step_for
from pourparler.faces.charts.style import END, LINKED, short
from pourparler.faces.wording.days import short_day
from pourparler.faces.wording.names import some
from pourparler.faces.wording.quoting import clip

MOST_LANES = 12
MOST_MEETINGS = 400
OTHERS = "other parties"

LEAST = 34
"""Height of a lane at the least, in CSS pixels."""

MARK = 13
"""Room of one mark in CSS pixels, across and down."""

MOST_SLOTS = 8
"""Marks of about one day that stand below one another in a lane; later ones stand on the last."""

CIRCLE = "M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z"
SHAPE: dict[MeetingStatus, str] = {
    MeetingStatus.HELD: CIRCLE,
    MeetingStatus.UNDER_WAY: "M-0.9,-0.9H0.9V0.9H-0.9Z",
    MeetingStatus.PLANNED: CIRCLE,
    MeetingStatus.PROPOSED: "M-0.85,-0.85H0.85V0.85H-0.85Z",
    MeetingStatus.CONDITIONAL: "M0,-1.2L1.2,0L0,1.2L-1.2,0Z",
    MeetingStatus.POSTPONED: "M-0.9,-1.1L1.2,0L-0.9,1.1Z",
    MeetingStatus.CANCELLED: "M-0.9,-0.9L0.9,0.9M-0.9,0.9L0.9,-0.9",
    MeetingStatus.DENIED: f"{CIRCLE}M-0.7,0.7L0.7,-0.7",
}
"""Held and under way are filled; what has not happened is hollow; what will not is crossed."""

FILLED = (MeetingStatus.HELD, MeetingStatus.UNDER_WAY)
COLOUR: dict[MeetingStatus, str] = {
    MeetingStatus.CONDITIONAL: COLOURS[1],
    MeetingStatus.POSTPONED: COLOURS[1],
    MeetingStatus.CANCELLED: OTHER,
    MeetingStatus.DENIED: OTHER,
}


@dataclass(frozen=True, slots=True)
class LaneMeeting:
    """One meeting: its days, whose lanes it stands in, its status, the words of its tooltip, and its page."""

    first: date
    last: date
    parties: tuple[str, ...]
    status: MeetingStatus
    words: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class _Placed:
    meeting: LaneMeeting
    lanes: tuple[int, ...]
    slot: int


def lanes(rows: Sequence[LaneMeeting], caption: Caption, as_of: date | None = None, width: int = WIDTH) -> Chart | None:
    """A lane for each party, the busiest first; a meeting stands in every lane of its parties, joined by a line.

    `as_of` draws a line at that day. Meetings without a day or without a party are for the caller to tell apart. None
    when no meeting is left.
    """
    dated = sorted((row for row in rows if row.parties), key=lambda row: (row.first, row.last, row.words))
    if not dated:
        return None
    shown = dated[-MOST_MEETINGS:]
    names, others = _names(shown)
    first, last = min(row.first for row in shown), max(row.last for row in shown)
    if as_of:
        first, last = min(first, as_of), max(last, as_of)
    frame = frame_of(first, last, step_for(first, last))
    placed = _placed(shown, names, width - room(names) - RIGHT, frame)
    board = Board(width, frame, tuple(names), _tops(placed, len(names)), _items(shown))
    layers = [*_joins(placed, board), _marks(placed, board)]
    spec = spec_of(board, [_as_of(as_of, board), *layers] if as_of else layers)
    left = [f"{some(len(dated) - len(shown), 'earlier meeting')} not drawn"] if len(dated) > len(shown) else []
    left += [f"{some(others, 'party', 'parties')} with fewer meetings share the lane “{OTHERS}”"] if others else []
    return Chart(caption, Grammar.VEGA_LITE, spec, tuple(left))


def _names(rows: Sequence[LaneMeeting]) -> tuple[list[str], int]:
    """The lanes' names, busiest first, and how many parties share the last one."""
    totals = Counter(short(party, 2 * LETTERS) for row in rows for party in dict.fromkeys(row.parties))
    order = sorted(totals, key=lambda name: (-totals[name], name))
    if len(order) <= MOST_LANES:
        return order, 0
    return [*order[: MOST_LANES - 1], OTHERS], len(order) - MOST_LANES + 1


def _placed(rows: Sequence[LaneMeeting], names: list[str], inner: float, frame: Period) -> list[_Placed]:
    """Each meeting with its lanes and the first slot in which it covers no earlier one, the same in all its lanes."""
    start, end = ends(frame)
    free: dict[tuple[int, int], float] = {}
    placed = []
    for row in rows:
        at = (instant(row.first) - start) / (end - start) * inner
        until = (instant(row.last) - start) / (end - start) * inner
        found = {short(party, 2 * LETTERS) for party in row.parties}
        mine = tuple(sorted({names.index(name) if name in names else len(names) - 1 for name in found}))
        fits = (s for s in range(MOST_SLOTS) if all(free.get((lane, s), -MARK) + MARK <= at for lane in mine))
        slot = next(fits, MOST_SLOTS - 1)
        for lane in range(mine[0], mine[-1] + 1):
            free[lane, slot] = until
        placed.append(_Placed(row, mine, slot))
    return placed


def _tops(placed: list[_Placed], count: int) -> tuple[float, ...]:
    """Where each lane begins, in CSS pixels from the top, and after the last one where it ends."""
    tops = [0.0]
    for lane in range(count):
        slots = max((one.slot + 1 for one in placed if one.lanes[0] <= lane <= one.lanes[-1]), default=1)
        tops.append(tops[-1] + max(LEAST, 10 + slots * MARK))
    return tuple(tops)


def _middle(placed: _Placed, lane: int, board: Board) -> float:
    """Where a mark stands in its lane, in CSS pixels from the top."""
    top, foot = board.tops[lane], board.tops[lane + 1]
    slots = max(placed.slot + 1, 1 if foot - top == LEAST else round((foot - top - 10) / MARK))
    return top + (foot - top - slots * MARK) / 2 + MARK * (placed.slot + 0.5)


def _items(rows: Sequence[LaneMeeting]) -> tuple[Item, ...]:
    """The legend: the statuses that occur, in the order of the vocabulary."""
    return tuple(_item(status) for status in MeetingStatus if any(row.status is status for row in rows))


def _item(status: MeetingStatus) -> Item:
    colour = COLOUR.get(status, ACCENT)
    return Item(status.value, SHAPE[status], colour if status in FILLED else PAPER, colour)


def _joins(placed: list[_Placed], board: Board) -> list[Spec]:
    """Lines that join the marks of one meeting across lanes, and thick ones over its days where it has several."""
    across, along = [], []
    for one in placed:
        at = instant(one.meeting.first) + NOON
        if len(one.lanes) > 1:
            top, foot = _middle(one, one.lanes[0], board), _middle(one, one.lanes[-1], board)
            across.append({"s": at, "a": top, "b": foot})
        if one.meeting.last > one.meeting.first:
            until = instant(one.meeting.last) + NOON
            along += [{"s": at, "e": until, "a": _middle(one, lane, board)} for lane in one.lanes]
    return [
        {
            "data": {"values": across},
            "mark": {"type": "rule", "color": INK, "strokeOpacity": 0.35},
            "encoding": {"x": {"field": "s"}, "y": board.y, "y2": {"field": "b"}},
        },
        {
            "data": {"values": along},
            "mark": {"type": "rule", "color": ACCENT, "strokeOpacity": 0.55, "strokeWidth": 4},
            "encoding": {"x": {"field": "s"}, "x2": END, "y": board.y},
        },
    ]


def _marks(placed: list[_Placed], board: Board) -> Spec:
    """The meetings, each in all its lanes."""
    values = [
        {
            "s": instant(one.meeting.first) + NOON,
            "a": _middle(one, lane, board),
            "words": f"{board.names[lane]}: {clip(one.meeting.words, 200)} ({one.meeting.status})",
            "link": inward(one.meeting.href),
            **_item(one.meeting.status).drawn,
        }
        for one in placed
        for lane in one.lanes
    ]
    return {
        "data": {"values": values},
        "mark": {"type": "point", "size": 100, "strokeWidth": 1.75, "opacity": 1, "aria": True},
        "encoding": {"x": {"field": "s"}, "y": board.y, **MARKED, **LINKED},
    }


def _as_of(day: date, board: Board) -> Spec:
    """A line at the day as of which the record is told, with its name at the foot."""
    values = [{"s": instant(day) + NOON, "a": 0, "b": board.tops[-1], "words": f"as of {short_day(day)}"}]
    words = {"type": "text", "align": "right", "dx": -4, "dy": -6, "stroke": PAPER, "strokeWidth": 3}
    return {
        "data": {"values": values},
        "layer": [
            {
                "mark": {"type": "rule", "color": INK, "strokeDash": [3, 3]},
                "encoding": {"x": {"field": "s"}, "y": board.y, "y2": {"field": "b"}},
            },
            {
                "mark": words,
                "encoding": {"x": {"field": "s"}, "y": {**board.y, "field": "b"}, "text": {"field": "words"}},
            },
        ],
    }
