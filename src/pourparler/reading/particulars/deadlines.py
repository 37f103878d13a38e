"""Deadlines: the time by which something is to come about, where the words say "by", "before" or "within"."""

from dataclasses import replace
from datetime import date

from pourparler.core.evidence import Span
from pourparler.core.moment import When
from pourparler.reading.meetings.ground import Dated
from pourparler.reading.particulars.passage import Grounds, Passage

OPENERS = frozenset("by before within than until till".split())
"""Words before a time that make it a limit; "than" of "no later than". "Until" limits only what is to run out."""

AFTER = 4
"""Words behind a passage within which its deadline may still stand."""


def deadline_of(grounds: Grounds, evidence: Span, runs: bool = False) -> When | None:
    """The deadline that the words of a passage give, or those right behind, open at its beginning; with `runs` also
    what something is to last until."""
    for passage in grounds.passages(evidence):
        for dated in passage.ground.times:
            if passage.first <= dated.first < passage.last + AFTER and _limits(passage, dated, runs):
                when = dated.time.when
                return replace(when, start=None) if when is not None else None
    return None


def since_of(grounds: Grounds, evidence: Span) -> date | None:
    """The day from which something is so, where the words of a passage, or those right behind, say "since"."""
    for passage in grounds.passages(evidence):
        for dated in passage.ground.times:
            near = passage.first <= dated.first < passage.last + AFTER
            words = passage.lows[max(0, dated.first - 1) : dated.first + 1]
            if near and "since" in words and dated.time.when is not None:
                return dated.time.when.start
    return None


def _limits(passage: Passage, dated: Dated, runs: bool) -> bool:
    """True for a time with an end that an opener makes a limit."""
    when = dated.time.when
    if when is None or when.end is None:
        return False
    lows = passage.lows
    words = (*lows[max(0, dated.first - 2) : dated.first], *lows[dated.first : dated.first + 1])
    openers = OPENERS if runs else OPENERS - {"until", "till"}
    return bool(openers & set(words))
