"""The trained reader: one pass of the encoder over a report; its tags carry the rules, its voices join theirs."""

from collections.abc import Sequence

from pourparler.core.reading import Reading
from pourparler.core.report import Report
from pourparler.encoder.analysis import Analysis, analyse
from pourparler.encoder.weights import load
from pourparler.reading.framing.joining import with_frames
from pourparler.reading.joining import joined
from pourparler.reading.page import lay_out
from pourparler.reading.particulars import particulars
from pourparler.reading.phrasing.phrased import phrased
from pourparler.reading.proper_names import ProperNames
from pourparler.reading.repeats import with_one_speaker
from pourparler.reading.rules import bare_reading_of
from pourparler.reading.sayings import attributions
from pourparler.reading.scene import Scene, set_scene
from pourparler.text.gazetteer import fold, load_gazetteer
from pourparler.text.quotes import find_quotes
from pourparler.text.sentences import cut, tagged
from pourparler.text.words import Token


class TrainedReader:
    """Reads with the shipped encoder and the rules together; the same report always gives the same reading."""

    concurrent = True
    """Its encoder computes outside Python, so that a second report can be read meanwhile."""

    def __init__(self) -> None:
        """Check the model's files now, so that a damaged one stops a run before it begins; raises ModelError."""
        load()

    @property
    def name(self) -> str:
        """The name and version kept with every reading."""
        return "trained-1"

    def read(self, report: Report) -> Reading:
        """The reading of one report: who is there, who said what, and what it tells of the negotiation."""
        scene, analysis = seen(report)
        names = ProperNames(scene, analysis)
        told = [names.named(said) for said in joined(scene, analysis, attributions(scene))]
        others = tuple(mention for _, mention in told if mention is not None)
        said, again = with_one_speaker(scene, [said for said, _ in told])
        ruled = bare_reading_of(self.name, scene, said, (*others, *again))
        return phrased(scene, analysis, particulars(scene, with_frames(ruled, scene, analysis)))


def seen(report: Report) -> tuple[Scene, Analysis]:
    """A report's scene, its words tagged by the encoder, and what else the encoder tells of it."""
    runs = list(cut(report.text, report.not_news))
    quoted = [quote.inner for quote in find_quotes(report.text, report.not_news) if quote.depth == 0]
    analysis = analyse(runs, quoted)
    sentences = []
    for (paragraph, run), (first, last) in zip(runs, analysis.sentences, strict=True):
        sentences.append(tagged(run, paragraph, whole_names(run, analysis.tags[first:last])))
    return set_scene(lay_out(report, tuple(sentences))), analysis


def whole_names(run: Sequence[Token], tags: Sequence[str]) -> list[str]:
    """`tags` with the words of a name all PROPN, as the rules expect: the treebank gives "White House" ADJ PROPN.
    Adjectives of states and peoples stay adjectives, and so does the first word of a sentence."""
    found, peoples = list(tags), load_gazetteer().demonyms
    for at in range(len(run) - 2, 0, -1):
        form = run[at][2]
        joined = form[0].isupper() and run[at + 1][2][0].isupper() and found[at + 1] == "PROPN"
        if joined and found[at] in ("VERB", "ADJ", "NOUN", "ADV") and fold(form) not in peoples:
            found[at] = "PROPN"
    return found
