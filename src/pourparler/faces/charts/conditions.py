"""Who requires what for what: boxes from left to right, an arrow from what is required to what waits for it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pourparler.faces.charts.chart import Caption, Chart, Grammar, Spec
from pourparler.faces.charts.layers import Arrow, laid, spread
from pourparler.faces.charts.links import inward
from pourparler.faces.charts.palette import INK, OTHER, PAPER, colours
from pourparler.faces.charts.plain import layer, plain
from pourparler.faces.charts.routes import ALLEY, BOX, Box, Way, routed
from pourparler.faces.charts.style import in_pixels, short, wrapped
from pourparler.faces.wording.names import some
from pourparler.faces.wording.quoting import clip

MOST_BOXES = 40
LETTERS, LINES, LINE, EDGE = 22, 4, 15.0, 8.0
"""Letters in a line of a box, most lines, height of a line, and room around the words, in CSS pixels."""

SMALL = 11.0
HEAD = "M-1,-0.8L1,0L-1,0.8Z"
TAG = 20.0
"""Height of the tag with the party's name on an arrow, in CSS pixels."""

KEY = "An arrow leads from what is required to what waits for it; its tag says who requires it."
TOP, SIDE = 34.0, 6.0


@dataclass(frozen=True, slots=True)
class Requirement:
    """One condition: who (empty: nobody named) requires what, for what, and its page."""

    party: str
    requires: str
    blocks: str
    href: str = ""


def conditions(rows: Sequence[Requirement], caption: Caption) -> Chart | None:
    """Each thing required or waited for as one box, told apart by its words in lower case; tags link to conditions.

    Circles are drawn as dashed arrows that lead back. Conditions past the fortieth box are left out in the order of
    `rows`. None when there is nothing to draw.
    """
    kept, names = _kept(rows)
    if not kept:
        return None
    index = {name: i for i, name in enumerate(names)}
    arrows: dict[Arrow, list[Requirement]] = defaultdict(list)
    for row in kept:
        arrows[index[_key(row.requires)], index[_key(row.blocks)]].append(row)
    lines = [wrapped(clip(words, 200), LETTERS, LINES) for words in names.values()]
    heights = [len(one) * LINE + 2 * EDGE for one in lines]
    layout = laid([max(h, _ports(arrows, i) * 10) for i, h in enumerate(heights)], list(arrows))
    side = SIDE + (12 + 7 * len(layout.back) if layout.back else 0)
    boxes = [
        Box(words, one, side + layout.layer[i] * (BOX + ALLEY), TOP + layout.middle[i], heights[i])
        for i, (words, one) in enumerate(zip(names.values(), lines, strict=True))
    ]
    ways = routed(boxes, layout, list(arrows), TOP + layout.height)
    tags = _tags(arrows, ways)
    width = max(*(box.x + BOX for box in boxes), in_pixels(KEY)) + side
    height = max(TOP + layout.height, *(float(tag["y"]) + TAG for tag in tags)) + 10
    key = {"x": SIDE, "y": 16, "text": KEY, "fill": INK, "fillOpacity": 0.8}
    drawn = [layer("text", [key]), *_arrows(ways, arrows), *_boxes(boxes), *_tagged(tags)]
    more = len(rows) - len(kept)
    left = (f"{some(more, 'condition')} not drawn",) if more else ()
    return Chart(caption, Grammar.VEGA, plain((round(width), round(height)), drawn), left)


def _kept(rows: Sequence[Requirement]) -> tuple[list[Requirement], dict[str, str]]:
    """The conditions whose boxes find room, and the words of these boxes by their key, in the order they come."""
    kept: list[Requirement] = []
    names: dict[str, str] = {}
    for row in rows:
        new = {_key(words): words for words in (row.requires, row.blocks) if _key(words) not in names}
        if len(names) + len(new) <= MOST_BOXES:
            kept.append(row)
            names.update(new)
    return kept, names


def _key(words: str) -> str:
    return clip(words, 200).lower()


def _ports(arrows: Iterable[Arrow], box: int) -> int:
    """The most arrows on one side of a box."""
    return max(sum(one == box for one, _ in arrows), sum(other == box for _, other in arrows))


