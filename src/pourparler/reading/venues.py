"""Where and to whom something was said: press conferences, interviews, channels, places; reporters and outlets."""

from collections.abc import Iterator, Sequence

from pourparler.core.evidence import Span
from pourparler.reading.anchors import Anchor
from pourparler.reading.cue_search import chunk_starting
from pourparler.reading.cues import Takes
from pourparler.reading.namings import NamingKind
from pourparler.reading.roles import side_of
from pourparler.reading.scene import Line, Scene
from pourparler.text.chunks import NounChunk

FORUMS = frozenset(
    """conference briefing interview statement speech letter post tweet address ceremony hearing session call summit
    rally message comment remark communique communiqué declaration broadcast debate podcast programme program show
    video article column op-ed editorial lecture forum panel newsconference presser dispatch note email e-mail memo
    blog parliament congress appearance gathering event thread filing dinner
    sermon homily remarks release website podcast memoir essay testimony newsletter""".split()
)
"""Nouns for where and by what means something is said."""

CHANNELS = frozenset(
    """telegram twitter facebook x weibo instagram youtube tiktok whatsapp television tv radio air social
    truth mastodon bluesky linkedin""".split()
)
"""Words that begin the name of a channel after "on" or "via"."""

INTO = frozenset("at in on during via through over before".split())
GOING_ON = frozenset("in at with of on by to for after".split())
ADDRESSING = frozenset("speaking talking writing responding replying appearing".split())
TO_WHOM = frozenset("write speak say explain announce complain signal reply respond confirm comment suggest".split())
NO_HEARER = frozenset("reports report questions question allegations calls question remarks criticism what".split())


def venue(anchor: Anchor, contents: Sequence[Span]) -> Span | None:
    """The phrase that tells where it was said, without its preposition; None when the cue's clause tells none."""
    line = anchor.line
    for at in _prepositions(anchor, contents):
        chunk = chunk_starting(line, at + 1)
        if chunk is not None and _is_venue(line, at, chunk):
            return line.span(chunk.first, _further(line, chunk, contents))
    return None


def _prepositions(anchor: Anchor, contents: Sequence[Span]) -> Iterator[int]:
    """Prepositions of the cue's own clause: after the cue up to what was said, then before it in the same sentence."""
    line = anchor.line
    free = [not any(span.start <= word.start < span.end for span in contents) for word in line.words]
    after = anchor.last
    while after < len(line.words) and free[after] and line.words[after].text not in (";", ":"):
        if line.words[after].text.lower() in INTO:
            yield after
        after += 1
    opens = line.words[0].text.lower() if line.words else ""
    for at in range(anchor.first):
        inserted = at > 0 and line.words[at - 1].text == ","
        if free[at] and line.words[at].text.lower() in INTO and (at == 0 or inserted or opens in ADDRESSING):
            yield at


def _is_venue(line: Line, preposition: int, chunk: NounChunk) -> bool:
    """True for a forum, a channel, an outlet, or a place after "in" and "at"."""
    word, low = line.words[chunk.head], line.words[preposition].text.lower()
    if word.lemma.lower() in FORUMS:
        return True
    if low in ("on", "via", "through", "over") and {line.words[chunk.first].text.lower(), word.text.lower()} & CHANNELS:
        return True
    inside = [n for n in line.namings if chunk.first <= n.first and n.last <= chunk.last]
    if any(n.kind is NamingKind.MEDIA for n in inside):
        return low in ("on", "in", "via")
    places = (NamingKind.PLACE, NamingKind.CAPITAL, NamingKind.SEAT, NamingKind.STATE)
    return low in ("in", "at") and any(n.kind in places and n.last == chunk.last for n in inside)


def _further(line: Line, chunk: NounChunk, contents: Sequence[Span]) -> int:
    """Where a venue ends that goes on: "a news conference in Oslo", "an interview with the paper"."""
    last = chunk.last
    if line.words[chunk.head].lemma.lower() not in FORUMS:
        return last
    while last + 1 < len(line.words) and line.words[last].text.lower() in GOING_ON:
        further = chunk_starting(line, last + 1)
        timed = further is not None and _is_day(line, further)
        if further is None or timed or any(span.overlaps(line.span(last, further.last)) for span in contents):
            break
        last = further.last
    return last


def _is_day(line: Line, chunk: NounChunk) -> bool:
    """True for a day or month: "on Monday"."""
    low = line.words[chunk.head].text.lower()
    return low.endswith("day") or line.words[chunk.first].tag == "NUM" or low in ("night", "morning", "evening")


def hearer(scene: Scene, anchor: Anchor, contents: Sequence[Span]) -> str | None:
    """Whom it was told, in the report's words or the outlet's name: "told reporters", "wrote to the council"."""
    line = anchor.line
    if Takes.HEARER in anchor.takes:
        chunk = chunk_starting(line, anchor.last)
        return _heard(scene, line, chunk) if chunk is not None and not _held(line, chunk, contents) else None
    if anchor.lemma in TO_WHOM and anchor.last < len(line.words) and line.words[anchor.last].text.lower() == "to":
        chunk = chunk_starting(line, anchor.last + 1)
        if chunk is not None and not _held(line, chunk, contents) and _hears(line, chunk):
            return _heard(scene, line, chunk)
    for at in range(min(anchor.first, len(line.words) - 2)):
        low, to = line.words[at].text.lower(), line.words[at + 1].text.lower()
        if low in ADDRESSING and to in ("to", "with") and not line.quoted[at]:
            chunk = chunk_starting(line, at + 2)
            return _heard(scene, line, chunk) if chunk is not None and _hears(line, chunk) else None
    return None


def _held(line: Line, chunk: NounChunk, contents: Sequence[Span]) -> bool:
    """True for a phrase inside what was said."""
    return any(span.overlaps(line.span(chunk.first, chunk.last)) for span in contents)


def _hears(line: Line, chunk: NounChunk) -> bool:
    """False for what is no hearer: "responded to reports"."""
    return line.words[chunk.head].text.lower() not in NO_HEARER


def _heard(scene: Scene, line: Line, chunk: NounChunk) -> str:
    """A hearer as the report words it; an outlet by its name."""
    outlet = next((n for n in line.namings if chunk.first <= n.first and n.last <= chunk.last), None)
    if outlet is not None and outlet.kind is NamingKind.MEDIA:
        return side_of(outlet).institution or ""
    return line.span(chunk.first, chunk.last).of(scene.text)
