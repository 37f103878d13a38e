"""The graph of conditions and the discourse networks as files: JSON with all that each rests on, and GraphML."""

from collections.abc import Iterator
from typing import Any

from pourparler.case.conditions.requirement import Requirement
from pourparler.case.networks.affiliations import affiliate
from pourparler.case.networks.duplicates import Duplicates, once
from pourparler.case.networks.referrals import By, Coding, Referrals
from pourparler.case.networks.ties import Network, Tie, tie
from pourparler.faces.export.graph.drawing import Drawing, Value, graphml
from pourparler.faces.export.json import encode
from pourparler.faces.export.leftout import other_kinds
from pourparler.faces.export.parcel import File, Parcel
from pourparler.faces.export.system import ordered
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.system.answer import BASIS, as_of_words
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.edges import network_values, referrals_of
from pourparler.faces.system.values import goal_values, move_values, requirement_values
from pourparler.faces.wording.names import some

Node = tuple[str, dict[str, Value]]
Edge = tuple[str, str, dict[str, Value]]


def case_conditions(lookup: Lookup) -> Parcel:
    """Goals, conditions and moves: all of them as JSON, and goals and conditions as a directed graph."""
    asking = Asking(Lookup(ordered(lookup)))
    graph = asking.graph
    values = {
        **_head(lookup),
        "goals": [
            {
                **goal_values(goal),
                "conditions": [one.id for one in graph.before(goal.id)],
                "papers": list(graph.below.get(goal.id, ())),
            }
            for goal in graph.goals.values()
        ],
        "conditions": [requirement_values(one) for one in graph.requirements],
        "moves": [move_values(move) for move in graph.moves.values()],
    }
    about = f"{lookup.record.name}: what waits for what, {as_of_words(lookup)}"
    drawing = Drawing("conditions", about, True, list(_nodes(asking)), list(_edges(asking)))
    left_out = ("in the GraphML: moves, and every piece of evidence but the first (the JSON has them)",)
    files = (File("conditions.json", encode(values)), File("conditions.graphml", graphml(drawing)))
    return Parcel(files, (*left_out, *other_kinds(lookup, "conditions", "positions", "instruments", "meetings")))


def _nodes(asking: Asking) -> Iterator[Node]:
    """Goals that are tied to anything, conditions, and what these require that is no goal itself."""
    graph = asking.graph
    tied = {name for source, target, _ in _edges(asking) for name in (source, target)}
    for goal in graph.goals.values():
        if goal.id in tied:
            yield (
                goal.id,
                {"label": goal.name, "kind": goal.kind.value, "entry": goal.id, "reached": bool(goal.reached)},
            )
    for one in graph.requirements:
        place = one.evidence[0]
        yield (
            one.id,
            {
                "label": f"{one.operator.value}: {one.waive.about}",
                "kind": "condition",
                "entry": one.id,
                "holder": one.holder,
                "sort": one.sort.value,
                "value": one.value.value,
                "disputed": one.is_disputed,
                "needs": one.number,
                "sources": one.sources,
                "told": one.told.isoformat() if one.told else None,
                "words": place.text,
                "report": place.report,
            },
        )
        for number, part in enumerate(one.parts):
            if part.goal is None:
                yield (
                    _part(one, number),
                    {
                        "label": part.phrase,
                        "kind": "requirement",
                        "entry": one.id,
                        "value": part.truth.value.value,
                    },
                )


def _edges(asking: Asking) -> Iterator[Edge]:
    """From what is required to the condition, from there to what waits, and from papers to their issue."""
    graph = asking.graph
    for one in graph.requirements:
        yield one.id, one.head, {"tie": "stands before"}
        for number, part in enumerate(one.parts):
            by = " or ".join(part.grant.by) or None
            yield part.goal or _part(one, number), one.id, {
                "tie": "is required by", "value": part.truth.value.value, "granted_by": by,
            }  # fmt: skip
    for issue, papers in graph.below.items():
        for paper in papers:
            yield paper, issue, {"tie": "is a paper of"}


def _part(one: Requirement, number: int) -> str:
    return f"{one.id}/{number + 1}"


def case_networks(lookup: Lookup) -> Parcel:
    """Who says the same and the opposite of the same issues: congruence, conflict, and parties with issues."""
    said = once(referrals_of(Asking(Lookup(ordered(lookup))), Coding(By.PARTIES)), Duplicates.DOCUMENT)
    made = {"congruence": tie(said, Tie.CONGRUENCE), "conflict": tie(said, Tie.CONFLICT)}
    values = {
        **_head(lookup),
        "duplicates": Duplicates.DOCUMENT.value,
        "normalisation": "none",
        **{name: network_values(network) for name, network in made.items()},
    }
    files = [File("networks.json", encode(values))]
    files += [File(f"{name}.graphml", graphml(_tied(lookup, name, network))) for name, network in made.items()]
    files.append(File("affiliations.graphml", graphml(_two_mode(lookup, said))))
    left = [f"{some(count, 'account')} of positions: {reason.value}" for reason, count in said.left_out]
    return Parcel(tuple(files), (*left, *other_kinds(lookup, "positions")))


def _tied(lookup: Lookup, name: str, network: Network) -> Drawing:
    about = f"{lookup.record.name}: {name} of parties, {as_of_words(lookup)}"
    nodes: list[Node] = [(one.name, {"label": one.name, "statements": one.statements}) for one in network.nodes]
    edges: list[Edge] = [
        (
            one.one,
            one.other,
            {
                "weight": float(one.weight),
                "issues": "; ".join(one.concepts),
                "statements": one.behind.statements,
                "reports": one.behind.counts.reports,
                "sources": one.behind.counts.sources,
                "first": one.behind.first.isoformat() if one.behind.first else None,
                "last": one.behind.last.isoformat() if one.behind.last else None,
            },
        )
        for one in network.edges
    ]
    return Drawing(name, about, False, nodes, edges)


def _two_mode(lookup: Lookup, said: Referrals) -> Drawing:
    """Parties and issues, with how often the one agrees with the other, and how often not."""
    found = affiliate(said)
    about = f"{lookup.record.name}: parties and issues, {as_of_words(lookup)}"
    actors = sorted({one.actor for one in found.edges})
    concepts = sorted({one.concept for one in found.edges})
    nodes: list[Node] = [(f"party {name}", {"label": name, "kind": "party"}) for name in actors]
    nodes += [(f"issue {name}", {"label": name, "kind": "issue"}) for name in concepts]
    edges: list[Edge] = [
        (
            f"party {one.actor}",
            f"issue {one.concept}",
            {"weight": float(one.weight), "agree": one.agree, "disagree": one.disagree,
             "sources": one.behind.counts.sources},
        )
        for one in found.edges
    ]  # fmt: skip
    return Drawing("affiliations", about, False, nodes, edges)


def _head(lookup: Lookup) -> dict[str, Any]:
    record = lookup.record
    day = record.as_of.isoformat() if record.as_of else None
    return {"case": record.name, "as_of": day, "basis": BASIS}
