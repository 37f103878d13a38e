"""The network of who met whom as GEXF 1.3, for Gephi and what reads its files."""

from xml.etree import ElementTree

from pourparler.faces.export.graph.table import EDGE_TYPES, NODE_TYPES, Value, edge_values, graph_of, node_values, title
from pourparler.faces.export.markup import xml_text
from pourparler.faces.export.parcel import Parcel, alone
from pourparler.faces.rows.lookup import Lookup

NAMESPACE = "http://gexf.net/1.3"
TYPES = {"string": "string", "int": "integer"}


def case_gexf(lookup: Lookup) -> Parcel:
    """The network as one file; an edge's weight is how often the two met."""
    graph = graph_of(lookup)
    root = ElementTree.Element("gexf", {"xmlns": NAMESPACE, "version": "1.3"})
    meta = ElementTree.SubElement(root, "meta")
    ElementTree.SubElement(meta, "creator").text = xml_text(lookup.record.made_by)
    ElementTree.SubElement(meta, "description").text = title(lookup.record)
    drawn = ElementTree.SubElement(root, "graph", {"defaultedgetype": "undirected", "mode": "static"})
    for sort, types in (("node", NODE_TYPES), ("edge", EDGE_TYPES)):
        columns = ElementTree.SubElement(drawn, "attributes", {"class": sort, "mode": "static"})
        for name, kind in types.items():
            ElementTree.SubElement(columns, "attribute", {"id": name, "title": name, "type": TYPES[kind]})
    nodes = ElementTree.SubElement(drawn, "nodes")
    for node in graph.nodes:
        made = ElementTree.SubElement(nodes, "node", {"id": node.id, "label": xml_text(node.name)})
        _values(made, node_values(node))
    edges = ElementTree.SubElement(drawn, "edges")
    for number, edge in enumerate(graph.edges):
        ends = {"id": f"e{number}", "source": edge.one, "target": edge.other, "weight": str(float(edge.held))}
        _values(ElementTree.SubElement(edges, "edge", ends), edge_values(edge))
    ElementTree.indent(root)
    content: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return alone(content + b"\n", "contacts.gexf", graph.left_out)


def _values(parent: ElementTree.Element, values: dict[str, Value]) -> None:
    """The attributes of a node or an edge; what is unknown has none."""
    held = ElementTree.SubElement(parent, "attvalues")
    for name, value in values.items():
        if value is not None:
            ElementTree.SubElement(held, "attvalue", {"for": name, "value": str(value)})
