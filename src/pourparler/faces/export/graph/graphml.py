"""The network of who met whom as plain GraphML: typed keys, no extension of any program."""

from xml.etree import ElementTree

from pourparler.faces.export.graph.table import EDGE_TYPES, NODE_TYPES, Value, edge_values, graph_of, node_values, title
from pourparler.faces.export.markup import xml_text
from pourparler.faces.export.parcel import Parcel, alone
from pourparler.faces.rows.lookup import Lookup

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


def case_graphml(lookup: Lookup) -> Parcel:
    """The network as one file; `label` names a node, `weight` of an edge is how often the two met."""
    graph = graph_of(lookup)
    root = ElementTree.Element("graphml", {"xmlns": NAMESPACE})
    ElementTree.SubElement(root, "desc").text = title(lookup.record)
    keys: dict[tuple[str, str], str] = {}
    for sort, types in (("node", {"label": "string", **NODE_TYPES}), ("edge", {"weight": "double", **EDGE_TYPES})):
        for name, kind in types.items():
            key = keys[sort, name] = f"{sort[0]}_{name}"
            ElementTree.SubElement(root, "key", {"id": key, "for": sort, "attr.name": name, "attr.type": kind})
    drawn = ElementTree.SubElement(root, "graph", {"id": "contacts", "edgedefault": "undirected"})
    for node in graph.nodes:
        made = ElementTree.SubElement(drawn, "node", {"id": node.id})
        _values(made, "node", {"label": xml_text(node.name), **node_values(node)}, keys)
    for number, edge in enumerate(graph.edges):
        made = ElementTree.SubElement(drawn, "edge", {"id": f"e{number}", "source": edge.one, "target": edge.other})
        _values(made, "edge", {"weight": str(float(edge.held)), **edge_values(edge)}, keys)
    ElementTree.indent(root)
    content: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return alone(content + b"\n", "contacts.graphml", graph.left_out)


def _values(parent: ElementTree.Element, sort: str, values: dict[str, Value], keys: dict[tuple[str, str], str]) -> None:
    """The data of a node or an edge; what is unknown has none."""
    for name, value in values.items():
        if value is not None:
            ElementTree.SubElement(parent, "data", {"key": keys[sort, name]}).text = str(value)
