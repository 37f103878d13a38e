"""Who said what: the attributions of a scene, in the order of the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution
from pourparler.core.vocabulary import Act, Mode
from pourparler.reading.anchors import anchor_of, is_supposed
from pourparler.reading.borders import Content
from pourparler.reading.chains import chain
from pourparler.reading.contents import around, following, fronted, going_on
from pourparler.reading.cue_search import Cue, find_cues
from pourparler.reading.other_cues import other_sayings
from pourparler.reading.quotations import free_standing, joined
from pourparler.reading.relayed import behind, relayed_sayings
from pourparler.reading.scene import Line, Scene
from pourparler.reading.speakers import HE, NOBODY, SHE, Speaker, speaker_of
from pourparler.reading.tellings import NOT_SAID, WH, Triple, attribution, telling
from pourparler.reading.unnamed import anyone

VIEWS = frozenset(
    "want need expect hope believe think feel fear doubt intend plan aim see view consider regard".split()
)
"""Verbs of mind: somebody must be named or described as their subject, and a refusal of them is no saying."""


@dataclass(frozen=True, slots=True)
class Saying:
    """An attribution in the making: its speaker, its place (line and cue word), and the attribution."""

    line: int
    speaker: Speaker
    said: Attribution


def attributions(scene: Scene) -> tuple[Attribution, ...]:
    """All attributions of a report, first to last; chains of media are joined to those they pass on."""
    sayings: list[Saying] = []
    for line in scene.lines:
        speakers = [saying.speaker for saying in sayings]
        pairs = [*_by_verbs(scene, line, speakers), *other_sayings(scene, line, speakers)]
        pairs += relayed_sayings(scene, line, speakers)
        found = [Saying(line.number, speaker, said) for speaker, said in _outermost(tuple(_unlike(pairs)))]
        sayings += sorted(found, key=lambda saying: saying.said.content[0])
        sayings += [Saying(line.number, s, said) for s, said in free_standing(scene, line, sayings_of(sayings))]
    return chain(scene, joined(scene, tuple(saying.said for saying in sayings)))


def sayings_of(sayings: Sequence[Saying]) -> list[tuple[int, Speaker, Attribution]]:
    """The sayings so far as plain triples of line, speaker and attribution."""
    return [(saying.line, saying.speaker, saying.said) for saying in sayings]


def _by_verbs(scene: Scene, line: Line, before: Sequence[Speaker]) -> Iterator[tuple[Speaker, Attribution]]:
    """The attributions that the reporting verbs of a sentence make."""
    so_far = list(before)
    for cue in find_cues(line):
        content = _content(scene, line, cue)
        if content is None or _is_day(scene, content):
            continue
        speaker = speaker_of(scene, line, *cue.source, so_far) if cue.source else _speaker_before(so_far, cue)
        speaker = speaker if _is_told(speaker) or not cue.source else anyone(line, *cue.source)
        speaker, via = behind(scene, line, speaker, so_far) if speaker.media else (speaker, ())
        if not _is_saying(scene, line, cue, speaker, content):
            continue
        so_far.append(speaker)
        yield speaker, replace(_attribution(scene, line, cue, content, speaker), via=via)


def _content(scene: Scene, line: Line, cue: Cue) -> Content | None:
    """What a cue introduces; what stands in front counts first for inverted cues and cues that end their clause."""
    inserted = around(scene.page, line, cue)
    if inserted is not None:
        return inserted
    after = following(scene.page, line, cue)
    if cue.bare:
        return after
    before = fronted(scene.page, line, cue)
    if before is not None and before.mode is Mode.DIRECT:
        more = after.spans if after is not None and after.mode is Mode.DIRECT else ()
        return Content(before.spans + more, Mode.DIRECT)
    if before is not None and (after is None or cue.inverted):
        return Content(before.spans + going_on(scene.page, line, cue), before.mode)
    return after


def _is_day(scene: Scene, content: Content) -> bool:
    """True for a content that is nothing but a day: "disputed last Wednesday: …"."""
    return any(t.start <= content.spans[0].start and content.spans[-1].end <= t.end for t in scene.page.times)


def _speaker_before(so_far: Sequence[Speaker], cue: Cue) -> Speaker:
    """The speaker that a verb without a subject of its own borrows."""
    return so_far[-1] if cue.bare and so_far else NOBODY


def _is_saying(scene: Scene, line: Line, cue: Cue, speaker: Speaker, content: Content) -> bool:
    """False for what was not said, and for verbs of mind, offers and the like that nobody named is the subject of."""
    if cue.group.negated and cue.verb.act is not Act.DECLINE and not _refuses_to_say(scene, cue, content):
        return False
    if is_supposed(line, cue.source) and content.mode is not Mode.DIRECT:
        return False
    if cue.group.modal in NOT_SAID and content.mode is not Mode.DIRECT and not cue.group.negated:
        return False
    plain = cue.verb.act is Act.SAY and cue.verb.lemma not in VIEWS
    he = cue.source is not None and line.words[cue.source[0]].text.lower() in HE | SHE | {"they"}
    fronted = cue.source is not None and content.spans[-1].end <= line.words[cue.source[0]].start
    return _is_told(speaker) or he or fronted or (plain and cue.source is not None) or content.mode is Mode.DIRECT


def _refuses_to_say(scene: Scene, cue: Cue, content: Content) -> bool:
    """True for "won’t say when …": a refusal to tell is one saying, of what is not told."""
    opening = content.spans[0].of(scene.text).split()[:1]
    return cue.group.modal in ("will", "would") and bool(opening) and opening[0].lower() in WH


def _attribution(scene: Scene, line: Line, cue: Cue, content: Content, speaker: Speaker) -> Attribution:
    """The attribution of one cue."""
    source = line.span(*cue.source) if cue.source else None
    told = telling(scene, anchor_of(line, cue), content.spans, content.mode, speaker)
    spans = Triple(content.spans, _phrase(line, cue, source), line.span(cue.first, cue.last))
    return attribution(told, spans, speaker)


def _phrase(line: Line, cue: Cue, source: Span | None) -> Span | None:
    """The source as the report words it; a name keeps the title before it."""
    if source is None:
        return None
    titled = [p.phrase for p in line.people if p.phrase.overlaps(source) and p.phrase.start < source.start]
    return Span(titled[0].start, source.end) if titled and cue.source and cue.source[0] > 0 else source


def _unlike(found: Sequence[tuple[Speaker, Attribution]]) -> Iterator[tuple[Speaker, Attribution]]:
    """Drop a second attribution of the very same words."""
    seen: set[Span] = set()
    for speaker, said in found:
        fresh = tuple(span for span in said.content if span not in seen)
        if fresh:
            seen.update(fresh)
            yield speaker, replace(said, content=fresh)


def _outermost(found: Sequence[tuple[Speaker, Attribution]]) -> Iterator[tuple[Speaker, Attribution]]:
    """Drop a saying inside another of the same speaker ("he said he hopes to …"): one attribution is one statement."""
    for speaker, said in found:
        anchor = said.cue or said.source
        holders = [
            (other, outer)
            for other, outer in found
            if outer is not said and anchor is not None and any(span.holds(anchor) for span in outer.content)
        ]
        if not any(_is_one_voice(other, speaker) for other, _ in holders):
            yield speaker, said


def _is_told(speaker: Speaker) -> bool:
    """True when a speaker is named, described, or called by a title."""
    return speaker.known or speaker.office is not None


def _is_one_voice(outer: Speaker, inner: Speaker) -> bool:
    """True when a saying inside another is part of it: of the same side, or of nobody named."""
    unnamed = inner.anonymous and inner.party is None and not outer.media
    return outer == inner or inner == NOBODY or unnamed or (inner.party is not None and inner.party == outer.party)
