"""The attributes of a network's nodes and edges, typed, under names that graph programs do not use for themselves."""

from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.core.entry import CaseRecord
from pourparler.faces.export.graph.contacts import Edge, Network, Node, contacts
from pourparler.faces.export.leftout import other_kinds
from pourparler.faces.export.markup import is_altered, xml_text
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.names import some

Value = str | int | None

NODE_TYPES = {"kind": "string", "party": "string", "held": "int", "planned": "int"}
EDGE_TYPES = {
    "held": "int", "planned": "int", "mediated": "int", "accounts": "int", "reports": "int", "sources": "int",
    "first_day": "string", "last_day": "string", "meetings": "string",
}  # fmt: skip
"""Attributes by name with their type. None is called id, label, weight, source, target, type, interval or timeset:
Gephi has columns of these names."""


@dataclass(frozen=True, slots=True)
class Graph:
    """The network of the meetings held: nodes with an edge, edges with a weight, and lines on what is not in it."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: tuple[str, ...]


def graph_of(lookup: Lookup) -> Graph:
    """The network of a record; two who are only to meet have no edge, for planned is not held."""
    network = contacts(lookup, lookup.record.meetings)
    edges = tuple(edge for edge in network.edges if edge.held)
    ends = {end for edge in edges for end in (edge.one, edge.other)}
    nodes = tuple(node for node in network.nodes if node.id in ends)
    return Graph(nodes, edges, tuple(_left_out(lookup, network, edges)))


def node_values(node: Node) -> dict[str, Value]:
    """The attributes of a node, words as XML can hold them."""
    return {"kind": node.kind, "party": xml_text(node.party) if node.party else None,
            "held": node.held, "planned": node.planned}  # fmt: skip


def edge_values(edge: Edge) -> dict[str, Value]:
    """The attributes of an edge."""
    return {
        "held": edge.held,
        "planned": edge.planned,
        "mediated": edge.mediated,
        "accounts": edge.accounts,
        "reports": edge.reports,
        "sources": edge.sources,
        "first_day": edge.first.isoformat() if edge.first else None,
        "last_day": edge.last.isoformat() if edge.last else None,
        "meetings": " ".join(edge.meetings),
    }


def title(record: CaseRecord) -> str:
    """What a graph is called."""
    return xml_text(f"Who met whom: {record.name}" if record.name else "Who met whom")


def _left_out(lookup: Lookup, network: Network, edges: tuple[Edge, ...]) -> Iterator[str]:
    awaited = len(network.edges) - len(edges)
    if awaited:
        yield f"{some(awaited, 'pair')} of actors who are to meet and are not told to have met"
    if network.alone:
        yield f"{some(network.alone, 'meeting')} at which no two sides are known"
    off = sum(meeting.status.value in ("cancelled", "denied") for meeting in lookup.record.meetings)
    if off:
        yield f"{some(off, 'meeting')} cancelled or denied"
    altered = sum(is_altered(node.name) for node in network.nodes)
    if altered:
        yield f"characters that XML cannot hold or that steer the eye, in {some(altered, 'name')} (shown by number)"
    yield from other_kinds(lookup, "meetings")
