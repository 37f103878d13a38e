"""Voices laid into a text by hand, as the trained heads would tell them; no model is needed."""

from itertools import pairwise

from pourparler.encoder.analysis import Analysis
from pourparler.encoder.attribution import Voice, Words
from pourparler.encoder.windows import Document
from pourparler.text.sentences import cut

Asked = tuple[str | None, str, tuple[str, ...], str]


def voice(source: str | None, cue: str, *content: str, after: str = "") -> Asked:
    """A voice by its words; each is looked for behind the first place of `after`."""
    return source, cue, content, after


def analysis(text: str, *asked: Asked) -> Analysis:
    """The analysis of a text in which just these voices are heard, and no frames."""
    runs = list(cut(text))
    words = tuple(token for _, run in runs for token in run)
    ends = [0]
    for _, run in runs:
        ends.append(ends[-1] + len(run))
    found = Analysis(words, tuple(pairwise(ends)), (), (), Document([], [], [], []), {})
    told = []
    for source, cue, content, after in asked:
        start = text.index(after)
        told.append(
            Voice(
                _words(found, text, cue, start),
                () if source is None else (_words(found, text, source, start),),
                tuple(_words(found, text, part, start) for part in content),
            )
        )
    found.__dict__.update(voices=tuple(told), frames=(), called=())
    return found


def _words(analysis: Analysis, text: str, part: str, start: int) -> Words:
    """The words of `part`, looked for from `start` on."""
    at = text.index(part, start)
    inside = [n for n, (a, b, _) in enumerate(analysis.words) if at <= a and b <= at + len(part)]
    return inside[0], inside[-1] + 1
