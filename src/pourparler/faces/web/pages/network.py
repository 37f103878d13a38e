"""Networks over time: who agrees and disagrees with whom on what, who met whom, and the words behind every edge."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from pourparler.case.networks.behind import Floor
from pourparler.case.networks.referrals import By
from pourparler.case.networks.windows import Span, Unit
from pourparler.faces.charts.chart import Chart
from pourparler.faces.cli.network import NORMALISATIONS, ONCE
from pourparler.faces.system.answer import BASIS
from pourparler.faces.system.scenes import Choice, Kind, Scene, Strand, telling_of
from pourparler.faces.system.spans import span_of, span_words, window_words
from pourparler.faces.web.drawing import drawn
from pourparler.faces.web.listing import page_values
from pourparler.faces.web.networks.behind import meetings_of, said_of, table_behind, told_of
from pourparler.faces.web.networks.choosing import (
    SHARES,
    USUAL,
    VOICE_CHOICES,
    EdgeAsk,
    NetworkAsk,
    Windows,
    choice_of,
)
from pourparler.faces.web.networks.keeping import seen
from pourparler.faces.web.networks.showing import Drawings
from pourparler.faces.web.networks.words import (
    BETWEEN,
    DNA,
    NAMES,
    edge_address,
    issue_pages,
    noun_of,
    number_words,
    scene_values,
    span_values,
    strand_values,
    table_of,
    totals,
)
from pourparler.faces.web.page import Answer, Page, sliced
from pourparler.faces.web.people.known import addresses
from pourparler.faces.web.visit import Visit

STRIP = 12
"""Small drawings beside each other: those around the window that is shown, else the last ones."""

ROWS = 60
"""Statements of one page behind an edge."""

KEPT = ("by", "times", "sources", "unit", "size", "window")
"""What goes along from one kind of network to another; the rest may mean nothing there."""

BEHIND = ("kind", "by", "normalise", "once", "voices", "conditional", "mediators", "times", "sources", "unit", "size",
          "window")  # fmt: skip
"""What an edge's address has of the network that it is of."""


def network(visit: Visit, ask: NetworkAsk) -> Answer:
    """A network in one window or over all of time, its edges with what stands behind each, and all its windows."""
    choice = choice_of(ask)
    found = seen(visit, choice, ask)
    shown = span_of(ask.window) if ask.window else None
    windows, whole, scenes = replace(found.windows, shown=shown), found.whole, found.scenes
    scene = whole if shown is None else scenes.get(shown) or found.telling.scene(shown)
    cut = sliced(len(scene.strands), ask.page)
    rows = scene.strands[cut.skip : cut.skip + cut.rows]
    strip = _strip(windows, scenes)
    lively = [span for span in windows.spans if scenes[span].times]
    drawings = Drawings(visit, choice, whole, [scenes[span] for span in strip])

    def values() -> dict[str, object]:
        return (
            page_values(visit, cut, [strand_values(one) for one in rows])
            | _chosen(choice, windows)
            | {"basis": BASIS, "window": span_values(windows.shown)}
            | scene_values(scene)
            | {"all_of_time": totals(whole), "windows": [totals(one) for one in scenes.values()]}
        )

    return Answer(
        "Network",
        values,
        table_of(scene.strands),
        _forms(visit, choice, windows)
        | {
            "before": next((one for one in reversed(lively) if windows.shown is None or one < windows.shown), None),
            "after": next((one for one in lively if windows.shown is not None and one > windows.shown), None),
            "slice": cut,
            "strands": rows,
            "scene": scene,
            "whole": whole,
            "scenes": scenes,
            "strip": [
                (span, scenes[span], drawn(_little(drawings, scenes[span], span), f"w{place}"))
                for place, span in enumerate(strip)
            ],
            "little": drawn(lambda: drawings.little(whole, "All of time"), "whole"),
            "drawing": drawn(lambda: drawings.large(scene), "network"),
            "edge": lambda one: edge_address(visit, one, windows.shown),
            "people": addresses(visit, scene.isolates[:200]),
            "issue_pages": issue_pages(visit) if scene.concepts else {},
        },
    )


def _little(drawings: Drawings, scene: Scene, span: Span) -> Callable[[], Chart | None]:
    return lambda: drawings.little(scene, window_words(span))


