"""What a telling tells of a meeting besides who, when, where and whether: its round, level and agenda."""

import re

from pourparler.core.evidence import Span
from pourparler.reading.meetings.ground import Ground
from pourparler.reading.meetings.tellings import Telling
from pourparler.reading.meetings.words import ORDINALS

LEVELS = re.compile(
    r"\b(expert|technical|working|ministerial|ambassadorial|ministers?|leaders?|presidential|foreign minister|senior|"
    r"foreign ministers|deputy minister|heads? of state)(?:['’]s?)?[ -]level\b"
    r"|\bat (?:the )?level of (?:the )?([\w ]+?)(?=[,.;”\"]|$)",
    re.IGNORECASE,
)
"""Levels at which a meeting is held."""

AGENDA_VERBS = frozenset(
    """discuss address sign hear negotiate resolve settle agree decide look finalise finalize talk end explore hammer
    iron review consider prepare work advance seek find set offer examine assess tackle""".split()
)
"""Verbs of purposes that are an agenda: "to discuss …"."""


def round_of(telling: Telling) -> int | None:
    """The number of the round: "a second round", "round four", "the fifth session"."""
    ground = telling.ground
    for at in range(telling.first, telling.last):
        if ground.lemmas[at] not in ("round", "session"):
            continue
        if (
            ground.lows[at + 1 : at + 2]
            and ground.lows[at + 1] in ORDINALS
            and ground.lows[at + 1] not in ("first", "second")
        ):
            return ORDINALS[ground.lows[at + 1]]
        if ground.lows[at + 1 : at + 2] and ground.lows[at + 1].isdigit() and len(ground.lows[at + 1]) < 3:
            return int(ground.lows[at + 1])
        for low in ground.lows[max(0, at - 3) : at]:
            if low in ORDINALS and low not in (
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "initial",
            ):
                return ORDINALS[low]
    return None


def level_of(ground: Ground) -> str | None:
    """The level at which a meeting is held, where its sentence says it: expert, ministerial, foreign ministers."""
    match = LEVELS.search(ground.line.sentence.span.of(ground.scene.text))
    if match is None:
        return None
    return (match.group(1) or match.group(2)).lower()


def agenda_of(telling: Telling) -> tuple[Span, ...]:
    """What a meeting is for: "to discuss the reopening of embassies", "aimed at …", "focused on …"."""
    ground, lows = telling.ground, telling.ground.lows
    for at in range(telling.trigger + 1, min(len(lows), telling.last + 12)):
        if (
            lows[at] == "to"
            and ground.lemmas[at + 1 : at + 2]
            and ground.lemmas[at + 1] in AGENDA_VERBS
            and at >= telling.trigger + 1
        ):
            if any(g.first == at and not g.infinitive for g in ground.line.verbs) or any(
                g.finite and telling.last <= g.first < at for g in ground.whole.groups
            ):
                continue
            if any(g.first < at < g.last for g in ground.line.verbs):
                continue
            return (ground.span(at, purpose_end(ground, at + 2)),)
        if lows[at] in ("aimed", "focused", "centred", "centered") and lows[at + 1 : at + 2] in (("at",), ("on",)):
            first = at + 3 if lows[at + 2 : at + 3] == ("“",) else at + 2
            if first < len(lows):
                return (ground.span(first, purpose_end(ground, first + 1)),)
    return ()


def purpose_end(ground: Ground, at: int) -> int:
    """Where a purpose that goes on at word `at` ends: full stop, closing quotation mark, or comma before "X said"."""
    lows = ground.lows
    last = len(lows)
    for index in range(at, len(lows)):
        if (
            lows[index] in ("”", '"', ";", "–", "—")
            or lows[index : index + 2] == (",", "without")
            or (lows[index] == "," and _new_clause(ground, index))
        ):
            last = index
            break
    while last > at and lows[last - 1] in (".", ",", "!", "?", "”", '"'):
        last -= 1
    return max(at, last)


def _new_clause(ground: Ground, comma: int) -> bool:
    """True when a clause with a finite verb of its own begins right after a comma."""
    return any(
        c.verb is not None
        and c.verb.finite
        and comma < c.first <= comma + 2
        and c.kind in ("main", "that", "if", "adverbial", "relative")
        for c in ground.clauses
    )
