"""The graph of conditions and the discourse networks as files."""

import io
import json

import networkx  # type: ignore[import-untyped]

from pourparler.faces.export.formats import write
from pourparler.faces.export.parcel import Parcel
from tests.faces.system.lake import circle, lake


def content(parcel: Parcel, name: str) -> bytes:
    """The bytes of one file."""
    return next(file.content for file in parcel.files if file.name == name)


def test_conditions_are_a_directed_graph_from_what_is_required_to_what_waits() -> None:
    parcel = write("conditions", lake().lookup)
    graph = networkx.read_graphml(io.BytesIO(content(parcel, "conditions.graphml")))
    values = json.loads(content(parcel, "conditions.json"))
    assert graph.is_directed() and values["basis"] == "by public statements"
    names = dict(graph.nodes(data=True))
    (truce,) = (node for node, data in names.items() if data["kind"] == "issue" and data["label"] == "truce")
    before = [names[one] for one in graph.predecessors(truce)]
    assert {one["holder"] for one in before} == {"Norland", "Sudland"}
    assert {one["entry"] for one in before} == {one["condition"] for one in values["conditions"]}
    assert all(one["value"] == "unknown" and one["words"] and one["sources"] == 1 for one in before)
    assert {move["kind"] for move in values["moves"]} == {"grant", "waive"}


def test_a_circle_of_conditions_is_a_circle_of_the_graph() -> None:
    parcel = write("conditions", lake(*circle()).lookup)
    graph = networkx.read_graphml(io.BytesIO(content(parcel, "conditions.graphml")))
    assert len(list(networkx.simple_cycles(graph))) == 1


def test_networks_have_their_counts_on_every_edge() -> None:
    parcel = write("networks", lake().lookup)
    values = json.loads(content(parcel, "networks.json"))
    for name, issue in (("congruence", "survey of the lake"), ("conflict", "dam")):
        graph = networkx.read_graphml(io.BytesIO(content(parcel, f"{name}.graphml")))
        ((_, _, edge),) = graph.edges(data=True)
        assert (edge["issues"], edge["statements"], edge["sources"], edge["weight"]) == (issue, 2, 1, 1.0)
        assert values[name]["edges"][0]["counts"]["sources"] == 1
    two_mode = networkx.read_graphml(io.BytesIO(content(parcel, "affiliations.graphml")))
    assert sorted(data["kind"] for _, data in two_mode.nodes(data=True)) == ["issue", "issue", "party", "party"]


def test_what_is_left_out_is_said() -> None:
    assert any("which this form has no place for" in line for line in write("networks", lake().lookup).left_out)
    assert "in the GraphML: moves" in write("conditions", lake().lookup).left_out[0]
