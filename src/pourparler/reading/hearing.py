"""Voices that the trained heads heard, put in the record's terms: who spoke, and how it was said."""

from collections.abc import Iterator, Sequence

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution
from pourparler.encoder.analysis import Analysis
from pourparler.encoder.attribution import Words
from pourparler.reading.scene import Scene
from pourparler.reading.speakers import Speaker
from pourparler.reading.tellings import Polarity, Triple, attribution, delimit, tell
from pourparler.reading.voicing import voice_of

BEFORE = frozenset((",", ":", "-", "–", "—", ";"))
"""Marks between cue and content that PolNeAR often counts to the content."""


def heard(analysis: Analysis) -> Iterator[Triple]:
    """The voices of a report as spans of its text, in the order of their cues."""
    for voice in analysis.voices:
        contents = tuple(span for run in voice.content if (span := _content(analysis, run)) is not None)
        if contents:
            source = _span(analysis, voice.source[0]) if voice.source else None
            yield Triple(contents, source, _span(analysis, voice.cue))


SURE = 0.8
"""Least probability of a cue of the frame heads for its words to be heard. Set on the development cases."""


def stated(analysis: Analysis) -> Iterator[Triple]:
    """The statements that the frame heads see with a source and a content, in the order of their cues."""
    for frame in analysis.frames:
        if frame.kind == "statement" and frame.sure >= SURE:
            source = frame.of("source")
            contents = tuple(span for run in frame.of("content") if (span := _content(analysis, run)) is not None)
            if source and contents:
                yield Triple(contents, _span(analysis, source[0]), _span(analysis, frame.words))


def _span(analysis: Analysis, run: Words) -> Span:
    return Span(analysis.words[run[0]][0], analysis.words[run[1] - 1][1])


def _content(analysis: Analysis, run: Words) -> Span | None:
    """The span of a content without the marks before it; None when only marks are left."""
    first, last = run
    while first < last and analysis.words[first][2] in BEFORE:
        first += 1
    held = any(sign.isalnum() for _, _, form in analysis.words[first:last] for sign in form)
    return _span(analysis, (first, last)) if held else None


def voiced(scene: Scene, triple: Triple, before: Sequence[tuple[int, Speaker]]) -> Attribution | None:
    """The attribution that a heard voice makes; None when its words tell that nothing was said, or nobody known said
    it. `before` are the speakers up to here, each with its line."""
    if triple.source is None:
        return None
    line = scene.lines[scene.page.sentence_at(triple.source.start)]
    _, mode = delimit(scene, triple.content)
    speaker, via = voice_of(scene, line, triple, mode, before)
    told = tell(scene, triple, speaker)
    if told.polarity is Polarity.UNSAID or not (speaker.known or speaker.office):
        return None
    return attribution(told, triple, speaker, via)
