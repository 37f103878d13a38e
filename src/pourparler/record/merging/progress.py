"""How far a meeting got: its status and its days, from what reports give one after the other."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from pourparler.core.account import Account
from pourparler.core.moment import Precision, When
from pourparler.core.vocabulary import MeetingStatus
from pourparler.record.merging.background import Background
from pourparler.record.merging.glimpse import MET, fields_of, gap, is_foretold

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

_AWAITED = frozenset({MeetingStatus.PROPOSED, MeetingStatus.CONDITIONAL, MeetingStatus.PLANNED})
_FINEST = (Precision.DAY, Precision.WEEKEND, Precision.WEEK, Precision.SPAN, Precision.MONTH)


def furthest(statuses: Iterable[MeetingStatus]) -> MeetingStatus:
    """The status that holds of those told on one day."""
    return min(statuses, key=_FURTHEST.index)


def status_of(accounts: Sequence[Account], background: Background) -> MeetingStatus:
    """The status that the latest reports give; what was once held stays held whatever is announced after it."""
    status: MeetingStatus | None = None
    for _, told in groupby(accounts, key=lambda account: background.published(account) or date.min):
        newer = furthest(fields_of(account).status for account in told)
        if status in MET and newer not in MET and newer is not MeetingStatus.CANCELLED:
            continue
        if status is MeetingStatus.HELD and newer is MeetingStatus.UNDER_WAY:
            continue
        status = newer
    return status or MeetingStatus.PROPOSED


def is_overdue(status: MeetingStatus, when: When | None, today: date | None) -> bool:
    """True when the day of a meeting to come has gone by and no report says what became of it."""
    return status in _AWAITED and when is not None and when.end is not None and today is not None and when.end < today


def when_of(accounts: Sequence[Account], status: MeetingStatus, background: Background) -> When | None:
    """The last days the reports give, in the finest wording; for a meeting that was held, the days it was held on.

    A meeting that one report saw on days next to each other runs from the first to the last. None when no account
    tells a time; a wording without days when none could be told.
    """
    told = [
        account
        for account in accounts
        if fields_of(account).when is not None and not is_foretold(fields_of(account), background.published(account))
    ]
    if status in MET:
        told = [account for account in told if fields_of(account).status in MET] or told
    whens: When | None = None
    for _, same_day in groupby(told, key=lambda account: background.published(account) or date.min):
        newer = _finest([when for account in same_day if (when := fields_of(account).when) is not None])
        if whens is None or not _says_less(newer, whens):
            whens = newer
    return _stretched(whens, told, status)


def _finest(whens: Sequence[When]) -> When:
    """Of the times told on one day: known days first, the finest, then the most often told, then the last."""
    days = [(when.start, when.end) for when in whens]
    return max(
        whens,
        key=lambda when: (
            when.start is not None and when.end is not None,
            -_fineness(when),
            days.count((when.start, when.end)),
            when.start or date.min,
            -len(when.said),
            when.said,
        ),
    )


def _fineness(when: When) -> int:
    return _FINEST.index(when.precision) if when.precision in _FINEST else len(_FINEST)


def _says_less(newer: When, known: When) -> bool:
    """True when a newer wording is no news: without days, or a coarser time that holds the days known."""
    if newer.start is None or newer.end is None:
        return known.start is not None
    if known.start is None or known.end is None:
        return False
    overlap = newer.start <= known.end and known.start <= newer.end
    return overlap and (newer.end - newer.start) > (known.end - known.start)


def _stretched(when: When | None, accounts: Sequence[Account], status: MeetingStatus) -> When | None:
    """The time of a meeting held on several days in a row, where one report tells of them."""
    if status not in MET or when is None or when.start is None or when.end is None:
        return when
    first, last = when.start, when.end
    by_report: dict[str, list[tuple[date, date]]] = {}
    for account in accounts:
        frame = fields_of(account)
        told = frame.when
        if frame.status in MET and told and told.start and told.end and told.precision is Precision.DAY:
            by_report.setdefault(account.report, []).append((told.start, told.end))
    for days in by_report.values():
        start, end = min(day[0] for day in days), max(day[1] for day in days)
        in_a_row = all(gap(one, other) <= 1 for one, other in zip(sorted(days), sorted(days)[1:], strict=False))
        if start < end and in_a_row and start <= last and first <= end:
            first, last = min(first, start), max(last, end)
    return when if (first, last) == (when.start, when.end) else When(first, last, Precision.SPAN, when.said)
