"""A drawing made safe for a page: only known shapes, no style, no script, links of this record alone, words for all."""

import re
from typing import Any

from pourparler.faces.charts.chart import Caption
from pourparler.faces.charts.links import outward
from pourparler.faces.charts.palette import PAPER
from pourparler.faces.charts.patterns import lay
from pourparler.faces.wording.quoting import visible

SVG = "http://www.w3.org/2000/svg"
SHAPES = frozenset(("path", "line", "rect", "circle"))
KEPT = SHAPES | {"g", "text", "tspan", "a"}
"""Elements that a chart is made of; every other one goes, with all it holds."""

_NUMBERS = frozenset(
    "x y x1 x2 y1 y2 dx dy width height r cx cy opacity fill-opacity stroke-opacity stroke-width "
    "stroke-dashoffset stroke-miterlimit font-size".split()
)
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?(?:px)?")
_PLAIN: dict[str, re.Pattern[str]] = {
    "d": re.compile(r"[MLHVCSQTAZmlhvcsqtaz\d\s,.e+-]*"),
    "transform": re.compile(r"(?:(?:translate|rotate|scale)\([\d\s,.e+-]*\)\s*)+"),
    "fill": re.compile(r"none|currentColor|Canvas|#[0-9a-fA-F]{3,8}|rgba?\([\d\s,.]+\)"),
    "stroke": re.compile(r"none|currentColor|Canvas|#[0-9a-fA-F]{3,8}|rgba?\([\d\s,.]+\)"),
    "stroke-dasharray": re.compile(r"[\d\s,.]*"),
    "stroke-linecap": re.compile(r"butt|round|square"),
    "stroke-linejoin": re.compile(r"miter|round|bevel"),
    "text-anchor": re.compile(r"start|middle|end"),
    "font-weight": re.compile(r"normal|bold|\d{3}"),
    "font-style": re.compile(r"normal|italic"),
}
"""Attributes that are kept, each with the shape that its value must have."""

_FRACTION = re.compile(r"-?\d*\.\d+(?:e-?\d+)?|-?\d+e-?\d+")


def clean(svg: str, caption: Caption, key: str, patterned: bool = False) -> str:
    """`svg` rebuilt from what is known to be harmless, as an `<svg>` that stands inside an HTML page.

    Its size stays in `width`, `height` and `viewBox`; ids begin with `key`. What has a link is a group of links, each
    with its name and tooltip, and the rest is hidden from screen readers; what has none is one image with title and
    description. Raises lxml.etree.XMLSyntaxError when `svg` is not XML.
    """
    from lxml import etree  # type: ignore[import-untyped]

    source = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    root = etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG})
    for name in ("width", "height", "viewBox"):
        value = source.get(name, "")
        if re.fullmatch(r"[\d\s.]+", value):
            root.set(name, _short(value))
    root.set("class", "chart")
    title, told = etree.SubElement(root, "title"), etree.SubElement(root, "desc")
    title.text, told.text = visible(caption.title), visible(caption.told)
    title.set("id", f"{key}-title")
    told.set("id", f"{key}-told")
    for child in source:
        _copy(child, root)
    if patterned:
        lay(root, key)
    linked = root.find(".//a") is not None
    root.set("role", "group" if linked else "img")
    root.set("aria-labelledby", f"{key}-title")
    root.set("aria-describedby", f"{key}-told")
    if linked:
        _hide(root)
    return str(etree.tostring(root, encoding="unicode"))


def _copy(node: Any, parent: Any) -> None:
    """Puts what is harmless of `node` below `parent`; groups and links that say nothing give way to their children."""
    from lxml import etree

    name = etree.QName(node).localname if isinstance(node.tag, str) else ""
    if name not in KEPT or node.get("display") == "none" or _is_empty(node, name):
        return
    attributes = {key: _value(key, value) for key, value in node.attrib.items() if _is_kept(key, value)}
    href = outward(node.get("{http://www.w3.org/1999/xlink}href", "")) if name == "a" else None
    if (name == "g" and not attributes) or (name == "a" and href is None):
        for child in node:
            _copy(child, parent)
        return
    made = etree.SubElement(parent, name, attributes)
    if name in ("text", "tspan"):
        made.text = node.text
    if href is not None:
        made.set("href", href)
    words = node.get("aria-label") or (
        next((one.get("aria-label") for one in node.iter() if one.get("aria-label")), "")
    )
    if name == "a":
        made.set("aria-label", visible(words) or made.get("href"))
    if words and (name == "a" or (name in SHAPES and parent.tag != "a")):
        etree.SubElement(made, "title").text = visible(words)
    for child in node:
        _copy(child, made)
    _mark(made, name)
    if name == "g" and not len(made):
        parent.remove(made)


def _is_empty(node: Any, name: str) -> bool:
    """True for what draws nothing: a path without points, and the grounds that Vega puts below every group."""
    if name == "path" and not node.get("d"):
        return True
    ground = node.get("class") in ("background", "foreground")
    return ground and node.get("fill") in (None, "none") and node.get("stroke") in (None, "none")


def _is_kept(name: str, value: str) -> bool:
    if name in _NUMBERS:
        return bool(_NUMBER.fullmatch(value)) and not (name.endswith("opacity") and value == "1")
    shape = _PLAIN.get(name)
    return shape is not None and bool(shape.fullmatch(value))


def _value(name: str, value: str) -> str:
    return _short(value) if name in _NUMBERS or name in ("d", "transform") else value


def _mark(made: Any, name: str) -> None:
    """Classes for what a style sheet must reach: the unseen ground of a link, and what is drawn in the paper's colour.

    A halo is drawn below its letters, not over them; words that lie on a link let the pointer through.
    """
    if name == "text" and made.getparent().tag != "a":
        made.set("pointer-events", "none")
    if made.get("fill-opacity") == "0":
        made.set("class", "chart-hit")
    if made.get("stroke") == PAPER:
        made.set("class", "chart-halo")
        if name == "text":
            made.set("paint-order", "stroke")
    if made.get("fill") == PAPER:
        made.set("class", "chart-paper")


def _hide(root: Any) -> None:
    """Hides from screen readers what is neither a link nor holds one: their names say what the shapes show."""
    for child in root:
        if child.tag in ("a", "title", "desc", "defs"):
            continue
        if child.find(".//a") is None:
            child.set("aria-hidden", "true")
        else:
            _hide(child)


def _short(value: str) -> str:
    """Numbers in `value` with at most two digits after the point."""
    return _FRACTION.sub(lambda found: f"{round(float(found[0]), 2) + 0.0:g}", value)
