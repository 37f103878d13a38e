"""Patterns over areas, so that pieces of one bar are told apart in print and by whoever sees fewer colours."""

from typing import Any

from pourparler.faces.charts.palette import COLOURS, PAPER

TILE = 6
"""Width and height of a pattern's tile in CSS pixels."""

STROKES = ("", "M-1,7L7,-1", "M1.5,3H3.5M4.5,0H6.5M-0.5,0H0.5M4.5,6H6.5M-0.5,6H0.5", "M-1,-1L7,7", "M0,3H6", "M3,0V6")
"""What is drawn over each colour of the palette, in the paper's colour: the first stays plain."""


def lay(root: Any, key: str) -> None:
    """Gives every area of `root` in a colour of the palette the pattern of that colour; ids begin with `key`."""
    from lxml import etree  # type: ignore[import-untyped]

    used = set()
    for shape in root.iter("path", "rect"):
        colour = shape.get("fill")
        if colour in COLOURS[1:]:
            used.add(colour)
            shape.set("fill", f"url(#{key}-p{COLOURS.index(colour)})")
    if not used:
        return
    definitions = etree.Element("defs")
    for at, colour in enumerate(COLOURS):
        if colour in used:
            tile = {"id": f"{key}-p{at}", "width": str(TILE), "height": str(TILE), "patternUnits": "userSpaceOnUse"}
            pattern = etree.SubElement(definitions, "pattern", tile)
            etree.SubElement(pattern, "rect", {"width": str(TILE), "height": str(TILE), "fill": colour})
            lines = {"d": STROKES[at], "stroke": PAPER, "stroke-opacity": "0.45", "class": "chart-halo"}
            etree.SubElement(pattern, "path", lines)
    root.insert(2, definitions)
