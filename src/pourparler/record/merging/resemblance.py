"""How much a glimpse has in common with a meeting: named points, and what keeps the two apart."""

from collections.abc import Collection
from dataclasses import astuple, dataclass, fields

from pourparler.core.vocabulary import MeetingKind, MeetingStatus
from pourparler.record.merging.encounter import Encounter
from pourparler.record.merging.glimpse import AHEAD, MET, Days, Glimpse, gap
from pourparler.record.merging.places import agree, clash
from pourparler.record.merging.wording import likeness

APART = -100.0
"""Points of what keeps two apart whatever else they share."""

NEAR = 10
"""Days from publication within which a meeting told without its day is taken for the one known between the same
parties: news tells without a day only of what is fresh."""

REMEMBERED = 30
"""The same where both name somebody who took part, or where it is the only one it can be."""

AT_MOST_MOVED = 7
"""Days between which a meeting moves where one passage tells of both."""

COPIED = 20.0
"""Points of the very same passage in a near copy: whatever else is read out of it, it tells of the same meeting."""

HOPED_FOR = 45
"""Days between reports within which two undated meetings of the same parties are one proposal."""

REPEATED = 3
"""The same for exchanges."""

COARSE = 4
"""Days of an interval from which on it is the wording of a week or a month."""

PUT_OFF = 60
"""Days by which a meeting that was put off may move and still be that meeting."""

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
        return float(sum(astuple(self)))

    @property
    def traits(self) -> tuple[str, ...]:
        """The points in words, those that count for something."""
        told = ((field.name, getattr(self, field.name)) for field in fields(self))
        return tuple(f"{name}: {value:+.2g}" for name, value in told if value)


ONE_SIDE = 0.5
"""Points of one side told alone, which may have met others; 1 where it did so on the very day of the meeting."""

SAME_DAY = 3.0
"""Points of days that are the same."""

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
    days, people = _days(glimpse, met), _people(glimpse, met)
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
    """True for two that a report tells apart, in other words: both with their parties, or one held and one not."""
    if one.report != other.report or not one.parties or not other.parties or one.wordings & other.wordings:
        return False
    return len(one.parties) > 1 < len(other.parties) or bool(one.statuses & MET) is not bool(other.statuses & MET)


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


def _days(glimpse: Glimpse, met: Encounter) -> float:
    """3 for the same days, 2 where they overlap or were moved, 1 for the next day, apart where they differ."""
    if glimpse.days and met.days:
        known = _finest(met.days)
        if any(days in known for days in glimpse.days):
            return SAME_DAY
        least = min(gap(mine, theirs) for mine in glimpse.days for theirs in known)
        return 2.0 if least == 0 else _moved(glimpse, met, least)
    if MeetingStatus.DENIED in glimpse.statuses | met.statuses and glimpse.report not in met.reports:
        return _denied(glimpse, met)
    if glimpse.days or met.days:
        return _undated(glimpse, met)
    return _both_undated(glimpse, met)


def _finest(days: Collection[Days]) -> list[Days]:
    """Days without the weeks and months in which others of them lie: these say no more once the day is known."""
    fine = [each for each in days if (each[1] - each[0]).days < COARSE]
    coarse = [each for each in days if (each[1] - each[0]).days >= COARSE]
    return [*fine, *(each for each in coarse if not any(each[0] <= day[0] and day[1] <= each[1] for day in fine))]


def _denied(glimpse: Glimpse, met: Encounter) -> float:
    """2 where one report denies what another tells of the same parties, in days that are not far apart; else 0."""
    if not glimpse.parties or glimpse.parties not in met.parties or len(glimpse.parties) < 2:
        return 0.0
    days = glimpse.days or tuple(met.days)
    published = [glimpse.published] if not glimpse.days else [other.published for other in met.glimpses]
    known = [day for day in published if day is not None]
    if days:
        return 2.0 if any(gap((day, day), these) <= NEAR for day in known for these in days) else 0.0
    last = met.last_published
    near = glimpse.published is not None and last is not None and abs((glimpse.published - last).days) <= NEAR
    return 2.0 if near else 0.0


