"""By what way a meeting is held, and at which level, as its sentence says."""

import csv
import re
from functools import cache
from importlib.resources import files

from pourparler.core.reading import MeetingFrame
from pourparler.core.vocabulary import Channel, MeetingKind, MeetingStatus
from pourparler.reading.meetings.details import level_of as told_level
from pourparler.reading.particulars.passage import Grounds, Passage

LEVEL = re.compile(r"\bhigh-level\b|\bat (?:the )?highest level\b|\bhigh-ranking\b")
RANKS = re.compile(
    r"\b(?:(?:foreign|finance|defen[cs]e|trade|energy|interior|prime|economy|fisheries|deputy|health|transport) )?"
    r"(?:ministers|presidents|heads of state(?: and government)?|heads of government|chief negotiators|ambassadors|"
    r"leaders|experts|scientists|finance heads|heads of delegation|working groups?|defen[cs]e chiefs|army chiefs)\b"
)
"""Those who meet, in the plural: the level of a meeting that is called by no other."""


@cache
def _table() -> tuple[tuple[Channel, re.Pattern[str]], ...]:
    text = files("pourparler.data").joinpath("reporting", "meeting_channels.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple((Channel(row["channel"]), _pattern(row["words"])) for row in rows)


def _pattern(words: str) -> re.Pattern[str]:
    parts = (re.escape(word.removesuffix(".")) + (r"\b" if word.endswith(".") else "") for word in words.split(";"))
    return re.compile(r"\b(?:" + "|".join(parts) + ")")


def channel_of(grounds: Grounds, frame: MeetingFrame) -> Channel | None:
    """The channel that words of the passage tell, else those right behind it, else the kind of contact."""
    passage = grounds.passage(frame.evidence)
    if passage is None:
        return None
    stretch = " ".join(passage.lows[passage.first : min(len(passage.lows), passage.last + 8)])
    for text in (passage.text, stretch):
        for channel, pattern in _table():
            if pattern.search(text) and not (channel is Channel.IN_PERSON and frame.kind is MeetingKind.CALL):
                return channel
    if frame.kind is MeetingKind.CALL:
        return Channel.PHONE
    took_place = frame.status in (MeetingStatus.HELD, MeetingStatus.UNDER_WAY)
    return Channel.IN_PERSON if took_place and (frame.place or frame.kind is MeetingKind.VISIT) else None


def level_of(grounds: Grounds, frame: MeetingFrame) -> str | None:
    """The level that the sentence names, else those who meet, in the report's words."""
    passage = grounds.passage(frame.evidence)
    if passage is None:
        return None
    named = told_level(passage.ground)
    if named is not None:
        return named
    found = LEVEL.search(passage.text) or (RANKS.search(_who(passage)) if _is_plain(passage) else None)
    return found.group(0) if found else None


def _who(passage: Passage) -> str:
    """The words that name those who meet: up to the first finite verb, and right behind "of" and "between"."""
    lows = passage.lows
    verb = next((g.first for g in passage.line.verbs if g.finite and g.first > passage.first), passage.last)
    after = [at for at in range(verb, passage.last - 1) if lows[at] in ("of", "between")]
    return " ".join(lows[passage.first : verb]) + " | " + " | ".join(" ".join(lows[at + 1 : at + 4]) for at in after)


def _is_plain(passage: Passage) -> bool:
    """True for a passage without quotation marks, whose nouns are those of one telling."""
    return not any(mark in passage.lows[passage.first : passage.last] for mark in ("“", "”", '"'))
