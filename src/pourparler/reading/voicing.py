"""From spans to voices: attributions that somebody else found, completed with speaker, act, chain and the rest."""

from collections.abc import Sequence

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution
from pourparler.core.vocabulary import Mode
from pourparler.reading.anchors import index_before
from pourparler.reading.chains import chain
from pourparler.reading.quotations import joined
from pourparler.reading.relayed import behind
from pourparler.reading.scene import Line, Scene
from pourparler.reading.speakers import NOBODY, Speaker, speaker_of
from pourparler.reading.tellings import Polarity, Triple, attribution, delimit, tell
from pourparler.reading.unnamed import anyone

REACH = 4
"""Sentences back within which a speaker is still the one who goes on speaking."""


def attribute(scene: Scene, triples: Sequence[Triple]) -> tuple[Attribution, ...]:
    """The attributions of triples in the order of the text; what was not said is left out, media become links."""
    found: list[Attribution] = []
    so_far: list[tuple[int, Speaker]] = []
    for triple in sorted(triples, key=lambda one: one.content[0]):
        line = scene.lines[scene.page.sentence_at((triple.source or triple.cue or triple.content[0]).start)]
        _, mode = delimit(scene, triple.content)
        speaker, via = voice_of(scene, line, triple, mode, so_far)
        told = tell(scene, triple, speaker)
        if told.polarity is Polarity.UNSAID:
            continue
        so_far.append((line.number, speaker))
        found.append(attribution(told, triple, speaker, via))
    return chain(scene, joined(scene, tuple(found)))


def voice_of(
    scene: Scene, line: Line, triple: Triple, mode: Mode, so_far: Sequence[tuple[int, Speaker]]
) -> tuple[Speaker, tuple[str, ...]]:
    """Who speaks and through whom; without a source, a quotation goes on with the speaker before."""
    before = [speaker for _, speaker in so_far]
    if triple.source is None:
        near = [speaker for number, speaker in so_far if line.number - number <= REACH and speaker.known]
        goes_on = triple.cue is not None or mode is Mode.DIRECT
        return (near[-1] if near and goes_on else NOBODY), ()
    first, last = _words(line, triple.source)
    if first >= last:
        return NOBODY, ()
    speaker = speaker_of(scene, line, first, last, before)
    if not speaker.known and speaker.office is None:
        speaker = anyone(line, first, last)
    return behind(scene, line, speaker, before) if speaker.media else (speaker, ())


def _words(line: Line, span: Span) -> tuple[int, int]:
    """The indices of the words of a line that a span holds, half-open."""
    return line.index_at(span.start), index_before(line, span.end)
