"""Any graph as plain GraphML: typed keys, no extension of any program, words that cannot break the document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from pourparler.faces.export.graph.graphml import NAMESPACE
from pourparler.faces.export.markup import xml_text

Value = str | int | float | bool | None

_TYPES: tuple[tuple[type, str], ...] = ((bool, "boolean"), (int, "int"), (float, "double"))
"""What a value is in GraphML, the first that fits; else a string."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A graph to write: `nodes` pair an id with values, `edges` have source, target and values."""

    name: str
    about: str
    directed: bool
    nodes: Sequence[tuple[str, Mapping[str, Value]]]
    edges: Sequence[tuple[str, str, Mapping[str, Value]]]


def graphml(drawing: Drawing) -> bytes:
    """The GraphML of a graph; what is unknown has no data."""
    root = ElementTree.Element("graphml", {"xmlns": NAMESPACE})
    ElementTree.SubElement(root, "desc").text = xml_text(drawing.about)
    for sort, rows in (("node", [row for _, row in drawing.nodes]), ("edge", [row for *_, row in drawing.edges])):
        for name, kind in _keys(rows).items():
            key = {"id": f"{sort[0]}_{name}", "for": sort, "attr.name": name, "attr.type": kind}
            ElementTree.SubElement(root, "key", key)
    way = "directed" if drawing.directed else "undirected"
    drawn = ElementTree.SubElement(root, "graph", {"id": drawing.name, "edgedefault": way})
    ids = {name: f"n{number}" for number, (name, _) in enumerate(drawing.nodes)}
    for name, values in drawing.nodes:
        _data(ElementTree.SubElement(drawn, "node", {"id": ids[name]}), "n", values)
    for number, (source, target, values) in enumerate(drawing.edges):
        ends = {"id": f"e{number}", "source": ids[source], "target": ids[target]}
        _data(ElementTree.SubElement(drawn, "edge", ends), "e", values)
    ElementTree.indent(root)
    content: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _keys(rows: Sequence[Mapping[str, Value]]) -> dict[str, str]:
    """The type of every value that any row has, in the order of the first row that has it."""
    found: dict[str, str] = {}
    for row in rows:
        for name, value in row.items():
            if value is not None:
                found.setdefault(name, next((word for kind, word in _TYPES if isinstance(value, kind)), "string"))
    return found


def _data(parent: ElementTree.Element, sort: str, values: Mapping[str, Value]) -> None:
    for name, value in values.items():
        if value is not None:
            words = str(value).lower() if isinstance(value, bool) else xml_text(str(value))
            ElementTree.SubElement(parent, "data", {"key": f"{sort}_{name}"}).text = words
