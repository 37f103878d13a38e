"""Who met whom as a network: a node for each actor, a line for each two who met, the wider the more often."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from pourparler.core.vocabulary import ActorKind
from pourparler.faces.charts.board import Item
from pourparler.faces.charts.chart import WIDTH, Caption, Chart, Grammar, Spec
from pourparler.faces.charts.links import inward
from pourparler.faces.charts.naming import LINE, Dot, beside
from pourparler.faces.charts.palette import ACCENT, COLOURS, INK, OTHER, PAPER, colours
from pourparler.faces.charts.plain import layer, legend, plain
from pourparler.faces.charts.style import short, wrapped
from pourparler.faces.wording.names import some
from pourparler.faces.wording.quoting import clip

MOST_NODES = 40
LEAST_RADIUS, MOST_RADIUS = 6.0, 18.0
MOST_STROKE = 8.0
"""Nodes drawn, their radii in CSS pixels with the fewest and the most meetings, and the width of the widest line."""

SHAPE: dict[ActorKind, str] = {
    ActorKind.PERSON: "circle",
    ActorKind.STATE: "square",
    ActorKind.ORGANISATION: "diamond",
    ActorKind.BLOC: "triangle-up",
    ActorKind.GROUP: "triangle-down",
}


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: name, kind, meetings, the party it speaks for (none: empty), and its page."""

    name: str
    kind: ActorKind
    meetings: int
    party: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two nodes by name who met, how many times, and the page that lists those meetings."""

    one: str
    other: str
    meetings: int
    href: str = ""


def network(nodes: Sequence[Node], ties: Sequence[Tie], caption: Caption, width: int = WIDTH) -> Chart | None:
    """The forty actors with the most meetings and their ties; area of a node by meetings, shape by kind, colour by
    party.

    Distances say how many steps lie between two actors, nothing else. Ties of actors that are not among `nodes` are
    not drawn. None without nodes.
    """
    if not nodes:
        return None
    shown = sorted(sorted(nodes, key=lambda one: (-one.meetings, one.name))[:MOST_NODES], key=lambda one: one.name)
    at = {node.name: i for i, node in enumerate(shown)}
    kept = sorted(
        (tie for tie in ties if tie.one in at and tie.other in at and tie.one != tie.other),
        key=lambda tie: (tie.one, tie.other),
    )
    pairs = [(at[tie.one], at[tie.other]) for tie in kept]
    tint = _tints(shown)
    told, top = legend(_items(shown, tint), width)
    height = 300 + 11 * len(shown)
    dots = _dots(shown, pairs, (width, height))
    order = sorted(range(len(dots)), key=lambda i: (-dots[i].radius, i))
    rank = {i: place for place, i in enumerate(order)}
    names = beside([dots[i] for i in order], [(rank[a], rank[b]) for a, b in pairs], width, height)
    moved = [Dot(dot.x, dot.y + top, dot.radius, dot.lines) for dot in dots]
    words = [
        {"x": name.x, "y": name.y + top, "align": name.align, "text": list(dots[i].lines), "lineHeight": LINE}
        | {"fill": INK, "stroke": PAPER, "strokeWidth": 3, "strokeJoin": "round"}
        for i, name in zip(order, names, strict=True)
    ]
    layers = [*told, _lines(kept, pairs, moved), _nodes(shown, moved, tint), layer("text", words)]
    more = len(nodes) - len(shown)
    left = (f"{some(more, 'actor')} with fewer meetings not drawn",) if more else ()
    return Chart(caption, Grammar.VEGA, plain((width, height + top), layers), left)


def _dots(nodes: list[Node], pairs: list[tuple[int, int]], size: tuple[int, int]) -> list[Dot]:
    """Where the nodes stand, below the legend's foot, with the lines of their names."""
    from pourparler.faces.charts.forces import Frame, places

    most = max([1, *(node.meetings for node in nodes)])
    radii = [max(LEAST_RADIUS, MOST_RADIUS * sqrt(max(0, node.meetings) / most)) for node in nodes]
    spots = places(len(nodes), pairs, radii, Frame(size[0], size[1], 70, 28))
    return [
        Dot(x, y, radius, wrapped(short(node.name, 44), 20, 2))
        for (x, y), radius, node in zip(spots, radii, nodes, strict=True)
    ]


def _tints(nodes: list[Node]) -> dict[str, str]:
    """A colour for each of the six parties with the most nodes."""
    totals = Counter(node.party for node in nodes if node.party)
    return colours(sorted(totals, key=lambda name: (-totals[name], name))[: len(COLOURS)])


def _tint(node: Node, tint: dict[str, str]) -> str:
    return tint.get(node.party, OTHER) if tint else ACCENT


def _items(nodes: list[Node], tint: dict[str, str]) -> list[Item]:
    """The legend: kinds by shape where there are several, then parties by colour."""
    kinds = [kind for kind in ActorKind if any(node.kind is kind for node in nodes)]
    items = [Item(kind.value, SHAPE[kind], PAPER, INK) for kind in kinds] if len(kinds) > 1 else []
    items += [Item(short(party, 30), "circle", colour, PAPER) for party, colour in tint.items()]
    others = tint and any(node.party not in tint for node in nodes)
    return [*items, Item("other or no party", "circle", OTHER, PAPER)] if others else items


def _lines(ties: list[Tie], pairs: list[tuple[int, int]], dots: list[Dot]) -> Spec:
    most = max((tie.meetings for tie in ties), default=1)
    rows = [
        {
            "x": dots[a].x,
            "y": dots[a].y,
            "x2": dots[b].x,
            "y2": dots[b].y,
            "stroke": INK,
            "strokeOpacity": 0.3,
            "strokeWidth": round(max(1.0, MOST_STROKE * tie.meetings / most), 2),
            "words": f"{clip(tie.one, 60)} and {clip(tie.other, 60)}: {some(tie.meetings, 'meeting')}",
            "link": inward(tie.href),
        }
        for tie, (a, b) in zip(ties, pairs, strict=True)
    ]
    return layer("rule", rows)


def _nodes(nodes: list[Node], dots: list[Dot], tint: dict[str, str]) -> Spec:
    rows = [
        {
            "x": dot.x,
            "y": dot.y,
            "size": round(4 * dot.radius**2, 1),
            "shape": SHAPE[node.kind],
            "fill": _tint(node, tint),
            "stroke": PAPER,
            "strokeWidth": 1.5,
            "words": _told(node),
            "link": inward(node.href),
        }
        for node, dot in zip(nodes, dots, strict=True)
    ]
    return layer("symbol", rows)


def _told(node: Node) -> str:
    """A node in words: its name, kind, party and number of meetings."""
    about = ", ".join(word for word in (node.kind.value, clip(node.party, 60), some(node.meetings, "meeting")) if word)
    return f"{clip(node.name, 80)} ({about})"
