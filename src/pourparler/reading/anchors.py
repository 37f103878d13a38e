"""Anchors: where a cue stands in its line, and which verb, noun or adjective of saying it is."""

from dataclasses import dataclass

from pourparler.core.evidence import Span
from pourparler.core.vocabulary import Act
from pourparler.reading.claims import CLAIMS, MINDED
from pourparler.reading.cue_search import Cue, look_up, plainly
from pourparler.reading.cues import Takes
from pourparler.reading.scene import Line, Scene
from pourparler.text.verbs import VerbGroup


@dataclass(frozen=True, slots=True)
class Anchor:
    """A cue in its line: words `[first, last)`, its lemma and own act, its verb group (None for "according to").

    `last` stands after the source where that follows the cue ("said the minister").
    """

    line: Line
    first: int
    last: int
    lemma: str | None = None
    act: Act = Act.SAY
    group: VerbGroup | None = None
    takes: frozenset[Takes] = frozenset()
    source: Span | None = None


def anchor_of(line: Line, cue: Cue) -> Anchor:
    """The anchor of a cue that the rules found."""
    last = max(cue.last, cue.source[1]) if cue.inverted and cue.source else cue.last
    source = line.span(*cue.source) if cue.source else None
    return Anchor(line, cue.first, last, cue.verb.lemma, cue.verb.act, cue.group, cue.verb.takes, source)


def anchor_at(scene: Scene, cue: Span | None, source: Span | None = None) -> Anchor | None:
    """The anchor of a cue, or else of a source, that somebody else found; None without either."""
    place = cue or source
    if place is None:
        return None
    line = scene.lines[scene.page.sentence_at(place.start)]
    first, last = line.index_at(place.start), index_before(line, place.end)
    if cue is None or first >= last:
        return Anchor(line, first, max(first, last), source=source)
    behind = first
    if source is not None and source.start >= cue.end and source.end <= line.sentence.span.end:
        between = line.index_at(source.start)
        behind = index_before(line, source.end) if between <= last + 1 else first
    last_word = max(last, behind)
    for group in (plainly(line, told) for told in line.verbs):
        if group.first < last and first < group.last and (found := look_up(line, group)) is not None:
            verb = found[0]
            return Anchor(line, min(first, group.first), last_word, verb.lemma, verb.act, group, verb.takes, source)
    for word in line.words[first:last]:
        low = word.lemma.lower()
        if low in CLAIMS or low in MINDED:
            return Anchor(line, first, last_word, low, CLAIMS.get(low) or MINDED[low], source=source)
    return Anchor(line, first, last_word, source=source)


def index_before(line: Line, offset: int) -> int:
    """The index after the last word that starts before `offset`."""
    return next((i for i in range(len(line.words), 0, -1) if line.words[i - 1].start < offset), 0)


def is_supposed(line: Line, source: tuple[int, int] | None) -> bool:
    """True when a saying is only supposed: "if the union wants to …"."""
    before = source[0] - 1 if source is not None else -1
    return before >= 0 and line.words[before].text.lower() in ("if", "unless", "should")
