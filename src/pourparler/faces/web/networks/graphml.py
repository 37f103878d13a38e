"""The network of a page as GraphML, for Gephi and other graph programs: the same choices, the same window."""

from typing import Annotated, Any

from fastapi import FastAPI, Query, Request, Response

from pourparler.faces.export.graph.drawing import Drawing, Value, graphml
from pourparler.faces.export.history import day_value
from pourparler.faces.system.answer import BASIS
from pourparler.faces.system.scenes import Choice, Kind, Scene, Strand, telling_of
from pourparler.faces.system.spans import span_of, window_words
from pourparler.faces.web.networks.choosing import NetworkAsk, choice_of
from pourparler.faces.web.networks.words import NAMES
from pourparler.faces.web.server.describing import FAULTS, refuse_unknown
from pourparler.faces.web.server.site import Site
from pourparler.faces.wording.days import day_words

GRAPHML: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/graphml+xml": {"schema": {"type": "string"}}}}
}


def add_graphml(app: FastAPI, site: Site) -> None:
    """Add `/network.graphml`: the network that a page shows, whole."""

    def answer(request: Request, ask: Annotated[NetworkAsk, Query()]) -> Response:
        refuse_unknown(NetworkAsk, request)
        choice = choice_of(ask)
        with site.snapshot(ask.as_of) as snapshot:
            telling = telling_of(site.asking(snapshot), choice)
            scene = telling.scene(span_of(ask.window) if ask.window else None)
            seen = f" as of {day_words(ask.as_of)}" if ask.as_of else ""
            about = f"{snapshot.head.name}: {NAMES[choice.kind].lower()}, {window_words(scene.span)}, {BASIS}{seen}"
            content = graphml(drawing_of(scene, choice, about))
        headers = {"Content-Disposition": 'attachment; filename="network.graphml"'}
        return Response(content, media_type="application/graphml+xml", headers=headers)

    app.get("/network.graphml", name="network_graphml", response_class=Response, responses=GRAPHML | FAULTS)(answer)


def drawing_of(scene: Scene, choice: Choice, about: str) -> Drawing:
    """A network as a graph: everybody in the window, those without an edge too; `weight` of an edge is its weight."""
    other = "issue" if choice.kind is Kind.ISSUES else "actor"
    counted = "meetings" if choice.kind is Kind.CONTACTS else "statements"
    nodes: list[tuple[str, dict[str, Value]]] = [
        (f"actor {name}", {"label": name, "kind": "actor", counted: times})
        for name, times in sorted(scene.actors.items())
    ]
    if choice.kind is Kind.ISSUES:
        nodes += [
            (f"issue {name}", {"label": name, "kind": "issue", counted: times})
            for name, times in sorted(scene.concepts.items())
        ]
    edges = [(f"actor {one.one}", f"{other} {one.other}", _values(one, counted)) for one in scene.strands]
    return Drawing(choice.kind.value, about, False, nodes, edges)


def _values(one: Strand, counted: str) -> dict[str, Value]:
    return {
        "weight": float(one.weight),
        "sense": one.sense.value,
        "agreeing": None if one.agreeing is None else float(one.agreeing),
        "differing": None if one.differing is None else float(one.differing),
        "issues": "; ".join(one.concepts) or None,
        counted: one.times,
        "accounts": one.counts.accounts,
        "reports": one.counts.reports,
        "sources": one.counts.sources,
        "first": day_value(one.first),
        "last": day_value(one.last),
    }
