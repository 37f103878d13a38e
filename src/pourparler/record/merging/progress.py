"""How far a meeting got: its states one after the other, from what reports give.

A later report of a newer state is an update, and is followed. What cannot be news is written down and not followed: of
a meeting that was held, that it is planned or under way (told belatedly), that it is called off (disputed). A denial is
followed only where nothing came about.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from pourparler.core.account import Account
from pourparler.core.change import Change
from pourparler.core.moment import When
from pourparler.core.vocabulary import MeetingStatus, Step
from pourparler.record.merging.background import Background
from pourparler.record.merging.changes import History, by_day, change
from pourparler.record.merging.glimpse import MET, days_of, fields_of, gap

_FURTHEST = (
    MeetingStatus.HELD,
    MeetingStatus.UNDER_WAY,
    MeetingStatus.CANCELLED,
    MeetingStatus.POSTPONED,
    MeetingStatus.DENIED,
    MeetingStatus.CONDITIONAL,
    MeetingStatus.PLANNED,
    MeetingStatus.PROPOSED,
)
"""Of what is told on one day, the first of these holds: what came about, then what came in the way, then what is to
come with its condition. A denial gives way to what others saw, and stands against what was only to come."""

AWAITED = frozenset({MeetingStatus.PROPOSED, MeetingStatus.CONDITIONAL, MeetingStatus.PLANNED})
OFF = frozenset({MeetingStatus.CANCELLED, MeetingStatus.POSTPONED})


def furthest(statuses: Iterable[MeetingStatus]) -> MeetingStatus:
    """The status that holds of those told on one day."""
    return min(statuses, key=_FURTHEST.index)


def states_of(accounts: Sequence[Account], background: Background) -> tuple[Change[MeetingStatus], ...]:
    """The states of a meeting in the order in which reports bring them; accounts come in the order of reports."""
    history: History[MeetingStatus] = History()
    for told in by_day(accounts, background):
        by_status: dict[MeetingStatus, list[Account]] = {}
        for account in told:
            by_status.setdefault(fields_of(account).status, []).append(account)
        held = furthest(by_status)
        for status in sorted(by_status, key=_FURTHEST.index, reverse=True):
            these = by_status[status]
            against = _against(these, by_status[held], background) if status is not held else None
            step, followed = (against, False) if against else _step(history.standing, status)
            brought = change(status, step, followed, these, background)
            history.tell(replace(brought, on=_happened(these, background)))
    return tuple(history)


def status_of(states: Sequence[Change[MeetingStatus]]) -> MeetingStatus:
    """The state that stands: the last one that was followed."""
    return next((one.value for one in reversed(states) if one.followed), MeetingStatus.PROPOSED)


def _step(standing: MeetingStatus | None, newer: MeetingStatus) -> tuple[Step, bool]:
    """How a state told on a later day goes with the one that stands, and whether it is followed."""
    if newer is MeetingStatus.DENIED:
        return Step.DENIAL, standing not in MET
    if standing is None:
        return Step.FIRST, True
    if standing is MeetingStatus.HELD and newer is MeetingStatus.CANCELLED:
        return Step.DISPUTED, False
    if standing in MET and newer not in MET and newer is not MeetingStatus.CANCELLED:
        return Step.BELATED, False
    if standing is MeetingStatus.HELD and newer is MeetingStatus.UNDER_WAY:
        return Step.BELATED, False
    return Step.UPDATE, True


def _against(told: Sequence[Account], held: Sequence[Account], background: Background) -> Step | None:
    """What a state is beside the one that holds of those told on one day; None where it may have come before that.

    What was put off from one day may be held on another.
    """
    status, other = fields_of(told[0]).status, fields_of(held[0]).status
    if status is MeetingStatus.DENIED:
        return Step.DENIAL
    if (status in OFF and other in MET) or (status in OFF and other in OFF):
        return None if _on_other_days(told, held, background) else Step.DISPUTED
    return None


def _on_other_days(told: Sequence[Account], held: Sequence[Account], background: Background) -> bool:
    """True when both tell their days, and no day is the same."""
    mine, theirs = (
        [days for one in these if (days := days_of(fields_of(one), background.published(one)))]
        for these in (told, held)
    )
    return bool(mine and theirs) and all(gap(a, b) > 0 for a in mine for b in theirs)


def _happened(accounts: Sequence[Account], background: Background) -> date | None:
    """The day on which it came to this state: of a meeting held, the first day told for it."""
    days = (
        found[0]
        for account in accounts
        if fields_of(account).status in MET and (found := days_of(fields_of(account), background.published(account)))
    )
    return min(days, default=None)


def is_overdue(status: MeetingStatus, when: When | None, today: date | None) -> bool:
    """True when the day of a meeting to come has gone by and no report says what became of it."""
    return status in AWAITED and when is not None and when.end is not None and today is not None and when.end < today
