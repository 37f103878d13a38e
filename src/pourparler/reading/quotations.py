"""Quotations without a cue of their own: they belong to the speaker before them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

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
        speaker = _just_named(scene, line, sayings) or _going_on(line, sayings)
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


def _just_named(scene: Scene, line: Line, sayings: Sequence[tuple[int, Speaker, Attribution]]) -> Speaker | None:
    """The one person that the sentence right before is about, when nobody speaks there: "The envoy was blunt."."""
    if line.number == 0 or any(number == line.number - 1 for number, _, _ in sayings):
        return None
    above = scene.lines[line.number - 1]
    names = {p.person.name for p in above.people}
    first = above.people[0] if len(names) == 1 else None
    if first is None or above.sentence.paragraph == line.sentence.paragraph or not above.verb_follows(first.last):
        return None
    known = first.person
    return Speaker(known.name, known.party, person=True, office=known.office)


def joined(scene: Scene, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Attributions with a quotation that runs over several paragraphs as one: its cue may stand after any of them."""
    runs: list[list[Quotation]] = []
    for quotation in (q for q in scene.page.quotes if q.depth == 0):
        if quotation.continues and runs:
            runs[-1].append(quotation)
        else:
            runs.append([quotation])
    kept = list(found)
    for run in (run for run in runs if len(run) > 1):
        parts = [q.inner for q in run]
        inside = [one for one in kept if any(part.holds(span) for span in one.content for part in parts)]
        whole = next((one for one in inside if one.cue is not None), None) or next(iter(inside), None)
        if whole is None or whole.mode is not Mode.DIRECT:
            continue
        others = [one for one in inside if one is not whole and (one.cue is not None or one.mode is not Mode.DIRECT)]
        rest = [p for p in parts if not any(p.overlaps(span) for one in (whole, *others) for span in one.content)]
        kept = [one for one in kept if one is whole or one not in inside or one in others]
        kept[kept.index(whole)] = replace(whole, content=tuple(sorted((*whole.content, *rest))))
    return tuple(sorted(kept, key=lambda one: one.content[0]))


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
