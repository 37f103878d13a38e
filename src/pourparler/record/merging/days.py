"""On which days and where a meeting was to be and was, as reports tell it one after the other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from pourparler.core.account import Account
from pourparler.core.change import Change
from pourparler.core.moment import Precision, When
from pourparler.core.vocabulary import MeetingStatus, Step
from pourparler.record.merging.background import Background
from pourparler.record.merging.changes import History, by_day, change
from pourparler.record.merging.choice import union
from pourparler.record.merging.glimpse import MET, Days, fields_of, gap, is_foretold
from pourparler.record.merging.places import agree, clash, is_known, specific_first
from pourparler.record.merging.progress import OFF

_FINEST = (Precision.DAY, Precision.WEEKEND, Precision.WEEK, Precision.SPAN, Precision.MONTH)


def days_told(accounts: Sequence[Account], background: Background) -> tuple[Change[When], ...]:
    """The days that reports give one after the other, each in the wording that brought it.

    Days on which it was held are news over days on which it was to be, and none the other way round. Other days that
    reports of one day tell are disputed, as are two days on which it was held; a coarser wording of days known is no
    change.
    """
    history: History[When] = History()
    held: list[Days] = []
    for told, belated in _coming_then_held(_dated(accounts, background), background):
        parts: dict[Days, list[Account]] = {}
        for account in told:
            parts.setdefault(_interval(_when(account)), []).append(account)
        newest = _interval(_finest([_when(account) for account in told]))
        for days in sorted(parts, key=lambda days: (days == newest, days)):
            when = _finest([_when(account) for account in parts[days]])
            known = next((one.value for one in history if _interval(one.value) == days), when)
            step, followed = Step.UPDATE if history.standing else Step.FIRST, True
            if belated:
                step, followed = Step.BELATED, False
            elif days != newest and not all(fields_of(account).status in OFF for account in parts[days]):
                step, followed = Step.DISPUTED, False
            elif held and held[-1] != days and gap(held[-1], days) > 0:
                step = Step.DISPUTED
            held += [days] if followed and fields_of(parts[days][0]).status in MET else []
            new = days == newest or gap(days, newest) > 0
            standing = history.standing
            if new and not (followed and standing and known is when and _says_less(when, standing)):
                history.tell(change(known, step, followed, parts[days], background))
    return tuple(history)


def places_told(accounts: Sequence[Account], background: Background) -> tuple[Change[tuple[str, ...]], ...]:
    """The places that reports give one after the other; a place that holds the one known, or lies in it, is no change.

    As with days, a place where it was held is news over one where it was to be.
    """
    history: History[tuple[str, ...]] = History()
    telling = [account for account in accounts if any(map(is_known, fields_of(account).place))]
    for told, belated in _coming_then_held(telling, background):
        parts: dict[tuple[str, ...], list[Account]] = {}
        for account in told:
            places = fields_of(account).place
            same = next((known for known in parts if not clash(known, places)), places)
            parts.setdefault(same, []).append(account)
        most = max(len(these) for these in parts.values())
        newest = [places for places, these in parts.items() if len(these) == most][-1]
        for places in sorted(parts, key=lambda places: places == newest):
            known = next((one.value for one in history if not clash(one.value, places)), places)
            step, followed = Step.UPDATE if history.standing else Step.FIRST, True
            if belated:
                step, followed = Step.BELATED, False
            elif places != newest:
                step, followed = Step.DISPUTED, False
            history.tell(change(known, step, followed, parts[places], background))
    return tuple(history)


def _coming_then_held(accounts: Sequence[Account], background: Background) -> Iterator[tuple[list[Account], bool]]:
    """Accounts by day of publication, those of a meeting to come before those of one held; True for what still has it
    to come on a later day than one that had it held."""
    met = False
    for told in by_day(accounts, background):
        held = [account for account in told if fields_of(account).status in MET]
        coming = [account for account in told if fields_of(account).status not in MET]
        if coming:
            yield coming, met
        if held:
            met = True
            yield held, False


def _dated(accounts: Sequence[Account], background: Background) -> list[Account]:
    """The accounts that tell days, and none that nobody could know."""
    return [
        account
        for account in accounts
        if (when := fields_of(account).when)
        and when.start
        and when.end
        and not is_foretold(fields_of(account), background.published(account))
    ]


def _when(account: Account) -> When:
    when = fields_of(account).when
    assert when is not None
    return when


def _interval(when: When) -> Days:
    return when.start or date.min, when.end or date.max


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
    for same_day in by_day(told, background):
        newer = _finest([_when(account) for account in same_day])
        if whens is None or not _says_less(newer, whens):
            whens = newer
    return _stretched(whens, told, status)


def place_of(accounts: Sequence[Account]) -> tuple[str, ...]:
    """The places of the last accounts that tell one, with those of earlier ones that go with them.

    What was held lies where those who tell of it as held put it; a plan for another place is past.
    """
    held = [account for account in accounts if fields_of(account).status in MET and fields_of(account).place]
    telling = held or [account for account in accounts if fields_of(account).place]
    if not telling:
        return ()
    counts = Counter(place for account in telling for place in fields_of(account).place)
    last = fields_of(telling[-1]).place
    if held:
        first_named = list(dict.fromkeys(place for account in telling for place in fields_of(account).place))
        last = (max(first_named, key=lambda place: sum(n for other, n in counts.items() if agree([place], [other]))),)
    every = union(fields_of(account).place for account in accounts)
    return specific_first((*last, *(place for place in every if agree([place], last) or not is_known(place))))


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