def _party(row: Requirement) -> str:
    return short(row.party, 20) or "nobody named"


def _tint(rows: Sequence[Requirement], tints: dict[str, str]) -> str:
    """The colour of an arrow: its party's, and the text's own where several parties require the same."""
    parties = {row.party for row in rows}
    return tints.get(parties.pop(), OTHER) if len(parties) == 1 else INK


def _tints(rows: Iterable[Requirement]) -> dict[str, str]:
    return colours(row.party for row in rows if row.party)


def _tags(arrows: dict[Arrow, list[Requirement]], ways: dict[Arrow, Way]) -> list[Spec]:
    """A tag for each condition in the middle of its arrow, moved up or down where tags of one alley would touch."""
    tints = _tints(row for rows in arrows.values() for row in rows)
    alleys: dict[int, list[Arrow]] = defaultdict(list)
    for arrow in arrows:
        alleys[ways[arrow].alley].append(arrow)
    tags: list[Spec] = []
    for _, there in sorted(alleys.items()):
        there.sort(key=lambda arrow: ways[arrow].tag[1])
        rooms = [len(arrows[arrow]) * TAG + 4 for arrow in there]
        places = spread([ways[arrow].tag[1] - TOP for arrow in there], rooms)
        for arrow, place, room in zip(there, places, rooms, strict=True):
            for i, row in enumerate(arrows[arrow]):
                wide = in_pixels(_party(row), SMALL) + 16
                told = f"{clip(row.party, 80) or 'Nobody named'} requires {clip(row.requires, 200)}"
                tags.append(
                    {
                        "x": ways[arrow].tag[0] - wide / 2,
                        "y": TOP + place - room / 2 + 2 + i * TAG + 1,
                        "width": wide,
                        "height": TAG - 2,
                        "cornerRadius": 9,
                        "fill": PAPER,
                        "stroke": tints.get(row.party, OTHER),
                        "strokeWidth": 1.25,
                        "words": f"{told} for {clip(row.blocks, 200)}",
                        "link": inward(row.href),
                        "name": _party(row),
                    }
                )
    least = min(float(tag["y"]) for tag in tags)
    return [{**tag, "y": round(tag["y"] + max(0, 26 - least), 1), "x": round(tag["x"], 1)} for tag in tags]


def _tagged(tags: list[Spec]) -> list[Spec]:
    names = [
        {"x": tag["x"] + tag["width"] / 2, "y": tag["y"] + TAG / 2 - 1, "text": tag["name"], "fill": INK}
        | {"align": "center", "baseline": "middle", "fontSize": SMALL}
        for tag in tags
    ]
    return [layer("rect", [{k: v for k, v in tag.items() if k != "name"} for tag in tags]), layer("text", names)]


def _arrows(ways: dict[Arrow, Way], arrows: dict[Arrow, list[Requirement]]) -> list[Spec]:
    """The lines, dashed where they lead back, and their heads."""
    tints = _tints(row for rows in arrows.values() for row in rows)
    lines, heads = [], []
    for arrow, way in ways.items():
        tint = _tint(arrows[arrow], tints)
        lines.append(
            {"path": way.path, "stroke": tint, "strokeWidth": 1.5, "strokeOpacity": 0.8}
            | {"strokeDash": [5, 4] if way.back else [1, 0]}
        )
        heads.append({"x": way.head[0] - 5, "y": way.head[1], "shape": HEAD, "size": 80, "fill": tint})
    return [layer("path", lines), layer("symbol", heads)]


def _boxes(boxes: list[Box]) -> list[Spec]:
    frames = [
        {
            "x": box.x,
            "y": round(box.y - box.height / 2, 1),
            "width": BOX,
            "height": box.height,
            "cornerRadius": 3,
            "fill": PAPER,
            "stroke": INK,
            "strokeOpacity": 0.6,
            "words": clip(box.words, 400),
        }
        for box in boxes
    ]
    words = [
        {"x": box.x + EDGE, "y": round(box.y - box.height / 2 + EDGE + 11, 1), "text": list(box.lines)}
        | {"lineHeight": LINE, "fill": INK}
        for box in boxes
    ]
    return [layer("rect", frames), layer("text", words)]
