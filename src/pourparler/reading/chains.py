"""Through whom words came: media that pass on a speaker, whom it was told, and the day it was said."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pourparler.core.evidence import Span
from pourparler.core.moment import Direction
from pourparler.core.reading import Attribution
from pourparler.core.vocabulary import Act
from pourparler.reading.cue_search import Cue, chunk_starting
from pourparler.reading.cues import Takes
from pourparler.reading.namings import Naming, NamingKind
from pourparler.reading.roles import side_of
from pourparler.reading.scene import Line, Scene
from pourparler.text.words import Word

NEAR = 8
"""Words between a cue and the day that it was said on: "told reporters in the capital on Monday"."""

NOT_PASSED_ON = (Act.ASK, Act.DEMAND, Act.PROPOSE, Act.OFFER, Act.REJECT, Act.ACCEPT)
"""Acts that an outlet tells of in its own voice rather than passes on."""

PASSED_ON = frozenset("reported reports carried quoted cited published aired seen obtained citing quoting told".split())


def chain(scene: Scene, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Attributions with media turned into links: "AP reports that the minister said" is the minister's, via AP."""
    outlets = _outlets(scene)
    inner_of: dict[int, int] = {}
    for i, outer in enumerate(found):
        if outer.source is None or outer.speaker not in outlets:
            continue
        for j, inner in enumerate(found):
            said = inner.act not in NOT_PASSED_ON and inner.speaker not in outlets
            if i != j and inner.source and said and _within(inner, outer.content[0]):
                inner_of[i] = j
                break
    via = {j: (found[i].speaker or "",) for i, j in inner_of.items()}
    return tuple(
        replace(said, via=via.get(i, ()) + (said.via or passed_on(scene, said)))
        for i, said in enumerate(found)
        if i not in inner_of
    )


def _outlets(scene: Scene) -> set[str | None]:
    return {side_of(n).institution for line in scene.lines for n in line.namings if n.kind is NamingKind.MEDIA}


def _within(inner: Attribution, outer: Span) -> bool:
    """True when an attribution begins at the beginning of another's content and ends with it."""
    assert inner.source is not None
    return (
        outer.holds(inner.source) and inner.content[0].end >= outer.end - 2 and inner.source.start <= outer.start + 12
    )


def passed_on(scene: Scene, said: Attribution) -> tuple[str, ...]:
    """The outlets named after a cue that passed the words on: "in comments reported by state media"."""
    anchor = said.cue or said.source
    if anchor is None:
        return ()
    line = scene.lines[scene.page.sentence_at(anchor.start)]
    outlets = [n for n in line.namings if n.kind is NamingKind.MEDIA and n.span.start > anchor.end]
    outlets = [n for n in outlets if not any(content.holds(n.span) for content in said.content)]
    return tuple(side_of(n).institution or "" for n in outlets if _is_passed_on(line, n))


def _is_passed_on(line: Line, naming: Naming) -> bool:
    """True when "reported by", "carried by", "seen by" and the like stand before an outlet."""
    before = [word.text.lower() for word in line.words[max(0, naming.first - 4) : naming.first]]
    return "by" in before and any(word in PASSED_ON for word in before)


def hearer(scene: Scene, line: Line, cue: Cue) -> str | None:
    """Whom it was told, in the report's words or the outlet's name: "told reporters", "told AFP"."""
    if Takes.HEARER not in cue.verb.takes:
        return None
    start = cue.source[1] if cue.inverted and cue.source else cue.last
    chunk = chunk_starting(line, start)
    if chunk is None:
        return None
    outlet = next((n for n in line.namings if chunk.first <= n.first and n.last <= chunk.last), None)
    if outlet is not None and outlet.kind is NamingKind.MEDIA:
        return side_of(outlet).institution
    return line.span(chunk.first, chunk.last).of(scene.text)


def said_on(scene: Scene, line: Line, cue: Cue, contents: Sequence[Span]) -> date | None:
    """The single day that the cue's own clause gives ("said on Feb. 25", "On Monday the envoy said"), else None.

    A day of another clause or of the source's own phrase ("ahead of Friday's meeting") is not the day of the saying.
    """
    days = [
        time.when.start
        for time in scene.page.times_in(line.sentence.span)
        if time.when is not None
        and time.when.start is not None
        and time.when.start == time.when.end
        and time.direction is not Direction.COMING
        and not any(span.start <= time.start < span.end for span in contents)
        and (_after_cue(line, cue, time.start) or _opens_sentence(line, time.start))
    ]
    return days[0] if len(set(days)) == 1 else None


def _after_cue(line: Line, cue: Cue, offset: int) -> bool:
    """True when nothing but prepositions, adverbs and a hearer stand between a cue and the word at `offset`."""
    first = max(cue.last, cue.source[1] if cue.source and cue.inverted else 0)
    between = line.words[first : line.index_at(offset)]
    return offset >= line.words[cue.first].start and len(between) <= NEAR and not _breaks(between)


def _opens_sentence(line: Line, offset: int) -> bool:
    """True when a time expression begins the sentence, an opening preposition or adverb aside."""
    return line.index_at(offset) <= 1


def _breaks(words: Sequence[Word]) -> bool:
    return any(word.tag in ("PUNCT", "VERB", "AUX", "SCONJ", "CCONJ") for word in words)
