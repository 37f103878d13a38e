"""How much a glimpse has in common with a meeting: named points, and what keeps the two apart."""

from dataclasses import dataclass, fields

from pourparler.core.vocabulary import MeetingKind
from pourparler.record.merging.encounter import Encounter
from pourparler.record.merging.glimpse import MET, Glimpse, gap
from pourparler.record.merging.places import agree, clash
from pourparler.record.merging.timing import APART, NEAR, SAME_DAY, days_in_common
from pourparler.record.merging.wording import likeness

COPIED = 20.0
"""Points of the very same passage in a near copy: whatever else is read out of it, it tells of the same meeting."""

MANY = frozenset({MeetingKind.SUMMIT, MeetingKind.CONFERENCE})


@dataclass(frozen=True, slots=True)
class Points:
    """What speaks for (above nothing) and against a glimpse's being of a meeting, by what it is about."""

    parties: float = 0.0
    days: float = 0.0
    people: float = 0.0
    places: float = 0.0
    rounds: float = 0.0
    words: float = 0.0
    gathering: float = 0.0
    copied: float = 0.0
    apart: float = 0.0

    @property
    def total(self) -> float:
        """All points together."""
        found = self.parties + self.days + self.people + self.places + self.rounds + self.words
        return found + self.gathering + self.copied + self.apart

    @property
    def traits(self) -> tuple[str, ...]:
        """The points in words, those that count for something."""
        told = ((field.name, getattr(self, field.name)) for field in fields(self))
        return tuple(f"{name}: {value:+.2g}" for name, value in told if value)


ONE_SIDE = 0.5
"""Points of one side told alone, which may have met others; 1 where it did so on the very day of the meeting."""

_APART = Points(apart=APART)
_COPIED = Points(copied=COPIED)


def points(glimpse: Glimpse, met: Encounter) -> Points:
    """How much a glimpse has in common with a meeting; far below nothing where something keeps them apart.

    Who goes to a gathering of many also meets its host there alone: two points are taken from a summit and a meeting of
    two parties that are not the summit's.
    """
    if not glimpse.families & met.families or (glimpse.rounds and met.rounds and not glimpse.rounds & met.rounds):
        return _APART
    if glimpse.report not in met.reports and any((glimpse.text, words) in met.wordings for words in glimpse.wordings):
        return _COPIED
    if any(kept_apart(glimpse, other) for other in met.glimpses):
        return _APART
    parties = _parties(glimpse, met)
    if parties <= APART or _denied_about_something_else(glimpse, met):
        return _APART
    days, people = days_in_common(glimpse, met), _people(glimpse, met)
    if min(days, people) <= APART:
        return _APART
    if parties == ONE_SIDE and days == SAME_DAY and not _called_otherwise(glimpse, met):
        parties = 1.0
    return Points(
        parties=parties,
        days=days,
        people=people,
        places=_places(glimpse, met),
        rounds=3.0 if glimpse.rounds & met.rounds else 0.0,
        words=1.5 * likeness(glimpse.words, frozenset(met.words)) if glimpse.words and met.words else 0.0,
        gathering=-2.0 if parties < 2 and _gathering_and_meeting_of_two(glimpse, met) else 0.0,
    )


def _called_otherwise(glimpse: Glimpse, met: Encounter) -> bool:
    """True when both have a title that says what it is, and not the same."""
    return bool(glimpse.words and met.words) and not glimpse.words & met.words


def kept_apart(one: Glimpse, other: Glimpse) -> bool:
    """True for two that a report tells apart, in other words: both with their parties, or one held and one not.

    What was held, and is told once with fewer of the parties, may be one where no day parts it.
    """
    if one.report != other.report or not one.parties or not other.parties or one.wordings & other.wordings:
        return False
    if bool(one.statuses & MET) is not bool(other.statuses & MET):
        return True
    within = one.parties < other.parties or other.parties < one.parties
    told_twice = within and one.statuses & MET and (one.days == other.days or _is_fresh(one, other))
    return len(one.parties) > 1 < len(other.parties) and not told_twice


def _is_fresh(one: Glimpse, other: Glimpse) -> bool:
    """True where one of two has no day, and that of the other is news to their report."""
    days, published = one.days or other.days, one.published
    alone = not one.days or not other.days
    return alone and published is not None and all(gap((published, published), these) <= NEAR for these in days)


def _gathering_and_meeting_of_two(glimpse: Glimpse, met: Encounter) -> bool:
    """True when one is a gathering of many and the other a meeting of two parties."""
    many = bool(glimpse.kinds & MANY)
    if many is bool(met.kinds & MANY):
        return False
    others = met.parties if many else [glimpse.parties]
    return any(len(parties) == 2 for parties in others)


def _denied_about_something_else(glimpse: Glimpse, met: Encounter) -> bool:
    """True when the one is a contact denied on one topic, and nothing has the other on that topic."""
    if glimpse.limits and met.glimpses:
        return not glimpse.limits & (met.limits | met.words)
    return bool(met.limits) and not met.limits & (glimpse.limits | glimpse.words)


def _parties(glimpse: Glimpse, met: Encounter) -> float:
    """2 for the same parties, 1 for one alone (it meets many) and where the one set holds the other, 0 where one is
    not told, else apart."""
    mine = glimpse.parties
    known = [parties for parties in met.parties if parties]
    if not mine or not known:
        return 0.0
    best = APART
    if mine in known:
        return 2.0 if len(mine) > 1 else 1.0
    for theirs in known:
        shared = mine & theirs
        if len(theirs) == 1 and any(theirs < other for other in known):
            continue
        if shared in (mine, theirs):
            best = max(best, 1.0 if len(shared) > 1 else ONE_SIDE)
        elif len(shared) >= 3 and 2 * len(shared) >= min(len(mine), len(theirs)):
            best = max(best, 1.0)
    return best


def _people(glimpse: Glimpse, met: Encounter) -> float:
    """1.5 for people in common; where both tell who spoke for a party, other people mean another call."""
    if not glimpse.people or not met.people:
        return 0.0
    shared = glimpse.people & met.people
    others = [
        party for party, names in glimpse.people_of if met.people_of.get(party) and not names & met.people_of[party]
    ]
    if others and "call" in glimpse.families:
        return APART
    if shared:
        return 1.5 if not others else 0.5
    return -1.5 if others else 0.0


def _places(glimpse: Glimpse, met: Encounter) -> float:
    """1.5 for places that hold one another, -2 for places that do not; a call has no place."""
    if "call" in glimpse.families or not glimpse.places or not met.places:
        return 0.0
    if agree(glimpse.places, met.places):
        return 1.5
    return -2.0 if clash(glimpse.places, met.places) else 0.0
