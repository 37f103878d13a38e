"""How something was said, from the three spans of an attribution: source, cue and content, whoever found them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution
from pourparler.core.vocabulary import Act, Mode
from pourparler.reading.acts import act_of
from pourparler.reading.anchors import Anchor, anchor_at, is_supposed
from pourparler.reading.borders import as_content, is_sentence, quotation_at
from pourparler.reading.chains import said_on
from pourparler.reading.cue_search import SEEMING
from pourparler.reading.scene import Scene
from pourparler.reading.speakers import NOBODY, Speaker
from pourparler.reading.venues import hearer, venue
from pourparler.text.quotes import Quotation

NOT_SAID = frozenset("will shall would could might may should must".split())
"""Modals of what has not been said yet, or only might be."""

WH = frozenset("how why whether what when where which who if".split())
COMMENTING = frozenset("comment respond elaborate reply answer speak be discuss".split())
DOUBTING = frozenset("doubt dispute deny refute dismiss question rebut".split())
HEDGES = frozenset(
    "reportedly apparently allegedly seemingly purportedly supposedly presumably possibly perhaps maybe".split()
)
HEARSAY = frozenset("say report believe think understand rumour rumor know allege".split())
MARKS = "\"“”„«»‘’'`"


class Polarity(StrEnum):
    """Whether the source stands for the content."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    """it denies, doubts, rejects or declines to tell the content."""
    UNSAID = "unsaid"
    """nothing was said: "did not say that", "will announce", "declined to comment"; no statement."""


@dataclass(frozen=True, slots=True)
class Triple:
    """An attribution as somebody found it; quotation marks and a leading "that" may belong to the content or not."""

    content: tuple[Span, ...]
    source: Span | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """What follows from the spans of an attribution; `content` runs as the contract wants it."""

    content: tuple[Span, ...]
    mode: Mode
    act: Act
    polarity: Polarity = Polarity.AFFIRMED
    hedge: Span | None = None
    to: str | None = None
    venue: Span | None = None
    said_on: date | None = None


def tell(scene: Scene, triple: Triple, speaker: Speaker = NOBODY) -> Telling:
    """How the words of a triple were said; `speaker` helps to tell whose deeds they speak of."""
    contents, mode = delimit(scene, triple.content)
    return telling(scene, anchor_at(scene, triple.cue, triple.source), contents, mode, speaker)


def telling(scene: Scene, anchor: Anchor | None, contents: Sequence[Span], mode: Mode, speaker: Speaker) -> Telling:
    """How words with known borders and mode were said, beside a cue or (None) without one."""
    contents = tuple(contents)
    if anchor is None:
        return Telling(contents, mode, act_of(scene, None, contents, mode, speaker))
    act = act_of(scene, anchor, contents, mode, speaker)
    if anchor.group is not None and anchor.group.negated and _opening(scene, contents) in WH:
        act = Act.DECLINE
    return Telling(
        contents,
        mode,
        act,
        _polarity(scene, anchor, contents, mode, act),
        _hedge(anchor),
        hearer(scene, anchor, contents),
        venue(anchor, contents),
        said_on(scene, anchor, contents),
    )


def attribution(told: Telling, triple: Triple, speaker: Speaker, via: tuple[str, ...] = ()) -> Attribution:
    """The attribution that a telling, its spans and its speaker make."""
    return Attribution(
        content=told.content,
        mode=told.mode,
        act=told.act,
        source=triple.source,
        cue=triple.cue,
        speaker=speaker.name,
        party=speaker.party,
        anonymous=speaker.anonymous,
        via=via,
        to=told.to,
        said_on=told.said_on,
        office=speaker.office if speaker.name is None and not speaker.anonymous else None,
        hedge=told.hedge,
        negative=told.polarity is Polarity.DENIED and told.act not in (Act.DENY, Act.REJECT, Act.DECLINE),
        venue=told.venue,
    )


def delimit(scene: Scene, contents: Sequence[Span]) -> tuple[tuple[Span, ...], Mode]:
    """Contents and their mode as the contract wants them: inside the marks when direct, without "that" before."""
    found = [_delimited(scene, span) for span in contents]
    modes = {mode for _, mode in found}
    mode = Mode.DIRECT if modes == {Mode.DIRECT} else Mode.INDIRECT if modes == {Mode.INDIRECT} else Mode.MIXED
    return tuple(span for span, _ in found), mode


def _delimited(scene: Scene, span: Span) -> tuple[Span, Mode]:
    """One stretch of content with its mode."""
    text = scene.text
    start, end = span.start, span.end
    if text[start : start + 5].lower() == "that " and start + 5 < end:
        start += 5
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    quotation = _filling(scene, start, end)
    if quotation is not None:
        if _is_direct(scene, quotation):
            return Span(max(start, quotation.inner.start), min(end, quotation.inner.end)), Mode.DIRECT
        return quotation.outer, Mode.MIXED
    if end > start + 1 and text[end - 1] in ",;.:" and text[end - 2] not in MARKS:
        end -= 1
    return Span(start, end), as_content(scene.page, Span(start, end)).mode


def _filling(scene: Scene, start: int, end: int) -> Quotation | None:
    """The quotation that some characters lie in, marks and stops at their end aside."""
    while end > start and scene.text[end - 1] in ",;.:":
        end -= 1
    quotation = quotation_at(scene.page, start)
    return quotation if quotation is not None and end <= quotation.outer.end else None


def _is_direct(scene: Scene, quotation: Quotation) -> bool:
    """True for a quotation that is an utterance rather than a term: a sentence, or set off by a comma or colon."""
    before = scene.text[: quotation.outer.start].rstrip()[-1:]
    inner = quotation.inner.of(scene.text).rstrip()
    return is_sentence(scene.page, quotation) or before in (",", ":") or inner[-1:] in (",", "?", "!", ".")


def _opening(scene: Scene, contents: Sequence[Span]) -> str:
    words = contents[0].of(scene.text).split() if contents else []
    return words[0].lower() if words else ""


def _polarity(scene: Scene, anchor: Anchor, contents: Sequence[Span], mode: Mode, act: Act) -> Polarity:
    """Whether the source stands for the content, from the cue's negation and modal, and its act."""
    group = anchor.group
    if group is not None and group.negated and act is not Act.DECLINE:
        return Polarity.UNSAID
    if group is not None and group.modal in NOT_SAID and mode is not Mode.DIRECT and not group.negated:
        return Polarity.UNSAID
    place = anchor.source
    where = (anchor.line.index_at(place.start), anchor.first) if place is not None else None
    if is_supposed(anchor.line, where) and mode is not Mode.DIRECT:
        return Polarity.UNSAID
    if anchor.act in (Act.DECLINE, Act.REJECT) and set(_opening_words(scene, contents)) & COMMENTING:
        return Polarity.UNSAID
    against = anchor.act in (Act.DENY, Act.REJECT) or act is Act.DECLINE or anchor.lemma in DOUBTING
    return Polarity.DENIED if against else Polarity.AFFIRMED


def _opening_words(scene: Scene, contents: Sequence[Span]) -> list[str]:
    """The second word of "to comment …", where an infinitive opens the content."""
    words = contents[0].of(scene.text).lower().split()[:2] if contents else []
    return words[1:] if words[:1] == ["to"] else []


def _hedge(anchor: Anchor) -> Span | None:
    """The word that leaves open whether it was said so: "reportedly", "appeared to", "is said to have"."""
    line, group = anchor.line, anchor.group
    first = group.first if group is not None else anchor.first
    last = group.last if group is not None else anchor.last
    for at in range(max(0, first - 1), min(len(line.words), last + 1)):
        if line.words[at].text.lower() in HEDGES:
            return line.span(at, at + 1)
    if group is not None:
        before = next((g for g in line.verbs if g.last == group.first), None)
        to = line.words[group.first].text.lower() == "to"
        hearsay = before is not None and before.passive and line.words[before.head].lemma in HEARSAY
        if before is not None and to and (line.words[before.head].lemma in SEEMING or hearsay):
            return line.span(before.first, group.first + 1)
        if group.modal in ("could", "might", "may"):
            return line.span(group.first, group.first + 1)
    return None