def _moved(glimpse: Glimpse, met: Encounter, days: int) -> float:
    """A meeting put off, planned for another day than it was held on, or told with the wrong day by somebody."""
    same = any(glimpse.parties == parties for parties in met.parties) and bool(glimpse.parties)
    if same and days <= AT_MOST_MOVED and _told_in_one_breath(glimpse, met):
        return 2.0
    round_told = bool(glimpse.rounds & met.rounds)
    if not (same or round_told) or (glimpse.report in met.reports and not round_told):
        return APART
    if _still_to_come(glimpse, met):
        return APART
    both_held = bool(glimpse.statuses & MET) and bool(met.held)
    if both_held:
        return 1.0 if days <= 1 and (round_told or agree(glimpse.places, met.places)) else APART
    put_off = MeetingStatus.POSTPONED in glimpse.statuses | met.statuses and not _new_day_known(glimpse, met)
    if (put_off or round_told) and days <= PUT_OFF:
        return 2.0
    return 1.0 if days <= 1 and agree(glimpse.places, met.places) else APART


def _new_day_known(glimpse: Glimpse, met: Encounter) -> bool:
    """True when a meeting was put off to a day that is told, so that another day is not that of the same meeting."""
    if MeetingStatus.POSTPONED in glimpse.statuses:
        return False
    first = min(start for start, _ in met.days)
    put_off = (other for other in met.glimpses if MeetingStatus.POSTPONED in other.statuses)
    return any(start > first for other in put_off for start, _ in other.days)


def _told_in_one_breath(glimpse: Glimpse, met: Encounter) -> bool:
    """True when one passage tells of a meeting due on a day that has gone by, and of a later one: it was moved."""
    return any(
        other.report == glimpse.report
        and bool(other.wordings & glimpse.wordings)
        and _went_by(other) is not _went_by(glimpse)
        for other in met.glimpses
    )


def _went_by(glimpse: Glimpse) -> bool:
    """True when a meeting was not held on its days, and these are over."""
    over = glimpse.published is not None and all(end < glimpse.published for _, end in glimpse.days)
    return over and not glimpse.statuses & MET


def _still_to_come(glimpse: Glimpse, met: Encounter) -> bool:
    """True when one was already held when the report told of the other as something to come."""
    ahead = [(glimpse, met.held)] if not glimpse.statuses & MET else []
    if glimpse.statuses & MET:
        ahead += [(other, set(glimpse.days)) for other in met.glimpses if not other.statuses & MET]
    return any(
        coming.published is not None
        and held
        and max(end for _, end in held) <= coming.published
        and any(start > max(end for _, end in held) for start, _ in coming.days)
        for coming, held in ahead
    )


def _undated(glimpse: Glimpse, met: Encounter) -> float:
    """Days where only one of the two is told with days: by the report itself, or by the day of the report."""
    days = glimpse.days or tuple(met.days)
    published = glimpse.published if met.days else met.last_published
    undated = glimpse.statuses if met.days else met.statuses
    if published is not None:
        past = any(start <= published for start, _ in days)
        coming = any(end >= published for _, end in days)
        if (undated <= MET and not past) or (undated <= AHEAD and not coming):
            return APART
    if undated <= {MeetingStatus.PROPOSED} and not _tell_which(glimpse, met):
        return APART
    near = min(gap((published, published), these) for these in days) if published else NEAR
    if undated <= {MeetingStatus.UNDER_WAY} and published and near > 1:
        return APART
    if glimpse.report in met.reports:
        return 2.0 + max(0, NEAR - near) / NEAR / 2
    if glimpse.rounds & met.rounds:
        return 1.0
    if published is None:
        return 0.0
    if not any(glimpse.parties == parties for parties in met.parties):
        known = agree(glimpse.places, met.places) or bool(glimpse.people & met.people)
        return 2.0 if known and near <= NEAR and glimpse.parties else 0.0
    if near <= NEAR:
        return 2.0 + (NEAR - near) / NEAR / 2
    return 1.0 if near <= REMEMBERED else 0.0


def _tell_which(glimpse: Glimpse, met: Encounter) -> bool:
    """True when a word of the title, the round or the place of a proposal is that of a meeting."""
    return bool(glimpse.words & met.words or glimpse.rounds & met.rounds) or agree(glimpse.places, met.places)


def _both_undated(glimpse: Glimpse, met: Encounter) -> float:
    """2 for one proposal in reports that are not far apart, when parties and people are the same.

    Exchanges come again and again between the same two, so only fresh news is of one.
    """
    last = met.last_published
    if glimpse.report in met.reports:
        return 1.0
    if glimpse.published is None or last is None or abs((glimpse.published - last).days) > HOPED_FOR:
        return 0.0
    if not any(glimpse.parties == parties for parties in met.parties) or not glimpse.parties:
        return 0.0
    if "exchange" in glimpse.families and abs((glimpse.published - last).days) > REPEATED:
        return 0.0
    return 2.0 if glimpse.people == met.people or not (glimpse.people and met.people) else 1.0


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
