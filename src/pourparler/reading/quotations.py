"""Quotations without a cue of their own: they belong to the speaker before them."""

from collections.abc import Iterator, Sequence

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution
from pourparler.core.vocabulary import Mode
from pourparler.reading.borders import LEAST_SENTENCE
from pourparler.reading.scene import Line, Scene
from pourparler.reading.speakers import NOBODY, Speaker
from pourparler.reading.tellings import Triple, attribution, telling
from pourparler.text.quotes import Quotation

REACH = 4
"""Sentences back within which a speaker is still the one who goes on speaking."""


def free_standing(
    scene: Scene, line: Line, sayings: Sequence[tuple[int, Speaker, Attribution]]
) -> Iterator[tuple[Speaker, Attribution]]:
    """The quotations that begin in this sentence, stand as sentences of their own and have no attribution yet."""
    taken = [span for _, _, said in sayings for span in said.content]
    for quotation in scene.page.quotes:
        if not line.sentence.span.start <= quotation.outer.start < line.sentence.span.end:
            continue
        if any(span.overlaps(quotation.inner) for span in taken) or not _stands_alone(scene, line, quotation):
            continue
        if _attributed_later(scene, line, quotation):
            continue
        speaker = _going_on(line, sayings)
        told = telling(scene, None, (quotation.inner,), Mode.DIRECT, speaker)
        yield speaker, attribution(told, Triple((quotation.inner,)), speaker)


def _stands_alone(scene: Scene, line: Line, quotation: Quotation) -> bool:
    """True when a quotation fills its sentence and is long enough to be a saying."""
    words = quotation.inner.of(scene.text).split()
    before = scene.text[line.sentence.span.start : quotation.outer.start].strip()
    return len(words) >= LEAST_SENTENCE and not before


def _attributed_later(scene: Scene, line: Line, quotation: Quotation) -> bool:
    """True when the sentence in which the quotation closes goes on outside it: its cue stands there."""
    closing = scene.lines[scene.page.sentence_at(max(quotation.inner.end - 1, quotation.inner.start))]
    rest = scene.text[quotation.outer.end : closing.sentence.span.end].strip(" .,\n\r\t")
    return len(rest.split()) > 1 and closing.number > line.number


def _going_on(line: Line, sayings: Sequence[tuple[int, Speaker, Attribution]]) -> Speaker:
    """The last speaker, when near enough to be still speaking."""
    for number, speaker, _ in reversed(sayings):
        if line.number - number > REACH:
            break
        if speaker.known:
            return speaker
    return NOBODY


def covers(outer: Span, inner: Span) -> bool:
    """True when most of `inner` lies in `outer`."""
    shared = min(outer.end, inner.end) - max(outer.start, inner.start)
    return 2 * shared > inner.end - inner.start
