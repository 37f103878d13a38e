"""What a meeting is about and what came of it, as phrases of its sentence."""

import re

from pourparler.core.evidence import Span
from pourparler.core.reading import MeetingFrame
from pourparler.core.vocabulary import MeetingKind, MeetingStatus
from pourparler.reading.meetings.details import AGENDA_VERBS
from pourparler.reading.meetings.ground import MARKS, Ground
from pourparler.reading.meetings.words import meeting_nouns
from pourparler.reading.particulars.passage import Grounds, Passage
from pourparler.reading.scene import is_place

ABOUT = frozenset("on about over regarding concerning".split())
NO_RESULT = re.compile(
    r"\b(?:without (?:(?:a|an|any|reaching) )*|no |not? (?:a |an )?)(?:\w+ ){0,2}?"
    r"(?:deal|agreement|accord|breakthrough|result|results|progress|outcome|conclusion|decision|date)\b"
)
"""What did not come of a meeting."""

PURPOSES = AGENDA_VERBS | frozenset("haggle seal close clear bridge revive restart salvage debate discuss".split())
"""Verbs of purposes that are an agenda, beside those that the rules for meetings know."""

DEBATING = frozenset("discuss debate negotiate consider examine review".split())
"""Verbs of talking whose object is the agenda."""

BEHIND = 8
"""Words behind a passage within which a second verb still tells its agenda."""

ASKING = (("how",), ("whether",), ("who",), ("what",), ("over",), ("about",), ("on",))
NO_MATTER = frozenset(
    "soil level side sides sidelines margins ground phone telephone line screen way eve board".split()
)
"""Nouns that "on" puts a meeting to without being what it is about."""

REACHING = frozenset("agree reach sign adopt produce initial yield settle approve".split())
"""Verbs whose object or clause is what came of a meeting."""

LONGEST = 18
"""Words of the longest agenda or outcome."""


def agenda_of(grounds: Grounds, frame: MeetingFrame) -> tuple[Span, ...]:
    """What the noun of contact is "on" or "about", else the purpose right behind the passage."""
    passage = grounds.passage(frame.evidence)
    if passage is None:
        return ()
    ground = passage.ground
    nouns = [at for at in range(passage.first, passage.last) if ground.lemmas[at] in meeting_nouns()]
    for noun in nouns:
        for at in range(noun + 1, min(noun + 5, len(ground.lows) - 1)):
            if ground.lows[at] in ABOUT and _is_matter(ground, at):
                return (ground.span(at + 1, _phrase_end(ground, at + 1)),)
    for at in range(passage.first + 1, min(passage.last + 3, len(ground.lows) - 1)):
        purpose = ground.lows[at] == "to" and ground.lemmas[at + 1] in PURPOSES
        aimed = _has_object(ground, at + 2) or ground.lows[at + 2 : at + 3] in ASKING
        if purpose and aimed and not any(group.first <= at < group.head - 1 for group in ground.line.verbs):
            return (ground.span(at, _phrase_end(ground, at + 2)),)
    return _debated(passage)


def _debated(passage: Passage) -> tuple[Span, ...]:
    """The object of a verb of talking in the passage or right behind it: "will discuss the rules"."""
    ground = passage.ground
    for group in ground.line.verbs:
        near = passage.first <= group.head < min(passage.last + BEHIND, len(ground.lows))
        if near and not group.passive and ground.lemmas[group.head] in DEBATING and _has_object(ground, group.last):
            return (ground.span(group.last, _phrase_end(ground, group.last)),)
    return ()


def _has_object(ground: Ground, at: int) -> bool:
    return at < len(ground.lows) and ground.time_at(at) is None and any(c.first == at for c in ground.line.chunks)


def _is_matter(ground: Ground, at: int) -> bool:
    """True when a noun phrase that is no time stands right behind the preposition at `at`, no particle of a verb."""
    chunk = next((chunk for chunk in ground.line.chunks if at < chunk.first <= at + 2), None)
    particle = any(group.last == at for group in ground.line.verbs) or ground.lows[at + 1] in ("till", "until")
    named = at > 1 and ground.line.words[at - 1].text[:1].isupper()
    if chunk is None or particle or named or ground.time_at(at + 1) is not None:
        return False
    return ground.lows[chunk.head] not in NO_MATTER


def _phrase_end(ground: Ground, at: int) -> int:
    """Where a phrase ends that goes on at word `at`: at a mark, a time, a place, or the next finite verb."""
    end = min(len(ground.lows), at + LONGEST)
    verbs = [group.first for group in ground.line.verbs if group.finite and group.first > at]
    for index in range(at, end):
        stop = ground.lows[index] in MARKS or ground.lows[index] in (",", ".", "that", "which", "after", "before")
        timed = ground.time_at(index) is not None and index > at
        placed = ground.lows[index] in ("in", "at") and any(
            naming.first == index + 1 and is_place(ground.line, naming) for naming in ground.line.namings
        )
        if stop or timed or placed or index in verbs:
            end = index
            break
    while end > at + 1 and (ground.line.words[end - 1].tag in ("ADP", "PUNCT", "CCONJ", "DET", "SCONJ")):
        end -= 1
    return end


def outcome_of(grounds: Grounds, frame: MeetingFrame) -> tuple[Span, ...]:
    """What came of a meeting that was held: "without a deal", "agreed on a date", in its own sentence."""
    passage = grounds.passage(frame.evidence)
    if passage is None or frame.status is not MeetingStatus.HELD:
        return ()
    return _lacking(passage) or _reached(passage, frame.kind is MeetingKind.SIGNING)


def _lacking(passage: Passage) -> tuple[Span, ...]:
    start = passage.line.words[passage.first].start
    text = passage.ground.scene.text[start : passage.line.words[-1].end]
    found = NO_RESULT.search(text)
    return (Span(start + found.start(), start + found.end()),) if found else ()


def _reached(passage: Passage, signing: bool) -> tuple[Span, ...]:
    """A verb of reaching in the passage, or after it with the subject of the telling: "met and agreed on …"."""
    ground = passage.ground
    for group in ground.line.verbs:
        joined = group.first >= passage.last - 1 and ground.lows[group.first - 1] in ("and", ",", "but")
        inside = passage.first < group.first < passage.last
        past = group.tense == "past" and group.modal is None and not group.negated and not group.passive
        lemma = ground.lemmas[group.head]
        if (joined or inside) and past and lemma in REACHING and not (lemma == "sign" and signing):
            end = _phrase_end(ground, group.last)
            if end > group.last and ground.line.words[end - 1].tag not in ("PRON", "DET", "ADP"):
                return (ground.span(group.first, end),)
    return ()
