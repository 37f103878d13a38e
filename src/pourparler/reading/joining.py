"""Joins the voices that the trained heads heard to the attributions that the rules found."""

from collections.abc import Sequence
from itertools import pairwise

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution
from pourparler.encoder.analysis import Analysis
from pourparler.reading.cues import reporting_verbs
from pourparler.reading.hearing import heard, stated, voiced
from pourparler.reading.scene import Line, Scene
from pourparler.reading.speakers import Speaker
from pourparler.reading.tellings import Triple


def joined(scene: Scene, analysis: Analysis, ruled: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions of the rules, and those heard voices that stand where the rules found none and that the text
    bears: a known source, a reporting cue, and a content that says something; then the statements of the frame heads
    that stand where there is still none."""
    found = list(ruled)
    people = {p.person.name for line in scene.lines for p in line.people}
    voices = [voice for voice in heard(analysis) if voice.cue is not None and _reports(scene, voice, voice.cue)]
    others = (voice for voice in stated(analysis) if any(_says(scene, span) for span in voice.content))
    for voice in (*voices, *others):
        if voice.cue is None or any(_meets(voice, said) for said in found):
            continue
        before = [
            (scene.page.sentence_at(_place(said)), _speaker(said, people))
            for said in found
            if _place(said) < voice.cue.start
        ]
        said = voiced(scene, voice, before)
        if said is not None:
            found.append(said)
    return tuple(sorted(found, key=lambda said: said.content[0]))


def _place(said: Attribution) -> int:
    return said.cue.start if said.cue else said.content[0].start


def _speaker(said: Attribution, people: set[str]) -> Speaker:
    """The speaker of an attribution, as the search for later speakers takes it."""
    return Speaker(said.speaker, said.party, said.anonymous, person=said.speaker in people, office=said.office)


def _meets(voice: Triple, said: Attribution) -> bool:
    """True when an attribution has some of the content or cue of a voice, or holds the voice in its content."""
    parts = said.content if said.cue is None else (*said.content, said.cue)
    ours = voice.content if voice.cue is None else (*voice.content, voice.cue)
    return any(span.overlaps(part) for part in parts for span in ours)


def _reports(scene: Scene, voice: Triple, cue: Span) -> bool:
    """True when a voice has a source, a cue that reports, and a content with a verb or in quotation marks."""
    line = scene.lines[scene.page.sentence_at(cue.start)]
    if voice.source is None or not any(_says(scene, span) for span in voice.content):
        return False
    return _cue_reports(line, cue) or any(_stands_as_said(scene, span) for span in voice.content)


def _stands_as_said(scene: Scene, span: Span) -> bool:
    """True for words that no verb but one of saying or thinking can have after it: a quotation, or a clause with
    "that"."""
    opening = scene.text[max(0, span.start - 5) : span.start].lower() + span.of(scene.text)[:5].lower()
    return "that " in opening or any(quote.outer.overlaps(span) for quote in scene.page.quotes)


def _cue_reports(line: Line, cue: Span) -> bool:
    """True when a cue has a reporting verb in it, alone or with its particle ("pointed out"), or "according to"."""
    verbs = reporting_verbs()
    words = [word for word in line.words if cue.start <= word.start < cue.end]
    if any(word.lemma in verbs or word.text.lower() == "according" for word in words):
        return True
    return any(f"{one.lemma} {other.text.lower()}" in verbs for one, other in pairwise(words))


def _says(scene: Scene, span: Span) -> bool:
    """True for a quotation, and for words with a verb."""
    if any(quote.inner.overlaps(span) for quote in scene.page.quotes):
        return True
    line = scene.lines[scene.page.sentence_at(span.start)]
    return any(span.start <= line.words[group.head].start < span.end for group in line.verbs)
