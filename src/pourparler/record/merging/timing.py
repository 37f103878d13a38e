"""What the days of a glimpse say for or against its being of a meeting: told, coarse, untold, moved, put off."""

from collections.abc import Collection

from pourparler.core.vocabulary import MeetingStatus
from pourparler.record.merging.encounter import Encounter
from pourparler.record.merging.glimpse import AHEAD, MET, Days, Glimpse, gap
from pourparler.record.merging.places import agree

APART = -100.0
"""Points of what keeps two apart whatever else they share."""

NEAR = 10
"""Days from publication within which a meeting told without its day is taken for the one known between the same
parties: news tells without a day only of what is fresh."""

REMEMBERED = 30
"""The same where both name somebody who took part, or where it is the only one it can be."""

AT_MOST_MOVED = 7
"""Days between which a meeting moves where one passage tells of both."""

HOPED_FOR = 45
"""Days between reports within which two undated meetings of the same parties are one proposal."""

REPEATED = 3
"""The same for exchanges."""

COARSE = 4
"""Days of an interval from which on it is the wording of a week or a month."""

PUT_OFF = 60
"""Days by which a meeting that was put off may move and still be that meeting."""

SAME_DAY = 3.0
"""Points of days that are the same."""


def days_in_common(glimpse: Glimpse, met: Encounter) -> float:
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
    fine = _fine(days)
    return [each for each in days if each in fine or not any(_holds(each, day) for day in fine)]


def _holds(one: Days, other: Days) -> bool:
    return one[0] <= other[0] and other[1] <= one[1]


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
        return 1.0 if _a_day_apart(glimpse, met) and (round_told or agree(glimpse.places, met.places)) else APART
    put_off = MeetingStatus.POSTPONED in glimpse.statuses | met.statuses and not _new_day_known(glimpse, met)
    if (put_off or round_told) and days <= PUT_OFF:
        return 2.0
    return 1.0 if _a_day_apart(glimpse, met) and agree(glimpse.places, met.places) else APART


def _a_day_apart(glimpse: Glimpse, met: Encounter) -> bool:
    """True when somebody may have the day wrong by one; a week and the next are no such mistake."""
    return any(gap(mine, theirs) <= 1 for mine in _fine(glimpse.days) for theirs in _fine(met.days))


def _fine(days: Collection[Days]) -> list[Days]:
    return [each for each in days if (each[1] - each[0]).days < COARSE]


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
    """True when a word of the title, the round, the place or two of the people of a proposal are those of a meeting."""
    named = glimpse.words & met.words or glimpse.rounds & met.rounds or len(glimpse.people & met.people) > 1
    return bool(named) or agree(glimpse.places, met.places)


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
