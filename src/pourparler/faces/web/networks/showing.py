"""The drawings of a network: one window large, and every window small beside it, all on one ground."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from pourparler.core.vocabulary import ActorKind
from pourparler.faces.charts.chart import Caption, Chart
from pourparler.faces.charts.ground import Ground, Node, column_ground, round_ground
from pourparler.faces.charts.network import SHAPE
from pourparler.faces.charts.web import Line, Look, Window, small, tints, web
from pourparler.faces.system.scenes import Choice, Kind, Scene, Strand
from pourparler.faces.web.networks.words import BETWEEN, edge_address, issue_pages, strand_words
from pourparler.faces.web.part import among
from pourparler.faces.web.people.known import addresses
from pourparler.faces.web.visit import Visit
from pourparler.faces.wording.names import some
from pourparler.faces.wording.quoting import visible

ACTOR, ISSUE = "actor ", "issue "
"""What the keys of nodes begin with: an actor and an issue may have one name."""

MOST_LINES = 200
"""Lines that are drawn, the heaviest; more cannot be followed."""

SOURCED = 100
"""Lines up to which each says its sources: counting those of many takes seconds, and the table has them."""

LEGENDS: Mapping[Kind, Mapping[Look, str]] = {
    Kind.DIFFERENCE: {
        Look.AGREE: "more of the same",
        Look.DISAGREE: "more of the opposite",
        Look.BOTH: "as much of both",
    },
    Kind.AGREEMENT: {Look.AGREE: "say the same"},
    Kind.DISAGREEMENT: {Look.DISAGREE: "say the opposite"},
    Kind.ISSUES: {Look.AGREE: "agrees", Look.DISAGREE: "disagrees", Look.BOTH: "both"},
    Kind.CONTACTS: {},
}
"""What lines of each kind of network mean."""


@dataclass
class Drawings:
    """The drawings of a choice; `whole` is the network of all of time, which gives everything its place."""

    visit: Visit
    choice: Choice
    whole: Scene
    scenes: Sequence[Scene]

    @cached_property
    def ground(self) -> Ground:
        """Where everything stands in every window."""
        actors = self._actors()
        ties = [self._keys(one) for one in self.whole.strands]
        if self.choice.kind is not Kind.ISSUES:
            return round_ground(actors, ties)
        tied = self.whole.tied
        most = max(self.whole.concepts.values(), default=1)
        pages = issue_pages(self.visit)
        issues = [
            Node(f"{ISSUE}{name}", name, times, most, shape="square", about="issue", href=pages.get(name, ""))
            for name, times in self.whole.concepts.items()
            if name in tied
        ]
        return column_ground(actors, issues, ties)

    @cached_property
    def heaviest(self) -> float:
        """The weight of the heaviest strand of all windows."""
        return max((abs(one.weight) for scene in (self.whole, *self.scenes) for one in scene.strands), default=1.0)

    def large(self, scene: Scene) -> Chart | None:
        """A window with names and links."""
        actors = len({name for one in scene.strands for name in (one.one, one.other)})
        told = f"{some(actors, 'node')}, {some(len(scene.strands), 'line')}; the table below has the same numbers."
        looks = dict(LEGENDS[self.choice.kind])
        if self.choice.kind is Kind.ISSUES and self.choice.conditional:
            looks[Look.CONDITIONAL] = "only on conditions"
        sourced = len(scene.strands) <= SOURCED

        def of(one: Strand) -> tuple[str, str]:
            words = f"{visible(one.one)} and {visible(one.other)}: {strand_words(one, self.choice, sourced)}"
            return words, edge_address(self.visit, one, scene.span)

        window = self._window(scene, of)
        chart = web(self.ground, window, self.heaviest, Caption(BETWEEN[self.choice.kind], told), looks)
        more = len(scene.strands) - len(window.lines)
        if chart is None or not more:
            return chart
        return replace(chart, left_out=(*chart.left_out, f"{some(more, 'line')} not drawn: the table has every one"))

    def little(self, scene: Scene, named: str) -> Chart | None:
        """A window without either; `named` is what the window is called."""
        told = f"{some(len(scene.strands), 'line')}"
        return small(self.ground, self._window(scene, lambda _: ("", "")), self.heaviest, Caption(named, told))

    def _window(self, scene: Scene, of: Callable[[Strand], tuple[str, str]]) -> Window:
        """A window as it is drawn; `of` gives the words of a line and its address."""
        spots = self.ground.spots
        drawn = (one for one in scene.strands if all(key in spots for key in self._keys(one)))
        lines = [
            Line(*self._keys(one), Look(one.sense.value), one.weight, *of(one)) for one in islice(drawn, MOST_LINES)
        ]
        there = {f"{ACTOR}{name}": times for name, times in scene.actors.items()}
        return Window(lines, there | {f"{ISSUE}{name}": times for name, times in scene.concepts.items()})

    def _keys(self, strand: Strand) -> tuple[str, str]:
        issues = self.choice.kind is Kind.ISSUES
        return f"{ACTOR}{strand.one}", f"{ISSUE if issues else ACTOR}{strand.other}"

    def _actors(self) -> list[Node]:
        """Those with an edge in any window; the colour of people is that of their party."""
        ends = {one.one for one in self.whole.strands}
        if self.choice.kind is not Kind.ISSUES:
            ends |= {one.other for one in self.whole.strands}
        names = sorted(ends)
        rows = among(self.visit.snapshot, "SELECT name, kind, represents FROM actors", "name", names)
        known = {row["name"]: (ActorKind(row["kind"]), row["represents"] or "") for row in rows}
        pages = addresses(self.visit, names)
        parties = [known[name][1] for name in names if name in known and known[name][1]]
        tint = tints(sorted(set(parties), key=lambda one: (-parties.count(one), one)))
        most = max(self.whole.actors.values(), default=1)
        return [self._actor(name, most, known.get(name), tint, pages[name]) for name in names]

    def _actor(
        self, name: str, most: int, known: tuple[ActorKind, str] | None, tint: Mapping[str, str], href: str
    ) -> Node:
        kind, party = known or (ActorKind.GROUP, "")
        about = ", ".join(filter(None, (kind.value if known else "", party)))
        noun = "meeting" if self.choice.kind is Kind.CONTACTS else "statement"
        times = self.whole.actors.get(name, 0)
        return Node(f"{ACTOR}{name}", name, times, most, noun, SHAPE[kind], about, party, tint.get(party, ""), href)
