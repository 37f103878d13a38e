"""Charts as pictures for papers: on white, in their own colours, without links, the same shapes as on the page."""

from enum import StrEnum
from typing import Any

from pourparler.faces.charts.chart import Chart
from pourparler.faces.charts.cleaning import SVG
from pourparler.faces.charts.palette import INK, PAPER
from pourparler.faces.charts.render import render

ON_PAPER = {INK: "#111111", PAPER: "#ffffff"}


class Form(StrEnum):
    """File formats of a picture."""

    SVG = "svg"
    PNG = "png"


def picture(chart: Chart, form: Form, scale: float = 2.0) -> bytes:
    """`chart` as the content of a file. `scale` is pixels of a PNG for each CSS pixel; 2 prints at about 190 dpi.

    An SVG keeps title and description as text inside. Raises NotDrawn when the library refuses the spec.
    """
    drawn = standalone(render(chart))
    if form is Form.SVG:
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}\n'.encode()
    import vl_convert

    return vl_convert.svg_to_png(drawn, scale=scale)


def standalone(svg: str) -> str:
    """An inline drawing of `render` made to stand alone on a white ground."""
    from lxml import etree  # type: ignore[import-untyped]

    root = etree.fromstring(svg.encode())
    ground = etree.Element(f"{{{SVG}}}rect", {"width": "100%", "height": "100%", "fill": ON_PAPER[PAPER]})
    root.insert(2, ground)
    root.set("font-family", "sans-serif")
    for node in root.iter():
        _on_paper(node, etree.QName(node).localname)
    return str(etree.tostring(root, encoding="unicode"))


def _on_paper(node: Any, name: str) -> None:
    """Colours that a page would fill in become those of paper, and a link becomes a group."""
    for key in ("fill", "stroke"):
        if node.get(key) in ON_PAPER:
            node.set(key, ON_PAPER[node.get(key)])
    for key in ("aria-hidden", "class"):
        node.attrib.pop(key, None)
    if name == "a":
        node.tag = f"{{{SVG}}}g"
        node.attrib.clear()
