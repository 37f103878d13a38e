"""Where parties stood on one issue over time: a row for each stance, a shape and a line for each party."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pourparler.core.vocabulary import Stance
from pourparler.faces.charts.board import MARKED, Board, Item, spec_of
from pourparler.faces.charts.chart import WIDTH, Caption, Chart, Grammar, Spec
from pourparler.faces.charts.links import inward
from pourparler.faces.charts.palette import PAPER, colours, shapes
from pourparler.faces.charts.periods import NOON, frame_of, instant, step_for
from pourparler.faces.charts.style import LINKED, short
from pourparler.faces.wording.names import some
from pourparler.faces.wording.quoting import clip

MOST_PARTIES = 8
LETTERS = 30

ORDER = (
    Stance.ACCEPTS,
    Stance.SUPPORTS,
    Stance.OFFERS,
    Stance.PROPOSES,
    Stance.CONDITIONAL,
    Stance.DEMANDS,
    Stance.REJECTS,
)
"""Rows from the top; the order helps the eye and measures nothing."""

PITCH = 12
"""Room of one party inside a row, in CSS pixels."""


@dataclass(frozen=True, slots=True)
class StanceDay:
    """A stance of a party on the issue from `day` on, the words of its tooltip, and its page."""

    day: date
    party: str
    stance: Stance
    words: str
    href: str = ""


def movement(rows: Sequence[StanceDay], caption: Caption, width: int = WIDTH) -> Chart | None:
    """Stances as rows, in the order of `ORDER`; a party's marks are joined in the order of their days.

    A line tells which mark follows which and nothing about the days between. None when there is nothing to draw.
    """
    if not rows:
        return None
    counts = {short(row.party, LETTERS): 0 for row in rows}
    for row in rows:
        counts[short(row.party, LETTERS)] += 1
    parties = sorted(sorted(counts, key=lambda name: (-counts[name], name))[:MOST_PARTIES])
    shown = sorted((row for row in rows if short(row.party, LETTERS) in parties), key=lambda row: (row.day, row.words))
    stances = [stance for stance in ORDER if any(row.stance is stance for row in shown)]
    first, last = shown[0].day, shown[-1].day
    frame = frame_of(first, last, step_for(first, last))
    band = 20 + PITCH * len(parties)
    tops = tuple(float(band * i) for i in range(len(stances) + 1))
    board = Board(width, frame, tuple(stance.value for stance in stances), tops, _items(parties))
    spec = spec_of(board, _moves(shown, board))
    more = len(counts) - len(parties)
    left = (f"{some(more, 'party', 'parties')} with fewer positions not drawn",) if more else ()
    return Chart(caption, Grammar.VEGA_LITE, spec, left)


def _items(parties: list[str]) -> tuple[Item, ...]:
    tint, shape = colours(parties), shapes(parties)
    return tuple(Item(name, shape[name], tint[name], PAPER) for name in parties)


def _moves(rows: list[StanceDay], board: Board) -> list[Spec]:
    """The marks, and the lines that join those of one party."""
    parties = [item.words for item in board.items]
    values = []
    for order, row in enumerate(rows):
        party = short(row.party, LETTERS)
        line = parties.index(party)
        top = board.tops[board.names.index(row.stance.value)]
        words = f"{party} {row.stance}: {clip(row.words, 200)}"
        place = {"s": instant(row.day) + NOON, "a": top + 10 + PITCH * (line + 0.5), "n": order, "party": party}
        values.append({**place, "words": words, "link": inward(row.href), **board.items[line].drawn})
    tint = {"domain": parties, "range": [item.fill for item in board.items]}
    place = {"x": {"field": "s"}, "y": board.y}
    return [
        {
            "data": {"values": values},
            "mark": {"type": "line", "strokeWidth": 1.75, "strokeOpacity": 0.6, "interpolate": "step-after"},
            "encoding": {
                **place,
                "color": {"field": "party", "type": "nominal", "scale": tint, "legend": None},
                "order": {"field": "n", "type": "quantitative"},
            },
        },
        {
            "data": {"values": values},
            "mark": {"type": "point", "size": 120, "strokeWidth": 1, "opacity": 1, "aria": True},
            "encoding": {**place, **MARKED, **LINKED},
        },
    ]
