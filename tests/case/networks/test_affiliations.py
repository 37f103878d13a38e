"""The network of actors and concepts, against the table by hand."""

import pytest

from pourparler.case.networks.affiliations import Count, Share, Weighing, affiliate
from pourparler.case.networks.behind import Floor
from pourparler.case.networks.referrals import Coding, refer
from pourparler.case.networks.ties import Isolates
from pourparler.core.errors import InputError
from tests.case.networks.grove import TABLE

CELLS = ("Ac", "Ag", "Bc", "Bg", "Cc", "Cp", "Ef", "Ep", "Ff", "Op")
WEIGHTS = {
    Count.ALL: (6, 1, 2, 1, 2, 1, 1, 2, 2, 1),
    Count.AGREE: (6, 0, 1, 0, 0, 1, 1, 2, 0, 0),
    Count.DISAGREE: (0, 1, 1, 1, 2, 0, 0, 0, 2, 1),
    Count.SUBTRACT: (6, -1, 0, -1, -2, 1, 1, 2, -2, -1),
    Count.COMBINE: (1, 2, 3, 2, 2, 1, 1, 1, 2, 2),
}


def weights(weighing: Weighing) -> dict[str, float]:
    return {edge.actor[0] + edge.concept[0]: edge.weight for edge in affiliate(refer(TABLE), weighing).edges}


@pytest.mark.parametrize("count", Count)
def test_the_table_by_hand(count: Count) -> None:
    rows = dict(zip(CELLS, WEIGHTS[count], strict=True))
    found = weights(Weighing(count))
    assert {cell: found.get(cell, 0) for cell in CELLS} == rows
    if count is not Count.SUBTRACT:
        assert found == {cell: weight for cell, weight in rows.items() if weight}


def test_as_often_for_as_against_is_an_edge_of_no_weight() -> None:
    edges = {edge.actor[0] + edge.concept[0]: edge for edge in affiliate(refer(TABLE), Weighing(Count.SUBTRACT)).edges}
    assert (edges["Bc"].weight, edges["Bc"].agree, edges["Bc"].disagree, edges["Bc"].behind.statements) == (0, 1, 1, 2)


def test_activity_and_prominence() -> None:
    by_actor = weights(Weighing(share=Share.ACTIVITY))
    assert [by_actor[cell] for cell in ("Ac", "Bc", "Ep", "Op")] == pytest.approx([6 / 7, 2 / 3, 2 / 3, 1])
    by_concept = weights(Weighing(share=Share.PROMINENCE))
    assert [by_concept[cell] for cell in ("Ac", "Bc", "Cc", "Ep")] == pytest.approx([6 / 10, 2 / 10, 2 / 10, 2 / 4])


def test_a_code_is_not_divided() -> None:
    with pytest.raises(InputError, match="cannot be divided"):
        affiliate(refer(TABLE), Weighing(Count.COMBINE, Share.ACTIVITY))


def test_conditional_stances_have_a_count_of_their_own_and_no_code() -> None:
    told = refer(TABLE, Coding(conditional=True))
    edges = {edge.actor[0] + edge.concept[0]: edge for edge in affiliate(told).edges}
    assert (edges["Og"].weight, edges["Og"].conditional, edges["Og"].agree) == (1, 1, 0)
    assert all(
        edge.concept != "grain" or edge.actor != "Oak" for edge in affiliate(told, Weighing(Count.COMBINE)).edges
    )


def test_floor_and_isolates() -> None:
    asked = Weighing(at_least=Floor(times=2, sources=2))
    network = affiliate(refer(TABLE), asked)
    assert [(edge.actor, edge.concept) for edge in network.edges] == [
        ("Ash", "ceasefire"), ("Birch", "ceasefire"), ("Cedar", "ceasefire"),
    ]  # fmt: skip
    assert (network.below, [node.name for node in network.concepts]) == (7, ["ceasefire"])
    everybody = affiliate(refer(TABLE), Weighing(at_least=Floor(2, 2), isolates=Isolates.ALL))
    assert [(node.name, node.statements) for node in everybody.actors] == [
        ("Ash", 7), ("Birch", 3), ("Cedar", 3), ("Elm", 3), ("Fir", 2), ("Oak", 1),
    ]  # fmt: skip
