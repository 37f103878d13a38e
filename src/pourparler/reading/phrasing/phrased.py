"""A reading with whole phrases: what positions are on, what conditions block and require, how papers are called."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from pourparler.core.evidence import Span
from pourparler.core.reading import ConditionFrame, InstrumentFrame, PositionFrame, Reading
from pourparler.encoder.analysis import Analysis
from pourparler.reading.conditions.phrases import bare
from pourparler.reading.phrasing import placing
from pourparler.reading.phrasing.cutting import Cutting, Want, cut
from pourparler.reading.phrasing.doers import without_doer
from pourparler.reading.phrasing.placing import Placed
from pourparler.reading.phrasing.tree import Tree, Words, tree_of
from pourparler.reading.scene import Line, Scene

OPENERS = ("holding off ", "an end to ", "end to ", "no ")
"""What a reader puts before a phrase to say what becomes of it."""

OWN = frozenset(("own", "so-called", "only"))
"""Words before the name of a paper that are none of it."""


def phrased(scene: Scene, analysis: Analysis, reading: Reading) -> Reading:
    """`reading` with phrases that are whole; a phrase whose words are not found in the text stays as it is."""
    trees: dict[int, Tree] = {}

    def tree(line: Line) -> Tree:
        if line.number not in trees:
            trees[line.number] = tree_of(line, analysis)
        return trees[line.number]

    cutter = Cutter(scene, tree)
    return replace(
        reading,
        positions=tuple(map(cutter.position, reading.positions)),
        conditions=tuple(map(cutter.condition, reading.conditions)),
        instruments=tuple(map(cutter.instrument, reading.instruments)),
    )


@dataclass(frozen=True, slots=True)
class Cutter:
    """Cuts the phrases of one report; `tree` gives the tree of one of its lines."""

    scene: Scene
    tree: Callable[[Line], Tree] = field(repr=False)

    def position(self, frame: PositionFrame) -> PositionFrame:
        return replace(frame, issue=bare(self._whole(frame.issue, frame.evidence, Want.THING)))

    def condition(self, frame: ConditionFrame) -> ConditionFrame:
        blocks = self._whole(frame.blocks, frame.evidence, Want.THING, frame.trigger)
        requires = self._whole(frame.requires, frame.evidence, Want.STATE, frame.trigger)
        return replace(frame, blocks=blocks, requires=requires)

    def instrument(self, frame: InstrumentFrame) -> InstrumentFrame:
        title = self._whole(frame.title, frame.evidence, Want.NAME)
        while title.partition(" ")[0].lower() in OWN and " " in title:
            title = title.partition(" ")[2]
        return replace(frame, title=bare(title) or frame.title)

    def _whole(self, phrase: str, near: Span, want: Want, trigger: Span | None = None) -> str:
        opener, found = "", self.placed(phrase, near) if phrase else None
        if found is None:
            opener = next((one for one in OPENERS if phrase.lower().startswith(one)), "")
            found = self.placed(phrase[len(opener) :], near) if opener else None
        if found is None:
            return phrase
        line = found.line
        times = self.scene.page.times_in(line.sentence.span)
        asked = Cutting(self.tree(line), times, want, _words(line, trigger))
        words, restored = without_doer(asked, found)
        words = cut(asked, words)
        return opener + found.text(words, restored) if words != found.words or restored else phrase

    def placed(self, phrase: str, near: Span) -> Placed | None:
        """Where a phrase stands: in the sentences of its passage, else in the one before or after."""
        number = self.scene.page.sentence_at(near.start)
        lines = self.scene.lines[max(0, number - 1) : number + 3]
        order = sorted(lines, key=lambda line: (not near.overlaps(line.sentence.span), abs(line.number - number)))
        return next((one for line in order if (one := placing.placed(line, phrase, near)) is not None), None)


def _words(line: Line, span: Span | None) -> Words | None:
    """The words of a line that a span has; None for none."""
    inside = [at for at, word in enumerate(line.words) if span and word.start < span.end and span.start < word.end]
    return (inside[0], inside[-1] + 1) if inside else None
