"""What waits for what: goals in heavy frames, the conditions before each, and what these wait for in turn."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pourparler.faces.charts.chart import Caption, Chart, Grammar, Spec
from pourparler.faces.charts.layers import Arrow, Layout, laid
from pourparler.faces.charts.links import inward
from pourparler.faces.charts.palette import INK, OTHER, PAPER, colours
from pourparler.faces.charts.plain import layer, plain
from pourparler.faces.charts.routes import BOX, LANE, Box, Way, routed
from pourparler.faces.charts.style import in_pixels, short, wrapped
from pourparler.faces.wording.names import series, some
from pourparler.faces.wording.quoting import clip

MOST_BOXES = 40
ALLEY = 64.0
"""Room between two layers, in CSS pixels: an arrow has no words of its own here."""

LETTERS, LINES, LINE, EDGE, SMALL = 23, 4, 15.0, 8.0, 11.0
"""Letters in a line of a box, most lines, height of a line, room around the words, and the size of the words above and
below them, in CSS pixels."""

TOP, SIDE, BETWEEN = 40.0, 8.0, 22.0
COLUMN = 2 * BOX + ALLEY
"""Width of a part of two layers; two such parts stand side by side."""

APART = 44.0
HEAD = "M-1,-0.8L1,0L-1,0.8Z"
KEY = ("A heavy frame is what waits; a thin one is a condition, with who holds it and what is told of it.",
       "An arrow leads from a condition to what waits for it, and from what it requires to the condition.")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Goal:
    """Something that waits, or is waited for and waits itself: its id, its words, what it is, and its page."""

    id: str
    words: str
    sort: str
    href: str = ""
    papers: tuple[str, ...] = ()
    """Ids of its instruments that wait for something: it waits for these too."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition before a goal: who holds it (empty: nobody named), what it asks for, what is told of that, the ids
    of the goals that it requires, and its page."""

    id: str
    goal: str
    holder: str
    words: str
    value: str
    requires: tuple[str, ...] = ()
    href: str = ""


def waiting(goals: Sequence[Goal], conditions: Sequence[Condition], caption: Caption, more: int = 0) -> Chart | None:
    """A box for every goal and every condition, in layers by the longest way to what waits last.

    What hangs together is laid out by itself, two parts side by side where there is room. Past the fortieth box goals
    with fewer conditions are left out; `more` are goals that were not even given. None when there is nothing to draw.
    """
    kept, told = _kept(goals, conditions)
    if not told:
        return None
    boxes: list[Box] = []
    ways: list[tuple[Arrow, Way]] = []
    things: list[Goal | Condition] = []
    columns = [TOP, TOP]
    for part in _parts(kept, told):
        layout, arrows, lines = _laid(part)
        layers = max(layout.layer) + 1
        wide = layers > 2 or bool(layout.back)
        left = SIDE + (14 if layout.back else 0)
        column = 0 if wide or columns[0] <= columns[1] else 1
        top = max(columns) if wide else columns[column]
        left += column * (COLUMN + APART)
        placed = [
            Box(thing.words, one, left + layout.layer[i] * (BOX + ALLEY), top + layout.middle[i], _height(thing, one))
            for i, (thing, one) in enumerate(zip(part, lines, strict=True))
        ]
        foot = top + layout.height
        found = routed(placed, layout, arrows, foot, ALLEY)
        start = len(boxes)
        ways += [((one + start, other + start), way) for (one, other), way in found.items()]
        boxes += placed
        things += part
        foot += LANE * len(layout.back) + BETWEEN
        columns = [foot, foot] if wide else [foot if i == column else one for i, one in enumerate(columns)]
    width = max(*(box.x + BOX for box in boxes), *map(in_pixels, KEY)) + SIDE + 16
    drawn = [*_key(), *_arrows(ways), *_frames(things, boxes), *_words(things, boxes)]
    left_out = _left_out(len(goals) - len(kept) + more, len(conditions) - len(told))
    return Chart(caption, Grammar.VEGA, plain((round(width), round(max(columns))), drawn), left_out)


def _left_out(goals: int, conditions: int) -> tuple[str, ...]:
    told = [some(number, noun) for number, noun in ((goals, "goal"), (conditions, "condition")) if number]
    return (f"{series(told)} not drawn: what waits for most is",) if told else ()


def _kept(goals: Sequence[Goal], conditions: Sequence[Condition]) -> tuple[list[Goal], list[Condition]]:
    """The goals with most conditions, as many as find room with all of these; of the first as many as do."""
    before: dict[str, list[Condition]] = defaultdict(list)
    for one in conditions:
        before[one.goal].append(one)
    kept: dict[str, Goal] = {}
    told: dict[str, Condition] = {}
    for goal in sorted(goals, key=lambda goal: -len(before[goal.id])):
        room = MOST_BOXES - len(kept) - len(told) - 1
        mine = before[goal.id]
        if kept and len(mine) > room:
            continue
        kept[goal.id] = goal
        told |= {one.id: one for one in mine[:room]}
    return [goal for goal in goals if goal.id in kept], [one for one in conditions if one.id in told]


def _parts(goals: Sequence[Goal], conditions: Sequence[Condition]) -> list[list[Goal | Condition]]:
    """What hangs together, the largest first."""
    things: list[Goal | Condition] = [*conditions, *goals]
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in _ties(things):
        near[one].add(other)
        near[other].add(one)
    parts, seen = [], set[str]()
    for thing in things:
        if thing.id in seen:
            continue
        found, left = {thing.id}, [thing.id]
        while left:
            more = near[left.pop()] - found
            found |= more
            left += sorted(more)
        seen |= found
        parts.append([each for each in things if each.id in found])
    return sorted(parts, key=lambda part: -len(part))


def _ties(things: Sequence[Goal | Condition]) -> list[tuple[str, str]]:
    """Pairs of ids: what comes first, and what waits for it."""
    there = {thing.id for thing in things}
    ties = []
    for thing in things:
        if isinstance(thing, Condition):
            ties += [(one, thing.id) for one in thing.requires] + [(thing.id, thing.goal)]
        else:
            ties += [(one, thing.id) for one in thing.papers]
    return [(one, other) for one, other in dict.fromkeys(ties) if one in there and other in there]


def _laid(part: Sequence[Goal | Condition]) -> tuple[Layout, list[Arrow], list[tuple[str, ...]]]:
    """Places of a part's boxes, its arrows, and the lines of its boxes."""
    index = {thing.id: number for number, thing in enumerate(part)}
    arrows = [(index[one], index[other]) for one, other in _ties(part)]
    lines = [wrapped(clip(thing.words, 200), LETTERS - 2 * isinstance(thing, Goal), LINES) for thing in part]
    return laid([_height(*one) for one in zip(part, lines, strict=True)], arrows), arrows, lines


