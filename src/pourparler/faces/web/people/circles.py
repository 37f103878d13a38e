"""The drawing of who met whom."""

from collections.abc import Mapping, Sequence

from pourparler.core.vocabulary import ActorKind
from pourparler.faces.charts.chart import Caption, Chart
from pourparler.faces.charts.network import Node, Tie, network
from pourparler.faces.web.part import among
from pourparler.faces.web.people.contacts import Pair
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.names import some

MOST = 30
"""Names in the drawing; with more of them lines cannot be followed."""


def circle_chart(visit: Visit, present: Mapping[str, int], pairs: Sequence[Pair], days: Mapping[str, object]) -> Chart:
    """Those of `present` (their meetings by name, most first) with most meetings, and lines between those who met; each
    leads to its page, each line to its meetings of these days."""
    names = list(present)[:MOST]
    rows = among(visit.snapshot, "SELECT id, name, kind, represents FROM actors", "name", names)
    known = {row["name"]: row for row in rows}
    nodes = [
        Node(
            name,
            ActorKind(known[name]["kind"]) if name in known else ActorKind.GROUP,
            present[name],
            known[name]["represents"] or "" if name in known else "",
            visit.to(f"/actors/{known[name]['id']}") if name in known else visit.to("/actors", q=name),
        )
        for name in names
    ]
    shown = set(names)
    ties = [
        Tie(*pair.names, pair.meetings, visit.to("/meetings", party=pair.one, **{"with": pair.other}, **days))
        for pair in pairs
        if shown.issuperset(pair.names)
    ]
    told = f"{some(len(names), 'name')}, {some(len(ties), 'line')} between those who met; the matrix and the table " \
           "below have the same numbers."  # fmt: skip
    chart = network(nodes, ties, Caption("Who met whom", told))
    assert chart is not None
    return chart
