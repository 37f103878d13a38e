"""Voices that the trained heads heard, put in the record's terms: spans without marks, mode, act and speaker."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution
from pourparler.core.vocabulary import Act, Mode
from pourparler.encoder.analysis import Analysis
from pourparler.encoder.attribution import Voice, Words
from pourparler.reading.acts import act_of
from pourparler.reading.borders import is_sentence, quotation_at
from pourparler.reading.cues import reporting_verbs
from pourparler.reading.page import Page
from pourparler.reading.scene import Line, Scene
from pourparler.reading.speakers import NOBODY, Speaker, speaker_of

OPENING = frozenset((",", ":", "-", "–", "—", "that", ";"))
"""Words that PolNeAR counts to a content and the record does not."""

CLOSING = frozenset((",", ".", ";", ":", "-", "–", "—"))


@dataclass(frozen=True, slots=True)
class Heard:
    """One voice with its spans in the text and its place: line and words of the source, words of the cue."""

    line: int
    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    mode: Mode


def heard(scene: Scene, analysis: Analysis) -> Iterator[Heard]:
    """The voices of a report in the order of their cues."""
    for voice in analysis.voices:
        spans = [span for run in voice.content if (span := _content(scene.page, analysis, run)) is not None]
        if spans:
            cue = _span(analysis, voice.cue)
            yield Heard(
                scene.page.sentence_at(cue.start),
                cue,
                _span(analysis, voice.source[0]) if voice.source else None,
                tuple(span for span, _ in spans),
                _mode([mode for _, mode in spans]),
            )


def _span(analysis: Analysis, run: Words) -> Span:
    return Span(analysis.words[run[0]][0], analysis.words[run[1] - 1][1])


def _content(page: Page, analysis: Analysis, run: Words) -> tuple[Span, Mode] | None:
    """A content without the marks around it, and its mode; None when nothing but marks is left."""
    first, last = run
    while first < last and analysis.words[first][2].lower() in OPENING:
        first += 1
    if first == last:
        return None
    span = _span(analysis, (first, last))
    quotation = quotation_at(page, span.start)
    if quotation is not None and span.start <= quotation.inner.start:
        rest = page.text[quotation.outer.end : span.end].strip(" .,")
        if not rest and is_sentence(page, quotation):
            return Span(quotation.inner.start, min(quotation.inner.end, span.end)), Mode.DIRECT
    elif quotation is not None and span.end <= quotation.outer.end:
        return Span(span.start, min(span.end, quotation.inner.end)), Mode.DIRECT
    while last > first and analysis.words[last - 1][2] in CLOSING:
        last -= 1
    if last == first:
        return None
    span = _span(analysis, (first, last))
    quoted = any(q.outer.start < span.end and span.start < q.outer.end for q in page.quotes)
    return span, Mode.MIXED if quoted else Mode.INDIRECT


def _mode(modes: Sequence[Mode]) -> Mode:
    """The mode of a content in parts."""
    return modes[0] if len(set(modes)) == 1 else Mode.MIXED


def voiced(scene: Scene, found: Heard, before: Sequence[Speaker]) -> tuple[Speaker, Attribution]:
    """The attribution that a heard voice makes, with its speaker."""
    line = scene.lines[found.line]
    speaker = NOBODY
    if found.source is not None:
        home = scene.lines[scene.page.sentence_at(found.source.start)]
        first, last = home.index_at(found.source.start), home.index_at(found.source.end - 1) + 1
        speaker = speaker_of(scene, home, first, last, before)
    words = " ".join(span.of(scene.text) for span in found.content)
    return speaker, Attribution(
        content=found.content,
        mode=found.mode,
        act=act_of(cue_act(line, found.cue), words),
        source=found.source,
        cue=found.cue,
        speaker=speaker.name,
        party=speaker.party,
        anonymous=speaker.anonymous,
        office=speaker.office if speaker.name is None and not speaker.anonymous else None,
    )


def cue_act(line: Line, cue: Span) -> Act:
    """The act of the reporting verb in a cue; plain saying where there is none."""
    verbs = reporting_verbs()
    for word in line.words:
        if cue.start <= word.start < cue.end and word.lemma in verbs:
            return verbs[word.lemma].act
    return Act.SAY


def is_voice(analysis: Analysis, voice: Voice) -> bool:
    """True when a voice has a source or a quotation to stand on."""
    return bool(voice.source)
