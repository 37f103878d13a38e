"""Words that somebody else passes on: "was quoted by the agency as saying", "the paper quoted an aide as saying"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pourparler.core.reading import Attribution
from pourparler.reading.anchors import anchor_at
from pourparler.reading.borders import as_content, clause_span, is_sentence, quotation_from
from pourparler.reading.cue_search import chunk_starting, subject
from pourparler.reading.scene import Line, Scene
from pourparler.reading.speakers import Speaker, speaker_of
from pourparler.reading.tellings import Polarity, Triple, attribution, telling
from pourparler.text.verbs import VerbGroup

RELAYING = frozenset({"quote", "cite", "report"})
SAYING = frozenset("saying telling warning adding insisting stating declaring writing denying".split())


def relayed_sayings(scene: Scene, line: Line, before: Sequence[Speaker]) -> Iterator[tuple[Speaker, Attribution]]:
    """The attributions of a sentence in which one voice passes on another; the first is the link, not the speaker."""
    for group in line.verbs:
        if line.words[group.head].lemma not in RELAYING or line.quoted[group.head]:
            continue
        told = next((i for i in range(group.last, len(line.words) - 1) if _as_saying(line, i)), None)
        if told is not None:
            found = _relayed(scene, line, group, told, before)
            if found is not None:
                yield found


def behind(scene: Scene, line: Line, outlet: Speaker, before: Sequence[Speaker]) -> tuple[Speaker, tuple[str, ...]]:
    """Who stands behind an outlet's report ("…, the paper reported, citing two officials"), with the outlet as link."""
    for at, word in enumerate(line.words[:-1]):
        if word.text.lower() in ("citing", "quoting") and not line.quoted[at]:
            chunk = chunk_starting(line, at + 1)
            source = speaker_of(scene, line, at + 1, chunk.last, before) if chunk is not None else None
            if source is not None and source.known and not source.media and outlet.name:
                return source, (outlet.name,)
    return outlet, ()


def _as_saying(line: Line, at: int) -> bool:
    """True for "as saying" and its like at word `at`."""
    return line.words[at].text.lower() == "as" and line.words[at + 1].text.lower() in SAYING


def _relayed(
    scene: Scene, line: Line, group: VerbGroup, told: int, before: Sequence[Speaker]
) -> tuple[Speaker, Attribution] | None:
    """One attribution: the speaker is the subject of the passive and the object of the active."""
    source = subject(line, group) if group.passive else (group.last, told)
    link = _by(line, group, told) if group.passive else subject(line, group)
    start = told + 2
    while start < len(line.words) and line.words[start].text.lower() in ("that", ",", ":", "by"):
        start += 1
    if source is None or source[0] >= source[1] or start >= len(line.words):
        return None
    quotation = quotation_from(scene.page, line, start)
    whole = quotation is not None and is_sentence(scene.page, quotation)
    span = quotation.inner if quotation is not None and whole else clause_span(scene.page, line, start)
    content = as_content(scene.page, span)
    speaker = speaker_of(scene, line, *source, before)
    through = speaker_of(scene, line, *link, before) if link is not None else None
    anchor = anchor_at(scene, line.span(told + 1, told + 2))
    how = telling(scene, anchor, content.spans, content.mode, speaker)
    how = replace(how, polarity=Polarity.AFFIRMED, to=None)
    spans = Triple(content.spans, line.span(*source), line.span(group.first, group.last))
    via = (through.name,) if through is not None and through.name else ()
    return speaker, attribution(how, spans, speaker, via)


def _by(line: Line, group: VerbGroup, told: int) -> tuple[int, int] | None:
    """The one by whom words are passed on, between a passive verb and "as saying"."""
    for at in range(group.last, told):
        if line.words[at].text.lower() == "by":
            chunk = chunk_starting(line, at + 1)
            return (chunk.first, chunk.last) if chunk is not None else None
    return None