def _strip(windows: Windows, scenes: Mapping[Span, Scene]) -> list[Span]:
    """The windows that are drawn small: all where these are few, else those near the one shown that tell anything."""
    spans = list(windows.spans)
    if len(spans) > STRIP:
        spans = [span for span in spans if scenes[span].times or span == windows.shown]
    last = max(0, len(spans) - STRIP)
    first = min(last, max(0, spans.index(windows.shown) - STRIP // 2)) if windows.shown in spans else last
    return spans[first : first + STRIP]


def _chosen(choice: Choice, windows: Windows) -> dict[str, object]:
    """What was chosen, as JSON."""
    return {
        "kind": choice.kind.value,
        "by": choice.by.value,
        "normalisation": (choice.share if choice.kind is Kind.ISSUES else choice.normalisation).value,
        "duplicates": choice.duplicates.value,
        "voices": sorted(choice.voices),
        "conditional": choice.conditional,
        "mediators": choice.mediators,
        "floor": {"times": choice.floor.times, "sources": choice.floor.sources},
        "unit": windows.unit.value,
        "size": windows.size,
    }


def _kept(visit: Visit) -> tuple[str, ...]:
    """What goes along to another kind of network; in a copy no window, which would be a file for every kind."""
    return tuple(name for name in KEPT if not (visit.site.is_copy and name == "window"))


def _forms(visit: Visit, choice: Choice, windows: Windows) -> dict[str, object]:
    """What the template needs for its choices and its words."""
    return {
        "choice": choice,
        "kind": choice.kind.value,
        "names": {kind.value: name for kind, name in NAMES.items()},
        "kept": {name: value for name in _kept(visit) if (value := visit.asked.get(name))},
        "kept_all": {name: value for name, value in visit.asked.items() if name in BEHIND},
        "between": BETWEEN[choice.kind],
        "dna": DNA.get(choice.kind, ""),
        "bys": [one.value for one in By],
        "hows": ("none", *SHARES) if choice.kind is Kind.ISSUES else tuple(NORMALISATIONS),
        "how_names": NORMALISATIONS | {name: share.value for name, share in SHARES.items()},
        "onces": ONCE,
        "usual": USUAL,
        "voice_choices": VOICE_CHOICES,
        "units": [one.value for one in Unit],
        "windows": windows,
        "noun": noun_of(choice),
        "span_words": span_words,
        "window_words": window_words,
        "number": number_words,
    }


def edge(visit: Visit, ask: EdgeAsk) -> Answer:
    """One edge: every statement with its words, by issue, or every meeting."""
    choice = choice_of(ask)
    span = span_of(ask.window) if ask.window else None
    strand, below = _found(visit, (ask.one, ask.other), choice, span) if ask.one and ask.other else (None, False)
    told = told_of(strand) if strand else []
    met = strand.meetings if strand else ()
    cut = sliced(len(told) or len(met), ask.page, ROWS)
    said = said_of(visit, told[cut.skip : cut.skip + ROWS])
    meetings = meetings_of(visit, met[cut.skip : cut.skip + ROWS])
    values = (
        page_values(visit, cut, [one.values for one in said] + [one.values for one in meetings])
        | _chosen(choice, Windows(ask.unit or Unit.MONTHS, ask.size, (), span))
        | {"basis": BASIS, "window": span_values(span), "edge": strand_values(strand) if strand else None,
           "below_floor": below}
    )  # fmt: skip
    names = [name for name in (ask.one, ask.other) if name]
    return Answer(
        (" on " if choice.kind is Kind.ISSUES else " and ").join(names) if len(names) == 2 else "An edge of a network",
        values,
        table_behind(visit, strand, choice.kind),
        _forms(visit, choice, Windows(ask.unit or Unit.MONTHS, ask.size, (), span))
        | {
            "slice": cut,
            "strand": strand,
            "below": below,
            "span": span,
            "said": said,
            "meetings": meetings,
            "people": addresses(visit, names),
            "issue_pages": issue_pages(visit) if said else {},
            "back": visit.to("/network", **_without_edge(visit.asked)),
            "floor": choice.floor,
        },
    )


def _found(visit: Visit, ends: tuple[str, str], choice: Choice, span: Span | None) -> tuple[Strand | None, bool]:
    """The edge that is asked for, in either order of its ends, and whether it lies below the floor."""
    scene = telling_of(visit.asking, replace(choice, floor=Floor()), ends).scene(span)
    wanted = {ends} if choice.kind is Kind.ISSUES else {ends, ends[::-1]}
    strand = next((one for one in scene.strands if (one.one, one.other) in wanted), None)
    if strand is None:
        return None, False
    return strand, strand.times < choice.floor.times or strand.counts.sources < choice.floor.sources


def _without_edge(asked: Mapping[str, str]) -> dict[str, object]:
    return {name: value for name, value in asked.items() if name in BEHIND}


PAGES = (
    Page("/network", "network.html", network, NetworkAsk, "Network"),
    Page("/network/edge", "network_edge.html", edge, EdgeAsk),
)