def _height(thing: Goal | Condition, lines: Sequence[str]) -> float:
    below = len(_below(thing)) if isinstance(thing, Condition) else 0
    return (1 + len(lines) + below) * LINE + 2 * EDGE


def _below(thing: Condition) -> tuple[str, ...]:
    """What is told of a condition, in lines."""
    return wrapped(thing.value, LETTERS + 2, 2)


def _key() -> list[Spec]:
    return [
        layer("text", [{"x": SIDE, "y": 12 + 15 * i, "text": one, "fill": INK, "fillOpacity": 0.8, "fontSize": SMALL}
                       for i, one in enumerate(KEY)])
    ]  # fmt: skip


def _arrows(ways: Sequence[tuple[Arrow, Way]]) -> list[Spec]:
    """The lines, dashed where they lead back, and their heads."""
    lines = [
        {"path": way.path, "stroke": INK, "strokeWidth": 1.25, "strokeOpacity": 0.6}
        | {"strokeDash": [5, 4] if way.back else [1, 0]}
        for _, way in ways
    ]
    heads = [
        {"x": way.head[0] - 5, "y": way.head[1], "shape": HEAD, "size": 70, "fill": INK, "fillOpacity": 0.8}
        for _, way in ways
    ]
    return [layer("path", lines), layer("symbol", heads)]


def _frames(things: Sequence[Goal | Condition], boxes: Sequence[Box]) -> list[Spec]:
    """The frames of all boxes, each a link with its words."""
    tints = colours(thing.holder for thing in things if isinstance(thing, Condition) and thing.holder)
    rows = []
    for thing, box in zip(things, boxes, strict=True):
        is_goal = isinstance(thing, Goal)
        told = (
            f"{thing.sort}: {clip(thing.words, 200)}"
            if isinstance(thing, Goal)
            else f"{_holder(thing)}: {clip(thing.words, 200)}; {thing.value}"
        )
        tint = INK if isinstance(thing, Goal) else tints.get(thing.holder, OTHER)
        rows.append(
            {
                "x": box.x,
                "y": round(box.y - box.height / 2, 1),
                "width": BOX,
                "height": box.height,
                "cornerRadius": 2 if is_goal else 9,
                "fill": PAPER,
                "stroke": tint,
                "strokeWidth": 2.5 if is_goal else 1.25,
                "words": told,
                "link": inward(thing.href),
            }
        )
    return [layer("rect", rows)]


def _holder(thing: Condition) -> str:
    return clip(thing.holder, 80) or "nobody named"


def _words(things: Sequence[Goal | Condition], boxes: Sequence[Box]) -> list[Spec]:
    """The words in the boxes: of a goal what it is and its name, of a condition its holder, itself, what is told."""
    rows = []
    for thing, box in zip(things, boxes, strict=True):
        x, y = box.x + EDGE, box.y - box.height / 2 + EDGE + 11
        above = short(thing.sort if isinstance(thing, Goal) else _holder(thing), 24)
        is_goal = isinstance(thing, Goal)
        rows.append(_line(x, y, (above,), SMALL, "normal" if is_goal else "bold"))
        rows.append(_line(x, y + LINE, box.lines, 12.0, "bold" if is_goal else "normal"))
        if isinstance(thing, Condition):
            rows.append(_line(x, y + LINE * (1 + len(box.lines)), _below(thing), SMALL, "normal"))
    return [layer("text", rows)]


def _line(x: float, y: float, lines: Sequence[str], size: float, weight: str) -> Spec:
    place = {"x": x, "y": round(y, 1), "text": list(lines), "lineHeight": LINE, "fill": INK}
    return place | {"fontSize": size, "fontWeight": weight}
