"""Through whom words came: media that pass on a speaker; and the day they were said."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pourparler.core.evidence import Span
from pourparler.core.moment import Direction
from pourparler.core.reading import Attribution
from pourparler.core.vocabulary import Act
from pourparler.reading.anchors import Anchor
from pourparler.reading.namings import Naming, NamingKind
from pourparler.reading.roles import side_of
from pourparler.reading.scene import Line, Scene
from pourparler.text.words import Word

NEAR = 12
"""Words between a cue and the day that it was said on: "told reporters in the capital on Monday"."""

NOT_PASSED_ON = (Act.ASK, Act.DEMAND, Act.PROPOSE, Act.OFFER, Act.REJECT, Act.ACCEPT)
"""Acts that an outlet tells of in its own voice rather than passes on."""

PASSED_ON = frozenset(
    "reported reports carried quoted cited published aired seen obtained citing quoting told released broadcast".split()
)
PREFIXES = frozenset({"per", "via"})


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
        replace(said, via=_joined(via.get(i, ()), said.via or passed_on(scene, said)))
        for i, said in enumerate(found)
        if i not in inner_of
    )


def _joined(outer: tuple[str, ...], inner: tuple[str, ...]) -> tuple[str, ...]:
    """A chain of two chains, each link once."""
    return tuple(dict.fromkeys(outer + inner))


def _outlets(scene: Scene) -> set[str | None]:
    return {side_of(n).institution for line in scene.lines for n in line.namings if n.kind is NamingKind.MEDIA}


def _within(inner: Attribution, outer: Span) -> bool:
    """True when an attribution begins at the beginning of another's content and ends with it."""
    assert inner.source is not None
    return (
        outer.holds(inner.source) and inner.content[0].end >= outer.end - 2 and inner.source.start <= outer.start + 12
    )


def passed_on(scene: Scene, said: Attribution) -> tuple[str, ...]:
    """The outlets beside a cue that passed the words on: "in comments reported by state media", "Per AP, …"."""
    anchor = said.cue or said.source
    if anchor is None:
        return ()
    line = scene.lines[scene.page.sentence_at(anchor.start)]
    outside = [
        n
        for n in line.namings
        if n.kind is NamingKind.MEDIA and not any(content.holds(n.span) for content in said.content)
    ]
    links = [n for n in outside if n.span.start > anchor.end and _is_passed_on(line, n)]
    links += [n for n in outside if n.span.end <= anchor.start and _is_prefixed(line, n)]
    return tuple(side_of(n).institution or "" for n in links)


def _is_passed_on(line: Line, naming: Naming) -> bool:
    """True when "reported by", "carried by", "seen by" and the like stand before an outlet."""
    before = [word.text.lower() for word in line.words[max(0, naming.first - 4) : naming.first]]
    return "by" in before and any(word in PASSED_ON for word in before)


def _is_prefixed(line: Line, naming: Naming) -> bool:
    """True for "Per AP, …" and "According to the agency, the minister said …"."""
    before = [word.text.lower() for word in line.words[max(0, naming.first - 3) : naming.first] if word.text != "the"]
    closed = naming.last < len(line.words) and line.words[naming.last].text in (",", ":")
    return closed and (before[-1:] != [] and (before[-1] in PREFIXES or before[-2:] == ["according", "to"]))


def said_on(scene: Scene, anchor: Anchor, contents: Sequence[Span]) -> date | None:
    """The single day that the cue's own clause gives ("said on Feb. 25", "On Monday the envoy said"), else None.

    A day of another clause or of the source's own phrase ("ahead of Friday's meeting") is not the day of the saying.
    """
    line = anchor.line
    days = [
        time.when.start
        for time in scene.page.times_in(line.sentence.span)
        if time.when is not None
        and time.when.start is not None
        and time.when.start == time.when.end
        and time.direction is not Direction.COMING
        and not any(span.start <= time.start < span.end for span in contents)
        and not any(n.kind is NamingKind.MEDIA and n.span.end == time.end for n in line.namings)
        and (
            _after_cue(anchor, time.start)
            or _opens_sentence(line, time.start)
            or _before_cue(anchor, time.start, time.end)
        )
    ]
    return days[0] if len(set(days)) == 1 else None


def _after_cue(anchor: Anchor, offset: int) -> bool:
    """True when nothing but prepositions, adverbs and a hearer stand between a cue and the word at `offset`."""
    line = anchor.line
    between = line.words[anchor.last : line.index_at(offset)]
    return offset >= line.words[anchor.first].start and len(between) <= NEAR and not _breaks(between)


def _before_cue(anchor: Anchor, start: int, end: int) -> bool:
    """True for a day right before its verb: "the ministry on Friday denied"."""
    line = anchor.line
    first, last = line.index_at(start), line.index_at(end)
    owned = first > 0 and line.words[first - 1].tag in ("DET", "ADJ") and line.words[first - 1].text.lower() != "last"
    plain = all(word.tag == "ADV" for word in line.words[last : anchor.first])
    return anchor.group is not None and last <= anchor.first and plain and not owned


def _opens_sentence(line: Line, offset: int) -> bool:
    """True when a time expression begins the sentence, an opening preposition or adverb aside."""
    return line.index_at(offset) <= 1


def _breaks(words: Sequence[Word]) -> bool:
    return any(word.tag in ("PUNCT", "VERB", "AUX", "SCONJ", "CCONJ") for word in words)
