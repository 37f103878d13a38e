from pourparler.core.vocabulary import ActorKind
from pourparler.faces.charts.network import MOST_NODES, SHAPE, Node, Tie, network
from tests.faces.charts.drawn import CAPTION, links, words

NODES = tuple(Node(f"Actor {i:02}", ActorKind.STATE, 40 - i, "Northland", f"/actors/a{i}") for i in range(12))
TIES = tuple(Tie("Actor 00", f"Actor {i:02}", i, f"/contacts?with={i}") for i in range(1, 12))


def test_nodes_and_ties_lead_to_actors_and_their_meetings() -> None:
    told = links(network(NODES, TIES, CAPTION))
    assert told["Actor 03 (state, Northland, 37 meetings)"] == "/actors/a3"
    assert told["Actor 00 and Actor 02: 2 meetings"] == "/contacts?with=2"
    assert len(told) == 23


def test_the_order_of_rows_changes_nothing() -> None:
    one, other = network(NODES, TIES, CAPTION), network(NODES[::-1], TIES[::-1], CAPTION)
    assert one is not None and one == other


def test_every_kind_has_a_shape_of_its_own() -> None:
    assert len({SHAPE[kind] for kind in ActorKind}) == len(ActorKind)


def test_actors_past_the_bound_are_told_and_their_ties_are_not_drawn() -> None:
    nodes = [Node(f"Actor {i:02}", ActorKind.PERSON, 99 - i) for i in range(MOST_NODES + 2)]
    chart = network(nodes, [Tie("Actor 00", "Actor 41", 1), Tie("Actor 00", "Nobody", 1)], CAPTION)
    assert chart is not None and chart.left_out == ("2 actors with fewer meetings not drawn",)
    assert "Actor 41" not in words(chart) and "Actor 39" in words(chart)


def test_one_actor_alone_stands_in_the_middle_and_none_is_no_chart() -> None:
    assert words(network(NODES[:1], [], CAPTION))[-1] == "Actor 00"
    assert network([], TIES, CAPTION) is None
