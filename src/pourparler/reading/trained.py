"""The trained reader: one pass of the encoder over a report; its tags carry the rules, its voices join theirs."""

from pourparler.core.reading import Reading
from pourparler.core.report import Report
from pourparler.encoder.analysis import Analysis, analyse
from pourparler.reading.joining import joined
from pourparler.reading.page import lay_out
from pourparler.reading.rules import reading_of
from pourparler.reading.sayings import attributions
from pourparler.reading.scene import Scene, set_scene
from pourparler.text.quotes import find_quotes
from pourparler.text.sentences import cut, tagged


class TrainedReader:
    """Reads with the shipped encoder and the rules together; the same report always gives the same reading."""

    concurrent = True
    """Its encoder computes outside Python, so that a second report can be read meanwhile."""

    @property
    def name(self) -> str:
        """The name and version kept with every reading."""
        return "trained-1"

    def read(self, report: Report) -> Reading:
        """The reading of one report: who is there, who said what, and what it tells of the negotiation."""
        scene, analysis = seen(report)
        return reading_of(self.name, scene, joined(scene, analysis, attributions(scene)))


def seen(report: Report) -> tuple[Scene, Analysis]:
    """A report's scene, its words tagged by the encoder, and what else the encoder tells of it."""
    runs = list(cut(report.text, report.not_news))
    quoted = [quote.inner for quote in find_quotes(report.text, report.not_news) if quote.depth == 0]
    analysis = analyse(runs, quoted)
    sentences = []
    for (paragraph, run), (first, last) in zip(runs, analysis.sentences, strict=True):
        sentences.append(tagged(run, paragraph, analysis.tags[first:last]))
    return set_scene(lay_out(report, tuple(sentences))), analysis
