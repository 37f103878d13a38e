"""GEXF and GraphML read back by networkx: the same nodes, edges and attributes, with their types."""

import io
import re
from collections.abc import Callable
from typing import Any

import networkx  # type: ignore[import-untyped]
import pytest
from lxml import etree  # type: ignore[import-untyped]

from pourparler.core.entry import CaseRecord
from pourparler.faces.export.graph.contacts import HELD
from pourparler.faces.export.graph.gexf import case_gexf
from pourparler.faces.export.graph.graphml import case_graphml
from pourparler.faces.export.graph.table import EDGE_TYPES, NODE_TYPES, edge_values, graph_of, node_values
from pourparler.faces.export.markup import xml_text
from pourparler.faces.export.parcel import Parcel
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.view import compute
from tests.faces.export.hostile import hostile
from tests.faces.lausanne import RECORD
from tests.record.drafts import geneva_talks, hold

FORMS: list[tuple[Callable[[Lookup], Parcel], Callable[[io.BytesIO], Any]]] = [
    (case_gexf, lambda file: networkx.read_gexf(file, version="1.3")),
    (case_graphml, networkx.read_graphml),
]
RECORDS = [RECORD, compute(hold(*geneva_talks())), hostile()]


@pytest.mark.parametrize(("write", "read"), FORMS)
@pytest.mark.parametrize("record", RECORDS)
def test_networkx_reads_back_what_the_record_tells(
    write: Callable[[Lookup], Parcel], read: Callable[[io.BytesIO], Any], record: CaseRecord
) -> None:
    lookup = Lookup(record)
    expected, found = graph_of(lookup), read(io.BytesIO(write(lookup).files[0].content))
    assert not found.is_directed() and not found.is_multigraph()
    assert set(found.nodes) == {node.id for node in expected.nodes} and expected.nodes
    for node in expected.nodes:
        values = {name: value for name, value in node_values(node).items() if value is not None}
        assert dict(found.nodes[node.id]) == {"label": xml_text(node.name), **values}
    assert found.number_of_edges() == len(expected.edges) > 0
    for edge in expected.edges:
        values = {name: value for name, value in edge_values(edge).items() if value is not None}
        read_back = {name: value for name, value in found.edges[edge.one, edge.other].items() if name != "id"}
        assert read_back == {"weight": float(edge.held), **values}


@pytest.mark.parametrize("write", [case_gexf, case_graphml])
@pytest.mark.parametrize("record", RECORDS)
def test_the_files_are_plain_xml_with_attributes_that_gephi_takes(
    write: Callable[[Lookup], Parcel], record: CaseRecord
) -> None:
    root = etree.fromstring(write(Lookup(record)).files[0].content)
    assert len({etree.QName(element).namespace for element in root.iter()}) == 1
    taken = {"id", "label", "weight", "source", "target", "type", "interval", "timeset"}
    assert not taken & {*NODE_TYPES, *EDGE_TYPES}
    weights = [float(edge.get("weight")) for edge in root.iter("{*}edge") if edge.get("weight")]
    assert all(weight >= 1 for weight in weights)
    assert all(re.fullmatch(r"[A-Za-z]\w*", node.get("id")) for node in root.iter("{*}node"))


def test_only_meetings_held_make_an_edge_and_the_rest_is_said() -> None:
    graph = graph_of(Lookup(RECORD))
    held = {meeting.id for meeting in RECORD.meetings if meeting.status in HELD}
    assert all(held & set(edge.meetings) for edge in graph.edges)
    assert [(edge.held, edge.planned) for edge in graph.edges if edge.planned] == [(1, 1)]
    assert graph.left_out[0] == "1 pair of actors who are to meet and are not told to have met"
    assert any(line.startswith("1 meeting cancelled or denied") for line in graph.left_out)
    assert any("cannot hold" in line for line in graph_of(Lookup(hostile())).left_out)
